/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Registers the bundle of templates, style and icons of widgets/ and app/. Call once, before the
 * first widget is made; calling it again is harmless. */
void calx_ui_register (void);

G_END_DECLS
