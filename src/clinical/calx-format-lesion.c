/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "calx-format.h"

const char *
calx_format_site_class (CalxSiteClass site_class)
{
  switch (site_class)
    {
    case CALX_CLASS_GENITAL:
      return _("genital");
    case CALX_CLASS_CENTRAL:
      return _("central");
    case CALX_CLASS_PERIPHERAL:
      return _("peripheral");
    case CALX_CLASS_ACRAL:
      return _("acral");
    case CALX_CLASS_HEAD_NECK:
    default:
      return _("head or neck (not classified)");
    }
}

const char *
calx_format_lesion_type (CalxLesionType type)
{
  switch (type)
    {
    case CALX_LESION_TYPE_PAPULE:
      return _("Papule");
    case CALX_LESION_TYPE_PLAQUE:
      return _("Plaque");
    case CALX_LESION_TYPE_NODULE:
      return _("Nodule");
    case CALX_LESION_TYPE_SUBCUTANEOUS_NODULE:
      return _("Subcutaneous nodule");
    case CALX_LESION_TYPE_INDURATION:
      return _("Induration");
    case CALX_LESION_TYPE_LIVEDO:
      return _("Livedo");
    case CALX_LESION_TYPE_RETIFORM_PURPURA:
      return _("Retiform purpura");
    case CALX_LESION_TYPE_ULCER:
      return _("Ulcer");
    case CALX_LESION_TYPE_ESCHAR:
      return _("Eschar or gangrene");
    case CALX_LESION_TYPE_CHALKY_DISCHARGE:
      return _("Chalky discharge");
    case CALX_LESION_TYPE_UNKNOWN:
    default:
      return _("Type not known");
    }
}

const char *
calx_format_diagnosis (CalxDiagnosis diagnosis)
{
  switch (diagnosis)
    {
    case CALX_DIAGNOSIS_CALCIPHYLAXIS:
      return _("Calciphylaxis");
    case CALX_DIAGNOSIS_OTHER:
      return _("Another diagnosis");
    case CALX_DIAGNOSIS_NOT_STATED:
    default:
      return _("Not stated");
    }
}

char *
calx_format_region (const CalxRegion *region)
{
  const char *name;

  g_return_val_if_fail (region != NULL, NULL);

  name = g_dgettext (GETTEXT_PACKAGE, region->name);
  switch (region->side)
    {
    case CALX_SIDE_RIGHT:
    case CALX_SIDE_LEFT:
      {
        g_autofree char *first = g_utf8_substring (name, 0, g_utf8_strlen (name, -1) > 0 ? 1 : 0);
        g_autofree char *lower = g_utf8_strdown (first, -1);
        const char *rest = *name == '\0' ? name : g_utf8_next_char (name);

        /* TRANSLATORS: a region of the body on the patient's right or left: "Right calf" */
        return region->side == CALX_SIDE_RIGHT ? g_strdup_printf (_("Right %s%s"), lower, rest)
                                               : g_strdup_printf (_("Left %s%s"), lower, rest);
      }
    case CALX_SIDE_MIDLINE:
    default:
      return g_strdup (name);
    }
}

char *
calx_format_lesion_size (const CalxLesion *lesion)
{
  g_return_val_if_fail (lesion != NULL, NULL);

  if (lesion->length_mm > CALX_SIZE_UNKNOWN_MM && lesion->width_mm > CALX_SIZE_UNKNOWN_MM)
    return g_strdup_printf ("%g x %g mm", lesion->length_mm, lesion->width_mm);
  if (lesion->length_mm > CALX_SIZE_UNKNOWN_MM)
    return g_strdup_printf ("%g mm", lesion->length_mm);
  if (lesion->width_mm > CALX_SIZE_UNKNOWN_MM)
    return g_strdup_printf ("%g mm", lesion->width_mm);
  return g_strdup (_("Not known"));
}

char *
calx_format_lesion_as_of (const CalxLesion *lesion,
                          CalxDate          date)
{
  g_autofree char *seen = NULL;

  g_return_val_if_fail (lesion != NULL, NULL);

  if (!calx_date_is_known (lesion->seen) || calx_date_compare (lesion->seen, date) == 0)
    return g_strdup ("");
  seen = calx_format_date (lesion->seen);
  /* TRANSLATORS: what is said of a lesion was seen on an earlier day: "as of 08-Dec-2025" */
  return g_strdup_printf (_("as of %s"), seen);
}

char *
calx_format_distribution (const CalxDistribution *distribution)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (distribution != NULL, NULL);

  if (distribution->n_open == 0)
    return g_strdup (_("No open lesion on the map"));
  for (int i = 0; i < CALX_N_SITE_CLASSES; i++)
    if (distribution->n_in_class[i] > 0)
      g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "",
                              distribution->n_in_class[i],
                              calx_format_site_class ((CalxSiteClass) i));
  if (distribution->mixed)
    g_string_append_printf (text, ": %s", _("mixed"));
  return g_strdup (text->str);
}
