# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline of the foot, hanging relaxed, from the lateral to the medial side of the ankle.

Its frame: the origin is the middle of the ankle, y runs to the toes, x to the lateral side. From the front
the back of the foot is seen, from behind the heel, the sole and the pads of the toes.
"""

import math
from collections import namedtuple

from spline import CORNER

ANKLE_WIDTH = 39.0

# @base lies at the fold to the neighbours; half widths at the root, at the neck and at the pad.
Toe = namedtuple("Toe", "name base tip root neck pad")

# Along a toe, the part of each half width (root, neck, pad) there.
_SIDE = ((0.16, 1, 0, 0), (0.42, 0, 1, 0), (0.66, 0, 0, 1), (0.82, 0, 0, 0.93), (0.93, 0, 0, 0.66))

# Both shapes: the edges from ankle to toes and back, the toes from the little to the great one, the folds between.
DORSUM = {
    "lateral": [(19.8, 8), (20.6, 18), (23.2, 29, "HLB"), (26.6, 41), (28.2, 52), (28.9, 58, "TO1"), (28.9, 64)],
    "toes": [
        Toe("t5", (24.6, 64.5), (23.2, 79.6), 4.0, 3.8, 4.1),
        Toe("t4", (15.4, 67), (15.0, 87.0), 4.1, 3.9, 4.2),
        Toe("t3", (6.4, 70.5), (5.8, 93.0), 4.3, 4.0, 4.4),
        Toe("t2", (-3.2, 73), (-3.8, 97.2), 4.6, 4.3, 4.7),
        Toe("t1", (-17.6, 72), (-16.6, 99.4), 7.7, 7.5, 8.0),
    ],
    "webs": [(20.0, 68.4, "u4"), (10.9, 73.6, "u3"), (1.6, 78.4, "u2"), (-9.0, 78.2, "u1")],
    "medial": [(-25.9, 74), (-27.2, 67, "TO2"), (-27.0, 60), (-25.2, 52), (-22.2, 40), (-21.6, 26, "HLBm"), (-21.2, 12)],
}
# The heel bulges below the tendon, the arch hollows the medial side, the ball is the widest place.
SOLE = {
    "lateral": [(18.6, 5.5), (20.0, 14), (19.8, 25, "HLB"), (20.8, 38), (24.4, 50), (27.6, 58.5, "TO1"), (28.5, 65)],
    "toes": [
        Toe("t5", (24.2, 66.5), (22.4, 79.6), 3.6, 3.6, 4.3),
        Toe("t4", (15.2, 69.5), (14.5, 87.0), 3.6, 3.5, 4.15),
        Toe("t3", (6.2, 73), (5.6, 93.0), 3.8, 3.6, 4.3),
        Toe("t2", (-3.4, 75.5), (-3.8, 97.0), 4.0, 3.8, 4.45),
        Toe("t1", (-17.4, 73.5), (-16.7, 99.0), 7.2, 7.2, 7.9),
    ],
    "webs": [(19.8, 69.4, "u4"), (10.7, 75.8, "u3"), (1.4, 79.6, "u2"), (-9.0, 81.4, "u1")],
    "medial": [(-26.0, 74.5), (-27.3, 67, "TO2"), (-26.9, 61.5), (-25, 55.5), (-19.6, 46), (-15.8, 36), (-16.8, 26, "HLBm"),
               (-19.0, 15), (-18.4, 5.5)],
}


def toe_point(toe, along, across):
    """@along from the fold (0) to the tip (1), @across to the lateral side."""
    dx, dy = toe.tip[0] - toe.base[0], toe.tip[1] - toe.base[1]
    length = math.hypot(dx, dy)
    ux, uy = dx / length, dy / length
    return (toe.base[0] + ux * along * length + uy * across, toe.base[1] + uy * along * length - ux * across)


def half_width(toe, along):
    """The half width of @toe at @along."""
    rows = [(t, toe.root * r + toe.neck * n + toe.pad * p) for t, r, n, p in _SIDE] + [(1, 0)]
    if along <= rows[0][0]:
        return rows[0][1]
    for (t, a), (u, b) in zip(rows, rows[1:]):
        if along <= u:
            return a + (along - t) / (u - t) * (b - a)
    return 0


def _toe(toe):
    sides = [(t, toe.root * r + toe.neck * n + toe.pad * p) for t, r, n, p in _SIDE]
    lateral = [toe_point(toe, t, half) for t, half in sides[1:]]
    medial = [toe_point(toe, t, -half) for t, half in reversed(sides[1:])]
    return lateral + [toe_point(toe, 1, 0) + (toe.name,)] + medial


def knots(shape):
    result = list(shape["lateral"])
    for toe, web in zip(shape["toes"], shape["webs"] + [None]):
        result += _toe(toe) + ([web + (CORNER,)] if web else [])
    return result + list(shape["medial"])


def shape_of(body):
    """The shape of the foot in the view of @body."""
    if body.view == "post":
        return body.build.get("sole_shape", SOLE)
    return body.build.get("foot_shape", DORSUM)
