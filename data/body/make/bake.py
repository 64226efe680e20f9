# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a build as "calx-body/2": every curve as Bezier pieces, the regions as chains of them, and the art.

In the file the paths of the back have "post/" before their names: both views have an outline, a wrist and more.
"""

import json

import genital
import outline
import regions
from art import Art
from body import ANTERIOR, POSTERIOR, Body

VIEWS = (ANTERIOR, POSTERIOR)


def make(build, view):
    """The body of a view with all its paths."""
    body = Body(build, view)
    outline.add(body)
    regions.cut(body)
    genital.cut(body)
    return body


def _rounded(value):
    return round(value + 0.0, 3)


def _path(path):
    return {"knots": [[name, _rounded(x), _rounded(y)] for x, y, name in path.knots],
            "ctrl": [[_rounded(v) for point in piece[1:3] for v in point] for piece in path.pieces]}


def _name(view, path):
    return path if view == ANTERIOR else "%s/%s" % (view, path)


def _chain(view, pieces):
    return [[_name(view, path), *ends] for path, *ends in pieces]


def _regions(body):
    """The half chains of the midline and the loops of the right half, with the subsites."""
    view = body.view
    midline = {**regions.midline(body), **genital.midline(body)}
    paired = {**regions.paired(body), **genital.paired(body)}
    return {"midline": {name: _chain(view, chain) for name, chain in midline.items()},
            "paired": {name: [_chain(view, loop) for loop in loops] for name, loops in paired.items()}}


def baked(module):
    """The content of the file of a build: @module has its TABLE and draws its art with draw (art, body)."""
    content = {"format": "calx-body/2", "build": module.TABLE["name"], "stature": 1000,
               "outline": {}, "paths": {}, "regions": {}, "art": {}}
    for view in VIEWS:
        body = make(module.TABLE, view)
        art = Art()
        module.draw(art, body)
        content["outline"][view] = _chain(view, regions.outline(body))
        content["paths"].update((_name(view, name), _path(path)) for name, path in body.paths.items())
        content["regions"][view] = _regions(body)
        content["art"][view] = art.items()
    return content


# How deep the members of the file are broken into lines: a path, a view's regions, a piece of art to a line.
LINE_DEPTHS = {"paths": 1, "regions": 2, "art": 2}


def _lines(value, depth):
    if depth == 0:
        return json.dumps(value, separators=(",", ":"))
    if isinstance(value, dict):
        return "{" + ",\n".join(json.dumps(k) + ":" + _lines(v, depth - 1) for k, v in value.items()) + "}"
    return "[" + ",\n".join(_lines(v, depth - 1) for v in value) + "]"


def text(content):
    """The file, in lines that can be read in a diff."""
    members = (json.dumps(k) + ":" + _lines(v, LINE_DEPTHS.get(k, 0)) for k, v in content.items())
    return "{" + ",\n".join(members) + "}\n"
