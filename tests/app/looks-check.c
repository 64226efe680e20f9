/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "looks-check.h"

#include <math.h>
#include <string.h>

/* WCAG 2.2, 2.5.8 Target Size (Minimum) and 1.4.3 Contrast (Minimum) */
#define TARGET_MIN 24.0
#define CONTRAST_MIN 4.5

/* A label that is made to be cut short says the whole in its tooltip, and has this CSS class. */
#define MAY_BE_CUT "calx-may-be-cut"

typedef struct
{
  GtkWidget       *root;
  cairo_surface_t *picture;
  const char      *state;
  guint            n_faults;
} Check;

static void G_GNUC_PRINTF (3, 4)
complain (Check      *check,
          GtkWidget  *widget,
          const char *format,
          ...)
{
  g_autofree char *text = NULL;
  GString *path = g_string_new (NULL);
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  for (GtkWidget *w = widget; w != NULL && path->len < 120; w = gtk_widget_get_parent (w))
    g_string_append_printf (path, " < %s", G_OBJECT_TYPE_NAME (w));
  g_test_message ("%s: %s%s", check->state, text, path->str);
  g_string_free (path, TRUE);
  check->n_faults++;
}

/* A part that one of the ancestors scrolls out of sight is checked for what it is, not for where it is. */
static gboolean
scrolls (GtkWidget      *widget,
         GtkOrientation  orientation)
{
  GtkPolicyType horizontal, vertical;

  if (widget == NULL || !GTK_IS_SCROLLED_WINDOW (widget))
    return FALSE;
  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &horizontal, &vertical);
  return (orientation == GTK_ORIENTATION_HORIZONTAL ? horizontal : vertical) != GTK_POLICY_NEVER;
}

static void
check_inside (Check     *check,
              GtkWidget *widget,
              const char *text)
{
  gboolean across = TRUE, down = TRUE;

  for (GtkWidget *w = gtk_widget_get_parent (widget); w != NULL; w = gtk_widget_get_parent (w))
    {
      graphene_rect_t bounds;

      /* the viewport or list that is scrolled is a window of its own size on what is longer */
      across = across && !scrolls (w, GTK_ORIENTATION_HORIZONTAL) &&
               !scrolls (gtk_widget_get_parent (w), GTK_ORIENTATION_HORIZONTAL);
      down = down && !scrolls (w, GTK_ORIENTATION_VERTICAL) &&
             !scrolls (gtk_widget_get_parent (w), GTK_ORIENTATION_VERTICAL);
      if (!gtk_widget_compute_bounds (widget, w, &bounds))
        return;
      if ((across && (bounds.origin.x < -0.5 ||
                      bounds.origin.x + bounds.size.width > gtk_widget_get_width (w) + 0.5)) ||
          (down && gtk_widget_get_overflow (w) == GTK_OVERFLOW_HIDDEN &&
           (bounds.origin.y < -0.5 || bounds.origin.y + bounds.size.height > gtk_widget_get_height (w) + 0.5)) ||
          (down && w == check->root &&
           (bounds.origin.y < -0.5 || bounds.origin.y + bounds.size.height > gtk_widget_get_height (w) + 0.5)))
        {
          complain (check, widget, "\"%s\" sticks out of %s: %.0f, %.0f, %.0f x %.0f in %d x %d", text,
                    G_OBJECT_TYPE_NAME (w), bounds.origin.x, bounds.origin.y, bounds.size.width,
                    bounds.size.height, gtk_widget_get_width (w), gtk_widget_get_height (w));
          return;
        }
      if (w == check->root)
        return;
    }
}

static gboolean
tooltip_says (GtkWidget  *widget,
              const char *text)
{
  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    {
      const char *tooltip = gtk_widget_get_tooltip_text (w);

      if (tooltip != NULL)
        return strstr (tooltip, text) != NULL;
    }
  return FALSE;
}

static void
check_label (Check    *check,
             GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  const char *text = gtk_label_get_text (label);
  int width, height;

  if (*text == '\0')
    return;
  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout))
    {
      if (!gtk_widget_has_css_class (GTK_WIDGET (label), MAY_BE_CUT) ||
          !tooltip_says (GTK_WIDGET (label), text))
        complain (check, GTK_WIDGET (label), "\"%s\" is cut short", text);
    }
  else if (width > gtk_widget_get_width (GTK_WIDGET (label)) ||
           height > gtk_widget_get_height (GTK_WIDGET (label)))
    complain (check, GTK_WIDGET (label), "\"%s\" takes %d x %d and has %d x %d", text, width, height,
              gtk_widget_get_width (GTK_WIDGET (label)), gtk_widget_get_height (GTK_WIDGET (label)));
  check_inside (check, GTK_WIDGET (label), text);
}

static void
check_entry (Check   *check,
             GtkText *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (entry), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > gtk_widget_get_width (GTK_WIDGET (entry)))
    complain (check, GTK_WIDGET (entry), "\"%s\" takes %d and its entry shows %d", text, width,
              gtk_widget_get_width (GTK_WIDGET (entry)));
}

