#!/usr/bin/python3
"""Plants one fault at a time in the engine and requires that the tests of the score catch it.

Usage: mutants.py SOURCE-ROOT CALX-DATA.c CC...
CALX-DATA.c is the compiled bundle of data/, its header beside it. Every replacement must still match
its source exactly once: a table that no longer fits the code fails as a surviving fault does. Works
in a scratch folder; ends with 0 where every fault is caught.
"""

import concurrent.futures
import pathlib
import shlex
import subprocess
import sys
import tempfile

TESTS = ["risk-model", "rule", "format"]
TIMEOUT_S = 60

# file, what stands there, the fault, what it is
FAULTS = [
    ("calx-factor.c", "effect.t = clamp (self, value) - self->center;",
     "effect.t = clamp (self, value);", "centre left out"),
    ("calx-factor.c", "effect.t = clamp (self, value) - self->center;",
     "effect.t = value - self->center;", "linear: clamp left out"),
    ("calx-factor.c", "fmax (0.0, self->threshold - clamp (self, value))",
     "fmax (0.0, clamp (self, value) - self->threshold)", "below: sign turned"),
    ("calx-factor.c", "fmax (0.0, self->threshold - clamp (self, value))",
     "fmax (0.0, self->threshold - value)", "below: clamp left out"),
    ("calx-factor.c", "fmin (1.0, fmax (0.0, (value - self->ramp[0])",
     "fmin (2.0, fmax (0.0, (value - self->ramp[0])", "ramp: not stopped at 1"),
    ("calx-factor.c", "fmin (1.0, fmax (0.0, (value - self->ramp[0])",
     "fmin (1.0, fmax (-1.0, (value - self->ramp[0])", "ramp: not stopped at 0"),
    ("calx-factor.c", "value <= self->levels[i].to", "value < self->levels[i].to",
     "levels: < for <="),
    ("calx-factor.c", "/ log (self->point_odds_ratio) + 0.5", "/ log (self->point_odds_ratio)",
     "points: floor for round"),
    ("calx-factor.c", "return log_odds < 0.0 ? -points : points;", "return points;",
     "points: sign lost"),
    ("calx-factor.c", "int points = (int) floor (fabs (log_odds) / log (self->point_odds_ratio) + 0.5);",
     "int points = (int) rint (fabs (log_odds) / log (self->point_odds_ratio) + 1e-13);\n"
     "  if (log_odds < 0.0) points = -(int) floor (log_odds / log (self->point_odds_ratio) + 0.5);",
     "points: negative halves rounded up"),
    ("calx-factor.c", "return 1.0 - self->reference.prevalence + self->reference.prevalence",
     "return 1.0 + self->reference.prevalence", "M: prevalence counted twice"),
    ("calx-factor.c", "return sum * step / 3.0;", "return sum * step / 2.0;", "M: Simpson's third"),
    ("calx-factor.c", "i % 2 == 1 ? 4.0 : 2.0", "i % 2 == 1 ? 2.0 : 4.0", "M: Simpson's weights"),
    ("calx-factor.c", "    value = exp (value);\n", "    value = value;\n",
     "M: lognormal taken as normal"),
    ("calx-factor.c", "log (setting->rate /", "log (setting->rate_low /", "setting: the low rate"),
    ("calx-model-load-factor.c", "*ret_b = weight * log_odds_ratio;", "*ret_b = log_odds_ratio;",
     "weight of the effect left out"),
    ("calx-model-load-factor.c", "*ret_s = weight * standard_error;", "*ret_s = standard_error;",
     "weight of the standard error left out"),
    ("calx-model-load-factor.c", "#define SHRUNK_ERROR_FLOOR 0.5", "#define SHRUNK_ERROR_FLOOR 0.25",
     "floor of the standard error"),
    ("calx-model-load-factor.c", "  if (weight < 1.0)\n", "  if (weight <= 1.0)\n",
     "floor also for full weight"),
    ("calx-model-load-factor.c", "(2.0 * 0.6744897501960817)", "0.6744897501960817",
     "sigma from the quartiles"),
    ("calx-facts.c", "#define BCP_ADDS_G_DL 0.4", "#define BCP_ADDS_G_DL 0.0",
     "bromocresol purple not adjusted"),
    ("calx-facts.c", "CORRECTION_MG_DL_PER_G_DL * (CORRECTION_BELOW_G_DL - albumin_g_dl)",
     "CORRECTION_MG_DL_PER_G_DL * (albumin_g_dl - CORRECTION_BELOW_G_DL)", "correction: sign turned"),
    ("calx-facts.c", "  if (albumin_g_dl < CORRECTION_BELOW_G_DL)\n", "  if (TRUE)\n",
     "correction also above 4.0 g/dL"),
    ("calx-facts.c", "  if (use == CALX_USE_OK || use == CALX_USE_REFUSED)\n    return use == CALX_USE_OK;\n"
     "  if (get_entered (facts, total_input", "  if (use == CALX_USE_REFUSED)\n    return FALSE;\n"
     "  if (get_entered (facts, total_input", "total calcium before the corrected one"),
    ("calx-facts.c", "!convert (albumin_input, \"g/dL\", FALSE, &albumin_g_dl)",
     "!convert (albumin_input, \"g/L\", FALSE, &albumin_g_dl)", "albumin's unit swapped"),
    ("calx-facts.c", "(height_cm / 100.0) * (height_cm / 100.0)", "(height_cm / 100.0)",
     "height not squared"),
    ("calx-facts.c", "         is_within_hard_limits (input, ret_fact->value);",
     "         TRUE;", "computed body mass index without limits"),
    ("calx-facts.c", "fact->age_days > calx_inputs_get_stale_days (inputs)",
     "fact->age_days >= calx_inputs_get_stale_days (inputs)", "stale one day early"),
    ("calx-facts.c", "fact->age_days > calx_inputs_get_expired_days (inputs)",
     "fact->age_days >= calx_inputs_get_expired_days (inputs)", "expired one day early"),
    ("calx-facts.c", "      if (expired)\n", "      if (FALSE)\n", "expired values count"),
    ("calx-risk-model-assess.c", "#define ADULT_FROM_YEARS 18.0", "#define ADULT_FROM_YEARS 16.0",
     "adult at 16"),
    ("calx-risk-model-assess.c", "age.value < ADULT_FROM_YEARS", "age.value <= ADULT_FROM_YEARS",
     "adult after 18"),
    ("calx-risk-model-assess.c", "#define SPREAD_SIGMAS 1.96", "#define SPREAD_SIGMAS 1.645",
     "another spread"),
    ("calx-risk-model-assess.c", "double variance = setting->ratio_sd * setting->ratio_sd;",
     "double variance = 0.0;", "the setting's uncertainty left out"),
    ("calx-risk-model-assess.c", "(from->s * from->t) * (from->s * from->t)", "from->s * from->s",
     "variance without the exposure"),
    ("calx-risk-model-assess.c", "double scale = setting->rate /", "double scale = 1.0 + 0.0 * setting->rate /",
     "the setting's rate left out of the ratio"),
    ("calx-risk-model-assess.c", "return 1000.0 * odds / (1.0 + odds);", "return 1000.0 * odds;",
     "odds taken for a rate"),
    ("calx-risk-model-assess.c", "double relative = exp (assessment->lp_min) / model->mean;",
     "double relative = exp (assessment->lp_min);", "rates not divided by M"),
    ("calx-risk-model-assess.c", "tenths >= (double) lround", "tenths > (double) lround",
     "band: > for >="),
    ("calx-risk-model-assess.c", "double tenths = calx_ratio_to_tenths (ratio);",
     "double tenths = ratio * 10.0;", "band from the unrounded ratio"),
    ("calx-risk-model-assess.c", "      if ((other->t > 0.0) == (factor->requires_present != FALSE))\n        return;\n",
     "      return;\n", "requires ignored"),
    ("calx-risk-model-assess.c", "    set_range (model, to, fmin (0.0, c), fmax (0.0, c));",
     "    set_range (model, to, c, c);", "dependent factor counted as known"),
    ("calx-risk-model-assess.c", "            unknown->width += dependent->c_max - dependent->c_min;\n", "",
     "dependent width left out"),
    ("calx-risk-model-assess.c", "(left->width < right->width) - (left->width > right->width)",
     "(left->width > right->width) - (left->width < right->width)", "unknowns narrowest first"),
    ("calx-risk-model-assess.c", "      if (factor->required)\n        set_range", "      set_range",
     "optional unknowns widen the range"),
    ("calx-risk-model-assess.c", "  else if (age_known && age.value",
     "  else if (*ret_setting != NULL && age_known && age.value", "setting asked before age"),
    ("calx-risk-model-assess.c",
     "  if (is_yes (facts, \"lesions\") || is_yes (facts, \"previous_calciphylaxis\"))",
     "  if (setting->compare && (is_yes (facts, \"lesions\") || is_yes (facts, \"previous_calciphylaxis\")))",
     "the setting before the lesions"),
    ("calx-risk-model-assess.c",
     "is_yes (facts, \"lesions\") || is_yes (facts, \"previous_calciphylaxis\")",
     "is_yes (facts, \"lesions\")", "previous calciphylaxis ignored"),
    ("calx-assess-changes.c", "double half_a_point = log (model->point_odds_ratio) / 2.0;",
     "double half_a_point = 0.0;", "changes of less than half a point"),
    ("calx-assess-changes.c", "          !is_one_of (factor->target_settings, setting->id) ||\n", "",
     "target settings ignored"),
    ("calx-assess-changes.c", "assessment->ratio_min * exp (c_target - from->c)",
     "assessment->ratio_min * exp (from->c - c_target)", "change: sign turned"),
    ("calx-assessment.c", "return floor (ratio * 10.0 + 0.5);", "return floor (ratio * 10.0);",
     "tenths: floor for round"),
    ("calx-rule.c", "      return value < threshold;\n", "      return value <= threshold;\n",
     "rule: <= for <"),
    ("calx-facts.c", "return floor (value * 1e4 + 0.5) / 1e4;", "return value;",
     "rule: not rounded before comparing"),
    ("calx-rule.c", "      value *= term;\n", "      value += term;\n", "rule: sum for product"),
    ("calx-rule.c", "        return self->n_terms == 1 ? compare_word (self, facts) : CALX_RULE_UNKNOWN;",
     "        return CALX_RULE_NOT_MET;", "rule: unknown taken as no"),
    ("calx-rule.c", "n_possible += child != CALX_RULE_NOT_MET;", "n_possible += child == CALX_RULE_MET;",
     "rule: unknown children taken as no"),
    ("calx-format.c", "floor (log10 (per_1000)) - 1.0;", "floor (log10 (per_1000)) - 2.0;",
     "rates with three digits"),
    ("calx-format.c", "calx_ratio_to_tenths (ratio) > (double) lround", "calx_ratio_to_tenths (ratio) >= (double) lround",
     "display ends at 10.0, not above"),
]


