/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-body.h"
#include "calx-instruments.h"
#include "calx-lesion.h"

G_BEGIN_DECLS

/* All that can be said of one lesion. Each accepted keystroke counts. A text that is refused stays on
 * screen under its message, also when another lesion was shown in between; the lesion keeps what it had.
 *
 * Signals:
 *   "changed" (CalxLesion *lesion): the person edited it; @lesion is the new value, valid during the
 *     emission. The editor already shows it. Not emitted by the setters.
 *   "move" (CalxView view, const CalxRegion *region): another region was chosen.
 *   "seen": the person looked at it in this session and found nothing changed.
 *   "copy": to the other side of the body.
 *   "remove", "close" */
#define CALX_TYPE_LESION_EDITOR (calx_lesion_editor_get_type ())
G_DECLARE_FINAL_TYPE (CalxLesionEditor, calx_lesion_editor, CALX, LESION_EDITOR, GtkWidget)

/* Where regions are looked up and chosen from. */
void       calx_lesion_editor_set_body        (CalxLesionEditor *self,
                                               CalxBody         *body);
/* Call once, before a lesion is shown. */
void       calx_lesion_editor_set_instruments (CalxLesionEditor *self,
                                               CalxInstruments  *instruments);
/* @lesion: NULL: none. An onset after @session_date is refused; where it was last looked at before that
 * day, the editor says so. Fields that already say what @lesion
 * does are left alone, with their text and cursor. */
void       calx_lesion_editor_set_lesion      (CalxLesionEditor *self,
                                               CalxLesion       *lesion,
                                               CalxDate          session_date);
/* The surface of the patient's body, for the area's share of it; NAN: not known. */
void       calx_lesion_editor_set_body_surface (CalxLesionEditor *self,
                                                double            surface_mm2);
/* How the lesion stood over the sessions: CalxLesionRecord, newest first, the one shown among them. */
void       calx_lesion_editor_set_history     (CalxLesionEditor *self,
                                               GPtrArray        *records);
guint      calx_lesion_editor_get_n_refused   (CalxLesionEditor *self);
/* Drops the refused texts: another session is shown. */
void       calx_lesion_editor_forget_refused  (CalxLesionEditor *self);

G_END_DECLS
