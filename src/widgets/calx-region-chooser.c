/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-region-chooser.h"

#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-drop-down.h"

typedef struct
{
  CalxView view;
  const CalxRegion *region; /* owned by the body's regions */
  double y;                 /* of its centre: the order */
} Place;

struct _CalxRegionChooser
{
  GtkWidget parent_instance;
  GtkWidget *drop_down;
  CalxBody *body;
  GArray *places; /* Place, in the order of the model, after the prompt */
  char *prompt;
  char *label;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (CalxRegionChooser, calx_region_chooser, GTK_TYPE_WIDGET)

enum
{
  PROP_PROMPT = 1,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint chosen_signal;

static guint
n_prompts (CalxRegionChooser *self)
{
  return self->prompt != NULL ? 1 : 0;
}

/* The name comes first, since searching in a drop-down compares the beginning. */
static char *
describe (const Place *place)
{
  const char *name = g_dgettext (GETTEXT_PACKAGE, place->region->name);
  const char *side = place->region->side == CALX_SIDE_RIGHT  ? _("right")
                     : place->region->side == CALX_SIDE_LEFT ? _("left")
                                                             : NULL;
  gboolean both
      = place->region->in_view[CALX_VIEW_ANTERIOR] && place->region->in_view[CALX_VIEW_POSTERIOR];
  GString *text = g_string_new (name);

  if (side != NULL)
    g_string_append_printf (text, ", %s", side);
  if (both)
    g_string_append_printf (text, " (%s)",
                            place->view == CALX_VIEW_ANTERIOR ? _("front view") : _("back view"));

  return g_string_free (text, FALSE);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;

  if (one->y != other->y)
    return one->y < other->y ? -1 : 1;
  if (one->region->side != other->region->side)
    return one->region->side < other->region->side ? -1 : 1;

  return (int) one->view - (int) other->view;
}

static void
collect_places (CalxRegionChooser *self)
{
  CalxRegions *regions = calx_body_get_regions (self->body);

  for (guint i = 0; i < calx_regions_get_n (regions); i++)
    for (int view = 0; view < CALX_N_VIEWS; view++)
      {
        Place place = { .view = view, .region = calx_regions_get (regions, i) };
        double x;

        if (!calx_body_get_region_centre (self->body, view, place.region, &x, &place.y))
          continue;
        /* right and left of one region must stay together: coarser than their difference */
        place.y = (int) (place.y * 1000 + 0.5);
        g_array_append_val (self->places, place);
      }
  g_array_sort (self->places, compare_places);
}

void
calx_region_chooser_set_body (CalxRegionChooser *self, CalxBody *body)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  CalxView view = CALX_VIEW_ANTERIOR;
  const CalxRegion *region;

  g_return_if_fail (CALX_IS_REGION_CHOOSER (self));

  if (self->body == body)
    return;

  region = calx_region_chooser_get_selected (self, &view);
  g_clear_pointer (&self->body, calx_body_unref);
  self->body = body != NULL ? calx_body_ref (body) : NULL;

  g_array_set_size (self->places, 0);
  if (body != NULL)
    collect_places (self);
  if (self->prompt != NULL)
    gtk_string_list_append (names, self->prompt);
  for (guint i = 0; i < self->places->len; i++)
    gtk_string_list_take (names, describe (&g_array_index (self->places, Place, i)));

  self->setting = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (names));
  self->setting = FALSE;
  calx_region_chooser_set_selected (self, view, region);
}

void
calx_region_chooser_set_selected (CalxRegionChooser *self, CalxView view, const CalxRegion *region)
{
  guint position = self->prompt != NULL ? 0 : GTK_INVALID_LIST_POSITION;

  g_return_if_fail (CALX_IS_REGION_CHOOSER (self));

  for (guint i = 0; region != NULL && i < self->places->len; i++)
    {
      Place *place = &g_array_index (self->places, Place, i);

      if (place->view == view && g_str_equal (place->region->id, region->id))
        position = i + n_prompts (self);
    }
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down)) == position)
    return;

  self->setting = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), position);
  self->setting = FALSE;
}

const CalxRegion *
calx_region_chooser_get_selected (CalxRegionChooser *self, CalxView *ret_view)
{
  guint position;
  Place *place;

  g_return_val_if_fail (CALX_IS_REGION_CHOOSER (self), NULL);

  position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));
  if (position == GTK_INVALID_LIST_POSITION || position < n_prompts (self)
      || position - n_prompts (self) >= self->places->len)
    return NULL;

  place = &g_array_index (self->places, Place, position - n_prompts (self));
  *ret_view = place->view;
  return place->region;
}

static void
on_selected (CalxRegionChooser *self)
{
  if (!self->setting)
    g_signal_emit (self, chosen_signal, 0);
}

static void
calx_region_chooser_get_property (GObject *object,
                                  guint property_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  CalxRegionChooser *self = CALX_REGION_CHOOSER (object);

  switch (property_id)
    {
    case PROP_PROMPT:
      g_value_set_string (value, self->prompt);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
calx_region_chooser_set_property (GObject *object,
                                  guint property_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  CalxRegionChooser *self = CALX_REGION_CHOOSER (object);

  switch (property_id)
    {
    case PROP_PROMPT:
      self->prompt = g_value_dup_string (value);
      break;
    case PROP_LABEL:
      g_free (self->label);
      self->label = g_value_dup_string (value);
      if (self->label != NULL)
        {
          gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          self->label, -1);
          calx_accessible_set_name (self->drop_down, self->label);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
calx_region_chooser_dispose (GObject *object)
{
  CalxRegionChooser *self = CALX_REGION_CHOOSER (object);

  g_clear_pointer (&self->drop_down, gtk_widget_unparent);

  G_OBJECT_CLASS (calx_region_chooser_parent_class)->dispose (object);
}

static void
calx_region_chooser_finalize (GObject *object)
{
  CalxRegionChooser *self = CALX_REGION_CHOOSER (object);

  g_clear_pointer (&self->body, calx_body_unref);
  g_array_unref (self->places);
  g_free (self->prompt);
  g_free (self->label);

  G_OBJECT_CLASS (calx_region_chooser_parent_class)->finalize (object);
}

static gboolean
calx_region_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CALX_REGION_CHOOSER (widget)->drop_down);
}

static void
calx_region_chooser_class_init (CalxRegionChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = calx_region_chooser_get_property;
  object_class->set_property = calx_region_chooser_set_property;
  object_class->dispose = calx_region_chooser_dispose;
  object_class->finalize = calx_region_chooser_finalize;
  widget_class->grab_focus = calx_region_chooser_grab_focus;

  properties[PROP_PROMPT]
      = g_param_spec_string ("prompt", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL]
      = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_region_chooser_init (CalxRegionChooser *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->drop_down = calx_drop_down_new ();
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->drop_down), TRUE);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self);
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
}
