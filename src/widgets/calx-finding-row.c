/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-finding-row.h"

#include <glib/gi18n-lib.h>

#include "calx-finding-editor.h"
#include "calx-format-targets.h"
#include "calx-format.h"
#include "calx-place-editor.h"
#include "calx-wrap-layout.h"

/* While a number is being typed, its first digits are often out of bounds: what was refused is
 * complained of only once the person pauses, or goes on. */
#define COMPLAINT_DELAY_MS 600

struct _CalxFindingRow
{
  GtkListBoxRow parent_instance;

  GtkWidget         *line;
  GtkLabel          *title;
  GtkLabel          *help;
  GtkLabel          *hint;
  GtkWidget         *message_box;
  GtkImage          *message_icon;
  GtkLabel          *message;
  CalxFindingEditor *editor;
  CalxPlaceEditor   *place;   /* NULL until a sited finding is yes */

  CalxInputs        *inputs;
  CalxRegions       *regions;
  const CalxInput   *input;
  CalxFinding        finding; /* in effect; the text is owned */
  CalxDate           session_date;
  CalxUnitSystem     system;
  CalxReferenceRange range;   /* that counts */
  char              *note;
  gboolean           refused;
  guint              complaint_id;
};

G_DEFINE_TYPE (CalxFindingRow, calx_finding_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  FINDING_CHANGED,
  NEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
keep_finding (CalxFindingRow    *self,
              const CalxFinding *finding)
{
  char *text = g_strdup (finding->text);

  g_free ((char *) self->finding.text);
  self->finding = *finding;
  self->finding.text = text;
  self->finding.unit = g_intern_string (finding->unit);
  self->finding.site = g_intern_string (finding->site);
  self->finding.carried_from = g_intern_string (finding->carried_from);
}

/* "carried from 12-Oct-2026", "measured on ...", or NULL */
static char *
describe_origin (CalxFindingRow *self)
{
  const CalxFinding *finding = &self->finding;
  g_autoptr(GString) text = g_string_new (NULL);

  if (finding->state == CALX_FINDING_UNKNOWN)
    return g_strdup (self->note);

  if (finding->carried_from != NULL || calx_date_is_known (finding->carried_date))
    {
      g_autofree char *date = calx_format_date (finding->carried_date);

      g_string_append_printf (text, _ ("from %s"), date);
    }
  if (self->input->laboratory && calx_date_is_known (finding->date))
    {
      g_autofree char *date = calx_format_date (finding->date);

      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, _ ("measured on %s"), date);
      if (calx_date_is_day (finding->date) && calx_date_is_day (self->session_date))
        {
          int days = calx_date_days (finding->date, self->session_date);

          if (days > calx_inputs_get_expired_days (self->inputs))
            g_string_append_printf (text, ngettext (", %d day old: counts as unknown",
                                                    ", %d days old: counts as unknown", days), days);
          else if (days > 0)
            g_string_append_printf (text, ngettext (", %d day old", ", %d days old", days), days);
        }
    }
  if (self->note != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", self->note);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
show_origin (CalxFindingRow *self)
{
  g_autofree char *text = describe_origin (self);

  gtk_label_set_label (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL);
}

/* What the person proposes, and whether it is accepted; @ret_message as of calx_finding_check(). */
static CalxFindingCheck
examine (CalxFindingRow *self,
         CalxFinding    *ret_proposal,
         char          **ret_message)
{
  gboolean yes;

  calx_finding_editor_propose (self->editor, ret_proposal);
  if (self->place != NULL && calx_finding_get_boolean (ret_proposal, &yes) && yes &&
      !calx_place_editor_propose (self->place, ret_proposal, ret_message))
    return CALX_FINDING_ERROR;
  return calx_finding_check (ret_proposal, self->input, self->session_date, ret_message);
}

/* Whether the person's @proposal says the same as the finding in effect, wherever that came from. */
static gboolean
says_the_same (CalxFindingRow    *self,
               const CalxFinding *proposal)
{
  CalxFinding here = self->finding;

  here.carried_from = NULL;
  here.carried_date = CALX_DATE_NONE;
  return calx_finding_equal (&here, proposal);
}

static void
show_message (CalxFindingRow  *self,
              CalxFindingCheck check,
              const char      *message)
{
  g_autofree char *whole = NULL;

  g_clear_handle_id (&self->complaint_id, g_source_remove);
  gtk_widget_remove_css_class (self->message_box, "error");
  gtk_widget_remove_css_class (self->message_box, "warning");
  if (check == CALX_FINDING_ERROR)
    {
      g_autofree char *counting = calx_format_finding (&self->finding, self->input);
      g_autofree char *again = NULL;
      CalxFinding proposal;

      /* A value that was fine may come to be dated after its session: it stands, and is not counted. */
      examine (self, &proposal, &again);
      if (says_the_same (self, &proposal))
        whole = g_strdup_printf (_ ("%s It counts as unknown."), message);
      else
        whole = g_strdup_printf (_ ("%s Not taken; what counts: %s."), message, counting);
    }
  else if (check == CALX_FINDING_SOFT)
    {
      whole = g_strdup (message);
    }

  if (whole != NULL)
    {
      gtk_widget_add_css_class (self->message_box, check == CALX_FINDING_ERROR ? "error" : "warning");
      gtk_image_set_from_icon_name (self->message_icon, check == CALX_FINDING_ERROR ? "dialog-error-symbolic"
                                                                                    : "dialog-warning-symbolic");
      gtk_label_set_label (self->message, whole);
    }
  gtk_widget_set_visible (self->message_box, whole != NULL);
  calx_finding_editor_set_check (self->editor, check, whole);
}

/* Says of the proposal on screen what there is to say. */
static void
check_now (CalxFindingRow *self)
{
  CalxFinding proposal;
  g_autofree char *message = NULL;
  CalxFindingCheck check;

  check = examine (self, &proposal, &message);
  show_message (self, check, message);
}

static void edited_cb (CalxFindingRow *self);
static void next_cb   (CalxFindingRow *self);

/* When and where are asked of what is there. */
static void
show_place (CalxFindingRow *self)
{
  CalxFinding proposal;
  gboolean yes;

  if (!self->input->sited)
    return;
  calx_finding_editor_propose (self->editor, &proposal);
  yes = calx_finding_get_boolean (&proposal, &yes) && yes;
  if (self->place == NULL && yes)
    {
      self->place = CALX_PLACE_EDITOR (calx_place_editor_new (self->regions, _ (self->input->label)));
      gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->line)), GTK_WIDGET (self->place), self->line);
      g_signal_connect_object (self->place, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->place, "next", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
    }
  if (self->place != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->place), yes);
}

