/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-json.h"

#include <math.h>
#include <string.h>

#include "calx-json-syntax.h"

G_DEFINE_QUARK (calx-data-error-quark, calx_data_error)

gboolean
calx_json_fail (GError     **error,
                const char  *where,
                const char  *member,
                const char  *format,
                ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  if (member == NULL)
    g_set_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_FIELD, "%s: %s", where, message);
  else if (g_str_has_suffix (where, "]") || strstr (where, ": ") != NULL)
    g_set_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_FIELD, "%s.%s: %s", where, member, message);
  else
    g_set_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_FIELD, "%s: %s: %s", where, member, message);
  return FALSE;
}

/* Reading */

JsonNode *
calx_json_parse (const char  *text,
                 const char  *name,
                 GError     **error)
{
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) local = NULL;
  const char *fault;
  guint line = 0;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_SYNTAX, "%s: not UTF-8 text", name);
      return NULL;
    }
  fault = calx_json_find_fault (text, &line);
  if (fault != NULL)
    {
      g_set_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_SYNTAX, "%s: line %u: %s", name, line, fault);
      return NULL;
    }

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, -1, &local))
    {
      g_set_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_SYNTAX, "%s: %s", name, local->message);
      return NULL;
    }
  if (json_parser_get_root (parser) == NULL)
    {
      g_set_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_SYNTAX, "%s: empty", name);
      return NULL;
    }
  return json_node_ref (json_parser_get_root (parser));
}

JsonNode *
calx_json_parse_bytes (GBytes      *bytes,
                       const char  *name,
                       GError     **error)
{
  g_autofree char *text = NULL;
  const char *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > 0 && memchr (data, '\0', size) != NULL)
    {
      g_set_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_SYNTAX, "%s: not text", name);
      return NULL;
    }
  text = g_strndup (data != NULL ? data : "", size);
  return calx_json_parse (text, name, error);
}

JsonObject *
calx_json_to_object (JsonNode    *node,
                     const char  *where,
                     GError     **error)
{
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      calx_json_fail (error, where, NULL, "must be an object");
      return NULL;
    }
  return json_node_get_object (node);
}

JsonArray *
calx_json_to_array (JsonNode    *node,
                    const char  *where,
                    GError     **error)
{
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    {
      calx_json_fail (error, where, NULL, "must be a list");
      return NULL;
    }
  return json_node_get_array (node);
}

/* The member, or NULL where it is missing or null. */
static JsonNode *
find_member (JsonObject *object,
             const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

static JsonNode *
require_member (JsonObject  *object,
                const char  *where,
                const char  *member,
                GError     **error)
{
  JsonNode *node = find_member (object, member);

  if (node == NULL)
    calx_json_fail (error, where, member, "is missing");
  return node;
}

static gboolean
read_string (JsonNode    *node,
             const char  *where,
             const char  *member,
             const char **ret_value,
             GError     **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return calx_json_fail (error, where, member, "must be a text");
  *ret_value = json_node_get_string (node);
  return TRUE;
}

static gboolean
read_double (JsonNode    *node,
             const char  *where,
             const char  *member,
             double      *ret_value,
             GError     **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) ||
      (json_node_get_value_type (node) != G_TYPE_DOUBLE &&
       json_node_get_value_type (node) != G_TYPE_INT64) ||
      !isfinite (json_node_get_double (node)))
    return calx_json_fail (error, where, member, "must be a number");
  *ret_value = json_node_get_double (node);
  return TRUE;
}

static gboolean
read_int (JsonNode    *node,
          const char  *where,
          const char  *member,
          gint64      *ret_value,
          GError     **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return calx_json_fail (error, where, member, "must be a whole number");
  *ret_value = json_node_get_int (node);
  return TRUE;
}

const char *
calx_json_get_string (JsonObject  *object,
                      const char  *where,
                      const char  *member,
                      GError     **error)
{
  JsonNode *node = require_member (object, where, member, error);
  const char *value = NULL;

  if (node == NULL || !read_string (node, where, member, &value, error))
    return NULL;
  return value;
}

gboolean
calx_json_get_double (JsonObject  *object,
                      const char  *where,
                      const char  *member,
                      double      *ret_value,
                      GError     **error)
{
  JsonNode *node = require_member (object, where, member, error);

  return node != NULL && read_double (node, where, member, ret_value, error);
}

gboolean
calx_json_get_int (JsonObject  *object,
                   const char  *where,
                   const char  *member,
                   gint64      *ret_value,
                   GError     **error)
{
  JsonNode *node = require_member (object, where, member, error);

  return node != NULL && read_int (node, where, member, ret_value, error);
}

