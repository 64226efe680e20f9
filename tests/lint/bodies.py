#!/usr/bin/python3
"""The figures of data/body/ are what their generator makes, their regions divide each view without gap or overlap, and
the standard adults have the proportions that were published.

Usage: bodies.py SOURCE-ROOT
"""

import collections
import importlib
import json
import math
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[1])
BODIES = ROOT / "data" / "body"
VIEWS = {"ant": "anterior", "post": "posterior"}
# On the right of the drawing: the patient's left from the front, his right from behind.
SIDES = {"ant": ("_l", "_r"), "post": ("_r", "_l")}
# Drillis and Contini (1966), in fractions of stature: heights above the ground, lengths, breadths. Heights of wrist and
# finger tips are of arms that hang; here they are held off, so the lengths of the segments stand for them.
PUBLISHED = {"chin": 0.870, "shoulder": 0.818, "elbow": 0.630, "knee": 0.285, "ankle": 0.039, "upper arm": 0.186,
             "forearm": 0.146, "hand": 0.108, "hip width": 0.191}
WITHIN = 0.010
# Rows of a grid of points, in a thousandth of stature; not a multiple of what the tables use.
STEP = 3.7
# Points nearer to a border than the flattening of the curves says are not judged.
PIECES_PER_CURVE = 10
# Stretches of the outline are compared with those in the same squares of this size.
CELL = 4.0


# ---- reading a figure ----

def piece(path, i):
    a, b, (cx, cy, dx, dy) = path["knots"][i], path["knots"][i + 1], path["ctrl"][i]
    return ((a[1], a[2]), (cx, cy), (dx, dy), (b[1], b[2]))


def backwards(pieces):
    return [p[::-1] for p in reversed(pieces)]


def mirrored(pieces):
    return [tuple((-x + 0.0, y) for x, y in p) for p in pieces]


def chain(body, pieces):
    result = []
    for name, *ends in pieces:
        path = body["paths"][name]
        names = [knot[0] for knot in path["knots"]]
        i, j = (names.index(ends[0]), names.index(ends[1])) if ends else (0, len(names) - 1)
        found = [piece(path, k) for k in range(min(i, j), max(i, j))]
        result += found if i <= j else backwards(found)
    return result


def outline(body, view):
    half = chain(body, body["outline"][view])
    return half + backwards(mirrored(half))


def loops_of(body, view):
    """Region id to its loops."""
    result = {}
    for name, pieces in body["regions"][view]["midline"].items():
        half = chain(body, pieces)
        result[name] = [half + backwards(mirrored(half))]
    right, left = SIDES[view]
    for name, loops in body["regions"][view]["paired"].items():
        loops = [chain(body, loop) for loop in loops]
        result[name + right] = loops
        result[name + left] = [backwards(mirrored(loop)) for loop in loops]
    return result


# ---- the checks ----

def check_ids(found, view, regions, faults):
    wanted = {r["id"] for r in regions if VIEWS[view] in r["views"] and not r.get("part_of")}
    known = {r["id"] for r in regions if VIEWS[view] in r["views"]}
    faults += ["%s: no region %s" % (view, name) for name in sorted(wanted - set(found))]
    faults += ["%s: %s is no region of this view" % (view, name) for name in sorted(set(found) - known)]


def check_edges(loops, silhouette, view, faults):
    """Pieces meet; each is used once in each sense, and in one sense alone only on the outline."""
    used = collections.Counter()
    for name, region in loops.items():
        for loop in region:
            for a, b in zip(loop, loop[1:] + loop[:1]):
                if a[3] != b[0]:
                    faults.append("%s: %s has a gap at %s" % (view, name, a[3]))
                used[a] += 1
    rim = set(silhouette) | set(backwards(silhouette))
    for edge, count in used.items():
        if count > 1:
            faults.append("%s: two regions lie on one side of the piece at %s" % (view, edge[0]))
        if edge[::-1] not in used and edge not in rim:
            faults.append("%s: no region lies behind the piece at %s" % (view, edge[0]))
    faults += ["%s: no region at the outline at %s" % (view, p[0]) for p in silhouette
               if p not in used and p[::-1] not in used]


def flattened(loop):
    points = []
    for a, b, c, d in loop:
        for i in range(PIECES_PER_CURVE):
            t = i / PIECES_PER_CURVE
            u = 1 - t
            points.append(tuple(u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s
                                for p, q, r, s in zip(a, b, c, d)))
    return points


def crossings(loops, y):
    """Where the row @y crosses @loops: (x, +1 or -1)."""
    found = []
    for points in loops:
        for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1]):
            if (ay <= y) != (by <= y):
                found.append((ax + (y - ay) / (by - ay) * (bx - ax), 1 if ay <= y else -1))
    return sorted(found)


def spans(found):
    """The stretches of a row that lie inside; None where the curve runs over itself."""
    result, winding = [], 0
    for x, step in found:
        if winding == 0:
            result.append([x, x, step])
        winding += step
        if abs(winding) > 1:
            return None
        if winding == 0:
            result[-1][1] = x
    return result


