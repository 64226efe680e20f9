/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-map-pane.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-accessible.h"
#include "calx-body-surface.h"
#include "calx-body.h"
#include "calx-format-extent.h"
#include "calx-format-followed.h"
#include "calx-format.h"
#include "calx-lesion-editor.h"
#include "calx-lesion-list.h"
#include "calx-lesion-record.h"
#include "calx-map-views.h"
#include "calx-region-chooser.h"

struct _CalxMapPane
{
  GtkWidget parent_instance;

  CalxKnowledge *knowledge;
  CalxPatient *patient;                /* NULL: nothing is known */
  CalxBody *bodies[CALX_N_FIGURES];    /* those that were shown */
  CalxSession *session;
  GPtrArray *sessions; /* of CalxSession: the patient's stored ones; NULL: none */
  CalxBody *body;                      /* the one of them that is shown */
  CalxFigure figure;
  char *selected;
  int next_number;

  double anchor_upper; /* height of the content before the editor appears above the insets; 0: as it comes */

  GtkWidget *scrolled;
  GtkWidget *content;
  GtkWidget *sex_note;
  GtkWidget *views;
  GtkWidget *description;
  GtkWidget *pen;
  GtkWidget *distribution;
  GtkWidget *followed;
  GtkWidget *calf;
  GtkWidget *editor;
  GtkWidget *add_region;
  GtkWidget *add;
  GtkWidget *all_seen;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CalxMapPane, calx_map_pane, GTK_TYPE_WIDGET)

static guint session_changed_signal;

/* --- showing --- */

static CalxLesion *
get_selected_lesion (CalxMapPane *self)
{
  if (self->session == NULL || self->selected == NULL)
    return NULL;

  return calx_session_find_lesion (self->session, self->selected);
}

static CalxDate
get_date (CalxMapPane *self)
{
  return self->session != NULL ? calx_session_get_date (self->session) : CALX_DATE_NONE;
}

static CalxBody *
load_body (CalxMapPane *self, CalxFigure figure)
{
  g_autoptr (GError) error = NULL;

  if (self->bodies[figure] == NULL)
    self->bodies[figure] = calx_body_load (figure, self->knowledge->regions, &error);
  if (self->bodies[figure] == NULL)
    /* shipped data that does not load: the program is broken, not the person's input */
    g_critical ("No figure: %s", error->message);

  return self->bodies[figure];
}

/* The figure of this patient, as the findings of the session have it. */
static void
show_figure (CalxMapPane *self)
{
  CalxFigures *figures = self->knowledge->figures;
  CalxFindings *findings = self->session != NULL ? calx_session_get_findings (self->session) : NULL;
  CalxFigure figure
    = findings != NULL ? calx_figure_choose_for (figures, self->patient, findings, get_date (self))
                       : self->figure;
  CalxBody *body = load_body (self, figure);

  gtk_widget_set_visible (self->sex_note,
                          self->patient == NULL || self->patient->sex == CALX_SEX_UNKNOWN);
  if (body == NULL)
    return;

  if (self->patient != NULL)
    calx_map_views_set_person (CALX_MAP_VIEWS (self->views), self->patient->sex,
                               self->patient->skin);
  calx_map_views_set_stature (CALX_MAP_VIEWS (self->views),
                              calx_figure_get_scale_mm (figures, figure, findings));
  if (self->body == body)
    return;

  self->body = body;
  self->figure = figure;
  calx_map_views_set_body (CALX_MAP_VIEWS (self->views), body);
  calx_lesion_editor_set_body (CALX_LESION_EDITOR (self->editor), body);
  calx_region_chooser_set_body (CALX_REGION_CHOOSER (self->add_region), body);
}

/* NAN without height and weight. */
static double
get_body_surface (CalxMapPane *self)
{
  double mm2;

  if (self->session != NULL
      && calx_body_surface_get_mm2 (calx_session_get_findings (self->session), get_date (self), &mm2))
    return mm2;

  return NAN;
}

