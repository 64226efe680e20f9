# SPDX-License-Identifier: GPL-3.0-or-later
"""The standard woman, of published proportions (Drillis and Contini)."""

import details
import genital
import head
import trunk_lines
from body import ANTERIOR
from spline import CORNER

HEAD = [
    (0, 0, "crown"), (20.4, 4.2), (35.8, 16.4), (44, 37, "h3"), (45.2, 52), (44.4, 62), (41, 70, "EA", CORNER),
    (43.2, 71), (43.4, 76), (40.6, 86), (38, 90.5, "EB", CORNER), (36.2, 100), (30, 114, "J", CORNER),
]
LEG = [
    (530, 101.4, 2.6, "l0", "G1"), (562, 101.6, 5.2, "l1", "m1"), (604, 97.6, 9.4, "HIPB", "m2"),
    (647, 89.4, 14.6, "l3", "m3"), (686, 81.6, 17.8, "KT", "KTm"), (716, 78.6, 22.4, "l5", "m5"),
    (743, 77, 23.2, "KB", "KBm"), (770, 80.4, 20.4, "l7", "m7"), (798, 81, 17.8, "l8", "m8"),
    (838, 76.6, 21.6, "l9", "m9"), (884, 69, 30, "l10", "m10"), (923, 66.4, 34.2, "ANT", "ANTm"),
    (945, 69.6, 32.6, "l12", "m12"), (960, 69.8, 34, "ANB", "ANBm"),
]

TABLE = {
    "name": "woman",
    "head": HEAD,
    "neck": [
        (27.4, 124), (26.8, 136, "n2"), (29.6, 148.5), (39, 159.5, "N"), (55.5, 169), (75, 176.2, "SH"), (92.4, 182),
        (107.6, 190), (115.2, 197.2),
    ],
    "jaw": [(21.4, 123.2), (13.4, 129.3), (6.8, 131.9)],
    "chin": 132.6,
    "shoulder": (97, 190),
    "arm_angle": 11,
    "forearm_angle": 16,
    "hand_angle": 10.5,
    "upper_arm": 182,
    "forearm": 145,
    "arm_lateral": [
        (20, 20.2, "a1"), (42, 22.6, "a2"), (70, 21.8, "D"), (100, 19.4, "a4"), (130, 18.6, "a5"), (160, 18.0, "EL1"),
        (182, 19.4, "EL"), (206, 21.8, "EL2"), (232, 21, "a8"), (268, 16.6, "a9"), (300, 13.4, "a10"),
        (327, 12.8, "W"),
    ],
    "arm_medial": [
        (327, 11.8, "WM"), (300, 12.4, "b10"), (268, 15.6, "b9"), (234, 19.6, "b8"), (208, 20.4, "ELM2"),
        (182, 19.6, "ELM"), (162, 18.4, "ELM1"), (136, 19.8, "b4"), (110, 21.6, "b3"), (86, 21.4, "AXM"),
    ],
    "axilla": (84.4, 253),
    "trunk": [
        (179, 84, "notch"), (189, 84, "acr"), (253, 84.4, "AX"), (277, 85.8, "AXT"), (310, 79.6, "BR"),
        (345, 72.6, "BKL"), (378, 69.4, "waist"), (402, 72.6, "NAV"), (421, 78.4, "IL"), (447, 87, "ASIS"),
        (494, 97.6, "hip"), (530, 101.4, "l0"),
    ],
    "leg": LEG,
    "hand": 0.97,
    "hand_width": 0.9,
    "foot": 1.08,
    "foot_width": 0.95,
    "splay": 8,
    "eye": 67,
    "nose": 92.4,
    "mouth": 104.6,
    "eye_x": 16.8,
    "face": {
        "eye_width": 15.6, "eye_tilt": 0.9, "eye_open": 1.08, "lid": 2.2,
        "brow": [(-8.8, -9.8), (-2, -11.4), (4.4, -12.2), (10.6, -8.6)], "brow_width": 1.7,
        "nose_width": 16.0, "mouth_width": 23.4, "lips": (4.8, 6.6), "lip_tone": 0.24,
        "fold": [(11.6, 25.5), (13.8, 29), (15, 32)],
    },
    "thigh_top": None,
    "crotch": [],
    "crotch_y": 531.8,
    "genitals": "woman",
    "genital_side": [(15.4, 510.5), (9.8, 522.4)],
    "groin_crease": [(24, 517.5), (11.5, 525.8)],
    "pubis": 494,
    "below_breast": [(0.80, 313.5), (0.56, 316.5), (0.30, 311)],
    "inguinal": [(0.86, 462), (0.50, 469.5), (0.205, 490)],
    "gluteal_fold": [(0.55, 549.5), (0.25, 545)],
    "hairline": 124.5,
    # What differs from behind.
    "back": {
        "head": HEAD[:-1] + [(34, 106), (30.4, 115, "J")],
        "leg": LEG[:-3] + [
            (917, 66.2, 34.6, "ANT", "ANTm"), (938, 69, 33, "l12", "m12"), (951, 69, 34.2, "ANB", "ANBm"),
        ],
        "foot": 1.28,
        "foot_width": 1.0,
        "crotch": [],
        "crotch_y": 526,
    },
}


