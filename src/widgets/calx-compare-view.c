/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-compare-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-accessible.h"
#include "calx-drop-down.h"
#include "calx-format-extent.h"
#include "calx-format.h"
#include "calx-label.h"
#include "calx-lesion-course.h"
#include "calx-pair-layout.h"
#include "calx-state-map.h"
#include "calx-time-slider.h"

/* Two maps stand beside one another from this width each on. */
#define MAP_LEAST_WIDTH 320
#define UUID_KEY "calx-lesion-uuid"

struct _CalxCompareView
{
  GtkWidget       parent_instance;

  GtkWidget      *scrolled;
  GtkWidget      *empty;       /* said where there is nothing to compare */
  GtkWidget      *content;
  GtkWidget      *modes[CALX_N_COMPARE_MODES];
  CalxTimeSlider *slider;
  GtkWidget      *choices;     /* the two sessions */
  GtkDropDown    *sessions_down[2];
  GtkWidget      *maps;
  GtkWidget      *captions[2]; /* of the two maps that stand side by side */
  GtkWidget      *columns[2];
  CalxStateMap   *map[2];
  GtkLabel       *words;
  GtkWidget      *list;
  CalxStateMap   *close_up;    /* of the chosen lesion */
  AdwBin         *course;

  CalxKnowledge  *knowledge;
  CalxPatient    *patient;     /* NULL: none */
  GPtrArray      *sessions;    /* CalxSession, oldest first; NULL: none */
  CalxExtent     *extent;      /* of the two that are compared; NULL: none */
  CalxCompareMode mode;
  char           *selected;
  gboolean        is_stale;    /* to be shown when it comes on screen */
  gboolean        is_afresh;   /* other sessions than before: the last ones are shown */
  gboolean        is_filling;
};

G_DEFINE_FINAL_TYPE (CalxCompareView, calx_compare_view, GTK_TYPE_WIDGET)

static CalxSession *
get_session (CalxCompareView *self,
             guint            index)
{
  return g_ptr_array_index (self->sessions, MIN (index, self->sessions->len - 1));
}

/* The list of changes, and the course of the chosen lesion */

static void
show_course (CalxCompareView *self)
{
  GtkWidget *course = self->selected != NULL && self->sessions != NULL && self->sessions->len > 0
                        ? calx_lesion_course_new (self->sessions, self->selected) : NULL;

  adw_bin_set_child (self->course, course);
  for (guint i = 0; i < 2; i++)
    calx_state_map_select (self->map[i], self->selected);
  calx_state_map_select (self->close_up, self->selected);
  gtk_widget_set_visible (GTK_WIDGET (self->close_up), course != NULL);
}

static void
row_selected_cb (CalxCompareView *self,
                 GtkListBoxRow   *row)
{
  if (self->is_filling)
    return;
  g_free (self->selected);
  self->selected = row != NULL ? g_strdup (g_object_get_data (G_OBJECT (row), UUID_KEY)) : NULL;
  show_course (self);
}

static char *
name_lesion (CalxCompareView  *self,
             const CalxLesion *lesion)
{
  const CalxRegion *region = calx_regions_find (self->knowledge->regions, lesion->region_id);
  g_autofree char *place = region != NULL ? calx_format_region (region) : g_strdup (lesion->region_id);

  return g_strdup_printf ("L%d %s", lesion->number, place);
}

static GtkWidget *
row_new (CalxCompareView        *self,
         const CalxLesionChange *change)
{
  const CalxLesion *lesion = change->after != NULL ? change->after : change->before;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = name_lesion (self, lesion);
  g_autofree char *words = calx_format_lesion_change (change);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name, words);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), calx_label_new_wrapped (name, NULL));
  gtk_box_append (GTK_BOX (texts), calx_label_new_wrapped (words, "dim-label"));
  gtk_box_append (GTK_BOX (box), calx_change_sign_new (change->kind));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 8);
  gtk_widget_set_margin_end (box, 8);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), UUID_KEY, g_strdup (lesion->uuid), g_free);
  return row;
}

static void
fill_list (CalxCompareView *self)
{
  GtkWidget *child;

  self->is_filling = TRUE;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < self->extent->lesions->len; i++)
    {
      const CalxLesionChange *change = &g_array_index (self->extent->lesions, CalxLesionChange, i);
      GtkWidget *row = row_new (self, change);

      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      if (g_strcmp0 (g_object_get_data (G_OBJECT (row), UUID_KEY), self->selected) == 0)
        gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
    }
  gtk_widget_set_visible (self->list, self->extent->lesions->len > 0);
  self->is_filling = FALSE;
}

