#!/usr/bin/python3
"""Treatments in the window: warfarin is found by typing, its conflict stands beside it, Save asks before it keeps
it and going back loses nothing; a stop is one press; undo takes it back; all is in the file.

Usage: test-treatments.py CALX
"""

import datetime
import json
import os
import shutil
import sys
import tempfile

from desktop import Window, choose, filter_findings
from steps import begin_session, create_patient, is_clean, n_versions, open_patient, query, report, run, wait_until_saved

PATIENT = {"Family name": "Zzcanary", "Record number": "T-1", "Born": "1968-07-30", "Sex": "Female"}
CONFLICT = "Conflict: Vitamin K antagonist in kidney failure or calciphylaxis"
VALVE = "May conflict: Vitamin K antagonist stopped with a mechanical heart valve"
SEARCH = "Add a treatment: name, drug or ATC code"


def stored(database):
    rows = query(database, "SELECT checklist FROM session_version ORDER BY number DESC LIMIT 1")
    return json.loads(rows[0][0]).get("treatments", []) if rows else []


def show_treatments(window):
    window.click(window.find("push button", "Treatment"))


def picture(window, name):
    folder = os.environ.get("CALX_PICTURES")
    if folder:
        window.picture(os.path.join(folder, name + ".png"))


def save(window):
    window.do("win.save")
    window.find("label", "Conflict Before Saving", exact=False)
    window.focus_newest()


def add_warfarin(window):
    window.enter(window.find("entry", SEARCH), "warf")
    window.keys("Return")
    window.find("push button", "Stop today: Warfarin")


def main():
    folder = tempfile.mkdtemp(prefix="calx-treatments-")
    database, log = (os.path.join(folder, name) for name in ("clinic.calx", "calx.log"))
    checks = []

    window = Window([sys.argv[1], "--database", database], log)
    create_patient(window, PATIENT)
    begin_session(window)
    filter_findings(window, "Kidney treatment")
    choose(window, "Kidney treatment", "Hemodialysis")
    show_treatments(window)
    picture(window, "empty")
    add_warfarin(window)
    window.find("label", CONFLICT)
    picture(window, "conflict")

    save(window)
    picture(window, "asked")
    checks.append((any("Hayashi M" in text for text in window.labels()), "the question names sources"))
    window.keys("Return")  # what the key means is going back
    window.gone("label", "1 Conflict Before Saving")
    window.focus_newest()
    checks.append((n_versions(database) == 0, "going back saves nothing"))
    checks.append((window.find("push button", "Stop today: Warfarin") is not None, "going back loses nothing"))

    save(window)
    window.act(window.find("push button", "Save All the Same", exact=False))
    window.focus_newest()
    wait_until_saved(window, database, 1)
    checks.append(([(t["kind"], t["drug"], "stopped" in t) for t in stored(database)] ==
                   [("vitamin_k_antagonist", "warfarin", False)], "warfarin is stored as running"))

    window.act(window.find("push button", "Stop today: Warfarin"))
    window.find("label", VALVE)
    picture(window, "stopped")
    window.do("win.undo")
    window.find("push button", "Stop today: Warfarin")
    checks.append((True, "undo takes the stop back"))
    window.do("win.redo")
    window.find("label", VALVE)
    save(window)
    window.act(window.find("push button", "Save All the Same", exact=False))
    window.focus_newest()
    wait_until_saved(window, database, 2)
    checks.append((stored(database)[0].get("stop") == datetime.date.today().isoformat(), "the stop is stored"))
    window.close()

    window = Window([sys.argv[1], "--database", database], log)
    open_patient(window, "zzcan")
    begin_session(window)
    show_treatments(window)
    window.find("label", VALVE)
    checks.append((window.look("push button", "Stop today: Warfarin") is None, "what was stopped is carried on"))
    window.do("win.save")
    wait_until_saved(window, database, 3)
    checks.append((True, "what was asked once is not asked again"))
    window.close()

    checks.append((is_clean(log), "the log is clean"))
    shutil.rmtree(folder)
    return report(checks)


sys.exit(run(main))
