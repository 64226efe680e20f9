#!/usr/bin/python3
"""calx-cli as a program: what it prints, how it ends, what it leaves behind.

Usage: test-cli.py CALX-CLI MODEL.json
"""

import csv
import io
import json
import os
import pathlib
import random
import re
import resource
import sqlite3
import stat
import subprocess
import sys
import tempfile
import unittest

CLI = MODEL = None
# The sanitized program is many times slower: it does the same on less.
SANITIZED = "CALX_SANITIZED" in os.environ
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")

HEADER = ("patient_id,points,points_min,points_max,band,band_min,band_max,ratio,ratio_low,ratio_high,"
          "ratio_min,ratio_max,rate_low,rate_high,unknown,warnings,error\n")
WORKED = ("patient_id,date,setting,age [a],sex,diabetes,bmi [kg/m2],weight [kg],height [cm],calcium_total [mg/dL],"
          "calcium_corrected [mg/dL],albumin [g/dL],albumin_method,phosphate [mg/dL],pth [pg/mL],"
          "vitamin_k_antagonist,weight_loss_6_months [kg],insulin_injections_per_day,lupus_anticoagulant,lesions,"
          "previous_calciphylaxis\n"
          "P1,2026-11-20,hemodialysis,58,female,yes,40,,,9.6,,2.9,bcg,6.5,650,yes,,,,no,no\n"
          "P2,2026-11-20,hemodialysis,58,female,yes,40,,,9.6,,2.9,bcg,6.5,650,no,,,,no,no\n"
          "P3,2026-11-20,hemodialysis,58,female,,40,,,9.6,,2.9,bcg,6.5,650,yes,,,,no,no\n")
WORKED_START = [
    "P1,40,40,40,very_high,very_high,very_high,30.1219,10.3667,87.5231,30.1219,30.1219,12,150,,",
    "P2,34,34,34,very_high,very_high,very_high,10.0367,",
    "P3,,36,40,,very_high,very_high,,,,15.0632,30.1219,,,diabetes,",
]


def run(*arguments, text="", expect=0, **more):
    data = text if isinstance(text, bytes) else text.encode()
    result = subprocess.run([CLI, *map(str, arguments)], input=data, capture_output=True, check=False, **more)
    if result.returncode != expect:
        raise AssertionError("%s ended with %d: %s" % (arguments, result.returncode, result.stderr.decode()))
    return result


def score(text, *options, expect=0):
    return run("score", *options, "-", text=text, expect=expect).stdout.decode()


def rows_of(output):
    return list(csv.DictReader(io.StringIO(output)))


