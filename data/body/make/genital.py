# SPDX-License-Identifier: GPL-3.0-or-later
"""The genitals: the borders and lines of the subsites that are parts of the region "genital".

A build names its form ("genitals": "man" or "woman"); one that names none has no subsites. Points are given
for the standard adult of the form: heights from the upper end of the region (494) to the lower end of the crotch,
which every build stretches to its own.
"""

from body import ANTERIOR

TOP = 494.0
BOTTOM = {"man": 560.5, "woman": 533.0}
FINE = 1500    # seen from about a third of an inset on
FINEST = 2600  # seen in an inset


def _form(body):
    return body.build.get("genitals") if body.view == ANTERIOR else None


class Frame:
    """The form's own points to those of the build."""

    def __init__(self, body):
        build = body.build
        self.top = body.at("mida:PB")[1]
        self.stretch = (body.crotch()[1] - self.top) / (BOTTOM[build["genitals"]] - TOP)
        self.wide = build.get("genitals_width", 1.0)

    def __call__(self, x, y):
        return (x * self.wide, self.top + (y - TOP) * self.stretch)

    def all(self, points):
        return [self(*p[:2]) + tuple(p[2:]) for p in points]


# ---- borders ----

# From the root in the midline down the side of the shaft, round the glans to its tip.
_PENIS = [(0, 502.0, "R0"), (5.8, 503.6), (8.6, 508.5), (8.3, 516, "SM"), (8.0, 523), (7.7, 529), (7.3, 533.4, "CO"),
          (7.7, 536.8), (7.2, 541.6), (5.2, 546.8), (2.6, 549.6), (0, 550.4, "GL")]
_CORONA = [(5.0, 531.7), (0, 531.0, "CR")]
_SCROTUM_TOP = [(11.6, 513.8)]
_LABIUM = [(0, 505, "V0"), (3.6, 506.6), (7.0, 511.2), (8.0, 517.4), (6.6, 524.4)]


def cut(body):
    """Adds the paths of the subsites."""
    form = _form(body)
    if not form:
        return
    at = Frame(body)
    if form == "man":
        body.cut("penis", at.all(_PENIS), start=(1, 0), end=(-1, 0))
        body.cut("corona", ["penis:CO"] + at.all(_CORONA), end=(-1, 0))
        body.cut("scrtop", ["gen:GS"] + at.all(_SCROTUM_TOP) + ["penis:SM"])
    else:
        body.cut("labium", at.all(_LABIUM) + ["out:G1"], start=(1, 0))
        body.cut("cleft", [body.crotch() + ("G0",), "labium:V0"])


def _crotch(body):
    return [("crotch",)] if "crotch" in body.paths else []


def midline(body):
    """The subsites on the midline, as half chains. They lie inside the region, which keeps its whole outline."""
    if _form(body) != "man":
        return {}
    return {
        "genital_shaft": [("penis", "R0", "CO"), ("corona",)],
        "genital_glans": [("corona", "CR", "CO"), ("penis", "CO", "GL")],
        "genital_scrotum": [("penis", "GL", "SM"), ("scrtop", "SM", "GS"), ("gen", "GS", "G1")] + _crotch(body),
    }


def paired(body):
    """The subsites of the right half, as loops."""
    if _form(body) != "woman":
        return {}
    return {"genital_labium": [[("labium",)] + _crotch(body) + [("cleft",)]]}


# ---- lines and tones ----

class Pen:
    def __init__(self, art, body):
        self.art, self.body, self.at = art, body, Frame(body)

    def line(self, points, width, alpha, **options):
        self.art.line(self.at.all(points), width, alpha, **options)

    def shade(self, x, y, rx, ry, alpha, **options):
        self.art.shade(self.at(x, y), rx * self.at.wide, ry * self.at.stretch, alpha, **options)

    def light(self, x, y, rx, ry, alpha, **options):
        self.shade(x, y, rx, ry, alpha, role="light", min_px=FINE, **options)

    def along(self, path, first, last, width, alpha, **options):
        self.art.line(self.body.paths[path].between(first, last), width, alpha, role="line", **options)


def draw_man(art, body):
    pen = Pen(art, body)
    _penis(pen)
    _scrotum(pen)


