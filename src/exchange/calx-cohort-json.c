/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cohort-private.h"

#include <math.h>

#include <json-glib/json-glib.h>

/* A number that does not exist is null. */
static void
set_number (JsonObject *object,
            const char *member,
            double      value)
{
  if (isfinite (value))
    json_object_set_double_member (object, member, value);
  else
    json_object_set_null_member (object, member);
}

static void
set_points (JsonObject     *object,
            const char     *member,
            gboolean        exists,
            int             points)
{
  if (exists)
    json_object_set_int_member (object, member, points);
  else
    json_object_set_null_member (object, member);
}

static void
set_text (JsonObject *object,
          const char *member,
          gboolean    exists,
          const char *text)
{
  if (exists && text != NULL && text[0] != '\0')
    json_object_set_string_member (object, member, text);
  else
    json_object_set_null_member (object, member);
}

static void
set_strings (JsonObject *object,
             const char *member,
             GPtrArray  *strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < strings->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (strings, i));
  json_object_set_array_member (object, member, array);
}

/* The members that are columns of the CSV, by the same rules, at full precision. */
static void
set_result (JsonObject     *object,
            CalxAssessment *assessment)
{
  gboolean scored = assessment->kind == CALX_ASSESSMENT_SCORED;
  gboolean complete = assessment->complete;
  gboolean has_band = assessment->kind != CALX_ASSESSMENT_UNKNOWN;
  g_autoptr(GPtrArray) unknown = calx_cohort_get_unknown_ids (assessment);

  set_points (object, "points", assessment->has_points && complete, assessment->points_min);
  set_points (object, "points_min", assessment->has_points, assessment->points_min);
  set_points (object, "points_max", assessment->has_points, assessment->points_max);
  set_text (object, "band", has_band && (!scored || complete), assessment->band_min);
  set_text (object, "band_min", has_band, assessment->band_min);
  set_text (object, "band_max", has_band, assessment->band_max);
  set_number (object, "ratio", scored && complete ? assessment->ratio_min : NAN);
  set_number (object, "ratio_low", scored && complete ? assessment->ratio_low : NAN);
  set_number (object, "ratio_high", scored && complete ? assessment->ratio_high : NAN);
  set_number (object, "ratio_min", scored ? assessment->ratio_min : NAN);
  set_number (object, "ratio_max", scored ? assessment->ratio_max : NAN);
  set_number (object, "rate_low", scored && complete ? assessment->rate_low : NAN);
  set_number (object, "rate_high", scored && complete ? assessment->rate_high : NAN);
  set_strings (object, "unknown", unknown);
}

/* What else the assessment says: contributions, associations, what changes the answer, sources. */
static void
add_missing_member (JsonObject *from,
                    const char *member,
                    JsonNode   *node,
                    gpointer    data)
{
  JsonObject *object = data;

  if (!json_object_has_member (object, member))
    json_object_set_member (object, member, json_node_copy (node));
}

void
calx_cohort_append_json (GString             *out,
                         const CalxCohortRow *row,
                         CalxAssessment      *assessment)
{
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *line = NULL;

  json_object_set_string_member (object, "patient_id", row->patient_id);
  if (assessment == NULL)
    {
      g_autofree char *errors = calx_cohort_join (row->errors, "; ");

      json_object_set_string_member (object, "error", errors);
    }
  else
    {
      g_autoptr(JsonNode) whole = calx_assessment_to_json (assessment);
      g_autofree char *date = calx_date_to_iso (row->date);

      set_text (object, "date", TRUE, date);
      set_result (object, assessment);
      set_strings (object, "warnings", row->warnings);
      json_object_foreach_member (json_node_get_object (whole), add_missing_member, object);
    }
  json_node_set_object (root, object);
  line = json_to_string (root, /* pretty= */ FALSE);
  g_string_append (out, line);
  g_string_append_c (out, '\n');
}
