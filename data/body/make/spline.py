# SPDX-License-Identifier: GPL-3.0-or-later
"""Smooth curves through knots: John Hobby's spline of METAFONT, as cubic Bezier pieces.

A piece is a tuple of four points (start, handle, handle, end); a curve is a list of pieces.
A knot is (x, y), (x, y, name) or (x, y, name, CORNER). Between two corners the curve is solved at once, so
that a region may take any stretch between two knots without changing the curve.
"""

import math

CORNER = "corner"


def _turn(angle):
    """@angle between -pi and pi."""
    return math.remainder(angle, 2 * math.pi)


def _rotated(vector, angle):
    c, s = math.cos(angle), math.sin(angle)
    return (vector[0] * c - vector[1] * s, vector[0] * s + vector[1] * c)


def _velocity(theta, phi):
    """Length of the handle at the end that leaves by @theta, as a part of the chord."""
    return 2 / (1 + 2 / 3 * math.cos(phi) + 1 / 3 * math.cos(theta)) / 3


def _leaving_angles(lengths, turns, start_offset, end_offset):
    """The angle between chord and curve at each knot, from the tridiagonal system of mock curvatures.

    An end without an offset (None) curls like its neighbour.
    """
    n = len(lengths)
    below, middle, above, right = ([0.0] * (n + 1) for _ in range(4))
    if start_offset is None:
        middle[0], above[0], right[0] = 3.0, 3.0, -3.0 * turns[1]
    else:
        middle[0], right[0] = 1.0, start_offset
    for i in range(1, n):
        a, b = lengths[i - 1], lengths[i]
        below[i], middle[i], above[i] = 1 / a, 2 * (a + b) / (a * b), 1 / b
        right[i] = -(2 * turns[i] * b + turns[i + 1] * a) / (a * b)
    if end_offset is None:
        below[n], middle[n] = 3.0, 3.0
    else:
        middle[n], right[n] = 1.0, end_offset
    for i in range(1, n + 1):
        factor = below[i] / middle[i - 1]
        middle[i] -= factor * above[i - 1]
        right[i] -= factor * right[i - 1]
    angles = [0.0] * (n + 1)
    angles[n] = right[n] / middle[n]
    for i in range(n - 1, -1, -1):
        angles[i] = (right[i] - above[i] * angles[i + 1]) / middle[i]
    return angles


def curve(points, start=None, end=None):
    """The pieces through @points; @start and @end are directions (dx, dy) at the ends, or None."""
    points = [(p[0], p[1]) for p in points]
    n = len(points) - 1
    chords = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(points, points[1:])]
    if n == 1 and start is None and end is None:
        (a, b), (dx, dy) = points, chords[0]
        return [(a, (a[0] + dx / 3, a[1] + dy / 3), (b[0] - dx / 3, b[1] - dy / 3), b)]
    lengths = [max(1e-6, math.hypot(*c)) for c in chords]
    headings = [math.atan2(c[1], c[0]) for c in chords]
    turns = [0.0] + [_turn(b - a) for a, b in zip(headings, headings[1:])] + [0.0]
    offsets = [None if d is None else _turn(math.atan2(d[1], d[0]) - h)
               for d, h in ((start, headings[0]), (end, headings[-1]))]
    angles = _leaving_angles(lengths, turns, *offsets)
    pieces = []
    for i in range(n):
        theta = angles[i]
        phi = -turns[i + 1] - angles[i + 1]
        out = _rotated(chords[i], theta)
        into = _rotated(chords[i], -phi)
        r, s = _velocity(theta, phi), _velocity(phi, theta)
        a, b = points[i], points[i + 1]
        pieces.append((a, (a[0] + out[0] * r, a[1] + out[1] * r), (b[0] - into[0] * s, b[1] - into[1] * s), b))
    return pieces


def backwards(pieces):
    return [piece[::-1] for piece in reversed(pieces)]


def mirrored(pieces):
    """The mirror image at the midline, run in the same sense."""
    return [tuple((-x, y) for x, y in piece) for piece in pieces]


def both_sides(half):
    """A curve that ends on the midline, and its mirror image back."""
    return half + backwards(mirrored(half))


class Path:
    """A curve with names for some of its knots."""

    def __init__(self, knots, start=None, end=None):
        self.knots = [(k[0], k[1], (k[2] if len(k) > 2 else None) or "") for k in knots]
        self.index = {k[2]: i for i, k in enumerate(self.knots) if k[2]}
        self.pieces = []
        first = 0
        for i in range(1, len(knots)):
            last = i == len(knots) - 1
            if last or (len(knots[i]) > 3 and knots[i][3] == CORNER):
                self.pieces += curve(self.knots[first:i + 1], start if first == 0 else None, end if last else None)
                first = i

    def at(self, name):
        return self.knots[self.index[name]][:2]

    def between(self, first=None, last=None):
        """The pieces from one named knot to another, turned round where the second comes first."""
        i = self.index[first] if first else 0
        j = self.index[last] if last else len(self.knots) - 1
        return self.pieces[i:j] if i <= j else backwards(self.pieces[j:i])

    def stretch(self, first, last):
        """The path from knot @first to the later knot @last."""
        i, j = self.index[first], self.index[last]
        path = Path.__new__(Path)
        path.knots, path.pieces = self.knots[i:j + 1], self.pieces[i:j]
        path.index = {k[2]: n for n, k in enumerate(path.knots) if k[2]}
        return path
