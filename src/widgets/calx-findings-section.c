/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-findings-section.h"

#include <glib/gi18n-lib.h>

#include "calx-accessible.h"

struct _CalxFindingsSection
{
  GtkWidget parent_instance;

  GtkWidget   *box;      /* title and list, or the expander around both */
  GtkExpander *expander; /* NULL where always open */
  GtkLabel    *count;
  GtkWidget   *list;
  GtkWidget   *head;     /* the row before all others, or NULL */
  char        *title;

  CalxInputs  *inputs;
  CalxRegions *regions;
  GPtrArray   *members;  /* const CalxInput */
  GPtrArray   *rows;     /* CalxFindingRow by member, NULL until made; borrowed */
  GPtrArray   *matches;  /* const CalxInput, of the filter; NULL: none */
  GStrv        words;
  gboolean     open;     /* without the filter */
};

G_DEFINE_FINAL_TYPE (CalxFindingsSection, calx_findings_section, GTK_TYPE_WIDGET)

enum
{
  ROW_MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static CalxFindingRow *
make_row (CalxFindingsSection *self,
          guint                member)
{
  const CalxInput *input = self->members->pdata[member];
  GtkWidget *row = calx_finding_row_new (self->inputs, self->regions, input->index);
  int position = self->head != NULL ? 1 : 0;

  for (guint i = 0; i < member; i++)
    position += self->rows->pdata[i] != NULL;
  self->rows->pdata[member] = row;
  gtk_list_box_insert (GTK_LIST_BOX (self->list), row, position);
  g_signal_emit (self, signals[ROW_MADE], 0, row);
  return CALX_FINDING_ROW (row);
}

/* Whether the row of that member is to be seen. */
static gboolean
is_wanted (CalxFindingsSection *self,
           guint                member)
{
  if (self->matches != NULL)
    return g_ptr_array_find (self->matches, self->members->pdata[member], NULL);
  return self->open;
}

static void
show_row (CalxFindingsSection *self,
          guint                member)
{
  gboolean wanted = is_wanted (self, member);

  gtk_widget_set_visible (self->rows->pdata[member], wanted);
  calx_finding_row_mark (self->rows->pdata[member], wanted ? (const char *const *) self->words : NULL);
}

gboolean
calx_findings_section_make_next (CalxFindingsSection *self)
{
  g_return_val_if_fail (CALX_IS_FINDINGS_SECTION (self), FALSE);

  for (guint i = 0; i < self->members->len; i++)
    if (self->rows->pdata[i] == NULL && is_wanted (self, i))
      {
        make_row (self, i);
        show_row (self, i);
        return TRUE;
      }
  return FALSE;
}

static void
expanded_cb (CalxFindingsSection *self)
{
  if (self->matches != NULL || self->open == gtk_expander_get_expanded (self->expander))
    return;
  calx_findings_section_set_open (self, !self->open);
  while (calx_findings_section_make_next (self))
    ;
}

static void
calx_findings_section_dispose (GObject *object)
{
  CalxFindingsSection *self = CALX_FINDINGS_SECTION (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (calx_findings_section_parent_class)->dispose (object);
}

static void
calx_findings_section_finalize (GObject *object)
{
  CalxFindingsSection *self = CALX_FINDINGS_SECTION (object);

  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->inputs, calx_inputs_unref);
  g_clear_pointer (&self->regions, calx_regions_unref);
  g_free (self->title);

  G_OBJECT_CLASS (calx_findings_section_parent_class)->finalize (object);
}

static void
calx_findings_section_class_init (CalxFindingsSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = calx_findings_section_dispose;
  object_class->finalize = calx_findings_section_finalize;
  signals[ROW_MADE] = g_signal_new ("row-made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, CALX_TYPE_FINDING_ROW);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "calx-findings-section");
}

static void
calx_findings_section_init (CalxFindingsSection *self)
{
  self->members = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->open = TRUE;
}

static GtkWidget *
make_title (CalxFindingsSection *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (self->title);

  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->count));
  return line;
}

