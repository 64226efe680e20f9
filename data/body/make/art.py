# SPDX-License-Identifier: GPL-3.0-or-later
"""The drawing inside the outline: lines that swell, dots, soft shades and the hair.

Coordinates are in a thousandth of stature; what stands on the right is mirrored unless said otherwise.
`min_px` and `max_px` say at which heights of the whole figure, in pixels, a thing is drawn.
"""

from spline import curve


def _rounded(value):
    return round(value + 0.0, 2)


def _numbers(pieces):
    return [[_rounded(v) for point in piece for v in point] for piece in pieces]


class Art:
    def __init__(self):
        self._under = []  # shades
        self._fills = []
        self._lines = []

    def items(self):
        """In the order in which they are drawn."""
        return self._under + self._fills + self._lines

    @staticmethod
    def _keep(items, item, min_px, max_px):
        if min_px:
            item["min_px"] = min_px
        if max_px:
            item["max_px"] = max_px
        items.append(item)

    def light(self, centre, rx, ry, alpha, **options):
        """A soft light ellipse."""
        self.shade(centre, rx, ry, alpha, role="light", **options)

    def shade(self, centre, rx, ry, alpha, rotation=0.0, mirror=True, role="shade", min_px=0, max_px=0):
        """A soft dark ellipse; @rotation in radians, @alpha as for the light palette."""
        item = {"kind": "shade", "c": [_rounded(v) for v in centre], "r": [_rounded(rx), _rounded(ry)],
                "rot": round(rotation, 4), "a": round(alpha, 4), "mirror": bool(mirror and abs(centre[0]) > 0.01)}
        if role != "shade":
            item["role"] = role
        self._keep(self._under, item, min_px, max_px)

    def fill(self, pieces, alpha, role="hair", min_px=0, max_px=0):
        """A closed curve filled with a colour of the palette, clipped to the figure, not mirrored."""
        item = {"kind": "fill", "role": role, "a": alpha, "clip": "silhouette", "b": _numbers(pieces)}
        self._keep(self._fills, item, min_px, max_px)

    def shape(self, points, alpha, role="shade", mirror=True, min_px=0, max_px=0):
        """A closed curve through @points filled with a tone; the last point is the first."""
        item = {"kind": "fill", "role": role, "a": alpha, "clip": "silhouette", "mirror": mirror,
                "b": _numbers(curve(points))}
        self._keep(self._fills, item, min_px, max_px)

    def line(self, points, width, alpha, role="det", mirror=True, part=(0, 1), min_px=0, max_px=0):
        """A line through @points (or along pieces of a path), thin at both ends; @part of it is drawn."""
        pieces = points if isinstance(points[0][0], tuple) else curve(points)
        item = {"kind": "line", "role": role, "a": round(alpha, 3), "w": width, "mirror": mirror,
                "part": list(part), "b": _numbers(pieces)}
        self._keep(self._lines, item, min_px, max_px)

    def dot(self, centre, rx, ry, fill, stroke=0, width=0.1, role="det", mirror=True, min_px=0, max_px=0):
        """An ellipse with the alphas of its inside and its edge."""
        item = {"kind": "ellipse", "role": role, "c": [_rounded(v) for v in centre],
                "r": [_rounded(rx), _rounded(ry)], "fill": fill, "stroke": stroke, "w": width,
                "mirror": bool(mirror and abs(centre[0]) > 0.01)}
        self._keep(self._lines, item, min_px, max_px)