class Score(unittest.TestCase):
    def test_the_worked_case_comes_out_to_the_last_digit(self):
        lines = score(WORKED).splitlines(keepends=True)
        self.assertEqual(lines[0], HEADER)
        for line, start in zip(lines[1:], WORKED_START, strict=True):
            self.assertTrue(line.startswith(start), line)
            self.assertTrue(line.endswith(",\n"), line)

    def test_a_file_reads_as_standard_input_does(self):
        with tempfile.NamedTemporaryFile(suffix=".csv") as handle:
            handle.write(WORKED.encode())
            handle.flush()
            self.assertEqual(run("score", handle.name).stdout.decode(), score(WORKED))

    def test_mark_line_ends_and_quotes_change_no_byte(self):
        plain = score(WORKED)
        quoted = "\n".join(",".join('"%s"' % cell for cell in line.split(",")) for line in WORKED.splitlines())
        for spelled in ("\ufeff" + WORKED, WORKED.replace("\n", "\r\n"), WORKED.rstrip("\n"), quoted + "\n",
                        "\ufeff" + quoted.replace("\n", "\r\n") + "\r\n"):
            self.assertEqual(score(spelled), plain)

    def test_json_says_what_the_csv_says(self):
        objects = [json.loads(line) for line in score(WORKED, "--format=json").splitlines()]
        for got, row in zip(objects, rows_of(score(WORKED)), strict=True):
            for key in ("points", "points_min", "points_max", "band", "band_min", "band_max"):
                self.assertEqual("" if got[key] is None else str(got[key]), row[key])
            for key in ("ratio", "ratio_low", "ratio_high", "ratio_min", "ratio_max"):
                self.assertEqual("" if got[key] is None else "%.4f" % got[key], row[key])
            self.assertEqual(" ".join(got["unknown"]), row["unknown"])
            self.assertEqual("; ".join(got["warnings"]), row["warnings"])
        worked = objects[0]
        self.assertEqual([c["points"] for c in worked["contributions"] if c["state"] == "known"],
                         [4, 4, 4, 2, 1, 1, 3, 6])
        self.assertEqual(worked["setting_points"], 15)
        self.assertAlmostEqual(worked["lp_min"], 4.6859, places=4)
        self.assertAlmostEqual(worked["sd"], 0.5442, places=4)

    def test_json_and_text_say_what_was_entered(self):
        text = ("patient_id,setting,age [a],phosphate [mmol/L],diabetes,liver_disease,malignancy\n"
                "P1,hemodialysis,58,2.10,no,yes,\n")
        (got,) = [json.loads(line) for line in score(text, "--format=json").splitlines()]
        self.assertEqual(got["findings"], {
            "setting": {"value": "hemodialysis", "unit": None}, "age": {"value": "58", "unit": "a"},
            "phosphate": {"value": "2.10", "unit": "mmol/L"}, "diabetes": {"value": "no", "unit": None},
            "liver_disease": {"value": "yes", "unit": None}})
        self.assertIn("; Phosphate 2.10 mmol/L; Diabetes no; Liver or bile duct disease yes.\n",
                      score(text, "--format=text"))

    def test_other_inputs_serve_the_associations(self):
        text = ("patient_id,setting,age [a],liver_disease,dialysis_start,aluminium [ug/L]\n"
                "P1,hemodialysis,58,yes,2015-03-01,30\n")
        (got,) = [json.loads(line) for line in score(text, "--format=json").splitlines()]
        met = {a["id"] for a in got["associations"] if a["result"] == "met"}
        self.assertTrue({a for a in met if "liver" in a}, met)
        self.assertTrue({a for a in met if "alumin" in a}, met)

    def test_text_carries_the_words_that_must_stand(self):
        output = score(WORKED, "--format=text")
        self.assertIn("40 points", output)
        self.assertIn("36 to 40 points", output)
        self.assertIn("not validated", output)
        self.assertIn("more than 10 times", output)
        self.assertNotIn("30.1219", output)

    def test_a_bad_row_leaves_the_others_and_ends_with_1(self):
        result = run("score", "-", text=WORKED.replace("P2,2026-11-20,hemodialysis,58", "P2,2026-11-20,hemodialysis,x"),
                     expect=1)
        rows = rows_of(result.stdout.decode())
        self.assertEqual([r["points_max"] for r in rows], ["40", "", "40"])
        self.assertTrue(rows[1]["error"].startswith("line 3, column age [a], value “x”: "), rows[1]["error"])
        self.assertEqual({v for k, v in rows[1].items() if k not in ("patient_id", "error")}, {""})
        self.assertEqual(result.stderr, b"")

    def test_an_unknown_column_is_named_once(self):
        result = run("score", "-", text="shoe,patient_id,shoe,setting\n44,P1,45,none\n43,P2,42,none\n")
        self.assertEqual(result.stderr.decode().count("\n"), 1)
        self.assertIn("“shoe”", result.stderr.decode())

    def test_any_unit_gives_the_same_result(self):
        # Each value is written in each unit of its analyte, at full precision.
        units = {"age": {"a": 1, "mo": 12}, "calcium_total": {"mg/dL": 1, "mmol/L": 0.2495},
                 "calcium_corrected": {"mg/dL": 1, "mmol/L": 0.2495}, "albumin": {"g/dL": 1, "g/L": 10},
                 "phosphate": {"mg/dL": 1, "mmol/L": 0.3229}, "pth": {"pg/mL": 1, "pmol/L": 1 / 9.43},
                 "weight": {"kg": 1, "lb": 1 / 0.4536}, "height": {"cm": 1, "m": 0.01},
                 "weight_loss_6_months": {"kg": 1, "lb": 1 / 0.4536}, "bmi": {"kg/m2": 1}}
        ranges = {"age": (19, 90), "calcium_total": (7, 12), "calcium_corrected": (7, 12), "albumin": (1.5, 5),
                  "phosphate": (2, 11), "pth": (20, 2000), "weight": (45, 150), "height": (140, 200),
                  "weight_loss_6_months": (0, 9), "bmi": (15, 55)}
        rng = random.Random(7)
        patients = []
        for _ in range(300):
            values = {name: round(rng.uniform(*limits), 2) for name, limits in ranges.items()}
            for name in rng.sample(sorted(set(values) - {"age"}), rng.randrange(4)):
                del values[name]
            patients.append(values)

        def scored(choose):
            names = {name: choose(sorted(units[name])) for name in units}
            out = io.StringIO()
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(["patient_id", "setting", "sex", "diabetes"] +
                            ["%s [%s]" % (name, unit) for name, unit in names.items()])
            for i, values in enumerate(patients):
                writer.writerow([i, "hemodialysis", "female", "no"] +
                                ["%.15f" % (values[n] * units[n][u]) if n in values else "" for n, u in names.items()])
            return [json.loads(line) for line in score(out.getvalue(), "--format=json").splitlines()]

        first = scored(lambda codes: codes[0])
        for choose in (lambda codes: codes[-1], rng.choice, rng.choice):
            for a, b in zip(first, scored(choose), strict=True):
                for key in ("points_min", "points_max", "band_min", "band_max", "unknown"):
                    self.assertEqual(a[key], b[key])
                for key in ("ratio_min", "ratio_max", "ratio_low", "ratio_high", "rate_low", "rate_high", "lp_min"):
                    if a[key] is None:
                        self.assertIsNone(b[key])
                    else:
                        self.assertLessEqual(abs(a[key] - b[key]), 1e-9 * max(1, abs(a[key])), key)

    def test_a_large_file_streams(self):
        header, first, *_ = WORKED.splitlines(keepends=True)
        n = 2000 if SANITIZED else 20000
        output = score(header + first * n)
        self.assertEqual(output.count("\n"), n + 1)
        self.assertEqual(len(set(output.splitlines()[1:])), 1)


