# SPDX-License-Identifier: GPL-3.0-or-later
"""Face, ears and hair. Heights of eyes, nose and mouth stand in the build, and so does the character of the face.

Lengths in a face are given for eyes 17 from the midline and follow the build's eye_x.
"""

import math

from spline import both_sides, curve, mirrored

EYE_X = 17.0
# Hair is filled from the hairline to beyond the silhouette, which clips it.
HAIR_BOX = (90, -30)
# Below this height of the figure, in pixels, the small lines of a face run together.
FINE_PX = 500
# Below it a brow is a line.
FORM_PX = 1200
# From this height on the parts of an ear are seen.
EAR_PX = 1500


# A calm face of no sex; a build's "face" replaces what is its own. Points are from the eye, lengths across.
FACE = {
    "eye_width": 15.0, "eye_tilt": 0.3, "eye_open": 1.0, "iris": 2.85, "lid": 1.7,
    "brow": [(-9.2, -8.0), (-2.6, -10.4), (4.2, -11.2), (10.4, -7.8)], "brow_width": 2.2,
    "nose_width": 17.4, "mouth_width": 24.2, "lips": (4.4, 6.0), "lip_tone": 0.16,
    "fold": [(12, 25), (14.8, 29), (16, 33)], "fold_tone": 0.24,
    # How deep the hollow under the cheek bone is, and how dark the edge of the jaw.
    "hollow": 0.10, "jaw_tone": 0.85,
}


class _Pen:
    """Draws in units of the face, from a point on it."""

    def __init__(self, art, body, origin):
        self.art, self.origin = art, origin
        self.k = body.build["eye_x"] / EYE_X

    def at(self, x, y):
        return (self.origin[0] + x * self.k, self.origin[1] + y * self.k)

    def line(self, points, width, alpha, role="line", **options):
        self.art.line([self.at(*p) for p in points], width, alpha, role=role, **options)

    def across(self, half, width, alpha, **options):
        """A line over the midline; @half runs from the right end to the midline."""
        points = list(half) + [(-x, y) for x, y in reversed(half[:-1])]
        self.line(points, width, alpha, mirror=False, **options)

    def shade(self, x, y, rx, ry, alpha, **options):
        self.art.shade(self.at(x, y), rx * self.k, ry * self.k, alpha, **options)

    def dot(self, x, y, rx, ry, fill, **options):
        self.art.dot(self.at(x, y), rx * self.k, ry * self.k, fill, **options)


def _eye(art, pen, spec):
    lift = spec["eye_tilt"]
    half = spec["eye_width"] / 2
    iris, wide = spec["iris"], spec["eye_open"]
    inner, outer = (-half, 1.5), (half, 0.3 - lift)
    upper = [inner, (-half + 3.2, -1.6 * wide), (-0.4, -2.95 * wide), (half - 3.6, -2.2 * wide), outer]
    lower = [outer, (half - 3.4, 2.1 * wide), (0.2, 2.7 * wide), (-half + 2.6, 2.3 * wide), inner]
    white = curve([pen.at(*p) for p in upper]) + curve([pen.at(*p) for p in lower])
    pen.shade(-3, -5.5, 10, 5, 0.16)
    pen.shade(1, 1, 10, 8, 0.07)
    for side in (white, mirrored(white)):
        art.fill(side, 0.75, role="light", min_px=FINE_PX)
    pen.dot(0, -0.3, iris, iris, 0.46, role="pupil", stroke=0.6, width=0.5)
    pen.dot(0, -0.3, iris * 0.455, iris * 0.455, 0.9, role="pupil")
    pen.line(upper, spec["lid"], 0.95)
    pen.line([(x, y - 0.35) for x, y in upper[1:]], spec["lid"] * 0.7, 0.7)
    pen.line([(half - 5.4, 2.2 * wide), (half - 2.4, 1.4), (half, 0.2 - lift)], 0.8, 0.5, min_px=FINE_PX)
    pen.line([(-half + 1.2, 1.7), (-1.6, 2.7 * wide), (half - 4.8, 2.3 * wide)], 0.7, 0.38, min_px=FINE_PX)
    crease = [(-half + 1.4, -2.6), (-0.6, -2.6 - 3.0 * wide), (half - 3.2, -2.6 - 2.2 * wide),
    (half + 0.8, -2.6 - lift)]
    pen.line(crease, 0.8, 0.36)
    _brow(art, pen, spec)


# How far a brow swells above and below its middle, at each of its points, in parts of its width.
BROW_SWELL = (0.34, 0.62, 0.46)


def _brow(art, pen, spec):
    """One form: blunt at its inner end, swelling, thin at its outer end."""
    points, width = spec["brow"], spec["brow_width"]
    tail = points[-1]
    lower = [(x, y + width * swell) for (x, y), swell in zip(points, BROW_SWELL)]
    upper = [(x, y - width * swell) for (x, y), swell in zip(points, BROW_SWELL)]
    head = (points[0][0] - 0.3 * width, points[0][1] + 0.1 * width)
    art.shape([pen.at(*p) for p in [tail] + lower[::-1] + [head] + upper + [tail]], 0.52, role="det",
              min_px=FORM_PX)
    pen.line(points, width * 1.3, 0.7, max_px=FORM_PX)
    pen.line(points, width * 0.9, 0.2, min_px=FORM_PX)