static void
compare (CalxCompareView *self,
         guint            before,
         guint            after)
{
  g_clear_pointer (&self->extent, calx_extent_free);
  self->extent = calx_extent_new (get_session (self, before), get_session (self, after));
  fill_list (self);
}

/* The words of the change between two sessions, with the regions that were affected in both. */
static char *
describe (CalxCompareView *self)
{
  g_autofree char *words = calx_format_extent (self->extent);
  g_autofree char *overlap = calx_format_overlap (self->extent, self->knowledge->regions);

  return *overlap != '\0' ? g_strdup_printf ("%s; %s", words, overlap) : g_strdup (words);
}

/* The three ways of looking */

static char *
name_map (CalxSession *session)
{
  g_autofree char *date = calx_format_date (calx_session_get_date (session));

  return g_strdup_printf (_("Lesions on %s"), date);
}

/* On the whole figure most lesions are smaller than their signs: here their outlines are to be seen. */
static void
show_close_up (CalxCompareView *self,
               GArray          *states)
{
  calx_state_map_set_states (self->close_up, states, _("The lesion close up"));
}

/* Up to the session that the slider has reached, or that it moves to, since the one before. */
static void
show_time (CalxCompareView *self)
{
  double position = calx_time_slider_get_position (self->slider);
  guint after = (guint) ceil (position), before = after > 0 ? after - 1 : 0;
  g_autoptr(GArray) states = calx_lesion_states_between (after > 0 ? get_session (self, before) : NULL,
                                                         get_session (self, after), position - before);
  g_autofree char *name = name_map (get_session (self, after));
  g_autofree char *words = NULL;

  compare (self, before, after);
  words = after > 0 ? describe (self) : g_strdup (_("The first session"));
  calx_state_map_set_states (self->map[0], states, name);
  show_close_up (self, states);
  calx_time_slider_set_words (self->slider, words);
  calx_label_show_text (self->words, words);
}

static void
show_two (CalxCompareView *self)
{
  guint before = gtk_drop_down_get_selected (self->sessions_down[0]);
  guint after = gtk_drop_down_get_selected (self->sessions_down[1]);
  gboolean beside = self->mode == CALX_COMPARE_SIDE_BY_SIDE;
  g_autofree char *words = NULL;
  g_autoptr(GArray) states = NULL;

  compare (self, before, after);
  words = describe (self);
  for (guint i = 0; i < (beside ? 2 : 1); i++)
    {
      CalxSession *session = get_session (self, i == 0 && beside ? before : after);
      g_autofree char *caption = calx_format_date (calx_session_get_date (session));
      g_autofree char *name = name_map (session);
      g_autoptr(GArray) shown = NULL;

      if (!beside)
        shown = calx_lesion_states_overlay (get_session (self, before), session);
      else if (i == 0)
        shown = calx_lesion_states_between (NULL, session, 1.0);
      else
        shown = calx_lesion_states_between (get_session (self, before), session, 1.0);
      gtk_label_set_label (GTK_LABEL (self->captions[i]), caption);
      calx_state_map_set_states (self->map[i], shown, name);
    }
  states = calx_lesion_states_overlay (get_session (self, before), get_session (self, after));
  show_close_up (self, states);
  calx_label_show_text (self->words, words);
}

static void
show_change (CalxCompareView *self)
{
  gboolean over_time = self->mode == CALX_COMPARE_OVER_TIME;
  gboolean beside = self->mode == CALX_COMPARE_SIDE_BY_SIDE;

  gtk_widget_set_visible (GTK_WIDGET (self->slider), over_time);
  gtk_widget_set_visible (self->choices, !over_time);
  gtk_widget_set_visible (self->columns[1], beside);
  gtk_widget_set_visible (self->captions[0], beside);
  if (over_time)
    show_time (self);
  else
    show_two (self);
  /* the slider says it itself */
  gtk_widget_set_visible (GTK_WIDGET (self->words), !over_time);
}

/* What is shown */

static void
load_body (CalxCompareView *self)
{
  CalxSession *newest = get_session (self, self->sessions->len - 1);
  CalxFindings *findings = calx_session_get_findings (newest);
  CalxFigure figure = calx_figure_choose_for (self->knowledge->figures, self->patient, findings,
                                              calx_session_get_date (newest));
  double stature_mm = calx_figure_get_scale_mm (self->knowledge->figures, figure, findings);
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxBody) body = calx_body_load (figure, self->knowledge->regions, &error);

  if (body == NULL)
    g_error ("%s", error->message); /* it is part of the program */
  for (guint i = 0; i < 2; i++)
    calx_state_map_set_body (self->map[i], body, stature_mm, self->patient->sex, self->patient->skin);
  calx_state_map_set_body (self->close_up, body, stature_mm, self->patient->sex, self->patient->skin);
}

