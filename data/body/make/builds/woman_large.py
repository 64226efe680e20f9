# SPDX-License-Identifier: GPL-3.0-or-later
"""A woman of large build: heavy breasts, an apron that overhangs the groin, thighs that touch."""

import genital
import head
import large_lines
import soft_lines
import trunk_lines
from body import ANTERIOR
from spline import CORNER, backwards, curve

LEG = [
    (536, 157, 0, "l0", "G1"), (568, 155.5, 0, "l1", "m1"), (606, 148.5, 0, "HIPB", "m2"),
    (650, 134, 2.4, "l3", "m3"),
    (688, 119.5, 7, "KT", "KTm"), (716, 112.5, 9.5, "l5", "m5"), (745, 109, 19, "KB", "KBm"),
    (772, 112.5, 20, "l7", "m7"), (800, 113, 19.4, "l8", "m8"), (838, 107.5, 25, "l9", "m9"),
    (884, 96, 35.5, "l10", "m10"), (922, 90.5, 41.5, "ANT", "ANTm"), (944, 91.5, 40.5, "l12", "m12"),
    (958, 89, 43.5, "ANB", "ANBm"),
]

TABLE = {
    "name": "woman-large",
    "head": [
        (0, -3, "crown"), (23.6, 1.8), (41, 16), (50, 41, "h3"), (51, 57), (49, 66.6), (45, 73, "EA", CORNER),
        (47.2, 73.6), (47.4, 78), (46, 84.6), (43.4, 89, "EB", CORNER), (43.8, 97.6), (40.6, 108),
        (34.2, 117.4, "J", CORNER),
    ],
    "neck": [
        (33.6, 124), (34.6, 132.4, "n2"), (38.6, 142.5), (49, 153, "N"), (69, 162.5), (91, 171, "SH"),
        (111, 178.2), (130, 186.4),
    ],
    "jaw": [(27.4, 124.4), (18.8, 130), (9.4, 133.2)],
    "chin": 134.2,
    "shoulder": (120, 190),
    "arm_angle": 24,
    "forearm_angle": 13,
    "hand_angle": 9,
    "upper_arm": 178,
    "forearm": 143,
    "arm_lateral": [
        (18, 21.8, "a1"), (40, 30.5, "a2"), (68, 36, "D"), (98, 36.5, "a4"), (128, 36, "a5"), (160, 33, "EL1"),
        (179, 32, "EL"), (203, 33.5, "EL2"), (228, 32, "a8"), (264, 25.5, "a9"), (296, 18.6, "a10"), (322, 16.2, "W"),
    ],
    "arm_medial": [
        (322, 15.4, "WM"), (296, 17.6, "b10"), (264, 24, "b9"), (228, 30.5, "b8"), (203, 31, "ELM2"),
        (179, 29.5, "ELM"),
        (162, 33, "ELM1"), (140, 40, "b4"), (116, 42, "b3"), (94, 38, "AXM"),
    ],
    "axilla": (107, 262),
    "trunk": [
        (172, 108, "notch"), (187, 108, "acr"), (262, 107, "AX"), (288, 113.5, "AXT"), (316, 120.5, ""),
        (342, 115.5, "BR", CORNER), (354, 121.5, "BKL"), (371, 124.5, ""), (390, 120, "waist", CORNER),
        (413, 134.5, ""), (438, 144.8, "NAV"), (456, 147, "IL"), (476, 142, "ASIS", CORNER), (504, 153.5, "hip"),
        (536, 157, "l0"),
    ],
    "leg": LEG,
    "thighs_part": 642,
    "thigh_top": (0, 546),
    "crotch_y": 546,
    "genitals": "woman",
    "genital_side": [(17.4, 526.5), (10.4, 538)],
    "groin_crease": None,
    "hand": 0.97,
    "hand_width": 1.04,
    "foot": 0.96,
    "foot_width": 1.02,
    "splay": 9,
    "eye": 67.5,
    "nose": 92,
    "mouth": 104,
    "eye_x": 17.6,
    "face": {
        "eye_width": 15.8, "eye_tilt": 0.9, "eye_open": 1.12, "lid": 2.2,
        "brow": [(-8.4, -11.6), (-2, -13.2), (4.4, -13.4), (10.4, -9.8)], "brow_width": 1.4,
        "nose_width": 15.2, "mouth_width": 22.0, "lips": (5.2, 7.4), "lip_tone": 0.25,
        "hollow": 0.03, "fold_tone": 0.18, "jaw_tone": 0.6,
        "fold": [(11.4, 24), (14.4, 29.5), (16, 34)],
    },
    "pubis": 504.6,
    "below_breast": [(0.84, 349), (0.54, 356), (0.26, 346), (0.10, 318)],
    "apron": [(127, 486, "I1"), (96, 501), (60, 510.5), (26, 514, "GT")],
    "whole_crease": [(98, 514), (63, 531, "C1"), (42, 538.5), (20, 543.6)],
    "gluteal_fold": [(0.52, 557), (0.22, 556)],
    "hairline": 126,
    "back": {
        "leg": LEG[:-3] + [(917, 88.5, 42, "ANT", "ANTm"), (938, 90, 41, "l12", "m12"),
                           (950, 87.5, 43, "ANB", "ANBm")],
        "foot": 1.2,
        "sole_shape": large_lines.SOLE,
        "foot_width": 1.08,
        "thigh_top": (0, 542),
    },
}


