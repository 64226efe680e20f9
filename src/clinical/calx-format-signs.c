/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "calx-format-extent.h"
#include "calx-format.h"

#include <math.h>

const char *
calx_format_lesion_sign (CalxLesionSign sign)
{
  switch (sign)
    {
    case CALX_LESION_SIGN_GRITTY:
      return _("Gritty matter, yellow-white");
    case CALX_LESION_SIGN_CHALKY:
      return _("Chalky discharge");
    case CALX_LESION_SIGN_INFECTED:
      return _("Infected");
    case CALX_LESION_SIGN_TEMPO:
      return _("Tempo");
    case CALX_LESION_SIGN_COLOUR:
      return _("Colour");
    case CALX_LESION_SIGN_CONSISTENCY:
      return _("Consistency");
    case CALX_LESION_SIGN_EXTENT:
    default:
      return _("Extent");
    }
}

const char *
calx_format_lesion_sign_value (CalxLesionSign sign,
                               guint          value)
{
  static const char *const ternary[] = { N_("Not known"), N_("No"), N_("Yes") };
  static const char *const tempo[] = { N_("Not known"), N_("Gradual"), N_("Rapid") };
  static const char *const colour[] = { N_("Not known"), N_("Whitish"), N_("Yellowish"), N_("Skin-coloured"),
                                        N_("Another colour") };
  static const char *const consistency[] = { N_("Not known"), N_("Firm"), N_("Hard"), N_("Neither firm nor hard") };
  static const char *const extent[] = { N_("Not known"), N_("Localized"), N_("Circumscripta (around joints, limbs)"),
                                        N_("Universalis (diffuse, sheet-like)") };

  g_return_val_if_fail (value < calx_lesion_sign_get_n_values (sign), "");

  switch (sign)
    {
    case CALX_LESION_SIGN_TEMPO:
      return _(tempo[value]);
    case CALX_LESION_SIGN_COLOUR:
      return _(colour[value]);
    case CALX_LESION_SIGN_CONSISTENCY:
      return _(consistency[value]);
    case CALX_LESION_SIGN_EXTENT:
      return _(extent[value]);
    case CALX_LESION_SIGN_GRITTY:
    case CALX_LESION_SIGN_CHALKY:
    case CALX_LESION_SIGN_INFECTED:
    default:
      return _(ternary[value]);
    }
}

static const char *
describe_unknown (CalxLesionSign sign)
{
  switch (sign)
    {
    case CALX_LESION_SIGN_GRITTY:
      return _("gritty matter not known");
    case CALX_LESION_SIGN_CHALKY:
      return _("chalky discharge not known");
    case CALX_LESION_SIGN_INFECTED:
      return _("infection not known");
    case CALX_LESION_SIGN_TEMPO:
      return _("tempo not known");
    case CALX_LESION_SIGN_COLOUR:
      return _("colour not known");
    case CALX_LESION_SIGN_CONSISTENCY:
      return _("consistency not known");
    case CALX_LESION_SIGN_EXTENT:
    default:
      return _("extent not known");
    }
}

/* As one of several, in the middle of a line. */
static const char *
describe_sign (CalxLesionSign sign,
               guint          value)
{
  switch (sign)
    {
    case CALX_LESION_SIGN_GRITTY:
      return value == CALX_TERNARY_YES ? _("gritty matter") : _("no gritty matter");
    case CALX_LESION_SIGN_CHALKY:
      return value == CALX_TERNARY_YES ? _("chalky discharge") : _("no chalky discharge");
    case CALX_LESION_SIGN_INFECTED:
      return value == CALX_TERNARY_YES ? _("infected") : _("not infected");
    case CALX_LESION_SIGN_TEMPO:
      return value == CALX_LESION_TEMPO_RAPID ? _("rapid") : _("gradual");
    case CALX_LESION_SIGN_COLOUR:
      return value == CALX_LESION_COLOUR_WHITISH     ? _("whitish")
             : value == CALX_LESION_COLOUR_YELLOWISH ? _("yellowish")
             : value == CALX_LESION_COLOUR_SKIN      ? _("skin-coloured")
                                                     : _("of another colour");
    case CALX_LESION_SIGN_CONSISTENCY:
      return value == CALX_LESION_CONSISTENCY_FIRM   ? _("firm")
             : value == CALX_LESION_CONSISTENCY_HARD ? _("hard")
                                                     : _("neither firm nor hard");
    case CALX_LESION_SIGN_EXTENT:
    default:
      return value == CALX_LESION_EXTENT_LOCALIZED       ? _("localized")
             : value == CALX_LESION_EXTENT_CIRCUMSCRIPTA ? _("circumscripta")
                                                         : _("universalis, sheet-like");
    }
}

