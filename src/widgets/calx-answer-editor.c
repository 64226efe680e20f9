/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-finding-editor.h"

/* Yes, no or not known: three linked buttons, one of them pressed. As in any group of choices, Tab
 * reaches the pressed one and the arrow keys move it. */
#define CALX_TYPE_ANSWER_EDITOR (calx_answer_editor_get_type ())
G_DECLARE_FINAL_TYPE (CalxAnswerEditor, calx_answer_editor, CALX, ANSWER_EDITOR, GtkBox)

enum
{
  ANSWER_YES,
  ANSWER_NO,
  ANSWER_UNKNOWN,
  N_ANSWERS
};

struct _CalxAnswerEditor
{
  GtkBox parent_instance;

  GtkWidget *buttons[N_ANSWERS];
  int        answer;
  gboolean   showing;
};

static void calx_answer_editor_iface_init (CalxFindingEditorInterface *iface);

G_DEFINE_TYPE_WITH_CODE (CalxAnswerEditor, calx_answer_editor, GTK_TYPE_BOX,
                         G_IMPLEMENT_INTERFACE (CALX_TYPE_FINDING_EDITOR, calx_answer_editor_iface_init))

static void
show_answer (CalxAnswerEditor *self,
             int               answer)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  self->showing = TRUE;
  self->answer = answer;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[answer]), TRUE);
  gtk_widget_set_focusable (self->buttons[answer], TRUE);
  if (had_focus)
    gtk_widget_grab_focus (self->buttons[answer]);
  for (int i = 0; i < N_ANSWERS; i++)
    gtk_widget_set_focusable (self->buttons[i], i == answer);
  self->showing = FALSE;
}

static void
choose (CalxAnswerEditor *self,
        int               answer)
{
  show_answer (self, answer);
  calx_finding_editor_edited (CALX_FINDING_EDITOR (self));
}

static void
toggled_cb (CalxAnswerEditor *self,
            GtkToggleButton  *button)
{
  if (self->showing || !gtk_toggle_button_get_active (button))
    return;
  for (int i = 0; i < N_ANSWERS; i++)
    if (GTK_WIDGET (button) == self->buttons[i])
      choose (self, i);
}

static gboolean
key_pressed_cb (CalxAnswerEditor *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      if (self->answer > 0)
        choose (self, self->answer - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (self->answer + 1 < N_ANSWERS)
        choose (self, self->answer + 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      calx_finding_editor_next (CALX_FINDING_EDITOR (self));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
calx_answer_editor_show (CalxFindingEditor *editor,
                         const CalxFinding *finding,
                         CalxDate           session_date)
{
  CalxAnswerEditor *self = CALX_ANSWER_EDITOR (editor);
  gboolean yes;

  if (calx_finding_get_boolean (finding, &yes))
    show_answer (self, yes ? ANSWER_YES : ANSWER_NO);
  else
    show_answer (self, ANSWER_UNKNOWN);
}

static void
calx_answer_editor_propose (CalxFindingEditor *editor,
                            CalxFinding       *ret_finding)
{
  CalxAnswerEditor *self = CALX_ANSWER_EDITOR (editor);

  *ret_finding = CALX_FINDING_INIT;
  if (self->answer == ANSWER_YES)
    {
      ret_finding->state = CALX_FINDING_VALUE;
      ret_finding->text = "yes";
    }
  else if (self->answer == ANSWER_NO)
    {
      ret_finding->state = CALX_FINDING_ABSENT;
    }
}

static gboolean
calx_answer_editor_grab_focus (GtkWidget *widget)
{
  CalxAnswerEditor *self = CALX_ANSWER_EDITOR (widget);

  return gtk_widget_grab_focus (self->buttons[self->answer]);
}

static void
calx_answer_editor_iface_init (CalxFindingEditorInterface *iface)
{
  iface->show = calx_answer_editor_show;
  iface->propose = calx_answer_editor_propose;
}

static void
calx_answer_editor_class_init (CalxAnswerEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = calx_answer_editor_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
calx_answer_editor_init (CalxAnswerEditor *self)
{
  const char *const labels[N_ANSWERS] = { _ ("Yes"), _ ("No"), _ ("Not known") };
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "calx-answer");
  for (int i = 0; i < N_ANSWERS; i++)
    {
      self->buttons[i] = gtk_toggle_button_new_with_label (labels[i]);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]),
                                     GTK_TOGGLE_BUTTON (self->buttons[0]));
      g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      if (i == ANSWER_UNKNOWN)
        gtk_widget_add_css_class (self->buttons[i], "calx-unknown");
      gtk_box_append (GTK_BOX (self), self->buttons[i]);
    }
  show_answer (self, ANSWER_UNKNOWN);

  /* before the button, which would take Enter as a press */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
calx_answer_editor_new (const CalxInput *input)
{
  CalxAnswerEditor *self = g_object_new (CALX_TYPE_ANSWER_EDITOR, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (input->label), -1);
  for (int i = 0; i < N_ANSWERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s: %s", _ (input->label),
                                               gtk_button_get_label (GTK_BUTTON (self->buttons[i])));

      calx_accessible_set_name (self->buttons[i], name);
    }
  return GTK_WIDGET (self);
}