def _hair_front(art, body):
    x, y = body.at("out:EA")
    hairline = [(x + 0.4, y + 0.6), (x - 3, y - 6), (x - 4.4, y - 16), (x - 8.4, y - 28), (28, 39), (20, 36.6), (8, 31),
                (-4, 27), (-12.6, 20), (-18, 27), (-25, 34), (-31, 38.4), (8 - x, y - 26), (4.4 - x, y - 16),
                (3 - x, y - 6), (-x - 0.4, y + 0.6)]
    line = head.swept_hair(art, hairline, (x, y))
    art.line(line, 0.8, 0.32, mirror=False)
    head.wisps(art, line, 2.8, 38)
    head.sheen(art, [[(-4, 8), (14, 9), (32, 22)], [(-4, 13), (12, 15), (27, 26)], [(-18, 12), (-31, 20), (-38, 32)]],
               alpha=0.12, width=4, mirror=False)
    head.strands(art, [[(-12, 18), (-10, 8), (-4, 0)], [(-11, 17), (8, 20), (26, 30), (37, 45)],
                       [(-10, 12), (10, 13), (30, 24), (40, 43)], [(-8, 6), (14, 6), (34, 18), (43, 40)],
                       [(-2, 1), (20, 2), (40, 20), (46.5, 44)], [(-14, 19), (-24, 24), (-34, 36), (-39, 50)],
                       [(-13, 13), (-26, 18), (-38, 33), (-42.4, 52)], [(-11, 7), (-28, 11), (-42, 28), (-46, 52)],
                       [(44, 50), (45.6, 60), (44.6, 68)], [(-44, 50), (-45.6, 60), (-44.6, 68)]], mirror=False)


def _breast(art, body):
    trunk_lines.nipple(art, body, 0.56, 309, 7.4)
    under = curve([(112, 298), (116.5, 318), body.at("out:BR"), (102, 353.5), (69, 360), (38, 354), (18, 337),
                   (11.5, 313)])
    art.line(under, 2.2, 0.95)
    soft_lines.shadow(art, under[2:], 12, 0.16)
    soft_lines.shadow(art, backwards(under[2:]), 26, 0.07)
    art.line([(66, 246), (86, 252), (99, 266)], 1.0, 0.16)
    art.shade((0, 312), 13, 46, 0.24)
    art.light((62, 286), 44, 52, 0.2)


def _belly(art, body):
    """The roll above the navel, the navel pressed flat, the apron's light."""
    soft_lines.fold(art, body, "waist", [(108, 397), (90, 401), (70, 400)])
    art.line([(26, 398), (0, 401), (-26, 398)], 1.2, 0.35, mirror=False)
    art.line([(-9, 437), (-4, 441), (0, 442), (4, 441), (9, 437)], 1.9, 0.85, mirror=False)
    art.line([(-5, 435.5), (0, 434), (5, 435.5)], 1.1, 0.5, mirror=False)
    art.shade((0, 438), 16, 9, 0.26)
    art.shade((0, 405), 66, 9, 0.10)
    art.light((0, 466), 104, 36, 0.22)


def _front(art, body):
    large_lines.front(art, body)
    head.face(art, body)
    _hair_front(art, body)
    _breast(art, body)
    _belly(art, body)
    art.line(body.paths["gcr"].between("C1", "G1"), 1.6, 0.7)
    genital.draw_woman(art, body)


def _hair_back(art, body):
    (ax, ay), (bx, by), (jx, _) = body.at("out:EA"), body.at("out:EB"), body.at("out:J")
    line = head.hair(art, [(ax + 1, ay + 1), (bx - 1, by - 4), (bx - 1, by + 10), (jx * 0.9, 119), (jx * 0.5, 127),
                           (0, 129)], ear=(ax, ay))
    art.line(line, 0.9, 0.35, mirror=False)
    head.strands(art, [[(3, 24), (16, 36), (25, 58), (24, 92)], [(2, 30), (9, 48), (13, 76), (11, 116)],
                       [(7, 18), (30, 28), (42, 54), (38, 90)], [(26, 96), (29, 108), (24, 122)],
                       [(17, 98), (18, 112), (13, 124)],
                       [(6, 100), (6, 114), (3, 126)], [(36, 92), (36, 106), (31, 118)]])


def _back(art, body):
    large_lines.back(art, body)
    _hair_back(art, body)
    soft_lines.fold(art, body, "BR", [(103, 352), (82, 355), (58, 350)])
    soft_lines.fold(art, body, "waist", [(106, 400), (84, 404), (56, 400), (34, 392)])
    soft_lines.fold(art, body, "ASIS", [(130, 480), (115, 480), (102, 474)], 1.6, 0.7)
    art.line([body.build["axilla"], (99, 282), (86, 294), (70, 299)], 1.6, 0.6)


def draw(art, body):
    (_front if body.view == ANTERIOR else _back)(art, body)
