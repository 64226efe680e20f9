# SPDX-License-Identifier: GPL-3.0-or-later
"""A child of about six years.

Proportions: six heads (Goeree after Lomazzo; the US Navy's course 14262 for draftsmen has 6 1/4 at eight years);
crown to pubis is to pubis to heel as 1.1 to 1 (Montreal Children's Hospital: 1.2 at five years, 1.0 at seven). The
widths are drawn by eye: joints as wide as the limbs beside them, a belly a little round, a trunk without a waist.
Of either sex: the genitals are not drawn.
"""

import head
import soft_lines
import trunk_lines
import young_lines
from body import ANTERIOR
from spline import CORNER, backwards

LEG = [
    (550, 89, 5.5, "l0", "G1"), (581, 90, 7.6, "l1", "m1"), (620, 88, 12.5, "HIPB", "m2"),
    (658, 82.5, 18.5, "l3", "m3"),
    (695, 79.5, 21, "KT", "KTm"), (721, 81, 20, "l5", "m5"), (748, 75.5, 24.5, "KB", "KBm"),
    (776, 78.5, 22, "l7", "m7"),
    (803, 80, 20.6, "l8", "m8"), (841, 76.5, 25, "l9", "m9"), (884, 69.5, 33, "l10", "m10"),
    (922, 66.5, 37.5, "ANT", "ANTm"),
    (945, 70, 35.4, "l12", "m12"), (959, 68.6, 37.4, "ANB", "ANBm"),
]

TABLE = {
    "name": "child",
    "head": [
        (0, 0, "crown"), (26, 5.2), (48.4, 23.4), (61, 53.4, "h3"), (61.4, 72), (58.2, 87, "EA", CORNER), (61.6, 85.4),
        (64.6, 93.6), (62.4, 108), (56.8, 117, "EB", CORNER), (57.4, 127.4), (52, 140.4), (41, 151.4, "J", CORNER),
    ],
    "neck": [
        (36, 158), (32, 166.4, "n2"), (32, 174), (39, 184.5, "N"), (55, 192.5), (72.5, 199, "SH"), (86, 204.8),
        (98, 212),
    ],
    "jaw": [(32, 158.8), (21.6, 163.8), (10.6, 166.6)],
    "chin": 167.4,
    "shoulder": (88.5, 210),
    "arm_angle": 13,
    "forearm_angle": 16,
    "hand_angle": 14,
    "upper_arm": 173,
    "forearm": 134,
    "arm_lateral": [
        (16, 15.4, "a1"), (37, 20.6, "a2"), (62, 22, "D"), (92, 20.8, "a4"), (122, 19.4, "a5"), (152, 18.6, "EL1"),
        (171, 21, "EL"), (192, 21.2, "EL2"), (214, 20.4, "a8"), (250, 16.8, "a9"), (282, 13.8, "a10"),
        (306, 13.8, "W"),
    ],
    "arm_medial": [
        (306, 12.8, "WM"), (282, 13.2, "b10"), (250, 16, "b9"), (214, 19.8, "b8"), (192, 19.6, "ELM2"),
        (171, 20.6, "ELM"),
        (152, 18.2, "ELM1"), (126, 19, "b4"), (104, 20.4, "b3"), (84, 21, "AXM"),
    ],
    "axilla": (78, 270),
    "trunk": [
        (195, 77, "notch"), (210, 77, "acr"), (270, 77.5, "AX"), (291, 78.6, "AXT"), (322, 79.4, "BR"),
        (357, 82, "BKL"),
        (394, 86.5, "waist"), (421, 88, "NAV"), (448, 87, "IL"), (473, 85.4, "ASIS"), (510, 87, "hip"),
        (550, 89, "l0"),
    ],
    "leg": LEG,
    "hand": 0.96,
    "hand_width": 1.0,
    "foot": 0.97,
    "foot_width": 0.96,
    "splay": 9,
    "eye": 96.5,
    "nose": 122,
    "mouth": 139.5,
    "eye_x": 24,
    "face": {
        "eye_width": 16.0, "eye_tilt": 0.4, "lid": 1.9, "iris": 3.5, "eye_open": 1.25,
        "brow": [(-7.4, -10.2), (-2, -11.6), (4.4, -11.8), (9.2, -9.2)], "brow_width": 1.2,
        "nose_width": 12.6, "mouth_width": 16.4, "lips": (3.5, 4.7), "lip_tone": 0.2,
        "hollow": 0.03, "fold_tone": 0.1, "jaw_tone": 0.7,
        "fold": [(12.4, 26.5), (13.6, 29), (14, 31)],
    },
    "thigh_top": None,
    "crotch": [],
    "crotch_y": 553,
    "genital_side": None,
    "groin_crease": None,
    "pubis": 503,
    "below_breast": [(0.80, 309), (0.52, 311.5), (0.24, 307)],
    "inguinal": [(0.86, 462), (0.50, 469.5), (0.205, 496)],
    "gluteal_fold": [(0.55, 550), (0.25, 546)],
    "hairline": 160,
    "back": {
        "leg": LEG[:-3] + [(916, 65, 37, "ANT", "ANTm"), (938, 68, 35, "l12", "m12"), (950, 67, 36.8, "ANB", "ANBm")],
        "foot": 1.2,
        "foot_width": 1.0,
        "crotch_y": 546,
    },
}


