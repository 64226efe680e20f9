/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-instruments.h"

#include "calx-json.h"
#include "calx-lesion.h"
#include "calx-reader.h"

struct _CalxInstruments
{
  GPtrArray      *instruments; /* of CalxInstrument */
  CalxSources    *sources;
};

static void
item_free (gpointer data)
{
  CalxInstrumentItem *item = data;

  g_free (item->id);
  g_free (item->label);
  g_free (item);
}

static void
fact_free (gpointer data)
{
  CalxInstrumentFact *fact = data;

  g_free (fact->text);
  g_strfreev (fact->sources);
  g_free (fact);
}

static void
instrument_free (gpointer data)
{
  CalxInstrument *instrument = data;

  g_free (instrument->id);
  g_free (instrument->label);
  g_free (instrument->text);
  g_free (instrument->caution);
  g_free (instrument->input_id);
  g_ptr_array_unref (instrument->items);
  g_ptr_array_unref (instrument->facts);
  g_strfreev (instrument->sources);
  g_free (instrument);
}

static char **
load_sources (CalxInstruments *instruments,
              CalxReader      *reader,
              JsonObject      *object,
              const char      *path)
{
  char **sources = calx_reader_strings (reader, object, path, "sources");

  if (sources[0] == NULL)
    calx_reader_fail (reader, path, "sources", "must not be empty");
  for (guint i = 0; sources[i] != NULL; i++)
    if (calx_sources_find (instruments->sources, sources[i]) == NULL)
      calx_reader_fail (reader, path, "sources", "no source is called '%s'", sources[i]);
  return sources;
}

static void
load_item (CalxInstruments *instruments,
           CalxInstrument  *instrument,
           CalxReader      *reader,
           JsonObject      *object,
           const char      *path)
{
  CalxInstrumentItem *item = g_new0 (CalxInstrumentItem, 1);
  const char *basis = calx_reader_string (reader, object, path, "basis");

  item->id = g_strdup (calx_reader_string (reader, object, path, "id"));
  item->label = g_strdup (calx_reader_string (reader, object, path, "label"));
  item->is_confirmed = g_str_equal (basis, "confirmed");
  g_ptr_array_add (instrument->items, item);
  if (!item->is_confirmed && !g_str_equal (basis, "unverified"))
    calx_reader_fail (reader, path, "basis", "'%s' is not confirmed or unverified", basis);
}

static void
load_fact (CalxInstruments *instruments,
           CalxInstrument  *instrument,
           CalxReader      *reader,
           JsonObject      *object,
           const char      *path)
{
  CalxInstrumentFact *fact = g_new0 (CalxInstrumentFact, 1);

  fact->text = g_strdup (calx_reader_string (reader, object, path, "text"));
  fact->sources = load_sources (instruments, reader, object, path);
  g_ptr_array_add (instrument->facts, fact);
}

typedef void (*LoadPart) (CalxInstruments *instruments,
                          CalxInstrument  *instrument,
                          CalxReader      *reader,
                          JsonObject      *object,
                          const char      *path);

static void
load_list (CalxInstruments *instruments,
           CalxInstrument  *instrument,
           CalxReader      *reader,
           JsonObject      *object,
           const char      *path,
           const char      *field,
           LoadPart         load)
{
  g_autoptr(JsonArray) array = calx_reader_array (reader, object, path, field);

  for (guint i = 0; i < json_array_get_length (array) && reader->error == NULL; i++)
    {
      g_autofree char *child_path = g_strdup_printf ("%s.%s[%u]", path, field, i);
      g_autoptr(JsonObject) child = calx_reader_as_object (reader, json_array_get_element (array, i), child_path);

      load (instruments, instrument, reader, child, child_path);
    }
}

static void
load_range (CalxInstrument *self,
            CalxReader     *reader,
            JsonObject     *object,
            const char     *path)
{
  double min = calx_reader_number (reader, object, path, "min");
  double max = calx_reader_number (reader, object, path, "max");

  if (!(min >= 0.0 && min < max && max <= G_MAXINT16))
    {
      calx_reader_fail (reader, path, "max", "must be above min, which must not be negative");
      return;
    }
  self->min = (int) min;
  self->max = (int) max;
}

