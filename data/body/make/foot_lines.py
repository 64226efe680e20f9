# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of the back of the foot and of the sole."""

# A toe nail: its middle and half width.
NAILS = ((-17.3, 92, 4.6), (-4.0, 91, 2.5), (5.8, 86.4, 2.3), (15.4, 80.4, 2.1), (24.4, 71.4, 1.9))
TENDONS = (((-9, 22), (-15.5, 48), (-18, 64)), ((-2, 26), (-3.5, 50), (-4, 66)), ((4, 27), (4.6, 50), (5.4, 64)),
           ((9, 27), (12, 46), (14.4, 60)))


def _line(art, body, points, width, alpha, **options):
    art.line([body.foot(*p) for p in points], width, alpha, **options)


def dorsum(art, body):
    for points in TENDONS:
        _line(art, body, points, 1.1, 0.34)
    for x, y, w in NAILS:
        _line(art, body, [(x + w, y + 1), (x + w * 0.9, y - 3.2), (x, y - 4.6), (x - w * 0.9, y - 3.2), (x - w, y + 1)],
              0.9, 0.6, min_px=500)


def sole(art, body):
    _line(art, body, [(-13, 36), (-6, 43), (-6.5, 52), (-12, 58)], 1.2, 0.42)
    _line(art, body, [(-25, 59), (-16, 57), (-7, 61), (-4.6, 69)], 1.2, 0.45)
    _line(art, body, [(-1, 66), (10, 59.5), (24.4, 55)], 1.1, 0.4)
    art.line(body.paths["toeb"].between(), 1.3, 0.7)
