/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-workup-line.h"

#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-format-workup.h"
#include "calx-label.h"
#include "calx-verdict-row.h"
#include "calx-wrap-layout.h"

#define MAX_STATUSES 3

struct _CalxWorkupLine
{
  GtkListBoxRow parent_instance;

  const CalxStatement    *statement;
  const char             *hint;     /* translatable, "" */
  const CalxWorkupStatus *statuses; /* that can be chosen, n_statuses of them */
  guint                   n_statuses;

  GtkWidget   *content;
  GtkWidget   *icon;
  GtkWidget   *title;
  GtkWidget   *choice;
  GtkWidget   *buttons[MAX_STATUSES];
  GtkWidget   *arrow;
  GtkWidget   *known;
  GtkWidget   *why;
  GtkWidget   *entries; /* made with the first status, as all below */
  GtkEditable *day;
  GtkEditable *text;
  GtkWidget   *message;

  CalxWorkupStatus status;      /* chosen; what is recorded may still be another */
  CalxDate         session_date;
  char            *recorded;    /* what the entries show, to tell whether it has changed; NULL: nothing yet */
  const char      *input_id;    /* whose finding fulfils it; NULL: none */
  gboolean         is_showing;
};

G_DEFINE_FINAL_TYPE (CalxWorkupLine, calx_workup_line, GTK_TYPE_LIST_BOX_ROW)

enum
{
  ENTRY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const CalxWorkupStatus item_statuses[] = { CALX_WORKUP_ORDERED, CALX_WORKUP_DONE, CALX_WORKUP_DECLINED };
static const CalxWorkupStatus differential_statuses[] = { CALX_WORKUP_CONSIDERED, CALX_WORKUP_EXCLUDED };

static const char *
translate (const char *text)
{
  return *text != '\0' ? _(text) : "";
}

/* What is recorded */

static char *
get_stripped (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static void
set_message (CalxWorkupLine *self,
             const char     *message)
{
  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

/* The texts that @entry gets are owned by @ret_result and @ret_reason. FALSE: it may not stand. */
static gboolean
propose (CalxWorkupLine  *self,
         CalxWorkupEntry *entry,
         char           **ret_text,
         char           **ret_message)
{
  g_autofree char *day = self->day != NULL ? get_stripped (self->day) : g_strdup ("");

  *ret_text = self->text != NULL ? get_stripped (self->text) : g_strdup ("");
  entry->item = self->statement->id;
  entry->status = self->status;
  entry->date = CALX_DATE_NONE;
  entry->result = self->status == CALX_WORKUP_DECLINED ? (char *) "" : *ret_text;
  entry->reason = self->status == CALX_WORKUP_DECLINED ? *ret_text : (char *) "";
  if (self->status == CALX_WORKUP_OPEN)
    {
      entry->result = (char *) "";
      return TRUE;
    }
  if (*day != '\0' && !calx_date_parse_day (day, &entry->date))
    {
      *ret_message = g_strdup_printf (_("%s: “%s” is not a day. Write it as 2026-11-20."), _(self->statement->label), day);
      return FALSE;
    }
  return calx_workup_entry_check (entry, _(self->statement->label), self->session_date, ret_message);
}

static void
edited (CalxWorkupLine *self)
{
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;
  CalxWorkupEntry entry;

  if (self->is_showing)
    return;
  if (propose (self, &entry, &text, &message))
    {
      set_message (self, NULL);
      g_signal_emit (self, signals[ENTRY_CHANGED], 0, &entry);
    }
  else
    set_message (self, message);
}

/* The entries */

static void
make_entries (CalxWorkupLine *self)
{
  g_autofree char *day_name = g_strdup_printf (_("%s: day"), _(self->statement->label));

  if (self->entries != NULL)
    return;
  self->entries = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->day = GTK_EDITABLE (gtk_entry_new ());
  self->text = GTK_EDITABLE (gtk_entry_new ());
  gtk_editable_set_width_chars (self->day, 10);
  gtk_editable_set_max_width_chars (self->day, 10);
  gtk_editable_set_width_chars (self->text, 8);
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->day), _("YYYY-MM-DD"));
  calx_accessible_set_name (GTK_WIDGET (self->day), day_name);
  gtk_box_append (GTK_BOX (self->entries), GTK_WIDGET (self->day));
  gtk_box_append (GTK_BOX (self->entries), GTK_WIDGET (self->text));
  gtk_box_insert_child_after (GTK_BOX (self->content), self->entries, self->known);
  g_signal_connect_object (self->day, "changed", G_CALLBACK (edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (edited), self, G_CONNECT_SWAPPED);
}

static void
set_text (GtkEditable *editable,
          const char  *text)
{
  g_autofree char *shown = get_stripped (editable);

  if (!g_str_equal (shown, text))
    gtk_editable_set_text (editable, text);
}

/* Which button is pressed, and what the text is called. */
static void
show_status (CalxWorkupLine *self)
{
  gboolean has_entries = self->status != CALX_WORKUP_OPEN;
  gboolean was_showing = self->is_showing;
  g_autofree char *name = NULL;
  const char *words;

  self->is_showing = TRUE;
  for (guint i = 0; i < self->n_statuses; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), self->statuses[i] == self->status);
  self->is_showing = was_showing;
  if (has_entries)
    make_entries (self);
  if (self->entries == NULL)
    return;
  gtk_widget_set_visible (self->entries, has_entries);
  words = self->status == CALX_WORKUP_DECLINED                              ? _("Why it was declined")
          : *self->hint != '\0' && self->status != CALX_WORKUP_ORDERED ? _(self->hint)
          : self->status == CALX_WORKUP_DONE                              ? _("Result")
                                                                          : _("Remark");
  name = g_strdup_printf ("%s: %s", _(self->statement->label), words);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->text), words);
  calx_accessible_set_name (GTK_WIDGET (self->text), name);
}

