/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-date-button.h"
#include "calx-finding-editor.h"

/* A typed value: a number with its unit, or a date. Laboratory values have the day on which they
 * were measured and a menu for "low", "normal" or "high" without a number.
 *
 * Choosing another unit beside a number corrects what was meant: the text stays as it is. */
#define CALX_TYPE_TEXT_EDITOR (calx_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (CalxTextEditor, calx_text_editor, CALX, TEXT_EDITOR, GtkBox)

struct _CalxTextEditor
{
  GtkBox parent_instance;

  const CalxInput  *input;
  GtkEditable      *entry;
  GtkDropDown      *unit_drop_down; /* NULL with fewer than two units */
  CalxDateButton   *date_button;    /* NULL where not a laboratory value */
  GSimpleAction    *level_action;   /* NULL where not a laboratory value */

  CalxFindingState  state;          /* said without a text: UNKNOWN, ABSENT, LOW, NORMAL or HIGH */
  char             *text;           /* stripped, as last proposed */
  gboolean          is_carried;     /* an earlier session's value: another one was measured another day */
  gboolean          showing;
};

static void calx_text_editor_iface_init (CalxFindingEditorInterface *iface);

G_DEFINE_TYPE_WITH_CODE (CalxTextEditor, calx_text_editor, GTK_TYPE_BOX,
                         G_IMPLEMENT_INTERFACE (CALX_TYPE_FINDING_EDITOR, calx_text_editor_iface_init))

static const struct
{
  CalxFindingState state;
  const char      *id;
  const char      *label;
} levels[] = {
  { CALX_FINDING_LOW, "low", N_ ("Low, no number") },
  { CALX_FINDING_NORMAL, "normal", N_ ("Normal, no number") },
  { CALX_FINDING_HIGH, "high", N_ ("High, no number") },
  { CALX_FINDING_UNKNOWN, "unknown", N_ ("Not known") },
};

static const CalxUnit *
get_unit (CalxTextEditor *self)
{
  guint selected = 0;

  if (self->input->quantity == NULL || self->input->quantity->n_units == 0 || self->input->unitless)
    return NULL;
  if (self->unit_drop_down != NULL)
    selected = gtk_drop_down_get_selected (self->unit_drop_down);
  if (selected >= self->input->quantity->n_units)
    return NULL;
  return &self->input->quantity->units[selected];
}

static void
select_unit (CalxTextEditor *self,
             const CalxUnit *unit)
{
  if (unit != NULL && self->unit_drop_down != NULL)
    gtk_drop_down_set_selected (self->unit_drop_down, (guint) (unit - self->input->quantity->units));
}

/* What is known without a text stands in the entry as its placeholder. */
static void
show_state (CalxTextEditor *self)
{
  const char *placeholder = _ ("Not known");
  const char *id = "unknown";

  if (self->state == CALX_FINDING_ABSENT)
    placeholder = self->input->absent_text != NULL ? _ (self->input->absent_text) : _ ("none");
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (levels[i].state == self->state)
      {
        placeholder = _ (levels[i].label);
        id = levels[i].id;
      }
  if (*gtk_editable_get_text (self->entry) != '\0')
    id = "number"; /* none of the menu's */
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), placeholder);
  if (self->level_action != NULL)
    g_simple_action_set_state (self->level_action, g_variant_new_string (id));
}

static void
edited (CalxTextEditor *self)
{
  if (!self->showing)
    calx_finding_editor_edited (CALX_FINDING_EDITOR (self));
}

/* What replaces a carried value was measured for this session, unless the person says another day. */
static void
forget_carried_date (CalxTextEditor *self)
{
  gboolean showing = self->showing;

  if (!self->is_carried)
    return;
  self->is_carried = FALSE;
  self->showing = TRUE;
  if (self->date_button != NULL)
    calx_date_button_set_date (self->date_button, CALX_DATE_NONE);
  self->showing = showing;
}

