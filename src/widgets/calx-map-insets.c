/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-map-insets.h"

#include <glib/gi18n-lib.h>

#include "calx-accessible.h"

#define SPACING 6 /* pixels */
/* Body units: what shows more than this is magnified little, and waits behind a button. */
#define LARGE_HEIGHT 0.25

struct _CalxMapInsets
{
  GtkWidget parent_instance;
  GPtrArray *cells; /* GtkWidget, not owned: they are children */
  GPtrArray *maps;  /* CalxBodyMap, in the cells */
  GtkWidget *more;  /* shows the large parts too */
};

G_DEFINE_FINAL_TYPE (CalxMapInsets, calx_map_insets, GTK_TYPE_WIDGET)

static guint enlarge_signal;

/* --- layout: one row --- */

static int
get_natural (GtkWidget *cell, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (cell, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

/* A cell is as wide as its picture, and as high as its title then needs. */
static void
calx_map_insets_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  int width = 0, height = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      int cell_width = get_natural (cell, GTK_ORIENTATION_HORIZONTAL, -1);

      if (!gtk_widget_should_layout (cell))
        continue;
      width += cell_width + (width > 0 ? SPACING : 0);
      height = MAX (height, get_natural (cell, GTK_ORIENTATION_VERTICAL, cell_width));
    }
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

/* All are equally high, however long their titles: Tab goes by their middles, and shall go along the row. */
static void
calx_map_insets_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      int cell_width = get_natural (cell, GTK_ORIENTATION_HORIZONTAL, -1);

      if (!gtk_widget_should_layout (cell))
        continue;
      gtk_widget_size_allocate (cell,
                                &(GtkAllocation){ from_right ? width - x - cell_width : x, 0, cell_width, height }, -1);
      x += cell_width + SPACING;
    }
}

/* --- cells --- */

static void
emit_enlarge (CalxMapInsets *self, CalxBodyMap *map)
{
  guint index;

  if (g_ptr_array_find (self->maps, map, &index))
    g_signal_emit (self, enlarge_signal, 0, index);
}

static void
on_enlarge (CalxBodyMap *map, CalxMapInsets *self)
{
  emit_enlarge (self, map);
}

static void
on_clicked (GtkButton *button, CalxMapInsets *self)
{
  emit_enlarge (self, g_object_get_data (G_OBJECT (button), "map"));
}

/* Enter on the map does the same: Tab stops once at each inset. */
static GtkWidget *
make_button (CalxMapInsets *self, GtkWidget *map, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("view-fullscreen-symbolic");
  g_autofree char *label = g_strdup_printf (_("Enlarge: %s"), name);

  g_object_set_data (G_OBJECT (button), "map", map);
  gtk_widget_add_css_class (button, "calx-map-enlarge");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, label);
  calx_accessible_set_name (button, label);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);
  return button;
}

static gboolean
is_large (const CalxBodyInset *inset)
{
  return inset->box.y1 - inset->box.y0 > LARGE_HEIGHT;
}

static void
add_cell (CalxMapInsets *self, CalxBody *body, const CalxBodyInset *inset)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *map = calx_body_map_new_inset (inset);
  GtkWidget *title = gtk_label_new (_(inset->name));

  calx_body_map_set_body (CALX_BODY_MAP (map), body);
  g_signal_connect (map, "enlarge", G_CALLBACK (on_enlarge), self);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), map);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_button (self, map, _(inset->name)));

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (title), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 1);
  gtk_label_set_yalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");

  gtk_accessible_update_property (GTK_ACCESSIBLE (overlay), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(inset->name), -1);
  gtk_widget_add_css_class (overlay, "calx-map-inset");
  gtk_widget_set_overflow (overlay, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (cell), overlay);
  gtk_box_append (GTK_BOX (cell), title);
  if (is_large (inset))
    {
      g_object_bind_property (self->more, "active", cell, "visible", G_BINDING_SYNC_CREATE);
      gtk_widget_set_visible (self->more, TRUE);
    }
  gtk_widget_insert_before (cell, GTK_WIDGET (self), self->more);
  g_ptr_array_add (self->cells, cell);
  g_ptr_array_add (self->maps, map);
}

static void
remove_cells (CalxMapInsets *self)
{
  g_ptr_array_set_size (self->maps, 0);
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->cells, i));
  g_ptr_array_set_size (self->cells, 0);
  gtk_widget_set_visible (self->more, FALSE);
}

/* --- public --- */

void
calx_map_insets_set_body (CalxMapInsets *self, CalxBody *body)
{
  g_return_if_fail (CALX_IS_MAP_INSETS (self));

  remove_cells (self);
  for (guint i = 0; body != NULL && i < calx_body_get_n_insets (body); i++)
    add_cell (self, body, calx_body_get_inset (body, i));
}

guint
calx_map_insets_get_n (CalxMapInsets *self)
{
  g_return_val_if_fail (CALX_IS_MAP_INSETS (self), 0);

  return self->maps->len;
}

CalxBodyMap *
calx_map_insets_get_map (CalxMapInsets *self, guint index)
{
  g_return_val_if_fail (CALX_IS_MAP_INSETS (self) && index < self->maps->len, NULL);

  return g_ptr_array_index (self->maps, index);
}

GtkWidget *
calx_map_insets_new (void)
{
  return g_object_new (CALX_TYPE_MAP_INSETS, NULL);
}

/* --- object --- */

static void
calx_map_insets_dispose (GObject *object)
{
  CalxMapInsets *self = CALX_MAP_INSETS (object);

  if (self->more != NULL)
    remove_cells (self);
  g_clear_pointer (&self->more, gtk_widget_unparent);

  G_OBJECT_CLASS (calx_map_insets_parent_class)->dispose (object);
}

static void
calx_map_insets_finalize (GObject *object)
{
  CalxMapInsets *self = CALX_MAP_INSETS (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->maps);

  G_OBJECT_CLASS (calx_map_insets_parent_class)->finalize (object);
}

static void
calx_map_insets_class_init (CalxMapInsetsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = calx_map_insets_dispose;
  object_class->finalize = calx_map_insets_finalize;
  widget_class->measure = calx_map_insets_measure;
  widget_class->size_allocate = calx_map_insets_size_allocate;
  enlarge_signal = g_signal_new ("enlarge", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "mapinsets");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_map_insets_init (CalxMapInsets *self)
{
  self->cells = g_ptr_array_new ();
  self->maps = g_ptr_array_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Enlarged parts of the body"), -1);
  self->more = gtk_toggle_button_new_with_label (_("More parts"));
  gtk_widget_set_tooltip_text (self->more, _("Arms, groins and thighs, lower back"));
  gtk_widget_set_valign (self->more, GTK_ALIGN_START);
  gtk_widget_set_visible (self->more, FALSE);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}
