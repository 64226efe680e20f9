# SPDX-License-Identifier: GPL-3.0-or-later
"""The standard man, of published proportions (Drillis and Contini)."""

import details
import genital
import head
import limb_lines
import trunk_lines
from body import ANTERIOR
from spline import CORNER

HEAD = [
    (0, 0, "crown"), (19.8, 4.2), (34.6, 16.2), (42, 36.4, "h3"), (43, 49), (41, 60, "EA", CORNER), (44, 58.6),
    (46.8, 64), (46, 75), (42.8, 86), (40.6, 91, "EB", CORNER), (39.4, 100), (34.8, 112.5, "J", CORNER),
]
LEG = [
    (528, 99, 8, "l0", "G1"), (560, 101, 9, "l1", "m1"), (602, 99.4, 13.4, "HIPB", "m2"),
    (645, 92.8, 18.8, "l3", "m3"), (684, 84.6, 20.8, "KT", "KTm"), (714, 82.2, 26.6, "l5", "m5"),
    (741, 81.8, 27.6, "KB", "KBm"), (768, 86.4, 24.6, "l7", "m7"), (796, 87.4, 21.6, "l8", "m8"),
    (836, 82.8, 25.2, "l9", "m9"), (882, 75.6, 34.4, "l10", "m10"), (922, 73.2, 39, "ANT", "ANTm"),
    (944, 77, 37, "l12", "m12"), (960, 77.4, 38.6, "ANB", "ANBm"),
]

TABLE = {
    "name": "man",
    "head": HEAD,
    "neck": [
        (32.8, 122), (32.4, 134, "n2"), (36, 146.5), (47.5, 157, "N"), (65, 166), (84, 173.6, "SH"), (101, 180.6),
        (116.5, 189.2),
    ],
    "jaw": [(28.6, 121.6), (19.6, 129.6), (10, 133)],
    "chin": 133.4,
    "shoulder": (103, 188),
    "arm_angle": 11,
    "forearm_angle": 14.5,
    "hand_angle": 10,
    "upper_arm": 184,
    "forearm": 147,
    "arm_lateral": [
        (20, 23.8, "a1"), (42, 28.8, "a2"), (70, 28.6, "D"), (100, 24.8, "a4"), (130, 22.8, "a5"), (160, 21.4, "EL1"),
        (184, 23.6, "EL"), (208, 26.6, "EL2"), (234, 25.4, "a8"), (270, 19.6, "a9"), (302, 15.8, "a10"),
        (331, 15.2, "W"),
    ],
    "arm_medial": [
        (331, 14.2, "WM"), (302, 14.4, "b10"), (270, 17.8, "b9"), (238, 22.6, "b8"), (211, 23.8, "ELM2"),
        (184, 22.8, "ELM"), (163, 21.0, "ELM1"), (138, 22.8, "b4"), (112, 24.4, "b3"), (86, 23.6, "AXM"),
    ],
    "axilla": (91, 254),
    "trunk": [
        (178, 92, "notch"), (188, 92, "acr"), (254, 91, "AX"), (277, 92, "AXT"), (308, 89.8, "BR"), (345, 84.2, "BKL"),
        (382, 80, "waist"), (404, 80.2, "NAV"), (422, 82.2, "IL"), (447, 86.8, "ASIS"), (492, 95.5, "hip"),
        (528, 99, "l0"),
    ],
    "leg": LEG,
    "hand": 1.0,
    "hand_width": 0.97,
    "foot": 1.12,
    "foot_width": 1.03,
    "splay": 8,
    "eye": 67,
    "nose": 93,
    "mouth": 105.5,
    "eye_x": 17.4,
    "face": {
        "eye_width": 14.6, "eye_tilt": 0.0, "lid": 1.6,
        "brow": [(-9.4, -7.6), (-3, -9.8), (4, -10.4), (10.2, -7.2)], "brow_width": 2.7,
        "nose_width": 18.6, "mouth_width": 25.0, "lips": (4.0, 5.6), "lip_tone": 0.12,
        "fold": [(12.4, 24), (15.6, 29), (17.2, 34)],
    },
    # The thigh meets the scrotum below the level of the groin.
    "thigh_top": (10.2, 552.5),
    "crotch": [(6.6, 558)],
    "crotch_y": 560.5,
    "genitals": "man",
    "genital_side": [(17.0, 506), (15.2, 517, "GS"), (16.6, 530), (15.6, 541.5)],
    "groin_crease": [(25.5, 521), (20.6, 534), (16.8, 544.5)],
    "pubis": 494,
    "below_breast": [(0.80, 309), (0.52, 311.5), (0.24, 307)],
    "inguinal": [(0.86, 462), (0.50, 469.5), (0.205, 490)],
    "gluteal_fold": [(0.56, 551), (0.27, 548)],
    "hairline": 125.5,
    # What differs from behind.
    "back": {
        "head": HEAD[:-2] + [(38.8, 98), (35.6, 107), (33.6, 115, "J")],
        "leg": [(528, 99, 5, "l0", "G1"), (560, 101, 6.6, "l1", "m1")] + LEG[2:-3] + [
            (916, 72.8, 39.4, "ANT", "ANTm"), (937, 75.8, 37.6, "l12", "m12"), (951, 76, 38.8, "ANB", "ANBm"),
        ],
        "foot": 1.29,
        "foot_width": 1.03,
        "thigh_top": None,
        "crotch": [],
        "crotch_y": 523.5,
    },
}


