/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-skin-chooser.h"

#include <glib/gi18n-lib.h>

#include "calx-palette.h"

#define SWATCH_PX 24

struct _CalxSkinChooser
{
  GtkWidget  parent_instance;
  GtkWidget *buttons[CALX_N_SKINS];
};

G_DEFINE_FINAL_TYPE (CalxSkinChooser, calx_skin_chooser, GTK_TYPE_WIDGET)

static const char *const names[CALX_N_SKINS] = {
  [CALX_SKIN_NOT_STATED] = N_("Not stated"),
  [CALX_SKIN_LIGHTEST] = N_("Skin 1 of 5, lightest"),
  [CALX_SKIN_LIGHT] = N_("Skin 2 of 5, light"),
  [CALX_SKIN_MEDIUM] = N_("Skin 3 of 5, medium"),
  [CALX_SKIN_DARK] = N_("Skin 4 of 5, dark"),
  [CALX_SKIN_DARKEST] = N_("Skin 5 of 5, darkest"),
};

static void
set_source (cairo_t *cr, const CalxColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const CalxPalette *palette = calx_palette_get_for_skin (CALX_PALETTE_LIGHT, GPOINTER_TO_UINT (data));

  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0 - 1.0, 0.0, 2.0 * G_PI);
  set_source (cr, &palette->fill);
  cairo_fill_preserve (cr);
  set_source (cr, &palette->line);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static GtkWidget *
make_swatch (CalxSkin skin)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SWATCH_PX);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SWATCH_PX);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch, GUINT_TO_POINTER (skin), NULL);
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  return area;
}

CalxSkin
calx_skin_chooser_get_skin (CalxSkinChooser *self)
{
  g_return_val_if_fail (CALX_IS_SKIN_CHOOSER (self), CALX_SKIN_NOT_STATED);

  for (CalxSkin skin = 0; skin < CALX_N_SKINS; skin++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[skin])))
      return skin;
  return CALX_SKIN_NOT_STATED;
}

void
calx_skin_chooser_set_skin (CalxSkinChooser *self, CalxSkin skin)
{
  g_return_if_fail (CALX_IS_SKIN_CHOOSER (self));
  g_return_if_fail (skin < CALX_N_SKINS);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[skin]), TRUE);
}

static gboolean
calx_skin_chooser_grab_focus (GtkWidget *widget)
{
  CalxSkinChooser *self = CALX_SKIN_CHOOSER (widget);

  return gtk_widget_grab_focus (self->buttons[calx_skin_chooser_get_skin (self)]);
}

static void
calx_skin_chooser_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (calx_skin_chooser_parent_class)->dispose (object);
}

static void
calx_skin_chooser_class_init (CalxSkinChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_skin_chooser_dispose;
  widget_class->grab_focus = calx_skin_chooser_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_skin_chooser_init (CalxSkinChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  for (CalxSkin skin = 0; skin < CALX_N_SKINS; skin++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      if (skin == CALX_SKIN_NOT_STATED)
        gtk_button_set_label (GTK_BUTTON (button), _("Not stated"));
      else
        gtk_button_set_child (GTK_BUTTON (button), make_swatch (skin));
      if (skin > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->buttons[0]));
      gtk_widget_set_tooltip_text (button, _(names[skin]));
      gtk_widget_set_hexpand (button, TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(names[skin]), -1);
      gtk_box_append (GTK_BOX (box), button);
      self->buttons[skin] = button;
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[0]), TRUE);
}
