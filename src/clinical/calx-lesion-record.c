/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-record.h"

void
calx_lesion_record_free (CalxLesionRecord *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lesion, calx_lesion_unref);
  g_free (self);
}

static void
add (GPtrArray   *records,
     CalxSession *session,
     const char  *lesion_uuid)
{
  CalxLesion *lesion = calx_session_find_lesion (session, lesion_uuid);
  CalxLesionRecord *record;

  if (lesion == NULL)
    return;
  record = g_new (CalxLesionRecord, 1);
  record->date = calx_session_get_date (session);
  record->lesion = calx_lesion_ref (lesion);
  record->is_look = calx_session_has_seen (session, lesion);
  g_ptr_array_add (records, record);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const CalxLesionRecord *const *left = a;
  const CalxLesionRecord *const *right = b;

  return calx_date_compare ((*right)->date, (*left)->date);
}

GPtrArray *
calx_lesion_records_new (CalxSession *shown,
                         GPtrArray   *sessions,
                         const char  *lesion_uuid)
{
  GPtrArray *records;

  g_return_val_if_fail (shown != NULL, NULL);
  g_return_val_if_fail (lesion_uuid != NULL, NULL);

  records = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_record_free);
  /* The sort keeps the order of equals: the one shown stays before another one of its day. */
  add (records, shown, lesion_uuid);
  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      CalxSession *session = g_ptr_array_index (sessions, i);

      if (!g_str_equal (calx_session_get_uuid (session), calx_session_get_uuid (shown)) &&
          calx_date_compare (calx_session_get_date (session), calx_session_get_date (shown)) <= 0)
        add (records, session, lesion_uuid);
    }
  g_ptr_array_sort (records, compare_newest_first);
  return records;
}

const CalxLesionRecord *
calx_lesion_records_get_before (GPtrArray *records,
                                guint      index)
{
  g_return_val_if_fail (records != NULL, NULL);

  for (guint i = index + 1; i < records->len; i++)
    {
      const CalxLesionRecord *record = g_ptr_array_index (records, i);

      if (record->is_look)
        return record;
    }
  return NULL;
}
