/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "calx-risk-model.h"

G_BEGIN_DECLS

/* Reads a JSON file of data/ field by field. The first fault sticks in @error and every later call
 * gives a harmless default, so that a loader reads straight down and looks at the error once.
 * A fault names file, path and field: "onset-model.json: factors[5].ramp: must rise". */
typedef struct
{
  GError *error;
} CalxReader;

/* The root of a whole file whose "format" must be @format; an empty object where it is not. */
JsonObject *calx_reader_open         (CalxReader  *self,
                                      GBytes      *json,
                                      const char  *name,
                                      const char  *format) G_GNUC_WARN_UNUSED_RESULT;
void        calx_reader_fail         (CalxReader  *self,
                                      const char  *path,
                                      const char  *field,
                                      const char  *format,
                                      ...) G_GNUC_PRINTF (4, 5);
/* The node as an object; an empty one where it is not. */
JsonObject *calx_reader_as_object    (CalxReader  *self,
                                      JsonNode    *node,
                                      const char  *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean    calx_reader_has          (JsonObject  *object,
                                      const char  *field);
/* Required; non-empty; transfer none, "" after a fault. */
const char *calx_reader_string       (CalxReader  *self,
                                      JsonObject  *object,
                                      const char  *path,
                                      const char  *field);
/* "" where it is missing */
const char *calx_reader_text         (CalxReader  *self,
                                      JsonObject  *object,
                                      const char  *path,
                                      const char  *field);
/* Required; finite. */
double      calx_reader_number       (CalxReader  *self,
                                      JsonObject  *object,
                                      const char  *path,
                                      const char  *field);
gboolean    calx_reader_boolean      (CalxReader  *self,
                                      JsonObject  *object,
                                      const char  *path,
                                      const char  *field);
/* Required object; never NULL. */
JsonObject *calx_reader_object       (CalxReader  *self,
                                      JsonObject  *object,
                                      const char  *path,
                                      const char  *field) G_GNUC_WARN_UNUSED_RESULT;
/* Required array; never NULL. */
JsonArray  *calx_reader_array        (CalxReader  *self,
                                      JsonObject  *object,
                                      const char  *path,
                                      const char  *field) G_GNUC_WARN_UNUSED_RESULT;
/* Required array of non-empty strings; NULL-terminated, transfer full. */
char      **calx_reader_strings      (CalxReader  *self,
                                      JsonObject  *object,
                                      const char  *path,
                                      const char  *field) G_GNUC_WARN_UNUSED_RESULT;
/* As above, empty where it is missing. */
char      **calx_reader_strings_or_none (CalxReader *self,
                                         JsonObject *object,
                                         const char *path,
                                         const char *field) G_GNUC_WARN_UNUSED_RESULT;
/* Required array of two numbers that rise. */
void        calx_reader_rising_pair  (CalxReader  *self,
                                      JsonObject  *object,
                                      const char  *path,
                                      const char  *field,
                                      double       ret_pair[2]);

G_END_DECLS
