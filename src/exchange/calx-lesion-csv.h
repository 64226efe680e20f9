/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "calx-figure.h"
#include "calx-lesion-line.h"

G_BEGIN_DECLS

/* Lesions as CSV (RFC 4180, UTF-8), one line a lesion and session, a header first. What is not known is an
 * empty cell. Columns, in the order in which they are written:
 *
 *   patient, record_number, session, session_date, lesion, number
 *   figure, stature_mm, view, x_mm, y_mm: from the midline to the right of the drawing, and from the crown
 *     down, in millimetres of a figure of that stature
 *   region, side, type, shape, length_mm, width_mm, angle_deg, area_cm2
 *   outline: "x y;x y;x y", millimetres from x_mm, y_mm
 *   ulcerated, pain, onset, diagnosis, healed, sentinel, seen
 *   gritty, chalky, infected, tempo, colour, consistency, extent, bwat_1 to bwat_8, note
 *
 * Ids are those of the records. Side, shape and area follow from other columns: they are written, and where
 * a file that is read gives them they must fit. A lesion that is written and read again is the same one, bit for
 * bit, of its place (where the machine's long double is longer than its double) as of all else. */

/* Appends the header. */
void       calx_lesion_csv_append_header (GString *out);
/* Appends one line. */
void       calx_lesion_csv_append        (GString              *out,
                                          CalxRegions          *regions,
                                          const CalxLesionLine *line);
/* Reads a whole file. Columns may stand in any order, those that are not needed may be missing; one that is
 * not known is a fault. Every fault is one text (char *) added to @faults, "line 3, column type: “wart” is no
 * type. Write papule, plaque, ...", up to CALX_LESION_CSV_MAX_FAULTS; with one of them NULL is returned without
 * an error. CalxLesionLine; NULL with @error where the stream cannot be read. */
#define CALX_LESION_CSV_MAX_FAULTS 50
GPtrArray *calx_lesion_csv_read          (CalxRegions          *regions,
                                          CalxFigures          *figures,
                                          GInputStream         *input,
                                          GPtrArray            *faults,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
