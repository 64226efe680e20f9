/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-course.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-format-extent.h"
#include "calx-format.h"
#include "calx-label.h"
#include "calx-lesion-chart.h"
#include "calx-lesion-history.h"
#include "calx-lesion-record.h"

/* The highest BWAT-CUA total. */
#define BWAT_TOP 40.0

/* Nothing is left of what has healed. */
static CalxChartPoint
get_area (const CalxLesionRecord *record)
{
  CalxChartPoint point = { record->date, NAN, record->lesion->healed };
  double mm2;

  if (record->lesion->healed)
    point.value = 0.0;
  else if (calx_lesion_get_area_mm2 (record->lesion, &mm2))
    point.value = calx_area_round_cm2 (mm2);
  return point;
}

static CalxChartPoint
get_bwat (const CalxLesionRecord *record)
{
  CalxChartPoint point = { record->date, NAN, FALSE };
  int total;

  if (!record->lesion->healed && calx_bwat_total (record->lesion, &total))
    point.value = total;
  return point;
}

static char *
describe (const CalxLesionRecord *record,
          const CalxChartPoint   *point,
          gboolean                is_area)
{
  g_autofree char *date = calx_format_date (record->date);
  g_autofree char *area = NULL;

  if (record->lesion->healed)
    return g_strdup_printf (_("%s, healed"), date);
  if (isnan (point->value))
    return g_strdup_printf (_("%s, not known"), date);
  area = is_area ? calx_format_lesion_area_of (record->lesion, NAN) : g_strdup_printf ("%g", point->value);
  return g_strdup_printf ("%s, %s", date, area);
}

/* Where nobody looked nothing was measured: a carried state is no point. */
static GtkWidget *
chart_new (GPtrArray *records,
           gboolean   is_area)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (CalxChartPoint));
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *widget = calx_lesion_chart_new ();
  gboolean is_fine = FALSE;
  CalxChart chart;

  for (guint i = records->len; i > 0; i--)
    {
      const CalxLesionRecord *record = g_ptr_array_index (records, i - 1);
      CalxChartPoint point = is_area ? get_area (record) : get_bwat (record);

      if (!record->is_look)
        continue;
      is_fine |= point.value > 0.0 && point.value < 1.0;
      g_array_append_val (points, point);
      g_ptr_array_add (values, describe (record, &point, is_area));
    }
  g_ptr_array_add (values, NULL);
  chart = (CalxChart){ .title = is_area ? _("Area") : _("BWAT-CUA"), .unit = is_area ? _("cm²") : _("of 40"),
                       .points = (const CalxChartPoint *) (gpointer) points->data, .n_points = points->len,
                       .least_top = is_area ? 0.0 : BWAT_TOP, .decimals = !is_area ? 0 : is_fine ? 2 : 1 };
  calx_lesion_chart_set_chart (CALX_LESION_CHART (widget), &chart, (const char *const *) values->pdata);
  return widget;
}

static gboolean
has_bwat (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      CalxChartPoint point = get_bwat (g_ptr_array_index (records, i));

      if (!isnan (point.value))
        return TRUE;
    }
  return FALSE;
}

GtkWidget *
calx_lesion_course_new (GPtrArray  *sessions,
                        const char *lesion_uuid)
{
  g_autoptr(GPtrArray) records = NULL;
  GtkWidget *box, *history;

  g_return_val_if_fail (sessions != NULL && sessions->len > 0 && lesion_uuid != NULL, NULL);

  records = calx_lesion_records_new (g_ptr_array_index (sessions, sessions->len - 1), sessions, lesion_uuid);
  if (records->len == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (box), chart_new (records, TRUE));
  if (has_bwat (records))
    gtk_box_append (GTK_BOX (box), chart_new (records, FALSE));
  else
    gtk_box_append (GTK_BOX (box), calx_label_new_wrapped (_("BWAT-CUA: never scored in full."), "dim-label"));
  history = g_object_new (CALX_TYPE_LESION_HISTORY, NULL);
  calx_lesion_history_set_records (CALX_LESION_HISTORY (history), records);
  gtk_box_append (GTK_BOX (box), history);
  return box;
}
