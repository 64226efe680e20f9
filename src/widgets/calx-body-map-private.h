/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-body-map.h"
#include "calx-body-marks.h"
#include "calx-body-renderer.h"
#include "calx-map-layer.h"
#include "calx-map-region.h"
#include "calx-map-viewport.h"

G_BEGIN_DECLS

/* Between the files of the map (calx-body-map*.c) and calx-map-region.c alone:
 * calx-body-map.c: what is shown; -draw.c: how; -view.c: zoom and pan; -regions.c: points and regions;
 * -edit.c: a lesion in the hand; -handles.c: what it is held by; -pointer.c, -touch.c, -keys.c, -menu.c: what
 * the person does. */

/* What the lesion in the hand is held by. */
typedef enum
{
  CALX_MAP_GRIP_NONE,
  CALX_MAP_GRIP_PLACE,  /* all of it */
  CALX_MAP_GRIP_LENGTH, /* an end of the length */
  CALX_MAP_GRIP_WIDTH,
  CALX_MAP_GRIP_TURN,
  CALX_MAP_GRIP_POINT,  /* one of the outline */
} CalxMapGrip;

/* What the keyboard does to the selected lesion. */
typedef enum
{
  CALX_MAP_MODE_WALK,    /* nothing: arrows walk the regions */
  CALX_MAP_MODE_MOVE,    /* move, size, turn */
  CALX_MAP_MODE_OUTLINE, /* the points of its outline */
} CalxMapMode;

typedef struct
{
  CalxMapGrip grip;
  guint       point; /* of the outline */
  double      x, y;  /* pixels */
} CalxMapHandle;

struct _CalxBodyMap
{
  GtkWidget         parent_instance;

  CalxView          view;
  char             *inset;         /* its title, where this map is one; NULL */
  CalxBody         *body;
  GPtrArray        *lesions;
  char             *selected;
  double            stature_mm;
  CalxSex           sex;
  CalxSkin          skin;
  GPtrArray        *regions;       /* CalxMapRegion, head to toe; not owned: they are children */
  char             *description;

  CalxMapViewport   viewport;
  CalxBodyTransform transform;
  GtkWidget        *controls;      /* the buttons over the drawing; NULL on an inset */
  GtkWidget        *home_button;
  gboolean          enlarged;      /* the box of an inset fills it */

  CalxMapLayer      figure;        /* what does not move */
  CalxMapLayer      whole;         /* the figure at home: behind the other while that is moved */
  CalxMapLayer      marks;         /* the lesions that do not move */
  gboolean          marks_stale;
  GArray           *mark_places;   /* CalxBodyMark of these, to be hit; NULL: to be made */
  CalxBodyTransform mark_transform;
  guint             settle_id;     /* while zoomed or moved by hand: not yet drawn sharp again */
  guint             n_figure_draws, n_marks_draws;

  const CalxRegion *hover;         /* under the pointer */
  char             *hover_lesion;  /* uuid of the mark under the pointer, or NULL */
  const CalxRegion *focus;         /* the last one that had the keyboard */
  gboolean          has_focus;     /* it has it now */
  gboolean          from_keyboard; /* ring it: the pointer needs no ring */
  double            pointer_x, pointer_y; /* pixels, where it last was */

  gboolean          pen;           /* a drag draws an outline */
  GArray           *stroke;        /* CalxPoint, body units: the outline that is being drawn, or NULL */

  double            press_x, press_y; /* pixels */
  gboolean          pressing;      /* a press that was not yet taken back */
  gboolean          strayed;       /* it went too far for a click, wherever it ends */
  gboolean          panning;
  double            pan_x, pan_y;  /* how far it got */
  CalxLesion       *pressed;       /* the mark under the press, or NULL */
  CalxMapHandle     pressed_handle;

  gint64            click_time;    /* of the last click, ms; 0: none that could be doubled */
  double            click_x, click_y;
  guint             click_id;      /* while it may still become a double one */
  const CalxRegion *click_region;  /* where it asks for a lesion, or NULL */
  double            click_body_x, click_body_y;

  gboolean          pinching;      /* by two fingers */
  double            pinch_scale;   /* how far the fingers got */
  double            pinch_x, pinch_y;

  CalxMapMode       mode;
  CalxMapGrip       grip;          /* what the pointer holds the lesion by */
  guint             point;         /* of the outline: the one held, by pointer or keyboard */
  CalxLesion       *original;      /* the lesion in the hand as it was, or NULL */
  CalxLesion       *edited;        /* and as it is by now */
  GPtrArray        *still;         /* the others */
  double            grab_dx, grab_dy; /* from the press to what is held, pixels */

