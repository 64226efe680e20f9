# SPDX-License-Identifier: GPL-3.0-or-later
"""An infant in its first year, upright as on a chart.

Proportions: four heads, the navel in the middle (Goeree after Lomazzo; the US Navy's course 14262 for draftsmen
has 4 1/2 heads at one year); crown to pubis is to pubis to heel as 1.5 to 1 (Montreal Children's Hospital: 1.7 at
birth, 1.5 at one year). The widths are drawn by eye: cheeks, round belly, rings of fat at wrists, thighs, ankles.
Of either sex: the genitals are not drawn.
"""

import hand
import head
import soft_lines
import trunk_lines
import young_lines
from body import ANTERIOR
from foot import Toe
from hand import Finger
from spline import CORNER, backwards

HAND = {
    "thumb": hand.ADULT["thumb"],
    "fingers": [
        Finger("I", (14.2, 50), (18.6, 92.4), 6.1, 5.4, 0.6),
        Finger("M", (2.0, 52), (3.6, 98.6), 6.2, 5.5, 0.3),
        Finger("R", (-10.2, 49.5), (-12.4, 93.6), 6.0, 5.2, -0.4),
        Finger("L", (-20.6, 45), (-26.6, 80.6), 5.4, 4.7, -0.7),
    ],
    "webs": [60.8, 60.8, 56.6],
    "palm": [(-27.0, 54, "FB2"), (-26.9, 48), (-25.4, 38), (-21.6, 22), (-16.6, 9.5)],
}

# Short round toes on a broad foot; the sole is plump and has no arch.
FOOT = {
    "lateral": [(20.6, 10), (23.8, 24, "HLB"), (27.2, 42), (28.8, 57, "TO1"), (29.2, 63)],
    "toes": [
        Toe("t5", (25.2, 63.5), (23.6, 77), 4.2, 4.1, 4.3),
        Toe("t4", (15.4, 66), (15.0, 83), 4.2, 4.1, 4.4),
        Toe("t3", (6.2, 69.5), (5.6, 88), 4.4, 4.2, 4.6),
        Toe("t2", (-3.4, 71.5), (-4.0, 91.5), 4.7, 4.5, 4.8),
        Toe("t1", (-17.8, 71.5), (-17.0, 94.6), 8.0, 7.9, 8.3),
    ],
    "webs": [(19.75, 67.4, "u4"), (10.8, 72.4, "u3"), (1.4, 75.6, "u2"), (-9.2, 77.0, "u1")],
    "medial": [(-26.4, 74), (-27.4, 68, "TO2"), (-27.4, 59), (-25.2, 44), (-22.4, 27, "HLBm"), (-20.4, 11)],
}
SOLE = {
    "lateral": [(20.4, 8), (21.8, 17), (22.6, 28, "HLB"), (23.2, 41), (25.6, 52), (28.0, 59, "TO1"), (28.8, 64.5)],
    "toes": [
        Toe("t5", (24.4, 65), (22.8, 77), 3.9, 3.9, 4.4),
        Toe("t4", (15.2, 68), (14.6, 83), 3.9, 3.8, 4.3),
        Toe("t3", (6.2, 71.5), (5.6, 88), 4.0, 3.9, 4.4),
        Toe("t2", (-3.4, 74), (-4.0, 91.4), 4.2, 4.1, 4.5),
        Toe("t1", (-17.6, 73), (-17.2, 94.4), 7.6, 7.6, 8.1),
    ],
    "webs": [(19.9, 67.8, "u4"), (10.7, 74.2, "u3"), (1.4, 77.8, "u2"), (-9.2, 79.6, "u1")],
    "medial": [(-26.6, 74.5), (-27.6, 68, "TO2"), (-27.2, 60), (-25.8, 50), (-23.6, 40), (-22.6, 28, "HLBm"),
               (-21.8, 17), (-20.4, 8)],
}

