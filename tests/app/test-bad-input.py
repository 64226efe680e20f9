#!/usr/bin/python3
"""Bad input in the real window: each has a message that names the field, the value and the mend, and
nothing that was typed is lost.

Usage: test-bad-input.py CALX
"""

import datetime
import json
import os
import sys
import tempfile

from desktop import Window, choose, enter_number, filter_findings
from steps import begin_session, create, is_clean, n_versions, open_dialog, query, report, run, wait_until_saved

TOMORROW = (datetime.date.today() + datetime.timedelta(days=1)).isoformat()
FIRST = {"Family name": "Zzcanary", "Given name": "Zoë", "Record number": "T-1", "Born": TOMORROW,
         "Shift": "late", "Chair": "7"}
SECOND = {"Family name": "Zzother", "Given name": "Ada", "Record number": "T-1", "Born": "1950", "Chair": "8"}
THIRD = {"Family name": "zzcanary", "Given name": "Zoe", "Record number": "T-3", "Born": "1968-07-30", "Chair": "9"}


def complaint(window, words):
    """The label on screen that says all of the words."""
    return window.wait(lambda: next((t for t in window.labels() if all(w in t for w in words)), None),
                       what="a message with " + ", ".join(words))


def typed(window, dialog, values):
    return {name: window.text(window.find("text", name, dialog)) for name in values} == values


def described(window, role, name, words):
    """The message is also the field's own description, for those who hear it."""
    node = window.find(role, name)
    return window.wait(lambda: all(w in node.description for w in words), what="%s to be described" % name)


def bad_patients(window, database):
    checks = []
    count = lambda: query(database, "SELECT count(*) FROM patient")[0][0]

    dialog = open_dialog(window, FIRST)
    create(window, dialog)
    said = complaint(window, ("Born", TOMORROW, "later than today", "Correct"))
    checks.append((described(window, "text", "Born", ("later than today",)), "born tomorrow: " + said))
    checks.append((typed(window, dialog, FIRST) and count() == 0, "born tomorrow: every field keeps its text"))
    window.enter(window.find("text", "Born", dialog), "1968-07-30")
    create(window, dialog)
    window.gone("frame", "New patient")
    window.focus_newest()
    window.find("label", "ZZCANARY, Zoë")
    checks.append((query(database, "SELECT family_name, given_name, record_number, born, shift, chair FROM patient") ==
                   [("Zzcanary", "Zoë", "T-1", "1968-07-30", "late", "7")], "born corrected: the patient is there"))

    dialog = open_dialog(window, SECOND)
    create(window, dialog)
    said = complaint(window, ("Record number", "T-1", "another patient", "correct the number"))
    checks.append((described(window, "text", "Record number", ("another patient",)), "a duplicate: " + said))
    checks.append((typed(window, dialog, SECOND) and count() == 1, "a duplicate: every field keeps its text"))
    window.enter(window.find("text", "Record number", dialog), "T-2")
    create(window, dialog)
    window.gone("frame", "New patient")
    window.focus_newest()
    window.find("label", "ZZOTHER, Ada")
    checks.append((count() == 2, "the number corrected: the patient is there"))

    dialog = open_dialog(window, THIRD)
    create(window, dialog)
    window.find("label", "A similar patient is already there")
    said = complaint(window, ("Born 30-Jul-1968", "Record number: T-1"))
    checks.append((count() == 2, "a similar patient is shown before a second record is made: " + said))
    window.act(window.find("push button", "Back to the form", dialog))
    window.find("text", "Family name", dialog)
    checks.append((typed(window, dialog, THIRD), "back from the similar patient: every field keeps its text"))
    create(window, dialog)
    window.act(window.find("push button", "Create a second record", dialog))
    window.gone("frame", "New patient")
    window.focus_newest()
    window.find("label", "ZZCANARY, Zoe")
    checks.append((count() == 3, "the second record is made when it is asked for"))
    return checks


def drafted(database):
    rows = query(database, "SELECT content FROM draft")
    return json.loads(rows[0][0])["findings"] if rows else {}


def bad_findings(window, database):
    checks = []

    begin_session(window)
    enter_number(window, "Total calcium", "2.4", "mg/dL")
    said = complaint(window, ("Total calcium", "2.4 mg/dL", "below 3 mg/dL", "2.4 mmol/L", "Not taken"))
    checks.append((described(window, "text", "Total calcium", ("2.4 mg/dL", "mmol/L")), "calcium: " + said))
    entry = window.find("text", "Total calcium")
    checks.append((window.text(entry) == "2.4", "calcium: the text stays"))

    enter_number(window, "Phosphate", "abc", None)
    said = complaint(window, ("Phosphate", "“abc”", "not a number", "Write"))
    checks.append((described(window, "text", "Phosphate", ("“abc”",)), "letters: " + said))
    checks.append((window.text(window.find("text", "Phosphate")) == "abc", "letters: the text stays"))
    enter_number(window, "Albumin", "29", "g/L")
    window.wait(lambda: "albumin" in drafted(database), what="a draft with the albumin")
    checks.append((set(drafted(database)) == {"albumin"}, "what was refused stays unknown: %s" % drafted(database)))

    window.do("win.save")
    said = complaint(window, ("Total calcium, Phosphate", "Refused"))
    window.act(window.find("push button", "Go Back", exact=False))
    window.gone("label", said)
    window.focus_newest()
    checks.append((n_versions(database) == 0, "saving asks first: " + said))

    filter_findings(window, "Total calcium")
    choose(window, "Unit of Total calcium", "mmol/L")
    window.wait(lambda: "calcium_total" in drafted(database), what="a draft with the calcium")
    got = drafted(database)["calcium_total"]
    checks.append(((got.get("text"), got.get("unit")) == ("2.4", "mmol/L"), "the unit corrected: %s" % got))
    checks.append((window.text(entry) == "2.4" and not entry.description, "the unit corrected: the message is gone"))
    enter_number(window, "Phosphate", "1,9", "mmol/L")
    window.wait(lambda: "phosphate" in drafted(database), what="a draft with the phosphate")
    window.do("win.save")
    wait_until_saved(window, database, 1)
    stored = json.loads(query(database, "SELECT findings FROM session_version")[0][0])
    checks.append((set(stored) == {"albumin", "calcium_total", "phosphate"} and stored["phosphate"]["text"] == "1,9",
                   "what was corrected is saved as typed"))
    return checks


def main():
    folder = tempfile.mkdtemp(prefix="calx-bad-input-")
    database, log = (os.path.join(folder, name) for name in ("clinic.calx", "calx.log"))
    window = Window([sys.argv[1], "--database", database], log)
    checks = bad_patients(window, database) + bad_findings(window, database)
    window.close()
    checks.append((is_clean(log), "no patient and nothing critical in the log"))
    return report(checks)


run(main)