def _hair_front(art, body):
    x, y = body.at("out:EA")
    hairline = [(x + 0.4, y + 9), (x - 2.6, y + 3), (x - 3.6, y - 8), (x - 8, y - 20), (42, 60), (33, 58.6),
                (24, 55.6), (13, 51), (3, 45), (-6, 38.6), (-13.6, 31), (-19, 39), (-27, 46.6), (-36, 52.6),
                (-44, 59), (8 - x, y - 20), (3.6 - x, y - 8), (2.6 - x, y + 3),
                (-x - 0.4, y + 9)]
    line = head.swept_hair(art, hairline, (x, y))
    art.line(line, 0.8, 0.3, mirror=False)
    head.wisps(art, line, 5.0, 44, width=1.7, alpha=0.7)
    head.strands(art, [[(-13.6, 31), (-10, 17), (-2, 3)]], alpha=0.5, mirror=False)
    head.strands(art, [[(-12.6, 30), (0, 36), (12, 46), (18, 51)], [(-11.6, 25), (8, 29), (26, 42), (33, 56)],
                       [(-10, 19), (14, 21), (34, 37), (43, 60)], [(-7, 13), (20, 13), (42, 31), (51, 64)],
                       [(-3, 10), (22, 12), (44, 31), (54.6, 61)], [(-1, 5.4), (23, 8), (46, 27), (58, 60)],
                       [(-15, 31), (-24, 38), (-31, 51)], [(-14.4, 25), (-30, 32), (-42, 47), (-46, 60)],
                       [(-13, 18), (-33, 23), (-48, 40), (-53, 64)], [(-10, 10), (-34, 14), (-52, 34), (-57.4, 64)],
                       [(8, 38), (18, 44), (25, 57)], [(24, 28), (38, 42), (45, 58)], [(57, 64), (58.4, 74), (57, 84)],
                       [(-57, 66), (-58.4, 74), (-57, 84)]], mirror=False)
    head.sheen(art, [[(6, 15), (26, 17), (42, 33)], [(2, 22), (20, 25), (33, 38)], [(-18, 18), (-34, 25), (-46, 42)]],
               alpha=0.12, width=4.5, mirror=False)


def _front(art, body):
    young_lines.child_front(art, body)
    head.face(art, body)
    _hair_front(art, body)
    trunk_lines.nipple(art, body, 0.58, 281, 3.6)
    trunk_lines.navel(art, body, 1.05)
    crease = body.paths["gcr"].between("I1", "G1")
    art.line(crease, 1.6, 0.7)
    soft_lines.shadow(art, backwards(crease), 11, 0.06)
    soft_lines.shadow(art, crease, 8, 0.06)


def _back(art, body):
    young_lines.child_back(art, body)
    (ax, ay), (bx, by), (jx, jy) = body.at("out:EA"), body.at("out:EB"), body.at("out:J")
    low = body.build["hairline"]
    head.hair(art, [(ax - 0.6, ay + 4), (bx - 3, by - 10), (bx - 5, by + 6), (jx * 0.86, low - 8),
                    (jx * 0.5, low - 1), (0, low)], ear=(ax, ay))
    head.strands(art, [[(4, 30), (17, 44), (28, 74), (30, 112)], [(2, 36), (9, 60), (12, 100), (11, 142)],
                       [(8, 24), (32, 36), (47, 66), (49, 96)], [(20, 130), (24, 146), (22, 156)],
                       [(36, 106), (40, 124), (37, 142)]], alpha=0.3)
    head.strands(art, [[(-4, 30), (-1, 26), (4, 29), (3, 35)]], alpha=0.4, mirror=False)


def draw(art, body):
    (_front if body.view == ANTERIOR else _back)(art, body)
