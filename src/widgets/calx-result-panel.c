/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-result-panel.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-accessible.h"
#include "calx-citations.h"
#include "calx-criteria-section.h"
#include "calx-facts.h"
#include "calx-format.h"
#include "calx-label.h"
#include "calx-result-section.h"
#include "calx-rule.h"
#include "calx-prognosis-section.h"
#include "calx-subtype-section.h"
#include "calx-targets-section.h"

struct _CalxResultPanel
{
  GtkWidget parent_instance;

  GtkStack          *stack;
  GtkWidget         *scroller;
  GtkLabel          *points;
  GtkLabel          *validation_text;
  GtkLabel          *band;
  GtkLabel          *band_text;
  GtkLabel          *ratio;
  GtkLabel          *spread;
  GtkLabel          *every_band;
  GtkBox            *content;
  GtkWidget         *head;
  CalxResultSection *always_named;
  CalxResultSection *early_signs;
  CalxResultSection *contributions;
  CalxResultSection *unknowns;
  CalxResultSection *changes;
  CalxResultSection *associations;
  CalxResultSection *criteria;
  CalxResultSection *subtype;
  CalxResultSection *prognosis;
  CalxResultSection *targets;
  CalxResultSection *notes;
  GtkWidget         *details_row;
  GtkLabel          *details;
  GtkWidget         *sources_row;
  GtkLabel          *sources;
  GtkLabel          *model;

  CalxAssessment    *assessment;
  CalxReview        *review;
  CalxCitations     *citations; /* of what is shown */
};

G_DEFINE_TYPE (CalxResultPanel, calx_result_panel, GTK_TYPE_WIDGET)

