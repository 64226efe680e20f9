/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-workup-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-disclosure.h"
#include "calx-format-review.h"
#include "calx-format-workup.h"
#include "calx-label.h"
#include "calx-verdict-row.h"
#include "calx-workup-line.h"

/* Lines stand in one of these lists, each in a disclosure of its own. */
typedef struct
{
  GtkWidget *disclosure;
  GtkWidget *list;
  char      *title;
  guint      n;
  guint      n_open;
} Section;

struct _CalxWorkupList
{
  GtkWidget parent_instance;

  GtkWidget  *scroller;
  GtkWidget  *content;
  GtkWidget  *progress;
  GtkWidget  *bar;
  GtkWidget  *occasion;
  GtkWidget  *principles;
  GtkWidget  *foreign;
  GtkWidget  *sources;

  CalxKnowledge *knowledge;
  CalxReview    *review;
  GPtrArray     *sections;      /* Section: one for each group of items, then the special ones */
  GPtrArray     *lines;         /* CalxWorkupLine of each item, then of each differential, as in the file */
};

G_DEFINE_FINAL_TYPE (CalxWorkupList, calx_workup_list, GTK_TYPE_WIDGET)

enum
{
  CHECKLIST_CHANGED,
  INPUT_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Behind the groups. */
typedef enum
{
  SECTION_PERHAPS,
  SECTION_NOT_ASKED,
  SECTION_RAISED,
  SECTION_MAY_BE,
  SECTION_OTHERS,
  N_SPECIAL_SECTIONS,
} SpecialSection;

static void
section_free (gpointer data)
{
  Section *section = data;

  g_free (section->title);
  g_free (section);
}

/* What a person does */

static void
entry_changed_cb (CalxWorkupList        *self,
                  const CalxWorkupEntry *entry,
                  CalxWorkupLine        *line)
{
  g_autoptr(CalxChecklist) checklist = NULL;
  guint index = 0;

  if (self->review == NULL || !g_ptr_array_find (self->lines, line, &index))
    return;
  checklist = calx_checklist_with (self->review->workup->checklist, entry);
  g_signal_emit (self, signals[CHECKLIST_CHANGED], 0, checklist, index);
}

static void
row_activated_cb (CalxWorkupList *self,
                  CalxWorkupLine *line)
{
  const char *input_id = calx_workup_line_get_input_id (line);

  if (input_id != NULL)
    g_signal_emit (self, signals[INPUT_ACTIVATED], 0, input_id);
}

/* Sections */

static int
compare_lines (GtkListBoxRow *a,
               GtkListBoxRow *b,
               gpointer       lines)
{
  guint i = 0, j = 0;

  g_ptr_array_find (lines, a, &i);
  g_ptr_array_find (lines, b, &j);
  return (i > j) - (i < j);
}

static void
add_section (CalxWorkupList *self,
             const char     *title,
             gboolean        expanded)
{
  Section *section = g_new0 (Section, 1);

  section->title = g_strdup (title);
  section->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (section->list), GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (GTK_LIST_BOX (section->list), compare_lines, self->lines, NULL);
  gtk_widget_add_css_class (section->list, "boxed-list");
  calx_accessible_set_name (section->list, title);
  section->disclosure = calx_disclosure_new (title, section->list);
  gtk_expander_set_expanded (GTK_EXPANDER (section->disclosure), expanded);
  gtk_box_append (GTK_BOX (self->content), section->disclosure);
  g_signal_connect_object (section->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->sections, section);
}

static Section *
get_group_section (CalxWorkupList        *self,
                   const CalxWorkupGroup *group)
{
  guint index = 0;

  if (!g_ptr_array_find (self->knowledge->workup->groups, group, &index))
    g_assert_not_reached ();
  return self->sections->pdata[index];
}

static Section *
get_special_section (CalxWorkupList *self,
                     SpecialSection  special)
{
  return self->sections->pdata[self->knowledge->workup->groups->len + special];
}

static gboolean
is_special (CalxWorkupList *self,
            guint           index,
            SpecialSection  special)
{
  return index == self->knowledge->workup->groups->len + special;
}

/* Moves it where it is not there yet; the keyboard goes with it. */
static void
place_line (GtkWidget *line,
            Section   *section,
            gboolean   is_open)
{
  GtkWidget *parent = gtk_widget_get_parent (line);
  GtkRoot *root = gtk_widget_get_root (line);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  section->n++;
  section->n_open += is_open;
  if (parent == section->list)
    return;
  if (focus != NULL && focus != line && !gtk_widget_is_ancestor (focus, line))
    focus = NULL;
  g_object_ref (line);
  if (parent != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (parent), line);
  gtk_list_box_append (GTK_LIST_BOX (section->list), line);
  g_object_unref (line);
  if (focus == NULL)
    return;
  gtk_expander_set_expanded (GTK_EXPANDER (section->disclosure), TRUE);
  gtk_widget_grab_focus (focus);
}

static void
show_section (Section *section,
              gboolean counts)
{
  g_autofree char *summary = !counts                ? g_strdup_printf ("%u", section->n)
                             : section->n_open == 0 ? g_strdup (_("none open"))
                                                    : g_strdup_printf (_("%u of %u open"), section->n_open, section->n);

  gtk_widget_set_visible (section->disclosure, section->n > 0);
  calx_disclosure_set_summary (GTK_EXPANDER (section->disclosure), summary);
}

/* Showing */

/* Nothing half-typed goes from one session to another. */
static void
forget (CalxWorkupList *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    calx_workup_line_forget (self->lines->pdata[i]);
}

static gboolean
is_other_session (CalxReview *a,
                  CalxReview *b)
{
  return a == NULL || b == NULL ||
         !g_str_equal (calx_session_get_uuid (a->session), calx_session_get_uuid (b->session));
}

static void
show_items (CalxWorkupList *self,
            CalxCitations  *citations)
{
  GPtrArray *rows = self->review->workup->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      const CalxWorkupRow *row = rows->pdata[i];
      Section *section = row->is_listed                                  ? get_group_section (self, row->item->group)
                         : row->asked->result == CALX_RULE_UNKNOWN ? get_special_section (self, SECTION_PERHAPS)
                                                                         : get_special_section (self, SECTION_NOT_ASKED);

      calx_workup_line_show_item (self->lines->pdata[i], row, self->review, citations);
      place_line (self->lines->pdata[i], section, calx_workup_row_is_missing (row));
    }
}

