/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-sources-load.h"

struct _CalxSources
{
  gatomicrefcount ref_count;
  GArray         *sources; /* CalxSource */
};

static void
clear_source (gpointer data)
{
  CalxSource *source = data;

  g_free (source->id);
  g_free (source->cite);
  g_free (source->read);
  g_free (source->n);
  g_free (source->population);
  g_free (source->limits);
  g_free (source->pmid);
  g_free (source->pmcid);
  g_free (source->doi);
  g_free (source->identifier);
}

static void
load_source (CalxSources *self,
             CalxReader  *reader,
             JsonObject  *sources,
             const char  *name,
             const char  *id)
{
  g_autofree char *path = g_strdup_printf ("%s: sources.%s", name, id);
  g_autoptr(JsonObject) object = calx_reader_as_object (reader, json_object_get_member (sources, id),
                                                        path);
  CalxSource source = {
    .id = g_strdup (id),
    .cite = g_strdup (calx_reader_string (reader, object, path, "cite")),
    .read = g_strdup (calx_reader_string (reader, object, path, "read")),
    .n = g_strdup (calx_reader_text (reader, object, path, "n")),
    .population = g_strdup (calx_reader_text (reader, object, path, "population")),
    .limits = g_strdup (calx_reader_text (reader, object, path, "limits")),
    .pmid = g_strdup (calx_reader_text (reader, object, path, "pmid")),
    .pmcid = g_strdup (calx_reader_text (reader, object, path, "pmcid")),
    .doi = g_strdup (calx_reader_text (reader, object, path, "doi")),
    .identifier = g_strdup (calx_reader_text (reader, object, path, "identifier")),
  };

  g_array_append_val (self->sources, source);
}

CalxSources *
calx_sources_load (CalxReader *reader,
                   JsonObject *root,
                   const char *name)
{
  g_autofree char *top = g_strconcat (name, ":", NULL);
  g_autoptr(JsonObject) sources = calx_reader_object (reader, root, top, "sources");
  g_autoptr(GList) ids = json_object_get_members (sources);
  CalxSources *self = g_new0 (CalxSources, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->sources = g_array_new (FALSE, FALSE, sizeof (CalxSource));
  g_array_set_clear_func (self->sources, clear_source);
  for (GList *l = ids; l != NULL && reader->error == NULL; l = l->next)
    load_source (self, reader, sources, name, l->data);
  return self;
}

CalxSources *
calx_sources_new (GBytes      *json,
                  const char  *name,
                  GError     **error)
{
  CalxReader reader = { NULL };
  g_autoptr(JsonObject) root = NULL;
  g_autoptr(CalxSources) self = NULL;

  g_return_val_if_fail (json != NULL && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  root = calx_reader_open (&reader, json, name, "calx-sources/1");
  self = calx_sources_load (&reader, root, name);
  if (reader.error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, reader.error);
  return NULL;
}

CalxSources *
calx_sources_ref (CalxSources *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
calx_sources_unref (CalxSources *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->sources);
  g_free (self);
}

guint
calx_sources_get_n (CalxSources *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sources->len;
}

const CalxSource *
calx_sources_get (CalxSources *self,
                  guint        index)
{
  g_return_val_if_fail (self != NULL && index < self->sources->len, NULL);

  return &g_array_index (self->sources, CalxSource, index);
}

const CalxSource *
calx_sources_find (CalxSources *self,
                   const char  *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->sources->len; i++)
    if (g_str_equal (g_array_index (self->sources, CalxSource, i).id, id))
      return &g_array_index (self->sources, CalxSource, i);
  return NULL;
}