def _hair_front(art, body):
    x, y = body.at("out:EA")
    line = head.hair(art, [(x - 0.2, y + 18), (x - 2.8, y + 12), (x - 2.6, y), (x - 3.4, y - 9), (x - 6, y - 18),
                           (x - 11, y - 26.4), (20.4, 31.6), (9.6, 28.6), (0, 28)], ear=(x, y))
    head.wisps(art, line, 2.4, 34)
    head.sheen(art, [[(20, 19), (15, 11), (4, 7)], [(9, 19), (4, 12), (-8, 7.6)], [(-3, 19), (-9, 12.6), (-19, 10)],
                     [(28, 25), (26, 16), (19, 10)]], mirror=False)
    art.line(line, 0.8, 0.26, mirror=False, part=(0.06, 0.94))
    head.strands(art, [[(26, 33), (24.6, 18), (13, 6)], [(18, 31.4), (14, 16), (1, 4)], [(9, 29.6), (4, 16), (-10, 5)],
                       [(0, 29), (-6, 16), (-19, 7)], [(-10, 29.4), (-16, 17), (-26, 8)],
                       [(22, 26), (19, 14), (8, 5)],
                       [(-19, 32), (-26, 20), (-33, 13)], [(31, 37), (32, 21), (25, 9)],
                       [(-27, 34.6), (-34, 26), (-38, 22)],
                       [(5, 30.6), (1, 20), (-6, 12)], [(-5, 31), (-10, 21), (-16, 14.6)],
                       [(13.6, 31.6), (11, 21), (6, 13)], [(34.6, 40), (37, 27), (32, 15)]],
                 mirror=False)
    head.strands(art, [[(34.4, 40), (37.4, 33), (37.6, 26)], [(37, 50), (39.6, 43), (40, 35)],
                       [(38.2, 61), (40.2, 54), (40.8, 46)], [(38.4, 70), (39.6, 65), (40, 59)]])