/* What the input means, and its reference range in the unit of the entry. */
static void
show_help (CalxFindingRow *self)
{
  g_autoptr(GString) text = g_string_new (self->input->help != NULL ? _ (self->input->help) : "");

  if (self->input->kind == CALX_INPUT_NUMBER && self->input->laboratory)
    {
      CalxFinding proposal;
      const CalxUnit *unit;
      g_autofree char *range = NULL;

      calx_finding_editor_propose (self->editor, &proposal);
      unit = proposal.unit != NULL ? calx_quantity_find_unit (self->input->quantity, proposal.unit)
                                   : calx_quantity_get_unit (self->input->quantity, self->system);
      range = calx_format_range (&self->range, unit);
      if (*range != '\0')
        {
          g_autofree char *origin = calx_format_range_origin (&self->range);

          g_string_append (text, text->len > 0 ? " " : "");
          /* TRANSLATORS: "Reference range 8.80 to 10.40 mg/dL, published." */
          g_string_append_printf (text, _ ("Reference range %s, %s."), range, origin);
        }
    }
  if (!g_str_equal (gtk_label_get_label (self->help), text->str))
    gtk_label_set_label (self->help, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->help), text->len > 0);
}

static gboolean
complain (gpointer data)
{
  CalxFindingRow *self = data;

  self->complaint_id = 0;
  check_now (self);
  return G_SOURCE_REMOVE;
}

static void
edited_cb (CalxFindingRow *self)
{
  CalxFinding proposal;
  g_autofree char *message = NULL;
  CalxFindingCheck check;

  show_place (self);
  show_help (self);
  check = examine (self, &proposal, &message);
  self->refused = check == CALX_FINDING_ERROR;
  if (self->refused)
    {
      if (gtk_widget_get_visible (self->message_box))
        show_message (self, check, message);
      else if (self->complaint_id == 0)
        self->complaint_id = g_timeout_add (COMPLAINT_DELAY_MS, complain, self);
      return;
    }

  show_message (self, check, message);
  if (says_the_same (self, &proposal))
    return;

  keep_finding (self, &proposal);
  show_origin (self);
  g_signal_emit (self, signals[FINDING_CHANGED], 0, &self->finding);
}

static void
next_cb (CalxFindingRow *self)
{
  if (self->complaint_id != 0)
    check_now (self);
  g_signal_emit (self, signals[NEXT], 0);
}

