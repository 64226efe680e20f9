# SPDX-License-Identifier: GPL-3.0-or-later
"""Face, ears and hair. Heights of eyes, nose and mouth stand in the build; widths follow its eye_x."""

from spline import both_sides, curve

# Hair is filled from the hairline to beyond the silhouette, which clips it.
HAIR_BOX = (90, -30)
EYE_X = 18.0


def _closed_above(half):
    """The hair above the half hairline @half, which runs from the ear to the midline."""
    line = both_sides(half)
    x, top = HAIR_BOX
    corners = [line[-1][3], (-x, line[-1][3][1]), (-x, top), (x, top), (x, line[0][0][1]), line[0][0]]
    return line, line + [(a, a, b, b) for a, b in zip(corners, corners[1:])]


def hair(art, hairline, alpha=0.95, flat=True):
    """Fills the hair above @hairline, from the ear to the midline."""
    line, closed = _closed_above(curve(hairline, end=(-1, 0) if flat else None))
    art.fill(closed, alpha)
    art.line(line, 1.1, 0.5, mirror=False)


def ear_front(art, body):
    (ax, ay), (bx, by) = body.at("out:EA"), body.at("out:EB")
    k, height = body.build["eye_x"] / EYE_X, by - ay
    art.line([(ax + 0.6, ay + height * 0.06), (ax + 3.2 * k, ay + height * 0.16), (ax + 3.0 * k, ay + height * 0.5),
              (bx + 1.6, by - height * 0.22)], 1.0, 0.5, role="line")
    art.line([(ax, ay), (ax - 0.9, ay + height * 0.5), (bx, by)], 1.1, 0.5, role="line")


def ear_back(art, body):
    scale = body.build["chin"] / 132.5
    x, y = body.at("out:EB")
    art.line([(x + 0.5, y - 24 * scale), (x - 1.2, y - 12 * scale), (x - 0.6, y - 1)], 1.4, 0.7)


def face(art, body, brow=2.0, mouth=12.5):
    b = body.build
    x, eye, nose, lips = b["eye_x"], b["eye"], b["nose"], b["mouth"]
    k = x / EYE_X
    mouth *= k

    def line(points, width, alpha, **options):
        art.line(points, width, alpha, role="line", **options)

    line([(x - 9.5 * k, eye - 8.2 * k), (x - k, eye - 11 * k), (x + 9.5 * k, eye - 8.2 * k)], brow, 0.55)
    line([(x - 7.8 * k, eye + 1.5 * k), (x - 3.6 * k, eye - 2.3 * k), (x + 1.6 * k, eye - 3.0 * k),
          (x + 8.0 * k, eye + 0.6 * k)], 1.9, 0.85)
    line([(x - 5.4 * k, eye + 3.1 * k), (x + 0.5 * k, eye + 4.0 * k), (x + 6.4 * k, eye + 2.3 * k)], 0.9, 0.42)
    art.dot((x + 0.2, eye + 0.35 * k), 2.7 * k, 2.7 * k, 0.55, role="pupil")
    art.dot((x + 0.2, eye + 0.35 * k), 1.2 * k, 1.2 * k, 0.85, role="pupil")
    line([(x - 6.5 * k, eye - 5.2 * k), (x + k, eye - 6.2 * k), (x + 8 * k, eye - 3 * k)], 0.8, 0.30)
    line([(7.4 * k, nose - 3.6 * k), (8.2 * k, nose + 0.4 * k), (5.4 * k, nose + 1.8 * k)], 1.3, 0.6)
    line([(-4.6 * k, nose + 1.4 * k), (-2 * k, nose + 2.6 * k), (0, nose + 3 * k), (2 * k, nose + 2.6 * k),
          (4.6 * k, nose + 1.4 * k)], 1.4, 0.6, mirror=False)
    line([(-mouth, lips + 0.3), (-mouth * 0.45, lips - 0.6 * k), (0, lips + 0.5 * k), (mouth * 0.45, lips - 0.6 * k),
          (mouth, lips + 0.3)], 1.7, 0.75, mirror=False)
    line([(-mouth * 0.5, lips + 5 * k), (0, lips + 6.6 * k), (mouth * 0.5, lips + 5 * k)], 1.2, 0.42, mirror=False)
    line(body.paths["jaw"].between(), 1.7, 0.85)
    art.shade((x, eye - 1), 11 * k, 7 * k, 0.083)
    art.shade((6 * k, nose - 4), 6 * k, 6 * k, 0.05)
    art.shade((x * 1.6, nose + 4), 12 * k, 20 * k, 0.036)
