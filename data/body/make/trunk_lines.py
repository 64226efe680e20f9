# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines and shades of neck and trunk that builds share."""


def _trunk(art, body, points, width, alpha, **options):
    """@points with x on a half width of 100."""
    art.line([body.trunk(x / 100, y) for x, y in points], width, alpha, **options)


def neck_front(art, body, soft=1.0):
    notch = body.build["trunk"][0][0]
    x, y = body.at("out:n2")
    art.line([(5.5, notch - 2), (x * 0.34, notch - 17), (x * 0.60, y + 4), (x * 0.80, y - 8)], 1.3, 0.45 * soft)
    art.line([(3.2, notch - 3), (5.2, notch + 1.5), (9, notch + 3)], 1.5, 0.8)
    art.shade((0, body.build["chin"] + 7), body.build["jaw"][0][0] * 1.15, 13, 0.17)


def chest(art, body, soft=1.0):
    axilla = body.build["axilla"]
    _trunk(art, body, [(8, 176), (26, 175.5), (46, 172.5), (66, 172), (86, 180)], 1.7, 0.85 * soft)
    _trunk(art, body, [(16, 181), (34, 181.5), (52, 179)], 1.1, 0.4 * soft)
    art.line([axilla, body.trunk(0.955, 238), body.trunk(0.90, 222)], 1.9, 0.95)
    _trunk(art, body, [(0, 205), (0, 250), (0, 292)], 1.2, 0.38 * soft, mirror=False)
    art.shade(body.trunk(0.62, 185), 26, 5, 0.055)


def nipple(art, body, u, y, radius):
    x, y = body.trunk(u, y)
    art.dot((x, y), radius, radius * 0.92, 0.20, 0.45, 0.8)
    art.dot((x, y), 1.5, 1.5, 0.75)


def navel(art, body, size=1.0):
    y = body.heights(405)
    art.line([(-4.2 * size, y - 1.6), (0, y - 3.4 * size), (4.2 * size, y - 1.6)], 1.5, 0.8, mirror=False)
    art.line([(-1.6, y - 2), (-1.2, y + 3 * size), (0, y + 4.6 * size), (1.2, y + 3 * size), (1.6, y - 2)], 1.1, 0.7,
             mirror=False)
    art.shade((0, y - 1), 7, 7, 0.083)


def groin(art, body, to="G1", soft=1.0):
    art.line(body.paths["gcr"].between("I1", to), 1.7, 0.75 * soft)
    art.shade(body.trunk(0.50, 492), 40, 9, 0.044, rotation=-0.55)


def neck_back(art, body, soft=1.0):
    notch = body.build["trunk"][0][0]
    x, y = body.at("out:n2")
    art.line([(x * 0.42, y - 4), (x * 0.40, y + 8), (x * 0.55, notch - 10)], 1.3, 0.45 * soft)
    art.line([(-2.6, notch - 6), (0, notch - 4.2), (2.6, notch - 6)], 1.4, 0.6, mirror=False)
    art.shade((0, body.build["chin"] - 2), body.build["jaw"][0][0] * 1.1, 9, 0.083)


def back(art, body, soft=1.0):
    axilla = body.build["axilla"]
    _trunk(art, body, [(0, 182), (0, 240), (0, 300)], 1.4, 0.42, mirror=False)
    _trunk(art, body, [(0, 285), (0, 350), (0, 420), (0, 444)], 1.8, 0.60, mirror=False)
    _trunk(art, body, [(43, 204), (36, 226), (36, 248), (46, 270)], 1.6, 0.65 * soft)
    _trunk(art, body, [(46, 270), (58, 275), (74, 262)], 1.4, 0.5 * soft)
    _trunk(art, body, [(42, 206), (62, 197), (90, 191)], 1.3, 0.42 * soft)
    art.line([axilla, body.trunk(0.945, 243), body.trunk(0.87, 232)], 1.9, 0.95)
    _trunk(art, body, [(19, 446), (22, 450), (20, 455)], 1.5, 0.6 * soft)
    art.shade(body.trunk(0, 330), 9, 120, 0.072)
    art.shade(body.trunk(0.42, 256), 12, 32, 0.05)
    art.shade(body.trunk(0.62, 274), 26, 9, 0.055)


def buttocks(art, body, soft=1.0):
    top = body.trunk(0, 470)[1]
    bottom = body.crotch()
    art.line([(0, top), (0, (top + bottom[1]) / 2), bottom], 2.0, 0.95, mirror=False)
    art.line(body.paths["glf"].between(), 2.0, 0.95, part=(0.10, 1))
    _trunk(art, body, [(84, 466), (77, 482), (78, 503)], 1.3, 0.4 * soft)
    art.shade(body.leg(0.36, 556), 40, 10, 0.125)
    art.shade(body.trunk(0, 500), 9, 40, 0.105)
    art.shade(body.trunk(0.78, 488), 16, 30, 0.05)