def _nose(pen, spec, eye_above):
    half = spec["nose_width"] / 2
    pen.line([(half - 1.4, -5.4), (half, -2.4), (half - 0.8, 0.2), (half - 2.2, 0.9)], 1.1, 0.5)
    pen.line([(half * 0.7, 0.9), (half * 0.49, 0.1), (half * 0.31, 1.3)], 1.4, 0.6)
    pen.across([(min(2.6, half * 0.3), 1.7), (0, 2.5)], 1.1, 0.5)
    if spec.get("bridge", True):
        # The root, which runs on into the brow; below it the side is a tone alone.
        pen.line([(8.2, -5 - eye_above), (6.0, 0.5 - eye_above), (5.2, 7 - eye_above)], 0.8, 0.2, min_px=FINE_PX)
        pen.shade(6.4, -eye_above + 4, 4.4, 11, 0.09, rotation=0.16)
    pen.shade(7.0, -8.5, 4.8, 11, 0.085, rotation=-0.22)
    pen.shade(0, 4.4, 9, 3.6, 0.10)
    pen.shade(0, -3.6, 5, 4, 0.04)


def _lips(pen, spec):
    half, upper, lower = spec["mouth_width"] / 2, spec["lips"][0], spec["lips"][1]
    bow = [(half, -1.2), (half * 0.62, -upper * 0.62), (min(2.6, half * 0.24), -upper), (0, -upper * 0.78)]
    bottom = [(0, lower), (half * 0.42, lower * 0.86), (half * 0.78, lower * 0.36), (half, -1.2)]
    contour = curve([pen.at(*p) for p in bottom]) + curve([pen.at(*p) for p in bow])
    pen.art.fill(both_sides(contour), spec["lip_tone"], role="shade", min_px=FINE_PX)
    pen.across([(half + 0.4, -1.5), (half * 0.76, -0.3), (half * 0.35, -0.4), (0, 0.5)], 1.4, 0.8)
    pen.across(bow, 0.8, 0.34, min_px=FINE_PX)
    pen.across([(half * 0.62, lower * 0.72), (half * 0.3, lower * 0.97), (0, lower)], 0.9, 0.4, min_px=FINE_PX)
    pen.across([(half * 0.42, lower + 3.6), (0, lower + 4.6)], 1.1, 0.36)
    pen.shade(0, lower + 3, 8, 3.2, 0.10)
    pen.shade(half + 2, 0, 4, 4, 0.06)
    pen.line([(1.5, -upper - 1.2), (1.7, -upper - 4.2)], 0.6, 0.25, min_px=FINE_PX)


def face(art, body):
    b = body.build
    spec = {**FACE, **b.get("face", {})}
    _eye(art, _Pen(art, body, (b["eye_x"], b["eye"])), spec)
    _nose(_Pen(art, body, (0, b["nose"])), spec, (b["nose"] - b["eye"]) * EYE_X / b["eye_x"])
    _lips(_Pen(art, body, (0, b["mouth"])), spec)
    pen = _Pen(art, body, (0, b["eye"]))
    pen.shade(31, 22, 13, 24, spec["hollow"], rotation=0.3)  # below the cheek bone
    pen.shade(38, -8, 9, 20, 0.10)  # the temple
    pen.shade(0, (b["chin"] - b["eye"]) / pen.k + 1, 17, 6, 0.10)
    pen.line(spec["fold"], 0.9, spec["fold_tone"], min_px=FINE_PX)
    art.light(pen.at(0, -25), 30 * pen.k, 17 * pen.k, 0.32)
    art.light(pen.at(0, 15), 3.6 * pen.k, 13 * pen.k, 0.34)
    art.light(pen.at(22, 14), 12 * pen.k, 8 * pen.k, 0.28)
    art.light((0, b["chin"] - 7), 9 * pen.k, 5 * pen.k, 0.28)
    art.line(both_sides(body.paths["jaw"].between()), 1.7, spec["jaw_tone"], role="line", mirror=False)


# ---- ears ----

