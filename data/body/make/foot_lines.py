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
    # where the heel comes out from under the ankle, and the edge of its pad
    _line(art, body, [(17.2, 5.5), (13.2, 8), (11.0, 13)], 1.3, 0.55)
    _line(art, body, [(-16.6, 5.5), (-12.6, 8), (-10.4, 13)], 1.3, 0.55)
    art.line(body.paths["heelb"].between(), 1.1, 0.4, part=(0.12, 0.86))
    # the arch, the ball of the great toe and of the others, the crease at the toes
    _line(art, body, [(-13.6, 30), (-7.4, 38), (-6.6, 47), (-10.8, 55)], 1.2, 0.4)
    _line(art, body, [(-26.0, 58), (-17, 54.6), (-8.6, 58), (-6.4, 66)], 1.2, 0.45)
    _line(art, body, [(-4.4, 64), (6, 56.5), (23.6, 52)], 1.1, 0.36)
    _line(art, body, [(15.6, 32), (17.0, 42), (20.2, 50)], 1.0, 0.24)
    art.line(body.paths["toeb"].between(), 1.2, 0.62, part=(0.05, 0.95))
    for x, y, rx, ry, alpha in ((0, 19, 12, 11, 0.5), (-15.4, 63, 8, 7, 0.5), (9, 62, 13, 6, 0.4)):
        art.light(body.foot(x, y), rx, ry, alpha)
    for x, y, rx, ry, alpha in ((-10, 42, 8, 15, 0.26), (0, 4, 13, 5, 0.14), (0, 71, 20, 4, 0.16), (2, 46, 12, 9, 0.1)):
        art.shade(body.foot(x, y), rx, ry, alpha)
