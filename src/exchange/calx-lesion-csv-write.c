/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-csv-private.h"

#include "calx-csv.h"
#include "calx-format.h"

#define MM2_PER_CM2 100.0
#define AREA_DECIMALS 2

static const char *const names[CALX_N_COLUMNS] = {
  [CALX_COLUMN_PATIENT] = "patient",
  [CALX_COLUMN_RECORD_NUMBER] = "record_number",
  [CALX_COLUMN_SESSION] = "session",
  [CALX_COLUMN_SESSION_DATE] = "session_date",
  [CALX_COLUMN_LESION] = "lesion",
  [CALX_COLUMN_NUMBER] = "number",
  [CALX_COLUMN_FIGURE] = "figure",
  [CALX_COLUMN_STATURE] = "stature_mm",
  [CALX_COLUMN_VIEW] = "view",
  [CALX_COLUMN_X] = "x_mm",
  [CALX_COLUMN_Y] = "y_mm",
  [CALX_COLUMN_REGION] = "region",
  [CALX_COLUMN_SIDE] = "side",
  [CALX_COLUMN_TYPE] = "type",
  [CALX_COLUMN_SHAPE] = "shape",
  [CALX_COLUMN_LENGTH] = "length_mm",
  [CALX_COLUMN_WIDTH] = "width_mm",
  [CALX_COLUMN_ANGLE] = "angle_deg",
  [CALX_COLUMN_AREA] = "area_cm2",
  [CALX_COLUMN_OUTLINE] = "outline",
  [CALX_COLUMN_ULCERATED] = "ulcerated",
  [CALX_COLUMN_PAIN] = "pain",
  [CALX_COLUMN_ONSET] = "onset",
  [CALX_COLUMN_DIAGNOSIS] = "diagnosis",
  [CALX_COLUMN_HEALED] = "healed",
  [CALX_COLUMN_SENTINEL] = "sentinel",
  [CALX_COLUMN_SEEN] = "seen",
  [CALX_COLUMN_BWAT] = "bwat_1",
  [CALX_COLUMN_BWAT + 1] = "bwat_2",
  [CALX_COLUMN_BWAT + 2] = "bwat_3",
  [CALX_COLUMN_BWAT + 3] = "bwat_4",
  [CALX_COLUMN_BWAT + 4] = "bwat_5",
  [CALX_COLUMN_BWAT + 5] = "bwat_6",
  [CALX_COLUMN_BWAT + 6] = "bwat_7",
  [CALX_COLUMN_BWAT + 7] = "bwat_8",
  [CALX_COLUMN_NOTE] = "note",
};

const char *
calx_lesion_column_get_name (CalxLesionColumn column)
{
  g_return_val_if_fail (column < CALX_N_COLUMNS, "");

  return column >= CALX_COLUMN_SIGNS && column < CALX_COLUMN_BWAT ? calx_lesion_sign_to_id (column - CALX_COLUMN_SIGNS)
                                                                   : names[column];
}

const char *
calx_side_to_id (CalxSide side)
{
  return side == CALX_SIDE_RIGHT ? "right" : side == CALX_SIDE_LEFT ? "left" : "midline";
}

void
calx_lesion_csv_append_header (GString *out)
{
  const char *cells[CALX_N_COLUMNS + 1] = { NULL };

  g_return_if_fail (out != NULL);

  for (CalxLesionColumn column = 0; column < CALX_N_COLUMNS; column++)
    cells[column] = calx_lesion_column_get_name (column);
  calx_csv_append_row (out, cells);
}

static void
set (char           **cells,
     CalxLesionColumn column,
     const char      *text)
{
  cells[column] = g_strdup (text);
}

static void
set_size (char           **cells,
          CalxLesionColumn column,
          double           mm)
{
  if (mm != CALX_SIZE_UNKNOWN_MM)
    cells[column] = calx_format_machine_number (mm, -1);
}

static void
set_identity (char                **cells,
              const CalxLesionLine *line)
{
  set (cells, CALX_COLUMN_PATIENT, line->patient_uuid);
  set (cells, CALX_COLUMN_RECORD_NUMBER, line->record_number);
  set (cells, CALX_COLUMN_SESSION, line->session_uuid);
  cells[CALX_COLUMN_SESSION_DATE] = calx_date_to_iso (line->session_date);
  set (cells, CALX_COLUMN_LESION, line->lesion->uuid);
  cells[CALX_COLUMN_NUMBER] = g_strdup_printf ("L%d", line->lesion->number);
}

