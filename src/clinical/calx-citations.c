/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-citations.h"

struct _CalxCitations
{
  CalxSources *sources;
  GPtrArray   *ids;   /* char *, by number */
  GPtrArray   *cites; /* char *, likewise */
};

CalxCitations *
calx_citations_new (CalxSources          *sources,
                    const CalxAssessment *assessment)
{
  CalxCitations *self;

  g_return_val_if_fail (sources != NULL, NULL);

  self = g_new0 (CalxCitations, 1);
  self->sources = calx_sources_ref (sources);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->cites = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; assessment != NULL && i < assessment->source_ids->len; i++)
    {
      g_ptr_array_add (self->ids, g_strdup (assessment->source_ids->pdata[i]));
      g_ptr_array_add (self->cites, g_strdup (assessment->source_cites->pdata[i]));
    }
  return self;
}

void
calx_citations_free (CalxCitations *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->cites);
  g_ptr_array_unref (self->ids);
  calx_sources_unref (self->sources);
  g_free (self);
}

/* From 1; 0: no source is called so. */
static guint
find_number (CalxCitations *self,
             const char    *id)
{
  const CalxSource *source;

  for (guint i = 0; i < self->ids->len; i++)
    if (g_str_equal (self->ids->pdata[i], id))
      return i + 1;
  source = calx_sources_find (self->sources, id);
  if (source == NULL)
    return 0;
  g_ptr_array_add (self->ids, g_strdup (id));
  g_ptr_array_add (self->cites, g_strdup (source->cite));
  return self->ids->len;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

char *
calx_citations_number (CalxCitations *self,
                       char *const   *source_ids)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; source_ids != NULL && source_ids[i] != NULL; i++)
    {
      guint number = find_number (self, source_ids[i]);

      if (number > 0)
        g_array_append_val (numbers, number);
    }
  g_array_sort (numbers, compare_numbers);
  text = g_string_new (NULL);
  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? ", " : "", g_array_index (numbers, guint, i));
  return g_string_free (text, FALSE);
}

guint
calx_citations_get_n (const CalxCitations *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->ids->len;
}

const char *
calx_citations_get_cite (const CalxCitations *self,
                         guint                index)
{
  g_return_val_if_fail (self != NULL && index < self->cites->len, NULL);

  return self->cites->pdata[index];
}