static void
show_recorded (CalxWorkupLine        *self,
               const CalxWorkupEntry *entry)
{
  g_autofree char *day = entry != NULL ? calx_date_to_iso (entry->date) : g_strdup ("");
  const char *text = entry == NULL                                ? ""
                     : entry->status == CALX_WORKUP_DECLINED ? entry->reason
                                                              : entry->result;
  CalxWorkupStatus status = entry != NULL ? entry->status : CALX_WORKUP_OPEN;
  g_autofree char *recorded = g_strdup_printf ("%d\n%s\n%s", status, day, text);

  if (g_strcmp0 (recorded, self->recorded) == 0)
    return;
  g_free (self->recorded);
  self->recorded = g_steal_pointer (&recorded);
  self->status = status;
  self->is_showing = TRUE;
  show_status (self);
  if (self->entries != NULL)
    {
      set_text (self->day, day);
      set_text (self->text, text);
    }
  set_message (self, NULL);
  self->is_showing = FALSE;
}

/* Choosing */

static void
choose (CalxWorkupLine  *self,
        CalxWorkupStatus status)
{
  gboolean had_none = self->status == CALX_WORKUP_OPEN;
  g_autofree char *today = calx_date_to_iso (self->session_date);

  /* what is pressed again is open again */
  self->status = status == self->status ? CALX_WORKUP_OPEN : status;
  self->is_showing = TRUE;
  show_status (self);
  if (had_none && self->entries != NULL)
    {
      gtk_editable_set_text (self->day, today);
      gtk_editable_set_text (self->text, "");
    }
  self->is_showing = FALSE;
  edited (self);
  if (self->status == CALX_WORKUP_DECLINED)
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
toggled_cb (CalxWorkupLine  *self,
            GtkToggleButton *button)
{
  if (self->is_showing)
    return;
  for (guint i = 0; i < self->n_statuses; i++)
    if (GTK_WIDGET (button) == self->buttons[i])
      choose (self, self->statuses[i]);
}

static gboolean
key_pressed_cb (CalxWorkupLine *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  static const struct
  {
    guint            key;
    CalxWorkupStatus status;
  } keys[] = {
    { GDK_KEY_o, CALX_WORKUP_ORDERED }, { GDK_KEY_d, CALX_WORKUP_DONE }, { GDK_KEY_x, CALX_WORKUP_DECLINED },
    { GDK_KEY_c, CALX_WORKUP_CONSIDERED }, { GDK_KEY_x, CALX_WORKUP_EXCLUDED },
  };

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !gtk_widget_get_visible (self->choice))
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint j = 0; j < self->n_statuses; j++)
      if (keys[i].key == gdk_keyval_to_lower (keyval) && keys[i].status == self->statuses[j])
        {
          choose (self, self->statuses[j]);
          return GDK_EVENT_STOP;
        }
  return GDK_EVENT_PROPAGATE;
}

/* What it says */