def check_rows(loops, silhouette, view, faults):
    """In every row the stretches of the regions follow each other from one end of the figure to the other."""
    flat = {name: [flattened(loop) for loop in region] for name, region in loops.items()}
    rim = [flattened(silhouette)]
    y = -20 + STEP / 3
    while y < 1100:
        inside = []
        for name, region in list(flat.items()) + [("the outline", rim)]:
            row = spans(crossings(region, y))
            if row is None:
                faults.append("%s: %s runs over itself at y = %.1f" % (view, name, y))
            elif name != "the outline":
                inside += [(a, b, name) for a, b, _ in row]
        inside.sort()
        for (_, end, first), (start, _, second) in zip(inside, inside[1:]):
            if start < end - 0.01:
                faults.append("%s: %s and %s overlap at (%.1f, %.1f)" % (view, first, second, start, y))
        y += STEP


def crosses(a, b, c, d):
    """Whether the stretches a-b and c-d cross; at an end counts for the one that starts there."""
    det = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
    if det == 0:
        return False
    t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / det
    u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / det
    return 0 <= t < 1 and 0 <= u < 1


def check_outline(silhouette, view, faults):
    """The outline crosses itself nowhere: two fingers or toes that overlap may lie between two rows."""
    points = flattened(silhouette)
    stretches = list(zip(points, points[1:] + points[:1]))
    cells = collections.defaultdict(set)
    for i, (a, b) in enumerate(stretches):
        for x in range(int(min(a[0], b[0]) // CELL), int(max(a[0], b[0]) // CELL) + 1):
            for y in range(int(min(a[1], b[1]) // CELL), int(max(a[1], b[1]) // CELL) + 1):
                cells[x, y].add(i)
    pairs = {(i, j) for cell in cells.values() for i in cell for j in cell if i + 1 < j < i + len(stretches) - 1}
    # where thighs touch, both halves run along the midline
    pairs = [(stretches[i], stretches[j]) for i, j in sorted(pairs)]
    faults += ["%s: the outline crosses itself at (%.1f, %.1f)" % (view, *first[0]) for first, second in pairs
               if crosses(*first, *second) and any(point[0] for point in first + second)]


def check_body(body, regions, faults):
    parts = {r["id"] for r in regions if r.get("part_of")}
    for view in VIEWS:
        loops = loops_of(body, view)
        check_ids(loops, view, regions, faults)
        whole = {name: region for name, region in loops.items() if name not in parts}
        silhouette = outline(body, view)
        check_edges(whole, silhouette, view, faults)
        check_rows(whole, silhouette, view, faults)
        check_outline(silhouette, view, faults)


def proportions(table, hand):
    """The same measures of a table of the generator; the knee is the middle row of the knee, the ankle the last."""
    rows = {row[3]: row for row in table["leg"]}
    elbow = table["shoulder"][1] + table["upper_arm"] * math.cos(math.radians(table["arm_angle"]))
    hip = next(row[1] for row in table["trunk"] if row[2] == "hip")
    tips = [finger[2][1] for finger in hand.ADULT["fingers"]]
    return {"chin": 1 - table["chin"] / 1000, "shoulder": 1 - table["shoulder"][1] / 1000, "elbow": 1 - elbow / 1000,
            "knee": 1 - rows["l5"][0] / 1000, "ankle": 1 - rows["ANB"][0] / 1000, "upper arm": table["upper_arm"] / 1000,
            "forearm": table["forearm"] / 1000, "hand": table["hand"] * max(tips) / 1000, "hip width": 2 * hip / 1000}


def check_proportions(faults):
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(BODIES / "make"))
    hand = importlib.import_module("hand")
    for name in ("woman", "man"):
        measured = proportions(importlib.import_module("builds." + name).TABLE, hand)
        faults += ["body-%s.json: %s %.3f, published %.3f" % (name, what, value, PUBLISHED[what])
                   for what, value in measured.items() if abs(value - PUBLISHED[what]) > WITHIN]


def main():
    regions = json.loads((ROOT / "data" / "regions.json").read_text(encoding="utf-8"))
    regions = regions["regions"] if isinstance(regions, dict) else regions
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, str(BODIES / "make" / "make-bodies"), folder], check=True)
        made = {path.name: path.read_text(encoding="utf-8") for path in pathlib.Path(folder).iterdir()}
    for name, text in sorted(made.items()):
        found = []
        check_body(json.loads(text), regions, found)
        if not (BODIES / name).exists() or (BODIES / name).read_text(encoding="utf-8") != text:
            found.append("is not what data/body/make/make-bodies makes")
        faults += ["%s: %s" % (name, fault) for fault in found]
    check_proportions(faults)
    for fault in faults:
        print("#", fault)
    print("%d passed, %d failed" % (len(made), len(faults)))
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
