#!/usr/bin/python3
"""No patient outside the database and what was exported: a patient is created, searched, saved, previewed,
copied, exported and lost in a crash, then listed, printed and drawn by calx-cli. Afterwards the name, the record
number and the note are nowhere in the home and temporary folders, the logs, nor any program's arguments.

Usage: test-canary.py CALX CALX-CLI
"""

import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile

from desktop import Failure, Window, answer, choose, enter_number, export, filter_findings
from steps import report, run

# Letters that no library or picture holds by chance; typed, so plain ones.
TOKEN = "".join(random.Random().choices("bcdfghjklmnpqrstvwxz", k=8))
FAMILY, GIVEN, NUMBER = "Zzcanary" + TOKEN, "Quux" + TOKEN, "R-" + TOKEN
SECRET = TOKEN.encode()


def private_places(folder):
    """Every place a program may write to, below one folder."""
    for name, below in (("HOME", "home"), ("TMPDIR", "tmp"), ("XDG_DATA_HOME", "home/data"), ("XDG_STATE_HOME", "home/state"),
                        ("XDG_CACHE_HOME", "home/cache")):
        path = os.path.join(folder, below)
        os.makedirs(path, mode=0o700, exist_ok=True)
        os.environ[name] = path


def programs_that_say_it():
    """Programs whose arguments or environment hold the canary."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        for name in ("cmdline", "environ"):
            try:
                with open(os.path.join("/proc", pid, name), "rb") as file:
                    if SECRET in file.read().lower():
                        found.append("%s of %s" % (name, open("/proc/%s/comm" % pid).read().strip()))
            except OSError:  # ended meanwhile, or another user's
                pass
    return found


def files_that_hold_it(folder, but):
    found, read = [], 0
    for place in (folder, os.environ["XDG_RUNTIME_DIR"], os.environ["XDG_CONFIG_HOME"]):
        for at, _, names in os.walk(place):
            for name in names:
                path = os.path.join(at, name)
                if SECRET in path.lower().encode():
                    found.append("the name of " + path)
                if path in but or not os.path.isfile(path):
                    continue
                with open(path, "rb") as file:
                    data = file.read().lower()
                read += 1
                if SECRET in data or SECRET in data.replace(b"\0", b""):
                    found.append(path)
    return found, read


def recent_files():
    """GTK begins an empty list by itself."""
    path = os.path.join(os.environ["XDG_DATA_HOME"], "recently-used.xbel")
    return re.findall("<bookmark [^>]*>", open(path).read()) if os.path.exists(path) else []


def open_files(window):
    """What the window has open, deleted files too."""
    folder = "/proc/%d/fd" % window.process.pid
    try:
        return [os.readlink(os.path.join(folder, fd)) for fd in os.listdir(folder)]
    except OSError:
        return []


def enter(window):
    window.do("win.new-patient")
    dialog = window.find("frame", "New patient")
    window.focus_newest()
    for name, text in (("Family name", FAMILY), ("Given name", GIVEN), ("Record number", NUMBER), ("Born", "1968-07-30")):
        window.enter(window.find("text", name, dialog), text)
    choose(window, "Sex", "Female")
    window.act(window.find("push button", "Create", dialog))
    window.gone("frame", "New patient")
    window.focus_newest()
    window.do("win.new-session")
    window.find("text", "Date of the session")
    filter_findings(window, "Kidney treatment")
    choose(window, "Kidney treatment", "Hemodialysis")
    enter_number(window, "Body mass index", "40", None)
    answer(window, "Diabetes: Yes")
    filter_findings(window, "")
    window.do("win.save")
    window.find("list item", ", 23 to 49 points", exact=False)


def preview(window):
    window.do("win.print-preview")
    window.find(None, "Page 1 of 1", exact=False)
    names = [n.name for n in window.application]
    window.focus_newest()
    window.keys("Escape")
    return names


def crash(window, database):
    """What is typed is a draft on disk, and then the program is gone."""
    window.focus_newest()
    enter_number(window, "Body mass index", "41", None)

    def draft():
        with sqlite3.connect("file:%s?mode=ro" % database, uri=True) as connection:
            return connection.execute("SELECT count(*) FROM draft").fetchone()[0]
    window.wait(draft, what="a draft on disk")
    window.kill()


def call(command, stdin=None):
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failure("%s ended with %d: %s" % (command[1], done.returncode, done.stderr))
    return done


def use_cli(cli, database, folder, allowed):
    listed = call([cli, "list", "--database", database]).stdout
    errors = []
    for command, name in (("report", "cli.pdf"), ("draw", "cli.svg"), ("draw", "cli.png")):
        path = os.path.join(folder, name)
        allowed.add(path)
        errors.append(call([cli, command, "--database", database, "--patient", "-", "-o", path], NUMBER + "\n").stderr)
    errors.append(call([cli, "check", "--database", database]).stdout)
    refused = subprocess.run([cli, "report", "--database", database, "--patient", "-", "-o", folder + "/no.pdf"],
                             input=NUMBER + "x\n", capture_output=True, text=True, check=False)
    errors.append(refused.stderr)
    return listed, "".join(errors), refused.returncode


def main():
    calx, cli = sys.argv[1:3]
    folder = tempfile.mkdtemp(prefix="calx-canary-")
    private_places(folder)
    database, pdf = os.path.join(folder, "clinic.calx"), os.path.join(folder, "summary.pdf")
    allowed = {database, database + "-journal", pdf}

    window = Window([calx, "--database", database], os.path.join(folder, "first.log"))
    enter(window)
    said = programs_that_say_it()
    window.enter(window.find("entry", "Search patients"), FAMILY)
    window.find("list item", FAMILY.upper(), exact=False)
    previewed = preview(window)
    window.do("win.copy-summary")
    export(window, pdf)
    opened = [path for path in open_files(window) if path.startswith(folder) and path not in allowed
              and not path.endswith(".log")]
    crash(window, database)
    # The journal of a program that was killed belongs to the database; it is gone when the file is opened again.
    window = Window([calx, "--database", database], os.path.join(folder, "second.log"))
    window.find("list item", FAMILY.upper(), exact=False)
    window.close()
    listed, errors, status = use_cli(cli, database, folder, allowed)
    said += programs_that_say_it()
    found, read = files_that_hold_it(folder, allowed)

    modes = {oct(os.stat(path).st_mode & 0o777) for path in allowed if os.path.exists(path)}
    checks = [
        (FAMILY in listed and SECRET in open(database, "rb").read(), "the canary is in the database and in the list"),
        (FAMILY.upper() in call(["pdftotext", pdf, "-"]).stdout, "the canary is on the exported page"),
        (not said, "no program's arguments or environment: %s" % said),
        (not found and read >= 2, "no other of %d files: %s" % (read, found)),
        (not opened, "no temporary file stays open: %s" % opened),
        (TOKEN not in errors and status == 2, "what calx-cli says beside the list"),
        (not [n for n in previewed if re.search(TOKEN, n, re.I)], "the titles of the windows: %s" % previewed),
        (not recent_files(), "recent files: %s" % recent_files()),
        (modes == {"0o600"}, "all that holds patients is private: %s" % modes),
    ]
    return report(checks)


run(main)
