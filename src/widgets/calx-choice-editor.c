/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-finding-editor.h"

/* One of the input's choices, or "Not known", which stands first. */
#define CALX_TYPE_CHOICE_EDITOR (calx_choice_editor_get_type ())
G_DECLARE_FINAL_TYPE (CalxChoiceEditor, calx_choice_editor, CALX, CHOICE_EDITOR, GtkWidget)

struct _CalxChoiceEditor
{
  GtkWidget parent_instance;

  const CalxInput *input;
  GtkDropDown     *drop_down;
  gboolean         showing;
};

static void calx_choice_editor_iface_init (CalxFindingEditorInterface *iface);

G_DEFINE_TYPE_WITH_CODE (CalxChoiceEditor, calx_choice_editor, GTK_TYPE_WIDGET,
                         G_IMPLEMENT_INTERFACE (CALX_TYPE_FINDING_EDITOR, calx_choice_editor_iface_init))

static void
selected_cb (CalxChoiceEditor *self)
{
  if (!self->showing)
    calx_finding_editor_edited (CALX_FINDING_EDITOR (self));
}

/* Enter goes on to the next field; the list opens with Space or the arrow keys. */
static gboolean
key_pressed_cb (CalxChoiceEditor *self,
                guint             keyval)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;

  calx_finding_editor_next (CALX_FINDING_EDITOR (self));
  return GDK_EVENT_STOP;
}

static void
calx_choice_editor_show (CalxFindingEditor *editor,
                         const CalxFinding *finding,
                         CalxDate           session_date)
{
  CalxChoiceEditor *self = CALX_CHOICE_EDITOR (editor);
  const char *choice = calx_finding_get_choice (finding, self->input);
  guint position = 0;

  for (gsize i = 0; i < self->input->n_choices; i++)
    if (g_strcmp0 (choice, self->input->choices[i].id) == 0)
      position = (guint) i + 1;

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->drop_down, position);
  self->showing = FALSE;
}

static void
calx_choice_editor_propose (CalxFindingEditor *editor,
                            CalxFinding       *ret_finding)
{
  CalxChoiceEditor *self = CALX_CHOICE_EDITOR (editor);
  guint position = gtk_drop_down_get_selected (self->drop_down);

  *ret_finding = CALX_FINDING_INIT;
  if (position == 0 || position > self->input->n_choices)
    return;
  ret_finding->state = CALX_FINDING_VALUE;
  ret_finding->text = self->input->choices[position - 1].id;
}

static gboolean
calx_choice_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CALX_CHOICE_EDITOR (widget)->drop_down));
}

static void
calx_choice_editor_dispose (GObject *object)
{
  CalxChoiceEditor *self = CALX_CHOICE_EDITOR (object);

  if (self->drop_down != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->drop_down));
  self->drop_down = NULL;

  G_OBJECT_CLASS (calx_choice_editor_parent_class)->dispose (object);
}

static void
calx_choice_editor_iface_init (CalxFindingEditorInterface *iface)
{
  iface->show = calx_choice_editor_show;
  iface->propose = calx_choice_editor_propose;
}

static void
calx_choice_editor_class_init (CalxChoiceEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_choice_editor_dispose;
  widget_class->grab_focus = calx_choice_editor_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
calx_choice_editor_init (CalxChoiceEditor *self)
{
}

/* Choices are sentences: they wrap, in the button and in the list, and are never cut. */
static void
setup_label (GtkListItem *item,
             int          max_width_chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), max_width_chars);
  gtk_list_item_set_child (item, label);
}

static void
setup_button_label_cb (GtkSignalListItemFactory *factory,
                       GtkListItem              *item)
{
  setup_label (item, 24);
}

static void
setup_list_label_cb (GtkSignalListItemFactory *factory,
                     GtkListItem              *item)
{
  setup_label (item, 40);
}

static void
bind_label_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (string));
}

static GtkListItemFactory *
label_factory (GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_label_cb), NULL);
  return factory;
}

GtkWidget *
calx_choice_editor_new (const CalxInput *input)
{
  CalxChoiceEditor *self = g_object_new (CALX_TYPE_CHOICE_EDITOR, NULL);
  GtkStringList *strings = gtk_string_list_new (NULL);
  g_autoptr(GtkListItemFactory) button_factory = label_factory (G_CALLBACK (setup_button_label_cb));
  g_autoptr(GtkListItemFactory) list_factory = label_factory (G_CALLBACK (setup_list_label_cb));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->input = input;
  gtk_string_list_append (strings, _ ("Not known"));
  for (gsize i = 0; i < input->n_choices; i++)
    gtk_string_list_append (strings, _ (input->choices[i].label));

  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (strings), NULL));
  gtk_drop_down_set_factory (self->drop_down, button_factory);
  gtk_drop_down_set_list_factory (self->drop_down, list_factory);
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
  calx_accessible_set_name (GTK_WIDGET (self), _ (input->label));
  calx_accessible_set_name (GTK_WIDGET (self->drop_down), _ (input->label));
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  /* on the button alone, so that Enter still chooses in the open list */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (gtk_widget_get_first_child (GTK_WIDGET (self->drop_down)), keys);

  return GTK_WIDGET (self);
}
