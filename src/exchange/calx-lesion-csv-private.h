/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-lesion-csv.h"

G_BEGIN_DECLS

typedef enum
{
  CALX_COLUMN_PATIENT,
  CALX_COLUMN_RECORD_NUMBER,
  CALX_COLUMN_SESSION,
  CALX_COLUMN_SESSION_DATE,
  CALX_COLUMN_LESION,
  CALX_COLUMN_NUMBER,
  CALX_COLUMN_FIGURE,
  CALX_COLUMN_STATURE,
  CALX_COLUMN_VIEW,
  CALX_COLUMN_X,
  CALX_COLUMN_Y,
  CALX_COLUMN_REGION,
  CALX_COLUMN_SIDE,
  CALX_COLUMN_TYPE,
  CALX_COLUMN_SHAPE,
  CALX_COLUMN_LENGTH,
  CALX_COLUMN_WIDTH,
  CALX_COLUMN_ANGLE,
  CALX_COLUMN_AREA,
  CALX_COLUMN_OUTLINE,
  CALX_COLUMN_ULCERATED,
  CALX_COLUMN_PAIN,
  CALX_COLUMN_ONSET,
  CALX_COLUMN_DIAGNOSIS,
  CALX_COLUMN_HEALED,
  CALX_COLUMN_SENTINEL,
  CALX_COLUMN_SEEN,
  CALX_COLUMN_SIGNS, /* CALX_N_LESION_SIGNS of them */
  CALX_COLUMN_BWAT = CALX_COLUMN_SIGNS + CALX_N_LESION_SIGNS, /* CALX_N_BWAT_ITEMS */
  CALX_COLUMN_NOTE = CALX_COLUMN_BWAT + CALX_N_BWAT_ITEMS,
  CALX_N_COLUMNS,
} CalxLesionColumn;

/* Static. */
const char *calx_lesion_column_get_name (CalxLesionColumn column);
/* "right", "left", "midline" */
const char *calx_side_to_id             (CalxSide         side);

/* A fraction of stature as millimetres, in the fewest digits from which the same fraction is read again. */
char       *calx_fraction_to_mm         (double           fraction,
                                         double           stature_mm) G_GNUC_WARN_UNUSED_RESULT;
/* And back. FALSE where @text is no plain number: digits, and one comma or point. */
gboolean    calx_fraction_from_mm       (const char      *text,
                                         double           stature_mm,
                                         double          *ret_fraction);

G_END_DECLS
