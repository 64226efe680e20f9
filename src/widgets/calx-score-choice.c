/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-score-choice.h"

#include "calx-accessible.h"

struct _CalxScoreChoice
{
  GtkBox parent_instance;

  GtkWidget *buttons[CALX_SCORE_WORST];
  guint      score;
  gboolean   showing;
};

G_DEFINE_FINAL_TYPE (CalxScoreChoice, calx_score_choice, GTK_TYPE_BOX)

enum
{
  CHANGED,
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The pressed one, or the first. */
static GtkWidget *
get_stop (CalxScoreChoice *self)
{
  return self->buttons[MAX (self->score, CALX_SCORE_BEST) - CALX_SCORE_BEST];
}

static void
show_score (CalxScoreChoice *self,
            guint            score)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  self->showing = TRUE;
  self->score = score;
  gtk_widget_set_focusable (get_stop (self), TRUE);
  if (had_focus)
    gtk_widget_grab_focus (get_stop (self));
  for (guint i = 0; i < CALX_SCORE_WORST; i++)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), score == i + CALX_SCORE_BEST);
      gtk_widget_set_focusable (self->buttons[i], self->buttons[i] == get_stop (self));
    }
  self->showing = FALSE;
}

static void
choose (CalxScoreChoice *self,
        guint            score)
{
  if (score == self->score)
    return;
  show_score (self, score);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (CalxScoreChoice *self,
            GtkToggleButton *button)
{
  if (self->showing)
    return;
  for (guint i = 0; i < CALX_SCORE_WORST; i++)
    if (GTK_WIDGET (button) == self->buttons[i])
      choose (self, gtk_toggle_button_get_active (button) ? i + CALX_SCORE_BEST : CALX_SCORE_NONE);
}

static void
leave (CalxScoreChoice *self,
       int              step)
{
  g_signal_emit (self, signals[LEAVE], 0, step);
}

/* TRUE where the key stands for a score. */
static gboolean
read_digit (guint  keyval,
            guint *ret_score)
{
  guint32 digit = gdk_keyval_to_unicode (keyval);

  if (digit < '0' + CALX_SCORE_BEST || digit > '0' + CALX_SCORE_WORST)
    return FALSE;
  *ret_score = digit - '0';
  return TRUE;
}

static gboolean
move (CalxScoreChoice *self,
      guint            keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      if (self->score > CALX_SCORE_BEST)
        choose (self, self->score - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      choose (self, MIN (self->score + 1, CALX_SCORE_WORST));
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      leave (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      leave (self, 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_pressed_cb (CalxScoreChoice *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  guint score;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (read_digit (keyval, &score))
    {
      choose (self, score);
      leave (self, 1);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_0 || keyval == GDK_KEY_KP_0 || keyval == GDK_KEY_Delete ||
      keyval == GDK_KEY_BackSpace)
    {
      choose (self, CALX_SCORE_NONE);
      return GDK_EVENT_STOP;
    }
  return move (self, keyval);
}

void
calx_score_choice_set_score (CalxScoreChoice *self,
                             guint            score)
{
  g_return_if_fail (CALX_IS_SCORE_CHOICE (self));
  g_return_if_fail (score <= CALX_SCORE_WORST);

  if (score != self->score)
    show_score (self, score);
}

guint
calx_score_choice_get_score (CalxScoreChoice *self)
{
  g_return_val_if_fail (CALX_IS_SCORE_CHOICE (self), CALX_SCORE_NONE);

  return self->score;
}

static gboolean
calx_score_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (get_stop (CALX_SCORE_CHOICE (widget)));
}

static void
calx_score_choice_class_init (CalxScoreChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  widget_class->grab_focus = calx_score_choice_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEAVE] = g_signal_new ("leave", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
calx_score_choice_init (CalxScoreChoice *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "calx-score");
  gtk_widget_add_css_class (GTK_WIDGET (self), "calx-answer");
  for (guint i = 0; i < CALX_SCORE_WORST; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + CALX_SCORE_BEST);

      self->buttons[i] = gtk_toggle_button_new_with_label (label);
      g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), self->buttons[i]);
    }
  show_score (self, CALX_SCORE_NONE);

  /* before the button, which would take Enter as a press */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
calx_score_choice_new (const char *name)
{
  CalxScoreChoice *self = g_object_new (CALX_TYPE_SCORE_CHOICE, NULL);

  calx_accessible_set_name (GTK_WIDGET (self), name);
  for (guint i = 0; i < CALX_SCORE_WORST; i++)
    {
      g_autofree char *button_name = g_strdup_printf ("%s: %u", name, i + CALX_SCORE_BEST);

      calx_accessible_set_name (self->buttons[i], button_name);
    }
  return GTK_WIDGET (self);
}
