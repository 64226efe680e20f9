# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline of the foot, hanging relaxed, from the lateral to the medial side of the ankle.

Its frame: the origin is the middle of the ankle, y runs to the toes, x to the lateral side. From the front
the back of the foot is seen, from behind the heel, the sole and the pads of the toes.
"""

from spline import CORNER

ANKLE_WIDTH = 39.0

# From the little to the great toe, between the ball's two sides.
TOES = [
    (28.4, 66), (26.6, 72.8), (23, 76, "t5"), (19.8, 74.4), (17.2, 68.6, "u4", CORNER), (17.2, 75.4), (16.6, 81),
    (13.6, 83.6, "t4"), (10.4, 81.4), (9.7, 78), (8.6, 74.5, "u3", CORNER), (8.2, 81), (7.6, 86.4), (4.6, 89, "t3"),
    (1.6, 87), (0.7, 82.6), (-0.2, 78, "u2", CORNER), (-0.8, 86), (-1.4, 91.6), (-4.4, 94.6, "t2"), (-7.6, 92),
    (-8.8, 86), (-9.6, 80, "u1", CORNER), (-10.2, 87), (-11.9, 93.6), (-16.8, 97.6, "t1"), (-22.2, 95), (-25, 88),
    (-25, 79.5),
]
DORSUM = [(20.2, 10), (22.4, 24, "HLB"), (26.2, 42), (28.4, 56, "TO1")] + TOES + [
    (-25.7, 67, "TO2"), (-26.6, 57), (-23.8, 43), (-20.6, 27, "HLBm"), (-19.8, 11),
]
# The heel bulges below the tendon, the arch hollows the medial side, the ball is the widest place.
SOLE = [(16.2, 6), (18.6, 15), (18.8, 27, "HLB"), (20.2, 41), (25.2, 53.5), (28.2, 61, "TO1")] + TOES + [
    (-25.8, 67, "TO2"), (-26.8, 60), (-23.6, 50), (-17.0, 39), (-15.6, 28, "HLBm"), (-17.6, 16), (-16.0, 6),
]
