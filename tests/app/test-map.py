#!/usr/bin/python3
"""The body map in the real window, by the pointer and then all of it again by the keyboard alone: what is under
it is named, lesions are added, moved, sized, turned, drawn, reshaped, given a type, copied to the other side and
removed; the map is zoomed at the pointer, to a region and to an inset, and moved; every step is undone and redone.

Usage: test-map.py CALX
"""

import math
import os
import shutil
import sys
import tempfile
import time

from bodymap import BodyMap
from desktop import Window
from steps import begin_session, create_patient, is_clean, query, report, run, wait_until_saved

PATIENT = {"Family name": "Zzcanary", "Record number": "M-1", "Born": "1968-07-30", "Sex": "Female"}
STATURE_MM = 1619.0  # the woman's figure, where nothing is known of the patient's height
WIDTH, HEIGHT = 1190, 1190  # two panes: the map is large
WHEEL = 1.2  # a turn

THIGH, OTHER_THIGH, CHEST = "Left thigh, front", "Right thigh, front", "Right upper chest"
ABDOMEN, BUTTOCK, PALM, GENITAL = "Left lower abdomen", "Right buttock", "Right palm", "External genitalia"


def picture(window, name):
    folder = os.environ.get("CALX_PICTURES")
    if folder:
        window.picture(os.path.join(folder, name + ".png"))


def resize(window):
    xid = window.window()
    window.xdotool("windowsize", xid, WIDTH, HEIGHT)
    frame = next(n for n in window.application if n.getRoleName() == "frame")
    window.wait(lambda: abs(window.place(frame)[2] - WIDTH) <= 30, what="the window %d wide" % WIDTH)


def open_map(window, database):
    create_patient(window, PATIENT)
    begin_session(window)
    resize(window)
    window.act(window.find("push button", "Body Map"))
    window.find("scroll pane", "Body map and lesions")
    return BodyMap(window, database)


def near(a, b, within):
    return math.dist(a, b) <= within


def offset(point, dx, dy):
    return point[0] + dx, point[1] + dy


def mm(lesion, other, axis):
    return (lesion[axis] - other[axis]) * STATURE_MM


# --- by the pointer -------------------------------------------------------------------------------
def add_by_click(body):
    """Two lesions on the figure; where they were clicked gives the scale. Then a third, which must fit it."""
    body.hover(body.at(THIGH))
    yield body.says(THIGH + ": central") == THIGH + ": central", "hover names region and side"
    body.hover(body.at("Left upper back", "back"))
    yield body.says("Left upper back: central"), "the back's left is on the left of the drawing"

    at = [tuple(map(round, body.at(name))) for name in (THIGH, CHEST)]
    body.click(at[0])
    one = body.becomes(lambda l: 1 in l, "L1")
    body.click(at[1])
    both = body.becomes(lambda l: 2 in l, "L2")
    yield one[1]["region"] == "thigh_a_l" and both[2]["region"] == "chest_r", "a click adds a lesion in its region"
    body.calibrate((both[1], at[0]), (both[2], at[1]))
    place = tuple(map(round, body.at(BUTTOCK, "back")))
    body.click(place)
    third = body.becomes(lambda l: 3 in l, "L3")[3]
    yield (third["view"], third["region"]) == ("posterior", "buttock_r"), "and on the back"
    yield near(body.pixel(both[1]), at[0], 1), "a lesion stands where it was clicked"


def move_by_drag(body):
    target = body.at(ABDOMEN)
    body.drag([body.pixel(body.lesions()[1]), target])
    moved = body.becomes(lambda l: l[1]["region"] == "abd_low_l", "L1 in the abdomen")[1]
    yield near(body.pixel(moved), target, 1.5), "a drag moves it to the pixel"
    body.drag([body.pixel(moved), body.at(THIGH)])
    body.becomes(lambda l: l[1]["region"] == "thigh_a_l", "L1 back in the thigh")


