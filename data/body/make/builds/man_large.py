# SPDX-License-Identifier: GPL-3.0-or-later
"""A man of large build: a broad trunk, the fat at the belly more than at hips and thighs, an apron, a bald crown."""

import genital
import head
import large_lines
import soft_lines
import trunk_lines
from body import ANTERIOR
from spline import CORNER, backwards, both_sides, curve

LEG = [
    (538, 131.5, 0, "l0", "G1"), (570, 130, 0, "l1", "m1"), (608, 124, 2.6, "HIPB", "m2"),
    (649, 114, 8.5, "l3", "m3"),
    (687, 104.5, 12, "KT", "KTm"), (716, 99, 16, "l5", "m5"), (744, 97.5, 20.5, "KB", "KBm"),
    (771, 102.5, 17.5, "l7", "m7"), (799, 104.5, 15.5, "l8", "m8"), (838, 100, 20.5, "l9", "m9"),
    (884, 89.5, 31, "l10", "m10"), (922, 84.5, 38, "ANT", "ANTm"), (945, 86.5, 37, "l12", "m12"),
    (959, 85, 39.5, "ANB", "ANBm"),
]

TABLE = {
    "name": "man-large",
    "head": [
        (0, 0, "crown"), (20, 5), (35.5, 20), (42.8, 43, "h3"), (43, 61, "EA", CORNER), (46.2, 58.5),
        (49.2, 65), (47.8, 80), (43.8, 90, "EB", CORNER), (44.8, 101), (41, 115, "J", CORNER),
    ],
    "neck": [
        (40.4, 124), (41.2, 134, "n2"), (46, 144.5), (58, 153.5, "N"), (79, 162), (101, 170, "SH"),
        (121, 177), (139, 185.6),
    ],
    "jaw": [(35.5, 125), (22.5, 134)],
    "chin": 137,
    "shoulder": (125, 190),
    "arm_angle": 23,
    "forearm_angle": 13,
    "hand_angle": 9,
    "upper_arm": 181,
    "forearm": 146,
    "arm_lateral": [
        (18, 24, "a1"), (40, 32.9, "a2"), (68, 38.5, "D"), (100, 36.5, "a4"), (130, 34, "a5"), (162, 31.5, "EL1"),
        (182, 32, "EL"), (206, 34.5, "EL2"), (231, 33.5, "a8"), (268, 26.5, "a9"), (300, 19.6, "a10"),
        (328, 17.4, "W"),
    ],
    "arm_medial": [
        (328, 16.4, "WM"), (300, 18.6, "b10"), (268, 24.5, "b9"), (231, 31.5, "b8"), (206, 32, "ELM2"),
        (182, 30, "ELM"),
        (164, 31, "ELM1"), (141, 35.5, "b4"), (117, 37.5, "b3"), (96, 36, "AXM"),
    ],
    "axilla": (115, 264),
    "trunk": [
        (174, 114, "notch"), (189, 114, "acr"), (264, 115, "AX"), (287, 119.5, "AXT"), (306, 121.5, ""),
        (326, 119, "BR", CORNER), (350, 126, "BKL"), (388, 133, "waist"), (418, 139, "NAV"), (450, 138.5, "IL"),
        (476, 128, "ASIS", CORNER), (506, 131, "hip"), (538, 131.5, "l0"),
    ],
    "leg": LEG,
    "thighs_part": 596,
    # In front of the thighs the scrotum hangs below the groin.
    "thigh_top": (0, 565),
    "crotch_y": 565,
    "genitals": "man",
    "genitals_width": 0.86,
    "genital_side": [(20.6, 525, "GS"), (19.8, 544), (11.4, 558.5)],
    "groin_crease": None,
    "hand": 1.0,
    "hand_width": 1.1,
    "foot": 1.0,
    "foot_width": 1.06,
    "splay": 9,
    "eye": 67,
    "nose": 93,
    "mouth": 106,
    "eye_x": 18.4,
    "face": {
        "eye_width": 15.0, "eye_tilt": 0.2, "lid": 1.7,
        "brow": [(-9.2, -7.4), (-2, -9.6), (4.4, -10.0), (11, -7)], "brow_width": 2.3,
        "nose_width": 19.0, "mouth_width": 24.6, "lips": (3.4, 5.6), "lip_tone": 0.14,
        "fold": [(12, 22), (15.4, 28), (17, 34)],
    },
    "pubis": 500,
    "below_breast": [(0.80, 318), (0.52, 322), (0.24, 312)],
    "apron": [(113, 488, "I1"), (84, 502), (52, 509.5), (20, 512, "GT")],
    "whole_crease": [(84, 513), (56, 525, "C1"), (34, 538), (22, 556), (10, 564.6)],
    "gluteal_fold": [(0.56, 556), (0.25, 555)],
    "hairline": 126,
    "back": {
        "leg": LEG[:-3] + [(917, 83, 38.5, "ANT", "ANTm"), (938, 85.5, 37, "l12", "m12"),
                           (950, 84, 39, "ANB", "ANBm")],
        "foot": 1.2,
        "sole_shape": large_lines.SOLE,
        "foot_width": 1.1,
        "thigh_top": (0, 540),
    },
}


