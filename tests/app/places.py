"""Places that are hard to write to: a small disk, a disk that is only read, a file that is only read."""

import contextlib
import ctypes
import os
import subprocess

CLONE_NEWNS = 0x20000


def stand_apart():
    """From now on this process mounts for itself and its children alone, where it may mount at all."""
    libc = ctypes.CDLL(None, use_errno=True)
    if os.geteuid() == 0 and libc.unshare(CLONE_NEWNS) == 0:
        subprocess.run(["mount", "--make-rprivate", "/"], stderr=subprocess.DEVNULL, check=False)


@contextlib.contextmanager
def small_disk(folder, size):
    """A disk of its own, in bytes; false where mounting is not permitted."""
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=%d" % size, "calx-test", folder],
                          stderr=subprocess.DEVNULL, check=False).returncode == 0
    try:
        yield done
    finally:
        if done:
            subprocess.run(["umount", "-l", folder], check=False)


def remount(folder, how):
    subprocess.run(["mount", "-o", "remount," + how, folder], check=True)


def fill(folder):
    """Takes what is left of the disk; the file's path, to remove."""
    path = os.path.join(folder, "filler")
    with open(path, "wb", buffering=0) as filler:
        for size in (4096, 1):
            with contextlib.suppress(OSError):
                while filler.write(b"x" * size):
                    pass
    return path


def without_override():
    """What to put before a command so that the modes of files hold for it, also as root."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--bounding-set", "-dac_override", "--inh-caps", "-dac_override"]
