#!/usr/bin/python3
"""What must not stand in the source: calls deprecated after GTK 4.8, silenced warnings, SQL outside
records, GTK below the widgets, unfinished words, paths of one machine, and files that nobody lists.

Usage: words.py SOURCE-ROOT
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])

# One file may use what it wraps.
WRAPPERS = {
    "calx-file-dialog.c": r"gtk_file_chooser_native",
    "calx-confirm.c": r"adw_message_dialog",
    "calx-about.c": r"adw_(show_)?about_window",
    "help-overlay.ui": r"GtkShortcuts",
}
DEPRECATED = re.compile(
    r"gtk_(dialog|message_dialog|file_chooser|tree_view|list_store|tree_store|icon_view|cell_renderer|"
    r"combo_box|entry_completion|info_bar|statusbar|assistant|lock_button|color_chooser|color_button|"
    r"font_chooser|font_button|app_chooser|style_context|show_uri|render_|snapshot_render_|"
    r"widget_(show|hide|get_allocation|get_allocated_width|get_allocated_height|translate_coordinates|"
    r"get_style_context)|css_provider_load_from_data|picture_(new_for|set)_pixbuf|"
    r"image_(new_from|set_from)_pixbuf|shortcuts_(window|group|section|shortcut))\b"
    r"|gdk_texture_new_for_pixbuf|adw_(leaflet|flap|squeezer|view_switcher_title|preferences_window|"
    r"message_dialog|about_window|show_about_window)"
    r"|adw_(action|expander)_row_set_icon_name|adw_expander_row_add_action"
    r"|class=\"(Gtk(Dialog|MessageDialog|TreeView|ComboBox|ComboBoxText|InfoBar|Statusbar|Assistant|"
    r"ColorButton|FontButton|AppChooser\w*|Shortcuts\w*)|Adw(Leaflet|Flap|Squeezer|ViewSwitcherTitle|"
    r"PreferencesWindow|MessageDialog|AboutWindow))\"")
SILENCED = re.compile(r"-Wno-|#\s*pragma\s+(GCC|clang)\s+diagnostic|_Pragma|G_GNUC_BEGIN_IGNORE_DEPRECATIONS")
SQL = re.compile(r"\"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN|DROP|ALTER)\s")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK|not implemented|lorem ipsum)\b")
BELOW = re.compile(r"#include <(gtk|gdk|adwaita|gsk)")
OWN_MACHINE = re.compile(r"(?<![\w.])/(work|home|root|Users)/\w")


def committed_files():
    """Everything that could be committed and is text."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if path.is_file() and parts[0] != ".git" and not parts[0].startswith(".build"):
            try:
                yield path, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                pass


def source_files(*folders):
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix in (".c", ".h", ".ui", ".css", ".build", ".py", ".sh"):
                yield path, path.read_text(encoding="utf-8")


def check(faults, path, text, pattern, why, skip=None):
    for number, line in enumerate(text.splitlines(), 1):
        found = pattern.search(line)
        if found and not (skip and re.search(skip, line)):
            faults.append("%s:%d: %s: %s" % (path.relative_to(ROOT), number, why, found.group(0)))


def main():
    faults, n_files = [], 0
    for path, text in source_files("src", "ui", "resources"):
        n_files += 1
        check(faults, path, text, DEPRECATED, "deprecated after GTK 4.8", WRAPPERS.get(path.name))
        check(faults, path, text, SILENCED, "a silenced warning")
        check(faults, path, text, UNFINISHED, "unfinished")
        layer = path.relative_to(ROOT).parts[1] if path.parts else ""
        if "src" in path.relative_to(ROOT).parts[0] and layer != "records":
            check(faults, path, text, SQL, "SQL outside records/")
        if layer in ("clinical", "records", "drawing", "exchange", "cli"):
            check(faults, path, text, BELOW, "GTK below the widgets")
    for path, text in source_files("tests"):
        n_files += 1
        if path.name != "words.py":
            check(faults, path, text, SILENCED, "a silenced warning")
            check(faults, path, text, UNFINISHED, "unfinished")
    for name in ("meson.build",):
        check(faults, ROOT / name, (ROOT / name).read_text(encoding="utf-8"), SILENCED, "a silenced warning")
    for path, text in committed_files():
        check(faults, path, text, OWN_MACHINE, "a path of one machine")

    manifest = (ROOT / "resources" / "calx-ui.gresource.xml").read_text(encoding="utf-8")
    for path in sorted((ROOT / "ui").glob("*.ui")):
        if path.name not in manifest:
            faults.append("ui/%s is in no resource bundle" % path.name)
    potfiles = set((ROOT / "data" / "po" / "POTFILES").read_text(encoding="utf-8").split())
    for path, text in source_files("src", "ui"):
        if path.suffix == ".c":
            translatable = re.search(r"(?<!\w)(_|N_|C_|NC_|ngettext|g_dngettext) ?\((GETTEXT_PACKAGE,)?\s*\"", text)
        else:
            translatable = 'translatable="' in text
        name = str(path.relative_to(ROOT))
        if translatable and name not in potfiles:
            faults.append("%s has text for people and is not in data/po/POTFILES" % name)
        if not translatable and name in potfiles:
            faults.append("data/po/POTFILES lists %s, which has no text for people" % name)
    for name in sorted(potfiles):
        if not (ROOT / name).exists():
            faults.append("data/po/POTFILES lists %s, which is not there" % name)

    for fault in faults:
        print("#", fault)
    print("%d passed, %d failed" % (n_files - len({f.split(":")[0] for f in faults}), len(faults)))
    return bool(faults)


sys.exit(main())