char *
calx_format_lesion_sign_of (const CalxLesion *lesion,
                            CalxLesionSign    sign)
{
  guint value;

  g_return_val_if_fail (lesion != NULL, NULL);

  value = calx_lesion_get_sign (lesion, sign);
  return g_strdup (value == 0 ? describe_unknown (sign) : describe_sign (sign, value));
}

char *
calx_format_lesion_signs (const CalxLesion *lesion)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (lesion != NULL, NULL);

  for (guint sign = 0; sign < CALX_N_LESION_SIGNS; sign++)
    if (lesion->signs[sign] != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              describe_sign (sign, lesion->signs[sign]));
  return g_string_free (text, FALSE);
}

char *
calx_format_bwat (const CalxLesion *lesion)
{
  guint n;
  int total;

  g_return_val_if_fail (lesion != NULL, NULL);

  n = calx_bwat_count (lesion);
  if (calx_bwat_total (lesion, &total))
    return g_strdup_printf ("%d", total);
  if (n == 0)
    return g_strdup ("");
  /* TRANSLATORS: of the items of an instrument: "3 of 8 scored" */
  return g_strdup_printf (_("%u of %d scored"), n, CALX_N_BWAT_ITEMS);
}

/* "6.2 cm² (-1.0)" */
static char *
since (const char *value,
       double      change,
       int         decimals)
{
  double half = 0.5 * pow (10.0, -decimals);

  if (change > -half && change < half)
    return g_strdup_printf (_("%s (no change)"), value);
  return g_strdup_printf ("%s (%+.*f)", value, decimals, change);
}

char *
calx_format_area_since (const CalxLesion *lesion,
                        const CalxLesion *before)
{
  g_autofree char *area = NULL;
  double mm2;
  double mm2_before;
  double cm2;
  double cm2_before;

  g_return_val_if_fail (lesion != NULL, NULL);

  if (!calx_lesion_get_area_mm2 (lesion, &mm2))
    return calx_format_lesion_size (lesion);
  area = calx_format_area (mm2);
  if (before == NULL || !calx_lesion_get_area_mm2 (before, &mm2_before))
    return g_steal_pointer (&area);
  cm2 = calx_area_round_cm2 (mm2);
  cm2_before = calx_area_round_cm2 (mm2_before);
  return since (area, cm2 - cm2_before, MIN (cm2, cm2_before) < 1.0 ? 2 : 1);
}

char *
calx_format_pain_since (const CalxLesion *lesion,
                        const CalxLesion *before)
{
  g_autofree char *pain = NULL;

  g_return_val_if_fail (lesion != NULL, NULL);

  if (lesion->pain == CALX_PAIN_UNKNOWN)
    return g_strdup (_("Not known"));
  pain = g_strdup_printf ("%d", lesion->pain);
  if (before == NULL || before->pain == CALX_PAIN_UNKNOWN)
    return g_steal_pointer (&pain);
  return since (pain, lesion->pain - before->pain, 0);
}

char *
calx_format_bwat_since (const CalxLesion *lesion,
                        const CalxLesion *before)
{
  g_autofree char *text = calx_format_bwat (lesion);
  int total;
  int total_before;

  if (*text == '\0')
    return g_strdup (_("Not scored"));
  if (before == NULL || !calx_bwat_total (lesion, &total) || !calx_bwat_total (before, &total_before))
    return g_steal_pointer (&text);
  return since (text, total - total_before, 0);
}