static void
load_instrument (CalxInstruments *instruments,
                 CalxReader      *reader,
                 JsonObject      *object,
                 const char      *path)
{
  CalxInstrument *self = g_new0 (CalxInstrument, 1);
  const char *of = calx_reader_string (reader, object, path, "of");

  self->id = g_strdup (calx_reader_string (reader, object, path, "id"));
  self->label = g_strdup (calx_reader_string (reader, object, path, "label"));
  self->text = g_strdup (calx_reader_string (reader, object, path, "text"));
  self->caution = g_strdup (calx_reader_text (reader, object, path, "caution"));
  self->input_id = g_strdup (calx_reader_text (reader, object, path, "input"));
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->facts = g_ptr_array_new_with_free_func (fact_free);
  self->sources = load_sources (instruments, reader, object, path);
  self->is_of_lesion = g_str_equal (of, "lesion");
  if (calx_instruments_find (instruments, self->id) != NULL)
    calx_reader_fail (reader, path, "id", "'%s' is there twice", self->id);
  g_ptr_array_add (instruments->instruments, self);
  if (!self->is_of_lesion && !g_str_equal (of, "patient"))
    calx_reader_fail (reader, path, "of", "'%s' is not lesion or patient", of);
  load_range (self, reader, object, path);
  if (calx_reader_has (object, "items"))
    load_list (instruments, self, reader, object, path, "items", load_item);
  load_list (instruments, self, reader, object, path, "facts", load_fact);
}

static void
load_all (CalxInstruments *self,
          CalxReader      *reader,
          JsonObject      *root,
          const char      *name)
{
  g_autofree char *top = g_strconcat (name, ":", NULL);
  g_autoptr(JsonArray) array = calx_reader_array (reader, root, top, "instruments");
  const CalxInstrument *bwat;

  for (guint i = 0; i < json_array_get_length (array) && reader->error == NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s: instruments[%u]", name, i);
      g_autoptr(JsonObject) object = calx_reader_as_object (reader, json_array_get_element (array, i), path);

      load_instrument (self, reader, object, path);
    }
  bwat = calx_instruments_find (self, "bwat_cua");
  if (bwat == NULL || bwat->items->len != CALX_N_BWAT_ITEMS)
    calx_reader_fail (reader, top, "instruments", "'bwat_cua' with its %d items is missing", CALX_N_BWAT_ITEMS);
}

CalxInstruments *
calx_instruments_new (GBytes      *json,
                      const char  *name,
                      CalxSources *sources,
                      GError     **error)
{
  g_autoptr(CalxInstruments) self = NULL;
  g_autoptr(JsonNode) root = NULL;
  CalxReader reader = { NULL };
  JsonObject *object;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (sources != NULL, NULL);

  root = calx_json_parse_bytes (json, name, error);
  if (root == NULL)
    return NULL;
  object = calx_json_to_object (root, name, error);
  if (object == NULL || !calx_json_check_format (object, name, "calx-instruments/1", error))
    return NULL;
  self = g_new0 (CalxInstruments, 1);
  self->sources = calx_sources_ref (sources);
  self->instruments = g_ptr_array_new_with_free_func (instrument_free);
  load_all (self, &reader, object, name);
  if (reader.error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, reader.error);
  return NULL;
}

void
calx_instruments_free (CalxInstruments *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->instruments);
  calx_sources_unref (self->sources);
  g_free (self);
}

char *
calx_instruments_cite (CalxInstruments *self,
                       char *const     *source_ids)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (source_ids != NULL, NULL);

  for (guint i = 0; source_ids[i] != NULL; i++)
    {
      const CalxSource *source = calx_sources_find (self->sources, source_ids[i]);

      g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "; " : "", source->cite,
                              *source->pmcid != '\0' ? ", " : "", source->pmcid);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

guint
calx_instruments_get_n (CalxInstruments *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->instruments->len;
}

const CalxInstrument *
calx_instruments_get (CalxInstruments *self,
                      guint            index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->instruments->len, NULL);

  return g_ptr_array_index (self->instruments, index);
}

const CalxInstrument *
calx_instruments_find (CalxInstruments *self,
                       const char      *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->instruments->len; i++)
    {
      const CalxInstrument *instrument = g_ptr_array_index (self->instruments, i);

      if (g_str_equal (instrument->id, id))
        return instrument;
    }
  return NULL;
}