def _chest(art, body):
    trunk_lines.nipple(art, body, 0.58, 292, 5.2)
    under = curve([(114, 292), (117.5, 310), body.at("out:BR"), (104, 334), (76, 341), (48, 337.5), (25, 323)])
    art.line(under, 2.0, 0.9)
    soft_lines.shadow(art, under[2:], 11, 0.14)
    soft_lines.shadow(art, backwards(under[2:]), 22, 0.06)
    art.shade((0, 296), 10, 40, 0.16)
    art.light((68, 286), 44, 38, 0.18)


def _front(art, body):
    large_lines.front(art, body)
    head.face(art, body)
    _hair_beside(art, body)
    _chest(art, body)
    art.light((0, 440), 112, 66, 0.22)
    trunk_lines.navel(art, body, 1.5)
    _waist(art, [(133, 388), (121, 398), (104, 402)], 0.55)
    art.line(body.paths["gcr"].between("C1", "G1"), 1.6, 0.6)
    genital.draw_man(art, body)


def _waist(art, points, alpha):
    fold = curve(points)
    art.line(fold, 1.5, alpha)
    soft_lines.shadow(art, fold, 11, 0.12, 5)


def _hair_beside(art, body):
    """Hair at the temples alone."""
    x, y = body.at("out:EA")
    line = curve([(x + 0.4, y + 4), (x - 3.4, y - 4), (x - 5.6, y - 16), (x - 5.2, y - 29), (x - 2.5, y - 36)])
    far = [(90, line[-1][3][1]), (90, y), (x, y), line[0][0]]
    for sign in (1, -1):
        closed = [tuple((sign * px, py) for px, py in piece) for piece in
                  line + [(a, a, b, b) for a, b in zip([line[-1][3]] + far, far)]]
        art.fill(closed, 0.95)
    art.line(line, 1.1, 0.5)
    art.line([(9, 20), (2, 17), (-6, 19)], 0.8, 0.22, mirror=False)


def _hair_behind(art, body):
    """A wreath of hair round the bald crown."""
    (ax, ay), (bx, by), (jx, _) = body.at("out:EA"), body.at("out:EB"), body.at("out:J")
    x, top = 90, 33
    nape = both_sides(curve([(ax - 1.2, ay + 1), (bx - 2.6, by - 2), (bx - 4.5, by + 8), (jx * 0.84, 113),
                             (jx * 0.66, 120.5), (jx * 0.36, 124), (0, 125)], end=(-1, 0)))
    crown = both_sides(curve([(41.2, top), (33, 45), (19, 55), (0, 58)], end=(-1, 0)))
    left = [nape[-1][3], (-ax, ay), (-x, ay), (-x, top), crown[-1][3]]
    right = [crown[0][0], (x, top), (x, ay), (ax, ay), nape[0][0]]
    sides = [[(a, a, b, b) for a, b in zip(side, side[1:])] for side in (left, right)]
    art.fill(nape + sides[0] + backwards(crown) + sides[1], 0.95)
    art.line(nape, 1.1, 0.5, mirror=False)
    art.line(crown, 1.0, 0.4, mirror=False)
    head.strands(art, [[(10, 66), (12, 84), (10, 108)], [(26, 60), (30, 80), (29, 102)],
                       [(36, 48), (38, 70), (37, 90)]])


def _back(art, body):
    large_lines.back(art, body)
    _hair_behind(art, body)
    soft_lines.fold(art, body, "BR", [(108, 335), (88, 340), (66, 337)])
    soft_lines.fold(art, body, "ASIS", [(117, 484), (98, 487), (78, 480)], 1.8, 0.8)
    _waist(art, [(130, 398), (114, 409), (92, 413), (70, 409)], 0.65)
    art.line([(-30, 148), (-12, 152.5), (12, 152.5), (30, 148)], 1.5, 0.6, mirror=False)


def draw(art, body):
    (_front if body.view == ANTERIOR else _back)(art, body)
