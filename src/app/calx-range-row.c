/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-range-row.h"

#include <glib/gi18n.h>

#include "calx-accessible.h"
#include "calx-drop-down.h"
#include "calx-format-targets.h"

struct _CalxRangeRow
{
  AdwExpanderRow     parent_instance;

  GtkEditable       *low_entry;
  GtkEditable       *high_entry;
  GtkDropDown       *unit_drop_down;
  GtkLabel          *message_label;
  GtkWidget         *reset_button;

  const CalxInput   *input;
  CalxReferences    *references; /* as they were when the row was made */
};

G_DEFINE_FINAL_TYPE (CalxRangeRow, calx_range_row, ADW_TYPE_EXPANDER_ROW)

static CalxReferenceEntry
get_entry (CalxRangeRow *self)
{
  const CalxQuantity *quantity = self->input->quantity;
  guint selected = gtk_drop_down_get_selected (self->unit_drop_down);

  return (CalxReferenceEntry){
    .low = gtk_editable_get_text (self->low_entry),
    .high = gtk_editable_get_text (self->high_entry),
    .unit = quantity->units[MIN (selected, quantity->n_units - 1)].code,
    .entered_on = calx_date_today (),
  };
}

static gboolean
is_empty (const CalxReferenceEntry *entry)
{
  return *entry->low == '\0' && *entry->high == '\0';
}

/* Entered as it stands in the file: it keeps its day. */
static gboolean
is_stored (CalxRangeRow             *self,
           const CalxReferenceEntry *entry)
{
  const CalxReferenceEntry *stored = calx_references_get_entry (self->references, self->input);

  return stored != NULL && g_str_equal (stored->low, entry->low) && g_str_equal (stored->high, entry->high) &&
         g_str_equal (stored->unit, entry->unit);
}

static void
show_message (CalxRangeRow *self,
              const char   *message)
{
  GtkWidget *entries[] = { GTK_WIDGET (self->low_entry), GTK_WIDGET (self->high_entry) };

  gtk_label_set_label (self->message_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (message != NULL)
        gtk_widget_add_css_class (entries[i], "error");
      else
        gtk_widget_remove_css_class (entries[i], "error");
      gtk_accessible_update_property (GTK_ACCESSIBLE (entries[i]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      message != NULL ? message : "", -1);
      gtk_accessible_update_state (GTK_ACCESSIBLE (entries[i]), GTK_ACCESSIBLE_STATE_INVALID,
                                   message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
    }
}

/* Which range counts, as things stand in the entries. */
static void
show_range (CalxRangeRow *self)
{
  CalxReferenceEntry entry = get_entry (self);
  CalxReferenceRange published = calx_references_get_range (NULL, self->input);
  const CalxUnit *unit = calx_quantity_find_unit (self->input->quantity, entry.unit);
  g_autofree char *message = NULL;
  g_autofree char *range = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *text = NULL;

  show_message (self, NULL);
  gtk_widget_set_sensitive (self->reset_button, !is_empty (&entry));
  if (is_empty (&entry))
    {
      range = calx_format_range (&published, unit);
      origin = calx_format_range_origin (&published);
    }
  else if (calx_reference_entry_check (&entry, self->input, &message))
    {
      g_autoptr(CalxReferences) with = is_stored (self, &entry)
                                         ? calx_references_ref (self->references)
                                         : calx_references_with (self->references, self->input, &entry);
      CalxReferenceRange own = calx_references_get_range (with, self->input);

      range = calx_format_range (&own, unit);
      origin = calx_format_range_origin (&own);
    }
  else
    text = g_strdup (_("Not a range yet"));
  if (text == NULL)
    text = *range == '\0' ? g_strdup (_("No range is known")) : g_strdup_printf ("%s, %s", range, origin);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
}

static void
reset_cb (CalxRangeRow *self)
{
  gtk_editable_set_text (self->low_entry, "");
  gtk_editable_set_text (self->high_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->low_entry));
}

/* A title above a control, whose name says of which analyte it is. */
static void
add_control (CalxRangeRow *self,
             GtkBox       *box,
             const char   *title,
             GtkWidget    *control)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (title);
  g_autofree char *name = g_strdup_printf ("%s, %s", g_dgettext (GETTEXT_PACKAGE, self->input->label), title);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), label);
  gtk_box_append (GTK_BOX (column), control);
  gtk_box_append (box, column);
  calx_accessible_set_name (control, name);
}

