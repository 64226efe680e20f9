# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of the palm and of the back of the hand."""

import hand

# Along a finger: where its creases and knuckles are.
PALM_CREASES = ((0.20, 4.2), (0.47, 3.9), (0.72, 3.2))
KNUCKLES = ((0.47, 3.2), (0.72, 2.7))
NAIL_AT = 0.90


def _line(art, body, points, width, alpha, **options):
    art.line([body.hand(*p) for p in points], width, alpha, **options)


def _across(finger, at, half, rise):
    """Three points across @finger at @at of its length, the middle one moved by @rise of its length."""
    return [hand.finger_point(finger, at, half), hand.finger_point(finger, at + rise, 0),
            hand.finger_point(finger, at, -half)]


def palm(art, body):
    shape = body.build.get("hand_shape", hand.ADULT)
    _line(art, body, [(23, 46), (14, 43), (7, 33), (3.4, 19), (4, 8)], 1.3, 0.7)  # round the ball of the thumb
    _line(art, body, [(23, 47.5), (11, 44), (-6, 38), (-16, 31)], 1.1, 0.5)
    _line(art, body, [(12.5, 56), (6, 50.5), (-8, 46.5), (-21, 44.5)], 1.1, 0.6)
    for finger in shape["fingers"]:
        for at, half in PALM_CREASES:
            _line(art, body, _across(finger, at, half * 0.9, 0.012), 0.9, 0.5, min_px=500)
    _line(art, body, [(33.4, 42.6), (30.2, 45.4)], 0.9, 0.5, min_px=500)
    _line(art, body, [(40.2, 54.8), (36.6, 57.2)], 0.9, 0.5, min_px=500)


def dorsum(art, body):
    shape = body.build.get("hand_shape", hand.ADULT)
    for finger in shape["fingers"]:
        x, y = finger[1]
        _line(art, body, [(x * 0.97 - 3.2, y - 7), (x * 0.97, y - 9.4), (x * 0.97 + 3.2, y - 7)], 1.1, 0.55)
        _line(art, body, [(x * 0.92, y - 12.5), (x * 0.66, y - 30)], 1.0, 0.3)
        for at, half in KNUCKLES:
            _line(art, body, _across(finger, at, half * 0.85, -0.014), 0.9, 0.5, min_px=500)
        nail(art, [body.hand(*hand.finger_point(finger, NAIL_AT + d, w)) for d, w in
                   ((-0.09, 2.6), (0.0, 2.9), (0.055, 0), (0.0, -2.9), (-0.09, -2.6))])
    _line(art, body, [(34.4, 40), (31.2, 43)], 1.0, 0.5, min_px=500)
    _line(art, body, [(40.4, 53.6), (36.8, 56)], 0.9, 0.45, min_px=500)
    nail(art, [body.hand(*p) for p in ((39.2, 60.4), (41.6, 66), (43.6, 66.4), (43.8, 62.4), (42.2, 58.6))])


def nail(art, points):
    art.line(points, 0.9, 0.6, min_px=500)
