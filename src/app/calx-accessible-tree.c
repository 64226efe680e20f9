/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-accessible-tree.h"

#include <glib/gi18n.h>

static gboolean
has_name (GtkAccessible *accessible)
{
  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
set_name (GtkAccessible *accessible,
          const char    *name)
{
  if (!has_name (accessible))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_pages (GtkStack   *stack,
            const char *name)
{
  g_autoptr(GtkSelectionModel) pages = gtk_stack_get_pages (stack);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GtkAccessible) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      set_name (page, name);
    }
}

/* Roles whose name GTK makes up from the type where there is none. */
static gboolean
is_read_by_type (GtkWidget *widget)
{
  switch (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_WIDGET:
    case GTK_ACCESSIBLE_ROLE_SCROLLBAR:
    case GTK_ACCESSIBLE_ROLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_COMBO_BOX:
    case GTK_ACCESSIBLE_ROLE_TEXT_BOX:
    case GTK_ACCESSIBLE_ROLE_SEARCH_BOX:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM:
      return TRUE;
    default:
      return FALSE;
    }
}

void
calx_accessible_tree_name (GtkWidget  *root,
                           const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (root));
  g_return_if_fail (name != NULL);

  if (GTK_IS_SCROLLBAR (root))
    name = _("Scroll bar");
  else if (GTK_IS_STACK (root))
    name_pages (GTK_STACK (root), name);
  if (is_read_by_type (root))
    set_name (GTK_ACCESSIBLE (root), name);

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    calx_accessible_tree_name (child, name);
}
