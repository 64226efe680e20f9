#!/usr/bin/python3
"""The worked case of spec.md, typed into the window: the window, the PDF, the stored record, calx-cli and the
specification itself say the same, to the last digit shown.

Usage: test-worked-case.py CALX CALX-CLI
"""

import csv
import datetime
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

from desktop import Window, answer, choose, enter_number, export, filter_findings
from steps import report, run

NUMBERS = [  # column of the cohort file, what the finding is called in the window, what is typed
    ("bmi [kg/m2]", "Body mass index", "40"),
    ("calcium_total [mg/dL]", "Total calcium", "9.6"),
    ("albumin [g/dL]", "Albumin", "2.9"),
    ("phosphate [mg/dL]", "Phosphate", "6.5"),
    ("pth [pg/mL]", "Parathyroid hormone, intact (PTH)", "650"),
]
COLUMNS = ["patient_id", "setting", "age [a]", "sex", "lesions", "diabetes", "albumin_method", "vitamin_k_antagonist"]
CELLS = ["worked", "hemodialysis", "58", "female", "no", "yes", "bcg", "yes"]
ANSWERS = ["Diabetes: Yes", "Vitamin K antagonist (warfarin and its kind): Yes", "Skin lesions that may be calciphylaxis: No"]


def output(*command, stdin=None):
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=True).stdout


def score(cli, form):
    header = ",".join(COLUMNS + [column for column, _, _ in NUMBERS])
    row = ",".join(CELLS + [text for _, _, text in NUMBERS])
    return output(cli, "score", "--format=" + form, "-", stdin="%s\n%s\n" % (header, row))


def enter(window):
    """The worked case, in the window; returns its texts and what each row of the result is called."""
    window.do("win.new-patient")
    dialog = window.find("frame", "New patient")
    window.focus_newest()
    born = datetime.date.today().replace(day=1) - datetime.timedelta(days=58 * 365 + 100)
    for name, text in (("Family name", "Worked"), ("Record number", "W-1"), ("Born", born.isoformat())):
        window.enter(window.find("text", name, dialog), text)
    choose(window, "Sex", "Female")
    window.act(window.find("push button", "Create", dialog))
    window.gone("frame", "New patient")
    window.focus_newest()
    window.do("win.new-session")
    window.find("text", "Date of the session")
    filter_findings(window, "Kidney treatment")
    choose(window, "Kidney treatment", "Hemodialysis")
    for _, name, text in NUMBERS:
        enter_number(window, name, text, None)
    filter_findings(window, "Albumin method")
    choose(window, "Albumin method", "Bromocresol green")
    for name in ANSWERS:
        answer(window, name)
    filter_findings(window, "")
    window.find("label", "40 points")
    return window.labels(), [n.name for n in window.walk() if n.getRoleName() == "list item" and window.visible(n)]


def specified():
    """The factors and the line of results of spec.md; nothing where ../shared is not there."""
    path = os.path.join(os.environ.get("CALX_SHARED", ""), "score", "spec.md")
    if not os.path.exists(path):
        print("skipped: no", path)
        return None, None
    case = open(path).read().split("## Worked case")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (\w+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| (\d+) \|$", case, re.M)
    line = re.search(r"\*\*Points (\d+)\.\*\* lp ([\d.]+), sd ([\d.]+), .*?ratio ([\d.]+) .*?spread ([\d.]+)-([\d.]+), "
                     r"rates (\d+)-(\d+), band `(\w+)`", case)
    return rows, line.groups()


def check_specification(machine, row):
    rows, line = specified()
    if rows is None:
        return
    known = [c for c in machine["contributions"] if c["state"] == "known"]
    computed = [(c["factor"], "%.4f" % c["t"], "%.4f" % c["b"], "%.4f" % c["contribution"], str(c["points"])) for c in known]
    yield computed == rows, "calx-cli's factors are the specification's"
    yield ((row["points"], "%.4f" % machine["lp_min"], "%.4f" % machine["sd"], row["ratio"], row["ratio_low"],
            row["ratio_high"], row["rate_low"], row["rate_high"], row["band"]) == line, "calx-cli's results are, too")


def check_stored(database, machine):
    with sqlite3.connect("file:%s?mode=ro" % database, uri=True) as connection:
        stored, sha256 = connection.execute("SELECT assessment, model_sha256 FROM session_version").fetchone()
    stored = json.loads(stored)
    same = ["points_min", "points_max", "band_min", "band_max", "lp_min", "lp_max", "sd", "ratio_min", "ratio_max",
            "ratio_low", "ratio_high", "rate_low", "rate_high", "setting_points"]
    for name in same:
        yield stored[name] == machine[name], "the stored %s: %s" % (name, stored[name])
    yield ([(c["factor_id"], c["points"], c["c"], c["value_text"]) for c in stored["contributions"] if c["state"] == 0]
           == [(c["factor"], c["points"], c["contribution"], c["value"]) for c in machine["contributions"]
               if c["state"] == "known"]), "the stored contributions"
    yield sha256 == stored["model_sha256"] and len(sha256) == 64, "the stored model"


def check_shown(texts, rows, page, machine, database):
    flat = " ".join(page.split())
    points = "%d points" % machine["points"]
    compared = "ore than 10 times the average hemodialysis patient, beyond what any study could check"
    yield {points, "Very high", "Not validated", "M" + compared} <= set(texts), "the window's result"
    yield points + ", Very high: not validated" in page and "m" + compared in flat, "the page's result"
    yield any(r.startswith("Setting:") and ", %+d," % machine["setting_points"] in r for r in rows), "the window's setting"
    yield re.search(r"Setting: .* \+%d\b" % machine["setting_points"], page), "the page's setting"
    for c in machine["contributions"]:
        if c["state"] != "known":
            continue
        shown = "%s, %+d, %s" % (c["label"], c["points"], c["value"])
        yield any(r.lower().startswith(shown.lower()) for r in rows), "the window's " + shown
        yield re.search(r"%s\s+\S+\s+%s\s" % (re.escape(c["value"]), re.escape("%+d" % c["points"])), page), "the page's " + shown
    for sha256 in re.findall(r"SHA-256 (\w+)", page):
        yield sha256 in open(database, "rb").read().decode("latin-1"), "the page's model is the stored one"


def main():
    calx, cli = sys.argv[1:3]
    folder = tempfile.mkdtemp(prefix="calx-worked-case-")
    database, pdf, printed, log = (os.path.join(folder, n) for n in ("clinic.calx", "window.pdf", "cli.pdf", "calx.log"))
    machine = json.loads(score(cli, "json"))
    row = next(csv.DictReader(io.StringIO(score(cli, "csv"))))

    window = Window([calx, "--database", database], log)
    texts, rows = enter(window)
    window.do("win.save")
    window.find("list item", "Very high, 40 points", exact=False)
    export(window, pdf)
    window.close()

    listed = next(csv.DictReader(io.StringIO(output(cli, "list", "--database", database))))
    output(cli, "report", "--database", database, "--patient", listed["id"], "-o", printed)
    checks = list(check_specification(machine, row))
    checks += check_stored(database, machine)
    for path in (pdf, printed):
        checks += check_shown(texts, rows, output("pdftotext", "-layout", path, "-"), machine, database)
    checks.append(((listed["points"], listed["band"]) == (row["points"], row["band"]), "what list says"))
    return report(checks)


run(main)
