/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-entry.h"

#include <glib/gi18n-lib.h>

#include "calx-finding.h"
#include "calx-format.h"
#include "calx-lesion.h"

gboolean
calx_lesion_entry_read_size (const char *text, double *ret_mm, char **ret_message)
{
  double mm;

  if (*text == '\0')
    {
      *ret_mm = CALX_SIZE_UNKNOWN_MM;
      return TRUE;
    }
  if (!calx_number_parse (text, &mm))
    *ret_message
        = g_strdup_printf (_("“%s” is not a number of millimetres. Write 12 or 12.5."), text);
  else if (mm <= 0)
    *ret_message
        = g_strdup (_("A size is more than 0 mm. Leave the field empty where it is not known."));
  else if (mm > CALX_LESION_MAX_SIZE_MM)
    *ret_message = g_strdup_printf (_("%s mm is more than a metre. Is it in millimetres?"), text);
  else
    {
      *ret_mm = mm;
      return TRUE;
    }
  return FALSE;
}

gboolean
calx_lesion_entry_read_angle (const char *text, double *ret_deg, char **ret_message)
{
  double degrees = 0.0;

  if (*text != '\0' && (!calx_number_parse (text, &degrees) || degrees < 0.0 || degrees > 180.0))
    {
      *ret_message = g_strdup_printf (_("“%s” is not an angle from 0 to 180 degrees."), text);
      return FALSE;
    }
  *ret_deg = degrees == 180.0 ? 0.0 : degrees;
  return TRUE;
}

gboolean
calx_lesion_entry_read_onset (const char *text,
                              CalxDate session_date,
                              CalxDate *ret_onset,
                              char **ret_message)
{
  CalxDate onset;

  if (!calx_date_parse (text, &onset))
    {
      *ret_message
          = g_strdup_printf (_("“%s” is not a date. Write 2025, 2025-12 or 2025-12-31."), text);
      return FALSE;
    }
  if (calx_date_is_known (onset) && calx_date_is_day (session_date)
      && calx_date_compare (calx_date_earliest (onset), session_date) > 0)
    {
      g_autofree char *session = calx_format_date (session_date);

      *ret_message = g_strdup_printf (_("That is after this session (%s)."), session);
      return FALSE;
    }
  *ret_onset = onset;
  return TRUE;
}

void
calx_lesion_entry_say (GtkWidget *entry, GtkWidget *label, const char *css_class, char *message)
{
  const char *classes[] = { "error", "warning" };
  g_autofree char *owned = message;

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      gtk_widget_remove_css_class (entry, classes[i]);
      gtk_widget_remove_css_class (label, classes[i]);
    }
  gtk_widget_set_visible (label, owned != NULL);
  gtk_label_set_label (GTK_LABEL (label), owned != NULL ? owned : "");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               owned != NULL && g_str_equal (css_class, "error")
                                   ? GTK_ACCESSIBLE_INVALID_TRUE
                                   : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  owned != NULL ? owned : "", -1);
  if (owned != NULL)
    {
      gtk_widget_add_css_class (entry, css_class);
      gtk_widget_add_css_class (label, css_class);
    }
}