static void
focus_left_cb (CalxFindingRow *self)
{
  if (self->complaint_id != 0)
    check_now (self);
}

static gboolean
set_state (CalxFindingRow  *self,
           CalxFindingState state)
{
  CalxFinding finding = CALX_FINDING_INIT;

  if (state == CALX_FINDING_ABSENT && self->input->kind != CALX_INPUT_BOOLEAN && !self->input->can_be_absent)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }

  finding.state = state;
  calx_finding_editor_show (self->editor, &finding, self->session_date);
  edited_cb (self);
  return TRUE;
}

static gboolean
set_absent (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   data)
{
  return set_state (CALX_FINDING_ROW (widget), CALX_FINDING_ABSENT);
}

static gboolean
set_unknown (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  return set_state (CALX_FINDING_ROW (widget), CALX_FINDING_UNKNOWN);
}

/* Plain letters, where no text is typed. */
static gboolean
letter_pressed_cb (CalxFindingRow *self,
                   guint           keyval,
                   guint           keycode,
                   GdkModifierType modifiers)
{
  CalxFinding finding = CALX_FINDING_INIT;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_y:
      finding.state = CALX_FINDING_VALUE;
      finding.text = "yes";
      calx_finding_editor_show (self->editor, &finding, self->session_date);
      edited_cb (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_n:
      return set_state (self, CALX_FINDING_ABSENT);
    case GDK_KEY_u:
      return set_state (self, CALX_FINDING_UNKNOWN);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
calx_finding_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CALX_FINDING_ROW (widget)->editor));
}

static void
calx_finding_row_dispose (GObject *object)
{
  CalxFindingRow *self = CALX_FINDING_ROW (object);

  g_clear_handle_id (&self->complaint_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALX_TYPE_FINDING_ROW);

  G_OBJECT_CLASS (calx_finding_row_parent_class)->dispose (object);
}

static void
calx_finding_row_finalize (GObject *object)
{
  CalxFindingRow *self = CALX_FINDING_ROW (object);

  g_free ((char *) self->finding.text);
  g_free (self->note);
  g_clear_pointer (&self->inputs, calx_inputs_unref);
  g_clear_pointer (&self->regions, calx_regions_unref);

  G_OBJECT_CLASS (calx_finding_row_parent_class)->finalize (object);
}

static void
calx_finding_row_class_init (CalxFindingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = calx_finding_row_dispose;
  object_class->finalize = calx_finding_row_finalize;
  widget_class->grab_focus = calx_finding_row_grab_focus;

  signals[FINDING_CHANGED] = g_signal_new ("finding-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[NEXT] = g_signal_new ("next", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_F7, 0, set_absent, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F8, 0, set_unknown, NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/calx/Calx/ui/CalxFindingRow.ui");
  gtk_widget_class_bind_template_child (widget_class, CalxFindingRow, line);
  gtk_widget_class_bind_template_child (widget_class, CalxFindingRow, title);
  gtk_widget_class_bind_template_child (widget_class, CalxFindingRow, help);
  gtk_widget_class_bind_template_child (widget_class, CalxFindingRow, hint);
  gtk_widget_class_bind_template_child (widget_class, CalxFindingRow, message_box);
  gtk_widget_class_bind_template_child (widget_class, CalxFindingRow, message_icon);
  gtk_widget_class_bind_template_child (widget_class, CalxFindingRow, message);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
}

static void
calx_finding_row_init (CalxFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->line, calx_wrap_layout_new (6, 6));
}

static void
add_editor (CalxFindingRow *self)
{
  switch (self->input->kind)
    {
    case CALX_INPUT_BOOLEAN:
      self->editor = CALX_FINDING_EDITOR (calx_answer_editor_new (self->input));
      break;
    case CALX_INPUT_CHOICE:
      self->editor = CALX_FINDING_EDITOR (calx_choice_editor_new (self->input));
      break;
    case CALX_INPUT_NUMBER:
    case CALX_INPUT_DATE:
      self->editor = CALX_FINDING_EDITOR (calx_text_editor_new (self->input));
      break;
    default:
      g_assert_not_reached ();
    }

  if (self->input->kind == CALX_INPUT_BOOLEAN)
    {
      GtkEventController *letters = gtk_event_controller_key_new ();

      g_signal_connect_swapped (letters, "key-pressed", G_CALLBACK (letter_pressed_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self->editor), letters);
    }
  gtk_widget_set_valign (GTK_WIDGET (self->editor), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->editor));
  g_signal_connect_object (self->editor, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "next", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
}

