# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines and tones of the palm and of the back of the hand. What is finer than a picture of the whole figure
can show has a `min_px`."""

import math

import hand

FINE = 1500    # seen from about a third of an inset on
FINEST = 2600  # seen in an inset


class Pen:
    """Draws in the frame of the hand."""

    def __init__(self, art, body):
        self.art, self.body = art, body
        self.shape = body.build.get("hand_shape", hand.ADULT)
        self.angle = math.radians(body.build["hand_angle"])
        self.scale = body.build["hand"]

    def line(self, points, width, alpha, **options):
        self.art.line([self.body.hand(*p) for p in points], width, alpha, **options)

    def shade(self, centre, rx, ry, alpha, tilt=0.0, **options):
        """@rx across and @ry along the hand; @tilt in degrees, towards the thumb's side of the finger tips."""
        self.art.shade(self.body.hand(*centre), rx * self.scale, ry * self.scale, alpha,
                       rotation=-self.angle - math.radians(tilt), **options)

    def fill(self, points, alpha, **options):
        self.art.shape([self.body.hand(*p) for p in points], alpha, **options)


def _tilt(finger):
    return math.degrees(math.atan2(finger.tip[0] - finger.base[0], finger.tip[1] - finger.base[1]))


def _across(finger, at, part, rise, shift=0.0):
    """Points across @finger at @at of its length over @part of its width, the middle one moved by @rise."""
    half = hand.half_width(finger, at) * part
    return [hand.finger_point(finger, at, half + shift), hand.finger_point(finger, at + rise * 0.8, half * 0.45 + shift),
            hand.finger_point(finger, at + rise * 0.8, -half * 0.45 + shift), hand.finger_point(finger, at, -half + shift)]


# ---- palm ----

def _palm_creases(pen):
    pen.line([(19.2, 44.5), (14.5, 42.6), (9.0, 37.5), (4.6, 29), (2.2, 19), (1.6, 10), (2.4, 5)], 1.35, 0.7)
    pen.line([(19.0, 45.4), (13, 43.6), (4, 39.8), (-6, 34.5), (-14.5, 29.6)], 1.15, 0.55)
    pen.line([(8.2, 56.2), (6.4, 52.6), (0.5, 48.4), (-8, 45.6), (-17, 44.2), (-24.8, 43.6)], 1.15, 0.6)
    # lesser folds
    pen.line([(-2.2, 14), (-3.4, 24), (-4.2, 36), (-3.6, 45)], 0.8, 0.3, min_px=FINEST)
    pen.line([(14.8, 38), (10.4, 34.5), (8.0, 30.6)], 0.8, 0.28, min_px=FINEST)
    pen.line([(-20.6, 37.4), (-24.4, 37.0)], 0.8, 0.4, min_px=FINEST)
    pen.line([(-16.8, 52.2), (-13, 51.0), (-8.6, 52.4)], 0.8, 0.3, min_px=FINEST)
    pen.line([(-7, 54.6), (-2.8, 53.6), (1.6, 55.2)], 0.8, 0.3, min_px=FINEST)
    pen.line([(22, 36), (17.5, 32), (14.4, 26.4)], 0.8, 0.22, min_px=FINEST)
    pen.line([(20.4, 30), (16.4, 26), (13.6, 20)], 0.8, 0.2, min_px=FINEST)


def _palm_tones(pen):
    # palms are paler than the rest of the skin
    pen.shade((-1, 30), 26, 38, 0.45, role="light")
    # the balls of the thumb and of the little finger, the hollow between them
    pen.shade((0.5, 33), 8, 16, 0.055, 14)
    pen.shade((-1.5, 8), 4.5, 10, 0.05)
    pen.shade((14.5, 24), 9.5, 14, 0.30, 36, role="light", min_px=FINE)
    pen.shade((-15.5, 24), 7.5, 14, 0.26, -8, role="light", min_px=FINE)
    for x, y in ((12.6, 53.5), (1.8, 55.2), (-9.2, 53.4), (-18.4, 50)):
        pen.shade((x, y), 4.8, 4.6, 0.24, role="light", min_px=FINE)
    pen.shade((22.2, 39), 5, 6, 0.09, 20, min_px=FINE)


