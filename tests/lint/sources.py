#!/usr/bin/python3
"""Every entry of a fact file of data/ has a source, every source is whole, and nothing unverified is said.

A fact file is one whose format is none of those in PLAIN; an entry is an object that stands in a list and has
"id" and "label", or "text": it or the one that holds it names its sources.

Usage: sources.py SOURCE-ROOT
"""

import json
import pathlib
import re
import sys

# Files that state no clinical fact of their own, and why.
PLAIN = {
    "units.json": "units of measurement; their factors are tested",
    "regions.json": "parts of the body",
    "sources.json": "the sources themselves",
    "sample/clinic.json": "invented patients",
    "body/body-woman.json": "outlines",
    "body/body-man.json": "outlines",
    "body/body-woman-large.json": "outlines",
    "body/body-man-large.json": "outlines",
    "body/body-child.json": "outlines",
    "body/body-infant.json": "outlines",
    "body/insets.json": "windows on the outlines",
}
# Lists of objects that are no statements of their own: what holds them is. With the file where it matters.
NO_ENTRY = {"groups", "choices", "answers", "chapters", "routes", "topics", "units", "instruments.json items"}
# What could not be verified, or has no number that was read: never said as a fact.
UNVERIFIED = [
    (r"\b[12][A-D]\b(?=[\s,.;)]|$)", "a KDIGO grade"),
    (r"(?i)BCWAS", "the items of the BCWAS were not found"),
    (r"(?i)\b41\s*(-|–|to)\s*65\b", "a band of the BWAT above 40"),
    (r"(?i)(severe|extreme|critical)[^.]{0,20}\bBWAT\b|\bBWAT\b[^.]{0,40}\b(severe|extreme|critical)\b", "a band of the BWAT above 40"),
    (r"(?i)Gabel\s*2021", "a paper that was not found"),
    (r"(?i)\bGLP-1\b", "not verified"),
    (r"1\.25\s*(-|–|to)\s*1\.50?\s*mmol", "a range of dialysate calcium, remembered"),
    (r"\b(E88\.09|E56\.1|E83\.39|E83\.52|Z79\.52)\b", "a code whose title was remembered"),
    (r"(?i)negative pressure", "not verified"),
    (r"(?i)EULAR criteria", "none were found"),
]
IDENTIFIERS = ("pmid", "pmcid", "doi")


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def texts(value):
    """Every string below @value that people read; ids and citations are not among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for element in value:
            yield from texts(element)
    elif isinstance(value, dict):
        for name, member in value.items():
            if name not in ("id", "sources", "source", "when", "format"):
                yield from texts(member)


def sources_of(entry):
    """The ids an entry names, or None where it has no field for them."""
    if "sources" in entry:
        return entry["sources"] if isinstance(entry["sources"], list) else None
    return None


def check_entry(entry, path, known, inherited, faults):
    ids = sources_of(entry)
    for source in ids or []:
        if source not in known:
            faults.append("%s: no source is called %r" % (path, source))
    if not ids and (not inherited or "sources" in entry or "when" in entry):  # a rule is never founded on another
        faults.append("%s: %r has no source" % (path, entry.get("id") or entry.get("text")))
    return bool(ids) or inherited


def check_entries(value, path, known, faults, inherited=False):
    if isinstance(value, dict):
        for name, member in value.items():
            if not {name, path.split(".json")[0] + ".json " + name} & NO_ENTRY or not isinstance(member, list):
                check_entries(member, "%s.%s" % (path, name), known, faults, inherited)
                continue
            for i, element in enumerate(member):  # what holds others, or is held by an entry with sources
                check_entries(element, "%s.%s[%d]" % (path, name, i), known, faults, inherited)
    elif isinstance(value, list):
        for i, element in enumerate(value):
            where = "%s[%d]" % (path, i)
            founded = inherited
            if isinstance(element, dict) and ("text" in element or {"id", "label"} <= element.keys()):
                founded = check_entry(element, where, known, inherited, faults)
            check_entries(element, where, known, faults, founded)


def check_source(name, path, source, faults):
    for field in ("cite", "read"):
        if not source.get(field, "").strip():
            faults.append("%s: %r has no %s" % (path, name, field))
    has_one = any(source.get(field) for field in IDENTIFIERS)
    if has_one == bool(source.get("identifier")):
        faults.append("%s: %r must have an identifier, or say in \"identifier\" that it has none" % (path, name))
    for field, pattern in (("pmid", r"\d{7,8}"), ("pmcid", r"PMC\d{6,8}"), ("doi", r"10\.\d{4,}/\S+")):
        if source.get(field) and not re.fullmatch(pattern, source[field]):
            faults.append("%s: %r: %r is no %s" % (path, name, source[field], field))


def check_inputs(path, known, faults):
    """Inputs say in words where they come from; what they name as ids must be there."""
    for entry in load(path)["inputs"]:
        if not entry.get("source") and not entry.get("sources"):
            faults.append("inputs.json: %r has no source" % entry["id"])
        for source in entry.get("sources", []):
            if source not in known:
                faults.append("inputs.json: %r: no source is called %r" % (entry["id"], source))


def main():
    data = pathlib.Path(sys.argv[1]) / "data"
    shipped, model = load(data / "sources.json")["sources"], load(data / "onset-model.json")["sources"]
    faults, n_files = [], 0

    for where, table in (("sources.json", shipped), ("onset-model.json", model)):
        for name, source in table.items():
            check_source(name, where, source, faults)
    if list(shipped) != sorted(shipped):
        faults.append("sources.json: must be sorted by id")
    for name in sorted(shipped.keys() & model.keys()):
        for field in ("cite",) + IDENTIFIERS:
            if shipped[name].get(field) != model[name].get(field):
                faults.append("%r: %s differs in sources.json and in the model" % (name, field))

    for path in sorted(data.rglob("*.json")):
        name = str(path.relative_to(data))
        if name in PLAIN:
            continue
        n_files += 1
        if name == "inputs.json":
            check_inputs(path, shipped, faults)
        elif name == "onset-model.json":  # its loader asks each factor for sources; its own table counts
            check_entries({k: v for k, v in load(path).items() if k in ("factors", "associations")}, name, model, faults)
        else:
            check_entries(load(path), name, shipped, faults)
        for text in texts(load(path)):
            for pattern, why in UNVERIFIED:
                found = re.search(pattern, text)
                if found:
                    faults.append("%s: %r is unverified: %s" % (name, found.group(0), why))

    for fault in faults:
        print("#", fault)
    print("%d files and %d sources, %d faults" % (n_files, len(shipped.keys() | model.keys()), len(faults)))
    return bool(faults)


sys.exit(main())
