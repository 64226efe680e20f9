# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines and shades of arms and legs, for every build."""


def _arm(art, body, points, width, alpha, **options):
    art.line([body.arm(u, s) for u, s in points], width, alpha, **options)


def _leg(art, body, points, width, alpha, **options):
    art.line([body.leg(u, y) for u, y in points], width, alpha, **options)


def arm_front(art, body, soft=1.0):
    _arm(art, body, [(-0.72, 92), (-0.5, 118), (-0.42, 146), (-0.2, 170)], 1.3, 0.5 * soft)
    art.line(body.paths["elb"].between(), 1.4, 0.7, part=(0.16, 0.80))
    _arm(art, body, [(0.35, 192), (0.30, 222), (0.42, 258)], 1.2, 0.42 * soft)
    art.line(body.paths["wri"].between(), 1.3, 0.7, part=(0.1, 0.9))


def arm_back(art, body, soft=1.0):
    _arm(art, body, [(0.60, 92), (0.30, 120), (0.1, 146)], 1.2, 0.38 * soft)
    _arm(art, body, [(-0.42, 172), (-0.30, 183), (0.05, 187), (0.28, 181)], 1.5, 0.75 * soft)
    _arm(art, body, [(-0.34, 166), (-0.1, 163), (0.18, 167)], 1.1, 0.45 * soft)
    _arm(art, body, [(-0.25, 196), (-0.3, 236), (-0.4, 280)], 1.2, 0.40 * soft)


def leg_front(art, body, soft=1.0):
    _leg(art, body, [(0.10, 652), (0.14, 676), (0.27, 697)], 1.4, 0.6 * soft)
    _leg(art, body, [(0.90, 668), (0.84, 688), (0.76, 702)], 1.3, 0.5 * soft)
    _leg(art, body, [(0.30, 700), (0.24, 713), (0.33, 728), (0.46, 733)], 1.4, 0.65 * soft)
    _leg(art, body, [(0.72, 700), (0.77, 712), (0.69, 727), (0.58, 732)], 1.3, 0.55 * soft)
    _leg(art, body, [(0.46, 746), (0.40, 790), (0.41, 850), (0.47, 902)], 1.3, 0.42 * soft)
    _leg(art, body, [(0.16, 936), (0.26, 941), (0.27, 950)], 1.3, 0.65)
    _leg(art, body, [(0.86, 941), (0.74, 946), (0.74, 955)], 1.3, 0.65)
    art.shade(body.leg(0.5, 738), 20, 10, 0.06)
    art.shade(body.leg(0.18, 700), 10, 16, 0.05)
    art.shade(body.leg(0.82, 700), 9, 16, 0.044)
    art.shade(body.leg(0.12, 800), 10, 60, 0.033)


def leg_back(art, body, soft=1.0):
    _leg(art, body, [(0.47, 585), (0.48, 625), (0.50, 662)], 1.2, 0.34 * soft)
    _leg(art, body, [(0.20, 672), (0.26, 692), (0.28, 708)], 1.4, 0.5 * soft)
    _leg(art, body, [(0.80, 668), (0.75, 690), (0.73, 706)], 1.4, 0.5 * soft)
    _leg(art, body, [(0.30, 713), (0.5, 716.5), (0.70, 713)], 1.3, 0.65 * soft)
    _leg(art, body, [(0.30, 890), (0.37, 922), (0.34, 946)], 1.3, 0.5)
    _leg(art, body, [(0.72, 890), (0.65, 922), (0.68, 946)], 1.3, 0.5)
    art.shade(body.leg(0.5, 712), 18, 22, 0.06)
    art.shade(body.leg(0.5, 852), 22, 22, 0.04)
