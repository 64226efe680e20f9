# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines and shades of neck and trunk that builds share.

Points of the trunk have x on a half width of 100 and the height of the reference. @soft below 1 is for a body
whose bones and muscles show less.
"""


def line(art, body, points, width, alpha, **options):
    art.line([body.trunk(x / 100, y) for x, y in points], width, alpha, **options)


def shade(art, body, x, y, rx, ry, alpha, rotation=0.0):
    art.shade(body.trunk(x / 100, y), rx, ry, alpha, rotation=rotation)


def light(art, body, x, y, rx, ry, alpha, rotation=0.0):
    art.light(body.trunk(x / 100, y), rx, ry, alpha, rotation=rotation)


# ---- front ----

def neck_front(art, body, soft=1.0):
    """The cord from behind the ear to the breast bone, the pit above it, the shade under the jaw."""
    notch = body.build["trunk"][0][0]
    x, y = body.at("out:n2")
    chin = body.build["chin"]
    art.line([(5.4, notch - 1), (x * 0.30, notch - 15), (x * 0.58, y + 4), (x * 0.84, y - 9)], 1.4, 0.5 * soft)
    art.line([(11.5, notch - 1), (x * 0.52, notch - 10), (x * 0.72, y + 9)], 1.0, 0.26 * soft)
    art.line([(4.0, notch - 3.4), (5.0, notch + 1.0), (8.6, notch + 3)], 1.4, 0.7)
    art.shade((0, notch - 2), 7, 6, 0.20 * soft)
    art.shade((0, chin + 3), body.build["jaw"][0][0] * 1.5, 13, 0.32)
    art.shade((x * 0.72, chin - 1), x * 0.5, 22, 0.16, rotation=0.25)
    art.shade((x * 0.95, notch - 12), 24, 14, 0.06 * soft, rotation=0.5)


def collar_bones(art, body, soft=1.0):
    line(art, body, [(8, 176.6), (24, 176.8), (44, 172.6), (66, 170.6), (88, 178.4)], 1.6, 0.75 * soft)
    line(art, body, [(12, 181.2), (28, 182), (46, 179.4), (62, 177.2)], 1.0, 0.36 * soft)
    shade(art, body, 38, 169, 46, 10, 0.06 * soft, rotation=-0.12)
    shade(art, body, 46, 185, 30, 6, 0.10 * soft, rotation=-0.1)
    light(art, body, 46, 174.5, 24, 3.5, 0.6 * soft, rotation=-0.1)
    light(art, body, 106, 205, 14, 22, 0.31, rotation=0.2)


def armpit(art, body):
    """The fold of the chest that runs from the armpit upwards."""
    axilla = body.build["axilla"]
    art.line([axilla, body.trunk(0.962, 240), body.trunk(0.915, 224)], 1.9, 0.95)
    art.shade(body.trunk(0.97, 243), 9, 20, 0.26, rotation=0.1)


def breast_bone(art, body, soft=1.0):
    line(art, body, [(0, 205), (0, 250), (0, 292)], 1.1, 0.30 * soft, mirror=False)


def midline_of_belly(art, body, soft=1.0):
    line(art, body, [(0, 322), (0, 362), (0, 396)], 1.1, 0.32 * soft, mirror=False)
    shade(art, body, 0, 352, 7, 40, 0.14 * soft)


def nipple(art, body, u, y, radius):
    x, y = body.trunk(u, y)
    art.dot((x, y), radius, radius * 0.92, 0.20, stroke=0.38, width=0.7)
    art.dot((x, y - 0.3), radius * 0.32, radius * 0.3, 0.40, stroke=0.45, width=0.5)


def navel(art, body, size=1.0):
    y = body.heights(405)
    art.line([(-3.8 * size, y - 1.2), (-2, y - 3.2 * size), (0, y - 3.9 * size), (2, y - 3.2 * size),
              (3.8 * size, y - 1.2)], 1.3, 0.8, mirror=False)
    art.line([(-2.2 * size, y - 1), (-1.6 * size, y + 2.6 * size), (0, y + 3.8 * size), (1.6 * size, y + 2.6 * size),
              (2.2 * size, y - 1)], 0.9, 0.5, mirror=False)
    art.dot((0, y - 0.2), 1.8 * size, 2.2 * size, 0.30)
    art.shade((0, y), 9 * size, 10 * size, 0.20)


def groin(art, body, to="G1", soft=1.0):
    art.line(body.paths["gcr"].between("I1", to), 1.7, 0.7 * soft, part=(0.2, 1))
    shade(art, body, 58, 489, 34, 8, 0.17 * soft, rotation=-0.62)


def flanks(art, body, soft=1.0):
    """The front of the hip bone, the hollow above it and the soft side."""
    line(art, body, [(92, 449), (84, 455), (78, 464)], 1.3, 0.5 * soft)
    shade(art, body, 76, 452, 10, 20, 0.10 * soft, rotation=0.5)
    shade(art, body, 84, 372, 18, 52, 0.12 * soft)


# ---- back ----

def neck_back(art, body, soft=1.0):
    notch = body.build["trunk"][0][0]
    x, y = body.at("out:n2")
    art.line([(x * 0.42, y - 2), (x * 0.40, y + 10), (x * 0.58, notch - 8)], 1.2, 0.36 * soft)
    art.line([(-2.6, notch - 6), (0, notch - 4.2), (2.6, notch - 6)], 1.3, 0.5, mirror=False)
    art.shade((0, body.build["hairline"] + 6), x * 0.9, 9, 0.20)
    art.shade((0, notch - 16), 10, 28, 0.08)
    art.shade((x * 0.78, notch - 20), 16, 30, 0.06, rotation=-0.15)


def spine(art, body, soft=1.0):
    line(art, body, [(0, 180), (0, 240), (0, 300)], 1.3, 0.36, mirror=False)
    line(art, body, [(0, 285), (0, 350), (0, 420), (0, 446)], 1.8, 0.55, mirror=False)
    shade(art, body, 0, 250, 9, 70, 0.14 * soft)
    shade(art, body, 0, 380, 12, 80, 0.30 * soft)
    line(art, body, [(25, 338), (29, 362), (28, 386), (22, 412)], 1.0, 0.2 * soft)
    shade(art, body, 36, 372, 11, 56, 0.09 * soft)
    light(art, body, 17, 365, 10, 60, 0.31 * soft)


def shoulder_blades(art, body, soft=1.0):
    line(art, body, [(40, 207), (34, 226), (34, 246), (42, 265), (49, 272)], 1.5, 0.52 * soft)
    line(art, body, [(49, 272), (58, 273), (70, 264)], 1.2, 0.34 * soft)
    line(art, body, [(38, 205), (58, 200), (80, 192)], 1.2, 0.34 * soft)
    shade(art, body, 33, 242, 9, 34, 0.17 * soft, rotation=0.06)
    shade(art, body, 56, 279, 22, 7, 0.17 * soft, rotation=-0.2)
    shade(art, body, 62, 214, 26, 10, 0.10 * soft, rotation=-0.2)
    light(art, body, 62, 244, 22, 24, 0.31)
    light(art, body, 106, 205, 14, 22, 0.31, rotation=0.2)
    line(art, body, [(6, 296), (18, 276), (30, 262)], 1.0, 0.22 * soft)


def armpit_back(art, body):
    axilla = body.build["axilla"]
    art.line([axilla, body.trunk(0.955, 243), body.trunk(0.895, 231)], 1.8, 0.9)
    art.shade(body.trunk(0.96, 245), 9, 18, 0.22, rotation=0.3)


def flanks_back(art, body, soft=1.0):
    shade(art, body, 82, 345, 16, 60, 0.13 * soft)
    line(art, body, [(99, 428), (86, 426), (68, 433)], 1.2, 0.36 * soft)


def buttocks(art, body, soft=1.0):
    """The dimples, the cleft, the fold below, the hollow at the side."""
    line(art, body, [(19, 445), (22.4, 449), (20, 454)], 1.4, 0.5 * soft)
    shade(art, body, 20, 450, 7, 8, 0.22 * soft)
    top = body.trunk(0, 466)[1]
    bottom = body.crotch()
    art.line([(0, top), (0, (top + bottom[1]) / 2), bottom], 2.1, 0.95, mirror=False)
    art.line(body.paths["glf"].between(), 2.0, 0.9, part=(0.06, 1))
    shade(art, body, 0, 505, 11, 42, 0.40)
    x, y = body.leg(0.36, 552)
    art.shade((x + 2, y + 3), 40, 9, 0.30)
    art.shade((x, y - 10), 42, 20, 0.12)
    light(art, body, 46, 496, 30, 34, 0.34)
    shade(art, body, 80, 486, 17, 34, 0.15 * soft, rotation=0.1)
    line(art, body, [(88, 466), (81, 480), (80, 496)], 1.0, 0.22 * soft)
