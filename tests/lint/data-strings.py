#!/usr/bin/python3
"""The texts of data/ that people read stand in data/po/data-strings.c, where gettext finds them.

xgettext reads no JSON, so the file is generated: data-strings.py SOURCE-ROOT --write
"""

import json
import pathlib
import sys

HEAD = """/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Generated from data/ by tests/lint/data-strings.py --write: for xgettext alone, never compiled. */
"""
# Fields whose value is shown to people, by file; every other text is an id, a code or a source.
SHOWN = {
    "units.json": {"label"},
    "inputs.json": {"label", "help", "below_hint"},
    "regions.json": {"name"},
    "body/insets.json": {"name"},
    "figures.json": {"label"},
    "handbook.json": {"label", "text", "note"},
    "instruments.json": {"label", "text", "caution"},
    "criteria.json": {"label", "name", "text", "note"},
    "subtypes.json": {"label", "text", "note"},
    "prognosis.json": {"label", "text", "note", "population", "n", "horizon"},
    "targets.json": {"label", "text", "note", "words"},
    "workup.json": {"label", "text", "note", "hint"},
    "treatments.json": {"label", "text", "note"},
    "conflicts.json": {"label", "text", "note"},
    "onset-model.json": {"title", "outcome", "population", "not_for", "label", "text", "note", "grade", "basis", "at_least",
                         "option", "caution", "reason", "status", "every_band"},
}


def texts(value, shown):
    if isinstance(value, list):
        for element in value:
            yield from texts(element, shown)
    elif isinstance(value, dict):
        for name, member in value.items():
            if name in shown and isinstance(member, (str, list)):
                yield from (text for text in ([member] if isinstance(member, str) else member) if text)
            else:
                yield from texts(member, shown)


def generate(root):
    lines = [HEAD]
    for name, shown in SHOWN.items():
        found = texts(json.loads((root / "data" / name).read_text(encoding="utf-8")), shown)
        lines.append("/* %s */" % name)
        lines += ["N_ (%s)" % json.dumps(text, ensure_ascii=False) for text in dict.fromkeys(found)]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def main():
    root = pathlib.Path(sys.argv[1])
    path = root / "data" / "po" / "data-strings.c"
    text = generate(root)
    if "--write" in sys.argv[2:]:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    same = path.exists() and path.read_text(encoding="utf-8") == text
    if not same:
        print("# data/po/data-strings.c is not what data/ says: run %s %s --write" % (sys.argv[0], root))
    print("%d passed, %d failed" % (same, not same))
    return not same


sys.exit(main())
