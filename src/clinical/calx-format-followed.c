/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-format-followed.h"

#include <glib/gi18n-lib.h>

#include "calx-format.h"

/* More would be a chart. */
#define N_MOST 4

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  CalxSession *const *left = a;
  CalxSession *const *right = b;

  return calx_date_compare (calx_session_get_date (*right), calx_session_get_date (*left));
}

static gboolean
is_entered (CalxSession     *session,
            const CalxInput *input)
{
  const CalxFinding *finding = calx_findings_get (calx_session_get_findings (session), input->index);

  return finding->state != CALX_FINDING_UNKNOWN && finding->carried_from == NULL;
}

/* Of CalxSession, borrowed, in which @input was entered. */
static GPtrArray *
list_sessions (const CalxInput *input,
               CalxSession     *shown,
               GPtrArray       *sessions)
{
  GPtrArray *list = g_ptr_array_new ();

  if (is_entered (shown, input))
    g_ptr_array_add (list, shown);
  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      CalxSession *session = g_ptr_array_index (sessions, i);

      if (!g_str_equal (calx_session_get_uuid (session), calx_session_get_uuid (shown)) &&
          calx_date_compare (calx_session_get_date (session), calx_session_get_date (shown)) <= 0 &&
          is_entered (session, input))
        g_ptr_array_add (list, session);
    }
  g_ptr_array_sort (list, compare_newest_first);
  return list;
}

char *
calx_format_followed (const CalxInput *input,
                      CalxSession     *shown,
                      GPtrArray       *sessions)
{
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (input != NULL && shown != NULL, NULL);

  list = list_sessions (input, shown, sessions);
  if (list->len == 0)
    return NULL;
  text = g_string_new (_(input->label));
  for (guint i = 0; i < MIN (list->len, N_MOST); i++)
    {
      CalxSession *session = g_ptr_array_index (list, i);
      g_autofree char *value
        = calx_format_finding (calx_findings_get (calx_session_get_findings (session), input->index), input);
      g_autofree char *date = calx_format_date (calx_session_get_date (session));

      g_string_append (text, i == 0 ? ": " : "; ");
      if (session == shown)
        g_string_append (text, value);
      else
        /* TRANSLATORS: a date and a value: "on 28-Sep-2026: 40" */
        g_string_append_printf (text, _("on %s: %s"), date, value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
