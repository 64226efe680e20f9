# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines and tones of the back of the foot and of the sole. What is finer than a picture of the whole figure
can show has a `min_px`."""

import math

import foot

FINE = 1500    # seen from about a third of an inset on
FINEST = 2600  # seen in an inset


class Pen:
    """Draws in the frame of the foot."""

    def __init__(self, art, body):
        self.art, self.body, self.shape = art, body, foot.shape_of(body)
        self.angle = math.radians(body.build["splay"])
        self.wide, self.long = body.build["foot_width"], body.build["foot"]

    def line(self, points, width, alpha, **options):
        self.art.line([self.body.foot(*p) for p in points], width, alpha, **options)

    def shade(self, centre, rx, ry, alpha, tilt=0.0, **options):
        """@rx across and @ry along the foot; @tilt in degrees, to the lateral side of the toes."""
        self.art.shade(self.body.foot(*centre), rx * self.wide, ry * self.long, alpha,
                       rotation=-self.angle - math.radians(tilt), **options)

    def light(self, *args, **options):
        self.shade(*args, role="light", min_px=FINE, **options)

    def fill(self, points, alpha, **options):
        self.art.shape([self.body.foot(*p) for p in points], alpha, **options)


def _across(toe, along, part, rise):
    half = foot.half_width(toe, along) * part
    return [foot.toe_point(toe, along, half), foot.toe_point(toe, along + rise * 0.8, half * 0.45),
            foot.toe_point(toe, along + rise * 0.8, -half * 0.45), foot.toe_point(toe, along, -half)]


# ---- back of the foot ----

def _tendons(pen):
    pen.line([(-6.0, 6), (-10.4, 24), (-14.6, 44), (-17.0, 60), (-17.6, 72)], 1.1, 0.34)
    for points in ([(0.6, 16), (-0.2, 34), (-1.8, 50), (-2.8, 63)], [(4.6, 22), (5.8, 38), (6.4, 50), (6.6, 60)],
                   [(8.0, 24), (11.0, 36), (13.6, 47), (15.0, 56)], [(12.6, 28), (16.6, 37), (20.6, 46), (23.0, 53)]):
        pen.line(points, 0.9, 0.2)
    pen.light((-13.2, 44), 2.6, 24, 0.34, -14)
    for x, y, tilt in ((-0.6, 44, -4), (6.4, 44, 4), (12.4, 44, 15), (18.4, 42, 24)):
        pen.light((x, y), 1.8, 19, 0.28, tilt)
    for x, y, tilt in ((-8.0, 50, -10), (2.6, 52, 0), (9.4, 50, 9), (16.2, 47, 18)):
        pen.shade((x, y), 2.6, 14, 0.075, tilt, min_px=FINE)
    # the instep's height between its slopes, the heads of the bones of the first and fifth toe
    pen.shade((-21, 40), 5, 22, 0.07, -4)
    pen.shade((23.6, 36), 4.4, 16, 0.07, 14)
    pen.light((-21.6, 64.5), 4.4, 5.4, 0.34)
    pen.light((25.2, 56), 3.2, 4.4, 0.28)
    # folds where foot and leg meet
    pen.line([(-11.4, 5.4), (-4, 7.6), (4, 7.4), (10.6, 4.8)], 0.85, 0.3, min_px=FINE)
    pen.line([(-7.6, 9.6), (-1, 11.0), (5.6, 10.4)], 0.75, 0.2, min_px=FINEST)


def _nail(pen, toe):
    great = toe.name == "t1"
    half, root, edge = (toe.pad * 0.66, 0.66, 0.925) if great else (toe.pad * 0.62, 0.735, 0.945)
    def at(along, part):
        return foot.toe_point(toe, along, half * part)
    middle = (root + edge) / 2
    outline = [at(edge, 0.86), at(middle + 0.03, 1.0), at(root + 0.045, 0.96), at(root + 0.004, 0.6), at(root - 0.004, 0),
               at(root + 0.004, -0.6), at(root + 0.045, -0.96), at(middle + 0.03, -1.0), at(edge, -0.86)]
    rim = [outline[0], at(edge + 0.022, 0), outline[-1]]
    pen.fill(outline + [at(edge + 0.016, -0.3), at(edge + 0.016, 0.3), outline[0]], 0.34, role="light", min_px=FINE)
    pen.line(outline, 0.85, 0.55, min_px=500)
    pen.line(rim, 0.75, 0.45, min_px=FINE)
    if great:
        pen.line([at(root + 0.035, 0.5), at(root + 0.060, 0), at(root + 0.035, -0.5)], 0.65, 0.26, min_px=FINEST)
    pen.line([at(root - 0.04, 0.75), at(root - 0.05, 0), at(root - 0.04, -0.75)], 0.6, 0.2, min_px=FINEST)


def _toe_on_back(pen, toe):
    great = toe.name == "t1"
    tilt = math.degrees(math.atan2(toe.tip[0] - toe.base[0], toe.tip[1] - toe.base[1]))
    length = math.dist(toe.base, toe.tip)
    joint = 0.38 if great else 0.42
    pen.light(foot.toe_point(toe, joint, 0), toe.neck * 0.72, length * 0.15, 0.34, tilt)
    pen.shade(foot.toe_point(toe, 0.06, 0), toe.root * 0.9, length * 0.12, 0.06, tilt, min_px=FINE)
    for d, part, alpha in ((-0.045, 0.5, 0.3), (0.015, 0.62, 0.4), (0.07, 0.46, 0.26)):
        pen.line(_across(toe, joint + d, part, 0.012 if d > 0 else -0.012), 0.7, alpha, min_px=FINEST)
    _nail(pen, toe)


def _folds(pen, depth):
    """The folds between the toes run on a little."""
    for x, y, _ in pen.shape["webs"]:
        pen.line([(x, y + 1), (x * 0.985, y - depth * 0.5), (x * 0.97, y - depth)], 0.9, 0.42, min_px=500)
        pen.shade((x, y - 0.4), 2.0, 4.4, 0.12, min_px=FINE)


def dorsum(art, body):
    pen = Pen(art, body)
    _tendons(pen)
    _folds(pen, 4.4)
    for toe in pen.shape["toes"]:
        _toe_on_back(pen, toe)


def plump_dorsum(art, body):
    """That of an infant: a cushion without tendons, and a crease where it meets the leg."""
    pen = Pen(art, body)
    pen.light((-2, 36), 15, 22, 0.4, 4)
    pen.shade((-22, 42), 6, 24, 0.06, -3)
    pen.shade((23, 40), 6, 20, 0.06, 10)
    pen.line([(-12, 7.4), (-4, 9.8), (4, 9.6), (11, 6.8)], 0.9, 0.34, min_px=FINE)
    _folds(pen, 3.4)
    for toe in pen.shape["toes"]:
        _toe_on_back(pen, toe)


# ---- sole ----

def _heel(pen):
    # where it comes out from under the ankle
    pen.line([(18.2, 5.2), (14.4, 7.6), (12.2, 12)], 1.1, 0.42)
    pen.line([(-17.8, 5.2), (-13.8, 7.6), (-11.6, 12)], 1.1, 0.42)
    pen.shade((0.4, 19), 13, 15.5, 0.5, role="light")
    pen.shade((-0.6, 37), 15, 5.4, 0.13, 4)
    pen.shade((0, 3.4), 12, 4.4, 0.10)
    pen.line([(-8.6, 34.0), (-1.6, 35.4), (6.0, 34.6)], 0.8, 0.2, min_px=FINE)


def _arch(pen):
    # one long shadow on the inner side, the outer edge that bears weight
    pen.shade((-15.4, 43), 7.0, 20, 0.30, -5)
    pen.shade((-8.6, 44), 8.5, 17, 0.13, -3)
    pen.light((14.6, 42), 5.0, 15, 0.4, 13)
    pen.line([(-9.4, 37), (-6.4, 44.5), (-7.6, 52)], 0.75, 0.2, min_px=FINE)


def _ball(pen):
    pen.shade((-17.0, 64.2), 8.6, 8.8, 0.5, -6, role="light")
    pen.shade((8.6, 62.4), 15.5, 6.4, 0.46, 19, role="light")
    pen.shade((-6.0, 63), 5.4, 11, 0.10, -6)
    pen.shade((-17, 54.0), 8.0, 3.2, 0.12, 8)
    pen.shade((6.6, 52.6), 15, 3.4, 0.10, 17)
    pen.line([(-22.6, 55.2), (-16.6, 53.6), (-10.6, 56.6)], 0.9, 0.24)
    pen.line([(2.6, 55.4), (10.6, 54.0), (18.4, 52.4)], 0.7, 0.16, min_px=FINE)
    # the hollow behind the toes
    pen.shade((7.0, 70.6), 15, 3.0, 0.20, 19)
    pen.line([(-8.4, 77.0), (-3.6, 76.4), (5.4, 72.6), (14.6, 69.0), (21.6, 65.8)], 0.85, 0.26)


def _toe_pad(pen, toe):
    length = math.dist(toe.base, toe.tip)
    pen.light(foot.toe_point(toe, 0.66, 0.3), toe.pad * 0.72, length * 0.22, 0.55)
    pen.shade(foot.toe_point(toe, 0.16, 0), toe.root * 1.05, length * 0.17, 0.16, min_px=FINE)
    if toe.name == "t1":
        pen.line(_across(toe, 0.24, 0.84, -0.05), 0.8, 0.42, min_px=500)
        pen.line(_across(toe, 0.16, 0.6, -0.04), 0.65, 0.24, min_px=FINEST)


def sole(art, body):
    pen = Pen(art, body)
    # soles are paler than the rest of the skin
    pen.shade((0, 58), 27, 30, 0.3, role="light")
    pen.shade((0, 22), 18, 24, 0.3, role="light")
    _heel(pen)
    _arch(pen)
    _ball(pen)
    _folds(pen, 2.6)
    for toe in pen.shape["toes"]:
        _toe_pad(pen, toe)


def plump_sole(art, body):
    """That of an infant: the heel's pad, where blood is taken, and creases but no arch."""
    pen = Pen(art, body)
    pen.shade((0, 58), 28, 30, 0.3, role="light")
    pen.shade((0.4, 19.4), 14.5, 14.5, 0.5, role="light")
    pen.shade((0, 38.4), 20, 6.4, 0.16)
    pen.line([(9.4, 35.0), (1, 36.4), (-7.6, 35.2)], 0.9, 0.26)
    pen.line([(-19.6, 54.6), (-11, 51.6), (-1.6, 53.6)], 1.0, 0.34)
    pen.line([(22.0, 55.6), (15, 57.2), (8.6, 60.6)], 0.9, 0.28)
    pen.line([(-13, 45.0), (-6, 45.8), (1, 44.8)], 0.75, 0.2, min_px=FINE)
    pen.shade((-17, 63), 8.8, 8.2, 0.45, role="light")
    pen.shade((10, 62), 13, 6.6, 0.4, 16, role="light")
    pen.shade((6, 71), 15, 2.8, 0.16, 18)
    pen.line([(-8.6, 76.0), (-3.0, 75.0), (5.4, 71.6), (14.6, 68.0), (21, 65.2)], 0.9, 0.28)
    _folds(pen, 2.2)
    for toe in pen.shape["toes"]:
        _toe_pad(pen, toe)