/* Days may have changed, and what is shown stays, unless the sessions are others. */
static void
fill_choices (CalxCompareView *self)
{
  double position = self->is_afresh ? self->sessions->len : calx_time_slider_get_position (self->slider);
  guint chosen[2] = { gtk_drop_down_get_selected (self->sessions_down[0]),
                      gtk_drop_down_get_selected (self->sessions_down[1]) };
  g_autofree CalxDate *dates = g_new (CalxDate, self->sessions->len);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n = self->sessions->len;

  for (guint i = 0; i < n; i++)
    {
      dates[i] = calx_session_get_date (get_session (self, i));
      g_ptr_array_add (texts, calx_format_date (dates[i]));
    }
  calx_time_slider_set_dates (self->slider, dates, n);
  calx_time_slider_set_position (self->slider, position);
  for (guint i = 0; i < 2; i++)
    {
      calx_drop_down_set_texts (self->sessions_down[i], (const char *const *) texts->pdata, n);
      gtk_drop_down_set_selected (self->sessions_down[i],
                                  !self->is_afresh ? chosen[i] : i == 1 ? n - 1 : n > 1 ? n - 2 : 0);
    }
  self->is_afresh = FALSE;
}

static void
refresh (CalxCompareView *self)
{
  gboolean has_any = self->sessions != NULL && self->sessions->len > 0;

  self->is_stale = FALSE;
  gtk_widget_set_visible (self->empty, !has_any);
  gtk_widget_set_visible (self->content, has_any);
  if (!has_any)
    return;
  self->is_filling = TRUE;
  fill_choices (self);
  self->is_filling = FALSE;
  load_body (self);
  show_change (self);
  show_course (self);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  CalxSession *left = *(CalxSession *const *) a, *right = *(CalxSession *const *) b;

  return calx_date_compare (calx_session_get_date (left), calx_session_get_date (right));
}

void
calx_compare_view_set_sessions (CalxCompareView   *self,
                                const CalxPatient *patient,
                                GPtrArray         *sessions)
{
  g_return_if_fail (CALX_IS_COMPARE_VIEW (self));
  g_return_if_fail (patient != NULL && sessions != NULL);

  if (self->patient == NULL || !g_str_equal (self->patient->uuid, patient->uuid))
    {
      g_clear_pointer (&self->selected, g_free);
      self->is_afresh = TRUE;
    }
  if (self->sessions == NULL || self->sessions->len != sessions->len)
    self->is_afresh = TRUE;
  g_clear_pointer (&self->patient, calx_patient_free);
  self->patient = calx_patient_copy (patient);
  g_clear_pointer (&self->extent, calx_extent_free);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_session_unref);
  for (guint i = 0; i < sessions->len; i++)
    g_ptr_array_add (self->sessions, calx_session_ref (g_ptr_array_index (sessions, i)));
  g_ptr_array_sort (self->sessions, compare_dates);
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

void
calx_compare_view_set_mode (CalxCompareView *self,
                            CalxCompareMode  mode)
{
  g_return_if_fail (CALX_IS_COMPARE_VIEW (self));
  g_return_if_fail (mode < CALX_N_COMPARE_MODES);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->modes[mode]), TRUE);
}

const char *
calx_compare_view_get_words (CalxCompareView *self)
{
  g_return_val_if_fail (CALX_IS_COMPARE_VIEW (self), NULL);

  return gtk_label_get_label (self->words);
}

void
calx_compare_view_select (CalxCompareView *self,
                          const char      *lesion_uuid)
{
  g_return_if_fail (CALX_IS_COMPARE_VIEW (self));

  if (g_strcmp0 (self->selected, lesion_uuid) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (lesion_uuid);
  if (self->is_stale || self->extent == NULL)
    return;
  fill_list (self);
  show_course (self);
}

static void
mode_toggled_cb (CalxCompareView *self,
                 GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < CALX_N_COMPARE_MODES; i++)
    if (GTK_WIDGET (button) == self->modes[i])
      self->mode = i;
  if (!self->is_stale && self->sessions != NULL && self->sessions->len > 0)
    show_change (self);
}

static void
choice_changed_cb (CalxCompareView *self)
{
  if (!self->is_filling && !self->is_stale && self->sessions != NULL && self->sessions->len > 0)
    show_change (self);
}