def _finger_pads(pen, finger):
    tilt = _tilt(finger)
    for at, length in ((0.345, 0.085), (0.60, 0.10), (0.865, 0.10)):
        whole = math.dist(finger.base, finger.tip)
        pen.shade(hand.finger_point(finger, at, 0.4), finger.end * 0.78, length * whole, 0.34, tilt, role="light", min_px=FINE)
    for at in (hand.MIDDLE_JOINT, hand.LAST_JOINT):
        pen.shade(hand.finger_point(finger, at, 0), finger.joint, 2.2, 0.09, tilt, min_px=FINE)


def _finger_creases(pen, finger):
    pen.line(_across(finger, 0.245, 0.92, 0.012), 1.0, 0.55, min_px=500)
    pen.line(_across(finger, 0.218, 0.70, 0.012), 0.75, 0.35, min_px=FINEST)
    pen.line(_across(finger, hand.MIDDLE_JOINT + 0.008, 0.90, 0.010), 1.0, 0.6, min_px=500)
    pen.line(_across(finger, hand.MIDDLE_JOINT - 0.022, 0.78, 0.012), 0.8, 0.42, min_px=FINE)
    pen.line(_across(finger, hand.LAST_JOINT, 0.90, 0.010), 1.0, 0.55, min_px=500)
    pen.line(_across(finger, hand.LAST_JOINT - 0.020, 0.62, 0.010), 0.75, 0.3, min_px=FINEST)


def _thumb_in_palm(pen):
    pen.line([(34.4, 50.6), (37.2, 48.6), (40.2, 44.8), (41.4, 42.8)], 1.0, 0.55, min_px=500)
    pen.line([(33.4, 49.4), (36.2, 46.8), (38.6, 43.6)], 0.75, 0.35, min_px=FINEST)
    pen.line([(26.0, 41.0), (28.4, 37.4), (30.8, 33.0), (31.6, 29)], 1.0, 0.5, min_px=500)
    pen.line([(24.4, 39.2), (27.0, 35.2), (29.0, 30.4)], 0.75, 0.32, min_px=FINEST)
    pen.shade((42.2, 54.2), 4.2, 6.6, 0.36, 28, role="light", min_px=FINE)
    pen.shade((32.6, 40.6), 3.8, 5.6, 0.28, 33, role="light", min_px=FINE)


def palm(art, body):
    pen = Pen(art, body)
    _palm_tones(pen)
    _palm_creases(pen)
    for finger in pen.shape["fingers"]:
        _finger_pads(pen, finger)
        _finger_creases(pen, finger)
    _thumb_in_palm(pen)


# ---- back of the hand ----

def _tendons(pen):
    for x, y, wx, wy in ((13.2, 42.5, 6.4, 14), (2.2, 43.5, 1.2, 13), (-8.6, 41.5, -3.2, 14), (-17.4, 37.5, -7.4, 15)):
        pen.line([(x, y), (x * 0.74 + wx * 0.26 + 0.6, y * 0.66 + wy * 0.34), (wx, wy)], 0.9, 0.2)
        tilt = math.degrees(math.atan2(x - wx, y - wy))
        pen.shade(((x + wx) / 2 + 0.5, (y + wy) / 2), 1.9, (y - wy) * 0.52, 0.30, tilt, role="light", min_px=FINE)
    # hollows between the bones
    for x, y, tilt in ((7.4, 37, 8), (-3.0, 37, -6), (-12.4, 34, -14)):
        pen.shade((x, y), 3.2, 12.5, 0.075, tilt, min_px=FINE)
    # between thumb and index finger
    pen.shade((18.6, 33), 5, 10, 0.07, 22, min_px=FINE)
    pen.shade((20.6, 24), 4, 9, 0.24, 40, role="light", min_px=FINE)


def _knuckle(pen, finger):
    x, y = finger.base
    tilt = _tilt(finger)
    pen.line([(x - 3.5, y - 1.4), (x - 2.2, y - 3.6), (x + 0.2, y - 4.4), (x + 2.2, y - 3.9)], 0.95, 0.3)
    pen.shade((x + 0.3, y - 1.4), 4.6, 5.2, 0.26, tilt, role="light", min_px=FINE)
    pen.shade((x - 0.2, y + 5.4), 4.6, 3.4, 0.08, tilt, min_px=FINE)


