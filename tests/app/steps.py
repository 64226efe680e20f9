"""Steps of a person's work that several tests of the window take."""

import os
import sqlite3
import subprocess
import sys

import pyatspi

from desktop import Failure, choose

CHOICES = ("Sex",)  # of the patient's dialog; all else there is typed


def open_dialog(window, values):
    """The dialog of a new patient, filled in."""
    window.do("win.new-patient")
    dialog = window.find("frame", "New patient")
    window.focus_newest()
    for name, value in values.items():
        if name in CHOICES:
            choose(window, name, value)
        else:
            window.enter(window.find("text", name, dialog), value)
    return dialog


def create(window, dialog):
    window.act(window.find("push button", "Create", dialog))


def create_patient(window, values):
    create(window, open_dialog(window, values))
    window.gone("frame", "New patient")
    window.focus_newest()


def open_patient(window, words):
    """Finds a patient with sessions by typing."""
    window.enter(window.find("entry", "Search patients"), words)
    window.keys("Return")
    window.find("combo box", "Session")


def begin_session(window):
    window.do("win.new-session")
    window.find("text", "Date of the session")


def query(database, sql, *values):
    """Reads the file beside the program, without ever writing to it."""
    connection = sqlite3.connect("file:%s?mode=ro" % database, uri=True, timeout=5)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def n_versions(database):
    return query(database, "SELECT count(*) FROM session_version")[0][0]


def wait_until_saved(window, database, n):
    """Until there are so many versions in the file, and the window knows it. The toast may come and go unseen."""
    window.wait(lambda: n_versions(database) == n, what="%d saved versions" % n)
    button = window.find("push button", "Save")
    window.wait(lambda: not button.getState().contains(pyatspi.STATE_SENSITIVE), what="nothing left to save")


def is_revealed(window, node):
    """Whether the revealer around the node's box is open: what it hides keeps its own size."""
    return window.place(node.parent.parent)[3] > 0


def is_clean(log, word="anary"):
    """No critical message, and nothing of the patient, whose name holds the word."""
    with open(log, encoding="utf-8") as file:
        text = file.read()
    return "CRITICAL" not in text and word not in text


def report(checks):
    """Prints what held and what did not; true if something did not, as an exit status."""
    for good, what in checks:
        print("%s %s" % ("ok" if good else "not ok", what))
    print("%d passed, %d failed" % (sum(bool(g) for g, _ in checks), sum(not g for g, _ in checks)))
    return not all(good for good, _ in checks)


def run(main):
    """Runs a test's main; a failure says why and may leave a picture."""
    try:
        sys.exit(main())
    except Failure as failure:
        print("not ok", failure)
        if os.environ.get("CALX_PICTURE"):
            subprocess.run(["import", "-window", "root", os.environ["CALX_PICTURE"]], check=False)
        sys.exit(1)