  GtkWidget        *menu;          /* made when first asked for */
  const CalxRegion *menu_region;
  double            menu_x, menu_y; /* body units */
};

enum
{
  CALX_BODY_MAP_PLACE,
  CALX_BODY_MAP_EDIT,
  CALX_BODY_MAP_COPY,
  CALX_BODY_MAP_SELECT,
  CALX_BODY_MAP_OPEN,
  CALX_BODY_MAP_REMOVE,
  CALX_BODY_MAP_SWITCH_VIEW,
  CALX_BODY_MAP_ENLARGE,
  CALX_BODY_MAP_N_SIGNALS
};
extern guint calx_body_map_signals[CALX_BODY_MAP_N_SIGNALS];

/* calx-body-map.c */
/* To be called when what is pointed at, edited or focused has changed. */
void              calx_body_map_update_pointed (CalxBodyMap      *self);
void              calx_body_map_set_enlarged   (CalxBodyMap      *self,
                                                gboolean          enlarged);
/* A lesion of this view by its uuid; NULL. */
CalxLesion       *calx_body_map_find_lesion    (CalxBodyMap      *self,
                                                const char       *uuid);
/* The selected lesion if it is in this view; NULL. */
CalxLesion       *calx_body_map_get_selected_lesion (CalxBodyMap *self);

/* calx-body-map-draw.c */
/* By the colours of the desktop and the skin. */
const CalxPalette *calx_body_map_get_palette   (CalxBodyMap      *self);
void              calx_body_map_init_scene     (CalxBodyMap      *self,
                                                CalxBodyScene    *scene);
void              calx_body_map_drop_figure    (CalxBodyMap      *self);
void              calx_body_map_drop_marks     (CalxBodyMap      *self);
/* Of the lesions that do not move, CalxBodyMark; made when first asked for. */
GArray           *calx_body_map_get_marks      (CalxBodyMap      *self);
void              calx_body_map_snapshot       (GtkWidget        *widget,
                                                GtkSnapshot      *snapshot);

/* calx-body-map-view.c */
void              calx_body_map_init_controls  (CalxBodyMap      *self);
void              calx_body_map_install_view   (GtkWidgetClass   *widget_class);
/* The viewport was changed; @by_hand: more of it follows at once, so that sharpness may wait. */
void              calx_body_map_viewport_changed (CalxBodyMap    *self,
                                                gboolean          by_hand);
/* Fills the widget with a box, body units. */
void              calx_body_map_show_box       (CalxBodyMap      *self,
                                                const CalxBox    *box);
void              calx_body_map_zoom           (CalxBodyMap      *self,
                                                double            factor);
void              calx_body_map_go_home        (CalxBodyMap      *self);
/* Into a region, or back to the whole where it is zoomed already. */
void              calx_body_map_toggle_region  (CalxBodyMap      *self,
                                                const CalxRegion *region);

/* calx-body-map-regions.c */
/* The region at or near a point of the widget, and the point itself, brought inside; NULL far off. */
const CalxRegion *calx_body_map_snap           (CalxBodyMap      *self,
                                                double            x,
                                                double            y,
                                                double           *ret_body_x,
                                                double           *ret_body_y);
/* Where a lesion stands on the figure that is shown: body units. It may have been marked on another. */
void              calx_body_map_get_place      (CalxBodyMap      *self,
                                                const CalxLesion *lesion,
                                                double           *ret_x,
                                                double           *ret_y);
/* The same in pixels of the widget. */
void              calx_body_map_locate         (CalxBodyMap      *self,
                                                const CalxLesion *lesion,
                                                double           *ret_x,
                                                double           *ret_y);
CalxMapRegion    *calx_body_map_find_widget    (CalxBodyMap      *self,
                                                const CalxRegion *region);
void              calx_body_map_count_lesions  (CalxBodyMap      *self);
void              calx_body_map_rebuild_regions (CalxBodyMap     *self);
void              calx_body_map_allocate_regions (CalxBodyMap    *self);

/* calx-body-map-edit.c */
/* Takes the lesion into the hand; calx_body_map_drop_edit() puts it back, _keep_edit() asks for the change. */
void              calx_body_map_begin_edit     (CalxBodyMap      *self,
                                                CalxLesion       *lesion,
                                                CalxMapGrip       grip,
                                                guint             point);
