#!/usr/bin/python3
"""Each library uses only what its layer may know: reads the undefined symbols of every static library.

Usage: layers.py BUILD-ROOT
"""

import pathlib
import subprocess
import sys

# Prefixes of foreign symbols that a layer may use, and the layers below it.
LAYERS = {
    "clinical": (("g_", "json_"), ()),
    "records": (("g_", "json_", "sqlite3_"), ("clinical",)),
    "drawing": (("g_", "json_", "cairo_", "pango_"), ("clinical",)),
    "exchange": (("g_", "json_"), ("clinical",)),
    "widgets": (("g_", "gtk_", "gdk_", "gsk_", "graphene_", "adw_", "cairo_", "pango_"), ("drawing", "clinical")),
    "app": (("g_", "json_", "gtk_", "gdk_", "gsk_", "graphene_", "adw_", "cairo_", "pango_"),
            ("widgets", "drawing", "records", "exchange", "clinical")),
    "cli": (("g_", "json_", "cairo_"), ("exchange", "records", "drawing", "clinical")),
}
# What the compiler itself asks for.
COMPILER = {"_GLOBAL_OFFSET_TABLE_", "__stack_chk_fail", "__tls_get_addr", "__dso_handle"}


def symbols(*arguments):
    output = subprocess.run(["nm", "--format=posix", *map(str, arguments)], capture_output=True, text=True, check=True)
    return {line.split()[0].split("@")[0] for line in output.stdout.splitlines() if " " in line}


def libc():
    found = set()
    for name in ("libc.so.6", "libm.so.6"):
        path = subprocess.run(["gcc", "-print-file-name=" + name], capture_output=True, text=True, check=True)
        found |= symbols("-D", "--defined-only", path.stdout.strip())
    return found


def main():
    root = pathlib.Path(sys.argv[1])
    system = libc()
    archives = {layer: root / "src" / layer / ("libcalx-%s.a" % layer) for layer in LAYERS}
    archives = {layer: path for layer, path in archives.items() if path.exists()}
    defined = {layer: symbols("--defined-only", path) for layer, path in archives.items()}
    wanted = {"clinical", "records", "drawing", "exchange", "widgets"}
    faults = ["no library of the layer %s" % layer for layer in sorted(wanted - set(archives))]
    for layer, path in archives.items():
        prefixes, below = LAYERS[layer]
        known = set().union(defined[layer], *(defined.get(b, set()) for b in below))
        for symbol in sorted(symbols("--undefined-only", path)):
            ours = symbol.startswith(("calx_", "_calx_"))
            if symbol in known or symbol in COMPILER:
                continue
            if not ours and (symbol.startswith(prefixes) or symbol in system):
                continue
            faults.append("%s must not use %s" % (layer, symbol))
    for fault in faults:
        print("#", fault)
    print("%d passed, %d failed" % (len(archives), len(faults)))
    return bool(faults)


sys.exit(main())