enum
{
  INPUT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* "[1, 4]", or NULL */
static char *
source_numbers (CalxResultPanel *self,
                char           **ids)
{
  g_autofree char *numbers = calx_citations_number (self->citations, ids);

  return *numbers == '\0' ? NULL : g_strdup_printf ("[%s]", numbers);
}

/* Joins what there is; NULL where there is nothing. */
static char *
join (const char *separator,
      const char *a,
      const char *b,
      const char *c)
{
  const char *parts[] = { a, b, c };
  g_autoptr(GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (has_text (parts[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", parts[i]);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* Texts of the model are parts of sentences; NULL stays NULL. */
static char *
capitalize (const char *text)
{
  char first[8] = { 0 };

  if (!has_text (text))
    return NULL;
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

static void
show_head (CalxResultPanel *self)
{
  const CalxAssessment *assessment = self->assessment;
  g_autofree char *points = calx_format_points (assessment);
  g_autofree char *band = calx_format_band (assessment);
  g_autofree char *ratio_part = calx_format_ratio (assessment);
  g_autofree char *ratio = capitalize (ratio_part);
  g_autofree char *spread = calx_format_spread (assessment);
  g_autofree char *headline = NULL;
  g_autofree char *band_text = capitalize (assessment->band_text);
  g_autofree char *reason = g_strcmp0 (assessment->band_text, assessment->reason) != 0 ? capitalize (assessment->reason)
                                                                                       : NULL;
  g_autofree char *meaning = join ("\n", band_text, reason, NULL);
  g_autofree char *spread_line = NULL;

  if (has_text (points))
    headline = g_strdup_printf (ngettext ("%s point", "%s points", (gulong) ABS (assessment->points_max)), points);
  else
    headline = g_strdup (_ ("No points"));
  if (has_text (spread))
    spread_line = g_strdup_printf (_ ("Spread of the weights: %s times. Part published, part judged; not a confidence interval."),
                                   spread);

  gtk_label_set_label (self->points, headline);
  calx_label_show_text (self->band, band);
  calx_label_show_text (self->band_text, meaning);
  calx_label_show_text (self->ratio, ratio);
  calx_label_show_text (self->spread, spread_line);
  calx_label_show_text (self->every_band, assessment->every_band);
  gtk_label_set_label (self->validation_text, assessment->validation_text);
}

static void
show_always_named (CalxResultPanel *self)
{
  calx_result_section_begin (self->always_named, _ ("Named in every band"), NULL);
  for (char **line = self->assessment->always_named; line != NULL && *line != NULL; line++)
    calx_result_row_set (calx_result_section_take (self->always_named), *line, NULL, NULL, NULL,
                         "dialog-warning-symbolic", NULL);
  calx_result_section_end (self->always_named);
}

/* One axis for every bar: zero, and all that any of them reaches. */
static void
find_axis (const GArray *contributions,
           double       *ret_minimum,
           double       *ret_maximum)
{
  *ret_minimum = 0.0;
  *ret_maximum = 0.0;
  for (guint i = 0; i < contributions->len; i++)
    {
      const CalxContribution *c = &g_array_index (contributions, CalxContribution, i);

      if (isfinite (c->c_min))
        *ret_minimum = MIN (*ret_minimum, c->c_min);
      if (isfinite (c->c_max))
        *ret_maximum = MAX (*ret_maximum, c->c_max);
    }
}

/* "6.5 mg/dL · 03-Oct-2026 (12 days old)" */
static char *
describe_value (const CalxContribution *contribution,
                CalxDate                session_date)
{
  CalxDate day = calx_date_is_known (contribution->date) ? contribution->date : session_date;
  g_autoptr(GString) text = g_string_new (NULL);

  switch (contribution->state)
    {
    case CALX_FACTOR_UNKNOWN:
      return g_strdup (_ ("Not known"));
    case CALX_FACTOR_NOT_ASSESSED:
      return g_strdup (_ ("Not assessed; can only add"));
    case CALX_FACTOR_NOT_APPLICABLE:
    case CALX_FACTOR_DEPENDENT:
    case CALX_FACTOR_KNOWN:
      break;
    default:
      g_assert_not_reached ();
    }

  g_string_append (text, has_text (contribution->value_text) ? contribution->value_text : "");
  if (calx_date_is_known (day))
    {
      g_autofree char *date = calx_format_date (day);

      g_string_append_printf (text, text->len > 0 ? " · %s" : "%s", date);
      /* the note says it of a stale one */
      if (contribution->age_days > 0 && !contribution->stale)
        g_string_append_printf (text, ngettext (" (%d day old)", " (%d days old)", contribution->age_days),
                                contribution->age_days);
    }
  if (contribution->state == CALX_FACTOR_NOT_APPLICABLE)
    g_string_append (text, text->len > 0 ? _ (" · does not apply, counts nothing") : _ ("Does not apply"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_contribution (CalxResultPanel        *self,
                   const CalxContribution *contribution,
                   double                  axis_minimum,
                   double                  axis_maximum)
{
  CalxResultRow *row = calx_result_section_take (self->contributions);
  gboolean counts = contribution->state != CALX_FACTOR_NOT_ASSESSED && contribution->state != CALX_FACTOR_NOT_APPLICABLE;
  g_autofree char *points = counts ? calx_format_factor_points (contribution) : NULL;
  g_autofree char *described = describe_value (contribution, self->assessment->date);
  g_autofree char *value = capitalize (described);
  g_autofree char *numbers = source_numbers (self, contribution->sources);
  g_autofree char *detail = join (" · ", value, numbers, NULL);
  g_autofree char *note = capitalize (contribution->note);

  calx_result_row_set (row, contribution->label, points, detail, note, NULL, contribution->input_id);
  if (counts && contribution->c_min <= contribution->c_max &&
      (contribution->c_min != 0.0 || contribution->c_max != 0.0))
    {
      calx_factor_bar_set (calx_result_row_get_bar (row), contribution->c_min, contribution->c_max,
                           axis_minimum, axis_maximum);
      calx_result_row_set_has_bar (row, TRUE);
    }
}

static void
show_contributions (CalxResultPanel *self)
{
  const CalxAssessment *assessment = self->assessment;
  double axis_minimum, axis_maximum;

  calx_result_section_begin (self->contributions, _ ("What makes up the points"),
                             _ ("To the right adds, to the left takes away; hatched is the range of what is not known."));
  if (assessment->has_points)
    {
      g_autofree char *title = g_strdup_printf (_ ("Setting: %s"), assessment->setting_label);
      g_autofree char *points = calx_format_points_range (assessment->setting_points,
                                                          assessment->setting_points, TRUE);
      g_autofree char *grade = has_text (assessment->setting_grade)
                                 ? g_strdup_printf (_ ("Grade: %s. 0 points is not no risk."), assessment->setting_grade)
                                 : g_strdup (_ ("0 points is not no risk."));

      calx_result_row_set (calx_result_section_take (self->contributions), title,
                           points, NULL, grade, NULL, "setting");
      find_axis (assessment->contributions, &axis_minimum, &axis_maximum);
      for (guint i = 0; i < assessment->contributions->len; i++)
        show_contribution (self, &g_array_index (assessment->contributions, CalxContribution, i),
                           axis_minimum, axis_maximum);
    }
  calx_result_section_end (self->contributions);
}

static void
show_unknowns (CalxResultPanel *self)
{
  const CalxAssessment *assessment = self->assessment;
  g_autofree char *not_assessed = assessment->not_assessed != NULL && assessment->not_assessed[0] != NULL
                                    ? g_strjoinv (", ", assessment->not_assessed) : NULL;

  calx_result_section_begin (self->unknowns, _ ("Not known"),
                             assessment->unknowns->len > 0 ? _ ("Unknown is never taken as normal. Widest first.")
                                                           : _ ("Nothing that the score requires is unknown."));
  for (guint i = 0; i < assessment->unknowns->len; i++)
    {
      const CalxUnknown *unknown = &g_array_index (assessment->unknowns, CalxUnknown, i);
      g_autofree char *settles = capitalize (unknown->settles);

      calx_result_row_set (calx_result_section_take (self->unknowns), unknown->label, NULL, settles, NULL,
                           NULL, unknown->input_id);
    }
  if (not_assessed != NULL)
    calx_result_row_set (calx_result_section_take (self->unknowns), _ ("Not assessed; can only add"), NULL,
                         not_assessed, NULL, NULL, NULL);
  calx_result_section_end (self->unknowns);
}

static void
show_change (CalxResultPanel  *self,
             const CalxChange *change)
{
  g_autofree char *title = has_text (change->target_text)
                             ? g_strdup_printf (_ ("%s: %s"), change->label, change->target_text)
                             : g_strdup (change->label);
  g_autofree char *points = NULL;
  g_autofree char *then = NULL;

  if (!change->text_only)
    {
      g_autofree char *ratio
          = calx_format_ratio_value (change->ratio_then, self->assessment->display_ratio_up_to);
      g_autofree char *instead = g_strdup_printf (_ ("Points for this factor: %d instead of %d"),
                                                  change->points_then, change->points_now);
      g_autofree char *ratio_line = has_text (ratio) ? g_strdup_printf (_ ("Then %s"), ratio) : NULL;
      int difference = change->points_then - change->points_now;

      points = calx_format_points_range (difference, difference, TRUE);
      then = join ("\n", instead, ratio_line, NULL);
    }
  calx_result_row_set (calx_result_section_take (self->changes), title, points, then, change->option, NULL, NULL);
}

static void
show_changes (CalxResultPanel *self)
{
  calx_result_section_begin (self->changes, _ ("What changes the answer"),
                             _ ("Options to consider, never instructions."));
  for (guint i = 0; i < self->assessment->changes->len; i++)
    show_change (self, &g_array_index (self->assessment->changes, CalxChange, i));
  calx_result_section_end (self->changes);
}

static void
show_associations (CalxResultPanel *self)
{
  const GArray *associations = self->assessment->associations;

  calx_result_section_begin (self->associations, _ ("Associations that hold"), _ ("Published, not scored."));
  for (guint i = 0; i < associations->len; i++)
    {
      const CalxAssociationResult *association = &g_array_index (associations, CalxAssociationResult, i);
      g_autofree char *numbers = source_numbers (self, association->sources);
      g_autofree char *detail = NULL;

      if (association->result != CALX_RULE_MET)
        continue;
      detail = join (" · ", association->already_counted ? _ ("Already counted above") : NULL, numbers, NULL);
      calx_result_row_set (calx_result_section_take (self->associations), association->label, NULL, NULL, detail,
                           NULL, NULL);
    }
  calx_result_section_end (self->associations);
}

static void
show_notes (CalxResultPanel *self)
{
  calx_result_section_begin (self->notes, _ ("To bear in mind"), NULL);
  for (char **note = self->assessment->notes; note != NULL && *note != NULL; note++)
    calx_result_row_set (calx_result_section_take (self->notes), *note, NULL, NULL, NULL,
                         "dialog-information-symbolic", NULL);
  calx_result_section_end (self->notes);
}

static void
show_details (CalxResultPanel *self)
{
  const CalxAssessment *assessment = self->assessment;
  g_autofree char *rates = calx_format_rates (assessment);
  g_autoptr(GString) text = g_string_new (NULL);

  if (has_text (rates))
    g_string_append_printf (text, _ ("Published rates applied to this patient: %s. Published rates differ at least "
                                     "fifteen-fold; the combined score is not validated.\n\n"), rates);
  else
    g_string_append (text, _ ("No published rates are shown for this result.\n\n"));
  if (has_text (assessment->setting_note))
    g_string_append_printf (text, _ ("Setting: %s\n\n"), assessment->setting_note);
  if (has_text (assessment->population))
    g_string_append_printf (text, _ ("Made for: %s.\n\n"), assessment->population);
  for (char **line = assessment->not_for; line != NULL && *line != NULL; line++)
    g_string_append_printf (text, _ ("Not for: %s.\n\n"), *line);
  g_string_truncate (text, text->len - 2);
  gtk_label_set_label (self->details, text->str);
}

static void
show_sources (CalxResultPanel *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < calx_citations_get_n (self->citations); i++)
    g_string_append_printf (text, "%s%u. %s", i > 0 ? "\n\n" : "", i + 1, calx_citations_get_cite (self->citations, i));
  gtk_label_set_label (self->sources, text->str);
}

static void
show_model (CalxResultPanel *self)
{
  const CalxAssessment *assessment = self->assessment;
  g_autofree char *text = g_strdup_printf (_ ("Model %s %s, engine %s\nSHA-256 %s\nNot a medical device."),
                                           assessment->model_id, assessment->model_version,
                                           assessment->engine_version, assessment->model_sha256);

  gtk_label_set_label (self->model, text);
}

static void
input_activated_cb (CalxResultPanel *self,
                    const char      *input_id)
{
  g_signal_emit (self, signals[INPUT_ACTIVATED], 0, input_id);
}

static void
calx_result_panel_dispose (GObject *object)
{
  CalxResultPanel *self = CALX_RESULT_PANEL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALX_TYPE_RESULT_PANEL);
  if (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_pointer (&self->citations, calx_citations_free);
  g_clear_pointer (&self->review, calx_review_unref);
  g_clear_pointer (&self->assessment, calx_assessment_unref);

  G_OBJECT_CLASS (calx_result_panel_parent_class)->dispose (object);
}

static void
calx_result_panel_class_init (CalxResultPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_result_panel_dispose;

  signals[INPUT_ACTIVATED] = g_signal_new ("input-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CALX_TYPE_RESULT_SECTION);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/calx/Calx/ui/CalxResultPanel.ui");
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, content);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, head);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, points);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, validation_text);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, band);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, band_text);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, ratio);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, spread);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, every_band);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, always_named);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, early_signs);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, contributions);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, unknowns);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, changes);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, associations);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, criteria);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, subtype);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, prognosis);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, targets);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, notes);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, details_row);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, details);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, sources_row);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, sources);
  gtk_widget_class_bind_template_child (widget_class, CalxResultPanel, model);
  gtk_widget_class_bind_template_callback (widget_class, input_activated_cb);
}

