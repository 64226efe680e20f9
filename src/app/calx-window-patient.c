/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-window-private.h"

#include <glib/gi18n.h>

#include "calx-clinic-jobs.h"
#include "calx-format.h"

static char *
describe_schedule (const CalxPatient *patient)
{
  static const char *const names[] = { N_("Mo"), N_("Tu"), N_("We"), N_("Th"),
                                       N_("Fr"), N_("Sa"), N_("Su") };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (patient->schedule_days & (1u << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", _(names[i]));
  if (*patient->shift != '\0')
    g_string_append_printf (text, _("%sshift %s"), text->len > 0 ? ", " : "", patient->shift);
  if (*patient->chair != '\0')
    g_string_append_printf (text, _("%schair %s"), text->len > 0 ? ", " : "", patient->chair);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Born and age on the session's date, sex, record number: who this is. */
static void
update_header (CalxWindow *self)
{
  CalxDate on = calx_date_today ();
  g_autofree char *name = calx_format_name (self->patient);
  g_autofree char *born = calx_format_born (self->patient);
  g_autofree char *sex = calx_format_sex (self->patient->sex);
  g_autofree char *schedule = describe_schedule (self->patient);
  g_autofree char *age = NULL;
  g_autofree char *details = NULL;

  if (self->item != NULL)
    on = calx_session_get_date (calx_session_item_get_session (self->item));
  age = calx_format_age (self->patient, on);
  details = g_strdup_printf (_("Born: %s (%s) · Sex: %s · Record number: %s%s%s"), born, age, sex,
                             *self->patient->record_number != '\0' ? self->patient->record_number
                                                                   : _("Not known"),
                             *schedule != '\0' ? " · " : "", schedule);
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->details_label, details);
}

static void
update_draft_bar (CalxWindow *self)
{
  gboolean is_restored = self->item != NULL && calx_session_item_is_restored (self->item) &&
                         calx_session_item_is_unsaved (self->item);

  if (is_restored)
    {
      CalxDate day = calx_session_get_date (calx_session_item_get_session (self->item));
      g_autofree char *date = calx_format_date (day);
      g_autofree char *text = g_strdup_printf (_("Restored draft of %s, not saved yet"), date);

      gtk_label_set_label (self->draft_label, text);
    }
  gtk_revealer_set_reveal_child (self->draft_bar, is_restored);
}

void
calx_window_update (CalxWindow *self)
{
  gboolean collapsed = calx_side_box_get_collapsed (self->side_box);

  gtk_widget_set_visible (self->content_title, !collapsed);
  gtk_stack_set_visible_child_name (self->content, self->patient != NULL ? "patient" : "none");
  if (self->patient != NULL)
    {
      update_header (self);
      gtk_stack_set_visible_child_name (self->session_stack,
                                        self->item != NULL ? "session" : "none");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->session_drop_down),
                          g_list_model_get_n_items (G_LIST_MODEL (self->sessions)) > 0);
  update_draft_bar (self);
  /* Where the list is alone on screen, no row is marked: choosing it again opens it. */
  calx_patient_list_set_selected (
    self->patient_list,
    self->patient != NULL && (!collapsed || calx_side_box_get_show_content (self->side_box))
      ? self->patient->uuid
      : NULL);
  calx_window_update_actions (self);
}

void
calx_window_go_back (CalxWindow *self)
{
  calx_draft_writer_flush (self->draft_writer);
  calx_side_box_set_show_content (self->side_box, FALSE);
  calx_window_update (self);
}

/* Sessions */

static void
draft_discarded_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(CalxWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!calx_clinic_draft_finish (CALX_CLINIC (source), result, &error))
    calx_window_set_trouble (self, error->message);
}

static void
discard_draft (CalxWindow      *self,
               CalxSessionItem *item)
{
  CalxSession *session = calx_session_item_get_session (item);

  calx_draft_writer_cancel (self->draft_writer);
  calx_clinic_discard_draft_async (self->clinic, calx_session_get_uuid (session),
                                   draft_discarded_cb, g_object_ref (self));
}

static void
item_changed_cb (CalxWindow *self)
{
  self->may_close = FALSE;
  if (calx_session_item_needs_draft (self->item))
    calx_draft_writer_queue (self->draft_writer, calx_session_item_get_session (self->item));
  else if (!self->is_saving)
    discard_draft (self, self->item);
  update_header (self);
  update_draft_bar (self);
  calx_window_update_actions (self);
}

