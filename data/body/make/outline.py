# SPDX-License-Identifier: GPL-3.0-or-later
"""The half outline: one list of knots from the crown round arm, trunk and leg to the midline of the crotch.

Limbs are made from profiles of half widths but joined by sharing the list, so that shoulder, axilla and
groin need no union of shapes.
"""

import foot
import hand
from spline import CORNER, Path

# The two curves that meet in the axilla leave it almost straight, so that they cannot cross.
AXILLA_STRAIGHT = 0.36


def _toward(a, b, part, dx):
    return (a[0] + part * (b[0] - a[0]) + dx, a[1] + part * (b[1] - a[1]))


def _arm_and_axilla(body):
    b = body.build
    knots = [body.along_arm(s, half) + (name,) for s, half, name in b["arm_lateral"]]
    knots += [body.hand(*k[:2]) + tuple(k[2:]) for k in hand.knots(b.get("hand_shape", hand.ADULT))]
    knots += [body.along_arm(s, -half) + (name,) for s, half, name in b["arm_medial"]]
    axilla = b["axilla"]
    below = next((row[1], row[0]) for row in b["trunk"] if row[2] == "AXT")
    knots.append(_toward(axilla, knots[-1], AXILLA_STRAIGHT, 0.25))
    knots.append(axilla + ("AX", CORNER))
    knots.append(_toward(axilla, below, AXILLA_STRAIGHT, -0.1))
    return knots


def _trunk_and_leg(body):
    b = body.build
    names = [row[2] for row in b["trunk"]]
    knots = [(half, y) + tuple(name) for y, half, *name in b["trunk"][names.index("AXT"):-1]]
    knots += [(lateral, y, name) for y, lateral, _, name, _ in b["leg"]]
    knots += [body.foot(*k[:2]) + tuple(k[2:]) for k in foot.knots(foot.shape_of(body))]
    medial = [(medial, y, name) for y, _, medial, _, name in reversed(b["leg"])]
    if b["thigh_top"]:
        medial[-1] = b["thigh_top"] + ("G1",)
    if "thighs_part" in b:
        medial = _touching(medial, b["thighs_part"])
    return knots + medial


def _touching(medial, part):
    """The thighs touch from the crotch to the height @part: there both end on the midline and share it."""
    top = (0,) + tuple(medial[-1][1:])
    return [knot for knot in medial if knot[1] > part] + [(0, part, "TC", CORNER), top]


def add(body):
    """The paths "out", crown to G1 (where the thigh meets the crotch), and "crotch", on to the midline.

    Where the thighs touch (the build has "thighs_part"), G1 is on the midline itself and there is no "crotch";
    the outline then ends at the knot TC, where they part.
    """
    b = body.build
    knots = list(b["head"]) + list(b["neck"]) + _arm_and_axilla(body) + _trunk_and_leg(body)
    body.paths["out"] = Path(knots, start=(1, 0))
    if "thighs_part" not in b:
        body.cut("crotch", ["out:G1"] + list(b["crotch"]) + [(0, b["crotch_y"], "G0")], end=(-1, 0))
