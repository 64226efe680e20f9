# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline of the hand, from the lateral to the medial side of the wrist.

Its frame: the origin is the middle of the wrist, y runs to the finger tips (108 long), x to the thumb.
The middle finger is the longest; index and ring finger end at the base of its nail, the little finger at the
last joint of the ring finger.
"""

import math
from collections import namedtuple

WRIST_WIDTH = 29.0

# @base is the knuckle, @joint and @end the half widths at the middle and the last joint, @bend how far the middle
# lies to the thumb's side of the straight line.
Finger = namedtuple("Finger", "name base tip joint end bend")

# Where the joints are along a finger, from the knuckle (0) to the tip (1).
MIDDLE_JOINT, LAST_JOINT = 0.465, 0.735

# Along a finger, the half width there as a mixture of those at the two joints.
_SIDE = ((0.36, 0.915, 0), (MIDDLE_JOINT, 1.01, 0), (0.555, 0.58, 0.37), (0.645, 0.18, 0.78), (LAST_JOINT, 0, 1.01),
         (0.82, 0, 0.97), (0.895, 0, 0.93), (0.95, 0, 0.76), (0.984, 0, 0.44))
# The sides of a finger just above the folds, as a part of its half width at the middle joint.
_ROOT = 0.92

ADULT = {
    # wrist, base of the metacarpal, knuckle, last joint, pad, back along the other side to the fold between
    # thumb and index finger
    "thumb": [
        (15.9, 5.5), (19.4, 11.6), (25.4, 17.4), (31.6, 24.6, "TH1"), (34.9, 31.6), (37.6, 35.8), (41.6, 40.6), (45.0, 46.0),
        (47.8, 51.6), (48.7, 56.8), (47.6, 60.8), (44.8, 62.5, "tt"), (41.2, 61.4), (37.0, 57.0), (33.4, 51.4), (30.2, 46.6),
        (26.6, 41.6, "TH2"), (24.0, 39.8), (21.4, 41.2, "web"), (19.9, 46), (19.5, 52), (20.3, 58, "FB1"),
    ],
    "fingers": [
        Finger("I", (13.5, 50.5), (19.0, 101.2), 5.7, 4.9, 0.7),
        Finger("M", (2.2, 52), (4.2, 108), 5.8, 5.0, 0.3),
        Finger("R", (-8.7, 50), (-11.1, 102.6), 5.5, 4.7, -0.4),
        Finger("L", (-18.7, 45.5), (-26.2, 88.8), 4.9, 4.2, -0.7),
    ],
    # how far from the wrist the folds between the fingers are
    "webs": [61.2, 61.6, 57.8],
    "palm": [(-25.4, 55, "FB2"), (-25.2, 49.5), (-25.4, 43.5), (-25.0, 34), (-22.9, 21.5), (-18.0, 9.5)],
}


def finger_point(finger, along, across):
    """@along from the knuckle (0) to the tip (1), @across to the thumb's side."""
    dx, dy = finger.tip[0] - finger.base[0], finger.tip[1] - finger.base[1]
    length = math.hypot(dx, dy)
    ux, uy = dx / length, dy / length
    across += finger.bend * 4 * along * (1 - along)
    return (finger.base[0] + ux * along * length + uy * across, finger.base[1] + uy * along * length - ux * across)


def half_width(finger, along):
    """The half width of @finger at @along, as its outline has it."""
    rows = [(t, finger.joint * m + finger.end * e) for t, m, e in _SIDE] + [(1, 0)]
    for (t, a), (u, b) in zip(rows, rows[1:]):
        if along <= u:
            return a + max(0, along - t) / (u - t) * (b - a)
    return 0


def _finger(finger):
    sides = [(t, finger.joint * m + finger.end * e) for t, m, e in _SIDE]
    lateral = [finger_point(finger, t, half) for t, half in sides]
    medial = [finger_point(finger, t, -half) for t, half in reversed(sides)]
    lateral[0] += (finger.name + "a",)
    medial[-1] += (finger.name + "b",)
    return lateral + [finger_point(finger, 1, 0) + (finger.name + "t",)] + medial


def _root(finger, y, sign):
    along = (y - finger.base[1]) / (finger.tip[1] - finger.base[1])
    return finger_point(finger, along, sign * finger.joint * _ROOT)


def _web(lateral, medial, y, name):
    """The fold between two fingers, rounded as wide as the gap between them."""
    a, b = _root(lateral, y, -1), _root(medial, y, 1)
    half = (a[0] - b[0]) / 2
    return [_root(lateral, y + half * 1.1, -1), ((a[0] + b[0]) / 2, y, name), _root(medial, y + half * 1.1, 1)]


def knots(shape):
    fingers = shape["fingers"]
    result = list(shape["thumb"]) + _finger(fingers[0])
    for number, (lateral, medial, y) in enumerate(zip(fingers, fingers[1:], shape["webs"]), 1):
        result += _web(lateral, medial, y, "v%d" % number) + _finger(medial)
    return result + list(shape["palm"])
