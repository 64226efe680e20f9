# SPDX-License-Identifier: GPL-3.0-or-later
"""One view of one figure: its tables, the frames in which points are given, and its named paths.

Unit: a thousandth of stature. The origin is the crown on the midline, x to the right of the drawing, y down.
Only the right half is made; the left half is its mirror image.
"""

import math

import foot
import hand
from spline import Path
from stations import FOREARM, UPPER_ARM, Heights, interpolate

ANTERIOR, POSTERIOR = "ant", "post"
# Over this length to both sides of the elbow the arm turns from one direction to the other.
ELBOW_BEND = 25


def _smooth(t):
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


class Frame:
    """A frame with its own origin: y runs along a direction @angle degrees outwards from straight down."""

    def __init__(self, origin, angle):
        self.origin = origin
        self.cos, self.sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))

    def __call__(self, x, y):
        return (self.origin[0] + x * self.cos + y * self.sin, self.origin[1] - x * self.sin + y * self.cos)


class Body:
    def __init__(self, build, view):
        self.view = view
        self.build = {**build, **build["back"]} if view == POSTERIOR else build
        self.name = build["name"]
        self.paths = {}
        self.heights = Heights(self.build)
        self._prepare_arm()
        self._prepare_hand()
        self._prepare_foot()

    # ---- the frames ----

    def _prepare_arm(self):
        b = self.build
        self.upper = Frame(b["shoulder"], b["arm_angle"])
        self.elbow = self.upper(0, b["upper_arm"])

    def _prepare_hand(self):
        b = self.build
        wrist = b["arm_lateral"][-1][0]
        self.hand_frame = Frame(self.along_arm(wrist, 0), b["hand_angle"])
        # The table of the hand is 29 wide at the wrist; the arm may be wider or narrower there.
        self.wrist_scale = (b["arm_lateral"][-1][1] + b["arm_medial"][0][1]) / hand.WRIST_WIDTH

    def _prepare_foot(self):
        b = self.build
        y, lateral, medial = b["leg"][-1][:3]
        self.foot_frame = Frame(((lateral + medial) / 2, y), b["splay"])
        self.ankle_scale = (lateral - medial) / foot.ANKLE_WIDTH

    def along_arm(self, s, across):
        """@s from the shoulder joint along the arm, @across to its lateral side, in units of this build."""
        b = self.build
        part = min(1.0, max(0.0, (s - b["upper_arm"] + ELBOW_BEND) / (2 * ELBOW_BEND)))
        normal = math.radians(b["arm_angle"] + (b["forearm_angle"] - b["arm_angle"]) * part)
        if s <= b["upper_arm"]:
            x, y = self.upper(0, s)
        else:
            x, y = Frame(self.elbow, b["forearm_angle"])(0, s - b["upper_arm"])
        return (x + across * math.cos(normal), y - across * math.sin(normal))

    def trunk(self, u, y):
        """@u of the half width, at the height @y of the reference."""
        y = self.heights(y)
        return (u * interpolate([(row[0], row[1]) for row in self.build["trunk"]], y), y)

    def leg(self, u, y):
        """@u from the medial (0) to the lateral (1) contour, at the height @y of the reference."""
        y = self.heights(y)
        lateral = interpolate([(row[0], row[1]) for row in self.build["leg"]], y)
        medial = interpolate([(row[0], row[2]) for row in self.build["leg"]], y)
        return (medial + u * (lateral - medial), y)

    def arm(self, u, s):
        """@u from the medial (-1) to the lateral (1) contour, @s along the arm of the reference."""
        b = self.build
        if s <= UPPER_ARM:
            s *= b["upper_arm"] / UPPER_ARM
        else:
            s = b["upper_arm"] + (s - UPPER_ARM) * b["forearm"] / FOREARM
        rows = b["arm_lateral"] if u > 0 else b["arm_medial"]
        return self.along_arm(s, u * interpolate(sorted((row[0], row[1]) for row in rows), s))

    def hand(self, x, y):
        """The frame of the hand (hand.py); at the wrist it has the width of the arm."""
        part = _smooth(y / 40)
        x *= self.build["hand_width"] * part + self.wrist_scale * (1 - part)
        return self.hand_frame(x, y * self.build["hand"])

    def foot(self, x, y):
        """The frame of the foot (foot.py); at the ankle it has the width of the leg."""
        part = _smooth(y / 45)
        x *= self.build["foot_width"] * part + self.ankle_scale * (1 - part)
        return self.foot_frame(x, y * self.build["foot"])

    # ---- the paths ----

    def at(self, knot):
        """A knot "path:name"."""
        path, name = knot.split(":")
        return self.paths[path].at(name)

    def crotch(self):
        """The lowest point of the trunk on the midline."""
        return self.at("crotch:G0" if "crotch" in self.paths else "out:G1")

    def cut(self, name, points, start=None, end=None):
        """Adds a path through @points: knots of other paths ("path:name"), or (x, y) or (x, y, name)."""
        knots = [self.at(p) + (p.split(":")[1],) if isinstance(p, str) else p for p in points]
        self.paths[name] = Path(knots, start, end)

    def chain(self, pieces):
        """The curve of a list of (path,) or (path, from, to)."""
        return [piece for path, *ends in pieces for piece in self.paths[path].between(*ends)]
