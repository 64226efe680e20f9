/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-parser.h"

#include <math.h>

gboolean
calx_body_parser_fail (CalxBodyParser *parser,
                       const char     *field,
                       const char     *format,
                       ...)
{
  g_autofree char *message = NULL;
  va_list          arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (parser->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s: %s", parser->file, field,
               message);
  return FALSE;
}

static char *
field_name (const char *where,
            const char *name)
{
  return *where != '\0' ? g_strdup_printf ("%s.%s", where, name) : g_strdup (name);
}

JsonNode *
calx_body_parser_get_member (CalxBodyParser *parser,
                             JsonObject     *object,
                             const char     *where,
                             const char     *name,
                             JsonNodeType    type)
{
  g_autofree char *field = field_name (where, name);
  JsonNode        *node = json_object_get_member (object, name);

  if (node == NULL)
    {
      calx_body_parser_fail (parser, field, "is missing");
      return NULL;
    }
  if (json_node_get_node_type (node) != type)
    {
      calx_body_parser_fail (parser, field, "has the wrong type");
      return NULL;
    }
  return node;
}

JsonObject *
calx_body_parser_get_object (CalxBodyParser *parser,
                             JsonObject     *object,
                             const char     *where,
                             const char     *name)
{
  JsonNode *node = calx_body_parser_get_member (parser, object, where, name, JSON_NODE_OBJECT);

  return node != NULL ? json_node_get_object (node) : NULL;
}

JsonArray *
calx_body_parser_get_array (CalxBodyParser *parser,
                            JsonObject     *object,
                            const char     *where,
                            const char     *name)
{
  JsonNode *node = calx_body_parser_get_member (parser, object, where, name, JSON_NODE_ARRAY);

  return node != NULL ? json_node_get_array (node) : NULL;
}

const char *
calx_body_parser_get_string (CalxBodyParser *parser,
                             JsonObject     *object,
                             const char     *where,
                             const char     *name)
{
  JsonNode   *node = calx_body_parser_get_member (parser, object, where, name, JSON_NODE_VALUE);
  const char *text = node != NULL ? json_node_get_string (node) : NULL;

  if (node != NULL && text == NULL)
    {
      g_autofree char *field = field_name (where, name);

      calx_body_parser_fail (parser, field, "is not a text");
    }
  return text;
}

static gboolean
node_is_number (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE) && isfinite (json_node_get_double (node));
}

/* A member that may be missing (then 0), but is a number if it is there. */
gboolean
calx_body_parser_get_number (CalxBodyParser *parser,
                             JsonObject     *object,
                             const char     *where,
                             const char     *name,
                             double         *ret_number)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && !node_is_number (node))
    {
      g_autofree char *field = field_name (where, name);

      return calx_body_parser_fail (parser, field, "is not a number");
    }
  *ret_number = node != NULL ? json_node_get_double (node) : 0.0;
  return TRUE;
}

/* @array holds @n numbers from its element @first on, and nothing after them. */
gboolean
calx_body_parser_read_numbers (CalxBodyParser *parser,
                               JsonNode       *node,
                               const char     *where,
                               guint           first,
                               guint           n,
                               double         *ret_numbers)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) != first + n)
    return calx_body_parser_fail (parser, where, "must be a list of %u", first + n);
  for (guint i = 0; i < n; i++)
    {
      JsonNode *number = json_array_get_element (array, first + i);

      if (!node_is_number (number))
        return calx_body_parser_fail (parser, where, "element %u is not a number", first + i);
      ret_numbers[i] = json_node_get_double (number);
    }
  return TRUE;
}
