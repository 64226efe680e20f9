# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines and shades of the young.

A child shows the bones of collar, knee, elbow and ankle, but hardly a muscle; an infant fat rings and soft joints.
"""

import foot_lines
import hand_lines
import head
import soft_lines
import trunk_lines
from body import ANTERIOR
from limb_lines import arm_line, arm_shade, leg_line, leg_shade
from spline import backwards, curve


# ---- the infant ----

def _ring(art, points, width, alpha):
    pieces = curve(points)
    art.line(pieces, width, alpha)
    if alpha > 0.55:
        soft_lines.shadow(art, pieces if points[0][0] > points[-1][0] else backwards(pieces), 8, 0.13, 5)


def _rings_of_arm(art, body):
    _ring(art, [body.arm(u, s) for u, s in ((-1.0, 292), (-0.45, 297), (0.2, 298), (0.62, 295))], 1.6, 0.75)
    _ring(art, [body.arm(u, s) for u, s in ((1.0, 160), (0.74, 166), (0.52, 166))], 1.4, 0.5)


def _rings_of_leg(art, body):
    for points, width, alpha in ((((0.0, 634), (0.2, 641), (0.46, 643), (0.62, 640)), 1.7, 0.8),
                                 (((1.0, 646), (0.84, 650), (0.70, 649)), 1.4, 0.5),
                                 (((0.0, 742), (0.18, 747), (0.36, 748)), 1.4, 0.6),
                                 (((1.0, 743), (0.84, 747), (0.70, 747)), 1.3, 0.45)):
        _ring(art, [body.leg(u, y) for u, y in points], width, alpha)
    above_foot = body.paths["ankt" if body.view == ANTERIOR else "ankpt"].between()
    art.line(above_foot, 1.5, 0.65)
    soft_lines.shadow(art, above_foot, 7, 0.13, 5)


def infant_front(art, body):
    notch = body.build["trunk"][0][0]
    chin = body.build["chin"]
    art.shade((0, chin + 4), 46, 13, 0.28)
    art.line([(-26, chin + 4), (-11, chin + 9.6), (0, chin + 10.6), (11, chin + 9.6), (26, chin + 4)], 1.1, 0.34,
             mirror=False)
    art.line([(7, notch + 4), (26, notch + 4), (46, notch)], 1.3, 0.34)
    trunk_lines.armpit(art, body)
    art.light(body.trunk(0, 396), 88, 96, 0.22)
    trunk_lines.line(art, body, [(88, 316), (62, 326), (40, 326)], 1.0, 0.22)
    art.line(body.paths["elb"].between(), 1.5, 0.65, part=(0.12, 0.80))
    arm_shade(art, body, 0, 190, 18, 9, 0.18)
    _rings_of_arm(art, body)
    leg_line(art, body, [(0.30, 702), (0.50, 696), (0.70, 702)], 1.1, 0.3)
    leg_line(art, body, [(0.28, 720), (0.40, 733), (0.60, 734), (0.74, 722)], 1.3, 0.5)
    leg_shade(art, body, 0.5, 738, 24, 8, 0.18)
    _rings_of_leg(art, body)
    hand_lines.palm(art, body)
    foot_lines.plump_dorsum(art, body)
    head.ear_front(art, body)


def infant_back(art, body):
    notch = body.build["trunk"][0][0]
    art.line([(-34, notch - 14), (-14, notch - 8), (14, notch - 8), (34, notch - 14)], 1.4, 0.5, mirror=False)
    art.shade((0, notch - 14), 40, 10, 0.24)
    soft_lines.spine(art, body, 0.7)
    trunk_lines.shoulder_blades(art, body, 0.5)
    trunk_lines.armpit_back(art, body)
    soft_lines.buttocks(art, body, 0.85)
    arm_line(art, body, [(-0.30, 174), (-0.1, 187), (0.16, 186), (0.3, 176)], 1.2, 0.5)
    arm_shade(art, body, 0, 182, 12, 10, 0.16)
    _rings_of_arm(art, body)
    leg_line(art, body, [(0.16, 711), (0.5, 715), (0.82, 711)], 1.5, 0.65)
    leg_shade(art, body, 0.5, 704, 32, 16, 0.08)
    _rings_of_leg(art, body)
    hand_lines.dorsum(art, body, plump=True)
    foot_lines.plump_sole(art, body)
    head.ear_back(art, body)


# ---- the child ----

def child_front(art, body):
    trunk_lines.neck_front(art, body, 0.55)
    trunk_lines.collar_bones(art, body, 0.7)
    trunk_lines.armpit(art, body)
    trunk_lines.flanks(art, body, 0.45)
    trunk_lines.line(art, body, [(72, 314), (56, 327), (40, 346), (30, 362)], 1.0, 0.22)
    trunk_lines.line(art, body, [(0, 318), (0, 350), (0, 388)], 1.0, 0.2, mirror=False)
    art.light(body.trunk(0, 400), 64, 84, 0.2)
    art.line(body.paths["elb"].between(), 1.3, 0.62, part=(0.18, 0.76))
    arm_line(art, body, [(-0.66, 96), (-0.5, 124), (-0.42, 152)], 1.1, 0.26)
    arm_line(art, body, [(0.30, 200), (0.36, 236), (0.46, 272)], 1.0, 0.24)
    art.line(body.paths["wri"].between(), 1.2, 0.62, part=(0.12, 0.88))
    arm_shade(art, body, -0.7, 124, 5, 40, 0.14)
    arm_shade(art, body, 0.0, 194, 10, 9, 0.18)
    arm_shade(art, body, -0.6, 244, 5, 38, 0.10)
    leg_line(art, body, [(0.08, 650), (0.08, 672), (0.20, 692)], 1.2, 0.4)
    leg_line(art, body, [(0.94, 660), (0.86, 680), (0.76, 695)], 1.2, 0.36)
    leg_line(art, body, [(0.30, 695), (0.50, 688), (0.70, 695)], 1.2, 0.5)
    leg_line(art, body, [(0.26, 699), (0.22, 713), (0.31, 727), (0.45, 732)], 1.4, 0.6)
    leg_line(art, body, [(0.74, 699), (0.78, 712), (0.70, 726), (0.58, 731)], 1.3, 0.52)
    leg_line(art, body, [(0.47, 752), (0.43, 790), (0.42, 840), (0.45, 896)], 1.1, 0.28)
    leg_line(art, body, [(0.10, 934), (0.24, 936), (0.28, 945), (0.20, 953)], 1.2, 0.55)
    leg_line(art, body, [(0.90, 942), (0.78, 944), (0.74, 953), (0.80, 961)], 1.2, 0.55)
    leg_shade(art, body, 0.22, 600, 14, 70, 0.06)
    leg_shade(art, body, 0.5, 738, 16, 8, 0.2)
    leg_shade(art, body, 0.14, 706, 8, 20, 0.13)
    leg_shade(art, body, 0.88, 706, 7, 20, 0.11)
    leg_shade(art, body, 0.2, 806, 10, 56, 0.08)
    hand_lines.palm(art, body)
    foot_lines.dorsum(art, body)
    head.ear_front(art, body)


def child_back(art, body):
    trunk_lines.neck_back(art, body, 0.6)
    soft_lines.spine(art, body, 0.8)
    trunk_lines.shoulder_blades(art, body, 0.9)
    trunk_lines.armpit_back(art, body)
    trunk_lines.flanks_back(art, body, 0.5)
    soft_lines.buttocks(art, body, 0.75)
    arm_line(art, body, [(-0.44, 173), (-0.38, 185), (-0.06, 191), (0.26, 184), (0.30, 174)], 1.3, 0.62)
    arm_line(art, body, [(-0.38, 167), (-0.08, 163.5), (0.22, 167)], 1.0, 0.4)
    arm_line(art, body, [(-0.18, 200), (-0.28, 240), (-0.38, 288)], 1.1, 0.28)
    arm_line(art, body, [(-0.62, 316), (-0.30, 318), (-0.24, 326), (-0.44, 331)], 1.1, 0.5)
    arm_shade(art, body, -0.04, 180, 7, 9, 0.16)
    leg_line(art, body, [(0.22, 668), (0.24, 690), (0.22, 710)], 1.2, 0.4)
    leg_line(art, body, [(0.76, 664), (0.77, 688), (0.78, 706)], 1.2, 0.4)
    leg_line(art, body, [(0.26, 711), (0.5, 715), (0.74, 710)], 1.3, 0.58)
    leg_line(art, body, [(0.5, 766), (0.49, 796), (0.48, 820)], 1.0, 0.2)
    leg_line(art, body, [(0.28, 888), (0.36, 914), (0.36, 940), (0.28, 956)], 1.2, 0.42)
    leg_line(art, body, [(0.72, 888), (0.64, 914), (0.64, 940), (0.72, 956)], 1.2, 0.42)
    leg_shade(art, body, 0.5, 704, 18, 20, 0.10)
    leg_shade(art, body, 0.2, 926, 6, 26, 0.13)
    leg_shade(art, body, 0.8, 926, 6, 26, 0.13)
    hand_lines.dorsum(art, body)
    foot_lines.sole(art, body)
    head.ear_back(art, body)