static void
show_distribution (CalxMapPane *self)
{
  CalxDistribution distribution;
  g_autofree char *words = NULL;
  g_autofree char *area = NULL;
  g_autofree char *text = NULL;
  gboolean calf = FALSE;

  if (self->session != NULL)
    {
      calx_distribution_init (&distribution, self->knowledge->regions,
                              calx_session_get_lesions (self->session));
      words = calx_format_distribution (&distribution);
      area = calx_format_open_area (&distribution, get_body_surface (self));
      text = g_strjoin (*area != '\0' ? "\n" : "", words, area, NULL);
      calf = distribution.calf;
    }
  gtk_label_set_label (GTK_LABEL (self->distribution), text != NULL ? text : "");
  gtk_widget_set_visible (self->calf, calf);
}

/* What the patient says of life with the lesions, over the sessions. */
static void
show_followed (CalxMapPane *self)
{
  CalxInstruments *instruments = self->knowledge->instruments;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; self->session != NULL && i < calx_instruments_get_n (instruments); i++)
    {
      const CalxInput *input
        = calx_inputs_find (self->knowledge->inputs, calx_instruments_get (instruments, i)->input_id);
      g_autofree char *line = input == NULL ? NULL : calx_format_followed (input, self->session, self->sessions);

      if (line != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  gtk_label_set_label (GTK_LABEL (self->followed), text->str);
  gtk_widget_set_visible (self->followed, text->len > 0);
}

static void
show_list (CalxMapPane *self)
{
  GPtrArray *lesions = self->session != NULL ? calx_session_get_lesions (self->session) : NULL;
  gboolean is_open_unseen = FALSE;

  calx_lesion_list_set_lesions (CALX_LESION_LIST (self->list), lesions, get_date (self), get_body_surface (self),
                                self->selected, self->knowledge->regions);
  for (guint i = 0; lesions != NULL && i < lesions->len; i++)
    {
      const CalxLesion *lesion = g_ptr_array_index (lesions, i);

      is_open_unseen |= !lesion->healed && !calx_session_has_seen (self->session, lesion);
    }
  gtk_widget_set_visible (self->all_seen, is_open_unseen);
}

static void
show_history (CalxMapPane *self, const CalxLesion *lesion)
{
  g_autoptr (GPtrArray) records
      = calx_lesion_records_new (self->session, self->sessions, lesion->uuid);

  calx_lesion_editor_set_history (CALX_LESION_EDITOR (self->editor), records);
}

static void
show_selected (CalxMapPane *self)
{
  CalxLesion *lesion = get_selected_lesion (self);

  if (lesion == NULL)
    g_clear_pointer (&self->selected, g_free);
  calx_map_views_set_selected (CALX_MAP_VIEWS (self->views), self->selected);
  if (lesion != NULL)
    calx_map_views_show_view (CALX_MAP_VIEWS (self->views), lesion->view);
  calx_lesion_editor_set_body_surface (CALX_LESION_EDITOR (self->editor), get_body_surface (self));
  calx_lesion_editor_set_lesion (CALX_LESION_EDITOR (self->editor), lesion, get_date (self));
  if (lesion != NULL)
    show_history (self, lesion);
  gtk_widget_set_visible (self->editor, lesion != NULL);
}

static void
show_session (CalxMapPane *self)
{
  GPtrArray *lesions = self->session != NULL ? calx_session_get_lesions (self->session) : NULL;

  show_figure (self);
  calx_map_views_set_lesions (CALX_MAP_VIEWS (self->views), lesions);
  gtk_widget_set_sensitive (self->content, self->session != NULL);
  show_selected (self);
  show_list (self);
  show_distribution (self);
  show_followed (self);
}

static void
count_numbers (CalxMapPane *self)
{
  GPtrArray *lesions = self->session != NULL ? calx_session_get_lesions (self->session) : NULL;

  for (guint i = 0; lesions != NULL && i < lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (lesions, i);

      self->next_number = MAX (self->next_number, lesion->number + 1);
    }
}

/* --- editing --- */

static void
take_session (CalxMapPane *self, CalxSession *session)
{
  g_clear_pointer (&self->session, calx_session_unref);
  self->session = calx_session_ref (session);
  count_numbers (self);
  show_session (self);
  g_signal_emit (self, session_changed_signal, 0, session);
}

/* The editor appears above the insets: where one of them was clicked they stay under the pointer. */
static void
on_content_grown (GtkAdjustment *adjustment, CalxMapPane *self)
{
  double grown = gtk_adjustment_get_upper (adjustment) - self->anchor_upper;

  if (self->anchor_upper <= 0 || grown <= 0)
    return;

  self->anchor_upper = 0;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + grown);
}

