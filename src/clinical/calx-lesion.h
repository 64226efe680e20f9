/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "calx-date.h"
#include "calx-figure.h"
#include "calx-outline.h"
#include "calx-regions.h"

G_BEGIN_DECLS

typedef enum
{
  CALX_TERNARY_UNKNOWN,
  CALX_TERNARY_NO,
  CALX_TERNARY_YES,
} CalxTernary;

typedef enum
{
  CALX_LESION_TYPE_UNKNOWN,
  CALX_LESION_TYPE_PAPULE,
  CALX_LESION_TYPE_PLAQUE,
  CALX_LESION_TYPE_NODULE,
  CALX_LESION_TYPE_SUBCUTANEOUS_NODULE,
  CALX_LESION_TYPE_INDURATION,
  CALX_LESION_TYPE_LIVEDO,
  CALX_LESION_TYPE_RETIFORM_PURPURA,
  CALX_LESION_TYPE_ULCER,
  CALX_LESION_TYPE_ESCHAR,          /* eschar or gangrene */
  CALX_LESION_TYPE_CHALKY_DISCHARGE,
} CalxLesionType;
#define CALX_N_LESION_TYPES 11

typedef enum
{
  CALX_DIAGNOSIS_NOT_STATED,
  CALX_DIAGNOSIS_CALCIPHYLAXIS,
  CALX_DIAGNOSIS_OTHER,
} CalxDiagnosis;

/* What else is seen or felt of a lesion, in the words of the seeds (A1.3-A1.6, A1.11, A1.13). Each has a
 * few values, of which 0 is not known; gritty, chalky and infected are CalxTernary. */
typedef enum
{
  CALX_LESION_SIGN_GRITTY,      /* studded with yellow-white gritty matter */
  CALX_LESION_SIGN_CHALKY,      /* gives chalky discharge */
  CALX_LESION_SIGN_INFECTED,
  CALX_LESION_SIGN_TEMPO,       /* CalxLesionTempo */
  CALX_LESION_SIGN_COLOUR,      /* CalxLesionColour */
  CALX_LESION_SIGN_CONSISTENCY, /* CalxLesionConsistency */
  CALX_LESION_SIGN_EXTENT,      /* CalxLesionExtent */
} CalxLesionSign;
#define CALX_N_LESION_SIGNS 7

typedef enum
{
  CALX_LESION_TEMPO_UNKNOWN,
  CALX_LESION_TEMPO_GRADUAL,
  CALX_LESION_TEMPO_RAPID,
} CalxLesionTempo;

typedef enum
{
  CALX_LESION_COLOUR_UNKNOWN,
  CALX_LESION_COLOUR_WHITISH,
  CALX_LESION_COLOUR_YELLOWISH,
  CALX_LESION_COLOUR_SKIN,
  CALX_LESION_COLOUR_OTHER,
} CalxLesionColour;

typedef enum
{
  CALX_LESION_CONSISTENCY_UNKNOWN,
  CALX_LESION_CONSISTENCY_FIRM,
  CALX_LESION_CONSISTENCY_HARD,
  CALX_LESION_CONSISTENCY_OTHER,
} CalxLesionConsistency;

typedef enum
{
  CALX_LESION_EXTENT_UNKNOWN,
  CALX_LESION_EXTENT_LOCALIZED,
  CALX_LESION_EXTENT_CIRCUMSCRIPTA, /* localized, around joints or on the extremities */
  CALX_LESION_EXTENT_UNIVERSALIS,   /* diffuse, sheet-like: skin, subcutis, muscle, tendon */
} CalxLesionExtent;

/* The BWAT-CUA has eight items, in the order of instruments.json. */
#define CALX_N_BWAT_ITEMS 8
#define CALX_BWAT_NOT_SCORED 0

#define CALX_PAIN_UNKNOWN (-1)
#define CALX_PAIN_MAX 10
#define CALX_SIZE_UNKNOWN_MM 0.0

