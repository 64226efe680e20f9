/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-session-page.h"

#include <glib/gi18n.h>

#include "calx-accessible.h"
#include "calx-adaptive-box.h"
#include "calx-compare-view.h"
#include "calx-field.h"
#include "calx-findings-form.h"
#include "calx-map-pages.h"
#include "calx-map-pane.h"
#include "calx-review-pane.h"
#include "calx-treatment-list.h"
#include "calx-workup-list.h"

struct _CalxSessionPage
{
  GtkWidget         parent_instance;

  CalxAdaptiveBox  *box;
  GtkWidget        *findings_pane;
  CalxField        *date_field;
  GtkEditable      *date_entry;
  GtkTextView      *note_view;

  CalxFindingsForm *form;
  CalxReviewPane   *review_pane;
  CalxWorkupList   *workup;
  CalxTreatmentList *treatments;
  CalxMapPane      *map;
  CalxCompareView  *compare;

  CalxKnowledge    *knowledge;
  CalxPatient      *patient;
  GPtrArray        *sessions; /* CalxSession, as stored; NULL: not set yet */
  CalxSessionItem  *item;
  gulong            item_handler;
  CalxAssessment   *assessment;
  CalxReview       *review;
  CalxClinicSettings *settings; /* NULL: not loaded yet */
  gboolean          is_showing; /* what changes now is shown, not entered */
};

G_DEFINE_FINAL_TYPE (CalxSessionPage, calx_session_page, GTK_TYPE_WIDGET)

enum
{
  DATE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
assess (CalxSessionPage *self)
{
  CalxSession *session = calx_session_item_get_session (self->item);
  const CalxStoredSession *stored = calx_session_item_get_stored (self->item);
  CalxFacts facts = { .date = calx_session_get_date (session) };

  if (self->settings != NULL)
    facts.references = calx_clinic_settings_get_references (self->settings);
  g_clear_pointer (&self->assessment, calx_assessment_unref);
  if (stored != NULL && !calx_session_item_is_unsaved (self->item))
    self->assessment = calx_assessment_ref (stored->assessment);
  else
    {
      g_autoptr(CalxFindings) findings = calx_session_get_assessable (session, self->patient);

      facts.findings = findings;
      self->assessment = calx_risk_model_assess_facts (self->knowledge->model, &facts);
    }
  g_clear_pointer (&self->review, calx_review_unref);
  self->review = calx_review_new (self->knowledge, session, self->patient, self->settings);
  calx_review_pane_set_result (self->review_pane, self->assessment, self->review);
  calx_workup_list_set_review (self->workup, self->review);
  calx_treatment_list_set_review (self->treatments, self->review);
}

static void
show_date (CalxSessionPage *self,
           CalxDate         date)
{
  CalxDate shown;

  /* A half-typed date stays as it is typed. */
  if (calx_date_parse_day (gtk_editable_get_text (self->date_entry), &shown) &&
      calx_date_compare (shown, date) == 0)
    return;
  if (!calx_field_has_message (self->date_field) ||
      !gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->date_entry))))
    {
      g_autofree char *text = calx_date_to_iso (date);

      gtk_editable_set_text (self->date_entry, text);
      calx_field_set_message (self->date_field, NULL);
    }
}

static char *
get_note_text (CalxSessionPage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
show_note (CalxSessionPage *self,
           const char      *note)
{
  g_autofree char *shown = get_note_text (self);

  if (!g_str_equal (shown, note))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note_view), note, -1);
}

/* The stored sessions, and in its place or beside them the one at which the person works. */
static void
show_course (CalxSessionPage *self)
{
  CalxSession *shown = calx_session_item_get_session (self->item);
  g_autoptr(GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; self->sessions != NULL && i < self->sessions->len; i++)
    {
      CalxSession *session = g_ptr_array_index (self->sessions, i);

      if (!g_str_equal (calx_session_get_uuid (session), calx_session_get_uuid (shown)))
        g_ptr_array_add (all, session);
    }
  g_ptr_array_add (all, shown);
  calx_compare_view_set_sessions (self->compare, self->patient, all);
}

