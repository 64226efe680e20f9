#!/usr/bin/python3
"""Every part of the window that a screen reader meets has a name of its own: read from another process,
in the states that a person sees.

Usage: test-names.py CALX CALX-CLI
"""

import os
import re
import subprocess
import sys
import tempfile

import pyatspi
from gi.repository import GLib

from desktop import Failure, Window

# Roles of what a person acts on or finds her way by, as GTK 4 says them over AT-SPI.
ROLES = {
    "push button", "toggle button", "radio button", "check box", "menu item", "check menu item", "radio menu item",
    "combo box", "entry", "text", "spin button", "slider", "list", "list item", "list box", "table cell", "link",
    "drawing area", "image", "icon", "dialog", "alert", "frame", "window", "page tab", "page tab list", "scroll bar",
    "progress bar", "switch", "label", "grouping", "tool bar", "menu", "popup menu", "form",
}
# Names that say a type of the program, not a thing of the person's.
TYPE_NAME = re.compile(r"^(Gtk|Calx|Adw|Gdk|G)[A-Z][a-z]")


def excused(node):
    """What GTK builds itself and no program can reach, each with its reason."""
    role = node.getRoleName()
    if role == "image" and not node.getState().contains(pyatspi.STATE_FOCUSABLE):
        return True  # GTK 4.8 makes an image's own node for each icon of its buttons and entries; the button is named
    if role == "label":
        return not node.getState().contains(pyatspi.STATE_SHOWING) or node.name == ""  # a label without text says nothing
    return False


def acts(node):
    try:
        return node.queryAction().nActions > 0 and node.getState().contains(pyatspi.STATE_FOCUSABLE)
    except NotImplementedError:
        return False


def path(node):
    steps = []
    while node is not None and len(steps) < 8:
        steps.append("%s %r" % (node.getRoleName(), node.name))
        node = node.parent
    return " < ".join(steps)


def shown(node, depth=0):
    """What is on screen: nothing below a node that is hidden is."""
    try:
        if depth > 1 and not node.getState().contains(pyatspi.STATE_VISIBLE):
            return
        yield node
        for i in range(node.childCount):
            if node[i] is not None:
                yield from shown(node[i], depth + 1)
    except GLib.GError:  # the node went while it was read
        return


def faults(nodes):
    for node in nodes:
        try:
            if not Window.visible(node):
                continue
            name = node.name or ""
            if name == "GtkTooltipWindow":
                continue  # GTK's own, inside every window; its text is the description of what it is of
            if TYPE_NAME.match(name):
                yield "a type's name: " + path(node)
            elif not name.strip() and (node.getRoleName() in ROLES or acts(node)) and not excused(node):
                yield "no name: " + path(node)
        except GLib.GError:  # the node went while it was read
            continue


class States:
    def __init__(self, window):
        self.window = window
        self.n_nodes = 0
        self.faults = []
        self.passed = []

    def check(self, what):
        nodes = list(shown(self.window.application))
        found = sorted(set(faults(nodes)))
        self.n_nodes = max(self.n_nodes, len(nodes))
        print("%s %s" % ("not ok" if found else "ok", what))
        for fault in found:
            print("  #", fault)
        self.faults += found
        self.passed += [] if found else [what]


def resize(window, width, height):
    xid = window.window()
    window.xdotool("windowmove", xid, 0, 0)
    window.xdotool("windowsize", xid, width, height)
    frame = next(n for n in window.application if n.getRoleName() == "frame")
    window.wait(lambda: abs(window.place(frame)[2] - width) <= 30, what="the window %d wide" % width)


def show(window, pane, name):
    """Behind the switcher of a narrow window."""
    window.act(window.find("push button", pane))
    window.find("scroll pane", name)


def look_at_the_sample(window):
    states = States(window)
    states.check("the list, nobody open")
    window.click(window.find("list item", "CASTELLANE, Odile", exact=False))
    window.find("label", "CASTELLANE, Odile")
    window.find("label", "38 points")
    window.find("push button", "Left thigh, inner, central, 1 lesion", exact=False)
    states.check("a patient, wide")

    window.act(window.find("push button", "Not validated"))
    states.check("what not validated means")
    resize(window, 900, 700)
    states.check("two panes")
    show(window, "Body Map", "Body map and lesions")
    states.check("two panes, the map")
    resize(window, 360, 600)
    states.check("narrow, the map")
    show(window, "Findings", "Findings")
    states.check("narrow, the findings")
    show(window, "Result", "Result")
    states.check("narrow, the result")
    window.do("win.back")
    window.find("entry", "Search patients")
    states.check("narrow, the list")
    resize(window, 1400, 900)

    window.do("win.new-patient")
    window.find("frame", "New patient")
    states.check("the dialog of a new patient")
    window.focus_newest()
    window.keys("Escape")
    window.gone("frame", "New patient")
    return states


def main():
    calx, cli = sys.argv[1:3]
    folder = tempfile.mkdtemp(prefix="calx-names-")
    sample, empty, log = (os.path.join(folder, name) for name in ("sample.calx", "empty.calx", "calx.log"))

    subprocess.run([cli, "demo", sample], check=True)
    window = Window([calx, "--database", sample], log)
    states = look_at_the_sample(window)
    window.close()
    n_faults, n_nodes, n_passed = len(states.faults), states.n_nodes, len(states.passed)

    window = Window([calx, "--database", empty], log)
    window.find("label", "No patients yet")
    states = States(window)
    states.check("no records")
    window.close()
    n_faults += len(states.faults)
    n_passed += len(states.passed)
    print("%d states without a fault, %d faults, up to %d nodes" % (n_passed, n_faults, n_nodes))
    if n_nodes < 300:
        print("not ok the tree is not read: %d nodes" % n_nodes)
        return 1
    return n_faults != 0


try:
    sys.exit(main())
except Failure as failure:
    print("not ok", failure)
    sys.exit(1)
