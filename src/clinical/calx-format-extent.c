/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "calx-format-extent.h"

#include <math.h>

/* Of areas below 1 cm² two decimals are shown. */
static int
get_decimals (double cm2)
{
  return cm2 != 0.0 && fabs (cm2) < 1.0 ? 2 : 1;
}

char *
calx_format_area (double mm2)
{
  double cm2 = calx_area_round_cm2 (mm2);

  return g_strdup_printf ("%.*f cm²", get_decimals (cm2), cm2);
}

char *
calx_format_surface_share (double mm2,
                           double surface_mm2)
{
  double percent = mm2 / surface_mm2 * 100.0;

  g_return_val_if_fail (surface_mm2 > 0.0, NULL);

  if (percent < 0.01)
    return g_strdup_printf (_("below %.2f %%"), 0.01);
  return g_strdup_printf ("%.*f %%", percent < 0.995 ? 2 : 1, percent);
}

static char *
describe_area (double mm2,
               double surface_mm2)
{
  g_autofree char *area = calx_format_area (mm2);
  g_autofree char *share = NULL;

  if (isnan (surface_mm2))
    return g_steal_pointer (&area);
  share = calx_format_surface_share (mm2, surface_mm2);
  /* TRANSLATORS: "4.8 cm², 0.03 % of body surface" */
  return g_strdup_printf (_("%s, %s of body surface"), area, share);
}

char *
calx_format_lesion_area_of (const CalxLesion *lesion,
                            double            surface_mm2)
{
  double mm2;

  g_return_val_if_fail (lesion != NULL, NULL);

  if (!calx_lesion_get_area_mm2 (lesion, &mm2))
    return g_strdup ("");
  return describe_area (mm2, surface_mm2);
}

char *
calx_format_lesion_shape (const CalxLesion *lesion,
                          double            surface_mm2)
{
  g_autofree char *area = calx_format_lesion_area_of (lesion, surface_mm2);
  const char *shape;

  switch (calx_lesion_get_shape (lesion))
    {
    case CALX_LESION_SHAPE_OUTLINE:
      shape = _("Outline");
      break;
    case CALX_LESION_SHAPE_ELLIPSE:
      shape = _("Ellipse");
      break;
    case CALX_LESION_SHAPE_POINT:
    default:
      return g_strdup (_("Point, size not known"));
    }
  if (*area == '\0')
    return g_strdup_printf (_("%s, area not known"), shape);
  return g_strdup_printf (isnan (surface_mm2) ? _("%s, %s; per cent of body surface not known without height and weight")
                                              : "%s, %s",
                          shape, area);
}

char *
calx_format_open_area (const CalxDistribution *distribution,
                       double                  surface_mm2)
{
  GString *text = g_string_new (NULL);
  g_autofree char *area = NULL;

  g_return_val_if_fail (distribution != NULL, NULL);

  if (distribution->n_open == 0)
    return g_string_free (text, FALSE);
  if (distribution->n_size_unknown == distribution->n_open)
    {
      g_string_append (text, _("Open area not known: no lesion has its size entered"));
      return g_string_free (text, FALSE);
    }
  area = describe_area (distribution->area_mm2, surface_mm2);
  g_string_append_printf (text, _("Open area %s"), area);
  if (isnan (surface_mm2))
    g_string_append (text, _("; per cent of body surface not known without height and weight"));
  if (distribution->n_size_unknown > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "; size of %u lesion not known",
                                         "; size of %u lesions not known", distribution->n_size_unknown),
                            distribution->n_size_unknown);
  return g_string_free (text, FALSE);
}

static void
append_count (GString    *text,
              const char *words,
              guint       n)
{
  if (n > 0)
    g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "", n, words);
}

