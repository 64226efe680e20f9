# SPDX-License-Identifier: GPL-3.0-or-later
"""The genitals: their lines, and the subsites that are parts of the region "genital"."""


def cut(body):
    """Adds the paths of the subsites."""


def midline(body):
    """The subsites on the midline, as half chains."""
    return {}


def paired(body):
    """The subsites of the right half, as loops."""
    return {}


def draw_man(art):
    art.line([(14.5, 519), (15.2, 531), (13, 543), (9.6, 549.5)], 1.8, 0.85, role="line")
    art.line([(6.2, 500), (6.6, 515), (6.4, 532)], 1.6, 0.75, role="line")
    art.line([(-6.4, 531), (-7.2, 537), (-4.5, 543), (0, 545.5), (4.5, 543), (7.2, 537), (6.4, 531)], 1.7, 0.85,
             role="line", mirror=False)
    art.line([(-6.3, 532), (0, 534.8), (6.3, 532)], 1.2, 0.55, role="line", mirror=False)
    art.line([(20, 500), (15, 508), (13, 518)], 1.3, 0.5, role="line")


def draw_woman(art, body):
    y = body.build["crotch_y"]
    art.line([(0, y - 17), (0, y - 8), (0, y - 1)], 1.8, 0.75, role="line", mirror=False)