static void
anchor_insets (CalxMapPane *self)
{
  GtkAdjustment *adjustment
    = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  self->anchor_upper = calx_map_views_is_inset_used (CALX_MAP_VIEWS (self->views))
                           && !gtk_widget_get_visible (self->editor)
                         ? gtk_adjustment_get_upper (adjustment)
                         : 0;
}

/* Puts a lesion into the session, a new one or a new value of one, and selects it. */
static void
put_lesion (CalxMapPane *self, CalxLesion *lesion)
{
  g_autoptr (CalxSession) session = calx_session_with_lesion (self->session, lesion);

  g_free (self->selected);
  self->selected = g_strdup (lesion->uuid);
  take_session (self, session);
}

/* @outline: (nullable): CalxPointMm about the place */
static void
place (CalxMapPane *self,
       CalxView view,
       double x,
       double y,
       const CalxRegion *region,
       GArray *outline)
{
  g_autoptr (CalxLesion) lesion = NULL;

  if (self->session == NULL)
    return;

  lesion = calx_lesion_new (self->next_number, view, x, y, region->id);
  calx_lesion_set_figure (lesion, self->figure);
  if (outline != NULL)
    calx_lesion_set_outline (lesion, outline);
  put_lesion (self, lesion);
}

static CalxLesion *
find_lesion (CalxMapPane *self, const char *uuid)
{
  return self->session != NULL ? calx_session_find_lesion (self->session, uuid) : NULL;
}

static void
edit (CalxMapPane *self, CalxLesion *edited)
{
  CalxLesion *lesion = find_lesion (self, edited->uuid);

  if (lesion != NULL && !calx_lesion_equal (edited, lesion))
    put_lesion (self, edited);
}

static void
move (CalxMapPane *self,
      const char *uuid,
      CalxView view,
      double x,
      double y,
      const CalxRegion *region)
{
  CalxLesion *lesion = find_lesion (self, uuid);
  g_autoptr (CalxLesion) moved = NULL;

  if (lesion == NULL)
    return;

  moved = calx_lesion_copy (lesion);
  calx_lesion_set_figure (moved, self->figure);
  calx_lesion_set_place (moved, view, x, y, region->id);
  edit (self, moved);
}

static void
copy_to_other_side (CalxMapPane *self, const char *uuid)
{
  CalxLesion *lesion = find_lesion (self, uuid);
  g_autoptr (CalxLesion) copy = NULL;

  if (lesion == NULL)
    return;

  copy = calx_lesion_new_mirrored (lesion, self->knowledge->regions, self->next_number);
  put_lesion (self, copy);
}

