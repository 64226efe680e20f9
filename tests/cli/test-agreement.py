#!/usr/bin/python3
"""1,000 random patients through calx-cli score, against the independent computation of oracle.py.

Usage: test-agreement.py CALX-CLI MODEL.json
Values lie at random and on every threshold of the model and one displayed step to each side, in
both unit systems; every input is unknown now and then.
"""

import csv
import io
import json
import math
import random
import subprocess
import sys

import oracle

N_PATIENTS = 1000
SEED = 20261120
COLUMNS = ["points", "points_min", "points_max", "band", "band_min", "band_max", "ratio", "ratio_low",
           "ratio_high", "ratio_min", "ratio_max", "rate_low", "rate_high", "unknown"]

# id: (conventional unit, step), (SI unit, factor from conventional, step), plausible range
NUMBERS = {
    "age": (("a", 1), None, (14, 90)),
    "bmi": (("kg/m2", 0.1), None, (12, 60)),
    "weight": (("kg", 0.5), None, (40, 160)),
    "height": (("cm", 1), None, (140, 200)),
    "calcium_total": (("mg/dL", 0.1), ("mmol/L", 0.2495, 0.01), (7, 13)),
    "calcium_corrected": (("mg/dL", 0.1), ("mmol/L", 0.2495, 0.01), (7, 13)),
    "albumin": (("g/dL", 0.1), ("g/L", 10, 1), (1.5, 5)),
    "phosphate": (("mg/dL", 0.1), ("mmol/L", 0.3229, 0.01), (2, 12)),
    "pth": (("pg/mL", 1), ("pmol/L", 1 / 9.43, 0.1), (5, 2500)),
    "weight_loss_6_months": (("kg", 0.1), None, (0, 9)),
}


def thresholds(model, name):
    found = []
    for factor in model.factors:
        if factor["input"] == name or (factor["input"] == "calcium_corrected" and name == "calcium_total"):
            for key in ("clamp", "ramp"):
                found += factor.get(key, [])
            found += [factor[k] for k in ("center", "threshold", "target")
                      if isinstance(factor.get(k), (int, float)) and not isinstance(factor.get(k), bool)]
    return found + {"albumin": [4.0, 3.6, 3.4], "age": [18]}.get(name, [])


def number(rng, model, name, unit, factor, step):
    low, high = NUMBERS[name][2]
    marks = thresholds(model, name)
    if marks and rng.random() < 0.5:
        base = rng.choice(marks) * factor + rng.choice((-1, 0, 1)) * step
    else:
        base = rng.uniform(low, high) * factor
    decimals = max(0, round(-math.log10(step) + 0.3))
    return "%.*f" % (decimals, max(base, low * factor * 0.5))


def patient(rng, model, si):
    row = {"setting": rng.choice(["hemodialysis"] * 8 + ["peritoneal"] * 3 + ["ckd", "transplant", "none", ""])}
    yes_no = lambda unknown: rng.choice(["yes", "no", "yes", "no"] + [""] * unknown)
    row["sex"] = rng.choice(["female", "male"] * 4 + [""])
    row["albumin_method"] = rng.choice(["bcg", "bcp", ""])
    row["diabetes"] = yes_no(1)
    row["vitamin_k_antagonist"] = yes_no(1)
    row["lupus_anticoagulant"] = yes_no(4)
    row["lesions"] = rng.choice(["no"] * 6 + ["", "yes"])
    row["previous_calciphylaxis"] = rng.choice(["no"] * 8 + ["", "yes"])
    row["insulin_injections_per_day"] = rng.choice(["", "0", "1", "2", "3", "4", "24"])
    unknown = rng.choice((0.0, 0.0, 0.0, 0.15, 0.5))
    by_bmi, corrected = rng.random() < 0.5, rng.random() < 0.4
    for name, (conventional, other, _) in NUMBERS.items():
        unit, factor, step = conventional[0], 1.0, conventional[1]
        if si and other:
            unit, factor, step = other
        column = "%s [%s]" % (name, unit)
        skip = rng.random() < unknown
        if name == "age":
            skip = rng.random() < 0.04
        if name == "weight_loss_6_months":
            skip = rng.random() < 0.6
        if name in ("weight", "height"):
            skip = skip or by_bmi
        if name == "bmi":
            skip = skip or not by_bmi
        if name == "calcium_corrected":
            skip = skip or not corrected
        row[column] = "" if skip else number(rng, model, name, unit, factor, step)
    return row


def run(cli, model_path, rows, kind):
    names = ["patient_id"] + list(rows[0])
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    for i, row in enumerate(rows):
        writer.writerow([str(i)] + [row[n] for n in names[1:]])
    result = subprocess.run([cli, "score", "--model", model_path, "--format=" + kind, "-"],
                            input=text.getvalue().encode(), capture_output=True, check=False)
    assert result.returncode == 0, (result.returncode, result.stderr.decode())
    return result.stdout.decode()


def close(a, b, tolerance=1e-9):
    return abs(a - b) <= tolerance * max(1.0, abs(a), abs(b))


def compare(model, rows, answers, objects):
    faults = []
    for i, (row, got, found) in enumerate(zip(rows, answers, objects)):
        want = model.score(row)
        for column in COLUMNS:
            if got[column] != want[column]:
                faults.append((i, column, got[column], want[column], row))
        raw = want["raw"]
        mine = {c["factor"]: c["contribution"] for c in found["contributions"] if c["state"] == "known"}
        if got["points_min"] != "" and set(mine) != set(raw["contributions"]):
            faults.append((i, "contributions", sorted(mine), sorted(raw.get("contributions", {})), row))
        for name, value in raw.get("contributions", {}).items():
            if name in mine and not close(mine[name], value):
                faults.append((i, name, mine[name], value, row))
        for name in ("ratio_min", "ratio_max", "ratio_low", "ratio_high", "rate_low", "rate_high"):
            if name in raw and not close(found[name], raw[name]):
                faults.append((i, name, found[name], raw[name], row))
        # The closed form of the reference mean: Simpson's rule differs from it by its own error at the kinks.
        if "ratio_min" in raw:
            exact = raw["ratio_min"] * model.mean_simpson / model.mean
            if not close(found["ratio_min"], exact, 1e-6):
                faults.append((i, "ratio_min, closed form", found["ratio_min"], exact, row))
    return faults


def main():
    cli, model_path = sys.argv[1:3]
    model = oracle.Model(model_path)
    rng = random.Random(SEED)
    print("# M closed form %.12f, Simpson %.12f, relative difference %.1e"
          % (model.mean, model.mean_simpson, abs(model.mean / model.mean_simpson - 1)))
    passed = failed = 0
    for system in ("conventional", "SI"):
        rows = [patient(rng, model, system == "SI") for _ in range(N_PATIENTS // 2)]
        answers = list(csv.DictReader(io.StringIO(run(cli, model_path, rows, "csv"))))
        objects = [json.loads(line) for line in run(cli, model_path, rows, "json").splitlines()]
        assert len(answers) == len(objects) == len(rows)
        faults = compare(model, rows, answers, objects)
        for fault in faults[:20]:
            print("# disagrees:", fault)
        bad = len({f[0] for f in faults})
        passed, failed = passed + len(rows) - bad, failed + bad
        bands = {}
        for answer in answers:
            key = answer["band"] or "range or unknown"
            bands[key] = bands.get(key, 0) + 1
        print("# %s: %s" % (system, bands))
    print("%d passed, %d failed" % (passed, failed))
    return failed != 0


sys.exit(main())