def zoom_at_pointer(body):
    """The corner of a region's box is under the pointer: it must not move."""
    x, y, width, height = body.box(THIGH)
    body.wheel((x, y), 5)
    grown = WHEEL ** 5
    zoomed = body.wait_for_box(THIGH, lambda *box: box[3] > 0.95 * grown * height, "a larger map")
    yield near(zoomed[:2], (x, y), 2.5), "Ctrl and wheel zoom at the pointer"
    yield abs(zoomed[3] / height - grown) < 0.06, "by the same step each turn"
    picture(body.window, "zoomed")
    body.drag([offset(zoomed, zoomed[2] * 0.3, zoomed[3] * 0.3), offset(zoomed, zoomed[2] * 0.3 - 35, zoomed[3] * 0.3 - 45)])
    body.wait_for_box(THIGH, lambda *box: near(box[:2], offset(zoomed, -35, -45), 2), "the map moved by the drag")
    yield True, "a drag of the zoomed map moves it"
    body.drag([offset(zoomed, 10, 10), offset(zoomed, 30, 25)], button=2)
    body.wait_for_box(THIGH, lambda *box: near(box[:2], offset(zoomed, -15, -30), 2), "the map moved by the middle button")
    body.wheel((x, y), -8)
    body.wait_for_box(THIGH, lambda *box: abs(box[3] - height) <= 1, "the whole figure")
    body.stays("zoom and pan place nothing")
    yield True, "zoom and pan change no lesion"


def size_and_turn(body):
    """The region is zoomed to; the lesion in its middle is held by its handles."""
    home = body.box(THIGH)
    place = body.pixel(body.lesions()[1])
    beside = body.at(THIGH, across=0.7, down=0.25)
    body.double_click(beside)
    box = body.wait_for_box(THIGH, lambda *box: box[3] > 2 * home[3], "the region zoomed to")
    zoom = box[3] / home[3]
    scale = body.scale * zoom / STATURE_MM  # pixels per millimetre
    middle = box[0] + (place[0] - home[0]) * zoom, box[1] + (place[1] - home[1]) * zoom
    body.stays("a double click places nothing")
    yield True, "a double click zooms to the region and places nothing"

    body.click(middle)
    body.drag([offset(middle, 20, 0), offset(middle, 60, 0)])
    sized = body.becomes(lambda l: l[1].get("length_mm", 0) > 0, "a size for L1")[1]
    yield abs(sized["length_mm"] - 80 / scale) <= 0.06 * 80 / scale + 1, "its handle gives it a size in millimetres"
    reach = max(20, sized["length_mm"] * scale / 2)
    body.drag([offset(middle, 0, reach), offset(middle, 0, reach / 2)])
    narrow = body.becomes(lambda l: l[1]["width_mm"] < sized["width_mm"], "a smaller width")[1]
    yield abs(narrow["width_mm"] / sized["width_mm"] - 0.5) < 0.15, "the other handle its width"
    reach = max(20, narrow["length_mm"] * scale / 2) + 20
    body.drag([offset(middle, reach, 0), offset(middle, reach * 0.9, reach * 0.5), offset(middle, reach * 0.7, reach * 0.7)])
    turned = body.becomes(lambda l: l[1].get("angle_deg", 0) > 0, "L1 turned")[1]
    yield abs(turned["angle_deg"] - 45) <= 2, "the knob turns it"
    picture(body.window, "sized")
    body.double_click(beside)
    body.wait_for_box(THIGH, lambda *box: abs(box[3] - home[3]) <= 1, "the whole figure")
    yield True, "a double click goes back"


def draw_and_reshape(body):
    body.window.click(body.pen)
    x, y = body.at(ABDOMEN)
    body.drag([offset((x, y), 17 * math.cos(i * math.pi / 6), 12 * math.sin(i * math.pi / 6)) for i in range(13)])
    drawn = body.becomes(lambda l: 4 in l, "an outline")[4]
    scale = body.scale / STATURE_MM
    points = outline(drawn)
    yield drawn["region"] == "abd_low_l" and near(body.pixel(drawn), (x, y), 3), "the pen draws an outline"
    yield near([max(axis) * scale for axis in zip(*points)], (17, 12), 3), "of the size that was drawn"
    body.window.click(body.pen)

    # its rightmost point, to the left: the figure's zoomed so that its points stand apart
    body.wheel((x, y), 6)
    grown = WHEEL ** 6
    body.click((x, y))
    index = max(range(len(points)), key=lambda i: points[i][0])
    middle = offset((x, y), *((at - by) * grown for at, by in zip(body.pixel(drawn), (x, y))))
    hold = offset(middle, *(mm * scale * grown for mm in points[index]))
    body.drag([hold, offset(hold, -24, -10)])
    reshaped = outline(body.becomes(lambda l: l[4].get("outline") != drawn["outline"], "another outline")[4])
    moved = [i for i, (old, new) in enumerate(zip(points, reshaped)) if not near(old, new, 0.01)]
    yield moved == [index] and near(reshaped[index], offset(points[index], -24 / scale / grown, -10 / scale / grown), 2 / scale), \
        "a point of the outline is dragged, and it alone"
    picture(body.window, "outline")
    body.wheel((x, y), -9)