def ear_front(art, body):
    (ax, ay), (bx, by) = body.at("out:EA"), body.at("out:EB")
    height = by - ay
    width = max(x for x, y, _ in body.paths["out"].knots if ay - 4 <= y <= by) - ax

    def at(u, v):
        return (ax + (bx - ax) * v + u * width, ay + v * height)

    art.line([at(0, 0), at(-0.18, 0.3), at(-0.1, 0.62), at(-0.02, 1)], 1.1, 0.55, role="line")
    art.line([at(0.16, 0.10), at(0.60, 0.08), at(0.66, 0.32), at(0.5, 0.6)], 0.9, 0.5, role="line")
    art.line([at(0.12, 0.42), at(0.36, 0.46), at(0.34, 0.66), at(0.08, 0.76)], 0.8, 0.42, role="line", min_px=FINE_PX)
    art.shade(at(0.2, 0.5), width * 0.5, height * 0.3, 0.14)
    # antihelix with its two legs, the tragus before the opening, the lobe
    art.line([at(0.16, 0.24), at(0.34, 0.29), at(0.46, 0.42), at(0.42, 0.60), at(0.26, 0.72)], 0.75, 0.42, role="line",
             min_px=EAR_PX)
    art.line([at(0.34, 0.29), at(0.44, 0.20), at(0.46, 0.15)], 0.6, 0.3, role="line", min_px=EAR_PX)
    art.line([at(-0.10, 0.44), at(0.06, 0.50), at(0.08, 0.57), at(-0.04, 0.62)], 0.8, 0.5, role="line", min_px=EAR_PX)
    art.shade(at(0.16, 0.55), width * 0.26, height * 0.11, 0.42, min_px=EAR_PX)
    art.light(at(0.72, 0.30), width * 0.24, height * 0.22, 0.5, min_px=EAR_PX)
    art.light(at(0.28, 0.84), width * 0.34, height * 0.12, 0.5, min_px=EAR_PX)


def ear_back(art, body):
    (ax, ay), (bx, by) = body.at("out:EA"), body.at("out:EB")
    art.line([(ax + 0.4, ay + 1), (ax - 0.6, ay + (by - ay) * 0.5), (bx - 0.4, by - 1)], 1.3, 0.7, role="line")
    art.shade((ax - 1, (ay + by) / 2), 4, (by - ay) * 0.5, 0.14)
    art.line([(ax + 2.2, ay + (by - ay) * 0.16), (ax + 2.6, ay + (by - ay) * 0.44), (bx + 1.2, ay + (by - ay) * 0.76)], 0.7, 0.3,
             role="line", min_px=EAR_PX)
    art.light((ax + 3.6, ay + (by - ay) * 0.34), 2.0, (by - ay) * 0.24, 0.5, min_px=EAR_PX)


# ---- hair ----

def _fill_above(art, line, ear, alpha):
    """Fills from @line to beyond the silhouette, but not the ears, which leave the skull at @ear."""
    x, top = HAIR_BOX
    right = [(x, top), (x, ear[1]), ear, line[0][0]]
    corners = [line[-1][3], (-ear[0], ear[1]), (-x, ear[1]), (-x, top)] + right
    art.fill(line + [(a, a, b, b) for a, b in zip(corners, corners[1:])], alpha)
    return line


def hair(art, hairline, alpha=0.95, flat=True, ear=None):
    """The hair above @hairline, which runs from the ear to the midline; @flat: level there.

    @ear is where the ear leaves the skull: the hair does not lie on it.
    """
    line = both_sides(curve(hairline, end=(-1, 0) if flat else None))
    return _fill_above(art, line, ear or (HAIR_BOX[0], line[0][0][1]), alpha)


def swept_hair(art, hairline, ear, alpha=0.95):
    """Like hair (), for a whole @hairline from the right ear of the drawing to the left that is not symmetric."""
    return _fill_above(art, curve(hairline), ear, alpha)


def strands(art, lines, alpha=0.34, width=0.8, mirror=True, min_px=0):
    for points in lines:
        art.line(points, width, alpha, mirror=mirror, min_px=min_px)


def wisps(art, line, reach, count, alpha=0.5, width=1.3):
    """Fine hair that softens the edge of the hair: it leaves @line, a closed form's lower edge, for the skin."""
    for i in range(count):
        # none at the temples, where the hair lies close
        at = (0.16 + 0.68 * (i + 0.5 + 0.3 * math.sin(7.1 * i)) / count) * len(line)
        piece = line[int(at)]
        t = at - int(at)
        (ax, ay), (bx, by) = piece[0], piece[3]
        x, y = ax + (bx - ax) * t, ay + (by - ay) * t
        length = math.hypot(bx - ax, by - ay)
        # the line runs over the face from the right of the drawing to its left: the skin is to its left
        tx, ty = (bx - ax) / length, (by - ay) / length
        nx, ny = ty, -tx
        # combed from the parting downwards
        sign = reach if ty > 0 else -reach
        tx, ty = tx * sign, ty * sign
        far = reach * (0.4 + 0.4 * math.sin(3.7 * i))
        art.line([(x - tx * 1.6 - nx * far, y - ty * 1.6 - ny * far), (x, y),
                  (x + tx * 1.2 + nx * far * 0.7, y + ty * 1.2 + ny * far * 0.7)],
                 width, alpha, role="hair", mirror=False, min_px=FINE_PX)


def sheen(art, lines, alpha=0.14, width=3.2, mirror=True):
    """Where the hair catches the light."""
    for points in lines:
        art.line(points, width, alpha, role="light", mirror=mirror, min_px=FINE_PX)
