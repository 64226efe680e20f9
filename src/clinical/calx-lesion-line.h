/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-lesion.h"

G_BEGIN_DECLS

/* One lesion of one session, as a line of a table: what goes into a file of lesions and comes out of one. */
typedef struct
{
  guint       line;          /* of the file it was read from; 0: it was not */
  char       *patient_uuid;  /* opaque; "" where the file gives the record number alone */
  char       *record_number; /* "" where the clinic gives none */
  char       *session_uuid;  /* "": the session of that patient and day */
  CalxDate    session_date;  /* a day */
  double      stature_mm;    /* of the figure: what its millimetres are measured on */
  CalxLesion *lesion;        /* its number is 1 where @has_number is FALSE */
  gboolean    has_uuid;      /* FALSE: a lesion that is new */
  gboolean    has_number;    /* FALSE: the next free one */
} CalxLesionLine;

/* With every text "", nothing known, and no lesion. */
CalxLesionLine *calx_lesion_line_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            calx_lesion_line_free (CalxLesionLine *self);

/* What an import of lines does, or would do. */
typedef struct
{
  guint n_lines;
  guint n_sessions_new;
  guint n_sessions_changed;   /* that get a new version */
  guint n_sessions_unchanged;
  guint n_lesions_new;        /* to the session that they stand in */
  guint n_lesions_changed;
  guint n_lesions_same;
} CalxLesionImport;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxLesionLine, calx_lesion_line_free)

G_END_DECLS