def compile_file(cc, source, target, include):
    subprocess.run([*cc, *include, "-c", str(source), "-o", str(target)], check=True)


def run_tests(programs):
    """The first test that fails; None where all pass."""
    for program in programs:
        try:
            done = subprocess.run([program], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                  timeout=TIMEOUT_S, check=False)
        except subprocess.TimeoutExpired:
            return program
        if done.returncode != 0:
            return program
    return None


class Bench:
    """Objects of the sound engine and of its tests, compiled once."""

    def __init__(self, root, bundle, cc, scratch):
        flags = subprocess.run(["pkg-config", "--cflags", "gio-2.0", "json-glib-1.0"],
                               capture_output=True, text=True, check=True).stdout
        libs = subprocess.run(["pkg-config", "--libs", "gio-2.0", "json-glib-1.0"],
                              capture_output=True, text=True, check=True).stdout
        self.root, self.scratch = root, scratch
        self.cc = [*cc, "-std=gnu17", "-O0", "-w", *shlex.split(flags),
                   '-DGETTEXT_PACKAGE="calx"', '-DG_LOG_DOMAIN="calx-clinical"']
        self.libs = [*shlex.split(libs), "-lm"]
        self.include = ["-I", str(root / "src/clinical"), "-I", str(root / "tests/clinical"),
                        "-I", str(bundle.parent)]
        engine = [*sorted((root / "src/clinical").glob("*.c")), bundle]
        tests = [root / "tests/clinical/score-fixture.c",
                 *(root / "tests/clinical" / f"test-{name}.c" for name in TESTS)]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            jobs = [pool.submit(compile_file, self.cc, s, self.object_of(s), self.include)
                    for s in [*engine, *tests]]
            for job in jobs:
                job.result()
        self.engine = [self.object_of(s) for s in engine]

    def object_of(self, source):
        return self.scratch / (source.name + ".o")

    def link(self, folder, replaced=None, by=None):
        engine = [by if o == replaced else o for o in self.engine]
        fixture = self.object_of(pathlib.Path("score-fixture.c"))
        programs = []
        for name in TESTS:
            program = folder / name
            test = self.object_of(pathlib.Path(f"test-{name}.c"))
            subprocess.run([*self.cc, "-o", str(program), str(test), str(fixture),
                            *map(str, engine), *self.libs], check=True)
            programs.append(program)
        return programs

    def try_fault(self, number, fault):
        """A line for people, and whether the fault was caught."""
        name, old, new, what = fault
        source = self.root / "src/clinical" / name
        text = source.read_text(encoding="utf-8")
        if text.count(old) != 1:
            return f"{name}: {what}: stands {text.count(old)} times in the source, not once", False
        folder = self.scratch / f"fault-{number}"
        folder.mkdir()
        changed = folder / name
        changed.write_text(text.replace(old, new), encoding="utf-8")
        compile_file(self.cc, changed, folder / (name + ".o"), self.include)
        caught = run_tests(self.link(folder, self.object_of(source), folder / (name + ".o")))
        if caught is None:
            return f"{name}: {what}: SURVIVED", False
        return f"{name}: {what}: caught by {caught.name}", True


def main():
    root, bundle, cc = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3:]
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(root, bundle, cc, pathlib.Path(scratch))
        broken = run_tests(bench.link(pathlib.Path(scratch)))
        if broken is not None:
            print(f"the sound engine does not pass {broken.name}")
            return 1
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = list(pool.map(bench.try_fault, range(len(FAULTS)), FAULTS))
    for line, _ in results:
        print(line)
    missed = sum(not caught for _, caught in results)
    print(f"{len(results) - missed} of {len(results)} planted faults caught")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
