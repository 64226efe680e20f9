# SPDX-License-Identifier: GPL-3.0-or-later
"""The cuts that divide a view into regions, and the regions as chains of pieces of paths.

A region of the midline is a half chain that starts and ends there; its mirror image closes it. The others
are one or more loops of the right half. Neighbours name the same pieces, so they share their border exactly.
"""

from body import ANTERIOR

OUT = "out"


# ---- cuts of the front ----

def _cut_front_of_head_and_trunk(body):
    b, trunk, cut = body.build, body.trunk, body.cut
    notch = b["trunk"][0][0]
    neck_x = body.at("out:N")[0]
    cut("jaw", ["out:J"] + b["jaw"] + [(0, b["chin"], "chin")], end=(-1, 0))
    cut("neckb", ["out:N", (neck_x * 0.80, notch - 6), (neck_x * 0.42, notch - 1.5), (0, notch + 2, "NB")], end=(-1, 0))
    cut("axil", ["out:AXM", body.arm(-0.62, 62) + ("X0",), trunk(0.90, 226) + ("X1",), trunk(0.845, 243) + ("X2",),
                 trunk(0.86, 262), "out:AXT"])
    cut("delt", ["out:D", body.arm(0.35, 80), body.arm(-0.25, 76), "axil:X0"])
    cut("shc", ["out:SH", trunk(0.885, 190), trunk(0.86, 207), "axil:X1"])
    cut("mida", [(0, notch + 2, "NB")] + [(0, body.heights(y), name) for y, name in
                                          ((239, "B0"), (300, "B1"), (404, "NV"), (b["pubis"], "PB"))]
        + [(0, b["crotch_y"], "G0")])
    cut("brt", ["axil:X2", trunk(0.62, 229), trunk(0.3, 228.5), "mida:B0"])
    cut("brb", ["out:BR"] + [trunk(u, y) for u, y in b["below_breast"]] + ["mida:B1"])
    cut("nav", ["out:NAV", "mida:NV"])


def _cut_apron(body):
    """The lower edge of an abdomen that hangs over the groin is one curve; it is "ing" to GT and then "pub"."""
    body.cut("apron", ["out:ASIS"] + body.build["apron"] + ["mida:PB"], end=(-1, 0))
    body.paths["ing"] = body.paths["apron"].stretch("ASIS", "GT")
    body.paths["pub"] = body.paths["apron"].stretch("GT", "PB")


def _cut_groin(body):
    b, trunk, cut = body.build, body.trunk, body.cut
    if "apron" in b:
        _cut_apron(body)
    else:
        points = [trunk(u, y) for u, y in b["inguinal"]]
        cut("ing", ["out:ASIS", points[0] + ("I1",), points[1], points[2] + ("GT",)])
        cut("pub", ["ing:GT", "mida:PB"], end=(-1, 0))
    cut("gen", ["ing:GT"] + list(b["genital_side"] or [trunk(0.16, 512)]) + ["out:G1"])
    crease = [trunk(0.67, 478), trunk(0.43, 500) + ("C1",)] + list(b["groin_crease"] or [trunk(0.21, 519)])
    cut("gcr", ["ing:I1"] + b.get("whole_crease", crease) + ["out:G1"])


def _cut_front_of_limbs(body):
    leg, arm, foot, cut = body.leg, body.arm, body.foot, body.cut
    cut("kneet", ["out:KT", leg(0.7, 681), leg(0.30, 681) + ("K2",), "out:KTm"])
    cut("kneeb", ["out:KB", leg(0.66, 749), leg(0.33, 749), "out:KBm"])
    cut("thm", ["gcr:C1", leg(0.39, 560), leg(0.33, 610), leg(0.29, 650), "kneet:K2"])
    cut("ankt", ["out:ANT", leg(0.5, 917), "out:ANTm"])
    cut("ankb", ["out:ANB", foot(7, 8), foot(-8, 8), "out:ANBm"])
    cut("toeb", ["out:TO1", foot(18, 62.8), foot(9, 66.2), foot(0, 68.4), foot(-9, 69.2), foot(-18, 68.6), "out:TO2"])
    cut("elb", ["out:EL", arm(0.3, 187), arm(-0.3, 187), "out:ELM"])
    _cut_hand(body)


def _cut_hand(body):
    hand, cut = body.hand, body.cut
    cut("wri", ["out:W", body.arm(0.2, 331), "out:WM"])
    cut("thb", ["out:TH1", hand(28.6, 33.0), "out:TH2"])
    cut("fib", ["out:FB1", hand(15, 59.2), hand(9.2, 60.4), hand(3, 61.0), hand(-3.3, 60.6), hand(-9.6, 59.4),
                hand(-15, 56.6), hand(-20.5, 54), "out:FB2"])


# ---- cuts of the back ----