static void
set_place (char                **cells,
           CalxRegions          *regions,
           const CalxLesionLine *line)
{
  const CalxLesion *lesion = line->lesion;
  const CalxRegion *region = calx_regions_find (regions, lesion->region_id);

  set (cells, CALX_COLUMN_FIGURE, lesion->figure);
  cells[CALX_COLUMN_STATURE] = calx_format_machine_number (line->stature_mm, -1);
  set (cells, CALX_COLUMN_VIEW, calx_view_to_id (lesion->view));
  cells[CALX_COLUMN_X] = calx_fraction_to_mm (lesion->x, line->stature_mm);
  cells[CALX_COLUMN_Y] = calx_fraction_to_mm (lesion->y, line->stature_mm);
  set (cells, CALX_COLUMN_REGION, lesion->region_id);
  if (region != NULL)
    set (cells, CALX_COLUMN_SIDE, calx_side_to_id (region->side));
}

static char *
write_outline (GArray *outline)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < outline->len; i++)
    {
      const CalxPointMm *point = &g_array_index (outline, CalxPointMm, i);
      g_autofree char *x = calx_format_machine_number (point->x_mm, -1);
      g_autofree char *y = calx_format_machine_number (point->y_mm, -1);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ";" : "", x, y);
    }
  return g_string_free (text, FALSE);
}

static void
set_shape (char            **cells,
           const CalxLesion *lesion)
{
  double mm2;

  set (cells, CALX_COLUMN_TYPE, calx_lesion_type_to_id (lesion->type));
  set (cells, CALX_COLUMN_SHAPE, calx_lesion_shape_to_id (calx_lesion_get_shape (lesion)));
  set_size (cells, CALX_COLUMN_LENGTH, lesion->length_mm);
  set_size (cells, CALX_COLUMN_WIDTH, lesion->width_mm);
  if (lesion->angle_deg != 0.0)
    cells[CALX_COLUMN_ANGLE] = calx_format_machine_number (lesion->angle_deg, -1);
  if (calx_lesion_get_area_mm2 (lesion, &mm2))
    cells[CALX_COLUMN_AREA] = calx_format_machine_number (mm2 / MM2_PER_CM2, AREA_DECIMALS);
  if (lesion->outline != NULL)
    cells[CALX_COLUMN_OUTLINE] = write_outline (lesion->outline);
}

static void
set_state (char            **cells,
           const CalxLesion *lesion)
{
  set (cells, CALX_COLUMN_ULCERATED, calx_ternary_to_id (lesion->ulcerated));
  if (lesion->pain != CALX_PAIN_UNKNOWN)
    cells[CALX_COLUMN_PAIN] = g_strdup_printf ("%d", lesion->pain);
  cells[CALX_COLUMN_ONSET] = calx_date_to_iso (lesion->onset);
  set (cells, CALX_COLUMN_DIAGNOSIS, calx_diagnosis_to_id (lesion->diagnosis));
  set (cells, CALX_COLUMN_HEALED, lesion->healed ? "yes" : "no");
  set (cells, CALX_COLUMN_SENTINEL, lesion->sentinel ? "yes" : "no");
  cells[CALX_COLUMN_SEEN] = calx_date_to_iso (lesion->seen);
  for (guint sign = 0; sign < CALX_N_LESION_SIGNS; sign++)
    set (cells, CALX_COLUMN_SIGNS + sign, calx_lesion_sign_value_to_id (sign, lesion->signs[sign]));
  for (guint item = 0; item < CALX_N_BWAT_ITEMS; item++)
    if (lesion->bwat[item] != CALX_BWAT_NOT_SCORED)
      cells[CALX_COLUMN_BWAT + item] = g_strdup_printf ("%d", lesion->bwat[item]);
  set (cells, CALX_COLUMN_NOTE, lesion->note);
}

void
calx_lesion_csv_append (GString              *out,
                        CalxRegions          *regions,
                        const CalxLesionLine *line)
{
  g_auto(GStrv) cells = NULL;

  g_return_if_fail (out != NULL);
  g_return_if_fail (regions != NULL);
  g_return_if_fail (line != NULL && line->lesion != NULL);

  cells = g_new0 (char *, CALX_N_COLUMNS + 1);
  set_identity (cells, line);
  set_place (cells, regions, line);
  set_shape (cells, line->lesion);
  set_state (cells, line->lesion);
  for (CalxLesionColumn column = 0; column < CALX_N_COLUMNS; column++)
    if (cells[column] == NULL)
      set (cells, column, "");
  calx_csv_append_row (out, (const char *const *) cells);
}