static void
calx_result_panel_init (CalxResultPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  calx_accessible_set_name (GTK_WIDGET (self), _ ("Result"));
  calx_accessible_set_name (GTK_WIDGET (self->stack), _ ("Result"));
  calx_accessible_set_name (self->scroller, _ ("Result"));
  calx_accessible_set_name (self->details_row, _ ("Details"));
  calx_accessible_set_name (self->sources_row, _ ("Sources"));
}

GtkWidget *
calx_result_panel_new (void)
{
  return g_object_new (CALX_TYPE_RESULT_PANEL, NULL);
}

/* With open lesions the question is no longer what could come, also where there are no points. */
static gboolean
has_lesions (CalxResultPanel *self)
{
  return self->assessment->kind == CALX_ASSESSMENT_LESIONS ||
         g_strcmp0 (calx_facts_get_answer_by_id (&self->review->facts, "lesions"), "yes") == 0;
}

static void
order_sections (CalxResultPanel *self)
{
  gboolean lesions_first = has_lesions (self);
  GtkWidget *reviewed[] = { GTK_WIDGET (self->criteria), GTK_WIDGET (self->subtype),
                            GTK_WIDGET (self->prognosis) };
  GtkWidget *after = lesions_first ? NULL : GTK_WIDGET (self->associations);

  for (gsize i = 0; i < G_N_ELEMENTS (reviewed); i++)
    {
      if (gtk_widget_get_prev_sibling (reviewed[i]) != after)
        gtk_box_reorder_child_after (self->content, reviewed[i], after);
      after = reviewed[i];
    }
}

