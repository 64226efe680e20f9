# SPDX-License-Identifier: GPL-3.0-or-later
"""What the figures of both views have in common; a build adds its own (builds/)."""

import foot_lines
import hand_lines
import head
import limb_lines
import trunk_lines


def front(art, body, soft=1.0):
    """Neck, chest, arms and legs; @soft below 1 for a body whose muscles show less."""
    trunk_lines.neck_front(art, body, soft)
    trunk_lines.collar_bones(art, body, soft)
    trunk_lines.breast_bone(art, body, soft)
    trunk_lines.armpit(art, body)
    trunk_lines.flanks(art, body, soft)
    limb_lines.arm_front(art, body, soft)
    limb_lines.leg_front(art, body, soft)
    hand_lines.palm(art, body)
    foot_lines.dorsum(art, body)
    head.ear_front(art, body)


def back(art, body, soft=1.0):
    trunk_lines.neck_back(art, body, soft)
    trunk_lines.spine(art, body, soft)
    trunk_lines.shoulder_blades(art, body, soft)
    trunk_lines.armpit_back(art, body)
    trunk_lines.flanks_back(art, body, soft)
    trunk_lines.buttocks(art, body, soft)
    limb_lines.arm_back(art, body, soft)
    limb_lines.leg_back(art, body, soft)
    hand_lines.dorsum(art, body)
    foot_lines.sole(art, body)
    head.ear_back(art, body)