def _hair_back(art, body):
    (ax, ay), (bx, by), (jx, _) = body.at("out:EA"), body.at("out:EB"), body.at("out:J")
    low = body.build["hairline"]
    line = head.hair(art, [(ax - 0.4, ay + 10), (bx - 3.4, by - 8), (bx - 4.4, by + 4), (jx * 0.84, low - 15),
                           (jx * 0.66, low - 4), (jx * 0.38, low - 0.4), (0, low - 1.6)], ear=(ax, ay))
    art.line(line, 0.9, 0.34, mirror=False)
    head.sheen(art, [[(14, 14), (22, 24), (26, 38)], [(24, 50), (28, 62), (29, 74)], [(12, 50), (15, 64), (15, 78)],
                     [(20, 86), (21, 98), (20, 108)]])
    head.strands(art, [[(-3, 27), (2, 25), (5, 30), (1, 35), (-4, 33)], [(10, 26), (15, 36), (13, 48)],
                       [(-9, 28), (-12, 38), (-8, 48)]], mirror=False)
    head.strands(art, [[(21, 14), (29, 24), (33, 38)], [(30, 46), (34, 58), (34.5, 72)],
                       [(20, 52), (24, 68), (24, 84)],
                       [(8, 56), (10, 72), (9, 88)], [(29, 82), (30, 96), (27, 108)], [(16, 92), (17, 106), (15, 118)],
                       [(5, 98), (5.6, 110), (5, 121)], [(12, 8), (22, 14), (27, 22)]])


def _throat(art, body):
    """The cartilage of the larynx."""
    art.line([(4.8, 142), (5.8, 149), (3.6, 155.5)], 0.9, 0.2)
    art.shade((0, 158), 8, 5, 0.12)
    art.light((0, 150), 4, 7, 0.3)


def _chest(art, body):
    trunk_lines.line(art, body, [(94, 262), (90, 278), (79, 289), (60, 293.5), (36, 292.5), (18, 288), (8, 279)],
                     1.5, 0.54)
    trunk_lines.line(art, body, [(90, 224), (80, 206), (66, 192)], 1.1, 0.22)
    trunk_lines.shade(art, body, 56, 298, 42, 10, 0.26)
    trunk_lines.shade(art, body, 0, 255, 9, 44, 0.20)
    trunk_lines.shade(art, body, 80, 200, 9, 20, 0.12, rotation=0.5)
    trunk_lines.light(art, body, 54, 250, 28, 28, 0.34)


def _belly(art, body):
    trunk_lines.line(art, body, [(8, 316), (24, 321), (40, 334), (52, 352)], 1.3, 0.36)
    trunk_lines.shade(art, body, 44, 348, 10, 32, 0.13, rotation=-0.75)
    trunk_lines.line(art, body, [(60, 352), (62, 386), (56, 424), (42, 464)], 1.1, 0.26)
    trunk_lines.shade(art, body, 62, 400, 8, 54, 0.11, rotation=0.08)
    trunk_lines.light(art, body, 28, 366, 14, 40, 0.31)
    trunk_lines.line(art, body, [(10, 351), (28, 352), (44, 347)], 0.9, 0.16)
    trunk_lines.line(art, body, [(10, 382), (30, 382), (47, 377)], 0.9, 0.16)
    for x, y in ((92, 300), (90, 314), (88, 328)):
        trunk_lines.line(art, body, [(x, y), (x - 8, y + 5), (x - 13, y + 13)], 1.0, 0.24)


def _thigh(art, body):
    limb_lines.leg_line(art, body, [(0.86, 566), (0.80, 610), (0.76, 648)], 1.0, 0.20)


def _front(art, body):
    details.front(art, body)
    head.face(art, body)
    _hair_front(art, body)
    trunk_lines.nipple(art, body, 0.575, 276, 4.2)
    trunk_lines.navel(art, body)
    trunk_lines.midline_of_belly(art, body)
    trunk_lines.groin(art, body, "C1")
    _throat(art, body)
    _chest(art, body)
    _belly(art, body)
    _thigh(art, body)
    genital.draw_man(art, body)


def _back(art, body):
    details.back(art, body)
    _hair_back(art, body)


def draw(art, body):
    (_front if body.view == ANTERIOR else _back)(art, body)