/* Somewhere sensible for the keyboard when what had it goes. */
static void
rescue_focus (CalxMapPane *self, guint position)
{
  if (!calx_lesion_list_focus_row (CALX_LESION_LIST (self->list), position))
    gtk_widget_grab_focus (self->add_region);
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
remove_lesion (CalxMapPane *self, const char *uuid)
{
  g_autoptr (CalxSession) session = NULL;
  g_autofree char *removed = g_strdup (uuid); /* it may be the lesion's own */
  gboolean rescue;
  guint position;

  if (self->session == NULL || calx_session_find_lesion (self->session, removed) == NULL)
    return;

  position = calx_lesion_list_get_position (CALX_LESION_LIST (self->list), removed);
  rescue = has_focus_within (self->editor) || has_focus_within (self->list);
  if (g_strcmp0 (self->selected, removed) == 0)
    g_clear_pointer (&self->selected, g_free);

  session = calx_session_without_lesion (self->session, removed);
  take_session (self, session);
  if (rescue)
    rescue_focus (self, position);
}

/* --- what the parts say --- */

static void
on_map_place (CalxMapPane *self,
              int view,
              double x,
              double y,
              const CalxRegion *region,
              GArray *outline)
{
  anchor_insets (self);
  place (self, (CalxView) view, x, y, region, outline);
}

/* What was moved on the map stands on the figure that the map shows. */
static void
on_map_edit (CalxMapPane *self, CalxLesion *lesion)
{
  edit (self, lesion);
}

static void
on_map_copy (CalxMapPane *self, const char *uuid)
{
  copy_to_other_side (self, uuid);
}

static void
on_map_select (CalxMapPane *self, const char *uuid)
{
  anchor_insets (self);
  calx_map_pane_select (self, uuid);
}

static void
on_map_open (CalxMapPane *self, const char *uuid)
{
  calx_map_pane_select (self, uuid);
  gtk_widget_grab_focus (self->editor);
}

static void
on_map_remove (CalxMapPane *self, const char *uuid)
{
  remove_lesion (self, uuid);
}

static void
on_map_described (CalxMapPane *self)
{
  const char *text = calx_map_views_get_description (CALX_MAP_VIEWS (self->views));

  gtk_label_set_label (GTK_LABEL (self->description),
                       text != NULL ? text : _("Click: new lesion. Drag: move it. Double click: zoom to the region."));
}

static void
on_list_activated (CalxMapPane *self, const char *uuid)
{
  calx_map_pane_select (self, uuid);
  gtk_widget_grab_focus (self->editor);
}

static void
on_list_remove (CalxMapPane *self, const char *uuid)
{
  remove_lesion (self, uuid);
}

static void
on_add_chosen (CalxMapPane *self)
{
  CalxView view = CALX_VIEW_ANTERIOR;

  gtk_widget_set_sensitive (
      self->add,
      calx_region_chooser_get_selected (CALX_REGION_CHOOSER (self->add_region), &view) != NULL);
}

static void
on_add (CalxMapPane *self)
{
  CalxView view = CALX_VIEW_ANTERIOR;
  const CalxRegion *region
      = calx_region_chooser_get_selected (CALX_REGION_CHOOSER (self->add_region), &view);
  double x, y;

  if (region == NULL
      || !calx_body_map_find_place (calx_map_views_get_map (CALX_MAP_VIEWS (self->views), view),
                                    region, &x, &y))
    return;

  place (self, view, x, y, region, NULL);
  calx_region_chooser_set_selected (CALX_REGION_CHOOSER (self->add_region), CALX_VIEW_ANTERIOR,
                                    NULL);
  on_add_chosen (self);
  gtk_widget_grab_focus (self->editor);
}

static void
on_editor_changed (CalxMapPane *self, CalxLesion *lesion)
{
  g_autoptr (CalxSession) session = NULL;

  if (self->session == NULL || calx_session_find_lesion (self->session, lesion->uuid) == NULL)
    return;

  session = calx_session_with_lesion (self->session, lesion);
  take_session (self, session);
}

static void
on_editor_move (CalxMapPane *self, int view, const CalxRegion *region)
{
  double x, y;

  if (self->selected != NULL
      && calx_body_map_find_place (calx_map_views_get_map (CALX_MAP_VIEWS (self->views), view),
                                   region, &x, &y))
    {
      g_autofree char *uuid = g_strdup (self->selected);

      move (self, uuid, view, x, y, region);
    }
}

/* The button that was pressed goes with what it was for: the keyboard goes to what comes next. */
static void
on_editor_seen (CalxMapPane *self)
{
  g_autoptr (CalxSession) session = NULL;

  if (self->selected == NULL)
    return;

  session = calx_session_with_lesion_seen (self->session, self->selected);
  take_session (self, session);
  gtk_widget_grab_focus (self->editor);
}

static void
on_all_seen (CalxMapPane *self)
{
  g_autoptr (CalxSession) session = calx_session_with_lesion_seen (self->session, NULL);

  take_session (self, session);
  rescue_focus (self, 0);
}

static void
on_editor_copy (CalxMapPane *self)
{
  copy_to_other_side (self, self->selected);
}

static void
on_editor_remove (CalxMapPane *self)
{
  if (self->selected != NULL)
    remove_lesion (self, self->selected);
}

static void
on_editor_close (CalxMapPane *self)
{
  gboolean rescue = has_focus_within (self->editor);
  guint position = calx_lesion_list_get_position (CALX_LESION_LIST (self->list), self->selected);

  calx_map_pane_select (self, NULL);
  if (rescue)
    rescue_focus (self, position);
}

/* --- public --- */

CalxSession *
calx_map_pane_get_session (CalxMapPane *self)
{
  g_return_val_if_fail (CALX_IS_MAP_PANE (self), NULL);

  return self->session;
}

void
calx_map_pane_set_session (CalxMapPane *self, CalxSession *session)
{
  gboolean same_visit;

  g_return_if_fail (CALX_IS_MAP_PANE (self));

  if (self->session == session)
    return;

  same_visit
      = self->session != NULL && session != NULL
        && g_str_equal (calx_session_get_uuid (self->session), calx_session_get_uuid (session));
  if (session != NULL)
    calx_session_ref (session);
  g_clear_pointer (&self->session, calx_session_unref);
  self->session = session;
  if (!same_visit)
    calx_lesion_editor_forget_refused (CALX_LESION_EDITOR (self->editor));
  count_numbers (self);
  show_session (self);
}

void
calx_map_pane_set_sessions (CalxMapPane *self, GPtrArray *sessions)
{
  g_return_if_fail (CALX_IS_MAP_PANE (self));

  if (sessions != NULL)
    g_ptr_array_ref (sessions);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  self->sessions = sessions;
  show_followed (self);
  show_selected (self);
}

void
calx_map_pane_set_patient (CalxMapPane *self, const CalxPatient *patient)
{
  CalxPatient *own;

  g_return_if_fail (CALX_IS_MAP_PANE (self));

  own = patient != NULL ? calx_patient_copy (patient) : NULL;
  g_clear_pointer (&self->patient, calx_patient_free);
  self->patient = own;
  show_figure (self);
}

void
calx_map_pane_set_next_number (CalxMapPane *self, int next_number)
{
  g_return_if_fail (CALX_IS_MAP_PANE (self));
  g_return_if_fail (next_number >= 1);

  self->next_number = next_number;
  count_numbers (self);
}

int
calx_map_pane_get_next_number (CalxMapPane *self)
{
  g_return_val_if_fail (CALX_IS_MAP_PANE (self), 0);

  return self->next_number;
}

const char *
calx_map_pane_get_selected (CalxMapPane *self)
{
  g_return_val_if_fail (CALX_IS_MAP_PANE (self), NULL);

  return self->selected;
}

void
calx_map_pane_select (CalxMapPane *self, const char *lesion_uuid)
{
  char *selected;

  g_return_if_fail (CALX_IS_MAP_PANE (self));

  if (g_strcmp0 (self->selected, lesion_uuid) == 0)
    return;

  selected = g_strdup (lesion_uuid); /* it may be our own or a lesion's */
  g_free (self->selected);
  self->selected = selected;
  show_selected (self);
  show_list (self);
}

guint
calx_map_pane_get_n_refused (CalxMapPane *self)
{
  g_return_val_if_fail (CALX_IS_MAP_PANE (self), 0);

  return calx_lesion_editor_get_n_refused (CALX_LESION_EDITOR (self->editor));
}

GtkWidget *
calx_map_pane_new (CalxKnowledge *knowledge)
{
  CalxMapPane *self;

  g_return_val_if_fail (knowledge != NULL, NULL);

  self = g_object_new (CALX_TYPE_MAP_PANE, NULL);
  self->knowledge = calx_knowledge_ref (knowledge);
  calx_lesion_editor_set_instruments (CALX_LESION_EDITOR (self->editor), knowledge->instruments);
  show_session (self);

  return GTK_WIDGET (self);
}

/* --- object --- */

static void
calx_map_pane_dispose (GObject *object)
{
  CalxMapPane *self = CALX_MAP_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALX_TYPE_MAP_PANE);

  G_OBJECT_CLASS (calx_map_pane_parent_class)->dispose (object);
}

