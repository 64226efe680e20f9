/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-treatment-row.h"

#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-conflict-card.h"
#include "calx-format-treatment.h"
#include "calx-format.h"
#include "calx-treatment-editor.h"

struct _CalxTreatmentRow
{
  GtkWidget parent_instance;

  CalxTreatment       *treatment;
  CalxDate             session_date;
  char                *said; /* what the conflict cards say */

  GtkWidget           *box;
  GtkWidget           *title;
  GtkWidget           *period;
  GtkWidget           *details;
  GtkWidget           *stop;
  GtkWidget           *conflicts;
  GtkWidget           *expander;
  CalxTreatmentEditor *editor;
};

G_DEFINE_FINAL_TYPE (CalxTreatmentRow, calx_treatment_row, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  REMOVE,
  OFFERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
editor_changed_cb (CalxTreatmentRow *self,
                   CalxTreatment    *treatment,
                   gboolean          typed)
{
  g_signal_emit (self, signals[CHANGED], 0, treatment, typed);
}

static void
editor_remove_cb (CalxTreatmentRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
stop_cb (CalxTreatmentRow *self)
{
  g_autoptr(CalxTreatment) stopped = calx_treatment_copy (self->treatment);

  calx_treatment_set_stop (stopped, self->session_date);
  g_signal_emit (self, signals[CHANGED], 0, stopped, FALSE);
  /* The button is gone now, and the row stands among those that were stopped. */
  gtk_widget_grab_focus (self->expander);
}

static void
offered_cb (CalxTreatmentRow *self,
            guint             index,
            const char       *answer)
{
  g_signal_emit (self, signals[OFFERED], 0, index, answer);
}

static gboolean
is_of (const CalxFoundConflict *found,
       const CalxTreatment     *treatment)
{
  return g_str_equal (found->treatment->uuid, treatment->uuid);
}

/* One text for all that the cards would say, so that they are made anew only where it changes. */
static char *
describe_conflicts (const CalxTreatment *treatment,
                    CalxReview          *review)
{
  g_autoptr(GString) said = g_string_new (NULL);

  for (guint i = 0; i < review->conflicts->len; i++)
    {
      const CalxFoundConflict *found = review->conflicts->pdata[i];
      g_autofree char *headline = NULL;
      g_autofree char *reason = NULL;

      if (!is_of (found, treatment))
        continue;
      headline = calx_format_conflict (found);
      reason = calx_format_conflict_reason (found, review);
      g_string_append_printf (said, "%s\n%s\n", headline, reason);
    }
  return g_string_free (g_steal_pointer (&said), FALSE);
}

static void
show_conflicts (CalxTreatmentRow *self,
                CalxReview       *review)
{
  g_autofree char *said = describe_conflicts (self->treatment, review);
  GtkWidget *old;

  if (g_strcmp0 (said, self->said) == 0)
    return;
  g_free (self->said);
  self->said = g_steal_pointer (&said);
  while ((old = gtk_widget_get_first_child (self->conflicts)) != NULL)
    gtk_box_remove (GTK_BOX (self->conflicts), old);
  for (guint i = 0; i < review->conflicts->len; i++)
    {
      const CalxFoundConflict *found = review->conflicts->pdata[i];
      GtkWidget *card;

      if (!is_of (found, self->treatment))
        continue;
      card = calx_conflict_card_new (found, review, FALSE);
      g_signal_connect_object (card, "offered", G_CALLBACK (offered_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->conflicts), card);
    }
}

static void
show_stop (CalxTreatmentRow *self,
           const char       *name)
{
  g_autofree char *day = calx_format_date (self->session_date);
  g_autofree char *label = calx_date_compare (self->session_date, calx_date_today ()) == 0
                             ? g_strdup (_("Stop today"))
                             : g_strdup_printf (_("Stop on %s"), day);
  /* TRANSLATORS: the accessible name of a button: "Stop today: Warfarin" */
  g_autofree char *accessible = g_strdup_printf (_("%s: %s"), label, name);

  gtk_button_set_label (GTK_BUTTON (self->stop), label);
  calx_accessible_set_name (self->stop, accessible);
  gtk_widget_set_visible (self->stop, !self->treatment->stopped);
}

void
calx_treatment_row_set_treatment (CalxTreatmentRow *self,
                                  CalxTreatment    *treatment,
                                  CalxReview       *review)
{
  g_autofree char *name = NULL;
  g_autofree char *period = NULL;
  g_autofree char *details = NULL;
  g_autofree char *fields = NULL;

  g_return_if_fail (CALX_IS_TREATMENT_ROW (self));
  g_return_if_fail (treatment != NULL && review != NULL);

  calx_treatment_ref (treatment);
  g_clear_pointer (&self->treatment, calx_treatment_unref);
  self->treatment = treatment;
  self->session_date = review->facts.date;
  name = calx_format_treatment_name (review->knowledge->treatments, treatment);
  period = calx_format_treatment_period (treatment);
  details = calx_format_treatment_details (review->knowledge->treatments, treatment);
  fields = g_strdup_printf (_("Dates and details: %s"), name);

  gtk_label_set_label (GTK_LABEL (self->title), name);
  gtk_label_set_label (GTK_LABEL (self->period), period);
  gtk_label_set_label (GTK_LABEL (self->details), details);
  gtk_widget_set_visible (self->details, *details != '\0');
  calx_accessible_set_name (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, fields, -1);
  show_stop (self, name);
  show_conflicts (self, review);
  calx_treatment_editor_set_treatment (self->editor, review->knowledge, treatment, self->session_date);
}

const char *
calx_treatment_row_get_uuid (CalxTreatmentRow *self)
{
  g_return_val_if_fail (CALX_IS_TREATMENT_ROW (self), "");

  return self->treatment != NULL ? self->treatment->uuid : "";
}

void
calx_treatment_row_open (CalxTreatmentRow *self)
{
  g_return_if_fail (CALX_IS_TREATMENT_ROW (self));

  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

gboolean
calx_treatment_row_has_refused (CalxTreatmentRow *self)
{
  g_return_val_if_fail (CALX_IS_TREATMENT_ROW (self), FALSE);

  return calx_treatment_editor_has_refused (self->editor);
}

static void
calx_treatment_row_dispose (GObject *object)
{
  CalxTreatmentRow *self = CALX_TREATMENT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALX_TYPE_TREATMENT_ROW);
  g_clear_pointer (&self->treatment, calx_treatment_unref);
  g_clear_pointer (&self->said, g_free);

  G_OBJECT_CLASS (calx_treatment_row_parent_class)->dispose (object);
}

static void
calx_treatment_row_class_init (CalxTreatmentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_treatment_row_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[OFFERED] = g_signal_new ("offered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  g_type_ensure (CALX_TYPE_TREATMENT_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/calx/Calx/ui/CalxTreatmentRow.ui");
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentRow, box);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentRow, title);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentRow, period);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentRow, details);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentRow, stop);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentRow, conflicts);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentRow, expander);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentRow, editor);
  gtk_widget_class_bind_template_callback (widget_class, editor_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_treatment_row_init (CalxTreatmentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
calx_treatment_row_new (void)
{
  return g_object_new (CALX_TYPE_TREATMENT_ROW, NULL);
}
