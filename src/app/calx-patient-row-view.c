/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-patient-row-view.h"

#include <glib/gi18n.h>

#include "calx-format.h"

struct _CalxPatientRowView
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkLabel  *name_label;
  GtkLabel  *born_label;
  GtkLabel  *band_label;
  GtkLabel  *points_label;

  char      *text;
};

G_DEFINE_FINAL_TYPE (CalxPatientRowView, calx_patient_row_view, GTK_TYPE_WIDGET)

static const char *
get_band_label (CalxRiskModel *model,
                const char    *band_id)
{
  const char *label = calx_risk_model_get_band_label (model, band_id);

  return label != NULL ? label : _("Unknown");
}

static char *
format_band (const CalxPatientRow *row,
             CalxRiskModel        *model)
{
  if (!calx_date_is_known (row->last_session))
    return g_strdup (_("No session yet"));
  if (row->band_min == NULL || *row->band_min == '\0')
    return g_strdup (_("Unknown"));
  if (row->band_max == NULL || g_str_equal (row->band_min, row->band_max))
    return g_strdup (get_band_label (model, row->band_min));
  /* Translators: a range of bands, as in "High to Very high" */
  return g_strdup_printf (_("%s to %s"), get_band_label (model, row->band_min),
                          get_band_label (model, row->band_max));
}

static char *
format_points (const CalxPatientRow *row)
{
  if (!row->has_points)
    return g_strdup ("");
  if (row->points_min == row->points_max)
    return g_strdup_printf (g_dngettext (NULL, "%d point", "%d points", ABS (row->points_min)),
                            row->points_min);
  /* Translators: a range of points, as in "36 to 40 points" */
  return g_strdup_printf (_("%d to %d points"), row->points_min, row->points_max);
}

static void
calx_patient_row_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CALX_TYPE_PATIENT_ROW_VIEW);

  G_OBJECT_CLASS (calx_patient_row_view_parent_class)->dispose (object);
}

static void
calx_patient_row_view_finalize (GObject *object)
{
  g_clear_pointer (&CALX_PATIENT_ROW_VIEW (object)->text, g_free);

  G_OBJECT_CLASS (calx_patient_row_view_parent_class)->finalize (object);
}

static void
calx_patient_row_view_class_init (CalxPatientRowViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = calx_patient_row_view_dispose;
  object_class->finalize = calx_patient_row_view_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/calx/Calx/ui/CalxPatientRowView.ui");
  gtk_widget_class_bind_template_child (widget_class, CalxPatientRowView, box);
  gtk_widget_class_bind_template_child (widget_class, CalxPatientRowView, name_label);
  gtk_widget_class_bind_template_child (widget_class, CalxPatientRowView, born_label);
  gtk_widget_class_bind_template_child (widget_class, CalxPatientRowView, band_label);
  gtk_widget_class_bind_template_child (widget_class, CalxPatientRowView, points_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_patient_row_view_init (CalxPatientRowView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
calx_patient_row_view_new (void)
{
  return g_object_new (CALX_TYPE_PATIENT_ROW_VIEW, NULL);
}

void
calx_patient_row_view_set_row (CalxPatientRowView   *self,
                               const CalxPatientRow *row,
                               CalxRiskModel        *model)
{
  CalxPatient patient = { 0 };
  g_autofree char *name = NULL;
  g_autofree char *date = NULL;
  g_autofree char *born = NULL;
  g_autofree char *band = NULL;
  g_autofree char *points = NULL;

  g_return_if_fail (CALX_IS_PATIENT_ROW_VIEW (self));
  g_return_if_fail (row != NULL);

  patient.family_name = row->family_name;
  patient.given_name = row->given_name;
  name = calx_format_name (&patient);
  date = calx_format_date (row->born);
  /* Translators: a birth date, as in "Born 14-Jul-1945" */
  born = g_strdup_printf (_("Born %s"), date);
  band = format_band (row, model);
  points = format_points (row);

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->born_label, born);
  gtk_label_set_label (self->band_label, band);
  gtk_label_set_label (self->points_label, points);
  gtk_widget_set_visible (GTK_WIDGET (self->points_label), *points != '\0');

  g_clear_pointer (&self->text, g_free);
  self->text = g_strjoin (", ", name, born, band, *points != '\0' ? points : NULL, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->text);
}

const char *
calx_patient_row_view_get_text (CalxPatientRowView *self)
{
  g_return_val_if_fail (CALX_IS_PATIENT_ROW_VIEW (self), NULL);

  return self->text;
}
