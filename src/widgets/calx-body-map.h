/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-body.h"
#include "calx-lesion.h"
#include "calx-skin.h"

G_BEGIN_DECLS

/* One view of the figure with its lesions, or a window on a part of it: an inset. It can be zoomed and moved
 * by pointer, fingers and keys. It shows what it is given and says what the person asks for; whoever holds
 * the session carries it out and hands the new lesions back.
 *
 * Points are in body units (fractions of stature), inside the region that comes with them. Signals:
 *   "place" (double x, double y, const CalxRegion *region, GArray *outline): a new lesion is asked for;
 *     @outline: CalxPointMm about the place, or NULL
 *   "edit" (CalxLesion *lesion): one was moved, sized, turned, reshaped or given a type: its new value, valid
 *     during the emission. Once for each drag, at its end.
 *   "copy" (const char *uuid): a mirrored one on the other side is asked for
 *   "select" (const char *uuid): a mark was clicked; NULL: the selection is to be given up
 *   "open" (const char *uuid): its details are asked for
 *   "remove" (const char *uuid)
 *   "switch-view": the person asks for the other view
 *   "enlarge": on an inset: it is to fill the map
 * Properties: "description" (string, read, notified): in words, what is under the pointer, the drag or the
 * keyboard: "Right thigh, front: central"; NULL where there is nothing. "pen" (boolean): a drag draws an
 * outline. "enlarged" (boolean, read, notified): an inset fills the map. */
#define CALX_TYPE_BODY_MAP (calx_body_map_get_type ())
G_DECLARE_FINAL_TYPE (CalxBodyMap, calx_body_map, CALX, BODY_MAP, GtkWidget)

GtkWidget        *calx_body_map_new          (CalxView          view);
/* A window on a part of the figure. For assistive technology it is one widget: its regions stand in the map
 * of the whole view. */
GtkWidget        *calx_body_map_new_inset    (const CalxBodyInset *inset);
CalxView          calx_body_map_get_view     (CalxBodyMap      *self);
/* The figure to draw; NULL: none. */
void              calx_body_map_set_body     (CalxBodyMap      *self,
                                              CalxBody         *body);
CalxBody         *calx_body_map_get_body     (CalxBodyMap      *self);
/* @lesions: (nullable): CalxLesion of all views; a reference is taken, it is not to be changed. */
void              calx_body_map_set_lesions  (CalxBodyMap      *self,
                                              GPtrArray        *lesions);
void              calx_body_map_set_selected (CalxBodyMap      *self,
                                              const char       *uuid);
/* What millimetres are measured against: the patient's height or that of the figure; 0: not known, and then
 * sizes are neither drawn to scale nor changed here. */
void              calx_body_map_set_stature  (CalxBodyMap      *self,
                                              double            stature_mm);
/* @sex: which figure is meant by lesions that do not say on which they were marked. */
void              calx_body_map_set_person   (CalxBodyMap      *self,
                                              CalxSex           sex,
                                              CalxSkin          skin);
const char       *calx_body_map_get_description (CalxBodyMap   *self);
/* Gives the keyboard to a region of this view; FALSE where the view has none such. */
gboolean          calx_body_map_focus_region (CalxBodyMap      *self,
                                              const CalxRegion *region);
/* A place for a new lesion in a region of this view: its centre, or beside it where a lesion is
 * there already. FALSE where the region is not in the view. */
gboolean          calx_body_map_find_place   (CalxBodyMap      *self,
                                              const CalxRegion *region,
                                              double           *ret_x,
                                              double           *ret_y);
/* The region under a point of the widget (pixels); NULL outside the body. */
const CalxRegion *calx_body_map_pick_region  (CalxBodyMap      *self,
                                              double            x,
                                              double            y);
/* Body units to pixels of the widget. */
void              calx_body_map_to_widget    (CalxBodyMap      *self,
                                              double            body_x,
                                              double            body_y,
                                              double           *ret_x,
                                              double           *ret_y);
/* How far it is zoomed into; 1: the whole is seen. */
double            calx_body_map_get_zoom     (CalxBodyMap      *self);
/* Fills the map with what an inset shows, until the person goes back to the whole figure. */
void              calx_body_map_enlarge      (CalxBodyMap      *self,
                                              const CalxBodyInset *inset);
void              calx_body_map_set_pen      (CalxBodyMap      *self,
                                              gboolean          pen);
gboolean          calx_body_map_get_pen      (CalxBodyMap      *self);
/* How often the lesions that do not move were drawn anew. */
guint             calx_body_map_get_n_marks_draws (CalxBodyMap *self);
/* How often the figure was drawn anew: it must not be while lesions move. */
guint             calx_body_map_get_n_figure_draws (CalxBodyMap *self);

G_END_DECLS