GtkWidget *
calx_findings_section_new (CalxInputs  *inputs,
                           CalxRegions *regions,
                           const char  *title,
                           gboolean     collapsible)
{
  CalxFindingsSection *self = g_object_new (CALX_TYPE_FINDINGS_SECTION, NULL);

  self->inputs = calx_inputs_ref (inputs);
  self->regions = calx_regions_ref (regions);
  self->title = g_strdup (title);
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (collapsible)
    {
      self->box = gtk_expander_new (NULL);
      self->expander = GTK_EXPANDER (self->box);
      self->open = FALSE;
      gtk_expander_set_label_widget (self->expander, make_title (self));
      gtk_expander_set_child (self->expander, self->list);
      g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
    }
  else
    {
      self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      gtk_box_append (GTK_BOX (self->box), make_title (self));
      gtk_box_append (GTK_BOX (self->box), self->list);
    }
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
calx_findings_section_add_input (CalxFindingsSection *self,
                                 const CalxInput     *input)
{
  g_return_if_fail (CALX_IS_FINDINGS_SECTION (self));

  g_ptr_array_add (self->members, (gpointer) input);
  g_ptr_array_add (self->rows, NULL);
}

void
calx_findings_section_set_head (CalxFindingsSection *self,
                                GtkWidget           *row)
{
  g_return_if_fail (CALX_IS_FINDINGS_SECTION (self) && self->head == NULL);

  self->head = row;
  gtk_list_box_prepend (GTK_LIST_BOX (self->list), row);
}

GPtrArray *
calx_findings_section_get_inputs (CalxFindingsSection *self)
{
  g_return_val_if_fail (CALX_IS_FINDINGS_SECTION (self), NULL);

  return self->members;
}

CalxFindingRow *
calx_findings_section_ensure_row (CalxFindingsSection *self,
                                  const CalxInput     *input)
{
  guint member;

  g_return_val_if_fail (CALX_IS_FINDINGS_SECTION (self), NULL);

  if (!g_ptr_array_find (self->members, input, &member))
    return NULL;
  return self->rows->pdata[member] != NULL ? self->rows->pdata[member] : make_row (self, member);
}

void
calx_findings_section_set_n_known (CalxFindingsSection *self,
                                   guint                n_known)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (CALX_IS_FINDINGS_SECTION (self));

  /* TRANSLATORS: how many of a group's findings are known: "3 of 14 known" */
  text = g_strdup_printf (_ ("%u of %u known"), n_known, self->members->len);
  if (g_str_equal (gtk_label_get_label (self->count), text))
    return;
  gtk_label_set_label (self->count, text);
  name = g_strdup_printf ("%s, %s", self->title, text);
  if (self->expander != NULL)
    calx_accessible_set_name (self->box, name);
}

gboolean
calx_findings_section_get_open (CalxFindingsSection *self)
{
  g_return_val_if_fail (CALX_IS_FINDINGS_SECTION (self), FALSE);

  return self->open;
}

void
calx_findings_section_set_open (CalxFindingsSection *self,
                                gboolean             open)
{
  g_return_if_fail (CALX_IS_FINDINGS_SECTION (self));

  self->open = open || self->expander == NULL;
  if (self->matches != NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    if (self->rows->pdata[i] != NULL)
      show_row (self, i);
  if (self->expander != NULL)
    gtk_expander_set_expanded (self->expander, open);
}

void
calx_findings_section_set_filter (CalxFindingsSection *self,
                                  GPtrArray           *matches,
                                  const char *const   *words)
{
  gboolean any = matches == NULL;

  g_return_if_fail (CALX_IS_FINDINGS_SECTION (self));

  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_strfreev);
  if (matches != NULL)
    {
      self->matches = g_ptr_array_ref (matches);
      self->words = g_strdupv ((GStrv) words);
    }
  for (guint i = 0; i < self->members->len; i++)
    {
      any |= is_wanted (self, i);
      if (self->rows->pdata[i] != NULL)
        show_row (self, i);
    }
  if (self->head != NULL)
    gtk_widget_set_visible (self->head, matches == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  if (self->expander != NULL)
    gtk_expander_set_expanded (self->expander, matches != NULL || self->open);
}

GtkWidget *
calx_findings_section_get_next (CalxFindingsSection *self,
                                GtkWidget           *child)
{
  gboolean passed = child == NULL;

  g_return_val_if_fail (CALX_IS_FINDINGS_SECTION (self), NULL);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return NULL;
  if (self->expander != NULL && !gtk_expander_get_expanded (self->expander))
    return passed ? self->box : NULL;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      if (passed && row != NULL && gtk_widget_get_visible (row))
        return row;
      passed |= row == child;
    }
  return NULL;
}
