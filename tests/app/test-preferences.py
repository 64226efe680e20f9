#!/usr/bin/python3
"""What a clinic decides is entered in the preferences, refused where it makes no sense, kept in the file with its
audit row, and counts at once: the targets shown first, the units offered first, the reference range that is said.

Usage: test-preferences.py CALX CALX-CLI
"""

import json
import os
import subprocess
import sys
import tempfile

from desktop import Failure, Window, choose, filter_findings
from steps import is_clean, open_patient, query, report, run

ROW = "Phosphate"


def settings(database):
    rows = query(database, "SELECT value FROM setting WHERE name = 'clinic_settings'")
    return json.loads(rows[0][0]) if rows else {}


def n_changes(database):
    return query(database, "SELECT count(*) FROM audit WHERE action = 'setting.change'")[0][0]


def open_preferences(window):
    window.keys("ctrl+comma")
    dialog = window.find("frame", "Preferences")
    window.focus_newest()
    return dialog


def field(window, name):
    return window.find("text", name)


def settle(window, node):
    """Until the row has unfolded: it does so over some frames, and a click would land where the entry was."""
    places = []

    def is_still():
        places.append(window.place(node))
        return len(places) > 5 and len(set(places[-5:])) == 1
    window.wait(is_still, step=0.1, what="the row to lie still")


def open_row(window, dialog):
    """Folds the analyte's row open. A click may go to the list of a drop-down that is just closing: click again."""
    is_open = lambda: window.look("text", ROW + ", Lower end", dialog) is not None
    for _ in range(3):
        window.click(window.find("label", ROW, dialog))
        try:
            window.wait(is_open, timeout=3, what="the row to open")
            break
        except Failure:
            continue
    settle(window, window.find("push button", ROW + ", reset to the published range", dialog))


def put(window, node, text):
    """Over the bus: the row scrolls and unfolds under a click where the machine has much to do."""
    node.queryEditableText().setTextContents(text)
    window.wait(lambda: window.text(node) == text, what="%r to read %r" % (node.name, text))


def save(window):
    window.act(window.find("push button", "Save", window.look("frame", "Preferences")))


def closed(window):
    window.gone("frame", "Preferences")
    window.focus_newest()


def main():
    calx, cli = sys.argv[1:3]
    folder = tempfile.mkdtemp()
    database, log = os.path.join(folder, "clinic.calx"), os.path.join(folder, "log")
    subprocess.run([cli, "demo", database], check=True)
    checks = []
    window = Window([calx, "--database", database], log)
    open_patient(window, "Castellane")
    window.find("label", "Targets of KDIGO 2017", exact=False)
    before = n_changes(database)

    dialog = open_preferences(window)
    checks.append((window.text(field(window, "Name of the clinic")).startswith("Sample clinic"), "the name is there"))
    put(window, field(window, "Name of the clinic"), "Renal Unit North")
    choose(window, "Targets shown first", "KDIGO 2009 (historical)")
    open_row(window, dialog)
    put(window, field(window, ROW + ", Lower end"), "4.5")
    put(window, field(window, ROW + ", Upper end"), "2.5")
    save(window)
    window.find("label", "Phosphate: the lower end, 4.5 mg/dL, is not below the upper end, 2.5 mg/dL.")
    checks.append((n_changes(database) == before, "a range that makes no sense is refused, and nothing is written"))
    put(window, field(window, ROW + ", Upper end"), "30")
    save(window)
    window.find("label", "Phosphate 30 mg/dL is above 25 mg/dL", exact=False)
    checks.append((n_changes(database) == before, "so is one outside the hard limits"))
    put(window, field(window, ROW + ", Lower end"), "2,7")
    put(window, field(window, ROW + ", Upper end"), "4,3")
    save(window)
    closed(window)

    kept = settings(database)
    checks.append((kept.get("name") == "Renal Unit North" and kept.get("target_body") == "kdigo2009", "name and body are kept"))
    checks.append((kept["references"]["phosphate"]["low"] == "2,7", "the range is kept as it was typed"))
    checks.append((n_changes(database) == before + 1, "one change is one row of the audit"))
    window.find("label", "Targets of KDIGO 2009", exact=False)
    filter_findings(window, ROW)
    window.find("label", "Reference range 2.7 to 4.3 mg/dL, entered by the clinic on", exact=False)
    checks.append((True, "targets and range count at once"))

    dialog = open_preferences(window)
    open_row(window, dialog)
    checks.append((window.text(field(window, ROW + ", Lower end")) == "2,7", "it is shown as it was typed"))
    window.act(window.find("push button", ROW + ", reset to the published range"))
    window.wait(lambda: window.text(field(window, ROW + ", Lower end")) == "", what="an empty field")
    save(window)
    closed(window)
    checks.append((settings(database)["references"] == {}, "the published range is taken again"))
    window.find("label", "Reference range 2.5 to 4.5 mg/dL, published.", exact=False)

    open_preferences(window)
    put(window, field(window, "Name of the clinic"), "Not kept")
    window.keys("Escape")
    closed(window)
    checks.append((settings(database)["name"] == "Renal Unit North", "Cancel keeps nothing"))
    window.close()
    checks.append((is_clean(log), "no critical message"))
    return report(checks)


run(main)
