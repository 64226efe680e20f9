/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-time-slider.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-format.h"
#include "calx-label.h"

/* Nearer to a session than this the slider stands at it. */
#define AT_SESSION 0.04

struct _CalxTimeSlider
{
  GtkWidget parent_instance;

  GtkWidget *scale;
  GtkLabel  *day;
  GtkLabel  *words;
  CalxDate  *dates;
  guint      n_dates;
  gboolean   is_setting;
};

enum
{
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CalxTimeSlider, calx_time_slider, GTK_TYPE_WIDGET)

double
calx_time_slider_get_position (CalxTimeSlider *self)
{
  double value, nearest;

  g_return_val_if_fail (CALX_IS_TIME_SLIDER (self), 0.0);

  value = gtk_range_get_value (GTK_RANGE (self->scale));
  nearest = round (value);
  return fabs (value - nearest) < AT_SESSION ? nearest : value;
}

static char *
format_day (CalxTimeSlider *self)
{
  double position = calx_time_slider_get_position (self);
  guint before = (guint) floor (position);
  g_autofree char *first = calx_format_date (self->dates[before]);
  g_autofree char *second = NULL;

  if (position == before)
    return g_steal_pointer (&first);
  second = calx_format_date (self->dates[before + 1]);
  /* TRANSLATORS: the slider stands between two sessions */
  return g_strdup_printf (_("Between %s and %s"), first, second);
}

static void
say (CalxTimeSlider *self)
{
  g_autofree char *day = format_day (self);
  const char *words = gtk_label_get_label (self->words);
  g_autofree char *both = *words != '\0' ? g_strdup_printf ("%s: %s", day, words) : g_strdup (day);

  gtk_label_set_label (self->day, day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, both, -1);
}

static void
value_changed_cb (CalxTimeSlider *self)
{
  if (self->is_setting || self->n_dates == 0)
    return;
  g_signal_emit (self, signals[MOVED], 0);
  say (self);
}

void
calx_time_slider_set_position (CalxTimeSlider *self,
                               double          position)
{
  g_return_if_fail (CALX_IS_TIME_SLIDER (self));
  g_return_if_fail (self->n_dates > 0);

  self->is_setting = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale), CLAMP (position, 0.0, self->n_dates - 1.0));
  self->is_setting = FALSE;
  say (self);
}

void
calx_time_slider_set_dates (CalxTimeSlider *self,
                            const CalxDate *dates,
                            guint           n)
{
  g_return_if_fail (CALX_IS_TIME_SLIDER (self));
  g_return_if_fail (dates != NULL && n > 0);

  g_free (self->dates);
  self->dates = g_memdup2 (dates, n * sizeof *dates);
  self->n_dates = n;
  gtk_scale_clear_marks (GTK_SCALE (self->scale));
  for (guint i = 0; i < n; i++)
    gtk_scale_add_mark (GTK_SCALE (self->scale), i, GTK_POS_BOTTOM, NULL);
  self->is_setting = TRUE;
  gtk_range_set_range (GTK_RANGE (self->scale), 0.0, MAX (n - 1.0, 0.001));
  self->is_setting = FALSE;
  gtk_widget_set_sensitive (self->scale, n > 1);
  calx_time_slider_set_position (self, n - 1.0);
}

void
calx_time_slider_set_words (CalxTimeSlider *self,
                            const char     *words)
{
  g_return_if_fail (CALX_IS_TIME_SLIDER (self));
  g_return_if_fail (words != NULL);

  calx_label_show_text (self->words, words);
  if (self->n_dates > 0)
    say (self);
}

/* To the next session, also from between two. */
static void
move_slider_cb (CalxTimeSlider *self,
                GtkScrollType   step)
{
  double position = calx_time_slider_get_position (self);

  switch (step)
    {
    case GTK_SCROLL_STEP_FORWARD:
    case GTK_SCROLL_STEP_RIGHT:
    case GTK_SCROLL_STEP_UP:
    case GTK_SCROLL_PAGE_FORWARD:
    case GTK_SCROLL_PAGE_RIGHT:
    case GTK_SCROLL_PAGE_UP:
      position = floor (position) + 1.0;
      break;
    case GTK_SCROLL_STEP_BACKWARD:
    case GTK_SCROLL_STEP_LEFT:
    case GTK_SCROLL_STEP_DOWN:
    case GTK_SCROLL_PAGE_BACKWARD:
    case GTK_SCROLL_PAGE_LEFT:
    case GTK_SCROLL_PAGE_DOWN:
      position = ceil (position) - 1.0;
      break;
    default:
      return;
    }
  g_signal_stop_emission_by_name (self->scale, "move-slider");
  gtk_range_set_value (GTK_RANGE (self->scale), position);
}

static void
calx_time_slider_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (calx_time_slider_parent_class)->dispose (object);
}

static void
calx_time_slider_finalize (GObject *object)
{
  g_clear_pointer (&CALX_TIME_SLIDER (object)->dates, g_free);

  G_OBJECT_CLASS (calx_time_slider_parent_class)->finalize (object);
}

static void
calx_time_slider_class_init (CalxTimeSliderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = calx_time_slider_dispose;
  object_class->finalize = calx_time_slider_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timeslider");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  signals[MOVED] = g_signal_new ("moved", CALX_TYPE_TIME_SLIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
calx_time_slider_init (CalxTimeSlider *self)
{
  GtkWidget *day = calx_label_new_wrapped ("", "heading");
  GtkWidget *words = calx_label_new_wrapped ("", NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->day = GTK_LABEL (day);
  self->words = GTK_LABEL (words);
  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0.0, 0.001, 0.01);
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), FALSE);
  gtk_range_set_round_digits (GTK_RANGE (self->scale), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Session"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Time"), -1);
  g_signal_connect_object (self->scale, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scale, "move-slider", G_CALLBACK (move_slider_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (day, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scale, GTK_WIDGET (self));
  gtk_widget_set_parent (words, GTK_WIDGET (self));
}

GtkWidget *
calx_time_slider_new (void)
{
  return g_object_new (CALX_TYPE_TIME_SLIDER, NULL);
}