static CalxWorkupLine *
get_differential_line (CalxWorkupList        *self,
                       const CalxDifferential *differential)
{
  guint index = 0;

  if (!g_ptr_array_find (self->knowledge->workup->differentials, differential, &index))
    g_assert_not_reached ();
  return self->lines->pdata[self->knowledge->workup->items->len + index];
}

static void
show_differentials (CalxWorkupList *self,
                    CalxCitations  *citations)
{
  GPtrArray *rows = self->review->workup->differentials;

  for (guint i = 0; i < rows->len; i++)
    {
      const CalxDifferentialRow *row = rows->pdata[i];
      CalxWorkupLine *line = get_differential_line (self, row->differential);
      SpecialSection special = row->raised->result == CALX_RULE_MET || row->entry != NULL ? SECTION_RAISED
                               : row->raised->result == CALX_RULE_UNKNOWN                ? SECTION_MAY_BE
                                                                                          : SECTION_OTHERS;

      calx_workup_line_show_differential (line, row, self->review, citations);
      place_line (GTK_WIDGET (line), get_special_section (self, special), row->entry == NULL);
    }
}

/* Why there is a list at all. */
static char *
describe_occasion (CalxWorkupList *self)
{
  const CalxVerdict *occasion = self->review->workup->occasion;
  g_autofree char *evidence = NULL;

  switch (occasion->result)
    {
    case CALX_RULE_MET:
      evidence = calx_format_evidence (occasion->used, self->review, 3);
      return g_strdup_printf (_("Asked because of: %s"), evidence);
    case CALX_RULE_NOT_MET:
      return g_strdup (_("Nothing is asked: no lesion and no early sign is known of this patient."));
    case CALX_RULE_UNKNOWN:
    default:
      evidence = calx_format_missing (occasion->used, self->review, 3);
      return g_strdup_printf (_("Not known whether a work-up is needed. Not known: %s"), evidence);
    }
}