/* What a lesion may be. Larger than any wound on a person: a size beyond it is a slip of the unit. */
#define CALX_LESION_MAX_SIZE_MM 1000.0
#define CALX_LESION_MAX_X 1.0 /* of stature, to both sides */
/* Not 1: the feet are drawn from above, and their toes reach below the ground. */
#define CALX_LESION_MAX_Y 1.1

typedef enum
{
  CALX_LESION_SHAPE_POINT,   /* without a length */
  CALX_LESION_SHAPE_ELLIPSE, /* of its length and, where that is known, its width */
  CALX_LESION_SHAPE_OUTLINE,
} CalxLesionShape;

/* One lesion as it stood in one session. Immutable and refcounted (g_atomic_rc_box); to edit,
 * copy, change the copy before it is shared, and put it into a new session. */
typedef struct
{
  char          *uuid;      /* its identity over all sessions */
  int            number;    /* L1, L2, ...: given once per patient, never again */
  const char    *figure;    /* on which it was marked, interned; "" in records from before there was a choice: the
                             * standard one of the sex */
  CalxView       view;
  double         x;         /* fraction of stature from the midline, to the right of the drawing */
  double         y;         /* fraction of stature from the crown, downwards; over 1 on the toes */
  char          *region_id;
  CalxLesionType type;
  CalxTernary    ulcerated;
  double         length_mm; /* longest axis, or CALX_SIZE_UNKNOWN_MM */
  double         width_mm;  /* across it, or CALX_SIZE_UNKNOWN_MM */
  double         angle_deg; /* of the length: 0 along x of the drawing, clockwise as drawn, in [0,180) */
  GArray        *outline;   /* of CalxPointMm, never changed once it is set; NULL: none. Length, width and angle are
                             * then those of the outline */
  int            pain;      /* 0-10, or CALX_PAIN_UNKNOWN */
  CalxDate       onset;
  CalxDiagnosis  diagnosis;
  gboolean       healed;    /* no longer open; kept as a ghost */
  gboolean       sentinel;  /* the one to follow; at most one open lesion of a session */
  guint          signs[CALX_N_LESION_SIGNS];
  guint8         bwat[CALX_N_BWAT_ITEMS]; /* 1 (best) to 5 (worst), or CALX_BWAT_NOT_SCORED */
  char          *note;      /* may be "" */
  CalxDate       seen;      /* the day on which it was last looked at; CALX_DATE_NONE outside a session */
} CalxLesion;

/* A new lesion: fresh uuid, everything unknown. */
CalxLesion *calx_lesion_new       (int               number,
                                   CalxView          view,
                                   double            x,
                                   double            y,
                                   const char       *region_id) G_GNUC_WARN_UNUSED_RESULT;
/* A writable copy, with the same uuid and number. */
CalxLesion *calx_lesion_copy      (const CalxLesion *self) G_GNUC_WARN_UNUSED_RESULT;
CalxLesion *calx_lesion_ref       (CalxLesion       *self);
void        calx_lesion_unref     (CalxLesion       *self);
/* For what has an identity already: a stored lesion, the sample clinic. */
void        calx_lesion_set_uuid  (CalxLesion       *self,
                                   const char       *uuid);
void        calx_lesion_set_note  (CalxLesion       *self,
                                   const char       *note);
void        calx_lesion_set_place (CalxLesion       *self,
                                   CalxView          view,
                                   double            x,
                                   double            y,
                                   const char       *region_id);
void        calx_lesion_set_figure (CalxLesion      *self,
                                    CalxFigure       figure);
/* The figure on which it was marked; @sex decides where the record does not say. */
CalxFigure  calx_lesion_get_figure (const CalxLesion *self,
                                    CalxSex           sex);
/* NULL takes the outline away; length, width and angle stay as they are. Otherwise they become those of the
 * outline, to 0.1 mm and 0.1 degrees, and its points are rounded to 0.01 mm. FALSE, with nothing changed,
 * where it has too few or too many points or exceeds CALX_LESION_MAX_SIZE_MM. */