static void
calx_map_pane_finalize (GObject *object)
{
  CalxMapPane *self = CALX_MAP_PANE (object);

  g_clear_pointer (&self->session, calx_session_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (self->bodies); i++)
    g_clear_pointer (&self->bodies[i], calx_body_unref);
  g_clear_pointer (&self->patient, calx_patient_free);
  g_clear_pointer (&self->knowledge, calx_knowledge_unref);
  g_free (self->selected);

  G_OBJECT_CLASS (calx_map_pane_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/calx/Calx/ui/CalxMapPane.ui");
  gtk_widget_class_bind_template_child (widget_class, CalxMapPane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CalxMapPane, content);
  gtk_widget_class_bind_template_child (widget_class, CalxMapPane, sex_note);
  gtk_widget_class_bind_template_child (widget_class, CalxMapPane, views);
  gtk_widget_class_bind_template_child (widget_class, CalxMapPane, description);
  gtk_widget_class_bind_template_child (widget_class, CalxMapPane, pen);
  gtk_widget_class_bind_template_child (widget_class, CalxMapPane, distribution);
  gtk_widget_class_bind_template_child (widget_class, CalxMapPane, followed);
  gtk_widget_class_bind_template_child (widget_class, CalxMapPane, calf);
  gtk_widget_class_bind_template_child (widget_class, CalxMapPane, editor);
  gtk_widget_class_bind_template_child (widget_class, CalxMapPane, add_region);
  gtk_widget_class_bind_template_child (widget_class, CalxMapPane, add);
  gtk_widget_class_bind_template_child (widget_class, CalxMapPane, all_seen);
  gtk_widget_class_bind_template_child (widget_class, CalxMapPane, list);
  gtk_widget_class_bind_template_callback (widget_class, on_map_place);
  gtk_widget_class_bind_template_callback (widget_class, on_map_edit);
  gtk_widget_class_bind_template_callback (widget_class, on_map_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_map_select);
  gtk_widget_class_bind_template_callback (widget_class, on_map_open);
  gtk_widget_class_bind_template_callback (widget_class, on_map_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_map_described);
  gtk_widget_class_bind_template_callback (widget_class, on_list_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_list_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_add_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_editor_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_editor_move);
  gtk_widget_class_bind_template_callback (widget_class, on_editor_seen);
  gtk_widget_class_bind_template_callback (widget_class, on_all_seen);
  gtk_widget_class_bind_template_callback (widget_class, on_editor_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_editor_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_editor_close);
}

static void
calx_map_pane_class_init (CalxMapPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = calx_map_pane_dispose;
  object_class->finalize = calx_map_pane_finalize;
  session_changed_signal
      = g_signal_new ("session-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (CALX_TYPE_MAP_VIEWS);
  g_type_ensure (CALX_TYPE_LESION_EDITOR);
  g_type_ensure (CALX_TYPE_LESION_LIST);
  g_type_ensure (CALX_TYPE_REGION_CHOOSER);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_map_pane_init (CalxMapPane *self)
{
  self->next_number = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Body map and lesions"), -1);
  calx_accessible_set_name (
      gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (self->scrolled)),
      _("Scroll the body map and lesions"));

  g_signal_connect (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), "changed",
      G_CALLBACK (on_content_grown), self);
  on_map_described (self);
  on_add_chosen (self);
}
