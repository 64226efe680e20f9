# SPDX-License-Identifier: GPL-3.0-or-later
"""Soft forms: the shadow that a fold throws, folds that start at the outline, a back without muscles."""

import math

import trunk_lines
from spline import backwards, curve


def _on(piece, t):
    u = 1 - t
    return tuple(u ** 3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t ** 3 * d for a, b, c, d in zip(*piece))


def _length(pieces):
    return sum(math.dist(piece[0], piece[3]) for piece in pieces)


def shadow(art, pieces, depth, alpha, spots=7):
    """A soft band beside a curve, to the left of its direction as drawn (below a fold that runs inwards)."""
    count = len(pieces)
    for i in range(spots):
        at = (i + 0.5) / spots * count
        piece = pieces[min(int(at), count - 1)]
        t = at - min(int(at), count - 1)
        x, y = _on(piece, t)
        ahead, behind = _on(piece, min(1, t + 0.01)), _on(piece, max(0, t - 0.01))
        dx, dy = ahead[0] - behind[0], ahead[1] - behind[1]
        length = math.hypot(dx, dy)
        fade = min(1.0, 0.45 + 2.2 * min(i + 0.5, spots - i - 0.5) / spots)
        reach = _length(pieces) / spots * 1.5
        art.shade((x + dy / length * depth * 0.62, y - dx / length * depth * 0.62), reach, depth, alpha * fade,
                  rotation=math.atan2(dy, dx))


def fold(art, body, knot, points, width=1.8, alpha=0.85, depth=11, tone=0.13):
    """A fold from the notch of the outline at @knot through @points, with the shadow of the roll above it."""
    pieces = curve([body.at("out:" + knot)] + points)
    art.line(pieces, width, alpha)
    shadow(art, pieces, depth, tone, 5)


def spine(art, body, soft=1.0):
    trunk_lines.line(art, body, [(0, 186), (0, 240), (0, 300)], 1.2, 0.3 * soft, mirror=False)
    trunk_lines.line(art, body, [(0, 285), (0, 350), (0, 420), (0, 444)], 1.6, 0.5 * soft, mirror=False)
    trunk_lines.shade(art, body, 0, 250, 10, 80, 0.13 * soft)
    trunk_lines.shade(art, body, 0, 375, 16, 90, 0.24 * soft)


def buttocks(art, body, soft=1.0):
    top, bottom = body.trunk(0, 464)[1], body.crotch()
    art.line([(0, top), (0, (top + bottom[1]) / 2), bottom], 2.1, 0.95, mirror=False)
    fold_line = body.paths["glf"].between()
    art.line(fold_line, 2.0, 0.9, part=(0.06, 1))
    shadow(art, fold_line, 14 * soft, 0.16)
    shadow(art, backwards(fold_line), 22 * soft, 0.05)
    trunk_lines.line(art, body, [(17, 444), (20, 448), (18, 453)], 1.4, 0.45)
    trunk_lines.shade(art, body, 18, 449, 8, 8, 0.2)
    trunk_lines.shade(art, body, 0, 505, 14, 44, 0.36)