void
calx_result_panel_set_result (CalxResultPanel *self,
                              CalxAssessment  *assessment,
                              CalxReview      *review)
{
  g_return_if_fail (CALX_IS_RESULT_PANEL (self));
  g_return_if_fail ((assessment == NULL) == (review == NULL));

  if (assessment != NULL)
    {
      calx_assessment_ref (assessment);
      calx_review_ref (review);
    }
  g_clear_pointer (&self->citations, calx_citations_free);
  g_clear_pointer (&self->review, calx_review_unref);
  g_clear_pointer (&self->assessment, calx_assessment_unref);
  self->assessment = assessment;
  self->review = review;

  gtk_stack_set_visible_child_name (self->stack, assessment != NULL ? "result" : "empty");
  if (assessment == NULL)
    return;

  self->citations = calx_citations_new (review->knowledge->sources, assessment);
  order_sections (self);
  show_head (self);
  show_always_named (self);
  calx_early_signs_section_fill (self->early_signs, review, self->citations);
  show_contributions (self);
  show_unknowns (self);
  show_changes (self);
  show_associations (self);
  calx_criteria_section_fill (self->criteria, review, self->citations);
  calx_subtype_section_fill (self->subtype, review, self->citations);
  calx_prognosis_section_fill (self->prognosis, review, self->citations);
  calx_targets_section_fill (self->targets, review, self->citations);
  show_notes (self);
  show_details (self);
  show_sources (self);
  show_model (self);
}
