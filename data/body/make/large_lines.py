# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines and shades of bodies of large build: folds that start at the notches of the outline, soft joints."""

import foot
import foot_lines
import hand_lines
import head
import soft_lines
import trunk_lines
from limb_lines import arm_line, arm_shade, leg_line, leg_shade
from spline import backwards, both_sides

# The outline of a foot from behind (foot.py) whose heel is padded as wide as the ankle.
SOLE = {
    **foot.SOLE,
    "lateral": [(18.6, 6), (20.2, 15), (20.4, 27, "HLB"), (21.6, 40), (24.8, 51), (27.6, 58.5, "TO1"), (28.5, 65)],
    "medial": [(-26.0, 74.5), (-27.3, 67, "TO2"), (-26.9, 61.5), (-25.2, 54.5), (-21, 46), (-18.6, 37),
               (-19.0, 27, "HLBm"), (-19.8, 16), (-18.6, 6)],
}


def double_chin(art, body):
    chin, x = body.build["chin"], body.build["jaw"][0][0]
    art.line([(-0.92 * x, chin - 1), (-0.52 * x, chin + 7.2), (0, chin + 10), (0.52 * x, chin + 7.2),
              (0.92 * x, chin - 1)], 1.3, 0.45, mirror=False)
    art.shade((0, chin + 12), 0.8 * x, 6, 0.18)


def apron(art, body):
    """The lower edge of the apron, its shadow on the groin, and its own roundness."""
    art.line(both_sides(body.paths["apron"].between()), 2.4, 0.95, role="line", mirror=False)
    soft_lines.shadow(art, body.paths["apron"].between(), 15, 0.16, 9)
    soft_lines.shadow(art, backwards(body.paths["apron"].between()), 20, 0.055, 9)


def thighs(art, body):
    """Where the thighs touch."""
    top, part = body.at("out:G1"), body.at("out:TC")
    art.line([top, (0, (top[1] + part[1]) / 2), part], 2.2, 0.95, role="line", mirror=False)
    art.shade((0, part[1] - 26), 15, 62, 0.30)


def _arm_front(art, body):
    art.line(body.paths["elb"].between(), 1.5, 0.7, part=(0.10, 0.78))
    arm_line(art, body, [(-0.98, 172), (-0.72, 180), (-0.40, 184)], 1.3, 0.5)  # the upper arm's fat over the bend
    arm_line(art, body, [(-0.62, 100), (-0.44, 126), (-0.42, 150)], 1.1, 0.26)
    arm_line(art, body, [(0.30, 204), (0.36, 234), (0.46, 266)], 1.1, 0.24)
    art.line(body.paths["wri"].between(), 1.3, 0.7, part=(0.08, 0.92))
    arm_shade(art, body, -0.70, 130, 14, 50, 0.09)
    arm_shade(art, body, 0.0, 194, 26, 10, 0.12)
    arm_shade(art, body, -0.62, 244, 12, 50, 0.06)


def _arm_back(art, body):
    arm_line(art, body, [(-0.30, 174), (-0.22, 186), (0.06, 190), (0.28, 182)], 1.3, 0.55)
    arm_line(art, body, [(-1.0, 186), (-0.74, 195), (-0.46, 197)], 1.4, 0.5)
    arm_line(art, body, [(0.95, 186), (0.66, 196), (0.38, 197)], 1.2, 0.42)
    arm_line(art, body, [(-0.60, 112), (-0.42, 134), (-0.28, 150)], 1.1, 0.26)
    arm_line(art, body, [(-0.20, 206), (-0.28, 240), (-0.36, 286)], 1.1, 0.28)
    arm_line(art, body, [(-0.62, 316), (-0.34, 318), (-0.28, 326), (-0.46, 331)], 1.1, 0.45)
    arm_shade(art, body, 0.0, 180, 12, 10, 0.16)
    arm_shade(art, body, -0.64, 132, 14, 50, 0.09)
    arm_shade(art, body, -0.30, 328, 8, 6, 0.14)


def _leg_front(art, body):
    leg_line(art, body, [(0.03, 688), (0.15, 696), (0.27, 697)], 1.4, 0.5)  # under the pads above the knee
    leg_line(art, body, [(0.97, 687), (0.86, 694), (0.76, 695)], 1.3, 0.42)
    leg_line(art, body, [(0.30, 697), (0.28, 711), (0.36, 723), (0.50, 727)], 1.4, 0.5)
    leg_line(art, body, [(0.70, 697), (0.72, 710), (0.66, 722), (0.56, 726)], 1.3, 0.42)
    leg_line(art, body, [(0.03, 716), (0.14, 733), (0.28, 741), (0.42, 742)], 1.5, 0.6)  # the pad on its inner side
    leg_line(art, body, [(0.97, 722), (0.86, 735), (0.74, 740)], 1.3, 0.45)
    leg_line(art, body, [(0.44, 766), (0.39, 800), (0.41, 842)], 1.2, 0.26)
    art.line(body.paths["ankt"].between(), 1.4, 0.6)  # the fold above the ankle
    leg_shade(art, body, 0.5, 686, 34, 9, 0.10)
    leg_shade(art, body, 0.46, 745, 36, 9, 0.15)
    leg_shade(art, body, 0.16, 698, 16, 20, 0.10)
    leg_shade(art, body, 0.84, 700, 12, 20, 0.10)
    leg_shade(art, body, 0.5, 925, 22, 6, 0.16)
    leg_shade(art, body, 0.18, 806, 18, 64, 0.06)


def _leg_back(art, body):
    leg_line(art, body, [(0.22, 716), (0.5, 721), (0.78, 716)], 1.5, 0.65)
    leg_line(art, body, [(0.02, 706), (0.12, 718), (0.24, 723)], 1.4, 0.55)
    leg_line(art, body, [(0.30, 704), (0.50, 707), (0.66, 704)], 1.1, 0.4)
    leg_line(art, body, [(0.5, 772), (0.51, 802), (0.49, 830)], 1.1, 0.24)
    art.line(body.paths["ankpt"].between(), 1.2, 0.45)
    leg_shade(art, body, 0.5, 706, 38, 18, 0.09)
    leg_shade(art, body, 0.22, 930, 7, 22, 0.16)
    leg_shade(art, body, 0.78, 930, 7, 22, 0.16)


def front(art, body):
    trunk_lines.neck_front(art, body, 0.5)
    trunk_lines.collar_bones(art, body, 0.5)
    trunk_lines.armpit(art, body)
    _arm_front(art, body)
    _leg_front(art, body)
    hand_lines.palm(art, body)
    foot_lines.dorsum(art, body)
    head.ear_front(art, body)
    double_chin(art, body)
    apron(art, body)
    thighs(art, body)


def back(art, body):
    trunk_lines.neck_back(art, body, 0.4)
    soft_lines.spine(art, body)
    trunk_lines.shoulder_blades(art, body, 0.4)
    trunk_lines.armpit_back(art, body)
    soft_lines.buttocks(art, body)
    _arm_back(art, body)
    _leg_back(art, body)
    hand_lines.dorsum(art, body)
    foot_lines.sole(art, body)
    head.ear_back(art, body)
    notch = body.build["trunk"][0][0]
    art.line([(-26, notch - 3), (-9, notch + 3), (9, notch + 3), (26, notch - 3)], 1.3, 0.42, mirror=False)
    art.shade((0, notch + 8), 34, 8, 0.16)
    thighs(art, body)