static void
text_changed_cb (CalxTextEditor *self)
{
  if (self->showing)
    return;

  /* a text, and also its removal, replaces what was said without one */
  self->state = CALX_FINDING_UNKNOWN;
  forget_carried_date (self);
  show_state (self);
  edited (self);
}

static void
unit_selected_cb (CalxTextEditor *self)
{
  edited (self);
}

static void
date_changed_cb (CalxTextEditor *self)
{
  if (!self->showing)
    self->is_carried = FALSE;
  edited (self);
}

static void
next_cb (CalxTextEditor *self)
{
  calx_finding_editor_next (CALX_FINDING_EDITOR (self));
}

static void
level_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  CalxTextEditor *self = data;
  const char *id = g_variant_get_string (parameter, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_str_equal (levels[i].id, id))
      {
        self->showing = TRUE;
        self->state = levels[i].state;
        gtk_editable_set_text (self->entry, "");
        forget_carried_date (self);
        show_state (self);
        self->showing = FALSE;
        edited (self);
      }
}

static void
calx_text_editor_show (CalxFindingEditor *editor,
                       const CalxFinding *finding,
                       CalxDate           session_date)
{
  CalxTextEditor *self = CALX_TEXT_EDITOR (editor);
  gboolean has_text = finding->state == CALX_FINDING_VALUE;

  self->showing = TRUE;
  self->state = has_text ? CALX_FINDING_UNKNOWN : finding->state;
  self->is_carried = finding->carried_from != NULL || calx_date_is_known (finding->carried_date);
  gtk_editable_set_text (self->entry, has_text && finding->text != NULL ? finding->text : "");
  if (finding->unit != NULL && self->input->quantity != NULL)
    select_unit (self, calx_quantity_find_unit (self->input->quantity, finding->unit));
  if (self->date_button != NULL)
    {
      calx_date_button_set_session_date (self->date_button, session_date);
      calx_date_button_set_date (self->date_button, finding->date);
    }
  show_state (self);
  self->showing = FALSE;
}

static void
calx_text_editor_propose (CalxFindingEditor *editor,
                          CalxFinding       *ret_finding)
{
  CalxTextEditor *self = CALX_TEXT_EDITOR (editor);
  const CalxUnit *unit = get_unit (self);

  g_free (self->text);
  self->text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  *ret_finding = CALX_FINDING_INIT;
  ret_finding->state = *self->text != '\0' ? CALX_FINDING_VALUE : self->state;
  if (*self->text != '\0')
    {
      ret_finding->text = self->text;
      ret_finding->unit = unit != NULL ? unit->code : NULL;
    }
  /* a day belongs to a measurement: unknown has none */
  if (self->date_button != NULL && ret_finding->state != CALX_FINDING_UNKNOWN)
    ret_finding->date = calx_date_button_get_date (self->date_button);
}

static void
calx_text_editor_set_unit_system (CalxFindingEditor *editor,
                                  CalxUnitSystem     system)
{
  CalxTextEditor *self = CALX_TEXT_EDITOR (editor);

  if (self->unit_drop_down == NULL || *gtk_editable_get_text (self->entry) != '\0')
    return;

  self->showing = TRUE;
  select_unit (self, calx_quantity_get_unit (self->input->quantity, system));
  self->showing = FALSE;
}

static void
calx_text_editor_set_check (CalxFindingEditor *editor,
                            CalxFindingCheck   check,
                            const char        *message)
{
  CalxTextEditor *self = CALX_TEXT_EDITOR (editor);
  GtkWidget *entry = GTK_WIDGET (self->entry);

  gtk_widget_remove_css_class (entry, "error");
  gtk_widget_remove_css_class (entry, "warning");
  if (check != CALX_FINDING_OK)
    gtk_widget_add_css_class (entry, check == CALX_FINDING_ERROR ? "error" : "warning");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               check == CALX_FINDING_ERROR ? GTK_ACCESSIBLE_INVALID_TRUE
                                                           : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (message != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static gboolean
calx_text_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CALX_TEXT_EDITOR (widget)->entry));
}

