#!/usr/bin/python3
"""A model that breaks a rule: the command refuses it with the field named, and so does the window.

Usage: test-bad-model.py CALX CALX-CLI MODEL.json
"""

import json
import os
import subprocess
import sys
import tempfile

from desktop import Window
from steps import report, run


def remove(name):
    return lambda model: model.pop(name)


def factor(index, **changes):
    return lambda model: model["factors"][index].update(changes)


# What is done to the model, and what the message must name.
FAULTS = [
    (remove("bands"), "bands"),
    (remove("point_odds_ratio"), "point_odds_ratio"),
    (lambda model: model.update(format="calx-model/9"), "format"),
    (lambda model: model.update(point_odds_ratio=1.0), "point_odds_ratio"),
    (lambda model: model["bands"].reverse(), "bands"),
    (lambda model: model["factors"].append(dict(model["factors"][0])), "factors[11].id"),
    (factor(5, ramp=[1000, 300]), "factors[5].ramp"),
    (factor(2, clamp=[50, 18]), "factors[2].clamp"),
    (factor(2, unit="stones"), "factors[2].unit"),
    (factor(0, input="shoe_size"), "factors[0].input"),
    (factor(1, weight=2), "factors[1].weight"),
    (factor(3, kind="cubic"), "factors[3].kind"),
    (factor(4, sources=["nobody1999"]), "factors[4].sources"),
    (lambda model: model.update(reference_setting="moon"), "reference_setting"),
]


def write(path, change, shipped):
    with open(shipped, encoding="utf-8") as file:
        model = json.load(file)
    change(model)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(model, file)


def main():
    calx, cli, shipped = sys.argv[1:4]
    folder = tempfile.mkdtemp(prefix="calx-bad-model-")
    path = os.path.join(folder, "onset-model.json")
    checks = []
    for change, field in FAULTS:
        write(path, change, shipped)
        result = subprocess.run([cli, "model", "--model", path], capture_output=True, text=True, check=False)
        checks.append((result.returncode == 2 and field in result.stderr and result.stdout == "",
                       "%s: %s" % (field, result.stderr.strip())))
    with open(path, "w", encoding="utf-8") as file:
        file.write("{ not JSON")
    result = subprocess.run([cli, "model", "--model", path], capture_output=True, text=True, check=False)
    checks.append((result.returncode == 2 and path in result.stderr, "not JSON: " + result.stderr.strip()))

    write(path, factor(5, ramp=[1000, 300]), shipped)
    os.environ["G_RESOURCE_OVERLAYS"] = "/io/github/calx/Calx/data/onset-model.json=" + path
    database = os.path.join(folder, "clinic.calx")
    window = Window([calx, "--database", database], os.path.join(folder, "calx.log"))
    window.find("label", "Calx cannot start")
    said = window.wait(lambda: next((t for t in window.labels() if "factors[5].ramp" in t), None),
                       what="a sentence that names the field")
    checks.append(("Install Calx again" in said, "the window: " + said.replace("\n", " ")))
    window.close()
    checks.append((not os.path.exists(database), "no records file was begun"))
    return report(checks)


run(main)
