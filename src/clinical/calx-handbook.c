/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-handbook.h"

#include "calx-statement-load.h"

struct _CalxHandbook
{
  GPtrArray      *chapters; /* CalxHandbookChapter */
};

static void
text_free (gpointer data)
{
  calx_statement_clear (data);
  g_free (data);
}

static void
chapter_free (gpointer data)
{
  CalxHandbookChapter *chapter = data;

  g_free (chapter->id);
  g_free (chapter->label);
  g_ptr_array_unref (chapter->texts);
  g_free (chapter);
}

static void
load_text (CalxHandbook        *self,
           CalxHandbookChapter *chapter,
           CalxFactLoad        *load,
           JsonObject          *object,
           const char          *path)
{
  CalxStatement *text = g_new0 (CalxStatement, 1);

  if (calx_reader_has (object, "when"))
    calx_reader_fail (load->reader, path, "when", "a text of the handbook has no rule");
  else
    calx_statement_load (load, text, object, path, /* names_rule= */ FALSE);
  if (load->reader->error == NULL && *text->text == '\0')
    calx_reader_fail (load->reader, path, "text", "must not be empty");
  if (load->reader->error == NULL && calx_handbook_find (self, text->id) != NULL)
    calx_reader_fail (load->reader, path, "id", "'%s' is there twice", text->id);
  g_ptr_array_add (chapter->texts, text);
}

static void
load_chapter (CalxHandbook *self,
              CalxFactLoad *load,
              JsonObject   *object,
              const char   *path)
{
  CalxHandbookChapter *chapter = g_new0 (CalxHandbookChapter, 1);
  g_autoptr(JsonArray) texts = calx_reader_array (load->reader, object, path, "texts");

  chapter->id = g_strdup (calx_reader_string (load->reader, object, path, "id"));
  chapter->label = g_strdup (calx_reader_string (load->reader, object, path, "label"));
  chapter->texts = g_ptr_array_new_with_free_func (text_free);
  g_ptr_array_add (self->chapters, chapter);
  for (guint i = 0; i < json_array_get_length (texts) && load->reader->error == NULL; i++)
    {
      g_autofree char *text_path = g_strdup_printf ("%s.texts[%u]", path, i);
      g_autoptr(JsonObject) text = calx_reader_as_object (load->reader, json_array_get_element (texts, i), text_path);

      load_text (self, chapter, load, text, text_path);
    }
}

CalxHandbook *
calx_handbook_new (GBytes       *json,
                   const char   *name,
                   CalxSources  *sources,
                   GError      **error)
{
  CalxReader reader = { NULL };
  CalxFactLoad load = { .reader = &reader, .sources = sources };
  g_autofree char *top = g_strconcat (name, ":", NULL);
  g_autoptr(JsonObject) root = NULL;
  g_autoptr(JsonArray) chapters = NULL;
  g_autoptr(CalxHandbook) self = NULL;

  g_return_val_if_fail (json != NULL && name != NULL && sources != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  root = calx_reader_open (&reader, json, name, "calx-handbook/1");
  chapters = calx_reader_array (&reader, root, top, "chapters");
  self = g_new0 (CalxHandbook, 1);
  self->chapters = g_ptr_array_new_with_free_func (chapter_free);
  for (guint i = 0; i < json_array_get_length (chapters) && reader.error == NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s: chapters[%u]", name, i);
      g_autoptr(JsonObject) chapter = calx_reader_as_object (&reader, json_array_get_element (chapters, i), path);

      load_chapter (self, &load, chapter, path);
    }
  if (reader.error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, reader.error);
  return NULL;
}

void
calx_handbook_free (CalxHandbook *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->chapters);
  g_free (self);
}

guint
calx_handbook_get_n (CalxHandbook *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->chapters->len;
}

const CalxHandbookChapter *
calx_handbook_get_chapter (CalxHandbook *self,
                           guint         index)
{
  g_return_val_if_fail (self != NULL && index < self->chapters->len, NULL);

  return g_ptr_array_index (self->chapters, index);
}

const CalxStatement *
calx_handbook_find (CalxHandbook *self,
                    const char   *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->chapters->len; i++)
    {
      const CalxHandbookChapter *chapter = g_ptr_array_index (self->chapters, i);

      for (guint k = 0; k < chapter->texts->len; k++)
        {
          const CalxStatement *text = g_ptr_array_index (chapter->texts, k);

          if (g_str_equal (text->id, id))
            return text;
        }
    }
  return NULL;
}
