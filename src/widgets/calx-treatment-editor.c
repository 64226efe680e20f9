/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-treatment-editor.h"

#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-drop-down.h"
#include "calx-format-treatment.h"
#include "calx-label.h"

struct _CalxTreatmentEditor
{
  GtkWidget parent_instance;

  CalxKnowledge *knowledge;
  CalxTreatment *treatment;
  CalxDate       session_date;
  gboolean       refused;
  gboolean       showing;

  GtkWidget     *box;
  GtkWidget     *name_box;
  GtkWidget     *name;
  GtkWidget     *start;
  GtkWidget     *stop;
  GtkWidget     *message;
  GtkWidget     *stopped;
  GtkWidget     *dose;
  GtkWidget     *route;
  GtkWidget     *indication;
  GtkWidget     *response;
  GtkWidget     *adverse;
  GtkWidget     *adverse_text;
  GtkWidget     *stop_reason;
  GtkWidget     *note;
  GtkWidget     *published;
  GtkWidget     *facts;
  GtkWidget     *remove;
};

G_DEFINE_FINAL_TYPE (CalxTreatmentEditor, calx_treatment_editor, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
get_entry (CalxTreatmentEditor *self,
           CalxTreatmentText    which)
{
  GtkWidget *entries[CALX_N_TREATMENT_TEXTS] = {
    [CALX_TREATMENT_NAME] = self->name,
    [CALX_TREATMENT_DOSE] = self->dose,
    [CALX_TREATMENT_ADVERSE] = self->adverse_text,
    [CALX_TREATMENT_STOP_REASON] = self->stop_reason,
    [CALX_TREATMENT_NOTE] = self->note,
  };

  return entries[which];
}

static const CalxTreatmentKind *
get_kind (CalxTreatmentEditor *self)
{
  return calx_treatments_find (self->knowledge->treatments, self->treatment->kind);
}

/* --- from the fields to the treatment --- */

static void
say (CalxTreatmentEditor *self,
     GtkWidget           *entry,
     const char          *message)
{
  GtkWidget *entries[] = { self->start, self->stop };

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      gboolean wrong = message != NULL && entries[i] == entry;

      if (wrong)
        gtk_widget_add_css_class (entries[i], "error");
      else
        gtk_widget_remove_css_class (entries[i], "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (entries[i]), GTK_ACCESSIBLE_STATE_INVALID,
                                   wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (entries[i]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      wrong ? message : "", -1);
    }
  self->refused = message != NULL;
  gtk_widget_set_visible (self->message, message != NULL);
  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
}

static char *
get_text (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static gboolean
read_date (CalxTreatmentEditor *self,
           GtkWidget           *entry,
           CalxDate            *ret_date)
{
  g_autofree char *text = get_text (entry);
  g_autofree char *message = NULL;

  if (calx_date_parse (text, ret_date))
    return TRUE;
  message = g_strdup_printf (_("“%s” is not a date. Write 2025, 2025-12 or 2025-12-31."), text);
  say (self, entry, message);
  return FALSE;
}

/* The dates as they stand in the fields, unless they cannot be: then those of before stay. */
static void
read_dates (CalxTreatmentEditor *self,
            CalxTreatment       *treatment)
{
  g_autoptr(CalxTreatment) dated = calx_treatment_copy (treatment);
  g_autofree char *message = NULL;
  CalxDate stop;

  if (!read_date (self, self->start, &dated->start) || !read_date (self, self->stop, &stop))
    return;
  dated->stop = stop;
  dated->stopped = calx_date_is_known (stop) || gtk_check_button_get_active (GTK_CHECK_BUTTON (self->stopped));
  if (!calx_treatment_check_dates (dated, self->session_date, &message))
    {
      gboolean is_start = calx_date_compare (calx_date_earliest (dated->start), self->session_date) > 0 &&
                          calx_date_is_known (dated->start);

      say (self, is_start ? self->start : self->stop, message);
      return;
    }
  say (self, NULL, NULL);
  treatment->start = dated->start;
  treatment->stop = dated->stop;
  treatment->stopped = dated->stopped;
}

/* The id of what is selected in a drop-down whose first row is "not known". */
static const char *
read_term (GtkWidget *drop_down,
           GPtrArray *terms)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));

  if (position == 0 || position == GTK_INVALID_LIST_POSITION || position > terms->len)
    return g_intern_static_string ("");
  return g_intern_string (((const CalxTreatmentTerm *) terms->pdata[position - 1])->id);
}

