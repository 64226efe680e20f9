#!/usr/bin/python3
"""Files that are not what they should be, in the real window: each has a page that says in plain words
what is the matter and what to do, and not a byte of the file changes.

Usage: test-bad-file.py CALX CALX-CLI
"""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import places
from desktop import Window
from steps import open_patient, report, run


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def refused(command, log, path, title, words):
    """Opens the file, reads the page, and lets the person try again."""
    before = digest(path), sorted(os.listdir(os.path.dirname(path)))
    window = Window(command + ["--database", path], log)
    window.find("label", title)
    said = window.wait(lambda: next((t for t in window.labels() if path in t), None),
                       what="a sentence with the file's name")
    window.act(window.find("push button", "Try Again"))
    window.find("label", title)
    window.close()
    quiet = open(log).read() == ""
    after = digest(path), sorted(os.listdir(os.path.dirname(path)))
    return [(all(w in said for w in words), "%s: %s" % (title, said)),
            (before == after, "%s: the file and its folder are as they were" % title),
            (quiet, "%s: nothing in the log" % title)]


def change(path, sql):
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()


def damage(path):
    """Turns the bytes of one page in four, from the second on."""
    size = os.path.getsize(path)
    with open(path, "r+b") as file:
        for at in range(4096, size - 4096, 4 * 4096):
            file.seek(at)
            page = file.read(4096)
            file.seek(at)
            file.write(bytes(b ^ 0xff for b in page))


def main():
    calx, cli = sys.argv[1:3]
    folder = tempfile.mkdtemp(prefix="calx-bad-file-")
    log = os.path.join(folder, "calx.log")
    good = os.path.join(folder, "good.calx")
    subprocess.run([cli, "demo", good], check=True, stdout=subprocess.DEVNULL)

    def place(name, content=None):
        os.mkdir(os.path.join(folder, name))
        path = os.path.join(folder, name, "clinic.calx")
        if content is None:
            shutil.copyfile(good, path)
        else:
            with open(path, "w", encoding="utf-8") as file:
                file.write(content)
        return path

    checks = []
    path = place("newer")
    change(path, "PRAGMA user_version = 999")
    checks += refused([calx], log, path, "This file was written by a newer Calx", ("999", "Install the newer Calx"))

    path = place("damaged")
    damage(path)
    checks += refused([calx], log, path, "The records file is damaged", ("do not delete it", "backup"))

    path = place("text", "Dear colleague, this is a letter and no records file.\n" * 200)
    checks += refused([calx], log, path, "This is not a records file of Calx", ("not a Calx file", "Choose"))

    path = place("other", "")
    change(path, "CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('https://example.org')")
    checks += refused([calx], log, path, "This is not a records file of Calx", ("another program", "Choose"))

    path = place("mode")
    os.chmod(path, 0o400)
    checks += refused(places.without_override() + [calx], log, path, "The records file is read-only",
                      ("can only be read", "right to write"))

    places.stand_apart()
    os.mkdir(os.path.join(folder, "disk"))
    with places.small_disk(os.path.join(folder, "disk"), 16 << 20) as mounted:
        if mounted:
            path = os.path.join(folder, "disk", "clinic.calx")
            shutil.copyfile(good, path)
            places.remount(os.path.join(folder, "disk"), "ro")
            checks += refused([calx], log, path, "The records file is read-only",
                              ("can only be read", "right to write"))
        else:
            print("# mounting is not permitted here: only a file that is read-only by its mode was tried")

    window = Window([calx, "--database", good], log)  # and one that is as it should be
    open_patient(window, "a")
    window.close()
    shutil.rmtree(folder)
    return report(checks)


run(main)