static void
append_part (GString    *text,
             const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* What it is for, what in this patient asks for it, how well that is founded, and its sources. */
static char *
describe_why (CalxWorkupLine    *self,
              const CalxVerdict *asked,
              const CalxReview  *review,
              CalxCitations     *citations)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *cited = calx_verdict_row_cite (translate (self->statement->text), self->statement->sources, citations);
  g_autofree char *evidence = calx_format_workup_evidence (asked, review);
  g_autofree char *because = NULL;

  append_part (text, cited);
  if (*evidence != '\0' && asked->result != CALX_RULE_NOT_MET)
    because = g_strdup_printf (asked->result == CALX_RULE_MET ? _("Here: %s") : _("Not known: %s"), evidence);
  append_part (text, because != NULL ? because : "");
  append_part (text, translate (self->statement->note));
  append_part (text, calx_basis_get_words (self->statement->basis));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_state (CalxWorkupLine  *self,
            CalxWorkupStatus status,
            const char      *known,
            const char      *why)
{
  static const char *const icon_names[CALX_N_WORKUP_STATUSES] = {
    "radio-symbolic",       "document-open-recent-symbolic", "object-select-symbolic",
    "list-remove-symbolic", "object-select-symbolic",        "list-remove-symbolic",
  };
  gboolean is_settled = status != CALX_WORKUP_OPEN && status != CALX_WORKUP_ORDERED;
  g_autofree char *name = NULL;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_names[status]);
  if (is_settled)
    gtk_widget_remove_css_class (self->title, "heading");
  else
    gtk_widget_add_css_class (self->title, "heading");
  calx_label_show_text (GTK_LABEL (self->known), known);
  /* of what is settled it need not be read again */
  calx_label_show_text (GTK_LABEL (self->why), is_settled ? "" : why);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), is_settled ? why : NULL);
  name = g_strdup_printf ("%s, %s", _(self->statement->label), *known != '\0' ? known : calx_format_workup_status (status));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_cautions (CalxWorkupLine       *self,
               const CalxWorkupItem *item,
               CalxCitations        *citations)
{
  GtkWidget *after = self->why;

  for (guint i = 0; i < item->cautions->len; i++)
    {
      const CalxWorkupCaution *caution = item->cautions->pdata[i];
      g_autofree char *cited = calx_verdict_row_cite (_(caution->text), caution->sources, citations);
      g_autofree char *text = g_strdup_printf ("• %s", cited);
      GtkWidget *label = gtk_widget_get_next_sibling (after);

      if (label == NULL)
        {
          label = calx_label_new_wrapped (NULL, "caption");
          gtk_box_append (GTK_BOX (self->content), label);
        }
      calx_label_show_text (GTK_LABEL (label), text);
      after = label;
    }
}

void
calx_workup_line_show_item (CalxWorkupLine      *self,
                            const CalxWorkupRow *row,
                            const CalxReview    *review,
                            CalxCitations       *citations)
{
  g_autofree char *known = NULL;
  g_autofree char *why = NULL;
  gboolean has_choice;

  g_return_if_fail (CALX_IS_WORKUP_LINE (self));
  g_return_if_fail (row != NULL && review != NULL && citations != NULL);

  self->session_date = review->facts.date;
  self->input_id = row->input != NULL ? row->input->id : NULL;
  show_recorded (self, row->entry);
  known = row->input != NULL ? calx_format_workup_known (row, review) : g_strdup ("");
  why = describe_why (self, row->asked, review, citations);
  show_state (self, calx_workup_row_get_status (row), known, why);
  show_cautions (self, row->item, citations);
  has_choice = !row->is_known || row->entry != NULL || *self->hint != '\0';
  gtk_widget_set_visible (self->choice, has_choice);
  gtk_widget_set_visible (self->arrow, self->input_id != NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), self->input_id != NULL);
}