void              calx_body_map_drop_edit      (CalxBodyMap      *self);
void              calx_body_map_keep_edit      (CalxBodyMap      *self);
/* By the pointer, which is at a point of the widget. */
void              calx_body_map_drag_edit      (CalxBodyMap      *self,
                                                double            x,
                                                double            y);
/* By the keyboard, in millimetres and degrees; FALSE where it does not go that way. */
gboolean          calx_body_map_nudge          (CalxBodyMap      *self,
                                                double            dx_mm,
                                                double            dy_mm);
gboolean          calx_body_map_grow           (CalxBodyMap      *self,
                                                double            length_mm,
                                                double            width_mm,
                                                double            angle_deg);
gboolean          calx_body_map_begin_mode     (CalxBodyMap      *self,
                                                CalxMapMode       mode);
/* What the keys do in the mode, and how the lesion is by now; NULL while arrows walk. */
char             *calx_body_map_describe_mode  (CalxBodyMap      *self);

/* calx-body-map-outline.c */
void              calx_body_map_begin_stroke   (CalxBodyMap      *self,
                                                double            x,
                                                double            y);
void              calx_body_map_extend_stroke  (CalxBodyMap      *self,
                                                double            x,
                                                double            y);
/* Asks for the lesion that was drawn; FALSE where it was no more than a dot. */
gboolean          calx_body_map_end_stroke     (CalxBodyMap      *self);
void              calx_body_map_drop_stroke    (CalxBodyMap      *self);
/* The lesion in the hand has an outline from here on, of its ellipse where it had none. */
void              calx_body_map_ensure_outline (CalxBodyMap      *self);
void              calx_body_map_walk_points    (CalxBodyMap      *self,
                                                int               step);
gboolean          calx_body_map_nudge_point    (CalxBodyMap      *self,
                                                double            dx_mm,
                                                double            dy_mm);
/* Where a point of the outline is dragged to; FALSE where it cannot be. */
gboolean          calx_body_map_set_point      (CalxBodyMap      *self,
                                                double            body_x,
                                                double            body_y);
gboolean          calx_body_map_add_point      (CalxBodyMap      *self);
gboolean          calx_body_map_remove_point   (CalxBodyMap      *self);

/* calx-body-map-handles.c */
/* CalxMapHandle of the selected lesion, or of the one in the hand; NULL where it has none. */
GArray           *calx_body_map_get_handles    (CalxBodyMap      *self);
/* FALSE where none is under the point. */
gboolean          calx_body_map_hit_handle     (CalxBodyMap      *self,
                                                double            x,
                                                double            y,
                                                CalxMapHandle    *ret_handle);
void              calx_body_map_draw_handles   (CalxBodyMap      *self,
                                                cairo_t          *cr);
/* The box in which a lesion and its handles are drawn, pixels. */
CalxBox           calx_body_map_get_lesion_box (CalxBodyMap      *self,
                                                const CalxLesion *lesion);

/* calx-body-map-pointer.c */
void              calx_body_map_init_pointer   (CalxBodyMap      *self);
/* Forgets the press and what was in the hand; the lesion is seen where it was. */
void              calx_body_map_forget_press   (CalxBodyMap      *self);
/* A click waits a moment for a second one: does now what it asks for, or forgets it. */
void              calx_body_map_commit_click   (CalxBodyMap      *self);
void              calx_body_map_drop_click     (CalxBodyMap      *self);
CalxLesion       *calx_body_map_hit_lesion     (CalxBodyMap      *self,
                                                double            x,
                                                double            y);

/* calx-body-map-touch.c */
void              calx_body_map_init_touch     (CalxBodyMap      *self);

/* calx-body-map-menu.c */
void              calx_body_map_install_menu   (GtkWidgetClass   *widget_class);
/* @x, @y: body units, in @region; @lesion: the one that is meant, or NULL */
void              calx_body_map_popup_menu     (CalxBodyMap      *self,
                                                const CalxRegion *region,
                                                double            x,
                                                double            y,
                                                CalxLesion       *lesion);

/* calx-body-map-keys.c */
void              calx_body_map_init_keys      (CalxBodyMap      *self);
void              calx_body_map_place_in       (CalxBodyMap      *self,
                                                const CalxRegion *region);
/* A region has the keyboard now; NULL: none of this view has. */
void              calx_body_map_focus_moved    (CalxBodyMap      *self,
                                                const CalxRegion *region);
gboolean          calx_body_map_take_focus     (CalxBodyMap      *self);

G_END_DECLS
