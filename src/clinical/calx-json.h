/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JSON for clinical and the layers above it: reading the files of data/ and what the records hold with
 * errors that name the file and the field, and writing JSON of which the same value always gives the
 * same bytes. Errors are CALX_DATA_ERROR.
 *
 * @where is what an error begins with, the file and the way to the object: "units.json: quantities[2]". */

#include <json-glib/json-glib.h>

#include "calx-risk-model.h"

G_BEGIN_DECLS

/* One JSON value and nothing else. NULL where it is not UTF-8, not JSON, or nested deeper than any of
 * our files (a parser that recurses must not be led to the end of its stack). */
JsonNode   *calx_json_parse          (const char  *text,
                                      const char  *name,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;
JsonNode   *calx_json_parse_bytes    (GBytes      *bytes,
                                      const char  *name,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* Members in the order given, numbers as the shortest decimal that reads back the same, no blanks, C
 * locale. A number that JSON lacks (NAN, infinity) becomes null. */
char       *calx_json_to_canonical   (JsonNode    *node) G_GNUC_WARN_UNUSED_RESULT;

/* Sets an error "<where>.<member>: <message>"; @member may be NULL. Returns FALSE. */
gboolean    calx_json_fail           (GError     **error,
                                      const char  *where,
                                      const char  *member,
                                      const char  *format,
                                      ...) G_GNUC_PRINTF (4, 5);

/* These return NULL or FALSE with an error where the member is missing or of another kind. What is
 * returned belongs to the JSON tree. */
JsonObject *calx_json_to_object      (JsonNode    *node,
                                      const char  *where,
                                      GError     **error);
JsonArray  *calx_json_to_array       (JsonNode    *node,
                                      const char  *where,
                                      GError     **error);
const char *calx_json_get_string     (JsonObject  *object,
                                      const char  *where,
                                      const char  *member,
                                      GError     **error);
gboolean    calx_json_get_double     (JsonObject  *object,
                                      const char  *where,
                                      const char  *member,
                                      double      *ret_value,
                                      GError     **error);
gboolean    calx_json_get_int        (JsonObject  *object,
                                      const char  *where,
                                      const char  *member,
                                      gint64      *ret_value,
                                      GError     **error);
JsonArray  *calx_json_get_array      (JsonObject  *object,
                                      const char  *where,
                                      const char  *member,
                                      GError     **error);
JsonObject *calx_json_get_object     (JsonObject  *object,
                                      const char  *where,
                                      const char  *member,
                                      GError     **error);

/* The same for members that may be missing or null: @ret_value is then @fallback. */
gboolean    calx_json_get_string_or  (JsonObject  *object,
                                      const char  *where,
                                      const char  *member,
                                      const char  *fallback,
                                      const char **ret_value,
                                      GError     **error);
gboolean    calx_json_get_double_or  (JsonObject  *object,
                                      const char  *where,
                                      const char  *member,
                                      double       fallback,
                                      double      *ret_value,
                                      GError     **error);
gboolean    calx_json_get_int_or     (JsonObject  *object,
                                      const char  *where,
                                      const char  *member,
                                      gint64       fallback,
                                      gint64      *ret_value,
                                      GError     **error);
gboolean    calx_json_get_boolean_or (JsonObject  *object,
                                      const char  *where,
                                      const char  *member,
                                      gboolean     fallback,
                                      gboolean    *ret_value,
                                      GError     **error);
/* NULL where the member is missing. */
gboolean    calx_json_get_array_or_null (JsonObject  *object,
                                         const char  *where,
                                         const char  *member,
                                         JsonArray  **ret_value,
                                         GError     **error);
/* Checks the member "format". */
gboolean    calx_json_check_format   (JsonObject  *object,
                                      const char  *where,
                                      const char  *format,
                                      GError     **error);

G_END_DECLS
