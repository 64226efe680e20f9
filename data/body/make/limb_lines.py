# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines and shades of arms and legs that builds share.

A point of the arm is u from the medial (-1) to the lateral (1) side and the distance from the shoulder; one of
the leg is u from the medial (0) to the lateral (1) side and the height; both of the reference.
"""

import math

from stations import UPPER_ARM


def arm_line(art, body, points, width, alpha, **options):
    art.line([body.arm(u, s) for u, s in points], width, alpha, **options)


def leg_line(art, body, points, width, alpha, **options):
    art.line([body.leg(u, y) for u, y in points], width, alpha, **options)


def arm_shade(art, body, u, s, rx, ry, alpha, turn=0.0):
    """An ellipse that lies along the arm."""
    b = body.build
    angle = b["arm_angle"] if s < UPPER_ARM else b["forearm_angle"]
    art.shade(body.arm(u, s), rx, ry, alpha, rotation=turn - math.radians(angle))


def arm_light(art, body, u, s, rx, ry, alpha):
    angle = body.build["arm_angle"] if s < UPPER_ARM else body.build["forearm_angle"]
    art.light(body.arm(u, s), rx, ry, alpha, rotation=-math.radians(angle))


def leg_light(art, body, u, y, rx, ry, alpha):
    art.light(body.leg(u, y), rx, ry, alpha)


def leg_shade(art, body, u, y, rx, ry, alpha, turn=0.0):
    art.shade(body.leg(u, y), rx, ry, alpha, rotation=turn)


# ---- arms ----

def arm_front(art, body, soft=1.0):
    # deltoid, then the two sides of the biceps
    arm_line(art, body, [(0.96, 82), (0.70, 96), (0.44, 108), (0.30, 116)], 1.3, 0.42 * soft)
    arm_line(art, body, [(-0.80, 88), (-0.56, 112), (-0.50, 140), (-0.30, 165)], 1.3, 0.48 * soft)
    arm_line(art, body, [(0.52, 122), (0.58, 146), (0.42, 166)], 1.1, 0.28 * soft)
    arm_shade(art, body, -0.74, 122, 7, 40, 0.16 * soft)
    arm_shade(art, body, 0.62, 104, 9, 22, 0.14 * soft, turn=0.5)
    # the bend of the elbow, the muscle of the thumb's side and that of the little finger's
    art.line(body.paths["elb"].between(), 1.3, 0.62, part=(0.24, 0.74))
    arm_line(art, body, [(0.30, 193), (0.12, 206), (0.04, 220), (0.06, 236)], 1.2, 0.40 * soft)
    arm_line(art, body, [(-0.46, 193), (-0.26, 203), (-0.06, 216)], 1.0, 0.26 * soft)
    arm_line(art, body, [(0.30, 226), (0.44, 254), (0.52, 286)], 1.1, 0.32 * soft)
    arm_shade(art, body, 0.02, 197, 11, 13, 0.15 * soft)
    arm_light(art, body, 0.05, 132, 9, 34, 0.34)
    arm_light(art, body, 0.55, 226, 7, 28, 0.31)
    arm_light(art, body, -0.3, 240, 7, 30, 0.24)
    arm_shade(art, body, 0.30, 258, 6, 40, 0.10 * soft, turn=-0.05)
    arm_shade(art, body, -0.66, 238, 6, 40, 0.12 * soft)
    # wrist: two creases, two tendons
    art.line(body.paths["wri"].between(), 1.2, 0.62, part=(0.12, 0.88))
    arm_line(art, body, [(-0.62, 324.5), (0.05, 326), (0.66, 323)], 0.9, 0.36 * soft, min_px=500)
    arm_line(art, body, [(0.06, 290), (0.04, 308), (0.06, 322)], 0.9, 0.28 * soft)
    arm_line(art, body, [(-0.24, 296), (-0.22, 312), (-0.2, 322)], 0.9, 0.22 * soft)


def arm_back(art, body, soft=1.0):
    # deltoid, the long and the lateral head of the triceps and their tendon
    arm_line(art, body, [(0.95, 84), (0.74, 97), (0.50, 103), (0.34, 101)], 1.2, 0.36 * soft)
    arm_line(art, body, [(0.56, 108), (0.44, 130), (0.16, 150)], 1.1, 0.30 * soft)
    arm_line(art, body, [(-0.66, 112), (-0.44, 134), (-0.20, 148)], 1.1, 0.30 * soft)
    arm_shade(art, body, 0.02, 148, 8, 24, 0.13 * soft)
    arm_shade(art, body, 0.52, 108, 12, 10, 0.10 * soft)
    arm_light(art, body, 0.1, 116, 10, 28, 0.31)
    # the elbow
    arm_line(art, body, [(-0.36, 179), (-0.28, 187), (-0.02, 190.5), (0.22, 186), (0.26, 180)], 1.3, 0.52 * soft)
    arm_line(art, body, [(-0.22, 166), (-0.04, 164.5), (0.14, 166.5)], 1.0, 0.26 * soft)
    arm_line(art, body, [(-0.80, 182), (-0.66, 188), (-0.66, 196)], 1.0, 0.36 * soft)
    arm_shade(art, body, -0.04, 193, 9, 6, 0.16)
    arm_light(art, body, -0.04, 180, 6, 8, 0.27)
    arm_shade(art, body, -0.58, 186, 5, 9, 0.18 * soft)
    arm_shade(art, body, 0.52, 188, 6, 12, 0.18 * soft)
    # the ridge of the ulna and the long muscles beside it
    arm_line(art, body, [(-0.16, 196), (-0.28, 240), (-0.40, 290)], 1.2, 0.36 * soft)
    arm_line(art, body, [(0.42, 198), (0.40, 226), (0.20, 262)], 1.1, 0.26 * soft)
    arm_shade(art, body, 0.10, 240, 6, 42, 0.09 * soft, turn=0.05)
    # the head of the ulna
    arm_line(art, body, [(-0.62, 316), (-0.30, 318), (-0.24, 326), (-0.44, 331)], 1.1, 0.5)
    arm_shade(art, body, -0.36, 330, 7, 7, 0.09)
    arm_line(art, body, [(-0.3, 331), (0.15, 333), (0.6, 330)], 0.9, 0.3)


# ---- legs ----

def leg_front(art, body, soft=1.0):
    # the thigh: its long muscle, the inner belly above the knee, the band at the outer side
    leg_line(art, body, [(0.86, 480), (0.70, 500), (0.60, 524)], 1.1, 0.26 * soft)
    leg_line(art, body, [(0.08, 640), (0.06, 664), (0.14, 682), (0.28, 694)], 1.3, 0.5 * soft)
    leg_line(art, body, [(0.40, 640), (0.46, 664), (0.44, 684)], 1.0, 0.24 * soft)
    leg_line(art, body, [(0.94, 650), (0.84, 676), (0.74, 694)], 1.2, 0.40 * soft)
    leg_shade(art, body, 0.22, 596, 17, 92, 0.11 * soft, turn=0.06)
    leg_shade(art, body, 0.86, 600, 12, 80, 0.10 * soft)
    leg_light(art, body, 0.58, 590, 18, 70, 0.37)
    leg_light(art, body, 0.50, 710, 9, 12, 0.41)
    leg_light(art, body, 0.54, 810, 7, 60, 0.31)
    leg_shade(art, body, 0.42, 672, 9, 20, 0.10 * soft, turn=-0.2)
    # the kneecap and its band
    leg_line(art, body, [(0.39, 691), (0.50, 688.8), (0.61, 691)], 1.0, 0.30 * soft)
    leg_line(art, body, [(0.285, 700), (0.26, 713), (0.33, 726), (0.44, 732)], 1.2, 0.52 * soft)
    leg_line(art, body, [(0.735, 702), (0.755, 712), (0.69, 725), (0.60, 731)], 1.1, 0.44 * soft)
    leg_line(art, body, [(0.44, 745), (0.50, 748), (0.565, 745)], 1.0, 0.24 * soft)
    leg_shade(art, body, 0.51, 740, 18, 11, 0.12 * soft)
    leg_shade(art, body, 0.17, 704, 9, 24, 0.13 * soft)
    leg_shade(art, body, 0.86, 702, 8, 24, 0.12 * soft)
    # the shin bone's edge, the calf that shows behind it
    leg_line(art, body, [(0.47, 750), (0.42, 790), (0.40, 840), (0.44, 900)], 1.2, 0.38 * soft)
    leg_line(art, body, [(0.15, 782), (0.17, 812), (0.25, 850), (0.34, 880)], 1.1, 0.32 * soft)
    leg_line(art, body, [(0.80, 770), (0.78, 810), (0.68, 862)], 1.0, 0.22 * soft)
    leg_shade(art, body, 0.22, 806, 11, 64, 0.15 * soft, turn=-0.06)
    leg_shade(art, body, 0.78, 800, 8, 54, 0.10 * soft, turn=0.05)
    # the ankle bones, the inner one higher
    leg_line(art, body, [(0.10, 934), (0.24, 936), (0.28, 945), (0.20, 953)], 1.2, 0.55)
    leg_line(art, body, [(0.90, 942), (0.78, 944), (0.74, 953), (0.80, 961)], 1.2, 0.55)
    leg_shade(art, body, 0.25, 952, 9, 12, 0.10)
    leg_shade(art, body, 0.77, 958, 9, 12, 0.10)


def leg_back(art, body, soft=1.0):
    # the two groups of the hamstrings part above the hollow of the knee
    leg_line(art, body, [(0.50, 596), (0.50, 630), (0.46, 660), (0.36, 684)], 1.1, 0.28 * soft)
    leg_line(art, body, [(0.33, 662), (0.27, 682), (0.19, 700), (0.13, 712)], 1.2, 0.38 * soft)
    leg_line(art, body, [(0.64, 656), (0.72, 678), (0.80, 696), (0.86, 708)], 1.2, 0.42 * soft)
    leg_shade(art, body, 0.50, 640, 8, 46, 0.12 * soft)
    leg_shade(art, body, 0.22, 600, 11, 60, 0.12 * soft)
    leg_line(art, body, [(0.34, 709), (0.47, 712.5), (0.64, 710.5)], 1.2, 0.48 * soft)
    leg_shade(art, body, 0.50, 700, 22, 36, 0.13 * soft)
    leg_light(art, body, 0.34, 620, 12, 50, 0.27)
    leg_light(art, body, 0.68, 620, 12, 56, 0.27)
    leg_light(art, body, 0.28, 786, 9, 34, 0.34)
    leg_light(art, body, 0.72, 778, 9, 32, 0.34)
    # the two heads of the calf, the inner one lower, and the tendon
    leg_line(art, body, [(0.50, 756), (0.49, 790), (0.47, 818)], 1.1, 0.30 * soft)
    leg_line(art, body, [(0.10, 822), (0.20, 839), (0.33, 844), (0.44, 832)], 1.2, 0.34 * soft)
    leg_line(art, body, [(0.54, 818), (0.68, 828), (0.82, 820), (0.91, 804)], 1.1, 0.30 * soft)
    leg_shade(art, body, 0.50, 800, 7, 40, 0.13 * soft)
    leg_shade(art, body, 0.32, 858, 18, 18, 0.11 * soft)
    leg_shade(art, body, 0.70, 844, 16, 18, 0.09 * soft)
    leg_line(art, body, [(0.27, 880), (0.36, 912), (0.35, 938), (0.24, 955)], 1.2, 0.42)
    leg_line(art, body, [(0.73, 880), (0.64, 912), (0.65, 938), (0.76, 955)], 1.2, 0.42)
    leg_shade(art, body, 0.20, 922, 6, 30, 0.20)
    leg_shade(art, body, 0.80, 922, 6, 30, 0.20)
    leg_line(art, body, [(0.06, 930), (0.16, 934), (0.18, 944)], 1.0, 0.4)
    leg_line(art, body, [(0.94, 938), (0.85, 941), (0.83, 951)], 1.0, 0.4)
