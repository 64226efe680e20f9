"""The body map of the real window, for tests that drive it: what stands where on the screen comes from the bus,
what became of the lesions from the draft in the file."""

import json
import math
import time

import pyatspi

from desktop import Failure
from steps import query

ITEMS = ("menu item", "check menu item", "push button")  # what a menu's items are called on the bus
STEP_S = 0.012  # between two places of a drag: slow enough for the window to see them
SETTLED_S = 0.8  # longer than a double click may take, and than a draft waits to be written


class BodyMap:
    def __init__(self, window, database):
        self.window, self.database = window, database
        self.all = window.find("panel", "Body map, front").parent
        parts = {node.name: node for node in window.children(self.all, True)}
        self.insets = window.find("panel", "Enlarged parts of the body", within=self.all)
        self.views, self.regions = {}, {}
        for view in ("front", "back"):
            self.views[view] = parts["Body map, " + view]
            for node in window.children(self.views[view], False):
                if node.getRoleName() == "push button":
                    self.regions[view, node.name] = node
        beside = (list(window.children(node, False)) for node in window.children(self.all.parent, False))
        self.words, self.pen = next(nodes[:2] for nodes in beside if nodes and nodes[0].name.startswith("Click: "))
        self.edge = window.edge()
        self.states = [self.lesions()]
        self.scale, self.origin = None, None

    # --- what there is ----------------------------------------------------------------------------
    def lesions(self):
        rows = query(self.database, "SELECT content FROM draft")
        return {lesion["number"]: lesion for lesion in json.loads(rows[0][0])["lesions"]} if rows else {}

    def region(self, name, view="front"):
        return next(node for (of, full), node in self.regions.items() if of == view and full.startswith(name))

    def place(self, node):
        """In pixels of the X window."""
        x, y, width, height = self.window.place(node)
        return x + self.edge, y + self.edge, width, height

    def box(self, name, view="front"):
        return self.place(self.region(name, view))

    def middle(self, node):
        x, y, width, height = self.place(node)
        return x + width / 2, y + height / 2

    def at(self, name, view="front", across=0.5, down=0.5):
        x, y, width, height = self.box(name, view)
        return x + across * width, y + down * height

    def inset(self, name):
        """The picture of an inset: it stands beside its name."""
        for cell in self.window.children(self.insets, False):
            nodes = list(self.window.children(cell, False))
            if any(node.name.startswith(name) for node in nodes):
                self.wait_until_still(nodes[0])
                return nodes[0]
        raise Failure("no inset " + name)

    def wait_until_still(self, node):
        """An editor that opens above it pushes it away, and the pane may scroll."""
        places = [self.place(node)]
        while len(places) < 2 or places[-1] != places[-2]:
            time.sleep(0.3)
            places.append(self.place(node))

    def focused_inset(self):
        for cell in self.window.children(self.insets, False):
            for node in self.window.children(cell, False):
                for inner in [node, *self.window.children(node, False)]:
                    if inner.getState().contains(pyatspi.STATE_FOCUSED):
                        return node.name
        return None

    # --- waiting ----------------------------------------------------------------------------------
    def becomes(self, check, what):
        """Waits for another state of the lesions, which undo can then go back from."""
        def found():
            lesions = self.lesions()
            return [lesions] if lesions != self.states[-1] and check(lesions) else None
        self.states += self.window.wait(found, what=what, step=0.02)
        return self.states[-1]

    def adds(self):
        """Waits for one more lesion; no number that was ever used comes again."""
        used = {number for state in self.states for number in state}
        now = self.becomes(lambda lesions: set(lesions) - set(self.states[-1]), "one more lesion")
        number = max(now)
        if number in used:
            raise Failure("L%d was used before" % number)
        return now[number]

    def loses(self, number):
        return self.becomes(lambda lesions: number not in lesions, "L%d to go" % number)

    def stays(self, what):
        time.sleep(SETTLED_S)
        if self.lesions() != self.states[-1]:
            raise Failure("the lesions changed: " + what)

    def says(self, words):
        return self.window.wait(lambda: words in self.words.name and self.words.name, what="the map to say %r" % words)

    def wait_for_box(self, name, check, what, view="front"):
        return self.window.wait(lambda: [self.box(name, view)] if check(*self.box(name, view)) else None, what=what)[0]

    def undo_all(self):
        """Back to the first state and forward to the last, step by step; both by keys."""
        for state in reversed(self.states[:-1]):
            self.press("ctrl+z")
            self.window.wait(lambda: self.lesions() == state, step=0.02, what="the step undone")  # pylint: disable=cell-var-from-loop
        for state in self.states[1:]:
            self.press("ctrl+shift+z")
            self.window.wait(lambda: self.lesions() == state, step=0.02, what="the step done again")  # pylint: disable=cell-var-from-loop

    # --- hands ------------------------------------------------------------------------------------
    def to(self, point):
        return ["mousemove", "--window", self.window.window(), round(point[0]), round(point[1])]

    def hover(self, point):
        self.window.xdotool(*self.to(point))

    def click(self, point, button=1):
        self.window.xdotool(*self.to(point), "click", button)

    def double_click(self, point):
        self.window.xdotool(*self.to(point), "click", "--repeat", 2, "--delay", 60, 1)

    def drag(self, path, button=1):
        """Along straight lines from point to point."""
        arguments = self.to(path[0]) + ["mousedown", button]
        for (x0, y0), (x1, y1) in zip(path, path[1:]):
            for i in range(1, 5):
                arguments += self.to((x0 + (x1 - x0) * i / 4, y0 + (y1 - y0) * i / 4)) + ["sleep", STEP_S]
        self.window.xdotool(*arguments, "mouseup", button)

    def wheel(self, point, turns):
        """Forward to zoom in."""
        self.window.xdotool(*self.to(point), "keydown", "ctrl", "click", "--repeat", abs(turns), "--delay", 30,
                            4 if turns > 0 else 5, "keyup", "ctrl")

    def press(self, *keys):
        self.window.keys(*keys)

    def menu_item(self, name):
        """In the menu that a map has open; the regions need not be looked through."""
        for view in self.views.values():
            for child in self.window.children(view, False):
                if child in self.regions.values():
                    continue
                for node in self.window.walk(child, hidden=False):
                    if node.getRoleName() in ITEMS and node.name == name and self.window.visible(node):
                        return node
        return None

    def choose(self, point, *items):
        """One item after the other of the menu at a point."""
        self.click(point, 3)
        for item in items:
            node = self.window.wait(lambda: self.menu_item(item), what="%s in the menu" % item)  # pylint: disable=cell-var-from-loop
            self.window.act(node)

    # --- points of the body, with the whole figure seen -------------------------------------------
    def calibrate(self, one, other):
        """From two lesions and the pixels where they were clicked."""
        (a, at_a), (b, at_b) = one, other
        self.scale = math.dist(at_a, at_b) / math.dist((a["x"], a["y"]), (b["x"], b["y"]))
        self.origin = at_a[0] - a["x"] * self.scale, at_a[1] - a["y"] * self.scale

    def pixel(self, lesion):
        return self.origin[0] + lesion["x"] * self.scale, self.origin[1] + lesion["y"] * self.scale

    # --- the keyboard -----------------------------------------------------------------------------
    def has_keyboard(self, node):
        return node.getState().contains(pyatspi.STATE_FOCUSED)

    def step(self, key):
        """Whether an arrow led on; at the edge of the body it does not."""
        here = self.words.name
        self.press(key)
        try:
            return bool(self.window.wait(lambda: self.words.name != here, timeout=0.4, what="the next region"))
        except Failure:
            return False

    def go(self, name, view="front"):
        """To a region by arrows, along the longer way first; no arrow is tried twice in one region."""
        goal_x, goal_y = self.middle(self.region(name, view))
        tried = set()
        for _ in range(40):
            here = self.words.name
            if here.startswith(name):
                return
            x, y = self.middle(self.region(here.split(":")[0], view))
            across, down = ("Right" if goal_x > x else "Left"), ("Down" if goal_y > y else "Up")
            keys = [across, down] if abs(goal_x - x) > abs(goal_y - y) else [down, across]
            key = next((key for key in keys + ["Down", "Right", "Up", "Left"] if (here, key) not in tried), None)
            if key is None:
                break
            tried.add((here, key))
            self.step(key)
        raise Failure("the arrows do not lead to %s but to %s" % (name, self.words.name))