def _cut_back_of_trunk(body):
    b, trunk, cut = body.build, body.trunk, body.cut
    notch = b["trunk"][0][0]
    crotch_y = body.crotch()[1]
    cut("nape", ["out:J", (body.at("out:J")[0] * 0.62, b["hairline"] - 5), (0, b["hairline"], "nap")], end=(-1, 0))
    cut("neckp", ["out:N", (body.at("out:N")[0] * 0.55, notch - 8), (0, notch - 7, "C7")], end=(-1, 0))
    cut("shp", ["out:SH", trunk(0.92, 197), trunk(0.90, 222), trunk(0.93, 242), "out:AX"])
    cut("deltp", ["out:D", body.arm(0.35, 80), body.arm(-0.3, 75), "out:AX"])
    cut("midp", [(0, notch - 7, "C7"), (0, body.heights(316), "M1"), (0, body.heights(448), "S0"), (0, crotch_y, "G0")])
    cut("bu", ["out:BR", trunk(0.54, 313) + ("F3",), "midp:M1"])
    cut("ili", ["out:IL", trunk(0.86, 430), trunk(0.60, 436) + ("F2",), trunk(0.30, 446), "midp:S0"], end=(-1, 0))
    cut("flm", ["bu:F3", trunk(0.55, 372), "ili:F2"])


def _cut_back_of_limbs(body):
    b, trunk, leg, arm, foot, cut = body.build, body.trunk, body.leg, body.arm, body.foot, body.cut
    fold = [leg(u, y) for u, y in b["gluteal_fold"]]
    cut("hipb", ["ili:F2", trunk(0.78, 466), trunk(0.845, 500), leg(0.80, 541) + ("HG",), leg(0.85, 572), "out:HIPB"])
    cut("glf", ["hipb:HG"] + fold + ["out:G1"])
    cut("popt", ["out:KT", leg(0.5, 689), "out:KTm"])
    cut("ankpt", ["out:ANT", leg(0.5, 926), "out:ANTm"])
    cut("heelt", ["out:ANB", foot(0, 3), "out:ANBm"])
    cut("heelb", ["out:HLB", foot(11, 32), foot(0, 34.5), foot(-10, 32.5), "out:HLBm"])
    cut("toeb", ["out:TO1", foot(17, 64), foot(8, 67.4), foot(0, 69), foot(-9, 68.6), foot(-18, 66.6), "out:TO2"])
    cut("elbt", ["out:EL1", arm(0, 159), "out:ELM1"])
    cut("elbb", ["out:EL2", arm(0, 211), "out:ELM2"])
    _cut_hand(body)


def cut(body):
    """Adds the cuts of the body's view to its paths."""
    if body.view == ANTERIOR:
        _cut_front_of_head_and_trunk(body)
        _cut_groin(body)
        _cut_front_of_limbs(body)
    else:
        _cut_back_of_trunk(body)
        _cut_back_of_limbs(body)


# ---- regions ----

_FINGERS = [[(OUT, "TH1", "TH2"), ("thb", "TH2", "TH1")], [(OUT, "FB1", "FB2"), ("fib", "FB2", "FB1")]]
_HAND = [[("wri", "WM", "W"), (OUT, "W", "TH1"), ("thb",), (OUT, "TH2", "FB1"), ("fib",), (OUT, "FB2", "WM")]]
_TOES = [[("toeb", "TO2", "TO1"), (OUT, "TO1", "TO2")]]

MIDLINE = {
    "ant": {
        "face": [(OUT, "crown", "J"), ("jaw",)],
        "neck_ant": [("jaw", "chin", "J"), (OUT, "J", "N"), ("neckb",)],
        "genital": [("pub", "PB", "GT"), ("gen",), ("crotch",)],
    },
    "post": {
        "scalp": [(OUT, "crown", "J"), ("nape",)],
        "neck_post": [("nape", "nap", "J"), (OUT, "J", "N"), ("neckp",)],
    },
}