def outline(lesion):
    return list(zip(lesion["outline"][::2], lesion["outline"][1::2]))


def use_menu(body):
    place = body.pixel(body.lesions()[1])
    body.choose(place, "Type", "Ulcer")
    typed = body.becomes(lambda l: l[1].get("type") == "ulcer", "L1 an ulcer")[1]
    body.choose(place, "Copy to the Other Side")
    copy = body.becomes(lambda l: 5 in l, "a copy")[5]
    yield (copy["region"], copy["x"], copy["y"], copy["type"], copy["length_mm"]) == \
        ("thigh_a_r", -typed["x"], typed["y"], "ulcer", typed["length_mm"]), "the menu types and copies to the other side"
    yield abs(copy["angle_deg"] + typed["angle_deg"] - 180) < 0.01, "mirrored"
    body.choose(body.pixel(copy), "Remove L5")
    body.becomes(lambda l: 5 not in l, "L5 gone")
    yield True, "the menu removes"


def enlarge_inset(body):
    home = body.box(PALM)
    body.double_click(body.middle(body.inset("Right hand, palm")))
    body.wait_for_box(PALM, lambda *box: box[3] > 4 * home[3], "the hand enlarged")
    picture(body.window, "inset")
    body.stays("enlarging places nothing")
    body.window.act(body.window.find("push button", "Whole figure (0)", body.views["front"]))
    body.wait_for_box(PALM, lambda *box: near(box[2:], home[2:], 1), "the whole figure")
    yield True, "a double click enlarges an inset, a button closes it"


def mark_in_inset(body):
    """A lesion in an inset is one on the figure."""
    home = body.box(PALM)
    body.click(body.middle(body.inset("Right hand, palm")))
    added = body.becomes(lambda l: 6 in l, "L6")[6]
    x, y = body.pixel(added)
    yield added["region"] == "hand_p_r" and home[0] <= x <= home[0] + home[2] and home[1] <= y <= home[1] + home[3], \
        "a lesion that is marked in an inset stands on the figure"


POINTER = (enlarge_inset, add_by_click, move_by_drag, zoom_at_pointer, size_and_turn, draw_and_reshape, use_menu,
           mark_in_inset)


# --- by the keyboard alone ------------------------------------------------------------------------
def reach_the_map(body):
    """From the search by Tab, with the pointer off the map; then by arrows."""
    body.hover((300, 20))
    body.press("Escape")
    body.press("ctrl+f")
    for _ in range(150):
        body.press("Tab")
        if ": " in body.words.name and not body.words.name.startswith("Click"):
            break
    yield body.words.name.count(":") == 1, "Tab reaches the map, which names the region"
    body.press("Home")
    body.says("Face")
    walked = [body.words.name]
    for _ in range(4):
        body.press("Down")
        body.window.wait(lambda: body.words.name != walked[-1], what="the next region")  # pylint: disable=cell-var-from-loop
        walked.append(body.words.name)
    heights = [body.middle(body.region(name.split(":")[0]))[1] for name in walked]
    yield heights == sorted(heights), "Down leads from the head downwards: %s" % ", ".join(walked)


def add_by_keys(body):
    body.go(OTHER_THIGH)
    body.press("Return")
    added = body.adds()
    yield added["region"] == "thigh_a_r", "Enter adds a lesion; the number of a removed one is not used again"
    number = added["number"]
    for letter, name in (("u", "ulcer"), ("p", "papule")):
        body.press(letter)
        body.becomes(lambda l: l[number].get("type") == name, "L%d: %s" % (number, name))  # pylint: disable=cell-var-from-loop
    yield True, "letters choose the type"
    yield from change_by_keys(body, number)
    yield from copy_and_remove_by_keys(body, number)


def change_by_keys(body, number):
    old = body.lesions()[number]
    body.press("m")
    body.says("L%d" % number)
    body.press("Right", "Right", "Right", "shift+Down", "Return")
    new = body.becomes(lambda l: l[number]["y"] != old["y"], "the lesion elsewhere")[number]
    yield near((mm(new, old, "x"), mm(new, old, "y")), (3, 10), 0.01), "arrows move it by millimetres"
    body.press("m", "l", "l", "l", "l", "l", "l", "w", "w", "shift+w", "t", "t", "shift+t", "Return")
    sized = body.becomes(lambda l: l[number].get("length_mm", 0) > 0, "a size")[number]
    sizes = tuple(sized.get(name) for name in ("length_mm", "width_mm", "angle_deg"))
    yield sizes == (6, 2, 5), "L, W and T size and turn it: %s, %s, %s" % sizes
    body.press("m", "shift+Left", "Escape")
    body.stays("Escape gives the change up")
    body.press("o")
    body.says("point 1 of")
    body.press("n", "shift+Right", "Insert", "Delete", "Return")
    drawn = body.becomes(lambda l: l[number].get("outline"), "an outline")[number]
    yield len(outline(drawn)) == 12 and max(axis[0] for axis in outline(drawn)) > 10, "a point of its outline is moved"


