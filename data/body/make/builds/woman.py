# SPDX-License-Identifier: GPL-3.0-or-later
"""The standard woman, of published proportions (Drillis and Contini)."""

import details
import genital
import head
import trunk_lines
from body import ANTERIOR
from spline import CORNER

TABLE = {
    "name": "woman",
    "head": [
        (0, 0, "crown"), (20, 5.2), (35, 20), (41.6, 42, "h3"), (40.8, 62, "EA", CORNER), (43, 60.5),
        (45.2, 66.5), (43.6, 79), (39.6, 87.5, "EB", CORNER), (37, 98), (31.2, 111, "J", CORNER),
    ],
    "neck": [
        (27, 122), (26.4, 135, "n2"), (29.8, 148.5), (40, 159.5, "N"), (57.5, 169.5), (76.5, 177.2, "SH"),
        (94.5, 184.2), (109, 191.6),
    ],
    "jaw": [
        (25.5, 119.5), (15.5, 128.6),
    ],
    "chin": 131.5,
    "shoulder": (98.5, 190),
    "arm_angle": 11.5,
    "forearm_angle": 15.5,
    "hand_angle": 13.5,
    "upper_arm": 180,
    "forearm": 145,
    "arm_lateral": [
        (20, 20.6, "a1"), (42, 24, "a2"), (70, 24, "D"), (100, 21, "a4"), (130, 19.8, "a5"), (162, 20, "EL1"),
        (181, 20.8, "EL"), (205, 22.8, "EL2"), (230, 22.6, "a8"), (266, 18, "a9"), (298, 13.8, "a10"),
        (325, 12.8, "W"),
    ],
    "arm_medial": [
        (325, 11.8, "WM"), (298, 13, "b10"), (266, 17, "b9"), (228, 21.5, "b8"), (203, 21.5, "ELM2"),
        (181, 20.6, "ELM"), (162, 19.8, "ELM1"), (136, 21, "b4"), (110, 23.4, "b3"), (86, 23.2, "AXM"),
    ],
    "axilla": (86, 253),
    "trunk": [
        (172, 86, "notch"), (187, 86, "acr"), (253, 86, "AX"), (277, 87.6, "AXT"), (310, 82.6, "BR"),
        (345, 75, "BKL"), (378, 71, "waist"), (402, 74.5, "NAV"), (432, 83.5, "IL"), (458, 90.5, "ASIS"),
        (494, 97.5, "hip"), (530, 100.5, "l0"),
    ],
    "leg": [
        (530, 100.5, 5, "l0", "G1"), (562, 100.3, 7, "l1", "m1"), (604, 96, 12, "HIPB", "m2"),
        (647, 88.3, 17.5, "l3", "m3"), (686, 81.5, 20.5, "KT", "KTm"), (716, 79.5, 24, "l5", "m5"),
        (743, 78, 24.5, "KB", "KBm"), (770, 81.5, 21.5, "l7", "m7"), (798, 82.5, 20, "l8", "m8"),
        (838, 79, 24, "l9", "m9"), (884, 72, 32, "l10", "m10"), (923, 69.5, 36.5, "ANT", "ANTm"),
        (947, 72.5, 35, "l12", "m12"), (960, 72, 36, "ANB", "ANBm"),
    ],
    "hand": 0.97,
    "hand_width": 0.92,
    "foot": 0.95,
    "foot_width": 0.9,
    "splay": 9,
    "eye": 67,
    "nose": 91.5,
    "mouth": 103.5,
    "eye_x": 17.2,
    "thigh_top": None,
    "crotch": [],
    "crotch_y": 533,
    "genital_side": None,
    "groin_crease": None,
    "pubis": 494,
    "below_breast": [(0.80, 313.5), (0.56, 316.5), (0.30, 311)],
    "inguinal": [(0.88, 464), (0.55, 481), (0.205, 497.5)],
    "gluteal_fold": [(0.55, 549.5), (0.25, 545)],
    "hairline": 124.5,
    # What differs from behind.
    "back": {
        "crotch": [],
        "crotch_y": 526,
    },
}


def _front(art, body):
    details.front(art, body)
    head.face(art, body, brow=1.6)
    x, y = body.at("out:EA")
    eye = body.build["eye"]
    head.hair(art, [(x + 0.2, y + 5), (x - 3.4, y - 6), (x * 0.80, eye * 0.60), (x * 0.55, eye * 0.40),
                    (x * 0.22, eye * 0.285), (0, eye * 0.25)], flat=False)
    trunk_lines.nipple(art, body, 0.575, 285.5, 6.0)
    trunk_lines.navel(art, body)
    trunk_lines.groin(art, body)
    art.line([body.trunk(u, y) for u, y in ((0.995, 266), (0.97, 288), (0.80, 306), (0.56, 311.5), (0.32, 306),
                                            (0.17, 291))], 1.9, 0.95)
    art.line([body.trunk(u, y) for u, y in ((0.08, 324), (0.27, 336), (0.47, 358))], 1.2, 0.33)
    genital.draw_woman(art, body)


def _back(art, body):
    details.back(art, body)
    (ax, ay), (bx, by), (jx, _) = body.at("out:EA"), body.at("out:EB"), body.at("out:J")
    head.hair(art, [(ax - 1.2, ay + 1), (bx - 2.6, by - 2), (bx - 5.5, by + 9), (jx * 0.60, 122), (0, 124.5)])


def draw(art, body):
    (_front if body.view == ANTERIOR else _back)(art, body)