gboolean    calx_lesion_set_outline (CalxLesion      *self,
                                     GArray          *outline);
CalxLesionShape calx_lesion_get_shape (const CalxLesion *self);
/* One more lesion, of the same look at the same place of the other side: figure, view, type, ulceration, size,
 * outline, signs and diagnosis. What was measured or asked of the first (pain, BWAT-CUA, onset, note) is not
 * known of it, it is open, and nobody follows it yet. On the midline it is mirrored within its region. */
CalxLesion *calx_lesion_new_mirrored (const CalxLesion *self,
                                      CalxRegions      *regions,
                                      int               number) G_GNUC_WARN_UNUSED_RESULT;
gboolean    calx_lesion_equal     (const CalxLesion *a,
                                   const CalxLesion *b);
/* Whether both say the same of the lesion itself: its number, the choice of the sentinel and the day on
 * which it was looked at may differ. */
gboolean    calx_lesion_equal_look (const CalxLesion *a,
                                    const CalxLesion *b);
JsonNode   *calx_lesion_to_json   (const CalxLesion *self) G_GNUC_WARN_UNUSED_RESULT;
/* A region that @regions lacks, a view that it is not in, or a field out of range is an error. Of before
 * the day of looking was recorded: CALX_DATE_NONE. */
CalxLesion *calx_lesion_from_json (CalxRegions      *regions,
                                   JsonNode         *node,
                                   GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* How many items of the BWAT-CUA are scored; and the total, 8 (best) to 40 (worst), which there is of
 * all eight alone (Gould 2021): FALSE otherwise. */
guint       calx_bwat_count       (const CalxLesion *self);
gboolean    calx_bwat_total       (const CalxLesion *self,
                                   int              *ret_total);
/* What is inside the outline, or of an ellipse of length and width. FALSE: not known, as of a point and where one
 * of the two is missing; never taken as zero. */
gboolean    calx_lesion_get_area_mm2 (const CalxLesion *self,
                                      double           *ret_mm2);
/* An area in cm² as people see it and as sessions are compared: to 0.1, below 1 cm² to 0.01, and never 0. */
double      calx_area_round_cm2      (double            mm2);
/* "point", "ellipse", "outline" */
const char *calx_lesion_shape_to_id    (CalxLesionShape shape);
/* The forms of files; "" for what is unknown or not stated. */
const char *calx_lesion_type_to_id     (CalxLesionType  type);
gboolean    calx_lesion_type_from_id   (const char     *id,
                                        CalxLesionType *ret_type);
const char *calx_diagnosis_to_id       (CalxDiagnosis   diagnosis);
gboolean    calx_diagnosis_from_id     (const char     *id,
                                        CalxDiagnosis  *ret_diagnosis);
const char *calx_ternary_to_id         (CalxTernary     ternary); /* "", "no", "yes" */
gboolean    calx_ternary_from_id       (const char     *id,
                                        CalxTernary    *ret_ternary);
/* What is known of a sign: a lesion whose type is chalky discharge is chalky. */
guint       calx_lesion_get_sign           (const CalxLesion *self,
                                            CalxLesionSign    sign);
/* TRUE for those whose values are CalxTernary. */
gboolean    calx_lesion_sign_is_ternary    (CalxLesionSign  sign);
/* "gritty"; a sign's values are numbered from 0, not known, whose form is "". */
const char *calx_lesion_sign_to_id         (CalxLesionSign  sign);
gboolean    calx_lesion_sign_from_id       (const char     *id,
                                            CalxLesionSign *ret_sign);
guint       calx_lesion_sign_get_n_values  (CalxLesionSign  sign);
const char *calx_lesion_sign_value_to_id   (CalxLesionSign  sign,
                                            guint           value);
gboolean    calx_lesion_sign_value_from_id (CalxLesionSign  sign,
                                            const char     *id,
                                            guint          *ret_value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxLesion, calx_lesion_unref)

G_END_DECLS
