/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "calx-body-private.h"

G_BEGIN_DECLS

/* A body file while it is being read. Each reader fails with an error that names file and field:
 * @where is the field that holds @name, "" for the whole file. */
typedef struct
{
  const char  *file;
  double       unit;  /* body units per unit of the file */
  GHashTable  *paths; /* by name, of calx-body-paths.c */
  CalxRegions *regions;
  GError     **error;
} CalxBodyParser;

/* Sets the error; always FALSE. */
gboolean    calx_body_parser_fail         (CalxBodyParser *parser,
                                           const char     *field,
                                           const char     *format,
                                           ...) G_GNUC_PRINTF (3, 4);
JsonNode   *calx_body_parser_get_member   (CalxBodyParser *parser,
                                           JsonObject     *object,
                                           const char     *where,
                                           const char     *name,
                                           JsonNodeType    type);
JsonObject *calx_body_parser_get_object   (CalxBodyParser *parser,
                                           JsonObject     *object,
                                           const char     *where,
                                           const char     *name);
JsonArray  *calx_body_parser_get_array    (CalxBodyParser *parser,
                                           JsonObject     *object,
                                           const char     *where,
                                           const char     *name);
const char *calx_body_parser_get_string   (CalxBodyParser *parser,
                                           JsonObject     *object,
                                           const char     *where,
                                           const char     *name);
/* A member that may be missing (then 0), but is a number if it is there. */
gboolean    calx_body_parser_get_number   (CalxBodyParser *parser,
                                           JsonObject     *object,
                                           const char     *where,
                                           const char     *name,
                                           double         *ret_number);
/* @node is a list that holds @n numbers from its element @first on, and nothing after them. */
gboolean    calx_body_parser_read_numbers (CalxBodyParser *parser,
                                           JsonNode       *node,
                                           const char     *where,
                                           guint           first,
                                           guint           n,
                                           double         *ret_numbers);

/* All paths; what follows is made of pieces of them. */
gboolean    calx_body_parse_paths         (CalxBodyParser *parser,
                                           JsonObject     *paths);
/* A list of ["path"] or ["path", "from", "to"], pieces that follow each other. @weights (double, nullable)
 * takes how thick an outline along each is drawn, @corners (guint, nullable) at which curve each begins.
 * Transfer full; NULL on error. */
GArray     *calx_body_parse_chain         (CalxBodyParser *parser,
                                           JsonNode       *node,
                                           const char     *where,
                                           GArray         *weights,
                                           GArray         *corners) G_GNUC_WARN_UNUSED_RESULT;
/* A half chain has both ends on the midline; its mirror image closes it. */
gboolean    calx_body_close_by_mirror     (CalxBodyParser *parser,
                                           GArray         *chain,
                                           const char     *where);
gboolean    calx_body_check_closed        (CalxBodyParser *parser,
                                           GArray         *chain,
                                           const char     *where);
/* The art of one view, "ant" or "post", from the object that holds both. */
gboolean    calx_body_parse_art           (CalxBodyParser *parser,
                                           CalxBodyView   *body_view,
                                           JsonObject     *views,
                                           const char     *key);

G_END_DECLS