void
calx_workup_line_show_differential (CalxWorkupLine            *self,
                                    const CalxDifferentialRow *row,
                                    const CalxReview          *review,
                                    CalxCitations             *citations)
{
  g_autofree char *why = NULL;

  g_return_if_fail (CALX_IS_WORKUP_LINE (self));
  g_return_if_fail (row != NULL && review != NULL && citations != NULL);

  self->session_date = review->facts.date;
  show_recorded (self, row->entry);
  why = describe_why (self, row->raised, review, citations);
  show_state (self, row->entry != NULL ? row->entry->status : CALX_WORKUP_OPEN, "", why);
  gtk_widget_set_visible (self->arrow, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

const char *
calx_workup_line_get_input_id (CalxWorkupLine *self)
{
  g_return_val_if_fail (CALX_IS_WORKUP_LINE (self), NULL);

  return self->input_id;
}

void
calx_workup_line_forget (CalxWorkupLine *self)
{
  g_return_if_fail (CALX_IS_WORKUP_LINE (self));

  g_clear_pointer (&self->recorded, g_free);
}

const char *
calx_workup_line_get_refused (CalxWorkupLine *self)
{
  g_return_val_if_fail (CALX_IS_WORKUP_LINE (self), NULL);

  return gtk_widget_get_visible (self->message) ? _(self->statement->label) : NULL;
}

/* The widget */

static void
make_buttons (CalxWorkupLine *self)
{
  for (guint i = 0; i < self->n_statuses; i++)
    {
      const char *words = calx_format_workup_status (self->statuses[i]);
      g_autofree char *name = g_strdup_printf ("%s: %s", _(self->statement->label), words);

      self->buttons[i] = gtk_toggle_button_new_with_label (words);
      calx_accessible_set_name (self->buttons[i], name);
      gtk_box_append (GTK_BOX (self->choice), self->buttons[i]);
      g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
    }
}

static GtkWidget *
line_new (const CalxStatement    *statement,
          const char             *hint,
          const CalxWorkupStatus *statuses,
          guint                   n_statuses)
{
  CalxWorkupLine *self = g_object_new (CALX_TYPE_WORKUP_LINE, NULL);

  self->statement = statement;
  self->hint = hint;
  self->statuses = statuses;
  self->n_statuses = n_statuses;
  gtk_label_set_label (GTK_LABEL (self->title), _(statement->label));
  make_buttons (self);
  return GTK_WIDGET (self);
}

GtkWidget *
calx_workup_line_new_item (const CalxWorkupItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return line_new (&item->statement, item->hint, item_statuses, G_N_ELEMENTS (item_statuses));
}

GtkWidget *
calx_workup_line_new_differential (const CalxDifferential *differential)
{
  g_return_val_if_fail (differential != NULL, NULL);

  return line_new (&differential->statement, "", differential_statuses, G_N_ELEMENTS (differential_statuses));
}

static void
calx_workup_line_finalize (GObject *object)
{
  g_free (CALX_WORKUP_LINE (object)->recorded);

  G_OBJECT_CLASS (calx_workup_line_parent_class)->finalize (object);
}

static void
calx_workup_line_class_init (CalxWorkupLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = calx_workup_line_finalize;

  signals[ENTRY_CHANGED] = g_signal_new ("entry-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

/* Name and status on one line where there is room. */
static GtkWidget *
make_head (CalxWorkupLine *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_layout_manager (head, calx_wrap_layout_new (12, 6));
  self->icon = gtk_image_new ();
  self->title = calx_label_new_wrapped (NULL, NULL);
  self->arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  self->choice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->icon, 2);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->choice, "linked");
  gtk_widget_add_css_class (self->choice, "calx-answer");
  gtk_widget_add_css_class (self->choice, "calx-workup-choice");
  gtk_widget_set_valign (self->choice, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (names), self->icon);
  gtk_box_append (GTK_BOX (names), self->title);
  gtk_box_append (GTK_BOX (names), self->arrow);
  gtk_box_append (GTK_BOX (head), names);
  gtk_box_append (GTK_BOX (head), self->choice);
  return head;
}

static void
calx_workup_line_init (CalxWorkupLine *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_margin_start (self->content, 12);
  gtk_widget_set_margin_end (self->content, 12);
  gtk_widget_set_margin_top (self->content, 6);
  gtk_widget_set_margin_bottom (self->content, 6);
  self->known = calx_label_new_wrapped (NULL, "calx-detail");
  self->message = calx_label_new_wrapped (NULL, "error");
  self->why = calx_label_new_wrapped (NULL, "caption");
  gtk_widget_add_css_class (self->why, "dim-label");
  gtk_widget_set_visible (self->known, FALSE);
  gtk_widget_set_visible (self->message, FALSE);
  gtk_box_append (GTK_BOX (self->content), make_head (self));
  gtk_box_append (GTK_BOX (self->content), self->known);
  gtk_box_append (GTK_BOX (self->content), self->message);
  gtk_box_append (GTK_BOX (self->content), self->why);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->content);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