static void
mapped_cb (CalxCompareView *self)
{
  if (self->is_stale)
    refresh (self);
}

/* Building */

static GtkWidget *
modes_new (CalxCompareView *self)
{
  const char *names[CALX_N_COMPARE_MODES] = { _("Over time"), _("Side by side"), _("Laid over") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How sessions are compared"), -1);
  for (guint i = 0; i < CALX_N_COMPARE_MODES; i++)
    {
      GtkWidget *label = gtk_label_new (names[i]);

      /* in the smallest window at large text there is no room for all three in full */
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      self->modes[i] = gtk_toggle_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->modes[i]), label);
      gtk_widget_set_tooltip_text (self->modes[i], names[i]);
      calx_accessible_set_name (self->modes[i], names[i]);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->modes[i]), GTK_TOGGLE_BUTTON (self->modes[0]));
      gtk_box_append (GTK_BOX (box), self->modes[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->modes[0]), TRUE);
  for (guint i = 0; i < CALX_N_COMPARE_MODES; i++)
    g_signal_connect_object (self->modes[i], "toggled", G_CALLBACK (mode_toggled_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
choices_new (CalxCompareView *self)
{
  const char *names[] = { _("Earlier session"), _("Later session") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      GtkWidget *drop_down = calx_drop_down_new ();

      self->sessions_down[i] = GTK_DROP_DOWN (drop_down);
      gtk_box_append (GTK_BOX (part), calx_label_new_wrapped (names[i], "caption"));
      gtk_box_append (GTK_BOX (part), drop_down);
      gtk_box_append (GTK_BOX (box), part);
      calx_accessible_set_name (drop_down, names[i]);
      g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
    }
  return box;
}

static GtkWidget *
maps_new (CalxCompareView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, calx_pair_layout_new (MAP_LEAST_WIDTH, 12));
  for (guint i = 0; i < 2; i++)
    {
      self->columns[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
      self->captions[i] = calx_label_new_wrapped ("", "heading");
      self->map[i] = CALX_STATE_MAP (calx_state_map_new ());
      gtk_box_append (GTK_BOX (self->columns[i]), self->captions[i]);
      gtk_box_append (GTK_BOX (self->columns[i]), GTK_WIDGET (self->map[i]));
      gtk_box_append (GTK_BOX (box), self->columns[i]);
    }
  return box;
}

static GtkWidget *
list_new (CalxCompareView *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What became of each lesion"), -1);
  g_signal_connect_object (list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  return list;
}

static void
calx_compare_view_dispose (GObject *object)
{
  CalxCompareView *self = CALX_COMPARE_VIEW (object);

  self->is_filling = TRUE; /* a list that goes loses its selection, which is no choice */
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->extent, calx_extent_free);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->patient, calx_patient_free);
  g_clear_pointer (&self->knowledge, calx_knowledge_unref);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (calx_compare_view_parent_class)->dispose (object);
}

static void
calx_compare_view_class_init (CalxCompareViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_compare_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "compareview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_compare_view_init (CalxCompareView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *words = calx_label_new_wrapped ("", "heading");

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  self->empty = calx_label_new_wrapped (_("No session yet."), "dim-label");
  self->slider = CALX_TIME_SLIDER (calx_time_slider_new ());
  self->choices = choices_new (self);
  self->maps = maps_new (self);
  self->words = GTK_LABEL (words);
  self->list = list_new (self);
  self->close_up = CALX_STATE_MAP (calx_state_map_new_close_up ());
  self->course = ADW_BIN (adw_bin_new ());
  gtk_box_append (GTK_BOX (self->content), modes_new (self));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->slider));
  gtk_box_append (GTK_BOX (self->content), self->choices);
  gtk_box_append (GTK_BOX (self->content), words);
  gtk_box_append (GTK_BOX (self->content), self->maps);
  gtk_box_append (GTK_BOX (self->content), self->list);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->close_up));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->course));
  g_signal_connect_object (self->slider, "moved", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_box_append (GTK_BOX (box), self->content);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  calx_accessible_set_name (self->scrolled, _("Lesions over time"));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lesions over time"), -1);
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
}

GtkWidget *
calx_compare_view_new (CalxKnowledge *knowledge)
{
  CalxCompareView *self;

  g_return_val_if_fail (knowledge != NULL, NULL);

  self = g_object_new (CALX_TYPE_COMPARE_VIEW, NULL);
  self->knowledge = calx_knowledge_ref (knowledge);
  return GTK_WIDGET (self);
}