TABLE = {
    "name": "infant",
    "head": [
        (0, 0, "crown"), (32, 6), (59.5, 25.5), (77.5, 60, "h3"), (82, 98), (78.6, 136, "EA", CORNER), (83.2, 133),
        (88, 142),
        (85.6, 162), (80.4, 174), (77, 178, "EB", CORNER), (80.4, 190), (78.2, 203.5), (70, 217.4),
        (57, 228.6, "J", CORNER),
    ],
    "neck": [
        (53, 236.6), (51.6, 245, "n2"), (56.5, 254), (68, 261.5, "N"), (84, 268.5), (100, 275.5, "SH"),
        (114, 283.4), (126, 293.4),
    ],
    "jaw": [(44, 236.6), (29, 243), (14, 246.9)],
    "chin": 248,
    "shoulder": (111, 303),
    "arm_angle": 25,
    "forearm_angle": 14,
    "hand_angle": 12,
    "upper_arm": 152,
    "forearm": 122,
    "arm_lateral": [
        (15, 25, "a1"), (37, 30.6, "a2"), (60, 34.6, "D"), (84, 35.4, "a4"), (108, 34, "a5"), (134, 30.5, "EL1"),
        (152, 30, "EL"), (172, 33.5, "EL2"), (194, 35, "a8"), (226, 32.5, "a9"), (250, 26.5, "a10"), (263, 24.4, ""),
        (276, 25.4, "W"),
    ],
    "arm_medial": [
        (276, 24.4, "WM"), (263, 23.4, ""), (250, 25.5, "b10"), (226, 32, "b9"), (194, 35, "b8"), (172, 32, "ELM2"),
        (152, 27.5, "ELM"), (136, 31, "ELM1"), (114, 36.5, "b4"), (95, 37.5, "b3"), (77, 34.5, "AXM"),
    ],
    "axilla": (102, 352),
    "trunk": [
        (271, 103, "notch"), (286, 103, "acr"), (352, 102, "AX"), (375, 106, "AXT"), (402, 108.5, "BR"),
        (436, 113, "BKL"),
        (472, 119, "waist"), (498, 121.5, "NAV"), (530, 120.5, "IL"), (556, 116, "ASIS"), (590, 114.5, "hip"),
        (626, 117, "l0"),
    ],
    "leg": [
        (626, 117, 6, "l0", "G1"), (652, 124, 6.4, "l1", "m1"), (682, 127.5, 11, "HIPB", "m2"),
        (708, 122, 22, "", ""),
        (722, 121.5, 26, "l3", "m3"), (750, 123.5, 29, "KT", "KTm"), (782, 119, 36, "l5", "m5"),
        (808, 113.5, 39, "KB", "KBm"),
        (832, 115.5, 34, "l7", "m7"), (858, 115.5, 30.5, "l8", "m8"), (890, 108.5, 32, "l9", "m9"),
        (920, 97.5, 41, "l10", "m10"),
        (938, 92, 46, "ANT", "ANTm"), (950, 92.5, 45.5, "l12", "m12"), (962, 92, 46, "ANB", "ANBm"),
    ],
    "hand": 0.98,
    "hand_width": 1.16,
    "hand_shape": HAND,
    "foot_shape": FOOT,
    "sole_shape": SOLE,
    "foot": 0.97,
    "foot_width": 1.2,
    "splay": 12,
    "eye": 147,
    "nose": 180.5,
    "mouth": 205,
    "eye_x": 34,
    "face": {
        "eye_width": 16.0, "eye_tilt": 0.2, "lid": 2.0, "iris": 4.4, "eye_open": 1.52, "bridge": False,
        "brow": [(-6, -11.8), (-1, -12.8), (4.6, -12.5), (8.2, -10.4)], "brow_width": 0.9,
        "nose_width": 10.2, "mouth_width": 11.4, "lips": (3.2, 4.0), "lip_tone": 0.2, "hollow": 0.0, "fold_tone": 0.1,
        "jaw_tone": 0.6,
        "fold": [(11.6, 24), (12.8, 26.4), (13.2, 29)],
    },
    "thigh_top": None,
    "crotch": [],
    "crotch_y": 632,
    "genital_side": None,
    "groin_crease": None,
    "pubis": 501,
    "below_breast": [(0.80, 309), (0.52, 311.5), (0.24, 307)],
    "inguinal": [(0.86, 462), (0.50, 472), (0.205, 497)],
    "gluteal_fold": [(0.55, 551), (0.25, 547)],
    "hairline": 232,
    "back": {
        "foot": 1.14,
        "crotch_y": 623,
    },
}


# The hair of an infant has no edge: it is laid on again and again, from lines that rise by these heights.
DOWN = range(0, 24, 4)


def _front(art, body):
    young_lines.infant_front(art, body)
    head.face(art, body)
    x, y = body.at("out:EA")
    for up in DOWN:
        head.hair(art, [(x + 1, y - 4 - up), (x - 4, y - 18 - up), (70 + up / 4, 78 - up), (52, 58 - up), (28, 48 - up),
                        (0, 45 - up)], alpha=0.0784)
    head.strands(art, [[(3, 8), (8, 24), (7, 42)], [(10, 9), (26, 22), (36, 44)], [(20, 8), (46, 28), (60, 56)],
                       [(34, 12), (60, 38), (71, 74)]], alpha=0.28)
    trunk_lines.nipple(art, body, 0.52, 284, 4.2)
    trunk_lines.navel(art, body, 1.5)
    crease = body.paths["gcr"].between("I1", "G1")
    art.line(crease, 1.7, 0.75)
    soft_lines.shadow(art, backwards(crease), 12, 0.07)
    soft_lines.shadow(art, crease, 9, 0.07)


def _back(art, body):
    young_lines.infant_back(art, body)
    (ax, ay), (bx, by), (jx, jy) = body.at("out:EA"), body.at("out:EB"), body.at("out:J")
    low = body.build["hairline"]
    for up in DOWN:
        head.hair(art, [(ax + 1, ay - 10), (bx - 3, by - 12 - up), (bx - 10, by + 12 - up), (47, low - 14 - up),
                        (24, low - 3 - up), (0, low - up)], alpha=0.0784, ear=(ax, ay))
    head.strands(art, [[(4, 70), (20, 84), (32, 120), (30, 160)], [(3, 76), (8, 110), (8, 160)],
                       [(8, 62), (42, 80), (62, 120)],
                       [(20, 196), (24, 212), (20, 226)], [(48, 160), (51, 180), (46, 200)]], alpha=0.26)
    head.strands(art, [[(-6, 70), (-1, 63), (6, 68), (4, 76), (-1, 75)]], alpha=0.36, mirror=False)


def draw(art, body):
    (_front if body.view == ANTERIOR else _back)(art, body)
