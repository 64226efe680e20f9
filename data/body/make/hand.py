# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline of the hand, from the lateral to the medial side of the wrist.

Its frame: the origin is the middle of the wrist, y runs to the finger tips (108 long), x to the thumb.
"""

import math

from spline import CORNER

WRIST_WIDTH = 29.0

# A finger: name, base, tip, half width at the middle joint, half width near the tip, how far its middle lies
# to the thumb's side of the straight line.
ADULT = {
    "thumb": [
        (16.0, 7), (20.2, 15), (26.6, 24.5, "TH1"), (31.8, 33), (34.6, 40.5), (38.6, 48), (42.2, 55), (44.6, 62),
        (44.2, 68, "tt"), (40.6, 69), (37.2, 63.6), (34.0, 56.8), (30.6, 50.6), (27.6, 47.4, "TH2"),
        (24.6, 48.2, "web"), (23.6, 54, "FB1"),
    ],
    "fingers": [
        ("I", (17.6, 54), (22.4, 100.5), 5.4, 4.3, 0.5),
        ("M", (6.2, 56), (7.6, 108), 5.5, 4.4, 0.2),
        ("R", (-5.4, 55), (-8.4, 102.5), 5.3, 4.2, -0.4),
        ("L", (-16.2, 50), (-23.0, 88), 4.8, 3.8, -0.7),
    ],
    "webs": [(12.2, 60.6, "v1", CORNER), (0.4, 61.8, "v2", CORNER), (-11.2, 58, "v3", CORNER)],
    "palm": [(-21.4, 52, "FB2"), (-23.0, 41), (-22.2, 26), (-17.6, 9)],
}
# Along the finger, and the width there as a mixture of the two half widths.
FINGER_SIDE = [(0.30, 0.95, 0), (0.47, 1.01, 0), (0.64, 0.5, 0.5), (0.76, 0, 1.05), (0.90, 0, 0.90)]


def finger_point(finger, along, across):
    """@along from the base (0) to the tip (1), @across to the thumb's side."""
    _, base, tip, _, _, bend = finger
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    length = math.hypot(dx, dy)
    ux, uy = dx / length, dy / length
    across += bend * 4 * along * (1 - along)
    return (base[0] + ux * along * length + uy * across, base[1] + uy * along * length - ux * across)


def _finger(finger):
    name, _, _, middle, end, _ = finger
    sides = [(t, middle * m + end * e) for t, m, e in FINGER_SIDE]
    lateral = [finger_point(finger, t, half) for t, half in sides]
    medial = [finger_point(finger, t, -half) for t, half in reversed(sides)]
    lateral[0] += (name + "a",)
    medial[-1] += (name + "b",)
    return lateral + [finger_point(finger, 1, 0) + (name + "t",)] + medial


def knots(shape):
    result = list(shape["thumb"])
    for finger, web in zip(shape["fingers"], shape["webs"] + [None]):
        result += _finger(finger) + ([web] if web else [])
    return result + list(shape["palm"])
