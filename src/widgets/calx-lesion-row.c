/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-format-extent.h"
#include "calx-format.h"

struct _CalxLesionRow
{
  GtkListBoxRow parent_instance;
  CalxLesion *lesion;
  CalxDate session_date;
  double surface_mm2;
  GtkWidget *number;
  GtkWidget *place;
  GtkWidget *as_of;
  GtkWidget *details;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (CalxLesionRow, calx_lesion_row, GTK_TYPE_LIST_BOX_ROW)

static guint remove_signal;

static void
append (GString *text, const char *separator, const char *part)
{
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

/* What of the three that matter most is not known: it must not look like "no". */
static char *
describe_unknown (const CalxLesion *lesion)
{
  GString *text = g_string_new (NULL);

  if (lesion->type == CALX_LESION_TYPE_UNKNOWN)
    append (text, ", ", _("type"));
  if (lesion->length_mm == CALX_SIZE_UNKNOWN_MM)
    append (text, ", ", _("size"));
  if (lesion->ulcerated == CALX_TERNARY_UNKNOWN)
    append (text, ", ", _("ulceration"));

  return g_string_free (text, FALSE);
}

/* What is known beyond the first fields. */
static void
append_details (GString *text, const CalxLesion *lesion)
{
  g_autofree char *signs = calx_format_lesion_signs (lesion);
  g_autofree char *bwat = calx_format_bwat (lesion);

  if (*signs != '\0')
    append (text, " · ", signs);
  if (*bwat != '\0')
    {
      /* TRANSLATORS: the total of the BWAT-CUA, or "3 of 8 scored" */
      g_autofree char *part = g_strdup_printf (_("BWAT-CUA %s"), bwat);

      append (text, " · ", part);
    }
}

static char *
describe (const CalxLesion *lesion, double surface_mm2)
{
  GString *text = g_string_new (NULL);
  g_autofree char *unknown = describe_unknown (lesion);

  if (lesion->healed)
    append (text, " · ", _("healed"));
  if (lesion->sentinel)
    append (text, " · ", _("sentinel"));
  if (lesion->type != CALX_LESION_TYPE_UNKNOWN)
    append (text, " · ", calx_format_lesion_type (lesion->type));
  if (lesion->length_mm != CALX_SIZE_UNKNOWN_MM || lesion->width_mm != CALX_SIZE_UNKNOWN_MM)
    {
      g_autofree char *size = calx_format_lesion_size (lesion);
      g_autofree char *area = calx_format_lesion_area_of (lesion, surface_mm2);

      append (text, " · ", size);
      if (*area != '\0')
        append (text, ", ", area);
    }
  if (lesion->ulcerated != CALX_TERNARY_UNKNOWN)
    append (text, " · ",
            lesion->ulcerated == CALX_TERNARY_YES ? _("ulcerated") : _("not ulcerated"));
  if (lesion->pain != CALX_PAIN_UNKNOWN)
    {
      g_autofree char *pain = g_strdup_printf (_("pain %d of 10"), lesion->pain);

      append (text, " · ", pain);
    }
  append_details (text, lesion);
  if (lesion->diagnosis != CALX_DIAGNOSIS_NOT_STATED)
    append (text, " · ", calx_format_diagnosis (lesion->diagnosis));
  if (*unknown != '\0')
    {
      g_autofree char *part = g_strdup_printf (_("not known: %s"), unknown);

      append (text, " · ", part);
    }

  return g_string_free (text, FALSE);
}

void
calx_lesion_row_set_lesion (CalxLesionRow *self,
                            CalxLesion *lesion,
                            CalxDate session_date,
                            double surface_mm2,
                            CalxRegions *regions)
{
  const CalxRegion *region;
  g_autofree char *number = NULL;
  g_autofree char *place = NULL;
  g_autofree char *as_of = NULL;
  g_autofree char *details = NULL;
  g_autofree char *label = NULL;
  g_autofree char *remove = NULL;

  g_return_if_fail (CALX_IS_LESION_ROW (self));
  g_return_if_fail (lesion != NULL);

  if (self->lesion == lesion && calx_date_compare (self->session_date, session_date) == 0
      && (self->surface_mm2 == surface_mm2 || (isnan (self->surface_mm2) && isnan (surface_mm2))))
    return;

  calx_lesion_ref (lesion);
  g_clear_pointer (&self->lesion, calx_lesion_unref);
  self->lesion = lesion;
  self->session_date = session_date;
  self->surface_mm2 = surface_mm2;

  region = calx_regions_find (regions, lesion->region_id);
  number = g_strdup_printf ("L%d", lesion->number);
  place = region != NULL ? calx_format_region (region) : g_strdup (lesion->region_id);
  as_of = calx_format_lesion_as_of (lesion, session_date);
  details = describe (lesion, surface_mm2);
  label = g_strdup_printf ("%s, %s, %s%s%s", number, place, as_of, *as_of != '\0' ? ", " : "", details);
  remove = g_strdup_printf (_("Remove %s"), number);

  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_label_set_label (GTK_LABEL (self->place), place);
  gtk_label_set_label (GTK_LABEL (self->as_of), as_of);
  gtk_widget_set_visible (self->as_of, *as_of != '\0');
  gtk_label_set_label (GTK_LABEL (self->details), details);
  gtk_widget_set_tooltip_text (self->remove, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remove, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

CalxLesion *
calx_lesion_row_get_lesion (CalxLesionRow *self)
{
  g_return_val_if_fail (CALX_IS_LESION_ROW (self), NULL);

  return self->lesion;
}

GtkWidget *
calx_lesion_row_new (void)
{
  return g_object_new (CALX_TYPE_LESION_ROW, NULL);
}

static void
on_remove (CalxLesionRow *self)
{
  g_signal_emit (self, remove_signal, 0);
}

static void
calx_lesion_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CALX_TYPE_LESION_ROW);
  g_clear_pointer (&CALX_LESION_ROW (object)->lesion, calx_lesion_unref);

  G_OBJECT_CLASS (calx_lesion_row_parent_class)->dispose (object);
}

static void
calx_lesion_row_class_init (CalxLesionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_lesion_row_dispose;
  remove_signal = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/calx/Calx/ui/CalxLesionRow.ui");
  gtk_widget_class_bind_template_child (widget_class, CalxLesionRow, number);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionRow, place);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionRow, as_of);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionRow, details);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static void
calx_lesion_row_init (CalxLesionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