static void
append_area (GString          *text,
             const CalxExtent *extent)
{
  const char *comma = text->len > 0 ? ", " : "";
  double cm2;

  if (calx_extent_get_change_cm2 (extent, &cm2) && fabs (cm2) < 0.005)
    g_string_append_printf (text, "%s%s", comma, _("area unchanged"));
  else if (calx_extent_get_change_cm2 (extent, &cm2))
    /* TRANSLATORS: "area +18.2 cm²" */
    g_string_append_printf (text, _("%sarea %+.*f cm²"), comma, get_decimals (cm2), cm2);
  else if (extent->n_size_unknown > 0)
    g_string_append_printf (text, "%s%s", comma, _("change of area not known"));
  if (extent->n_size_unknown > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, " (%u lesion without a size left out)",
                                         " (%u lesions without a size left out)", extent->n_size_unknown),
                            extent->n_size_unknown);
}

char *
calx_format_extent (const CalxExtent *extent)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (extent != NULL, NULL);

  append_count (text, _("new"), extent->n[CALX_CHANGE_NEW]);
  append_count (text, _("healed"), extent->n[CALX_CHANGE_HEALED]);
  append_count (text, _("grown"), extent->n[CALX_CHANGE_GROWN]);
  append_count (text, _("shrunk"), extent->n[CALX_CHANGE_SHRUNK]);
  append_count (text, _("no longer recorded"), extent->n[CALX_CHANGE_REMOVED]);
  if (extent->n_open_before == 0 && extent->n_open_after == 0 && text->len == 0)
    {
      g_string_append (text, _("No open lesion in either session"));
      return g_string_free (text, FALSE);
    }
  if (extent->n[CALX_CHANGE_NEW] + extent->n[CALX_CHANGE_HEALED] == 0)
    g_string_prepend (text, text->len > 0 ? _("None new or healed, ") : _("None new or healed"));
  append_area (text, extent);
  append_count (text, _("not looked at"), extent->n_not_seen);
  return g_string_free (text, FALSE);
}

/* "2.4 to 2.7 cm²" */
static char *
describe_both_areas (const CalxLesionChange *change)
{
  double before = calx_area_round_cm2 (change->before_area_mm2);
  double after = calx_area_round_cm2 (change->after_area_mm2);

  return g_strdup_printf (_("%.*f to %.*f cm²"), get_decimals (before), before, get_decimals (after), after);
}

char *
calx_format_lesion_change (const CalxLesionChange *change)
{
  g_autofree char *areas = NULL;

  g_return_val_if_fail (change != NULL, NULL);

  switch (change->kind)
    {
    case CALX_CHANGE_NEW:
      areas = isnan (change->after_area_mm2) ? g_strdup (_("size not known")) : calx_format_area (change->after_area_mm2);
      return g_strdup_printf (_("new, %s"), areas);
    case CALX_CHANGE_GROWN:
      areas = describe_both_areas (change);
      return g_strdup_printf (_("grown, %s"), areas);
    case CALX_CHANGE_SHRUNK:
      areas = describe_both_areas (change);
      return g_strdup_printf (_("shrunk, %s"), areas);
    case CALX_CHANGE_SAME_SIZE:
      areas = calx_format_area (change->after_area_mm2);
      return g_strdup_printf (change->is_look ? _("same size, %s") : _("not looked at, as before %s"), areas);
    case CALX_CHANGE_SIZE_UNKNOWN:
      return g_strdup (_("change of size not known"));
    case CALX_CHANGE_HEALED:
      return g_strdup (_("healed"));
    case CALX_CHANGE_WAS_HEALED:
      return g_strdup (_("healed before"));
    case CALX_CHANGE_REMOVED:
    default:
      return g_strdup (_("no longer recorded"));
    }
}

char *
calx_format_overlap (const CalxExtent *extent,
                     CalxRegions      *regions)
{
  double overlap;

  g_return_val_if_fail (extent != NULL, NULL);

  if (!calx_extent_get_overlap (extent, regions, &overlap))
    return g_strdup ("");
  return g_strdup_printf (_("overlap of the regions affected %.2f"), overlap);
}

char *
calx_format_lesion_import (const CalxLesionImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  return g_strdup_printf (_("Lesions: %u new, %u changed, %u the same. Sessions: %u new, %u corrected, %u left as they are."),
                          import->n_lesions_new, import->n_lesions_changed, import->n_lesions_same,
                          import->n_sessions_new, import->n_sessions_changed, import->n_sessions_unchanged);
}