static void
show_head (CalxWorkupList *self,
           CalxCitations  *citations)
{
  const CalxWorkupReview *workup = self->review->workup;
  GPtrArray *principles = self->knowledge->workup->principles;
  g_autofree char *progress = calx_format_workup_progress (self->review);
  g_autofree char *occasion = describe_occasion (self);
  g_autoptr(GString) said = g_string_new (NULL);

  for (guint i = 0; i < principles->len; i++)
    {
      const CalxStatement *principle = principles->pdata[i];
      g_autofree char *cited = calx_verdict_row_cite (_(principle->label), principle->sources, citations);

      g_string_append_printf (said, "%s%s", i > 0 ? "\n" : "", cited);
    }
  calx_label_show_text (GTK_LABEL (self->progress), progress);
  calx_label_show_text (GTK_LABEL (self->occasion), occasion);
  calx_label_show_text (GTK_LABEL (self->principles), said->str);
  gtk_widget_set_visible (self->bar, workup->n_listed > 0);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->bar),
                           workup->n_listed > 0 ? (double) (workup->n_done + workup->n_declined) / workup->n_listed : 0.0);
}

static void
show_sources (CalxWorkupList *self,
              CalxCitations  *citations)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < calx_citations_get_n (citations); i++)
    g_string_append_printf (text, "%s%u. %s", i > 0 ? "\n" : "", i + 1, calx_citations_get_cite (citations, i));
  gtk_label_set_label (GTK_LABEL (self->sources), text->str);
}

static void
show_foreign (CalxWorkupList *self)
{
  guint n = self->review->workup->n_foreign;
  g_autofree char *text = n == 0 ? g_strdup ("")
                                 : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                 "%u entry of a newer version of Calx is kept.",
                                                                 "%u entries of a newer version of Calx are kept.", n), n);

  calx_label_show_text (GTK_LABEL (self->foreign), text);
}

void
calx_workup_list_set_review (CalxWorkupList *self,
                             CalxReview     *review)
{
  g_autoptr(CalxCitations) citations = NULL;

  g_return_if_fail (CALX_IS_WORKUP_LIST (self));

  if (is_other_session (self->review, review))
    forget (self);
  if (review != NULL)
    calx_review_ref (review);
  g_clear_pointer (&self->review, calx_review_unref);
  self->review = review;
  gtk_widget_set_visible (self->scroller, review != NULL);
  if (review == NULL)
    return;
  citations = calx_citations_new (self->knowledge->sources, NULL);
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = self->sections->pdata[i];

      section->n = 0;
      section->n_open = 0;
    }
  show_head (self, citations);
  show_items (self, citations);
  show_differentials (self, citations);
  for (guint i = 0; i < self->sections->len; i++)
    show_section (self->sections->pdata[i], i < self->knowledge->workup->groups->len || is_special (self, i, SECTION_RAISED));
  show_foreign (self);
  show_sources (self, citations);
}

void
calx_workup_list_list_refused (CalxWorkupList *self,
                               GPtrArray      *names)
{
  g_return_if_fail (CALX_IS_WORKUP_LIST (self));
  g_return_if_fail (names != NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const char *name = calx_workup_line_get_refused (self->lines->pdata[i]);

      if (name != NULL)
        g_ptr_array_add (names, g_strdup (name));
    }
}

/* The widget */

static void
calx_workup_list_dispose (GObject *object)
{
  CalxWorkupList *self = CALX_WORKUP_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->review, calx_review_unref);
  g_clear_pointer (&self->knowledge, calx_knowledge_unref);

  G_OBJECT_CLASS (calx_workup_list_parent_class)->dispose (object);
}