static void
set_texts (CalxFindingRow *self)
{
  g_autoptr(GString) keys = g_string_new (NULL);

  gtk_label_set_label (self->title, _ (self->input->label));
  show_help (self);
  if (self->input->kind == CALX_INPUT_BOOLEAN)
    g_string_append (keys, _ ("Y yes · N or F7 no · U or F8 not known"));
  else if (self->input->can_be_absent)
    g_string_append_printf (keys, _ ("F7 %s · F8 not known"),
                            self->input->absent_text != NULL ? _ (self->input->absent_text) : _ ("none"));
  else
    g_string_append (keys, _ ("F8 not known"));
  g_string_append (keys, _ (" · Enter next field"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), keys->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (self->input->label),
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "F7 F8", -1);
}

GtkWidget *
calx_finding_row_new (CalxInputs  *inputs,
                      CalxRegions *regions,
                      guint        index)
{
  CalxFindingRow *self;

  g_return_val_if_fail (inputs != NULL && regions != NULL, NULL);
  g_return_val_if_fail (index < calx_inputs_get_n (inputs), NULL);

  self = g_object_new (CALX_TYPE_FINDING_ROW, NULL);
  self->inputs = calx_inputs_ref (inputs);
  self->regions = calx_regions_ref (regions);
  self->input = calx_inputs_get (inputs, index);
  self->range = calx_references_get_range (NULL, self->input);
  add_editor (self);
  set_texts (self);
  return GTK_WIDGET (self);
}

void
calx_finding_row_set_range (CalxFindingRow           *self,
                            const CalxReferenceRange *range)
{
  g_return_if_fail (CALX_IS_FINDING_ROW (self));
  g_return_if_fail (range != NULL);

  self->range = *range;
  show_help (self);
}

const CalxInput *
calx_finding_row_get_input (CalxFindingRow *self)
{
  g_return_val_if_fail (CALX_IS_FINDING_ROW (self), NULL);

  return self->input;
}

void
calx_finding_row_set_finding (CalxFindingRow    *self,
                              const CalxFinding *finding,
                              CalxDate           session_date,
                              gboolean           force)
{
  gboolean same_date;

  g_return_if_fail (CALX_IS_FINDING_ROW (self));
  g_return_if_fail (finding != NULL);

  same_date = calx_date_compare (self->session_date, session_date) == 0;
  if (!force && same_date && calx_finding_equal (&self->finding, finding))
    return;

  self->session_date = session_date;
  if (force || !calx_finding_equal (&self->finding, finding))
    {
      keep_finding (self, finding);
      self->refused = FALSE;
      calx_finding_editor_show (self->editor, finding, session_date);
      show_place (self);
      if (self->place != NULL)
        calx_place_editor_show (self->place, finding);
      show_help (self);
    }
  show_origin (self);
  if (!self->refused)
    check_now (self);
}

void
calx_finding_row_set_unit_system (CalxFindingRow *self,
                                  CalxUnitSystem  system)
{
  g_return_if_fail (CALX_IS_FINDING_ROW (self));

  self->system = system;
  calx_finding_editor_set_unit_system (self->editor, system);
  show_help (self);
}

gboolean
calx_finding_row_is_refused (CalxFindingRow *self)
{
  g_return_val_if_fail (CALX_IS_FINDING_ROW (self), FALSE);

  return self->refused;
}

void
calx_finding_row_set_note (CalxFindingRow *self,
                           const char     *note)
{
  g_return_if_fail (CALX_IS_FINDING_ROW (self));

  if (g_strcmp0 (self->note, note) == 0)
    return;
  g_free (self->note);
  self->note = g_strdup (note);
  show_origin (self);
}

void
calx_finding_row_mark (CalxFindingRow    *self,
                       const char *const *words)
{
  g_autoptr(PangoAttrList) marks = pango_attr_list_new ();
  g_autofree char *folded = NULL;

  g_return_if_fail (CALX_IS_FINDING_ROW (self));

  folded = g_utf8_casefold (gtk_label_get_label (self->title), -1);
  for (; words != NULL && *words != NULL; words++)
    {
      const char *found = strstr (folded, *words);
      PangoAttribute *line;

      /* Where folding changed the length, the place in the name is not known. */
      if (**words == '\0' || found == NULL || strlen (folded) != strlen (gtk_label_get_label (self->title)))
        continue;
      line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
      line->start_index = (guint) (found - folded);
      line->end_index = line->start_index + (guint) strlen (*words);
      pango_attr_list_insert (marks, line);
    }
  gtk_label_set_attributes (self->title, marks);
}