/* @afresh: another session is shown, and nothing half-typed may stay. */
static void
show_session (CalxSessionPage *self,
              gboolean         afresh)
{
  CalxSession *session = calx_session_item_get_session (self->item);
  CalxFindings *findings = calx_session_get_findings (session);
  CalxDate date = calx_session_get_date (session);

  self->is_showing = TRUE;
  if (afresh)
    {
      calx_field_set_message (self->date_field, NULL);
      gtk_editable_set_text (self->date_entry, "");
      calx_findings_form_reset (self->form, findings, date);
      calx_map_pane_select (self->map, NULL);
    }
  else
    calx_findings_form_set_findings (self->form, findings, date);
  show_date (self, date);
  show_note (self, calx_session_get_note (session));
  if (calx_map_pane_get_session (self->map) != session)
    calx_map_pane_set_session (self->map, session);
  self->is_showing = FALSE;
  show_course (self);

  assess (self);
}

static void
item_changed_cb (CalxSessionPage *self)
{
  show_session (self, FALSE);
}

static void
finding_changed_cb (CalxSessionPage *self,
                    guint            index,
                    gpointer         finding)
{
  g_autoptr(CalxSession) session = NULL;

  if (self->item == NULL || self->is_showing)
    return;
  session = calx_session_with_finding (calx_session_item_get_session (self->item), index, finding);
  calx_session_item_edit (self->item, session, (int) index);
}

static void
map_session_changed_cb (CalxSessionPage *self,
                        CalxSession     *session)
{
  if (self->item != NULL && !self->is_showing)
    calx_session_item_edit (self->item, session, CALX_EDIT_LESIONS);
}

static void
checklist_changed_cb (CalxSessionPage *self,
                      CalxChecklist   *checklist,
                      guint            line)
{
  g_autoptr(CalxSession) session = NULL;

  if (self->item == NULL || self->is_showing)
    return;
  session = calx_session_with_checklist (calx_session_item_get_session (self->item), checklist);
  calx_session_item_edit (self->item, session, CALX_EDIT_WORKUP (line));
}

static void
treatments_changed_cb (CalxSessionPage *self,
                       CalxSession     *session,
                       gboolean         typed)
{
  if (self->item != NULL && !self->is_showing)
    calx_session_item_edit (self->item, session, typed ? CALX_EDIT_TREATMENT_TEXT : CALX_EDIT_TREATMENTS);
}

static void
date_changed_cb (CalxSessionPage *self)
{
  const char *text = gtk_editable_get_text (self->date_entry);
  CalxDate date;

  if (self->item == NULL || self->is_showing)
    return;
  if (!calx_date_parse_day (text, &date))
    {
      calx_field_set_message (self->date_field,
                              _("Write the day of the session as 2026-11-20."));
      return;
    }
  if (calx_date_compare (date, calx_date_today ()) > 0)
    {
      calx_field_set_message (self->date_field, _("This day has not come yet."));
      return;
    }
  calx_field_set_message (self->date_field, NULL);
  if (calx_date_compare (date, calx_session_get_date (calx_session_item_get_session (self->item))) == 0)
    return;
  g_signal_emit (self, signals[DATE_CHOSEN], 0, &date);
}

static void
note_changed_cb (CalxSessionPage *self)
{
  g_autofree char *note = NULL;
  g_autoptr(CalxSession) session = NULL;

  if (self->item == NULL || self->is_showing)
    return;
  note = get_note_text (self);
  session = calx_session_with_note (calx_session_item_get_session (self->item), note);
  calx_session_item_edit (self->item, session, CALX_EDIT_NOTE);
}

static void
edit_patient_cb (CalxSessionPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-patient", NULL);
}

static void
select_lesion (CalxSessionPage *self,
               int              number)
{
  GPtrArray *lesions = calx_session_get_lesions (calx_session_item_get_session (self->item));

  for (guint i = 0; i < lesions->len; i++)
    {
      const CalxLesion *lesion = lesions->pdata[i];

      if (lesion->number == number)
        calx_map_pane_select (self->map, lesion->uuid);
    }
}

/* An input's id, or "L3": a lesion. */
static void
input_activated_cb (CalxSessionPage *self,
                    const char      *input_id)
{
  int number;

  if (sscanf (input_id, "L%d", &number) == 1)
    {
      calx_adaptive_box_set_visible_pane (self->box, 2);
      select_lesion (self, number);
      return;
    }
  calx_adaptive_box_set_visible_pane (self->box, 0);
  calx_findings_form_focus_input (self->form, input_id);
}

