/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-csv-private.h"

#include <math.h>
#include <string.h>

/* As many decimal digits as an unsigned integer of 64 bits always holds. */
#define MAX_DIGITS 19
/* The last power of ten that a long double holds exactly. */
#define MAX_DECIMALS 27

/* A fraction times a stature is a product that a double cannot hold, so it is written, and read, with the digits
 * of a long double: whole numbers of a power of ten, which know no locale. */
static double
to_fraction (guint64 digits,
             int     decimals,
             double  stature_mm)
{
  long double power = 1.0L;

  for (int i = 0; i < decimals; i++)
    power *= 10.0L;
  return (double) ((long double) digits / (power * (long double) stature_mm));
}

static char *
write_digits (gboolean negative,
              guint64  digits,
              int      decimals)
{
  g_autofree char *text = g_strdup_printf ("%0*" G_GINT64_MODIFIER "u", decimals + 1, digits);
  gsize whole = strlen (text) - decimals;

  return g_strdup_printf ("%s%.*s%s%s", negative ? "-" : "", (int) whole, text, decimals > 0 ? "." : "", text + whole);
}

char *
calx_fraction_to_mm (double fraction,
                     double stature_mm)
{
  long double mm = fabsl ((long double) fraction * (long double) stature_mm);
  gboolean negative = fraction < 0.0;
  long double scaled = mm;
  guint64 digits = 0;
  int decimals = 0;

  g_return_val_if_fail (isfinite (fraction) && stature_mm > 0.0, NULL);

  for (int i = 0; i <= MAX_DECIMALS && scaled < 1e18L; i++, scaled *= 10.0L)
    {
      decimals = i;
      digits = (guint64) floorl (scaled + 0.5L);
      if (to_fraction (digits, decimals, stature_mm) == fabs (fraction))
        break;
    }
  return write_digits (negative && digits > 0, digits, decimals);
}

gboolean
calx_fraction_from_mm (const char *text,
                       double      stature_mm,
                       double     *ret_fraction)
{
  gboolean negative = *text == '-';
  gboolean in_decimals = FALSE;
  guint64 digits = 0;
  int n_digits = 0;
  int n_read = 0;
  int decimals = 0;
  double fraction;

  for (const char *p = text + (*text == '-' || *text == '+'); *p != '\0'; p++)
    {
      if ((*p == '.' || *p == ',') && !in_decimals)
        {
          in_decimals = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        return FALSE;
      n_read++;
      if (n_digits == MAX_DIGITS || decimals == MAX_DECIMALS)
        {
          if (!in_decimals)
            return FALSE;
          continue; /* finer than any fraction */
        }
      digits = digits * 10 + (guint64) g_ascii_digit_value (*p);
      n_digits += digits > 0;
      decimals += in_decimals;
    }
  if (n_read == 0)
    return FALSE;
  fraction = to_fraction (digits, decimals, stature_mm);
  *ret_fraction = negative && fraction > 0.0 ? -fraction : fraction;
  return TRUE;
}
