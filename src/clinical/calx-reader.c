/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-reader.h"

#include <math.h>

#include "calx-json.h"

void
calx_reader_fail (CalxReader *self,
                  const char *path,
                  const char *field,
                  const char *format,
                  ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  if (self->error != NULL)
    return;
  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  /* The path of the whole file is its name and a colon: "onset-model.json:" */
  self->error = g_error_new (CALX_DATA_ERROR, CALX_DATA_ERROR_FIELD, "%s%s%s: %s", path,
                             field == NULL                ? ""
                             : g_str_has_suffix (path, ":") ? " "
                                                            : ".",
                             field == NULL ? "" : field, reason);
}

JsonObject *
calx_reader_open (CalxReader *self,
                  GBytes     *json,
                  const char *name,
                  const char *format)
{
  g_autofree char *top = g_strconcat (name, ":", NULL);
  g_autoptr(JsonNode) node = calx_json_parse_bytes (json, name, &self->error);
  JsonObject *root = calx_reader_as_object (self, node, name);

  if (self->error == NULL && !g_str_equal (calx_reader_string (self, root, top, "format"), format))
    calx_reader_fail (self, top, "format", "must be '%s'", format);
  return root;
}

JsonObject *
calx_reader_as_object (CalxReader *self,
                       JsonNode   *node,
                       const char *path)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_object_ref (json_node_get_object (node));
  calx_reader_fail (self, path, NULL, "must be an object");
  return json_object_new ();
}

gboolean
calx_reader_has (JsonObject *object,
                 const char *field)
{
  JsonNode *node = json_object_get_member (object, field);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node);
}

/* The value of a field if it is of @type; otherwise NULL and a fault. */
static JsonNode *
get_value (CalxReader *self,
           JsonObject *object,
           const char *path,
           const char *field,
           GType       type,
           const char *kind)
{
  JsonNode *node = json_object_get_member (object, field);
  GType actual;

  if (node == NULL)
    {
      calx_reader_fail (self, path, field, "is missing");
      return NULL;
    }
  actual = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  if (actual == type || (type == G_TYPE_DOUBLE && actual == G_TYPE_INT64))
    return node;
  calx_reader_fail (self, path, field, "must be %s", kind);
  return NULL;
}

const char *
calx_reader_string (CalxReader *self,
                    JsonObject *object,
                    const char *path,
                    const char *field)
{
  JsonNode *node = get_value (self, object, path, field, G_TYPE_STRING, "a text");
  const char *text = node == NULL ? "" : json_node_get_string (node);

  if (node != NULL && *text == '\0')
    calx_reader_fail (self, path, field, "must not be empty");
  return text;
}

const char *
calx_reader_text (CalxReader *self,
                  JsonObject *object,
                  const char *path,
                  const char *field)
{
  return calx_reader_has (object, field) ? calx_reader_string (self, object, path, field) : "";
}

double
calx_reader_number (CalxReader *self,
                    JsonObject *object,
                    const char *path,
                    const char *field)
{
  JsonNode *node = get_value (self, object, path, field, G_TYPE_DOUBLE, "a number");
  double value = node == NULL ? 0.0 : json_node_get_double (node);

  if (isfinite (value))
    return value;
  calx_reader_fail (self, path, field, "is too large a number");
  return 0.0;
}

gboolean
calx_reader_boolean (CalxReader *self,
                     JsonObject *object,
                     const char *path,
                     const char *field)
{
  JsonNode *node = get_value (self, object, path, field, G_TYPE_BOOLEAN, "true or false");

  return node != NULL && json_node_get_boolean (node);
}

JsonObject *
calx_reader_object (CalxReader *self,
                    JsonObject *object,
                    const char *path,
                    const char *field)
{
  JsonNode *node = json_object_get_member (object, field);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_object_ref (json_node_get_object (node));
  calx_reader_fail (self, path, field, node == NULL ? "is missing" : "must be an object");
  return json_object_new ();
}

JsonArray *
calx_reader_array (CalxReader *self,
                   JsonObject *object,
                   const char *path,
                   const char *field)
{
  JsonNode *node = json_object_get_member (object, field);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_array_ref (json_node_get_array (node));
  calx_reader_fail (self, path, field, node == NULL ? "is missing" : "must be a list");
  return json_array_new ();
}

char **
calx_reader_strings (CalxReader *self,
                     JsonObject *object,
                     const char *path,
                     const char *field)
{
  g_autoptr(JsonArray) array = calx_reader_array (self, object, path, field);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
          *json_node_get_string (node) != '\0')
        g_strv_builder_add (builder, json_node_get_string (node));
      else
        calx_reader_fail (self, path, field, "must be a list of texts");
    }
  return g_strv_builder_end (builder);
}

char **
calx_reader_strings_or_none (CalxReader *self,
                             JsonObject *object,
                             const char *path,
                             const char *field)
{
  return calx_reader_has (object, field) ? calx_reader_strings (self, object, path, field)
                                         : g_new0 (char *, 1);
}

void
calx_reader_rising_pair (CalxReader *self,
                         JsonObject *object,
                         const char *path,
                         const char *field,
                         double      ret_pair[2])
{
  g_autoptr(JsonArray) array = calx_reader_array (self, object, path, field);
  guint n = json_array_get_length (array);

  ret_pair[0] = 0.0;
  ret_pair[1] = 1.0;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (n != 2 || !JSON_NODE_HOLDS_VALUE (node) ||
          (json_node_get_value_type (node) != G_TYPE_DOUBLE &&
           json_node_get_value_type (node) != G_TYPE_INT64) ||
          !isfinite (json_node_get_double (node)))
        {
          calx_reader_fail (self, path, field, "must be two numbers");
          return;
        }
      ret_pair[i] = json_node_get_double (node);
    }
  if (n != 2)
    calx_reader_fail (self, path, field, "must be two numbers");
  else if (!(ret_pair[0] < ret_pair[1]))
    calx_reader_fail (self, path, field, "must rise");
}