JsonArray *
calx_json_get_array (JsonObject  *object,
                     const char  *where,
                     const char  *member,
                     GError     **error)
{
  JsonNode *node = require_member (object, where, member, error);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      calx_json_fail (error, where, member, "must be a list");
      return NULL;
    }
  return json_node_get_array (node);
}

JsonObject *
calx_json_get_object (JsonObject  *object,
                      const char  *where,
                      const char  *member,
                      GError     **error)
{
  JsonNode *node = require_member (object, where, member, error);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      calx_json_fail (error, where, member, "must be an object");
      return NULL;
    }
  return json_node_get_object (node);
}

gboolean
calx_json_get_string_or (JsonObject  *object,
                         const char  *where,
                         const char  *member,
                         const char  *fallback,
                         const char **ret_value,
                         GError     **error)
{
  JsonNode *node = find_member (object, member);

  if (node != NULL)
    return read_string (node, where, member, ret_value, error);
  *ret_value = fallback;
  return TRUE;
}

gboolean
calx_json_get_double_or (JsonObject  *object,
                         const char  *where,
                         const char  *member,
                         double       fallback,
                         double      *ret_value,
                         GError     **error)
{
  JsonNode *node = find_member (object, member);

  if (node != NULL)
    return read_double (node, where, member, ret_value, error);
  *ret_value = fallback;
  return TRUE;
}

gboolean
calx_json_get_int_or (JsonObject  *object,
                      const char  *where,
                      const char  *member,
                      gint64       fallback,
                      gint64      *ret_value,
                      GError     **error)
{
  JsonNode *node = find_member (object, member);

  if (node != NULL)
    return read_int (node, where, member, ret_value, error);
  *ret_value = fallback;
  return TRUE;
}

gboolean
calx_json_get_boolean_or (JsonObject  *object,
                          const char  *where,
                          const char  *member,
                          gboolean     fallback,
                          gboolean    *ret_value,
                          GError     **error)
{
  JsonNode *node = find_member (object, member);

  if (node == NULL)
    *ret_value = fallback;
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    *ret_value = json_node_get_boolean (node);
  else
    return calx_json_fail (error, where, member, "must be true or false");
  return TRUE;
}

gboolean
calx_json_get_array_or_null (JsonObject  *object,
                             const char  *where,
                             const char  *member,
                             JsonArray  **ret_value,
                             GError     **error)
{
  JsonNode *node = find_member (object, member);

  if (node != NULL && !JSON_NODE_HOLDS_ARRAY (node))
    return calx_json_fail (error, where, member, "must be a list");
  *ret_value = node == NULL ? NULL : json_node_get_array (node);
  return TRUE;
}

gboolean
calx_json_check_format (JsonObject  *object,
                        const char  *where,
                        const char  *format,
                        GError     **error)
{
  const char *have = calx_json_get_string (object, where, "format", error);

  if (have == NULL)
    return FALSE;
  if (!g_str_equal (have, format))
    return calx_json_fail (error, where, "format", "“%s” is not “%s”", have, format);
  return TRUE;
}

/* Writing */

static void
write_text (GString    *out,
            const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      unsigned char c = (unsigned char) *p;

      if (c == '"' || c == '\\')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, *p);
        }
      else if (c == '\n')
        g_string_append (out, "\\n");
      else if (c == '\t')
        g_string_append (out, "\\t");
      else if (c < 0x20)
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
write_double (GString *out,
              double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    {
      g_string_append (out, "null");
      return;
    }
  if (value == 0.0) /* never "-0", which reads back as the integer 0 */
    {
      g_string_append_c (out, '0');
      return;
    }
  for (int digits = 1; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  g_string_append (out, buffer);
}

static void
write_node (GString  *out,
            JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;
      gboolean first = TRUE;

      g_string_append_c (out, '{');
      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &value))
        {
          if (!first)
            g_string_append_c (out, ',');
          first = FALSE;
          write_text (out, name);
          g_string_append_c (out, ':');
          write_node (out, value);
        }
      g_string_append_c (out, '}');
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      g_string_append_c (out, '[');
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          if (i > 0)
            g_string_append_c (out, ',');
          write_node (out, json_array_get_element (array, i));
        }
      g_string_append_c (out, ']');
    }
  else if (JSON_NODE_HOLDS_NULL (node))
    g_string_append (out, "null");
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    write_text (out, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    write_double (out, json_node_get_double (node));
}

char *
calx_json_to_canonical (JsonNode *node)
{
  GString *out;

  g_return_val_if_fail (node != NULL, NULL);

  out = g_string_new (NULL);
  write_node (out, node);
  return g_string_free (out, FALSE);
}
