# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline of the foot, hanging relaxed, from the lateral to the medial side of the ankle.

Its frame: the origin is the middle of the ankle, y runs to the toes, x to the lateral side. From the front
the back of the foot is seen, from behind the heel, the sole and the pads of the toes.
"""

from spline import CORNER

ANKLE_WIDTH = 39.0

# From the little to the great toe, between the ball's two sides: from above the toes are long, from below
# their pads are round and the ball reaches far between them.
TOES = [
    (28.6, 65), (27.2, 72.4), (23.2, 76, "t5"), (19.4, 73.6), (17.2, 69.6, "u4", CORNER), (17.4, 76), (16.6, 81),
    (13.4, 83.8, "t4"), (10.2, 81.4), (9.2, 78.6), (8.5, 76, "u3", CORNER), (8.2, 82), (7.4, 86.8), (4.4, 89.4, "t3"),
    (1.4, 87.2), (0.4, 83.6), (-0.3, 80, "u2", CORNER), (-0.8, 87), (-1.6, 92), (-4.6, 94.8, "t2"), (-7.8, 92.2),
    (-8.8, 87), (-9.7, 82, "u1", CORNER), (-10.2, 88), (-12.0, 94), (-16.8, 97.6, "t1"), (-22.0, 95.2), (-25, 88.4),
    (-25.2, 79.5),
]
PADS = [
    (28.2, 68), (26.8, 73.4), (23.2, 76, "t5"), (19.6, 74.4), (17.4, 71.6, "u4", CORNER), (17.6, 77.4), (16.6, 81.6),
    (13.4, 83.8, "t4"), (10.2, 82), (9.2, 80), (8.4, 78, "u3", CORNER), (8.2, 83.4), (7.2, 87.4), (4.4, 89.4, "t3"),
    (1.5, 88), (0.5, 85.4), (-0.4, 82.8, "u2", CORNER), (-0.8, 88.4), (-1.7, 92.6), (-4.8, 94.8, "t2"), (-7.8, 93),
    (-8.8, 89.4), (-9.8, 85, "u1", CORNER), (-10.2, 90), (-12.2, 95.2), (-16.8, 97.8, "t1"), (-21.8, 96), (-24.8, 90),
    (-24.2, 82),
]
DORSUM = [(20.2, 10), (22.4, 24, "HLB"), (26.2, 42), (28.4, 56, "TO1")] + TOES + [
    (-25.7, 67, "TO2"), (-26.6, 57), (-23.8, 43), (-20.6, 27, "HLBm"), (-19.8, 11),
]
# The heel bulges below the tendon, the arch hollows the medial side, the ball is the widest place.
SOLE = [(17.4, 6), (18.6, 15), (18.9, 26, "HLB"), (20.0, 40), (24.8, 52.5), (28.0, 60.5, "TO1")] + PADS + [
    (-25.2, 70, "TO2"), (-27.0, 61.5), (-24.0, 50.5), (-16.6, 39.5), (-15.2, 28, "HLBm"), (-17.0, 16.5), (-16.8, 6),
]