/* Where the kind names no routes, all of them may be. */
static GPtrArray *
get_routes (CalxTreatmentEditor *self)
{
  const CalxTreatmentKind *kind = get_kind (self);

  return kind != NULL && kind->routes->len > 0 ? kind->routes
                                               : calx_treatments_get_routes (self->knowledge->treatments);
}

static GPtrArray *
get_adverse (CalxTreatmentEditor *self)
{
  const CalxTreatmentKind *kind = get_kind (self);

  return kind != NULL && kind->adverse->len > 0 ? kind->adverse
                                                : calx_treatments_get_adverse (self->knowledge->treatments);
}

static void
read_adverse (CalxTreatmentEditor *self,
              CalxTreatment       *treatment)
{
  GPtrArray *terms = get_adverse (self);
  guint i = 0;

  for (GtkWidget *check = gtk_widget_get_first_child (self->adverse); check != NULL;
       check = gtk_widget_get_next_sibling (check), i++)
    calx_treatment_set_adverse (treatment, ((const CalxTreatmentTerm *) terms->pdata[i])->id,
                                gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

static void
read_all (CalxTreatmentEditor *self,
          gboolean             typed)
{
  g_autoptr(CalxTreatment) treatment = NULL;
  const CalxTreatmentKind *kind;

  if (self->showing || self->treatment == NULL)
    return;
  treatment = calx_treatment_copy (self->treatment);
  kind = get_kind (self);
  read_dates (self, treatment);
  for (guint i = 0; i < CALX_N_TREATMENT_TEXTS; i++)
    {
      g_autofree char *text = get_text (get_entry (self, i));

      calx_treatment_set_text (treatment, i, text);
    }
  treatment->route = read_term (self->route, get_routes (self));
  if (kind != NULL)
    treatment->indication = read_term (self->indication, kind->indications);
  treatment->response = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->response));
  read_adverse (self, treatment);
  if (calx_treatment_equal (treatment, self->treatment))
    return;
  calx_treatment_unref (self->treatment);
  self->treatment = calx_treatment_ref (treatment);
  g_signal_emit (self, signals[CHANGED], 0, treatment, typed);
}

static void
typed_cb (CalxTreatmentEditor *self)
{
  read_all (self, TRUE);
}

static void
chosen_cb (CalxTreatmentEditor *self)
{
  read_all (self, FALSE);
}

static void
remove_cb (CalxTreatmentEditor *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

/* --- from the treatment to the fields --- */

static void
show_text (GtkWidget  *entry,
           const char *text)
{
  g_autofree char *shown = get_text (entry);

  if (!g_str_equal (shown, text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* What was refused stays as it was typed. */
static void
show_date (CalxTreatmentEditor *self,
           GtkWidget           *entry,
           CalxDate             date)
{
  g_autofree char *shown = get_text (entry);
  g_autofree char *text = calx_date_to_iso (date);
  CalxDate typed;

  if (self->refused || (calx_date_parse (shown, &typed) && calx_date_compare (typed, date) == 0))
    return;
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show_term (GtkWidget  *drop_down,
           GPtrArray  *terms,
           const char *id)
{
  guint position = 0;

  for (guint i = 0; i < terms->len; i++)
    if (g_str_equal (((const CalxTreatmentTerm *) terms->pdata[i])->id, id))
      position = i + 1;
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)) != position)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), position);
}

static void
fill_terms (GtkWidget *drop_down,
            GPtrArray *terms)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();

  g_ptr_array_add (texts, (gpointer) _("Not known"));
  for (guint i = 0; i < terms->len; i++)
    g_ptr_array_add (texts, (gpointer) _(((const CalxTreatmentTerm *) terms->pdata[i])->label));
  calx_drop_down_set_texts (GTK_DROP_DOWN (drop_down), (const char *const *) texts->pdata, texts->len);
}

