/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The context menu: all that can be done at a place and with a lesion, with the keys that do the same. */
#include <glib/gi18n-lib.h>

#include "calx-body-map-private.h"
#include "calx-format.h"
#include "calx-lesion-letters.h"

/* --- what the items do --- */

static void
menu_place (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CalxBodyMap *self = CALX_BODY_MAP (widget);

  if (self->menu_region != NULL)
    g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_PLACE], 0, self->menu_x, self->menu_y,
                   self->menu_region, NULL);
}

static void
menu_zoom (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CalxBodyMap *self = CALX_BODY_MAP (widget);

  calx_body_map_toggle_region (self, self->menu_region);
}

static void
emit_of (GtkWidget *widget, int signal, GVariant *uuid)
{
  g_signal_emit (widget, calx_body_map_signals[signal], 0, g_variant_get_string (uuid, NULL));
}

static void
menu_select (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  emit_of (widget, CALX_BODY_MAP_SELECT, parameter);
}

static void
menu_open (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  emit_of (widget, CALX_BODY_MAP_OPEN, parameter);
}

static void
menu_copy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  emit_of (widget, CALX_BODY_MAP_COPY, parameter);
}

static void
menu_remove (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  emit_of (widget, CALX_BODY_MAP_REMOVE, parameter);
}

/* The keyboard's modes are of the selected lesion. */
static void
begin_mode_of (GtkWidget *widget, CalxMapMode mode, GVariant *uuid)
{
  CalxBodyMap *self = CALX_BODY_MAP (widget);

  emit_of (widget, CALX_BODY_MAP_SELECT, uuid);
  if (self->focus != NULL)
    calx_body_map_focus_region (self, self->focus);
  calx_body_map_begin_mode (self, mode);
}

static void
menu_move (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  begin_mode_of (widget, CALX_MAP_MODE_MOVE, parameter);
}

static void
menu_outline (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  begin_mode_of (widget, CALX_MAP_MODE_OUTLINE, parameter);
}

static void
menu_type (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CalxBodyMap *self = CALX_BODY_MAP (widget);
  const char *uuid, *type;
  CalxLesion *lesion;

  g_variant_get (parameter, "(&s&s)", &uuid, &type);
  lesion = calx_body_map_find_lesion (self, uuid);
  if (lesion == NULL)
    return;

  calx_body_map_begin_edit (self, lesion, CALX_MAP_GRIP_NONE, 0);
  calx_lesion_type_from_id (type, &self->edited->type);
  calx_body_map_keep_edit (self);
}

/* --- the items --- */

/* @accel: shown beside the words, or NULL */
static void
append (GMenu *menu, const char *words, const char *action, GVariant *target, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (words, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static void
append_types (GMenu *menu, const CalxLesion *lesion)
{
  g_autoptr (GMenu) types = g_menu_new ();

  for (int i = 0; i < CALX_N_LESION_TYPES; i++)
    {
      CalxLesionType type = (CalxLesionType) i;
      gunichar letter = calx_lesion_type_to_letter (type);
      char accel[7] = "";

      if (letter != 0)
        g_unichar_to_utf8 (g_unichar_tolower (letter), accel);
      append (types, calx_format_lesion_type (type), "map.type",
              g_variant_new ("(ss)", lesion->uuid, calx_lesion_type_to_id (type)),
              letter != 0 ? accel : NULL);
    }
  g_menu_append_submenu (menu, _("Type"), G_MENU_MODEL (types));
}

/* All of one lesion. */
static void
append_lesion (GMenu *menu, const CalxLesion *lesion)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autofree char *details = g_strdup_printf (_("L%d: Details"), lesion->number);
  g_autofree char *remove = g_strdup_printf (_("Remove L%d"), lesion->number);

  append (section, details, "map.open", g_variant_new_string (lesion->uuid), "F2");
  append_types (section, lesion);
  append (section, _("Move, Size and Turn"), "map.move", g_variant_new_string (lesion->uuid), "m");
  append (section, _("Change the Outline"), "map.outline", g_variant_new_string (lesion->uuid), "o");
  append (section, _("Copy to the Other Side"), "map.copy", g_variant_new_string (lesion->uuid), "c");
  append (section, remove, "map.remove", g_variant_new_string (lesion->uuid), "Delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* The others of the region can be selected from here. */
static void
append_others (CalxBodyMap *self, GMenu *menu, const CalxLesion *lesion)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; self->lesions != NULL && i < self->lesions->len; i++)
    {
      CalxLesion *other = g_ptr_array_index (self->lesions, i);
      g_autofree char *words = NULL;

      if (other == lesion || other->view != self->view
          || !g_str_equal (other->region_id, self->menu_region->id))
        continue;
      words = g_strdup_printf (_("Select L%d"), other->number);
      append (section, words, "map.select", g_variant_new_string (other->uuid), NULL);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
make_menu (CalxBodyMap *self, const CalxLesion *lesion)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) place = g_menu_new ();

  if (lesion != NULL)
    append_lesion (menu, lesion);
  append_others (self, menu, lesion);
  append (place, _("Place a Lesion Here"), "map.place", NULL, "Return");
  if (self->inset == NULL)
    append (place,
            calx_map_viewport_is_home (&self->viewport) ? _("Zoom to the Region") : _("Whole Figure"),
            "map.zoom-region", NULL, "z");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

void
calx_body_map_popup_menu (
    CalxBodyMap *self, const CalxRegion *region, double x, double y, CalxLesion *lesion)
{
  g_autoptr (GMenuModel) menu = NULL;
  g_autofree char *name = calx_format_region (region);
  double at_x, at_y;

  self->menu_region = region;
  self->menu_x = x;
  self->menu_y = y;
  menu = make_menu (self, lesion);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), TRUE);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  calx_body_map_to_widget (self, x, y, &at_x, &at_y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) at_x, (int) at_y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
calx_body_map_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.place", NULL, menu_place);
  gtk_widget_class_install_action (widget_class, "map.zoom-region", NULL, menu_zoom);
  gtk_widget_class_install_action (widget_class, "map.select", "s", menu_select);
  gtk_widget_class_install_action (widget_class, "map.open", "s", menu_open);
  gtk_widget_class_install_action (widget_class, "map.move", "s", menu_move);
  gtk_widget_class_install_action (widget_class, "map.outline", "s", menu_outline);
  gtk_widget_class_install_action (widget_class, "map.copy", "s", menu_copy);
  gtk_widget_class_install_action (widget_class, "map.remove", "s", menu_remove);
  gtk_widget_class_install_action (widget_class, "map.type", "(ss)", menu_type);
}