def copy_and_remove_by_keys(body, number):
    body.press("c")
    copy = body.adds()
    yield (copy["region"], copy["type"]) == ("thigh_a_l", "papule"), "C copies to the other side"
    body.press("comma", "period", "Delete")
    yield number in body.loses(copy["number"]), "period and comma walk the lesions, Delete removes the one"


def zoom_by_keys(body):
    body.go(OTHER_THIGH)
    home = body.box(OTHER_THIGH)
    body.press("z")
    zoomed = body.wait_for_box(OTHER_THIGH, lambda *box: box[3] > 2 * home[3], "the region zoomed to")
    body.press("shift+Down")
    body.wait_for_box(OTHER_THIGH, lambda *box: abs(zoomed[1] - box[1] - 48) <= 2, "the map moved up")
    yield True, "Z zooms to the region, Shift and arrows move the map"
    body.press("0")
    body.wait_for_box(OTHER_THIGH, lambda *box: near(box, home, 2), "the whole figure")
    body.press("plus", "plus")
    body.wait_for_box(OTHER_THIGH, lambda *box: box[3] > 1.4 * home[3], "a larger map")
    body.press("minus", "minus")
    body.wait_for_box(OTHER_THIGH, lambda *box: near(box, home, 2), "the whole figure")
    yield True, "plus, minus and 0 zoom"


def other_view_and_menu(body):
    body.press("v")
    body.go(BUTTOCK, "back")
    body.press("Return")
    yield body.adds()["region"] == "buttock_r", "V goes to the back"
    body.press("Return")
    one, other = body.adds(), body.lesions()[max(body.lesions()) - 1]
    yield (one["x"], one["y"]) != (other["x"], other["y"]), "a second lesion stands beside the first"
    body.press("shift+F10")
    body.window.wait(lambda: body.menu_item("Remove L%d" % one["number"]), what="the menu")
    body.press("Escape")
    body.stays("a menu that is left")
    yield True, "a menu opens by the keyboard"


def inset_by_keys(body):
    """After head and palms comes the region whose lesions decide the prognosis. While a lesion is selected its
    editor comes before the insets: the selection is given up."""
    home = body.box(GENITAL)
    above = body.place(body.insets)[1]
    body.press("Escape")
    body.window.wait(lambda: body.place(body.insets)[1] < above, what="the editor to go")
    names = []
    while body.focused_inset() != "Genital region" and len(names) < 5:
        body.press("Tab")
        time.sleep(0.4)
        names.append(body.focused_inset())
    body.press("Return")
    body.wait_for_box(GENITAL, lambda *box: box[3] > 3 * home[3], "the part enlarged")
    body.says(GENITAL)
    body.press("Return")
    yield body.adds()["region"].startswith("genital"), "Enter enlarges an inset and adds in it"
    body.press("Escape", "Escape")
    body.wait_for_box(GENITAL, lambda *box: near(box[2:], home[2:], 1), "the whole figure")
    yield True, "Escape closes it"


KEYBOARD = (reach_the_map, add_by_keys, zoom_by_keys, other_view_and_menu, inset_by_keys)


def main():
    folder = tempfile.mkdtemp(prefix="calx-map-")
    database, log = (os.path.join(folder, name) for name in ("clinic.calx", "calx.log"))
    window = Window([sys.argv[1], "--database", database], log)
    body = open_map(window, database)
    checks = [check for part in POINTER + KEYBOARD for check in part(body)]
    body.undo_all()
    checks.append((True, "every step is undone and done again"))

    window.do("win.save")
    wait_until_saved(window, database, 1)
    stored = dict(query(database, "SELECT number, json_extract(state, '$.region') FROM lesion_state"))
    checks.append((stored == {n: l["region"] for n, l in body.states[-1].items()}, "what is saved is what the map shows"))
    window.close()
    checks.append((is_clean(log), "the log is clean"))
    shutil.rmtree(folder)
    return report(checks)


run(main)