static void
fill_adverse (CalxTreatmentEditor *self)
{
  GPtrArray *terms = get_adverse (self);
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (self->adverse)) != NULL)
    gtk_box_remove (GTK_BOX (self->adverse), old);
  for (guint i = 0; i < terms->len; i++)
    {
      const char *text = _(((const CalxTreatmentTerm *) terms->pdata[i])->label);
      GtkWidget *check = gtk_check_button_new ();
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0.0);
      gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
      calx_accessible_set_name (check, text);

      g_signal_connect_object (check, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->adverse), check);
    }
}

static void
add_fact (CalxTreatmentEditor *self,
          const char          *text,
          const char          *css_class)
{
  GtkWidget *label = calx_label_new_wrapped (text, css_class);

  gtk_box_append (GTK_BOX (self->facts), label);
}

static void
add_facts (CalxTreatmentEditor *self,
           const char          *title,
           GPtrArray           *facts,
           gboolean             rated)
{
  if (facts->len > 0)
    add_fact (self, title, "heading");
  for (guint i = 0; i < facts->len; i++)
    {
      const CalxTreatmentFact *fact = facts->pdata[i];
      g_autofree char *cites = calx_format_cites (self->knowledge->sources, fact->sources);
      g_autofree char *line = rated ? g_strdup_printf ("%s: %s", calx_strength_get_words (fact->strength), cites)
                                    : g_strdup (cites);

      add_fact (self, _(fact->text), NULL);
      add_fact (self, line, "caption");
    }
}

static void
fill_facts (CalxTreatmentEditor *self)
{
  const CalxTreatmentKind *kind = get_kind (self);
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (self->facts)) != NULL)
    gtk_box_remove (GTK_BOX (self->facts), old);
  gtk_widget_set_visible (self->published, kind != NULL);
  if (kind == NULL)
    return;
  add_fact (self, _(kind->statement.text), NULL);
  if (*kind->statement.note != '\0')
    add_fact (self, _(kind->statement.note), "caption");
  add_facts (self, _("Evidence"), kind->evidence, TRUE);
  add_facts (self, _("Doses as published, recorded, never recommended"), kind->doses, FALSE);
}

/* What depends on the kind, which never changes for one treatment. */
static void
show_kind (CalxTreatmentEditor *self)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  const CalxTreatmentKind *kind = get_kind (self);

  gtk_widget_set_visible (self->name_box, g_str_equal (self->treatment->kind, CALX_TREATMENT_OTHER));
  fill_terms (self->route, get_routes (self));
  fill_terms (self->indication, kind != NULL ? kind->indications : none);
  gtk_widget_set_sensitive (self->indication, kind != NULL && kind->indications->len > 0);
  fill_adverse (self);
  fill_facts (self);
}

static void
show_adverse (CalxTreatmentEditor *self)
{
  GPtrArray *terms = get_adverse (self);
  guint i = 0;

  for (GtkWidget *check = gtk_widget_get_first_child (self->adverse); check != NULL;
       check = gtk_widget_get_next_sibling (check), i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                 calx_treatment_has_adverse (self->treatment,
                                                             ((const CalxTreatmentTerm *) terms->pdata[i])->id));
}

static void
show_treatment (CalxTreatmentEditor *self)
{
  const CalxTreatment *treatment = self->treatment;
  const CalxTreatmentKind *kind = get_kind (self);

  show_date (self, self->start, treatment->start);
  show_date (self, self->stop, treatment->stop);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->stopped),
                               treatment->stopped && !calx_date_is_known (treatment->stop));
  gtk_widget_set_visible (self->stopped, !calx_date_is_known (treatment->stop));
  for (guint i = 0; i < CALX_N_TREATMENT_TEXTS; i++)
    show_text (get_entry (self, i), treatment->texts[i]);
  show_term (self->route, get_routes (self), treatment->route);
  if (kind != NULL)
    show_term (self->indication, kind->indications, treatment->indication);
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->response)) != treatment->response)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->response), treatment->response);
  show_adverse (self);
}

