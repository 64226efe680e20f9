#!/usr/bin/python3
"""Lesions in the window: exported from the menu, changed in a table, imported again after a question that names
the counts; a file that does not fit is refused with line, column and mend, and nothing is written.

Usage: test-lesion-file.py CALX CALX-CLI
"""

import csv
import os
import shutil
import subprocess
import sys
import tempfile

from desktop import Window
from steps import n_versions, query, report, run


def write_table(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def export(window, path):
    window.do("win.export-lesions")
    window.wait(lambda: [n for n in window.walk() if n.getRoleName() == "text" and "calx-lesions" in window.text(n)],
                what="the file chooser with a name that says nothing of a patient")
    window.focus_newest()
    window.keys("ctrl+a")
    window.type(path)
    window.keys("Return")
    window.wait(lambda: os.path.exists(path) and os.path.getsize(path) > 0, 20, "the table")
    window.focus_newest()


def choose_file(window, path):
    n_windows = len(window.shown_windows())
    window.do("win.import-lesions")
    window.wait(lambda: len(window.shown_windows()) > n_windows, what="the file chooser")
    window.focus_newest()
    window.keys("ctrl+l")
    window.keys("ctrl+a")
    window.type(path)
    window.keys("Return")


def main():
    folder = tempfile.mkdtemp(prefix="calx-lesion-file-")
    database, table, log = (os.path.join(folder, name) for name in ("clinic.calx", "lesions.csv", "log"))
    checks = []
    subprocess.run([sys.argv[2], "demo", database], check=True)

    window = Window([sys.argv[1], "--database", database], log)
    window.find("entry", "Search", exact=False, timeout=30)
    export(window, table)
    with open(table, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    checks.append((len(rows) > 20, "all lesions of the sample are in the table"))
    checks.append((os.stat(table).st_mode & 0o777 == 0o600, "nobody else can read the table"))
    checks.append((query(database, "SELECT count(*) FROM audit WHERE action = 'export'")[0][0] == 1, "the export is in the audit"))

    before = n_versions(database)
    rows[0]["pain"] = "7" if rows[0]["pain"] != "7" else "6"
    write_table(table, rows)
    choose_file(window, table)
    window.find("label", "Lesions: 0 new, 1 changed, %d the same." % (len(rows) - 1), exact=False, timeout=30)
    checks.append((n_versions(database) == before, "nothing is written before the answer"))
    window.act(window.find("push button", "Import", exact=False))
    window.focus_newest()
    window.wait(lambda: n_versions(database) == before + 1, 30, "the corrected session")
    checks.append((True, "one session is corrected"))

    rows[1]["type"] = "wart"
    write_table(table, rows)
    choose_file(window, table)
    window.find("label", "column type: “wart” is none of those known. Write papule", exact=False, timeout=30)
    checks.append((n_versions(database) == before + 1, "a file that does not fit changes nothing"))
    window.close()
    shutil.rmtree(folder)
    return report(checks)


sys.exit(run(main))