def _joint_wrinkles(pen, finger):
    tilt, joint = _tilt(finger), hand.MIDDLE_JOINT
    pen.shade(hand.finger_point(finger, joint, 0), finger.joint * 0.75, 3.4, 0.24, tilt, role="light", min_px=FINE)
    pen.line(_across(finger, joint - 0.002, 0.60, -0.008), 0.9, 0.46, min_px=500)
    for d, part, shift, rise, alpha in ((-0.030, 0.46, 0.3, -0.012, 0.30), (0.030, 0.50, -0.3, 0.004, 0.30)):
        pen.line(_across(finger, joint + d, part, rise, shift), 0.7, alpha, min_px=FINEST)
    joint = hand.LAST_JOINT
    pen.line(_across(finger, joint, 0.58, -0.006), 0.8, 0.40, min_px=500)
    pen.line(_across(finger, joint + 0.022, 0.42, 0.002, -0.3), 0.65, 0.24, min_px=FINEST)


def _nail(pen, outline, moon):
    """A plate in its fold: @outline from one corner of the free edge round the root to the other."""
    pen.fill(outline, 0.34, role="light", min_px=FINE)
    pen.line(outline, 0.9, 0.6, min_px=500)
    pen.line([outline[0], moon[3], outline[-1]], 0.75, 0.4, min_px=FINE)
    pen.line(moon[:3], 0.7, 0.3, min_px=FINEST)


def _finger_nail(pen, finger):
    half = finger.end * 0.66
    def at(along, part):
        return hand.finger_point(finger, along, half * part)
    root, edge = 0.850, 0.968
    outline = [at(edge, 0.92), at(0.925, 1.02), at(0.888, 1.0), at(root + 0.006, 0.66), at(root - 0.006, 0), at(root + 0.006, -0.66),
               at(0.888, -1.0), at(0.925, -1.02), at(edge, -0.92)]
    moon = [at(root + 0.018, 0.55), at(root + 0.036, 0), at(root + 0.018, -0.55), at(edge + 0.016, 0)]
    _nail(pen, outline, moon)
    pen.line([at(root - 0.022, 0.86), at(root - 0.026, 0), at(root - 0.022, -0.86)], 0.65, 0.22, min_px=FINEST)


def _thumb_on_back(pen):
    pen.line([(34.2, 48.2), (37.0, 47.0), (39.4, 44.4)], 0.95, 0.45, min_px=500)
    pen.line([(35.4, 50.4), (38.0, 48.9), (40.6, 46.0)], 0.75, 0.3, min_px=FINEST)
    pen.line([(32.8, 46.4), (35.4, 44.8), (38.0, 42.0)], 0.75, 0.3, min_px=FINEST)
    pen.line([(25.4, 33.8), (28.2, 31.6), (30.6, 28.4)], 0.95, 0.4, min_px=500)
    pen.shade((28.6, 31.4), 4.4, 4.4, 0.3, 36, role="light", min_px=FINE)
    pen.shade((37, 46), 4, 3.6, 0.26, 32, role="light", min_px=FINE)
    outline = [(43.0, 61.0), (40.9, 57.4), (39.6, 54.0), (40.4, 52.2), (42.4, 51.4), (44.2, 52.2), (45.9, 55.2), (46.5, 58.6), (46.0, 60.6)]
    _nail(pen, outline, [(40.6, 54.2), (42.9, 53.9), (44.6, 53.2), (44.9, 61.9)])


def _dimple(pen, finger):
    x, y = finger.base
    pen.shade((x, y - 1), 3.0, 2.6, 0.14)
    pen.line([(x - 2.0, y - 1.6), (x, y - 0.6), (x + 2.0, y - 1.6)], 0.85, 0.36, min_px=500)


def dorsum(art, body, plump=False):
    """@plump: an infant's, with dimples for knuckles and no tendon to be seen."""
    pen = Pen(art, body)
    if plump:
        pen.shade((-2, 26), 15, 15, 0.4, role="light", min_px=FINE)
    else:
        _tendons(pen)
    for finger in pen.shape["fingers"]:
        (_dimple if plump else _knuckle)(pen, finger)
        _joint_wrinkles(pen, finger)
        _finger_nail(pen, finger)
    # the folds that run from the webs onto the back
    for x, y, tx in ((9.2, 61.7, 8.4), (-3.3, 61.9, -3.4), (-15.1, 58.0, -14.2)):
        pen.line([(x, y - 0.4), (x * 0.6 + tx * 0.4, y - 3.4), (tx, y - 6.4)], 0.9, 0.4, min_px=500)
        pen.shade((x, y - 2), 2.4, 5, 0.10, min_px=FINE)
    _thumb_on_back(pen)