/* What a press or a key is for. A text inside an entry is pressed anywhere on the entry; a view that scrolls, or
 * a list whose rows are pressed, is none itself. */
static gboolean
is_target (GtkWidget *widget)
{
  if (GTK_IS_TEXT (widget) || GTK_IS_LIST_BASE (widget) || GTK_IS_LIST_BOX (widget) ||
      GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_ROOT (widget))
    return FALSE;
  /* what a drop-down's button shows of its list */
  if (GTK_IS_STACK (gtk_widget_get_parent (widget)) && gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL)
    return FALSE;
  if (GTK_IS_LIST_BOX_ROW (widget))
    return gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget));
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_EDITABLE (widget) ||
         GTK_IS_SWITCH (widget) || gtk_widget_get_focusable (widget);
}

static void
check_target (Check     *check,
              GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, widget, &bounds))
    return;
  if (bounds.size.width < TARGET_MIN || bounds.size.height < TARGET_MIN)
    complain (check, widget, "a target of %.0f x %.0f px", bounds.size.width, bounds.size.height);
}

static double
luminance (const guint8 *bgra)
{
  double parts[3];

  for (int i = 0; i < 3; i++)
    {
      double c = bgra[i] / 255.0;

      parts[i] = c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
    }
  return 0.0722 * parts[0] + 0.7152 * parts[1] + 0.2126 * parts[2];
}

static double
contrast (double a,
          double b)
{
  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/* Within everything that clips it, in the picture's pixels. */
static gboolean
is_wholly_in_sight (Check           *check,
                    GtkWidget       *widget,
                    graphene_rect_t *ret_bounds)
{
  for (GtkWidget *w = gtk_widget_get_parent (widget); w != NULL; w = gtk_widget_get_parent (w))
    {
      graphene_rect_t bounds;

      if (!gtk_widget_compute_bounds (widget, w, &bounds) || bounds.origin.x < 0 || bounds.origin.y < 0 ||
          bounds.origin.x + bounds.size.width > gtk_widget_get_width (w) ||
          bounds.origin.y + bounds.size.height > gtk_widget_get_height (w))
        return FALSE;
      if (w == check->root)
        return gtk_widget_compute_bounds (widget, check->root, ret_bounds);
    }
  return FALSE;
}

/* The background is the luminance that most pixels have; the text, thin as it is, reaches its own colour
 * somewhere: the farthest from the background. */
static void
check_contrast (Check    *check,
                GtkLabel *label)
{
  const guint8 *pixels = cairo_image_surface_get_data (check->picture);
  int stride = cairo_image_surface_get_stride (check->picture);
  g_autoptr(GHashTable) counts = g_hash_table_new (NULL, NULL);
  graphene_rect_t bounds;
  guint most = 0;
  double background = 0.0, best = 1.0;

  if (*gtk_label_get_text (label) == '\0' || !gtk_widget_is_sensitive (GTK_WIDGET (label)) ||
      !is_wholly_in_sight (check, GTK_WIDGET (label), &bounds))
    return;
  for (int pass = 0; pass < 2; pass++)
    for (int y = (int) ceil (bounds.origin.y); y < (int) (bounds.origin.y + bounds.size.height); y++)
      for (int x = (int) ceil (bounds.origin.x); x < (int) (bounds.origin.x + bounds.size.width); x++)
        {
          const guint8 *pixel = pixels + y * stride + x * 4;

          if (pass == 1)
            best = MAX (best, contrast (luminance (pixel), background));
          else
            {
              gpointer key = GUINT_TO_POINTER ((guint) pixel[0] | (guint) pixel[1] << 8 | (guint) pixel[2] << 16);
              guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

              g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
              if (n > most)
                {
                  most = n;
                  background = luminance (pixel);
                }
            }
        }
  if (best < CONTRAST_MIN)
    complain (check, GTK_WIDGET (label), "\"%s\" has a contrast of %.2f to 1", gtk_label_get_text (label), best);
}

static void
walk (Check     *check,
      GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_width (widget) <= 0)
    return;
  if (GTK_IS_LABEL (widget))
    {
      check_label (check, GTK_LABEL (widget));
      if (check->picture != NULL)
        check_contrast (check, GTK_LABEL (widget));
    }
  else if (GTK_IS_TEXT (widget))
    check_entry (check, GTK_TEXT (widget));
  if (is_target (widget))
    check_target (check, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (check, child);
}

guint
looks_check (GtkWidget       *root,
             cairo_surface_t *picture,
             const char      *state)
{
  Check check = { root, picture, state, 0 };

  walk (&check, root);
  return check.n_faults;
}

cairo_surface_t *
looks_take_picture (GtkWidget *root)
{
  int width = gtk_widget_get_width (root), height = gtk_widget_get_height (root);
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (root);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}