void
calx_treatment_editor_set_treatment (CalxTreatmentEditor *self,
                                     CalxKnowledge       *knowledge,
                                     CalxTreatment       *treatment,
                                     CalxDate             session_date)
{
  g_autoptr(CalxTreatment) old = NULL;
  gboolean is_other, is_undone;

  g_return_if_fail (CALX_IS_TREATMENT_EDITOR (self));
  g_return_if_fail (knowledge != NULL && treatment != NULL);

  old = g_steal_pointer (&self->treatment);
  if (self->knowledge == NULL)
    self->knowledge = calx_knowledge_ref (knowledge);
  self->treatment = calx_treatment_ref (treatment);
  self->session_date = session_date;
  is_other = old == NULL || !g_str_equal (old->uuid, treatment->uuid);
  /* Dates that came from elsewhere, as by undo or "Stop today", go before what was refused. */
  is_undone = old != NULL && (calx_date_compare (old->start, treatment->start) != 0 ||
                              calx_date_compare (old->stop, treatment->stop) != 0 ||
                              old->stopped != treatment->stopped);

  self->showing = TRUE;
  if (is_other || is_undone)
    say (self, NULL, NULL);
  if (is_other)
    show_kind (self);
  show_treatment (self);
  self->showing = FALSE;
}

gboolean
calx_treatment_editor_has_refused (CalxTreatmentEditor *self)
{
  g_return_val_if_fail (CALX_IS_TREATMENT_EDITOR (self), FALSE);

  return self->refused;
}

/* --- set up --- */

static void
calx_treatment_editor_dispose (GObject *object)
{
  CalxTreatmentEditor *self = CALX_TREATMENT_EDITOR (object);

  self->showing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), CALX_TYPE_TREATMENT_EDITOR);
  g_clear_pointer (&self->treatment, calx_treatment_unref);
  g_clear_pointer (&self->knowledge, calx_knowledge_unref);

  G_OBJECT_CLASS (calx_treatment_editor_parent_class)->dispose (object);
}

static gboolean
calx_treatment_editor_grab_focus (GtkWidget *widget)
{
  CalxTreatmentEditor *self = CALX_TREATMENT_EDITOR (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->name_box) ? self->name : self->start);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, box);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, name_box);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, name);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, start);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, stop);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, message);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, stopped);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, dose);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, route);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, indication);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, response);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, adverse);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, adverse_text);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, stop_reason);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, note);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, published);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, facts);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentEditor, remove);
}

static void
calx_treatment_editor_class_init (CalxTreatmentEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_treatment_editor_dispose;
  widget_class->grab_focus = calx_treatment_editor_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/calx/Calx/ui/CalxTreatmentEditor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
set_up_drop_down (CalxTreatmentEditor *self,
                  GtkWidget           *drop_down,
                  const char          *name)
{
  calx_drop_down_set_up (GTK_DROP_DOWN (drop_down));
  calx_accessible_set_name (drop_down, name);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
calx_treatment_editor_init (CalxTreatmentEditor *self)
{
  const char *responses[CALX_N_RESPONSES];

  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = TRUE;
  set_up_drop_down (self, self->route, _("How it is given"));
  set_up_drop_down (self, self->indication, _("What for"));
  set_up_drop_down (self, self->response, _("Response"));
  for (guint i = 0; i < CALX_N_RESPONSES; i++)
    responses[i] = calx_format_response (i);
  calx_drop_down_set_texts (GTK_DROP_DOWN (self->response), responses, CALX_N_RESPONSES);
  calx_accessible_set_name (self->name, _("What it is"));
  calx_accessible_set_name (self->start, _("Start"));
  calx_accessible_set_name (self->stop, _("Stopped on"));
  calx_accessible_set_name (self->dose, _("Dose"));
  calx_accessible_set_name (self->adverse_text, _("Other adverse events"));
  calx_accessible_set_name (self->stop_reason, _("Reason for stopping"));
  calx_accessible_set_name (self->note, _("Note on the treatment"));
  self->showing = FALSE;
}