PAIRED = {
    "ant": {
        "shoulder": [[(OUT, "SH", "D"), ("delt",), ("axil", "X0", "X1"), ("shc", "X1", "SH")]],
        "axilla": [[("axil", "AXT", "AXM"), (OUT, "AXM", "AXT")]],
        "chest": [[("neckb", "NB", "N"), (OUT, "N", "SH"), ("shc",), ("axil", "X1", "X2"), ("brt",),
                   ("mida", "B0", "NB")]],
        "breast": [[("brt", "B0", "X2"), ("axil", "X2", "AXT"), (OUT, "AXT", "BR"), ("brb",), ("mida", "B1", "B0")]],
        "abd_up": [[("brb", "B1", "BR"), (OUT, "BR", "NAV"), ("nav",), ("mida", "NV", "B1")]],
        "abd_low": [[("nav", "NV", "NAV"), (OUT, "NAV", "ASIS"), ("ing",), ("pub",), ("mida", "PB", "NV")]],
        "groin": [[("ing", "GT", "I1"), ("gcr", "I1", "G1"), ("gen", "G1", "GT")]],
        "uarm_a": [[(OUT, "D", "EL"), ("elb",), (OUT, "ELM", "AXM"), ("axil", "AXM", "X0"), ("delt", "X0", "D")]],
        "farm_a": [[("elb", "ELM", "EL"), (OUT, "EL", "W"), ("wri",), (OUT, "WM", "ELM")]],
        "hand_p": _HAND,
        "finger": _FINGERS,
        "thigh_a": [[(OUT, "ASIS", "KT"), ("kneet", "KT", "K2"), ("thm", "K2", "C1"), ("gcr", "C1", "I1"),
                     ("ing", "I1", "ASIS")]],
        "thigh_m": [[(OUT, "KTm", "G1"), ("gcr", "G1", "C1"), ("thm", "C1", "K2"), ("kneet", "K2", "KTm")]],
        "knee": [[("kneet", "KTm", "KT"), (OUT, "KT", "KB"), ("kneeb",), (OUT, "KBm", "KTm")]],
        "shin": [[("kneeb", "KBm", "KB"), (OUT, "KB", "ANT"), ("ankt",), (OUT, "ANTm", "KBm")]],
        "ankle": [[("ankt", "ANTm", "ANT"), (OUT, "ANT", "ANB"), ("ankb",), (OUT, "ANBm", "ANTm")]],
        "foot_d": [[("ankb", "ANBm", "ANB"), (OUT, "ANB", "TO1"), ("toeb",), (OUT, "TO2", "ANBm")]],
        "toes": _TOES,
    },
    "post": {
        "shoulder": [[(OUT, "SH", "D"), ("deltp",), ("shp", "AX", "SH")]],
        "back_up": [[("neckp", "C7", "N"), (OUT, "N", "SH"), ("shp",), (OUT, "AX", "BR"), ("bu",),
                     ("midp", "M1", "C7")]],
        "flank": [[(OUT, "BR", "IL"), ("ili", "IL", "F2"), ("flm", "F2", "F3"), ("bu", "F3", "BR")]],
        "back_low": [[("bu", "M1", "F3"), ("flm",), ("ili", "F2", "S0"), ("midp", "S0", "M1")]],
        "buttock": [[("ili", "S0", "F2"), ("hipb", "F2", "HG"), ("glf",), ("crotch",), ("midp", "G0", "S0")]],
        "hip": [[(OUT, "IL", "HIPB"), ("hipb", "HIPB", "F2"), ("ili", "F2", "IL")]],
        "thigh_p": [[("glf", "G1", "HG"), ("hipb", "HG", "HIPB"), (OUT, "HIPB", "KT"), ("popt",), (OUT, "KTm", "G1")]],
        "calf": [[("popt", "KTm", "KT"), (OUT, "KT", "ANT"), ("ankpt",), (OUT, "ANTm", "KTm")]],
        "ankle_p": [[("ankpt", "ANTm", "ANT"), (OUT, "ANT", "ANB"), ("heelt",), (OUT, "ANBm", "ANTm")]],
        "heel": [[("heelt", "ANBm", "ANB"), (OUT, "ANB", "HLB"), ("heelb",), (OUT, "HLBm", "ANBm")]],
        "sole": [[("heelb", "HLBm", "HLB"), (OUT, "HLB", "TO1"), ("toeb",), (OUT, "TO2", "HLBm")]],
        "toes": _TOES,
        "uarm_p": [[(OUT, "D", "EL1"), ("elbt",), (OUT, "ELM1", "AX"), ("deltp", "AX", "D")]],
        "elbow": [[("elbt", "ELM1", "EL1"), (OUT, "EL1", "EL2"), ("elbb",), (OUT, "ELM2", "ELM1")]],
        "farm_p": [[("elbb", "ELM2", "EL2"), (OUT, "EL2", "W"), ("wri",), (OUT, "WM", "ELM2")]],
        "hand_d": _HAND,
        "finger": _FINGERS,
    },
}



def _existing(body, chain):
    """@chain without the crotch where the thighs touch."""
    return [piece for piece in chain if piece[0] in body.paths]


def midline(body):
    """Half chains of the regions on the midline."""
    return {name: _existing(body, chain) for name, chain in MIDLINE[body.view].items()}


def paired(body):
    """Loops of the regions of the right half."""
    return {name: [_existing(body, loop) for loop in loops] for name, loops in PAIRED[body.view].items()}


def outline(body):
    """The half outline, crown to the midline."""
    return [(OUT,), ("crotch",)] if "crotch" in body.paths else [(OUT, "crown", "TC")]