/* What stands in the records: a session that nobody has saved has not happened yet. */
static GPtrArray *
list_stored_sessions (CalxWindow *self)
{
  GPtrArray *sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_session_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sessions));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(CalxSessionItem) item = g_list_model_get_item (G_LIST_MODEL (self->sessions), i);
      const CalxStoredSession *stored = calx_session_item_get_stored (item);

      if (stored != NULL)
        g_ptr_array_add (sessions, calx_session_ref (stored->session));
    }
  return sessions;
}

static void
show_item (CalxWindow      *self,
           CalxSessionItem *item)
{
  if (item != self->item)
    {
      g_autoptr(GPtrArray) sessions = list_stored_sessions (self);

      calx_draft_writer_flush (self->draft_writer);
      if (self->item != NULL)
        g_clear_signal_handler (&self->item_handler, self->item);
      g_set_object (&self->item, item);
      if (item != NULL)
        self->item_handler =
          g_signal_connect_swapped (item, "changed", G_CALLBACK (item_changed_cb), self);
      calx_session_page_set_sessions (self->session_page, sessions);
      calx_session_page_set_item (self->session_page, item);
    }
  calx_window_update (self);
}

void
calx_window_session_selected (CalxWindow *self)
{
  if (!self->is_filling)
    show_item (self, gtk_drop_down_get_selected_item (self->session_drop_down));
}

static void
select_item (CalxWindow      *self,
             CalxSessionItem *item)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (item != NULL)
    g_list_store_find (self->sessions, item, &position);
  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->session_drop_down, position);
  self->is_filling = FALSE;
  show_item (self, item);
}

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  CalxSession *session_a = calx_session_item_get_session ((CalxSessionItem *) a);
  CalxSession *session_b = calx_session_item_get_session ((CalxSessionItem *) b);

  return calx_date_compare (calx_session_get_date (session_b), calx_session_get_date (session_a));
}

static void
insert_item (CalxWindow      *self,
             CalxSessionItem *item)
{
  self->is_filling = TRUE;
  g_list_store_insert_sorted (self->sessions, item, compare_items, NULL);
  self->is_filling = FALSE;
  select_item (self, item);
}

/* The last session in the records on or before a day: what nobody has saved yet is not carried forward,
 * and nothing is carried back from a later one. */
static CalxSession *
get_last_stored_session (CalxWindow *self,
                         CalxDate    date)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->sessions));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(CalxSessionItem) item = g_list_model_get_item (G_LIST_MODEL (self->sessions), i);
      const CalxStoredSession *stored = calx_session_item_get_stored (item);

      if (stored != NULL && calx_date_compare (calx_session_get_date (stored->session), date) <= 0)
        return stored->session;
    }
  return NULL;
}

void
calx_window_move_session (CalxWindow *self,
                          CalxDate    date)
{
  CalxSession *session = calx_session_item_get_session (self->item);
  g_autoptr(CalxSession) moved = NULL;

  if (calx_session_get_version (session) > 0)
    moved = calx_session_with_date (session, date);
  else
    moved = calx_session_carry_anew (session, get_last_stored_session (self, calx_session_get_date (session)),
                                     get_last_stored_session (self, date), date);
  calx_session_item_edit (self->item, moved, CALX_EDIT_DATE);
}

void
calx_window_begin_session (CalxWindow *self)
{
  CalxInputs *inputs = calx_clinic_get_knowledge (self->clinic)->inputs;
  CalxDate today = calx_date_today ();
  CalxSession *previous = get_last_stored_session (self, today);
  g_autoptr(CalxSessionItem) item = NULL;
  g_autoptr(CalxSession) session = NULL;

  if (previous != NULL)
    session = calx_session_new_from (previous, today);
  else
    session = calx_session_new (inputs, self->patient->uuid, today);
  item = calx_session_item_new (NULL, session, FALSE);
  insert_item (self, item);
}

void
calx_window_remove_session (CalxWindow      *self,
                            CalxSessionItem *item)
{
  g_autoptr(CalxSessionItem) next = NULL;
  guint position;

  discard_draft (self, item);
  if (!g_list_store_find (self->sessions, item, &position))
    return;
  self->is_filling = TRUE;
  g_list_store_remove (self->sessions, position);
  self->is_filling = FALSE;
  next = g_list_model_get_item (G_LIST_MODEL (self->sessions), 0);
  select_item (self, next);
}