class Model(unittest.TestCase):
    def test_the_card_names_everything(self):
        card = run("model").stdout.decode()
        with open(MODEL, encoding="utf-8") as handle:
            model = json.load(handle)
        for factor in model["factors"]:
            self.assertIn(factor["label"], card)
            for source in factor["sources"]:
                self.assertIn(model["sources"][source]["cite"], card)
        for association in model["associations"]:
            self.assertIn(association["label"], card)
        for not_scored in model["not_scored"]:
            self.assertIn(not_scored["reason"], card)
        self.assertIn(model["validation"]["text"], card)

    def test_another_model_is_read_before_or_after_the_command(self):
        with open(MODEL, encoding="utf-8") as handle:
            model = json.load(handle)
        model["version"] = "2099.9"
        with tempfile.NamedTemporaryFile("w", suffix=".json") as handle:
            json.dump(model, handle)
            handle.flush()
            for arguments in (["--model", handle.name, "model"], ["model", "--model", handle.name],
                              ["model", "--model=" + handle.name]):
                self.assertIn("2099.9", run(*arguments).stdout.decode())
            output = run("score", "--model", handle.name, "--format=json", "-", text=WORKED).stdout.decode()
            self.assertEqual(json.loads(output.splitlines()[0])["model_version"], "2099.9")

    def test_the_card_writes_ranges_as_people_do(self):
        card = run("model").stdout.decode()
        self.assertIn("rate per 1000 patient-years 3 (0.4 to 6)\n", card)
        self.assertNotIn("( ", card)

    def test_a_broken_model_names_the_field(self):
        def without_weight(m): del m["factors"][2]["weight"]
        def flat_ramp(m): next(f for f in m["factors"] if f["kind"] == "ramp")["ramp"] = [300, 300]
        def twice(m): m["factors"].append(m["factors"][0])
        def bands(m): m["bands"].reverse()
        for breaks, named in ((without_weight, "weight"), (flat_ramp, "ramp"), (twice, "id"), (bands, "bands")):
            with open(MODEL, encoding="utf-8") as handle:
                model = json.load(handle)
            breaks(model)
            with tempfile.NamedTemporaryFile("w", suffix=".json") as handle:
                json.dump(model, handle)
                handle.flush()
                for command in (["model"], ["score", "-"]):
                    result = run(*command, "--model", handle.name, text=WORKED, expect=2)
                    self.assertIn(named, result.stderr.decode())
                    self.assertEqual(result.stderr.count(b"\n"), 1)
                    self.assertEqual(result.stdout, b"")