static void
calx_session_page_dispose (GObject *object)
{
  CalxSessionPage *self = CALX_SESSION_PAGE (object);

  if (self->item != NULL)
    g_clear_signal_handler (&self->item_handler, self->item);
  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALX_TYPE_SESSION_PAGE);
  g_clear_pointer (&self->assessment, calx_assessment_unref);
  g_clear_pointer (&self->review, calx_review_unref);
  g_clear_pointer (&self->settings, calx_clinic_settings_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->patient, calx_patient_free);
  g_clear_pointer (&self->knowledge, calx_knowledge_unref);

  G_OBJECT_CLASS (calx_session_page_parent_class)->dispose (object);
}

static void
calx_session_page_class_init (CalxSessionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = calx_session_page_dispose;

  g_type_ensure (CALX_TYPE_ADAPTIVE_BOX);
  g_type_ensure (CALX_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/calx/Calx/ui/CalxSessionPage.ui");
  gtk_widget_class_bind_template_child (widget_class, CalxSessionPage, box);
  gtk_widget_class_bind_template_child (widget_class, CalxSessionPage, findings_pane);
  gtk_widget_class_bind_template_child (widget_class, CalxSessionPage, date_field);
  gtk_widget_class_bind_template_child (widget_class, CalxSessionPage, date_entry);
  gtk_widget_class_bind_template_child (widget_class, CalxSessionPage, note_view);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);

  /* CalxDate *, the day that was entered; the window moves the session, since others decide what it carries. */
  signals[DATE_CHOSEN] = g_signal_new ("date-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_session_page_init (CalxSessionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
calx_session_page_set_knowledge (CalxSessionPage *self,
                                 CalxKnowledge   *knowledge)
{
  g_return_if_fail (CALX_IS_SESSION_PAGE (self));
  g_return_if_fail (knowledge != NULL);
  g_return_if_fail (self->knowledge == NULL);

  self->knowledge = calx_knowledge_ref (knowledge);

  self->form = CALX_FINDINGS_FORM (calx_findings_form_new (knowledge));
  gtk_widget_set_vexpand (GTK_WIDGET (self->form), TRUE);
  gtk_box_insert_child_after (GTK_BOX (self->findings_pane), GTK_WIDGET (self->form),
                              gtk_widget_get_first_child (self->findings_pane));
  g_signal_connect_object (self->form, "finding-changed", G_CALLBACK (finding_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "edit-patient", G_CALLBACK (edit_patient_cb), self,
                           G_CONNECT_SWAPPED);

  self->review_pane = CALX_REVIEW_PANE (calx_review_pane_new ());
  g_signal_connect_object (self->review_pane, "input-activated", G_CALLBACK (input_activated_cb), self,
                           G_CONNECT_SWAPPED);
  self->workup = CALX_WORKUP_LIST (calx_workup_list_new (knowledge));
  g_signal_connect_object (self->workup, "checklist-changed", G_CALLBACK (checklist_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workup, "input-activated", G_CALLBACK (input_activated_cb), self,
                           G_CONNECT_SWAPPED);
  calx_review_pane_add_page (self->review_pane, GTK_WIDGET (self->workup), CALX_REVIEW_PAGE_WORKUP, _("Work-up"));
  self->treatments = CALX_TREATMENT_LIST (calx_treatment_list_new ());
  g_signal_connect_object (self->treatments, "session-changed", G_CALLBACK (treatments_changed_cb), self,
                           G_CONNECT_SWAPPED);
  calx_review_pane_add_page (self->review_pane, GTK_WIDGET (self->treatments), CALX_REVIEW_PAGE_TREATMENT,
                             _("Treatment"));
  calx_adaptive_box_set_pane (self->box, 1, GTK_WIDGET (self->review_pane), _("Result"),
                              "power-profile-balanced-symbolic");

  self->map = CALX_MAP_PANE (calx_map_pane_new (knowledge));
  g_signal_connect_object (self->map, "session-changed", G_CALLBACK (map_session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->compare = CALX_COMPARE_VIEW (calx_compare_view_new (knowledge));
  calx_adaptive_box_set_pane (self->box, 2, calx_map_pages_new (GTK_WIDGET (self->map), GTK_WIDGET (self->compare)),
                              _("Body Map"), "user-info-symbolic");
}

void
calx_session_page_set_patient (CalxSessionPage   *self,
                               const CalxPatient *patient,
                               int                next_lesion_number)
{
  CalxPatient *own;

  g_return_if_fail (CALX_IS_SESSION_PAGE (self));
  g_return_if_fail (patient != NULL);

  own = calx_patient_copy (patient);
  g_clear_pointer (&self->patient, calx_patient_free);
  self->patient = own;
  calx_findings_form_set_patient (self->form, own);
  calx_map_pane_set_patient (self->map, own);
  calx_map_pane_set_next_number (self->map, next_lesion_number);
  if (self->item != NULL)
    {
      show_course (self);
      assess (self);
    }
}

void
calx_session_page_set_sessions (CalxSessionPage *self,
                                GPtrArray       *sessions)
{
  g_return_if_fail (CALX_IS_SESSION_PAGE (self));
  g_return_if_fail (sessions != NULL);

  calx_map_pane_set_sessions (self->map, sessions);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  self->sessions = g_ptr_array_ref (sessions);
  if (self->item != NULL)
    show_course (self);
}

void
calx_session_page_set_item (CalxSessionPage *self,
                            CalxSessionItem *item)
{
  g_return_if_fail (CALX_IS_SESSION_PAGE (self));
  g_return_if_fail (item == NULL || self->patient != NULL);

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_clear_signal_handler (&self->item_handler, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    {
      calx_map_pane_set_session (self->map, NULL);
      calx_review_pane_set_result (self->review_pane, NULL, NULL);
      calx_workup_list_set_review (self->workup, NULL);
      calx_treatment_list_set_review (self->treatments, NULL);
      g_clear_pointer (&self->assessment, calx_assessment_unref);
      g_clear_pointer (&self->review, calx_review_unref);
      return;
    }
  self->item_handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (item_changed_cb), self);
  show_session (self, TRUE);
}

void
calx_session_page_set_unit_system (CalxSessionPage *self,
                                   CalxUnitSystem   system)
{
  g_return_if_fail (CALX_IS_SESSION_PAGE (self));

  calx_findings_form_set_unit_system (self->form, system);
}

void
calx_session_page_set_settings (CalxSessionPage    *self,
                                CalxClinicSettings *settings)
{
  g_return_if_fail (CALX_IS_SESSION_PAGE (self));
  g_return_if_fail (settings != NULL);

  calx_clinic_settings_ref (settings);
  g_clear_pointer (&self->settings, calx_clinic_settings_unref);
  self->settings = settings;
  calx_findings_form_set_references (self->form, calx_clinic_settings_get_references (settings));
  if (self->item != NULL)
    assess (self);
}

CalxAssessment *
calx_session_page_get_assessment (CalxSessionPage *self)
{
  g_return_val_if_fail (CALX_IS_SESSION_PAGE (self), NULL);

  return self->assessment;
}

CalxReview *
calx_session_page_get_review (CalxSessionPage *self)
{
  g_return_val_if_fail (CALX_IS_SESSION_PAGE (self), NULL);

  return self->review;
}

GPtrArray *
calx_session_page_list_new_conflicts (CalxSessionPage *self)
{
  g_autoptr(CalxReview) before = NULL;
  CalxSession *base;

  g_return_val_if_fail (CALX_IS_SESSION_PAGE (self), NULL);
  g_return_val_if_fail (self->item != NULL, NULL);

  base = calx_session_item_get_base (self->item);
  if (base != NULL)
    before = calx_review_new (self->knowledge, base, self->patient, self->settings);
  return calx_conflicts_list_new (self->review->conflicts, before != NULL ? before->conflicts : NULL);
}

char *
calx_session_page_name_refused (CalxSessionPage *self)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n_lesions;
  guint n_treatments;

  g_return_val_if_fail (CALX_IS_SESSION_PAGE (self), NULL);

  if (calx_field_has_message (self->date_field))
    g_ptr_array_add (names, g_strdup (_("Date of the session")));
  calx_findings_form_list_refused (self->form, names);
  calx_workup_list_list_refused (self->workup, names);
  n_lesions = calx_map_pane_get_n_refused (self->map);
  if (n_lesions > 0)
    g_ptr_array_add (names, g_strdup_printf (g_dngettext (NULL, "%u field of a lesion",
                                                          "%u fields of lesions", n_lesions),
                                             n_lesions));
  n_treatments = calx_treatment_list_get_n_refused (self->treatments);
  if (n_treatments > 0)
    g_ptr_array_add (names, g_strdup_printf (g_dngettext (NULL, "dates of %u treatment",
                                                          "dates of %u treatments", n_treatments),
                                             n_treatments));
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}