def _penis(pen):
    pen.along("penis", "R0", "GL", 1.6, 0.78, part=(0.2, 1))
    pen.along("corona", "CO", "CR", 1.1, 0.55, part=(0, 0.92))
    pen.line([(0, 546.4), (0.3, 548.2), (0.05, 549.8)], 1.0, 0.55, mirror=False, min_px=500)
    # form: the shaft is round, the glans smooth; both throw a little shadow on the scrotum
    pen.light(-1.6, 517, 3.6, 16, 0.5, mirror=False)
    pen.light(-1.8, 538.6, 3.2, 6.4, 0.42, mirror=False)
    pen.shade(7.0, 520, 3.0, 16, 0.13)
    pen.shade(6.6, 541, 2.6, 6, 0.12, min_px=FINE)
    pen.shade(0, 531, 7.4, 2.6, 0.10, min_px=FINE)
    pen.shade(0, 553.4, 9.0, 4.6, 0.2)
    pen.shade(0, 540, 17, 22, 0.05)
    pen.shade(10.8, 537, 3.6, 11, 0.13)
    # loose skin
    pen.line([(-6.4, 525.0), (-3.0, 526.6), (0.8, 526.4)], 0.65, 0.24, mirror=False, min_px=FINEST)
    pen.line([(6.5, 521.6), (3.8, 523.0), (1.0, 523.0)], 0.65, 0.2, mirror=False, min_px=FINEST)
    pen.line([(-6.8, 514.0), (-4.0, 515.4), (-1.0, 515.2)], 0.6, 0.16, mirror=False, min_px=FINEST)
    pen.line([(2.8, 507.4), (3.4, 516), (2.4, 525.0)], 0.6, 0.16, mirror=False, min_px=FINEST)


def _scrotum(pen):
    paths = pen.body.paths
    side = paths["gen"].between("GS", "G1") + (paths["crotch"].between() if "crotch" in paths else [])
    pen.art.line(side, 2.0, 0.9, role="line")
    pen.line([(19.4, 500.5), (16.2, 507.0), (15.2, 514), (15.4, 521)], 1.1, 0.42)
    pen.line([(13.4, 508.6), (11.2, 512.0), (10.2, 517.6)], 0.8, 0.26, min_px=500)
    pen.light(11.8, 538, 3.2, 9.0, 0.42)
    pen.light(5.2, 555.6, 3.2, 2.6, 0.2)
    pen.shade(14.8, 530, 3.2, 14, 0.09)
    # the seam, and the wrinkles across it
    pen.line([(0.2, 550.6), (-0.4, 554.4), (0.3, 559.2)], 0.9, 0.45, mirror=False, min_px=500)
    for points in ([(10.0, 525.6), (12.2, 526.6), (14.2, 525.8)], [(9.6, 533.4), (12.4, 534.2), (15.0, 532.8)],
                   [(10.2, 544.6), (12.2, 544.6), (14.0, 542.8)], [(7.6, 550.0), (9.8, 549.8), (11.6, 548.2)],
                   [(2.4, 554.4), (5.0, 555.2), (7.8, 554.0)]):
        pen.line(points, 0.6, 0.2, min_px=FINEST)


def draw_woman(art, body):
    pen = Pen(art, body)
    bottom = BOTTOM["woman"]
    pen.line([(0, 506.4), (0.15, 513), (-0.1, 521), (0, bottom - 0.6)], 1.7, 0.8, role="line", mirror=False)
    # the outer folds
    pen.line([(4.6, 507.8), (7.6, 512.2), (8.5, 518.2), (7.4, 525.4)], 0.9, 0.32, min_px=500)
    pen.light(4.4, 516.6, 3.0, 8.8, 0.34)
    pen.shade(0, 518, 2.6, 13, 0.22)
    pen.shade(9.8, 518, 4.2, 11, 0.07, min_px=FINE)
    # the inner folds, where they show
    pen.line([(0.9, 514.4), (1.7, 518.6), (1.2, 523.6), (0.4, 526.4)], 0.75, 0.32, min_px=FINE)
    pen.line([(0.7, 509.6), (1.3, 511.6), (1.0, 513.8)], 0.65, 0.3, min_px=FINEST)
    # the mound above
    pen.light(0, 499.4, 11, 5.4, 0.3, mirror=False)