class CannotRun(unittest.TestCase):
    """Status 2, one line on standard error, nothing on standard output."""

    def refused(self, *arguments, text="", **more):
        result = run(*arguments, text=text, expect=2, **more)
        self.assertEqual(result.stderr.count(b"\n"), 1, result.stderr)
        self.assertTrue(result.stderr.startswith(b"calx-cli: "), result.stderr)
        self.assertEqual(result.stdout, b"")
        return result.stderr.decode()

    def test_the_command_line(self):
        for arguments in ([], ["no-such"], ["--no-such"], ["score"], ["score", "a", "b"], ["score", "--format=xml", "-"],
                          ["score", "--no-such", "-"], ["model", "x"], ["demo"], ["report", "-o", "x.pdf"],
                          ["draw", "--patient", "-"], ["list", "x"], ["check", "x"]):
            self.refused(*arguments)

    def test_files_that_cannot_be_read(self):
        with tempfile.TemporaryDirectory() as folder:
            junk = pathlib.Path(folder, "junk")
            junk.write_bytes(b"not a database" * 1000)
            self.refused("score", pathlib.Path(folder, "missing.csv"))
            self.refused("score", folder)
            self.refused("model", "--model", pathlib.Path(folder, "missing.json"))
            self.refused("model", "--model", junk)
            for command in ("list", "check"):
                self.refused(command, "--database", pathlib.Path(folder, "missing.calx"))
                self.refused(command, "--database", junk)
            self.assertEqual(junk.read_bytes(), b"not a database" * 1000)
            self.assertEqual(os.listdir(folder), ["junk"])

    def test_headers(self):
        for header in ("", "setting\n", "patient_id\n", "patient_id,setting,age\n", "patient_id,setting,pth [mg/dL]\n",
                       "patient_id,setting,sex,sex\n", "patient_id,setting,pth [pg/mL],pth [pmol/L]\n"):
            self.refused("score", "-", text=header)

    def test_a_file_without_a_header_tells_nothing_of_its_patients(self):
        for text in ("Doe,Jane,hemodialysis\nRoe,John,ckd\n", '"Doe"x,Jane\n'):
            self.assertNotIn("Doe", self.refused("score", "-", text=text))

    def test_a_row_over_one_mebibyte(self):
        result = run("score", "-", text="patient_id,setting\nP1,none\nP2,%s\n" % ("x" * 2 ** 20), expect=2)
        self.assertEqual(result.stderr.count(b"\n"), 1)
        self.assertIn(b"line 3", result.stderr)

    def test_a_full_disk(self):
        with open("/dev/full", "wb") as full:
            for arguments in (["score", "-"], ["model"], ["--version"]):
                result = subprocess.run([CLI, *arguments], input=WORKED.encode(), stdout=full, stderr=subprocess.PIPE,
                                        check=False)
                self.assertEqual(result.returncode, 2)
                self.assertEqual(result.stderr.count(b"\n"), 1)

    def test_a_quota_that_is_reached(self):
        with tempfile.TemporaryDirectory() as folder:
            self.refused("demo", pathlib.Path(folder, "demo.calx"),
                         preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100000, 100000)))
            self.assertEqual(os.listdir(folder), [])


class Help(unittest.TestCase):
    def test_help_and_version(self):
        self.assertRegex(run("--version").stdout.decode(), r"\Acalx-cli \d+\.\d+")
        for command in ("score", "model", "demo", "list", "report", "draw", "export", "import", "check"):
            self.assertIn("--model", run(command, "--help").stdout.decode())
            self.assertIn("\n  %s " % command, run("--help").stdout.decode())