static GtkEditable *
make_entry (CalxRangeRow *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 8);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (show_range), self, G_CONNECT_SWAPPED);
  return GTK_EDITABLE (entry);
}

static void
make_unit_drop_down (CalxRangeRow *self)
{
  const CalxQuantity *quantity = self->input->quantity;
  g_autofree const char **labels = g_new (const char *, quantity->n_units);

  for (gsize i = 0; i < quantity->n_units; i++)
    labels[i] = g_dgettext (GETTEXT_PACKAGE, quantity->units[i].label);
  self->unit_drop_down = GTK_DROP_DOWN (calx_drop_down_new ());
  calx_drop_down_set_texts (self->unit_drop_down, labels, (guint) quantity->n_units);
}

static void
make_controls (CalxRangeRow *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = NULL;

  self->low_entry = make_entry (self);
  self->high_entry = make_entry (self);
  make_unit_drop_down (self);
  add_control (self, GTK_BOX (line), _("Lower end"), GTK_WIDGET (self->low_entry));
  add_control (self, GTK_BOX (line), _("Upper end"), GTK_WIDGET (self->high_entry));
  add_control (self, GTK_BOX (line), _("Unit"), GTK_WIDGET (self->unit_drop_down));
  gtk_box_append (GTK_BOX (box), line);

  self->message_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->message_label, TRUE);
  gtk_label_set_xalign (self->message_label, 0.0f);
  gtk_widget_add_css_class (GTK_WIDGET (self->message_label), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->message_label));

  self->reset_button = gtk_button_new_with_label (_("Reset to the Published Range"));
  gtk_widget_set_halign (self->reset_button, GTK_ALIGN_START);
  name = g_strdup_printf (_("%s, reset to the published range"), g_dgettext (GETTEXT_PACKAGE, self->input->label));
  calx_accessible_set_name (self->reset_button, name);
  g_signal_connect_object (self->reset_button, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->reset_button);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
calx_range_row_dispose (GObject *object)
{
  g_clear_pointer (&CALX_RANGE_ROW (object)->references, calx_references_unref);

  G_OBJECT_CLASS (calx_range_row_parent_class)->dispose (object);
}

static void
calx_range_row_class_init (CalxRangeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = calx_range_row_dispose;
}

static void
calx_range_row_init (CalxRangeRow *self)
{
}

GtkWidget *
calx_range_row_new (const CalxInput *input,
                    CalxReferences  *references,
                    CalxUnitSystem   system)
{
  const CalxReferenceEntry *stored;
  const CalxUnit *unit;
  CalxRangeRow *self;

  g_return_val_if_fail (input != NULL && input->quantity != NULL, NULL);
  g_return_val_if_fail (references != NULL, NULL);

  self = g_object_new (CALX_TYPE_RANGE_ROW, NULL);
  self->input = input;
  self->references = calx_references_ref (references);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), g_dgettext (GETTEXT_PACKAGE, input->label));
  make_controls (self);
  stored = calx_references_get_entry (references, input);
  unit = stored != NULL ? calx_quantity_find_unit (input->quantity, stored->unit)
                        : calx_quantity_get_unit (input->quantity, system);
  gtk_drop_down_set_selected (self->unit_drop_down, (guint) (unit - input->quantity->units));
  if (stored != NULL)
    {
      gtk_editable_set_text (self->low_entry, stored->low);
      gtk_editable_set_text (self->high_entry, stored->high);
    }
  g_signal_connect_object (self->unit_drop_down, "notify::selected", G_CALLBACK (show_range), self, G_CONNECT_SWAPPED);
  show_range (self);
  return GTK_WIDGET (self);
}

gboolean
calx_range_row_read (CalxRangeRow    *self,
                     CalxReferences **references)
{
  CalxReferenceEntry entry;
  CalxReferences *next;
  g_autofree char *message = NULL;

  g_return_val_if_fail (CALX_IS_RANGE_ROW (self), FALSE);
  g_return_val_if_fail (references != NULL && *references != NULL, FALSE);

  entry = get_entry (self);
  if (is_stored (self, &entry))
    return TRUE;
  if (!is_empty (&entry) && !calx_reference_entry_check (&entry, self->input, &message))
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
      show_message (self, message);
      gtk_widget_grab_focus (GTK_WIDGET (self->low_entry));
      return FALSE;
    }
  next = calx_references_with (*references, self->input, is_empty (&entry) ? NULL : &entry);
  calx_references_unref (*references);
  *references = next;
  return TRUE;
}
