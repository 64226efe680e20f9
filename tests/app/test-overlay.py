#!/usr/bin/python3
"""An input, a unit and a region are added to a copy of data/, with no C changed, and are found in the form,
in the file, on the print and in the export.

The export is what leaves Calx other than on paper: the body map as a picture (calx-cli draw) and results
for other programs (calx-cli score --format=json), which reads the new columns, too.

Usage: test-overlay.py CALX CALX-CLI
"""

import csv
import io
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from desktop import Failure, Window, enter_number, filter_findings
from steps import begin_session, create_patient, report, run as run_test, wait_until_saved

DATA = pathlib.Path(__file__).resolve().parents[2] / "data"
GRIP = "Grip strength of the test"
PATCH = "Left patch of the test"
# A square on the front of the thigh, in thousandths of stature.
CORNERS = [(45, 580), (75, 580), (75, 620), (45, 620), (45, 580)]


def edit(path, change):
    content = json.loads(path.read_text())
    change(content)
    path.write_text(json.dumps(content))


def add_units(units):
    phosphate = next(q for q in units["quantities"] if q["id"] == "phosphate")
    phosphate["units"].append({"code": "ug/mL", "system": "both", "multiply": 0.1, "decimals": 0})
    units["quantities"].append({"id": "grip", "source": "this test", "units": [
        {"code": "kgf", "system": "conventional", "decimals": 1},
        {"code": "N", "system": "si", "divide": 9.80665, "decimals": 0}]})


def add_input(inputs):
    inputs["inputs"].append({"id": "grip_strength", "label": GRIP, "group": "body", "kind": "number", "quantity": "grip",
                             "hard_min": 0, "hard_max": 100, "carried": True, "source": "this test"})


def add_region(regions):
    for side in ("right", "left"):
        regions.append({"id": "patch_" + side[0], "name": "Patch of the test", "views": ["anterior"], "side": side,
                        "snomed": None, "snomed_note": "", "class": "central", "area_percent": 0.1, "note": None})


def add_loop(body):
    knots = [["a" if i in (0, 4) else "", x, y] for i, (x, y) in enumerate(CORNERS)]
    controls = [[*start, *end] for start, end in zip(CORNERS, CORNERS[1:])]
    body["paths"]["patch"] = {"knots": knots, "ctrl": controls}
    body["regions"]["ant"]["paired"]["patch"] = [[["patch"]]]


def lay_over(folder):
    data = folder / "data"
    shutil.copytree(DATA, data, ignore=shutil.ignore_patterns("po", "icons"))
    edit(data / "units.json", add_units)
    edit(data / "inputs.json", add_input)
    edit(data / "regions.json", add_region)
    for build in ("woman", "man"):
        edit(data / "body" / ("body-%s.json" % build), add_loop)
    os.environ["G_RESOURCE_OVERLAYS"] = "/io/github/calx/Calx/data=%s" % data


def work_in_window(calx, database, log):
    window = Window([calx, "--database", database], log)
    create_patient(window, {"Family name": "Zzcanary", "Sex": "Female"})
    begin_session(window)
    enter_number(window, GRIP, "196.5", "N")
    enter_number(window, "Phosphate", "65", "ug/mL")
    filter_findings(window, "")
    window.click(window.find("push button", PATCH + ", central"))
    window.find("push button", PATCH + ", central, 1 lesion")
    window.find("list item", "L1, " + PATCH, exact=False)
    window.do("win.save")
    wait_until_saved(window, database, 1)
    window.close()


def run(*command, expect=0, text=None):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, input=text)
    if result.returncode != expect:
        raise Failure("%s ended with %d: %s" % (command[1], result.returncode, result.stderr))
    return result.stdout


def words_of(pdf):
    return " ".join(run("pdftotext", "-layout", pdf, "-").split())


def check_file(cli, database):
    row = next(csv.DictReader(io.StringIO(run(cli, "list", "--database", database))))
    run(cli, "check", "--database", database)
    connection = sqlite3.connect("file:%s?mode=ro" % database, uri=True)
    findings = [json.loads(row[0]) for row in connection.execute("SELECT findings FROM session_version")][-1]
    places = [json.loads(row[0])["region"] for row in connection.execute("SELECT state FROM lesion_state")]
    connection.close()
    yield findings.get("grip_strength", {}).get("text") == "196.5", "the file: the input's value"
    yield findings.get("grip_strength", {}).get("unit") == "N", "the file: its unit"
    yield findings.get("phosphate", {}).get("text") == "65", "the file: the value in the added unit"
    yield findings.get("phosphate", {}).get("unit") == "ug/mL", "the file: the added unit"
    yield places == ["patch_l"], "the file: the region"
    yield row["family_name"] == "Zzcanary", "the list"


def check_print(cli, database, folder):
    patient = next(csv.DictReader(io.StringIO(run(cli, "list", "--database", database))))["id"]
    run(cli, "report", "--database", database, "--patient", patient, "-o", folder / "page.pdf")
    page = words_of(folder / "page.pdf")
    yield GRIP + " 196.5 N" in page, "the print: the input with its unit"
    yield "65 ug/mL" in page, "the print: the value in the added unit"
    yield PATCH in page, "the print: the region"
    run(cli, "draw", "--database", database, "--patient", patient, "-o", folder / "map.svg")
    run(cli, "draw", "--database", database, "--patient", patient, "-o", folder / "map.pdf")
    drawn = xml.etree.ElementTree.parse(folder / "map.svg").getroot()
    described = drawn.find("{http://www.w3.org/2000/svg}desc")
    yield described is not None and described.text == "L1: " + PATCH, "the export: the region in the SVG"
    yield PATCH in words_of(folder / "map.pdf"), "the export: the region in the lesion table of the map"


def check_score(cli):
    head = "patient_id,setting,age [a],grip_strength [N],phosphate [%s]\n"
    added = head % "ug/mL" + "P1,hemodialysis,58,196.5,65\n"
    shipped = head % "mg/dL" + "P1,hemodialysis,58,196.5,6.5\n"
    got, same = [json.loads(run(cli, "score", "--format=json", "-", text=text)) for text in (added, shipped)]
    yield got["findings"]["grip_strength"] == {"value": "196.5", "unit": "N"}, "the export: the input"
    yield got["findings"]["phosphate"] == {"value": "65", "unit": "ug/mL"}, "the export: the added unit"
    yield [got[k] for k in ("points_min", "points_max")] == [same[k] for k in ("points_min", "points_max")], "equal points"
    yield abs(got["lp_min"] - same["lp_min"]) < 1e-9, "the same phosphate in either unit"
    yield GRIP + " 196.5 N" in run(cli, "score", "--format=text", "-", text=added), "the export in words"
    # without the copy neither is known: it was the data that brought them
    del os.environ["G_RESOURCE_OVERLAYS"]
    yield run(cli, "score", "-", text=added, expect=2) == "", "the shipped data has no such unit"


def main():
    calx, cli = sys.argv[1:3]
    with tempfile.TemporaryDirectory(prefix="calx-overlay-") as name:
        folder = pathlib.Path(name)
        lay_over(folder)
        work_in_window(calx, folder / "clinic.calx", folder / "calx.log")
        checks = [(True, "the form and the map"), *check_file(cli, folder / "clinic.calx"),
                  *check_print(cli, folder / "clinic.calx", folder), *check_score(cli)]
    return report(checks)


run_test(main)
