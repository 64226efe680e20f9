/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-place-editor.h"

#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-drop-down.h"
#include "calx-format.h"

struct _CalxPlaceEditor
{
  GtkWidget parent_instance;

  GtkWidget   *box;
  GtkEditable *entry;
  GtkDropDown *drop_down; /* "Place not known", then the regions in their order */
  CalxRegions *regions;
  gboolean     showing;
};

G_DEFINE_FINAL_TYPE (CalxPlaceEditor, calx_place_editor, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  NEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
edited_cb (CalxPlaceEditor *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
next_cb (CalxPlaceEditor *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static gboolean
calx_place_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CALX_PLACE_EDITOR (widget)->entry));
}

static void
calx_place_editor_dispose (GObject *object)
{
  CalxPlaceEditor *self = CALX_PLACE_EDITOR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->regions, calx_regions_unref);

  G_OBJECT_CLASS (calx_place_editor_parent_class)->dispose (object);
}

static void
calx_place_editor_class_init (CalxPlaceEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_place_editor_dispose;
  widget_class->grab_focus = calx_place_editor_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEXT] = g_signal_new ("next", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
calx_place_editor_init (CalxPlaceEditor *self)
{
}

static void
fill_places (CalxPlaceEditor *self)
{
  guint n = calx_regions_get_n (self->regions);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (names, g_strdup (_ ("Place not known")));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, calx_format_region (calx_regions_get (self->regions, i)));
  calx_drop_down_set_texts (self->drop_down, (const char *const *) names->pdata, names->len);
  gtk_drop_down_set_enable_search (self->drop_down, TRUE);
}

GtkWidget *
calx_place_editor_new (CalxRegions *regions,
                       const char  *name)
{
  CalxPlaceEditor *self = g_object_new (CALX_TYPE_PLACE_EDITOR, NULL);
  g_autofree char *when = g_strdup_printf (_ ("%s: when"), name);
  g_autofree char *where = g_strdup_printf (_ ("%s: where"), name);

  self->regions = calx_regions_ref (regions);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->entry = GTK_EDITABLE (gtk_entry_new ());
  self->drop_down = GTK_DROP_DOWN (calx_drop_down_new ());
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Date not known"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), _ ("The day, the month or the year: 2024-03-31, 2024-03 or 2024"));
  gtk_editable_set_width_chars (self->entry, 14);
  gtk_editable_set_max_width_chars (self->entry, 14);
  gtk_widget_set_hexpand (GTK_WIDGET (self->drop_down), TRUE);
  fill_places (self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->drop_down));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  calx_accessible_set_name (GTK_WIDGET (self->entry), when);
  calx_accessible_set_name (GTK_WIDGET (self->drop_down), where);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
calx_place_editor_show (CalxPlaceEditor   *self,
                        const CalxFinding *finding)
{
  const CalxRegion *region;
  g_autofree char *date = NULL;

  g_return_if_fail (CALX_IS_PLACE_EDITOR (self));
  g_return_if_fail (finding != NULL);

  region = finding->site == NULL ? NULL : calx_regions_find (self->regions, finding->site);
  date = calx_date_to_iso (finding->date);
  self->showing = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (self->entry), date) != 0)
    gtk_editable_set_text (self->entry, date);
  gtk_drop_down_set_selected (self->drop_down, region == NULL ? 0 : region->index + 1);
  self->showing = FALSE;
}

gboolean
calx_place_editor_propose (CalxPlaceEditor  *self,
                           CalxFinding      *finding,
                           char            **ret_message)
{
  g_autofree char *text = NULL;
  guint selected;
  CalxDate date;

  g_return_val_if_fail (CALX_IS_PLACE_EDITOR (self), FALSE);
  g_return_val_if_fail (finding != NULL && ret_message != NULL, FALSE);

  selected = gtk_drop_down_get_selected (self->drop_down);
  finding->site = selected == 0 || selected > calx_regions_get_n (self->regions)
                    ? NULL
                    : g_intern_string (calx_regions_get (self->regions, selected - 1)->id);
  text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  if (!calx_date_parse (text, &date))
    {
      *ret_message = g_strdup_printf (_ ("“%s” is not a date. Write 2024-03-31, 2024-03 or 2024."), text);
      return FALSE;
    }
  finding->date = date;
  return TRUE;
}
