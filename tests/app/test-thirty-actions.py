#!/usr/bin/python3
"""A nurse's way in the real window, counted: a dialysis patient of 6 years, on warfarin for 2 years, with a
painful plaque of the thigh reaches "meets 'suspected'", the work-up list, a recorded stop of warfarin and the
printed summary. Every click, combination of keys and typed value is one action; more than 30 fail.

Usage: test-thirty-actions.py CALX CALX-CLI
"""

import datetime
import glob
import os
import subprocess
import sys
import tempfile

import pyatspi

from desktop import Window
from steps import report, run

MOST = 30
FIND = "Find a finding by its name"
TODAY = datetime.date.today()
LONG_AGO = "%d-%02d" % (TODAY.year - 6, TODAY.month)
TWO_YEARS_AGO = "%d-%02d" % (TODAY.year - 2, TODAY.month)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH = MONTHS[TODAY.month - 1]
PERIOD = "%s-%d to %02d-%s-%d" % (MONTH, TODAY.year - 2, TODAY.day, MONTH, TODAY.year)


class Hands:
    """What a person does, each of it counted; waiting and looking count nothing."""

    def __init__(self, window):
        self.window, self.n, self.log = window, 0, []

    def count(self, what):
        self.n += 1
        self.log.append("%2d %s" % (self.n, what))

    def press(self, keys):
        self.count(keys)
        self.window.keys(keys)

    def type(self, text):
        self.count("types %r" % text)
        self.window.type(text)

    def click(self, role, name, **where):
        self.count("clicks %r" % name)
        self.window.click(self.window.find(role, name, **where))

    def put(self, name, text):
        """Clicks into a field and types."""
        self.click("text", name)
        self.type(text)
        node = self.window.find("text", name)
        self.window.wait(lambda: self.window.text(node) == text, what="%r in %s" % (text, name))

    def choose(self, name, letters, choice):
        """Clicks on a drop-down, and on what it offers: keys go there, since the list is an X window of its own."""
        box = self.window.find("combo box", name)
        n_windows = len(self.window.shown_windows())
        self.click("combo box", name)
        self.window.wait(lambda: len(self.window.shown_windows()) > n_windows, what="the list of " + name)
        self.count("clicks %r" % choice)
        self.window.keys(*letters)
        self.window.wait(lambda: choice in [n.name for n in self.window.walk(box)], what="%s in %s" % (choice, name))
        self.window.wait(lambda: len(self.window.shown_windows()) == n_windows, what="the list of %s to go" % name)


def new_patient(hands):
    window = hands.window
    window.find("label", "No patients yet")
    hands.click("push button", "New Patient")
    window.find("frame", "New patient")
    window.focus_newest()
    hands.type("Zzcanary")
    hands.press("Return")
    window.gone("frame", "New patient")
    window.focus_newest()
    window.find("label", "ZZCANARY")


def findings(hands):
    window = hands.window
    hands.press("ctrl+shift+n")
    window.find("text", "Date of the session")
    hands.choose("Kidney treatment", ["Down", "Return"], "Hemodialysis")
    hands.put("First dialysis on", LONG_AGO)
    hands.click("entry", FIND)
    hands.type("long-term war")
    hands.click("push button", "Long-term warfarin: Yes")
    hands.press("ctrl+a")  # the answer leaves the keyboard where it was
    hands.type("look alike")
    hands.click("push button", "Other diseases that look alike are excluded: Yes")


def lesion(hands):
    hands.click("push button", "Left thigh, front, central")
    hands.choose("Type of the lesion", ["Down", "Down", "Return"], "Plaque (Q)")
    hands.choose("Pain from 0 to 10", ["Down"] * 8 + ["Return"], "7")


def stop_of_warfarin(hands):
    """The field of the start has the keyboard once the medicine is chosen."""
    window = hands.window
    hands.click("push button", "Treatment")
    hands.click("entry", "Add a treatment: name, drug or ATC code")
    hands.type("warf")
    window.find("list item", "Warfarin", exact=False)
    hands.press("Return")
    start = window.find("text", "Start")
    hands.type(TWO_YEARS_AGO)
    window.wait(lambda: window.text(start) == TWO_YEARS_AGO, what="the start")
    hands.click("push button", "Stop today: Warfarin")


def save(hands):
    """That a mechanical valve is not known is asked about, and must be: the stop is saved all the same."""
    window = hands.window
    hands.press("ctrl+s")
    window.find("push button", "Save All the Same", exact=False)
    window.focus_newest()
    hands.click("push button", "Save All the Same", exact=False)
    window.wait(lambda: window.look("push button", "Save All the Same", exact=False) is None, what="the question to go")
    window.focus_newest()
    button = window.find("push button", "Save")
    window.wait(lambda: not button.getState().contains(pyatspi.STATE_SENSITIVE), what="nothing left to save")


def says(window, words):
    return window.wait(lambda: next((n.name for n in window.walk() if words in n.name and window.visible(n)), None), what=words)


def export(hands, folder):
    """Under the name that is offered, in the folder in which the program was started."""
    window = hands.window
    hands.press("ctrl+shift+e")
    window.wait(lambda: [n for n in window.walk() if n.getRoleName() == "text" and "calx-summary-" in window.text(n)],
                what="the file chooser")
    window.focus_newest()
    hands.press("Return")
    return window.wait(lambda: next((p for p in glob.glob(os.path.join(folder, "*.pdf")) if os.path.getsize(p) > 0), None), 20,
                       "the PDF")


def main():
    calx = os.path.abspath(sys.argv[1])
    folder = tempfile.mkdtemp(prefix="calx-thirty-")
    os.chdir(folder)
    window = Window([calx, "--database", "clinic.calx"], os.path.join(folder, "calx.log"))
    hands = Hands(window)
    new_patient(hands)
    findings(hands)
    lesion(hands)
    suspected = says(window, "Meets 'suspected' of the consensus")
    hands.click("push button", "Work-up")
    examination = says(window, "Palpation for firm papules and chalk")
    stop_of_warfarin(hands)
    stopped = says(window, PERIOD)
    save(hands)
    pdf = export(hands, folder)
    window.focus_newest()
    window.close()

    page = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    print("\n".join(hands.log))
    print("%d actions, of %d at most" % (hands.n, MOST))
    return report([
        (hands.n <= MOST, "%d actions" % hands.n),
        (bool(suspected), suspected),
        (bool(examination), "the work-up list: " + examination),
        (bool(stopped), "the treatments: " + stopped),
        ("Meets 'suspected' of the consensus" in page, "the page's criteria"),
        ("Warfarin: " + PERIOD in page, "the page's treatments"),
        ("Work-up. " in page and "Palpation for firm papules and chalk" in page, "the page's work-up"),
        ("Left thigh, front" in page and "7/10" in page and "Plaque" in page, "the page's lesion"),
    ])


run(main)
