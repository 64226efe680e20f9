/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "calx-body.h"
#include "calx-palette.h"

G_BEGIN_DECLS

/* What a body file holds, resolved to curves of the whole figure. Shared by the reader, the queries
 * and the renderer; nobody else includes it. */

typedef enum
{
  CALX_ART_LINE,
  CALX_ART_ELLIPSE,
  CALX_ART_SHADE,
  CALX_ART_FILL,
} CalxArtKind;

/* Names an entry of the palette. */
typedef enum
{
  CALX_ROLE_LINE,
  CALX_ROLE_DETAIL,
  CALX_ROLE_HAIR,
  CALX_ROLE_PUPIL,
  CALX_ROLE_SHADE,
  CALX_ROLE_LIGHT,
} CalxArtRole;

/* One item of the drawing inside the outline, in the order of drawing. */
typedef struct
{
  CalxArtKind kind;
  CalxArtRole role;
  gboolean    mirror;       /* drawn a second time on the other side */
  double      min_px;       /* only where the whole figure would be at least as many pixels high */
  double      max_px;       /* only where it would be less; 0: at any size */
  double      alpha;        /* line, shade, fill; of an ellipse: its fill */
  double      stroke_alpha; /* ellipse */
  double      width;        /* line, ellipse; body units */
  CalxPoint   centre;       /* ellipse, shade */
  CalxPoint   radius;       /* ellipse, shade */
  double      rotation;     /* shade; radians */
  GArray     *chain;        /* fill, else NULL */
  GArray     *spine;        /* line: CalxPoint along it, else NULL */
  GArray     *ribs;         /* line: at each point of the spine the half width across, at width 1 */
} CalxBodyArt;

/* A region as it stands in one view. */
typedef struct _CalxBodyShape CalxBodyShape;
struct _CalxBodyShape
{
  const CalxRegion    *region;
  const CalxBodyShape *mirror_of; /* the shape on the other side that this one was made from, or NULL */
  GPtrArray           *loops;     /* chains, closed */
  GPtrArray           *polygons;  /* the same, flattened */
  GPtrArray           *parts;     /* shapes inside that are regions of their own; borrowed; NULL without */
  GPtrArray           *corners;   /* of each loop: guint, the curves at which its pieces begin, the same for all
                                   * figures; not of the image of another shape */
  CalxBox              box;
  double               area;
  CalxPoint            centre;    /* inside, far from the border */
};

/* The soft tones of a view as they were last drawn: they cost more than all lines. */
typedef struct
{
  cairo_surface_t   *picture; /* NULL: not yet */
  const CalxPalette *palette;
  double             height, scale;
} CalxBodySoft;

typedef struct
{
  GArray         *silhouette;         /* chain, closed, whole figure */
  GArray         *silhouette_weights; /* double by piece: 1, less where fingers and toes are near */
  GArray         *silhouette_polygon;
  GArray         *borders;            /* CalxBezier, loose: each border between regions once */
  GPtrArray      *shapes;             /* CalxBodyShape, smallest first */
  CalxBodyShape **by_region;          /* borrowed, by index of the region; NULL where not in view */
  GPtrArray      *art;                /* CalxBodyArt */
  CalxBodySoft    soft;               /* of the last drawing of the whole; under the lock of the body */
} CalxBodyView;

struct _CalxBody
{
  char         *build;
  CalxRegions  *regions;
  CalxBodyView  views[CALX_N_VIEWS];
  GPtrArray    *insets;       /* CalxBodyInset */
  GMutex        lock;
  CalxBody     *others[CALX_N_FIGURES]; /* loaded when a lesion was marked on them; NULL */
  JsonNode     *insets_words; /* holds their texts */
};

/* Reads insets.json for a figure that is read: unknown regions are errors, those that this figure lacks
 * are left out. */
gboolean calx_body_read_insets (CalxBody    *self,
                                GBytes      *json,
                                const char  *name,
                                GError     **error);
/* The shape of a region in a view, or NULL. */
const CalxBodyShape *calx_body_find_shape (CalxBody         *self,
                                           CalxView          view,
                                           const CalxRegion *region);
gboolean calx_body_shape_contains (const CalxBodyShape *self,
                                   double               x,
                                   double               y);
void     calx_body_art_free   (CalxBodyArt   *self);
void     calx_body_shape_free (CalxBodyShape *self);

/* Fills build, and of each view the silhouette, the loops of each shape, and the art. @self is
 * zeroed but for its regions. Errors name the file and the field. */
gboolean calx_body_parse      (CalxBody      *self,
                               GBytes        *json,
                               const char    *name,
                               GError       **error);

G_END_DECLS
