#!/usr/bin/python3
"""The lesions of a patient over all sessions, and of the whole clinic, by keyboard: the slider leads from session
to session and says what has changed; two sessions are compared; a lesion's course is read; the clinic's map opens
by its key, and what leaves it stands in the audit.

Usage: test-over-time.py CALX CALX-CLI
"""

import os
import shutil
import subprocess
import sys
import tempfile

from desktop import Window
from steps import is_clean, open_patient, report, run

PATIENT = "S-1003"


def picture(window, name):
    folder = os.environ.get("CALX_PICTURES")
    if folder:
        window.picture(os.path.join(folder, name + ".png"))


def over_time(window, checks):
    open_patient(window, PATIENT)
    window.focus_newest()
    window.act(window.find("push button", "All sessions"))
    window.click(window.find("slider", "Session"))  # the keyboard is there now
    window.keys("End")
    window.find("label", "1 healed", exact=False)
    checks.append((True, "the last session says what has changed"))
    picture(window, "over-time-last")
    window.keys("Left")
    window.find("label", "28-Sep-2026")
    window.find("label", "1 new", exact=False)
    checks.append((True, "a key leads to the session before"))
    window.keys("Home")
    window.find("label", "The first session", exact=False)
    checks.append((True, "Home leads to the first"))
    window.keys("End")
    window.find("label", "1 healed", exact=False)
    window.act(window.find("push button", "Side by side"))
    window.find("combo box", "Earlier session")
    picture(window, "over-time-beside")
    window.act(window.find("push button", "Laid over"))
    window.find("combo box", "Later session")
    row = window.find("list item", "L1 ", exact=False)
    window.click(row)
    window.find("image", "Area: 16-Nov-2026", exact=False)
    checks.append((True, "a lesion's course is read"))
    picture(window, "over-time-course")
    window.act(window.find("push button", "This session"))


def clinic_map(window, checks):
    window.keys("ctrl+m")
    window.find("frame", "Map of the Clinic")
    window.focus_newest()
    window.find("label", "lesions of", exact=False)
    window.find("image", "Map of the clinic: ", exact=False)
    window.find("list item", "Legs or gluteal region: 71 %", exact=False, visible=False)
    checks.append((True, "the clinic's map opens by its key"))
    picture(window, "clinic-map")
    window.keys("Escape")
    window.gone("frame", "Map of the Clinic")
    window.focus_newest()
    checks.append((True, "Escape closes it"))


def main():
    folder = tempfile.mkdtemp(prefix="calx-over-time-")
    database, log = (os.path.join(folder, name) for name in ("clinic.calx", "calx.log"))
    checks = []

    subprocess.run([sys.argv[2], "demo", database], check=True)
    window = Window([sys.argv[1], "--database", database], log)
    over_time(window, checks)
    clinic_map(window, checks)
    window.close()
    checks.append((is_clean(log), "the log is clean"))
    shutil.rmtree(folder)
    return report(checks)


sys.exit(run(main))