class Records(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        os.umask(0)
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.folder.name)
        cls.database = cls.path / "demo.calx"
        run("demo", cls.database)
        cls.patients = rows_of(run("list", "--database", cls.database).stdout.decode())

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def assert_private(self, path):
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o700 if path.is_dir() else 0o600, path)

    def test_the_list(self):
        lines = run("list", "--database", self.database).stdout.decode().splitlines()
        self.assertEqual(lines[0], "id,record_number,family_name,given_name,born,sex,last_session,points,band")
        self.assertEqual(len(self.patients), 24)
        names = [p["family_name"] for p in self.patients]
        self.assertEqual(names, sorted(names))
        for patient in self.patients:
            self.assertRegex(patient["id"], UUID)
            self.assertRegex(patient["points"], r"\A(unknown|-?\d+(\.\.-?\d+)?)?\Z")
            self.assertRegex(patient["last_session"], r"\A\d{4}-\d\d-\d\d\Z")
            self.assertEqual(patient["points"] == "unknown", patient["band"] == "unknown")
        self.assertIn("..", self.patients[0]["points"])

    def test_what_is_written_is_private(self):
        self.assert_private(self.database)

    def test_a_demo_never_replaces_a_file(self):
        before = self.database.read_bytes()
        run("demo", self.database, expect=2)
        self.assertEqual(self.database.read_bytes(), before)

    def test_the_demo_is_the_same_each_time(self):
        again = self.path / "again.calx"
        run("demo", again)
        first = self.path / "first.calx"
        run("demo", first)
        self.assertEqual(first.read_bytes(), again.read_bytes())
        first.unlink()
        again.unlink()

    def test_a_report_and_a_drawing(self):
        one = self.patients[0]["id"]
        for command, name, start in (("report", "a.pdf", b"%PDF-"), ("draw", "a.svg", b"<?xml"),
                                     ("draw", "a.png", b"\x89PNG"), ("draw", "b.pdf", b"%PDF-")):
            out = self.path / name
            run(command, "--database", self.database, "--patient", one, "-o", out)
            self.assertTrue(out.read_bytes().startswith(start))
            self.assert_private(out)
            for word in (self.patients[0]["family_name"], self.patients[0]["record_number"]):
                if command == "draw" and name.endswith(".svg"):
                    self.assertNotIn(word.encode(), out.read_bytes())
            out.unlink()

    def draw_all(self, *options):
        out = self.path / "all.svg"
        run("draw", "--all", "--database", self.database, "-o", out, *options)
        picture = out.read_text()
        self.assert_private(out)
        out.unlink()
        return re.search("<title>(.*?)</title>", picture)[1], re.search("<desc>(.*?)</desc>", picture)[1], picture

    def test_the_clinics_map(self):
        for name, start in (("all.png", b"\x89PNG"), ("all.pdf", b"%PDF-"), ("all.svg", b"<?xml")):
            out = self.path / name
            run("draw", "--all", "--database", self.database, "-o", out)
            self.assertTrue(out.read_bytes().startswith(start))
            out.unlink()
        title, words, picture = self.draw_all()
        n_lesions, n_patients = map(int, re.fullmatch(r"(\d+) lesions of (\d+) patients", title).groups())
        self.assertGreater(n_lesions, n_patients)
        self.assertEqual(sum(int(n) for n in re.findall(r": (\d+)(?:;|$)", words)), n_lesions)
        for patient in self.patients:
            for word in (patient["family_name"], patient["record_number"]):
                self.assertNotIn(word, picture)

    def test_the_clinics_map_of_some(self):
        everybody = self.draw_all()[0]
        self.assertEqual(self.draw_all("--from=2026-01-01", "--to=2026-12-31")[0], everybody)
        self.assertEqual(self.draw_all("--to=2020-01-01")[0], "No lesion")
        self.assertEqual(self.draw_all("--setting=transplant", "--subtype=idiopathic")[0], "No lesion")
        self.assertNotEqual(self.draw_all("--subtype=calciphylaxis")[0], "No lesion")
        self.assertNotEqual(self.draw_all("--lesions=all")[0], everybody)
        for options in (["--subtype=x"], ["--setting=x"], ["--from=May"], ["--to=2026-13-01"], ["--lesions=x"],
                        ["--figure=x"], ["--from=2026-02-02", "--to=2026-02-01"], ["--format=svg"],
                        ["--patient", self.patients[0]["id"]]):
            run("draw", "--all", "--database", self.database, "-o", self.path / "x.svg", *options, expect=2)
        run("draw", "--subtype=calciphylaxis", "--database", self.database, "-o", self.path / "x.svg", expect=2)

    def test_lesions_leave_and_come_back_the_same(self):
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.path))
        copy, out, again = folder / "copy.calx", folder / "lesions.csv", folder / "again.csv"
        copy.write_bytes(self.database.read_bytes())
        run("export", "--lesions", "--database", copy, "-o", out)
        self.assertEqual(stat.S_IMODE(out.stat().st_mode), 0o600)
        rows = rows_of(out.read_text(encoding="utf-8"))
        self.assertGreater(len(rows), 20)
        self.assertTrue(all(UUID.match(row["patient"]) and UUID.match(row["lesion"]) for row in rows))
        before = self.versions(copy)
        said = run("import", "--lesions", "--database", copy, out).stdout.decode()
        self.assertIn("Lesions: 0 new, 0 changed, %d the same." % len(rows), said)
        self.assertEqual(self.versions(copy), before)

        # One is changed, one outlined, one new; the other lines stay away.
        rows[0].update(width_mm="12.5", length_mm="20", area_cm2="", shape="", outline="")
        rows[1].update(outline="-10 0;0 -4;10 0;0 6", length_mm="", width_mm="", angle_deg="", area_cm2="", shape="")
        new = dict.fromkeys(rows[0], "")
        new.update({name: rows[2][name] for name in ("patient", "session", "session_date")}, figure="man",
                   view="anterior", x_mm="-12,5", y_mm="900", region="abd_low_r")
        text = self.csv_of([rows[0], rows[1], new])
        dry = run("import", "--lesions", "--dry-run", "--database", copy, "-", text=text).stdout.decode()
        self.assertIn("Lesions: 1 new, 2 changed, 0 the same.", dry)
        self.assertIn("nothing was written", dry)
        self.assertEqual(self.versions(copy), before)
        done = run("import", "--lesions", "--database", copy, "-", text=text).stdout.decode()
        self.assertIn("Lesions: 1 new, 2 changed, 0 the same.", done)
        self.assertGreater(self.versions(copy), before)
        run("export", "--lesions", "--database", copy, "-o", again)
        found = rows_of(again.read_text(encoding="utf-8"))
        self.assertEqual(len(found), len(rows) + 1)
        outlined = [(row["shape"], row["length_mm"], row["width_mm"], row["area_cm2"])
                    for row in found if row["outline"]]
        self.assertEqual(outlined, [("outline", "20", "10", "1.00")])
        run("check", "--database", copy)

    def test_a_bad_line_is_named_and_nothing_is_written(self):
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.path))
        copy, out = folder / "copy.calx", folder / "lesions.csv"
        copy.write_bytes(self.database.read_bytes())
        run("export", "--lesions", "--database", copy, "-o", out)
        rows = rows_of(out.read_text(encoding="utf-8"))
        rows[0]["pain"], rows[3]["type"] = "3" if rows[0]["pain"] != "3" else "4", "wart"
        before = self.versions(copy)
        said = run("import", "--lesions", "--database", copy, "-", text=self.csv_of(rows), expect=1).stdout.decode()
        self.assertIn("column type: “wart” is none of those known. Write papule, ", said)
        self.assertIn("Nothing was written.", said)
        self.assertEqual(self.versions(copy), before)
        for arguments in (["export", "--database", copy, "-o", out], ["export", "--lesions", "--database", copy],
                          ["import", "--database", copy, out], ["import", "--lesions", "--database", copy]):
            run(*arguments, expect=2)

    @staticmethod
    def csv_of(rows):
        text = io.StringIO()
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        return text.getvalue()

    @staticmethod
    def versions(path):
        with sqlite3.connect(path) as connection:
            return connection.execute("SELECT count(*) FROM session_version").fetchone()[0]

    def test_letter_is_another_paper(self):
        out = self.path / "letter.pdf"
        run("report", "--database", self.database, "--patient", self.patients[0]["id"], "-o", out, "--paper=letter")
        self.assertIn(b"612", out.read_bytes())
        out.unlink()

    def test_a_record_number_is_refused_with_the_hint(self):
        number = self.patients[0]["record_number"]
        for command in ("report", "draw"):
            result = run(command, "--database", self.database, "--patient", number, "-o", self.path / "no.pdf", expect=2)
            self.assertIn(b"--patient -", result.stderr)
            self.assertNotIn(number.encode(), result.stderr)
            self.assertEqual(result.stderr.count(b"\n"), 1)
            self.assertFalse((self.path / "no.pdf").exists())

    def test_an_id_that_is_nobody(self):
        result = run("report", "--database", self.database, "--patient", "00000000-0000-4000-8000-000000000000",
                     "-o", self.path / "no.pdf", expect=2)
        self.assertEqual(result.stderr.count(b"\n"), 1)

    def test_one_record_number_from_standard_input_is_one_file(self):
        out = self.path / "one.pdf"
        run("report", "--database", self.database, "--patient", "-", "-o", out,
            text="\n  %s  \r\n" % self.patients[1]["record_number"])
        self.assertTrue(out.read_bytes().startswith(b"%PDF-"))
        out.unlink()

    def test_several_record_numbers_make_a_folder(self):
        three = self.patients[2:5]
        numbers = "".join("%s\n" % p["record_number"] for p in three + three[:1])
        for command, suffix, options in (("report", ".pdf", []), ("draw", ".svg", []), ("draw", ".png", ["--format=png"])):
            out = self.path / (command + suffix)
            run(command, "--database", self.database, "--patient", "-", "-o", out, *options, text=numbers)
            self.assert_private(out)
            self.assertEqual(sorted(os.listdir(out)), sorted(p["id"] + suffix for p in three))
            for path in out.iterdir():
                self.assert_private(path)

    def test_a_record_number_that_is_nobody_is_named_by_its_line(self):
        result = run("report", "--database", self.database, "--patient", "-", "-o", self.path / "none",
                     text="%s\nX-9999\n" % self.patients[0]["record_number"], expect=2)
        self.assertIn(b"line 2", result.stderr)
        self.assertNotIn(b"X-9999", result.stderr)
        self.assertFalse((self.path / "none").exists())

    def test_no_record_number_at_all(self):
        run("report", "--database", self.database, "--patient", "-", "-o", self.path / "none", text="\n", expect=2)

    def test_an_export_is_in_the_audit(self):
        with sqlite3.connect("file:%s?mode=ro" % self.database, uri=True) as connection:
            count = lambda: connection.execute("SELECT count(*) FROM audit WHERE action = 'export'").fetchone()[0]
            before = count()
            out = self.path / "audited.svg"
            run("draw", "--database", self.database, "--patient", self.patients[0]["id"], "-o", out)
            self.assertEqual(count(), before + 1)
            out.unlink()

    def test_check_finds_and_rebuild_mends(self):
        copy = self.path / "copy.calx"
        run("demo", copy)
        output = run("check", "--database", copy).stdout.decode()
        self.assertIn("24", output)
        with sqlite3.connect(copy) as connection:
            connection.execute("UPDATE patient_summary SET band_min = 'raised', band_max = 'raised'")
        run("check", "--database", copy, expect=1)
        run("check", "--database", copy, "--rebuild")
        run("check", "--database", copy)
        self.assertEqual(run("list", "--database", copy).stdout, run("list", "--database", self.database).stdout)

    def test_no_word_of_a_page_stands_on_another_or_in_the_margin(self):
        numbers = "".join(p["record_number"] + "\n" for p in self.patients[::6 if SANITIZED else 1])
        for paper, width, height in (("a4", 595.276, 841.89), ("letter", 612, 792)):
            folder = self.path / paper
            run("report", "--database", self.database, "--patient", "-", "--paper=" + paper, "-o", folder, text=numbers)
            for path in sorted(folder.glob("*.pdf")):
                boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
                self.assertEqual(boxes.count("<page "), 1, path)
                words = [tuple(map(float, box)) for box in
                         re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', boxes)]
                self.assertGreater(len(words), 100)
                for i, (left, top, right, bottom) in enumerate(words):
                    self.assertTrue(min(left, top) > 28 and right < width - 28 and bottom < height - 28, path)
                    for other in words[i + 1:]:
                        overlap = min(right, other[2]) - max(left, other[0]), min(bottom, other[3]) - max(top, other[1])
                        # line boxes touch: letters do where the boxes share a quarter of a line
                        self.assertFalse(overlap[0] > 0.5 and overlap[1] > 3, path)

    def test_check_finds_damage_that_keeps_the_file_from_being_read(self):
        whole = self.database.read_bytes()
        damaged = self.path / "damaged.calx"
        for data in (whole[:160000] + b"\xa5" * 12288 + whole[172288:], whole[:len(whole) // 2]):
            damaged.write_bytes(data)
            self.assertIn("damaged", run("check", "--database", damaged, expect=1).stdout.decode())
            self.assertEqual(damaged.read_bytes(), data)
        run("list", "--database", damaged, expect=2)

    def test_reading_changes_nothing(self):
        before = self.database.read_bytes()
        run("list", "--database", self.database)
        run("check", "--database", self.database)
        self.assertEqual(self.database.read_bytes(), before)


if __name__ == "__main__":
    CLI, MODEL = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1], verbosity=2)
