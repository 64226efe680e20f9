# SPDX-License-Identifier: GPL-3.0-or-later
"""The standard man, of published proportions (Drillis and Contini)."""

import details
import genital
import head
import trunk_lines
from body import ANTERIOR
from spline import CORNER

TABLE = {
    "name": "man",
    "head": [
        (0, 0, "crown"), (20, 5.2), (35, 20), (42, 42, "h3"), (41.6, 61, "EA", CORNER), (44.6, 58.5),
        (47.4, 65), (45.6, 79), (41, 89, "EB", CORNER), (39.6, 98), (35, 110.5, "J", CORNER),
    ],
    "neck": [
        (32.6, 121), (32.6, 134, "n2"), (37, 146), (49.5, 156.5, "N"), (67.5, 165.8), (87, 174, "SH"),
        (105, 181.3), (121, 189.6),
    ],
    "jaw": [
        (30.5, 119), (19.5, 128.8),
    ],
    "chin": 132.5,
    "shoulder": (107.5, 188),
    "arm_angle": 11.5,
    "forearm_angle": 14.5,
    "hand_angle": 13,
    "upper_arm": 182,
    "forearm": 147,
    "arm_lateral": [
        (20, 24.2, "a1"), (42, 29.6, "a2"), (70, 29.8, "D"), (100, 26.5, "a4"), (130, 24.2, "a5"),
        (163, 22.8, "EL1"), (183, 24, "EL"), (207, 27.4, "EL2"), (232, 27, "a8"), (268, 21.4, "a9"),
        (300, 17, "a10"), (329, 15.6, "W"),
    ],
    "arm_medial": [
        (329, 14.6, "WM"), (300, 15.8, "b10"), (268, 18.9, "b9"), (230, 24.2, "b8"), (205, 25, "ELM2"),
        (183, 23.6, "ELM"), (163, 22.6, "ELM1"), (138, 24.2, "b4"), (112, 26.4, "b3"), (86, 25.8, "AXM"),
    ],
    "axilla": (94.5, 254),
    "trunk": [
        (171, 95, "notch"), (186, 95, "acr"), (254, 94.5, "AX"), (277, 95.4, "AXT"), (308, 94, "BR"),
        (345, 87.8, "BKL"), (382, 82.6, "waist"), (404, 82.6, "NAV"), (433, 86.4, "IL"), (458, 91.8, "ASIS"),
        (492, 97.5, "hip"), (528, 99.5, "l0"),
    ],
    "leg": [
        (528, 100.5, 8, "l0", "G1"), (560, 102.6, 9.4, "l1", "m1"), (602, 100.6, 14.8, "HIPB", "m2"),
        (645, 93.8, 20.6, "l3", "m3"), (684, 85.6, 22, "KT", "KTm"), (714, 83.5, 27, "l5", "m5"),
        (741, 82.5, 27.5, "KB", "KBm"), (768, 87, 24.5, "l7", "m7"), (796, 88.5, 22.5, "l8", "m8"),
        (836, 85, 26.5, "l9", "m9"), (882, 77.5, 35, "l10", "m10"), (922, 75.5, 40.5, "ANT", "ANTm"),
        (946, 79.5, 38.5, "l12", "m12"), (960, 79, 40, "ANB", "ANBm"),
    ],
    "hand": 1.0,
    "hand_width": 1.0,
    "foot": 1.0,
    "foot_width": 1.0,
    "splay": 9,
    "eye": 66,
    "nose": 92,
    "mouth": 104,
    "eye_x": 18,
    # The thigh meets the scrotum below the level of the groin.
    "thigh_top": (8.8, 549),
    "crotch": [(5.5, 556)],
    "crotch_y": 558.5,
    "genital_side": [(17.5, 513), (15.2, 528), (13.4, 541)],
    "groin_crease": [(23.5, 523), (19.5, 534), (15.2, 544)],
    "pubis": 494,
    "below_breast": [(0.80, 309), (0.52, 311.5), (0.24, 307)],
    "inguinal": [(0.88, 464), (0.55, 481), (0.205, 497.5)],
    "gluteal_fold": [(0.58, 554.5), (0.32, 559), (0.11, 556)],
    "hairline": 125.5,
    # What differs from behind.
    "back": {
        "crotch": [(7.2, 540), (4.4, 532.5)],
        "crotch_y": 529,
    },
}


def _front(art, body):
    details.front(art, body)
    head.face(art, body)
    x, y = body.at("out:EA")
    eye = body.build["eye"]
    head.hair(art, [(x + 0.2, y + 6), (x - 3.2, y + 1), (x - 5, y - 11), (x * 0.79, eye * 0.55), (x * 0.68, eye * 0.415),
                    (x * 0.40, eye * 0.33), (0, eye * 0.31)])
    trunk_lines.nipple(art, body, 0.565, 276, 4.6)
    trunk_lines.navel(art, body)
    trunk_lines.groin(art, body, "C1")
    art.line([body.trunk(u, y) for u, y in ((0.95, 255), (0.88, 276), (0.70, 293), (0.47, 298), (0.24, 294))], 1.6, 0.75)
    art.line([body.trunk(u, y) for u, y in ((0.09, 318), (0.28, 327), (0.47, 346), (0.62, 368))], 1.3, 0.40)
    art.line([body.trunk(0, 325), body.trunk(0, 362), body.trunk(0, 394)], 1.2, 0.38, mirror=False)
    genital.draw_man(art)


def _back(art, body):
    details.back(art, body)
    (ax, ay), (bx, by), (jx, _) = body.at("out:EA"), body.at("out:EB"), body.at("out:J")
    head.hair(art, [(ax - 1.2, ay + 1), (bx - 2.6, by - 2), (bx - 5.5, by + 9), (jx * 0.60, 123), (0, 125.5)])


def draw(art, body):
    (_front if body.view == ANTERIOR else _back)(art, body)
