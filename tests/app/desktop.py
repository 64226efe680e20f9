"""Drives the real window from another process: AT-SPI to find and read, xdotool to click and type.

Run under CALX_BUS=1 tests/with-display with /usr/bin/python3 (pyatspi comes with Debian's python3-pyatspi).
There is no window manager: the window's position is the screen's.
"""

import os
import signal
import subprocess
import time

import gi
gi.require_version("Atspi", "2.0")
# pylint: disable=wrong-import-position
import pyatspi
from gi.repository import Atspi, GLib


# A sanitized program is slower, and so is a machine that does other things.
PATIENCE = 6 if os.environ.get("CALX_SANITIZED") else 2
# The bus gives up after 0.8 s: too soon for a window that lays itself out on a loaded machine.
ANSWER_MS = 30000
Atspi.set_timeout(ANSWER_MS, ANSWER_MS)


class Failure(Exception):
    pass


class Window:
    def __init__(self, command, log, timeout=30):
        self.log = log
        self.output = open(log, "w")
        self.process = subprocess.Popen(command, stdout=self.output, stderr=subprocess.STDOUT)
        self.xid = None
        self.known = {}
        self.application = self.wait(self._application, timeout, "the application on the accessibility bus")

    def _application(self):
        if self.process.poll() is not None:
            raise Failure("the program ended: " + open(self.log).read())
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.get_process_id() == self.process.pid:
                return application
        return None

    # --- waiting and finding ------------------------------------------------------------------
    @staticmethod
    def wait(condition, timeout=10, what="something", step=0.03):
        """Polls: objects of the tree come and go while it changes."""
        end = time.monotonic() + timeout * PATIENCE
        while True:
            try:
                found = condition()
                if found:
                    return found
            except Failure:
                raise
            except Exception:  # pylint: disable=broad-except  # a node died while it was read
                pass
            if time.monotonic() > end:
                raise Failure("waited %g s for %s" % (timeout * PATIENCE, what))
            time.sleep(step)

    @staticmethod
    def children(node, hidden):
        for i in range(node.childCount):
            child = node[i]
            if child is not None and (hidden or child.getState().contains(pyatspi.STATE_VISIBLE)):
                yield child

    def walk(self, node=None, hidden=True):
        """Every node below, in the order of the tree; each costs calls over the bus, so that what is hidden
        is better left out."""
        stack = [iter([node or self.application])]
        while stack:
            node = next(stack[-1], None)
            if node is None:
                stack.pop()
                continue
            yield node
            stack.append(self.children(node, hidden))

    @staticmethod
    def visible(node):
        states = node.getState()
        if not states.contains(pyatspi.STATE_VISIBLE):
            return False
        try:
            extents = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        except NotImplementedError:
            return False
        return extents.width > 0 and extents.height > 0

    def look(self, role, name, within=None, exact=True, visible=True):
        for node in self.walk(within, hidden=not visible):
            if role and node.getRoleName() != role:
                continue
            if (node.name == name if exact else name in node.name) and (not visible or self.visible(node)):
                return node
        return None

    def remember(self, role, name, exact, visible):
        """What was found before, if it is still there: a look through the whole tree takes about a second."""
        node = self.known.get((role, name, exact, visible))
        try:
            if node is not None and (node.getRoleName() == role or not role) and \
               (node.name == name if exact else name in node.name) and (not visible or self.visible(node)):
                return node
        except Exception:  # pylint: disable=broad-except  # it is gone
            pass
        return None

    def find(self, role, name, within=None, exact=True, timeout=10, visible=True):
        known = self.remember(role, name, exact, visible) if within is None else None
        if known is None:
            known = self.wait(lambda: self.look(role, name, within, exact, visible), timeout, "%s %r" % (role, name))
            if within is None:
                self.known[(role, name, exact, visible)] = known
        return known

    def gone(self, role, name, timeout=10):
        self.wait(lambda: self.look(role, name) is None, timeout, "%s %r to go" % (role, name))

    # --- acting ---------------------------------------------------------------------------------
    def xdotool(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], check=True)

    def shown_windows(self):
        """The X windows of the program that can be seen: frames, dialogs, the lists of drop-downs."""
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--class", "."],
                              capture_output=True, text=True, check=False).stdout.split()

    @staticmethod
    def takes_keys(xid):
        """A frame or a dialog; lists, menus and tooltips have X windows, too."""
        kind = subprocess.run(["xprop", "-id", xid, "_NET_WM_WINDOW_TYPE"], capture_output=True, text=True, check=False)
        return kind.stdout.strip().endswith(("_NORMAL", "_DIALOG"))

    def window(self):
        """The X window of the frame, focused by hand since there is no window manager."""
        found = self.wait(self.shown_windows, what="an X window")
        if self.xid not in found:
            self.xid = self.wait(lambda: [xid for xid in self.shown_windows() if self.takes_keys(xid)], what="the X window")[-1]
            self.xdotool("windowfocus", "--sync", self.xid)
        return self.xid

    def focus_newest(self):
        """A dialog is an X window of its own: give it the keyboard."""
        self.xid = None
        return self.window()

    def act(self, node, name=None):
        action = node.queryAction()
        names = [action.getName(i) for i in range(action.nActions)]
        index = 0 if name is None else names.index(name)
        if not action.doAction(index):
            raise Failure("action %s of %r was refused" % (name, node.name))

    @staticmethod
    def offers(node, name):
        action = node.queryAction()
        return name in [action.getName(i) for i in range(action.nActions)]

    def do(self, action):
        """An action of the window, such as win.save; a window that has just come may not offer it yet."""
        self.act(self.wait(lambda: next((n for n in self.application
                                         if n.getRoleName() == "frame" and self.offers(n, action)), None),
                           what="a frame that offers " + action), action)

    def place(self, node):
        extents = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        return extents.x, extents.y, extents.width, extents.height

    def click(self, node, dx=None, dy=None):
        x, y, width, height = self.place(node)
        edge = self.edge()
        self.xdotool("mousemove", "--window", self.window(), int(edge + x + (width / 2 if dx is None else dx)),
                     int(edge + y + (height / 2 if dy is None else dy)), "click", 1)

    def edge(self):
        """The border that GTK draws around a window where nobody composes shadows, in pixels."""
        geometry = subprocess.run(["xdotool", "getwindowgeometry", "--shell", self.window()],
                                  capture_output=True, text=True, check=True).stdout
        outer = int(dict(line.split("=") for line in geometry.split())["WIDTH"])

        def edges():
            inner = [self.place(n)[2] for n in self.application if n.getRoleName() in ("frame", "dialog")]
            return [(outer - width) // 2 for width in inner if 0 < width <= outer]
        return min(self.wait(edges, what="a window that has a size"))

    def keys(self, *keys):
        self.window()
        self.xdotool("key", *keys)

    def type(self, text):
        self.window()
        self.xdotool("type", "--delay", "12", "--", text)

    def enter(self, node, text):
        """Types into an entry, as a person would, after a click into it. Letters that no key of the
        server's layout gives are put in over the bus: xdotool would change the layout under the window."""
        self.click(node)
        self.keys("ctrl+a", "BackSpace")
        if text.isascii():
            if text:
                self.type(text)
        else:
            node.queryEditableText().setTextContents(text)
        self.wait(lambda: self.text(node) == text, what="%r to read %r" % (node.name, text))

    @staticmethod
    def text(node):
        content = node.queryText()
        return content.getText(0, content.characterCount)

    def labels(self, within=None):
        """Every visible text, in tree order."""
        return [n.name for n in self.walk(within, hidden=False)
                if n.getRoleName() == "label" and n.name and self.visible(n)]

    def picture(self, path):
        subprocess.run(["import", "-window", "root", path], check=True)

    # --- ending ---------------------------------------------------------------------------------
    def close(self):
        try:
            self.do("window.close")
        except GLib.GError:
            pass  # gone before it had answered; how it ended is looked at next
        status = self.process.wait(30 * PATIENCE)
        self.output.close()
        if status != 0:
            raise Failure("exit status %d: %s" % (status, open(self.log).read()))

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait(10)
        self.output.close()


# --- what more than one test does in the window ---------------------------------------------------
def choose(window, name, choice):
    """Opens a drop-down and goes down its list, one row at a time, until it shows the choice."""
    box = window.find("combo box", name)
    shown = lambda: [n.name for n in window.walk(box) if n.getRoleName() == "label"]
    for _ in range(12):
        before = window.wait(shown, what="what %s shows" % name)
        if choice in before:
            return
        n_windows = len(window.shown_windows())
        window.click(box)
        window.wait(lambda: len(window.shown_windows()) > n_windows, what="the list of " + name)
        window.keys("Down", "Return")
        window.wait(lambda: shown() != before, what="another choice of %s than %s" % (name, before))
        # While the list is still there, a click elsewhere would only close it.
        window.wait(lambda: len(window.shown_windows()) == n_windows, what="the list of %s to go" % name)
    raise Failure("%s does not offer %s" % (name, choice))


def filter_findings(window, words):
    entry = window.find("entry", "Find a finding by its name")
    window.enter(entry, words)


def enter_number(window, name, text, unit):
    filter_findings(window, name)
    entry = window.find("text", name)
    window.enter(entry, text)
    if unit:
        choose(window, "Unit of " + name, unit)


def answer(window, name):
    filter_findings(window, name.split(":")[0])
    window.click(window.find("push button", name))


def export(window, path):
    window.do("win.export-pdf")
    window.wait(lambda: [n for n in window.walk() if n.getRoleName() == "text" and "calx-summary-" in window.text(n)],
                what="the file chooser with a name that says nothing of the patient")
    window.focus_newest()
    window.keys("ctrl+a")
    window.type(path)
    window.keys("Return")
    window.wait(lambda: os.path.exists(path) and os.path.getsize(path) > 0, 20, "the PDF")
    window.focus_newest()