def _hair_front(art, body):
    x, y = body.at("out:EA")
    hairline = [(x + 0.2, y + 0.6), (x - 2.8, y - 5), (x - 5, y - 15), (x - 7.4, y - 25), (26.4, 35.4), (19, 30.6),
                (14, 25), (10.4, 19.6), (5, 22.4), (-6, 26.4), (-17, 32), (-27, 39), (7 - x, y - 22), (5 - x, y - 14),
                (2.8 - x, y - 5), (-x - 0.2, y + 0.6)]
    line = head.swept_hair(art, hairline, (x, y))
    art.line(line, 0.8, 0.32, mirror=False)
    head.wisps(art, line, 2.6, 36)
    head.sheen(art, [[(4, 13), (-10, 13), (-26, 22)], [(3, 9), (-14, 9), (-31, 21)], [(4, 17), (-8, 18.6), (-22, 27)],
                     [(16, 9), (27, 15), (34, 27)]], alpha=0.12, width=4, mirror=False)
    head.strands(art, [[(10.4, 19), (9.8, 10), (6, 1.4)]], alpha=0.5, mirror=False)
    head.strands(art, [[(9.8, 18), (-8, 22.4), (-26, 36), (-37, 54)], [(9.4, 14.6), (-12, 16.4), (-31, 32), (-40, 60)],
                       [(9, 10.6), (-14, 10.6), (-35, 28), (-42.6, 60)], [(8.4, 7), (-16, 7), (-38, 25), (-44.4, 54)],
                       [(7, 4.4), (-14, 6.4), (-33, 20), (-42.6, 42)], [(9.6, 17), (-2, 19.4), (-16, 27), (-24, 35.6)],
                       [(11, 18), (18, 25.4), (29, 34), (36.4, 52)], [(10.8, 13), (22, 20), (34, 35), (39.6, 60)],
                       [(10.4, 8), (26, 14.4), (38, 32), (42.4, 60)], [(8.4, 4), (26, 9), (41, 28), (44.4, 54)],
                       [(34, 40), (38, 56), (41, 68)], [(-34, 42), (-38, 56), (-41, 68)],
                       [(43, 52), (43.4, 60), (41.4, 68)], [(-43, 52), (-43.4, 60), (-41.4, 68)]], mirror=False)


def _hair_back(art, body):
    (ax, ay), (bx, by), (jx, _) = body.at("out:EA"), body.at("out:EB"), body.at("out:J")
    low = body.build["hairline"]
    head.hair(art, [(ax - 0.4, ay + 4), (bx - 3, by - 10), (bx - 5, by + 4), (jx * 0.80, low - 10),
                    (jx * 0.55, low - 1),
                    (jx * 0.3, low - 2), (0, low + 0.5)], ear=(ax, ay))
    head.sheen(art, [[(7.5, 26), (10, 44), (8, 60)], [(16, 24), (20, 42), (15, 60)], [(25, 26), (30, 44), (23, 62)],
                     [(3, 30), (4, 46), (3.4, 60)]])
    head.strands(art, [[(4, 3), (9, 40), (6, 76)], [(12, 5), (21, 42), (11, 78)], [(22, 9), (32, 46), (15, 82)],
                       [(32, 18), (39, 52), (17, 88)], [(39.4, 40), (38, 72), (17, 93)],
                       [(34, 92), (26, 97), (17, 97)],
                       [(28, 106), (22, 105), (15, 101)], [(22, 117), (16, 112), (11, 105)],
                       [(9, 122), (7, 116), (5, 108)]])
    art.dot((0, 92), 17, 14.5, 1, role="hair")
    art.dot((0, 92), 17, 14.5, 0, stroke=0.75, width=1.2)
    head.strands(art, [[(-15, 88), (-6, 82), (7, 84), (12, 91), (7, 99), (-3, 100), (-9, 95)],
                       [(-6, 94), (-4, 88.5), (4, 88), (6.5, 93), (2, 96)],
                       [(-16.4, 93), (-12, 101), (-2, 105), (9, 103)],
                       [(-11, 82), (0, 78.6), (11, 82.4), (15.6, 90)]], alpha=0.5, mirror=False)
    head.sheen(art, [[(-11, 84), (0, 80.4), (11, 84)], [(-9, 96), (-2, 100), (8, 97)]], mirror=False)
    art.shade((0, 109), 17, 6, 0.14)


def _breast(art, body):
    trunk_lines.nipple(art, body, 0.585, 287, 5.6)
    trunk_lines.line(art, body, [(99.4, 270), (97, 289), (83, 306), (60, 312.5), (37, 307.5), (21, 293),
                                 (17, 282)], 1.8, 0.9)
    trunk_lines.line(art, body, [(94, 236), (99, 252), (99.6, 266)], 1.2, 0.42)
    trunk_lines.line(art, body, [(82, 214), (88, 226), (92, 238)], 1.0, 0.2)
    trunk_lines.shade(art, body, 60, 316, 34, 8, 0.34)
    trunk_lines.shade(art, body, 60, 301, 32, 13, 0.20)
    trunk_lines.light(art, body, 60, 268, 22, 24, 0.34)
    trunk_lines.shade(art, body, 0, 284, 11, 32, 0.17)
    trunk_lines.shade(art, body, 88, 286, 10, 26, 0.16)


def _belly(art, body):
    trunk_lines.line(art, body, [(8, 322), (22, 330), (40, 350)], 1.1, 0.26)
    trunk_lines.shade(art, body, 60, 350, 12, 40, 0.10, rotation=-0.3)
    trunk_lines.line(art, body, [(60, 372), (60, 400), (52, 432)], 1.0, 0.18)
    trunk_lines.light(art, body, 0, 440, 34, 24, 0.34)


def _front(art, body):
    details.front(art, body)
    head.face(art, body)
    _hair_front(art, body)
    trunk_lines.navel(art, body)
    trunk_lines.midline_of_belly(art, body, soft=0.8)
    trunk_lines.groin(art, body)
    _breast(art, body)
    _belly(art, body)
    genital.draw_woman(art, body)


def _back(art, body):
    details.back(art, body)
    _hair_back(art, body)


def draw(art, body):
    (_front if body.view == ANTERIOR else _back)(art, body)
