# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the landmark rows of the tables stand in the reference figure.

Cuts and secondary lines are written once, in heights of the reference; every build has rows of the same
names, and what lies between two rows is stretched with them.
"""

TRUNK = {
    "notch": 171, "acr": 186, "AX": 254, "AXT": 277, "BR": 308, "BKL": 345, "waist": 382, "NAV": 404,
    "IL": 433, "ASIS": 458, "hip": 492, "l0": 528,
}
LEG = {
    "l1": 560, "HIPB": 602, "l3": 645, "KT": 684, "l5": 714, "KB": 741, "l7": 768, "l8": 796, "l9": 836,
    "l10": 882, "ANT": 922, "l12": 946, "ANB": 960,
}
CHIN = 132.5
UPPER_ARM = 182.0
FOREARM = 147.0


def interpolate(rows, at):
    """Between rows (position, value) in rising order; the first and last value hold beyond the ends."""
    if at <= rows[0][0]:
        return rows[0][1]
    for (a, u), (b, v) in zip(rows, rows[1:]):
        if at <= b:
            return u + (at - a) / (b - a) * (v - u)
    return rows[-1][1]


class Heights:
    """Heights of the reference to heights of a build."""

    def __init__(self, build):
        self.rows = [(0, 0), (CHIN, build["chin"])]
        self.rows += [(TRUNK[row[2]], row[0]) for row in build["trunk"] if row[2] in TRUNK]
        self.rows += [(LEG[lateral], y) for y, _, _, lateral, _ in build["leg"] if lateral in LEG]

    def __call__(self, y):
        last = self.rows[-1]
        return interpolate(self.rows, y) if y <= last[0] else last[1] + y - last[0]
