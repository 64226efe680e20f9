/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-body-map.h"
#include "calx-body-renderer.h"
#include "calx-map-region.h"

G_BEGIN_DECLS

/* Between calx-body-map.c (what is shown), calx-body-map-regions.c (points and regions),
 * calx-body-map-input.c (pointer, keys, menu) and calx-map-region.c alone. */
struct _CalxBodyMap
{
  GtkWidget         parent_instance;

  CalxView          view;
  CalxBody         *body;
  GPtrArray        *lesions;
  char             *selected;
  double            stature_mm;
  GPtrArray        *regions;       /* CalxMapRegion, head to toe; not owned: they are children */
  char             *description;

  CalxBodyTransform transform;
  GdkTexture       *figure;        /* what does not move, at the size and scale below */
  int               figure_width, figure_height, figure_scale;
  guint             n_figure_draws;

  const CalxRegion *hover;         /* under the pointer */
  char             *hover_lesion;  /* uuid of the mark under the pointer, or NULL */
  const CalxRegion *focus;         /* the last one that had the keyboard */
  gboolean          has_focus;     /* it has it now */
  gboolean          from_keyboard; /* ring it: the pointer needs no ring */

  double            press_x, press_y; /* pixels */
  CalxLesion       *pressed;       /* the mark under the press, or NULL */
  CalxLesion       *dragged;       /* a copy of it at its new place, once it moves */
  GPtrArray        *drag_lesions;  /* lesions with the copy instead of the original */
  double            grab_dx, grab_dy; /* from the press to the mark's middle, pixels */

  GtkWidget        *menu;          /* made when first asked for */
  const CalxRegion *menu_region;
  double            menu_x, menu_y; /* body units */
};

enum
{
  CALX_BODY_MAP_PLACE,
  CALX_BODY_MAP_MOVE,
  CALX_BODY_MAP_SELECT,
  CALX_BODY_MAP_REMOVE,
  CALX_BODY_MAP_SWITCH_VIEW,
  CALX_BODY_MAP_N_SIGNALS
};
extern guint calx_body_map_signals[CALX_BODY_MAP_N_SIGNALS];

/* calx-body-map.c */
void              calx_body_map_init_scene     (CalxBodyMap      *self,
                                                CalxBodyScene    *scene);
/* To be called when what is pointed at, dragged or focused has changed. */
void              calx_body_map_update_pointed (CalxBodyMap      *self);
/* The selected lesion if it is in this view; NULL. */
CalxLesion       *calx_body_map_get_selected_lesion (CalxBodyMap *self);

/* calx-body-map-regions.c */
/* The region at or near a point of the widget, and the point itself, brought inside; NULL far off. */
const CalxRegion *calx_body_map_snap           (CalxBodyMap      *self,
                                                double            x,
                                                double            y,
                                                double           *ret_body_x,
                                                double           *ret_body_y);
CalxMapRegion    *calx_body_map_find_widget    (CalxBodyMap      *self,
                                                const CalxRegion *region);
void              calx_body_map_count_lesions  (CalxBodyMap      *self);
void              calx_body_map_rebuild_regions (CalxBodyMap     *self);
void              calx_body_map_allocate_regions (CalxBodyMap    *self);

/* calx-body-map-input.c */
void              calx_body_map_init_input     (CalxBodyMap      *self);
void              calx_body_map_install_input  (GtkWidgetClass   *widget_class);
void              calx_body_map_end_drag       (CalxBodyMap      *self);
void              calx_body_map_place_in       (CalxBodyMap      *self,
                                                const CalxRegion *region);
/* A region has the keyboard now; NULL: none of this view has. */
void              calx_body_map_focus_moved    (CalxBodyMap      *self,
                                                const CalxRegion *region);
gboolean          calx_body_map_take_focus     (CalxBodyMap      *self);

G_END_DECLS
