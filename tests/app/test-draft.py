#!/usr/bin/python3
"""What is being typed is on disk at most a second after its first key, and survives the program's end by
kill -9: the session comes back as it stood, and says so. Save clears the draft, Discard discards it.

Usage: test-draft.py CALX
"""

import json
import os
import shutil
import sys
import tempfile
import time

from desktop import PATIENCE, Window, enter_number, filter_findings
from steps import (begin_session, create_patient, is_clean, is_revealed, n_versions, open_patient, query,
                   report, run, wait_until_saved)

PATIENT = {"Family name": "Zzcanary", "Record number": "T-1", "Born": "1968-07-30", "Sex": "Female"}
SITE = "Left thigh, inner, central"
BOUND_S = 1.0 * PATIENCE / 2  # what is promised, on a machine that has nothing else to do


def draft(database):
    rows = query(database, "SELECT content FROM draft")
    if not rows:
        return {}, 0
    session = json.loads(rows[0][0])
    return {name: finding["text"] for name, finding in session["findings"].items()}, len(session["lesions"])


def wait_for_draft(window, database, findings, n_lesions):
    return window.wait(lambda: draft(database) == (findings, n_lesions), step=0.01,
                       what="a draft with %s and %d lesions" % (findings, n_lesions))


def time_of_first_key(window, database):
    """Types one digit after the other without a pause, and says after how long the first was on disk."""
    filter_findings(window, "Albumin")
    window.click(window.find("text", "Albumin"))
    window.window()
    began = time.monotonic()
    window.xdotool("key", "4")
    window.wait(lambda: "albumin" in draft(database)[0], step=0.01, what="a draft with the albumin")
    return time.monotonic() - began


def resume(database, log):
    window = Window([sys.argv[1], "--database", database], log)
    open_patient(window, "zzcan")
    return window


def main():
    folder = tempfile.mkdtemp(prefix="calx-draft-")
    database, log = (os.path.join(folder, name) for name in ("clinic.calx", "calx.log"))
    checks = []

    window = Window([sys.argv[1], "--database", database], log)
    create_patient(window, PATIENT)
    begin_session(window)
    taken = time_of_first_key(window, database)
    checks.append((taken <= BOUND_S, "the first key is on disk after %.2f s, at most %.1f" % (taken, BOUND_S)))
    enter_number(window, "Phosphate", "2,10", "mmol/L")
    filter_findings(window, "")
    window.click(window.find("push button", SITE))
    window.find("push button", SITE + ", 1 lesion")
    entered = {"albumin": "4", "phosphate": "2,10"}
    wait_for_draft(window, database, entered, 1)
    window.kill()

    window = resume(database, log)
    bar = window.find("label", "Restored draft of ", exact=False)
    window.wait(lambda: is_revealed(window, bar), what="the bar of the draft")
    said = bar.name
    checks.append(("not saved yet" in said and n_versions(database) == 0, "started again: " + said))
    window.find("push button", SITE + ", 1 lesion")
    filter_findings(window, "Phosphate")
    checks.append((window.text(window.find("text", "Phosphate")) == "2,10", "the text is as it was typed"))
    checks.append((any("mmol/L" in n.name for n in window.walk(window.find("combo box", "Unit of Phosphate"))),
                   "and so is its unit"))
    filter_findings(window, "Albumin")
    checks.append((window.text(window.find("text", "Albumin")) == "4", "and so is the digit that was typed last"))
    window.do("win.save")
    wait_until_saved(window, database, 1)
    checks.append((draft(database) == ({}, 0) and n_versions(database) == 1, "Save clears the draft"))
    window.wait(lambda: not is_revealed(window, bar), what="the bar of the draft to go")

    enter_number(window, "Albumin", "3", None)
    wait_for_draft(window, database, {"albumin": "3", "phosphate": "2,10"}, 1)
    window.kill()
    window = resume(database, log)
    bar = window.find("label", "Restored draft of ", exact=False)
    window.wait(lambda: is_revealed(window, bar), what="the bar of the draft")
    filter_findings(window, "Albumin")
    checks.append((window.text(window.find("text", "Albumin")) == "3", "changes to a saved session come back too"))
    window.act(window.find("push button", "Discard"))
    window.wait(lambda: window.text(window.find("text", "Albumin")) == "4", what="what is saved")
    window.wait(lambda: draft(database) == ({}, 0), what="no draft")
    checks.append((n_versions(database) == 1, "Discard goes back to what is saved"))

    window.do("win.new-session")
    window.wait(lambda: query(database, "SELECT count(*) FROM draft")[0][0] == 0, what="no draft of nothing")
    enter_number(window, "Albumin", "2", None)
    window.wait(lambda: draft(database)[0].get("albumin") == "2", what="a draft of the new session")
    window.do("win.discard-draft")
    window.act(window.find("push button", "Discard", window.find("dialog", "Discard This Session?"), exact=False))
    window.focus_newest()
    window.wait(lambda: draft(database) == ({}, 0), what="no draft")
    checks.append((n_versions(database) == 1, "Discard of a session never saved leaves nothing of it"))
    window.close()
    checks.append((is_clean(log), "no patient and nothing critical in the log"))
    shutil.rmtree(folder)
    return report(checks)


run(main)
