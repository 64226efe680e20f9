/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-extent.h"
#include "calx-lesion-line.h"

G_BEGIN_DECLS

/* Areas and their change in words, beside calx-format.h. Translated, transfer full. */

/* "4.8 cm²", "0.07 cm²" */
char *calx_format_area            (double                  mm2);
/* "0.28 %", "1.4 %", "below 0.01 %" of @surface_mm2 */
char *calx_format_surface_share   (double                  mm2,
                                   double                  surface_mm2);
/* "4.8 cm², 0.03 % of body surface"; with @surface_mm2 NAN: "4.8 cm²". "" where the area is not known. */
char *calx_format_lesion_area_of  (const CalxLesion       *lesion,
                                   double                  surface_mm2);
/* "Ellipse, 4.8 cm², 0.03 % of body surface", "Outline, 4.8 cm²; per cent of body surface not known without
 * height and weight", "Point, size not known" */
char *calx_format_lesion_shape    (const CalxLesion       *lesion,
                                   double                  surface_mm2);
/* "Open area 12 cm², 0.07 % of body surface; size of 1 lesion not known"; says so where the surface
 * is not known (NAN). "" without open lesions. */
char *calx_format_open_area       (const CalxDistribution *distribution,
                                   double                  surface_mm2);
/* "3 new, 1 healed, 2 grown, area +18.2 cm²"; what could not be compared is said after it. */
char *calx_format_extent          (const CalxExtent       *extent);
/* What became of one lesion: "new", "healed", "grown, 2.4 to 2.7 cm²", "size not known" */
char *calx_format_lesion_change   (const CalxLesionChange *change);
/* "overlap of the regions affected 0.50"; "" where nothing was open */
char *calx_format_overlap         (const CalxExtent       *extent,
                                   CalxRegions            *regions);
/* "Lesions: 3 new, 1 changed, 20 the same. Sessions: 1 new, 2 corrected, 5 left as they are." */
char *calx_format_lesion_import   (const CalxLesionImport *import);

G_END_DECLS