static void
calx_workup_list_class_init (CalxWorkupListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_workup_list_dispose;

  signals[CHECKLIST_CHANGED] = g_signal_new ("checklist-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
  signals[INPUT_ACTIVATED] = g_signal_new ("input-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_workup_list_init (CalxWorkupList *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_start (self->content, 12);
  gtk_widget_set_margin_end (self->content, 12);
  gtk_widget_set_margin_top (self->content, 12);
  gtk_widget_set_margin_bottom (self->content, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->content);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_visible (self->scroller, FALSE);
  calx_accessible_set_name (self->scroller, _("Work-up"));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
make_head (CalxWorkupList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->progress = calx_label_new_wrapped (NULL, "title-3");
  self->bar = gtk_level_bar_new ();
  self->occasion = calx_label_new_wrapped (NULL, NULL);
  self->principles = calx_label_new_wrapped (NULL, "calx-detail");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Work-up done"), -1);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_widget_add_css_class (head, "card");
  gtk_widget_add_css_class (head, "calx-result-head");
  gtk_box_append (GTK_BOX (head), self->progress);
  gtk_box_append (GTK_BOX (head), self->bar);
  gtk_box_append (GTK_BOX (head), self->occasion);
  gtk_box_append (GTK_BOX (head), self->principles);
  gtk_box_append (GTK_BOX (self->content), head);
}

static void
add_line (CalxWorkupList *self,
          GtkWidget      *line)
{
  g_signal_connect_object (line, "entry-changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->lines, g_object_ref_sink (line));
}

static void
make_lines (CalxWorkupList *self)
{
  CalxWorkup *workup = self->knowledge->workup;

  for (guint i = 0; i < workup->items->len; i++)
    add_line (self, calx_workup_line_new_item (workup->items->pdata[i]));
  for (guint i = 0; i < workup->differentials->len; i++)
    add_line (self, calx_workup_line_new_differential (workup->differentials->pdata[i]));
}

static void
make_sections (CalxWorkupList *self)
{
  CalxWorkup *workup = self->knowledge->workup;
  GtkWidget *heading = calx_label_new_wrapped (NULL, "title-4");
  GtkWidget *note = calx_label_new_wrapped (NULL, "caption");

  for (guint i = 0; i < workup->groups->len; i++)
    add_section (self, _(((const CalxWorkupGroup *) workup->groups->pdata[i])->label), TRUE);
  add_section (self, _("Not known whether asked"), FALSE);
  add_section (self, _("Not asked of this patient"), FALSE);
  gtk_label_set_label (GTK_LABEL (heading), _("Look-alikes"));
  gtk_label_set_label (GTK_LABEL (note), _(workup->differential_note.label));
  gtk_widget_add_css_class (note, "dim-label");
  gtk_box_append (GTK_BOX (self->content), heading);
  gtk_box_append (GTK_BOX (self->content), note);
  add_section (self, _("Brought forward by findings"), TRUE);
  add_section (self, _("Cannot be told yet"), FALSE);
  add_section (self, _("Others"), FALSE);
}

GtkWidget *
calx_workup_list_new (CalxKnowledge *knowledge)
{
  CalxWorkupList *self;
  GtkWidget *disclosure;

  g_return_val_if_fail (knowledge != NULL, NULL);

  self = g_object_new (CALX_TYPE_WORKUP_LIST, NULL);
  self->knowledge = calx_knowledge_ref (knowledge);
  make_head (self);
  make_lines (self);
  make_sections (self);
  self->foreign = calx_label_new_wrapped (NULL, "caption");
  self->sources = calx_label_new_wrapped (NULL, "caption");
  gtk_label_set_selectable (GTK_LABEL (self->sources), TRUE);
  disclosure = calx_disclosure_new (_("Sources"), self->sources);
  gtk_box_append (GTK_BOX (self->content), self->foreign);
  gtk_box_append (GTK_BOX (self->content), disclosure);
  return GTK_WIDGET (self);
}
