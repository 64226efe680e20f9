/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-compendium-card.h"

#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-label.h"

#define TARGET_MIN_PX 24

static GtkLabel *
add_label (GtkBox     *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = calx_label_new_wrapped (text, css_class);

  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

/* What can be selected is there to be copied, and is a target. */
static void
make_selectable (GtkLabel *label)
{
  gtk_label_set_selectable (label, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (label), -1, TARGET_MIN_PX);
}

static void
add_facts (GtkBox                    *box,
           const CalxCompendiumEntry *entry)
{
  g_autoptr(GString) markup = g_string_new (NULL);
  GtkLabel *label;

  if (entry->facts->len == 0)
    return;
  for (guint i = 0; i < entry->facts->len; i++)
    {
      const CalxCompendiumFact *fact = g_ptr_array_index (entry->facts, i);
      g_autofree char *line = g_markup_printf_escaped ("%s<b>%s:</b> %s", i == 0 ? "" : "\n", fact->label, fact->text);

      g_string_append (markup, line);
    }
  label = add_label (box, NULL, NULL);
  gtk_label_set_markup (label, markup->str);
  make_selectable (label);
}

static void
add_sources (GtkBox                    *box,
             const CalxCompendiumEntry *entry)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  GtkWidget *expander;
  GtkWidget *list;

  if (entry->sources->len == 0)
    return;
  title = g_strdup_printf (ngettext ("%u source", "%u sources", entry->sources->len), entry->sources->len);
  /* Translators: "2 sources: Grit and chalk", for a screen reader */
  name = g_strdup_printf (_("%s: %s"), title, entry->title);
  expander = gtk_expander_new (title);
  calx_accessible_set_name (expander, name);
  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_start (list, 18);
  for (guint i = 0; i < entry->sources->len; i++)
    {
      g_autofree char *source = calx_compendium_describe (g_ptr_array_index (entry->sources, i));

      make_selectable (add_label (GTK_BOX (list), source, NULL));
    }
  gtk_expander_set_child (GTK_EXPANDER (expander), list);
  gtk_box_append (box, expander);
}

GtkWidget *
calx_compendium_card_new (const CalxCompendiumEntry *entry,
                          const char                *chapter)
{
  GtkWidget *card;

  g_return_val_if_fail (entry != NULL, NULL);

  card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "calx-compendium-card");
  calx_accessible_set_name (card, entry->title);
  if (chapter != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (add_label (GTK_BOX (card), chapter, "caption")), "dim-label");
  add_label (GTK_BOX (card), entry->title, "heading");
  if (*entry->text != '\0')
    add_label (GTK_BOX (card), entry->text, NULL);
  add_facts (GTK_BOX (card), entry);
  if (*entry->note != '\0')
    add_label (GTK_BOX (card), entry->note, "calx-compendium-note");
  if (*entry->basis != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (add_label (GTK_BOX (card), entry->basis, "caption")), "dim-label");
  add_sources (GTK_BOX (card), entry);
  return card;
}