void
calx_window_sort_sessions (CalxWindow *self)
{
  g_autoptr(CalxSessionItem) shown = NULL;

  g_set_object (&shown, self->item);
  self->is_filling = TRUE;
  g_list_store_sort (self->sessions, compare_items, NULL);
  self->is_filling = FALSE;
  select_item (self, shown);
}

/* Patients */

static CalxSession *
take_draft (GPtrArray  *drafts,
            const char *session_uuid)
{
  for (guint i = 0; i < drafts->len; i++)
    if (g_str_equal (calx_session_get_uuid (drafts->pdata[i]), session_uuid))
      return g_ptr_array_steal_index (drafts, i);
  return NULL;
}

static int
get_free_lesion_number (CalxPatientFile *file)
{
  int number = file->next_lesion_number;

  /* Numbers that stand in a draft only are not known to the records yet. */
  for (guint i = 0; i < file->drafts->len; i++)
    {
      GPtrArray *lesions = calx_session_get_lesions (file->drafts->pdata[i]);

      for (guint j = 0; j < lesions->len; j++)
        number = MAX (number, ((const CalxLesion *) lesions->pdata[j])->number + 1);
    }
  return number;
}

static void
fill_sessions (CalxWindow      *self,
               CalxPatientFile *file)
{
  CalxSessionItem *to_show = NULL;
  g_autoptr(CalxSessionItem) newest = NULL;

  self->is_filling = TRUE;
  g_list_store_remove_all (self->sessions);
  g_ptr_array_set_free_func (file->sessions, NULL);
  for (guint i = 0; i < file->sessions->len; i++)
    {
      CalxStoredSession *stored = file->sessions->pdata[i];
      g_autoptr(CalxSession) draft = take_draft (file->drafts,
                                                 calx_session_get_uuid (stored->session));
      gboolean is_restored = draft != NULL && !calx_session_equal_content (draft, stored->session);
      g_autoptr(CalxSessionItem) item = calx_session_item_new (stored, is_restored ? draft : NULL,
                                                               is_restored);

      g_list_store_insert_sorted (self->sessions, item, compare_items, NULL);
      if (is_restored && to_show == NULL)
        to_show = item;
    }
  for (guint i = 0; i < file->drafts->len; i++)
    {
      g_autoptr(CalxSessionItem) item = calx_session_item_new (NULL, file->drafts->pdata[i], TRUE);

      g_list_store_insert_sorted (self->sessions, item, compare_items, NULL);
      if (to_show == NULL)
        to_show = item;
    }
  self->is_filling = FALSE;

  newest = g_list_model_get_item (G_LIST_MODEL (self->sessions), 0);
  select_item (self, to_show != NULL ? to_show : newest);
}

void
calx_window_take_patient (CalxWindow        *self,
                          const CalxPatient *patient)
{
  CalxPatient *own = calx_patient_copy (patient);

  g_clear_pointer (&self->patient, calx_patient_free);
  self->patient = own;
  calx_session_page_set_patient (self->session_page, own, self->next_lesion_number);
}

static void
patient_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(CalxWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxPatientFile) file = NULL;

  file = calx_clinic_load_patient_finish (CALX_CLINIC (source), result, &error);
  if (file == NULL)
    {
      g_clear_pointer (&self->wanted, g_free);
      calx_window_toast (self, error->message);
      calx_window_update (self);
      return;
    }
  /* another one has been chosen meanwhile */
  if (g_strcmp0 (self->wanted, file->patient->uuid) != 0)
    return;
  g_clear_pointer (&self->wanted, g_free);

  select_item (self, NULL);
  self->next_lesion_number = get_free_lesion_number (file);
  calx_window_take_patient (self, file->patient);
  fill_sessions (self, file);
  calx_side_box_set_show_content (self->side_box, TRUE);
  calx_window_update (self);
}

void
calx_window_open_patient (CalxWindow *self,
                          const char *uuid)
{
  char *own;

  if (self->wanted == NULL && self->patient != NULL && g_str_equal (uuid, self->patient->uuid))
    {
      calx_side_box_set_show_content (self->side_box, TRUE);
      calx_window_update (self);
      return;
    }
  calx_draft_writer_flush (self->draft_writer);
  own = g_strdup (uuid);
  g_clear_pointer (&self->wanted, g_free);
  self->wanted = own;
  calx_clinic_load_patient_async (self->clinic, uuid, patient_loaded_cb, g_object_ref (self));
}
