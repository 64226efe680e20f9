#!/usr/bin/python3
"""A disk that is full while a session is entered and saved: it is said, the form keeps everything, and
once there is space Save works and all is there.

Usage: test-full-disk.py CALX
"""

import json
import os
import resource
import shutil
import signal
import sys
import tempfile

import places
from desktop import Window, enter_number, filter_findings
from steps import begin_session, create_patient, is_clean, n_versions, query, report, run, wait_until_saved

PATIENT = {"Family name": "Zzcanary", "Record number": "T-1", "Born": "1968"}


class Disk:
    """A small disk, or where none may be mounted a limit to what the program may write."""

    def __init__(self, folder, mounted):
        self.folder, self.mounted, self.window = folder, mounted, None

    def take_all(self):
        if self.mounted:
            places.fill(self.folder)
        else:
            resource.prlimit(self.window.process.pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))

    def give_back(self):
        if self.mounted:
            os.remove(os.path.join(self.folder, "filler"))
        else:
            resource.prlimit(self.window.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)


def says(window, *words):
    return window.wait(lambda: next((t for t in window.labels() if all(w in t for w in words)), None),
                       what="a message with " + ", ".join(words))


def work(disk, database, log):
    cause = "disk is full" if disk.mounted else "disk reported an error"
    title = "The disk is full" if disk.mounted else "The records file cannot be read or written"
    checks = []

    window = disk.window = Window([sys.argv[1], "--database", database], log)
    create_patient(window, PATIENT)
    begin_session(window)
    enter_number(window, "Albumin", "29", "g/L")

    disk.take_all()
    enter_number(window, "Phosphate", "2,1", "mmol/L")
    checks.append((True, "while typing: " + says(window, "not yet on disk", cause)))
    window.do("win.save")
    window.find("label", title)
    checks.append((True, "at saving: " + says(window, cause, "still in the window")))
    checks.append((n_versions(database) == 0, "at saving: nothing is half there"))
    window.act(window.find("push button", "Keep Editing", exact=False))
    window.gone("label", title)
    window.focus_newest()
    kept = [(window.text(window.find("text", "Phosphate")))]
    filter_findings(window, "Albumin")
    kept.append(window.text(window.find("text", "Albumin")))
    checks.append((kept == ["2,1", "29"], "the form keeps what was typed: %s" % kept))

    window.do("win.save")  # no better yet
    window.find("label", title)
    disk.give_back()
    window.act(window.find("push button", "Try Again", exact=False))
    window.focus_newest()
    wait_until_saved(window, database, 1)
    rows = query(database, "SELECT findings FROM session_version")
    stored = {name: finding["text"] for name, finding in json.loads(rows[0][0]).items()}
    checks.append((len(rows) == 1 and stored == {"albumin": "29", "phosphate": "2,1"}, "saved: %s" % stored))
    checks.append((query(database, "SELECT count(*) FROM draft")[0][0] == 0, "and no draft is left"))
    checks.append((query(database, "PRAGMA integrity_check") == [("ok",)], "and the file is whole"))
    window.close()
    checks.append((is_clean(log), "no patient and nothing critical in the log"))
    return checks


def main():
    folder = tempfile.mkdtemp(prefix="calx-full-disk-")
    log = os.path.join(folder, "calx.log")
    small = os.path.join(folder, "disk")
    os.mkdir(small)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write beyond the limit then fails, as on a full disk
    places.stand_apart()
    with places.small_disk(small, 1 << 20) as mounted:
        if not mounted:
            print("# mounting is not permitted here: a limit on the program's files stands in for a full disk")
        checks = work(Disk(small, mounted), os.path.join(small, "clinic.calx"), log)
    shutil.rmtree(folder)
    return report(checks)


run(main)
