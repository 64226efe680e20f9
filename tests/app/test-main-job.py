#!/usr/bin/python3
"""The whole job in the real window, from another process: a new patient, ten findings in SI units, two
lesions by clicking, save, close, start again, find the patient by typing, see the same result, export
the PDF, and read the same numbers from it.

Usage: test-main-job.py CALX CALX-CLI
"""

import csv
import io
import os
import re
import subprocess
import sys
import tempfile

from desktop import Window, answer, choose, enter_number, export, filter_findings
from steps import create_patient, open_patient, report, run

PATIENT = {"Family name": "Zzcanary", "Given name": "Zoë", "Record number": "T-4711", "Born": "1968-07-30",
           "Sex": "Female"}
FINDINGS = [  # what the finding is called, what is typed or chosen, its unit
    ("Body mass index", "40", None),
    ("Total calcium", "2,40", "mmol/L"),
    ("Albumin", "29", "g/L"),
    ("Phosphate", "2.10", "mmol/L"),
    ("Parathyroid hormone, intact (PTH)", "69", "pmol/L"),
    ("Unintended weight loss in the last 6 months", "0", None),
]
ANSWERS = ["Diabetes: Yes", "Vitamin K antagonist (warfarin and its kind): Yes", "Lupus anticoagulant: No"]
SITES = ["Left thigh, inner, central", "Right lower abdomen incl. pannus, central"]


def points(window):
    """The result as it stands in large type."""
    return window.wait(lambda: next((t for t in window.labels() if re.fullmatch(r"\d+( to \d+)? points", t)
                                     and t != "0 points"), None), what="the points")


def enter_session(window):
    filter_findings(window, "Kidney treatment")
    choose(window, "Kidney treatment", "Hemodialysis")
    for name, text, unit in FINDINGS:
        enter_number(window, name, text, unit)
    for name in ANSWERS:
        answer(window, name)
    filter_findings(window, "")
    for site in SITES:
        window.click(window.find("push button", site))
        window.find("push button", site + ", 1 lesion")
    return points(window)


def main():
    calx, cli = sys.argv[1:3]
    folder = tempfile.mkdtemp(prefix="calx-main-job-")
    database, pdf, log = (os.path.join(folder, name) for name in ("clinic.calx", "summary.pdf", "calx.log"))

    window = Window([calx, "--database", database], log)
    create_patient(window, PATIENT)
    window.find("label", "ZZCANARY, Zoë")
    window.do("win.new-session")
    window.find("text", "Date of the session")
    entered = enter_session(window)
    window.do("win.save")
    window.find("list item", "ZZCANARY, Zoë, Born 30-Jul-1968, Lesions, " + entered)
    window.close()

    window = Window([calx, "--database", database], log)
    open_patient(window, "zzcan")
    reopened = window.wait(lambda: points(window) == entered and entered, what="the same result")
    for name, text, unit in FINDINGS:
        filter_findings(window, name)
        window.wait(lambda: window.text(window.find("text", name)) == text, what="%s as typed" % name)
    for site in SITES:
        window.find("push button", site + ", 1 lesion")
    export(window, pdf)
    window.close()

    page = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    row = next(csv.DictReader(io.StringIO(subprocess.run(
        [cli, "list", "--database", database], capture_output=True, text=True, check=True).stdout)))
    number = re.sub(r" to ", "..", entered.removesuffix(" points"))
    checks = [
        (reopened == entered, "the reopened result"),
        (row["points"] == number, "the stored record's points: %s, not %s" % (row["points"], number)),
        (row["band"] == "lesions", "the stored band: " + row["band"]),
        (entered + ": not validated" in page, "the page's points"),
        ("ZZCANARY, Zoë" in page and "T-4711" in page, "the page's identity"),
        ("69 pmol/L" in page and "29 g/L" in page and "2.10 mmol/L" in page, "the page's values as entered"),
        ("L1" in page and "L2" in page and "Left thigh, inner" in page, "the page's lesions"),
        (oct(os.stat(database).st_mode & 0o777) == "0o600" and oct(os.stat(pdf).st_mode & 0o777) == "0o600", "private files"),
        ("anary" not in open(log).read(), "no patient in the log"),
    ]
    return report(checks)


run(main)
