/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-compendium-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-compendium-card.h"
#include "calx-side-box.h"

/* A word or two more finds what is wanted sooner than scrolling through all hits. */
#define MAX_HITS 60

struct _CalxCompendiumView
{
  GtkBox parent_instance;

  GtkWidget      *back_button;
  GtkWidget      *search_entry;
  CalxSideBox    *side_box;
  GtkWidget      *chapters_scroller;
  GtkListBox     *chapters;
  GtkWidget      *scroller;
  GtkLabel       *title;
  GtkLabel       *subtitle;
  GtkBox         *cards;

  CalxCompendium *compendium;
  int             chapter; /* the one shown while nothing is searched for */
  char           *words;   /* of the search that is shown; "" for a chapter */
};

G_DEFINE_FINAL_TYPE (CalxCompendiumView, calx_compendium_view, GTK_TYPE_BOX)

static void
clear_cards (CalxCompendiumView *self)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, card);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0.0);
}

static void
set_head (CalxCompendiumView *self,
          const char         *title,
          const char         *subtitle)
{
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
}

static void
show_chapter (CalxCompendiumView *self)
{
  const CalxCompendiumSection *section = g_ptr_array_index (self->compendium->sections, (guint) self->chapter);

  clear_cards (self);
  gtk_list_box_select_row (self->chapters, gtk_list_box_get_row_at_index (self->chapters, self->chapter));
  set_head (self, section->title, "");
  for (guint i = 0; i < section->entries->len; i++)
    gtk_box_append (self->cards, calx_compendium_card_new (g_ptr_array_index (section->entries, i), NULL));
}

static void
show_hits (CalxCompendiumView *self,
           const char         *words)
{
  guint n_hits = 0;
  g_autofree char *subtitle = NULL;

  clear_cards (self);
  gtk_list_box_unselect_all (self->chapters);
  for (guint i = 0; i < self->compendium->sections->len; i++)
    {
      const CalxCompendiumSection *section = g_ptr_array_index (self->compendium->sections, i);

      for (guint k = 0; k < section->entries->len; k++)
        {
          const CalxCompendiumEntry *entry = g_ptr_array_index (section->entries, k);

          if (!calx_compendium_matches (entry, words))
            continue;
          if (n_hits < MAX_HITS)
            gtk_box_append (self->cards, calx_compendium_card_new (entry, section->title));
          n_hits++;
        }
    }
  if (n_hits == 0)
    subtitle = g_strdup (_("Every word is looked for, in any part of an entry. Try fewer, or the beginning of one."));
  else if (n_hits > MAX_HITS)
    subtitle = g_strdup_printf (_("%u entries; the first %u are shown. Type more to find less."), n_hits, (guint) MAX_HITS);
  else
    subtitle = g_strdup_printf (ngettext ("%u entry", "%u entries", n_hits), n_hits);
  set_head (self, n_hits == 0 ? _("Nothing found") : _("Found"), subtitle);
}

/* The same words again change nothing: what was opened stays open. */
static void
search_changed_cb (CalxCompendiumView *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));

  if (g_str_equal (words, self->words))
    return;
  g_free (self->words);
  self->words = g_steal_pointer (&words);
  if (*self->words == '\0')
    {
      show_chapter (self);
      return;
    }
  show_hits (self, self->words);
  calx_side_box_set_show_content (self->side_box, TRUE);
}

/* The entry keeps Escape for itself: there it ends the search, and closes the window where there is none. */
static void
stop_search_cb (CalxCompendiumView *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) == '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* Ends a search without waiting for the entry to say so. */
static void
clear_search (CalxCompendiumView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  g_free (self->words);
  self->words = g_strdup ("");
  show_chapter (self);
}

static void
chapter_activated_cb (CalxCompendiumView *self,
                      GtkListBoxRow      *row)
{
  self->chapter = gtk_list_box_row_get_index (row);
  clear_search (self);
  calx_side_box_set_show_content (self->side_box, TRUE);
}

static void
back_clicked_cb (CalxCompendiumView *self)
{
  clear_search (self);
  calx_side_box_set_show_content (self->side_box, FALSE);
}

static void
layout_changed_cb (CalxCompendiumView *self)
{
  gtk_widget_set_visible (self->back_button, calx_side_box_get_collapsed (self->side_box) &&
                                             calx_side_box_get_show_content (self->side_box));
}

static void
calx_compendium_view_dispose (GObject *object)
{
  CalxCompendiumView *self = CALX_COMPENDIUM_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALX_TYPE_COMPENDIUM_VIEW);
  g_clear_pointer (&self->compendium, calx_compendium_free);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (calx_compendium_view_parent_class)->dispose (object);
}

static void
calx_compendium_view_class_init (CalxCompendiumViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_compendium_view_dispose;

  g_type_ensure (CALX_TYPE_SIDE_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/calx/Calx/ui/CalxCompendiumView.ui");
  gtk_widget_class_bind_template_child (widget_class, CalxCompendiumView, back_button);
  gtk_widget_class_bind_template_child (widget_class, CalxCompendiumView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CalxCompendiumView, side_box);
  gtk_widget_class_bind_template_child (widget_class, CalxCompendiumView, chapters_scroller);
  gtk_widget_class_bind_template_child (widget_class, CalxCompendiumView, chapters);
  gtk_widget_class_bind_template_child (widget_class, CalxCompendiumView, scroller);
  gtk_widget_class_bind_template_child (widget_class, CalxCompendiumView, title);
  gtk_widget_class_bind_template_child (widget_class, CalxCompendiumView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CalxCompendiumView, cards);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, chapter_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_changed_cb);
}

static void
calx_compendium_view_init (CalxCompendiumView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->words = g_strdup ("");
  calx_accessible_set_name (self->search_entry, _("Search all chapters"));
  calx_accessible_set_name (self->chapters_scroller, _("Chapters"));
  calx_accessible_set_name (self->scroller, _("Entries"));
}

static void
add_chapters (CalxCompendiumView *self)
{
  for (guint i = 0; i < self->compendium->sections->len; i++)
    {
      const CalxCompendiumSection *section = g_ptr_array_index (self->compendium->sections, i);
      GtkWidget *label = gtk_label_new (section->title);
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, section->title, -1);
      gtk_list_box_append (self->chapters, row);
    }
}

GtkWidget *
calx_compendium_view_new (CalxCompendium *compendium)
{
  CalxCompendiumView *self;

  g_return_val_if_fail (compendium != NULL, NULL);

  self = g_object_new (CALX_TYPE_COMPENDIUM_VIEW, NULL);
  self->compendium = compendium;
  add_chapters (self);
  show_chapter (self);
  return GTK_WIDGET (self);
}

void
calx_compendium_view_focus_search (CalxCompendiumView *self)
{
  g_return_if_fail (CALX_IS_COMPENDIUM_VIEW (self));

  gtk_widget_grab_focus (self->search_entry);
}