static void
calx_text_editor_finalize (GObject *object)
{
  CalxTextEditor *self = CALX_TEXT_EDITOR (object);

  g_clear_object (&self->level_action);
  g_free (self->text);

  G_OBJECT_CLASS (calx_text_editor_parent_class)->finalize (object);
}

static void
calx_text_editor_iface_init (CalxFindingEditorInterface *iface)
{
  iface->show = calx_text_editor_show;
  iface->propose = calx_text_editor_propose;
  iface->set_unit_system = calx_text_editor_set_unit_system;
  iface->set_check = calx_text_editor_set_check;
}

static void
calx_text_editor_class_init (CalxTextEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = calx_text_editor_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = calx_text_editor_grab_focus;
}

static void
calx_text_editor_init (CalxTextEditor *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static void
add_unit (CalxTextEditor *self)
{
  const CalxQuantity *quantity = self->input->quantity;
  g_autofree char *name = g_strdup_printf (_ ("Unit of %s"), _ (self->input->label));

  if (quantity == NULL || quantity->n_units == 0 || self->input->unitless)
    return;

  if (quantity->n_units == 1)
    {
      GtkWidget *label = gtk_label_new (_ (quantity->units[0].label));

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (self), label);
    }
  else
    {
      GtkStringList *strings = gtk_string_list_new (NULL);

      for (gsize i = 0; i < quantity->n_units; i++)
        gtk_string_list_append (strings, _ (quantity->units[i].label));
      self->unit_drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (strings), NULL));
      calx_accessible_set_name (GTK_WIDGET (self->unit_drop_down), name);
      g_signal_connect_object (self->unit_drop_down, "notify::selected", G_CALLBACK (unit_selected_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->unit_drop_down));
    }
}

static void
add_laboratory_controls (CalxTextEditor *self)
{
  g_autofree char *date_name = g_strdup_printf (_ ("%s measured on"), _ (self->input->label));
  g_autofree char *level_name = g_strdup_printf (_ ("%s without a number"), _ (self->input->label));
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *button = gtk_menu_button_new ();

  self->date_button = CALX_DATE_BUTTON (calx_date_button_new (date_name));
  g_signal_connect_object (self->date_button, "changed", G_CALLBACK (date_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->date_button));

  self->level_action = g_simple_action_new_stateful ("level", G_VARIANT_TYPE_STRING, g_variant_new_string ("unknown"));
  g_signal_connect_object (self->level_action, "activate", G_CALLBACK (level_activated_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->level_action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "value", G_ACTION_GROUP (group));

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autofree char *action = g_strdup_printf ("value.level::%s", levels[i].id);

      g_menu_append (menu, _ (levels[i].label), action);
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Low, normal or high, without a number"));
  gtk_widget_add_css_class (button, "flat");
  calx_accessible_set_name (button, level_name);
  gtk_box_append (GTK_BOX (self), button);
}

GtkWidget *
calx_text_editor_new (const CalxInput *input)
{
  CalxTextEditor *self = g_object_new (CALX_TYPE_TEXT_EDITOR, NULL);
  GtkWidget *entry = gtk_entry_new ();
  gboolean is_date = input->kind == CALX_INPUT_DATE;

  self->input = input;
  self->entry = GTK_EDITABLE (entry);
  gtk_editable_set_width_chars (self->entry, is_date ? 12 : 6);
  gtk_editable_set_max_width_chars (self->entry, is_date ? 14 : 11);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_FREE_FORM);
  if (is_date)
    gtk_widget_set_tooltip_text (entry, _ ("YYYY-MM-DD; the day, or the month and the day, may be left out"));
  calx_accessible_set_name (entry, _ (input->label));
  g_signal_connect_object (entry, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), entry);

  if (!is_date)
    add_unit (self);
  if (input->laboratory)
    add_laboratory_controls (self);
  show_state (self);
  return GTK_WIDGET (self);
}
