/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-assessment.h"

#include <math.h>

#include "calx-assess-notes.h"
#include "calx-reader.h"

#define ASSESSMENT_FORMAT "calx-assessment/1"

/* One table per struct says how to write, read and free it. */
typedef enum
{
  FIELD_TEXT,
  FIELD_NUMBER,
  FIELD_INT,
  FIELD_TEXTS,
  FIELD_DATE,
} FieldKind;

typedef struct
{
  const char *name;
  FieldKind   kind;
  gsize       offset;
} Field;

typedef struct
{
  const Field *fields;
  gsize        n_fields;
  guint        size;
} Record;

#define FIELD(Type, kind, name)    { #name, kind, G_STRUCT_OFFSET (Type, name) }
#define RECORD(Type, table)        { table, G_N_ELEMENTS (table), sizeof (Type) }
#define MEMBER(type, data, offset) (*(type *) G_STRUCT_MEMBER_P (data, offset))

G_STATIC_ASSERT (sizeof (gboolean) == sizeof (int));
G_STATIC_ASSERT (sizeof (CalxFactorState) == sizeof (int));
G_STATIC_ASSERT (sizeof (CalxAssessmentKind) == sizeof (int));

static const Field contribution_fields[] = {
  FIELD (CalxContribution, FIELD_TEXT, factor_id),  FIELD (CalxContribution, FIELD_TEXT, label),
  FIELD (CalxContribution, FIELD_TEXT, input_id),   FIELD (CalxContribution, FIELD_TEXT, value_text),
  FIELD (CalxContribution, FIELD_TEXT, note),       FIELD (CalxContribution, FIELD_DATE, date),
  FIELD (CalxContribution, FIELD_INT, age_days),    FIELD (CalxContribution, FIELD_INT, stale),
  FIELD (CalxContribution, FIELD_INT, required),    FIELD (CalxContribution, FIELD_INT, state),
  FIELD (CalxContribution, FIELD_NUMBER, t),        FIELD (CalxContribution, FIELD_NUMBER, b),
  FIELD (CalxContribution, FIELD_NUMBER, s),        FIELD (CalxContribution, FIELD_NUMBER, c),
  FIELD (CalxContribution, FIELD_INT, points),      FIELD (CalxContribution, FIELD_NUMBER, c_min),
  FIELD (CalxContribution, FIELD_NUMBER, c_max),    FIELD (CalxContribution, FIELD_INT, points_min),
  FIELD (CalxContribution, FIELD_INT, points_max),  FIELD (CalxContribution, FIELD_TEXTS, sources),
};

static const Field unknown_fields[] = {
  FIELD (CalxUnknown, FIELD_TEXT, id),        FIELD (CalxUnknown, FIELD_TEXT, input_id),
  FIELD (CalxUnknown, FIELD_TEXT, label),     FIELD (CalxUnknown, FIELD_NUMBER, width),
  FIELD (CalxUnknown, FIELD_INT, points_min), FIELD (CalxUnknown, FIELD_INT, points_max),
  FIELD (CalxUnknown, FIELD_TEXT, settles),
};

static const Field association_fields[] = {
  FIELD (CalxAssociationResult, FIELD_TEXT, id),
  FIELD (CalxAssociationResult, FIELD_TEXT, label),
  FIELD (CalxAssociationResult, FIELD_INT, result),
  FIELD (CalxAssociationResult, FIELD_INT, already_counted),
  FIELD (CalxAssociationResult, FIELD_TEXTS, sources),
};

static const Field change_fields[] = {
  FIELD (CalxChange, FIELD_TEXT, factor_id),   FIELD (CalxChange, FIELD_TEXT, label),
  FIELD (CalxChange, FIELD_TEXT, target_text), FIELD (CalxChange, FIELD_TEXT, option),
  FIELD (CalxChange, FIELD_INT, text_only),    FIELD (CalxChange, FIELD_INT, points_now),
  FIELD (CalxChange, FIELD_INT, points_then),  FIELD (CalxChange, FIELD_NUMBER, ratio_then),
};

static const Field assessment_fields[] = {
  FIELD (CalxAssessment, FIELD_INT, kind),
  FIELD (CalxAssessment, FIELD_TEXT, model_id),
  FIELD (CalxAssessment, FIELD_TEXT, model_version),
  FIELD (CalxAssessment, FIELD_TEXT, model_sha256),
  FIELD (CalxAssessment, FIELD_TEXT, engine_version),
  FIELD (CalxAssessment, FIELD_DATE, date),
  FIELD (CalxAssessment, FIELD_TEXT, setting_id),
  FIELD (CalxAssessment, FIELD_TEXT, setting_label),
  FIELD (CalxAssessment, FIELD_TEXT, setting_grade),
  FIELD (CalxAssessment, FIELD_TEXT, setting_note),
  FIELD (CalxAssessment, FIELD_INT, setting_points),
  FIELD (CalxAssessment, FIELD_INT, has_points),
  FIELD (CalxAssessment, FIELD_INT, points_min),
  FIELD (CalxAssessment, FIELD_INT, points_max),
  FIELD (CalxAssessment, FIELD_INT, complete),
  FIELD (CalxAssessment, FIELD_NUMBER, lp_min),
  FIELD (CalxAssessment, FIELD_NUMBER, lp_max),
  FIELD (CalxAssessment, FIELD_NUMBER, sd),
  FIELD (CalxAssessment, FIELD_NUMBER, ratio_min),
  FIELD (CalxAssessment, FIELD_NUMBER, ratio_max),
  FIELD (CalxAssessment, FIELD_NUMBER, ratio_low),
  FIELD (CalxAssessment, FIELD_NUMBER, ratio_high),
  FIELD (CalxAssessment, FIELD_NUMBER, rate_low),
  FIELD (CalxAssessment, FIELD_NUMBER, rate_high),
  FIELD (CalxAssessment, FIELD_NUMBER, display_ratio_up_to),
  FIELD (CalxAssessment, FIELD_TEXT, band_min),
  FIELD (CalxAssessment, FIELD_TEXT, band_max),
  FIELD (CalxAssessment, FIELD_TEXT, band_label_min),
  FIELD (CalxAssessment, FIELD_TEXT, band_label_max),
  FIELD (CalxAssessment, FIELD_TEXT, band_text),
  FIELD (CalxAssessment, FIELD_TEXT, reason),
  FIELD (CalxAssessment, FIELD_TEXTS, not_assessed),
  FIELD (CalxAssessment, FIELD_TEXTS, always_named),
  FIELD (CalxAssessment, FIELD_TEXTS, notes),
  FIELD (CalxAssessment, FIELD_TEXT, every_band),
  FIELD (CalxAssessment, FIELD_TEXT, validation_status),
  FIELD (CalxAssessment, FIELD_TEXT, validation_text),
  FIELD (CalxAssessment, FIELD_TEXT, population),
  FIELD (CalxAssessment, FIELD_TEXTS, not_for),
};

static const Record contribution_record = RECORD (CalxContribution, contribution_fields);
static const Record unknown_record = RECORD (CalxUnknown, unknown_fields);
static const Record association_record = RECORD (CalxAssociationResult, association_fields);
static const Record change_record = RECORD (CalxChange, change_fields);
static const Record assessment_record = RECORD (CalxAssessment, assessment_fields);

static void
record_init (const Record *record,
             gpointer      data)
{
  for (gsize i = 0; i < record->n_fields; i++)
    {
      gsize offset = record->fields[i].offset;

      if (record->fields[i].kind == FIELD_TEXT)
        MEMBER (char *, data, offset) = g_strdup ("");
      else if (record->fields[i].kind == FIELD_TEXTS)
        MEMBER (char **, data, offset) = g_new0 (char *, 1);
      else if (record->fields[i].kind == FIELD_NUMBER)
        MEMBER (double, data, offset) = NAN;
    }
}

static void
record_clear (const Record *record,
              gpointer      data)
{
  for (gsize i = 0; i < record->n_fields; i++)
    {
      gsize offset = record->fields[i].offset;

      if (record->fields[i].kind == FIELD_TEXT)
        g_clear_pointer (&MEMBER (char *, data, offset), g_free);
      else if (record->fields[i].kind == FIELD_TEXTS)
        g_clear_pointer (&MEMBER (char **, data, offset), g_strfreev);
    }
}

static void
clear_contribution (gpointer data)
{
  record_clear (&contribution_record, data);
}

static void
clear_unknown (gpointer data)
{
  record_clear (&unknown_record, data);
}

static void
clear_association (gpointer data)
{
  record_clear (&association_record, data);
}

static void
clear_change (gpointer data)
{
  record_clear (&change_record, data);
}

static GArray *
new_list (const Record   *record,
          GDestroyNotify  clear)
{
  GArray *list = g_array_new (FALSE, TRUE, record->size);

  g_array_set_clear_func (list, clear);
  return list;
}

CalxAssessment *
calx_assessment_new (void)
{
  CalxAssessment *self = g_atomic_rc_box_new0 (CalxAssessment);

  record_init (&assessment_record, self);
  self->contributions = new_list (&contribution_record, clear_contribution);
  self->unknowns = new_list (&unknown_record, clear_unknown);
  self->associations = new_list (&association_record, clear_association);
  self->changes = new_list (&change_record, clear_change);
  self->source_ids = g_ptr_array_new_with_free_func (g_free);
  self->source_cites = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
assessment_clear (gpointer data)
{
  CalxAssessment *self = data;

  record_clear (&assessment_record, self);
  g_array_unref (self->contributions);
  g_array_unref (self->unknowns);
  g_array_unref (self->associations);
  g_array_unref (self->changes);
  g_ptr_array_unref (self->source_ids);
  g_ptr_array_unref (self->source_cites);
}

CalxAssessment *
calx_assessment_ref (CalxAssessment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
calx_assessment_unref (CalxAssessment *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, assessment_clear);
}

void
calx_assessment_take_text (char **field,
                           char  *text)
{
  g_free (*field);
  *field = text;
}

double
calx_ratio_to_tenths (double ratio)
{
  return floor (ratio * 10.0 + 0.5);
}

guint
calx_assessment_get_source_number (CalxAssessment *self,
                                   const char     *source_id)
{
  g_return_val_if_fail (self != NULL && source_id != NULL, 0);

  for (guint i = 0; i < self->source_ids->len; i++)
    if (g_str_equal (self->source_ids->pdata[i], source_id))
      return i + 1;
  return 0;
}

/* Writing */

static JsonNode *
texts_to_json (char **texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  return json_node_init_array (json_node_alloc (), array);
}

static void
write_number (JsonObject *object,
              const char *name,
              double      value)
{
  if (isfinite (value))
    json_object_set_double_member (object, name, value + 0.0); /* never -0 */
  else
    json_object_set_null_member (object, name);
}

static void
record_write (const Record  *record,
              gconstpointer  data,
              JsonObject    *object)
{
  for (gsize i = 0; i < record->n_fields; i++)
    {
      const Field *field = &record->fields[i];
      const char *text;
      g_autofree char *iso = NULL;
      g_autoptr(JsonNode) texts = NULL;

      switch (field->kind)
        {
        case FIELD_TEXT:
          text = MEMBER (const char *const, data, field->offset);
          json_object_set_string_member (object, field->name, text == NULL ? "" : text);
          break;
        case FIELD_NUMBER:
          write_number (object, field->name, MEMBER (const double, data, field->offset));
          break;
        case FIELD_INT:
          json_object_set_int_member (object, field->name, MEMBER (const int, data, field->offset));
          break;
        case FIELD_TEXTS:
          texts = texts_to_json (MEMBER (char **const, data, field->offset));
          json_object_set_member (object, field->name, g_steal_pointer (&texts));
          break;
        case FIELD_DATE:
        default:
          iso = calx_date_to_iso (MEMBER (const CalxDate, data, field->offset));
          json_object_set_string_member (object, field->name, iso);
          break;
        }
    }
}

static void
write_list (const Record *record,
            GArray       *list,
            JsonObject   *object,
            const char   *name)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < list->len; i++)
    {
      JsonObject *item = json_object_new ();

      record_write (record, list->data + (gsize) i * record->size, item);
      json_array_add_object_element (array, item);
    }
  json_object_set_array_member (object, name, array);
}

static void
write_texts (GPtrArray  *list,
             JsonObject *object,
             const char *name)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < list->len; i++)
    json_array_add_string_element (array, list->pdata[i]);
  json_object_set_array_member (object, name, array);
}

JsonNode *
calx_assessment_to_json (CalxAssessment *self)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "format", ASSESSMENT_FORMAT);
  record_write (&assessment_record, self, object);
  write_list (&contribution_record, self->contributions, object, "contributions");
  write_list (&unknown_record, self->unknowns, object, "unknowns");
  write_list (&association_record, self->associations, object, "associations");
  write_list (&change_record, self->changes, object, "changes");
  write_texts (self->source_ids, object, "source_ids");
  write_texts (self->source_cites, object, "source_cites");
  return json_node_init_object (json_node_alloc (), object);
}

/* Reading */

static void
read_text (CalxReader  *reader,
           JsonObject  *object,
           const char  *path,
           const Field *field,
           gpointer     data)
{
  JsonNode *node = json_object_get_member (object, field->name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    calx_reader_fail (reader, path, field->name, "must be a text");
  else if (field->kind == FIELD_TEXT)
    calx_assessment_take_text (&MEMBER (char *, data, field->offset), json_node_dup_string (node));
  else if (!calx_date_parse (json_node_get_string (node),
                             &MEMBER (CalxDate, data, field->offset)))
    calx_reader_fail (reader, path, field->name, "must be a date");
}

static void
read_int (CalxReader  *reader,
          JsonObject  *object,
          const char  *path,
          const Field *field,
          gpointer     data)
{
  double value = calx_reader_number (reader, object, path, field->name);

  if (value != floor (value) || fabs (value) > 1e9)
    calx_reader_fail (reader, path, field->name, "must be a whole number");
  else
    MEMBER (int, data, field->offset) = (int) value;
}

static void
record_read (CalxReader   *reader,
             const Record *record,
             JsonObject   *object,
             const char   *path,
             gpointer      data)
{
  for (gsize i = 0; i < record->n_fields && reader->error == NULL; i++)
    {
      const Field *field = &record->fields[i];

      switch (field->kind)
        {
        case FIELD_TEXT:
        case FIELD_DATE:
          read_text (reader, object, path, field, data);
          break;
        case FIELD_NUMBER:
          if (!json_object_has_member (object, field->name))
            calx_reader_fail (reader, path, field->name, "is missing");
          else if (calx_reader_has (object, field->name))
            MEMBER (double, data, field->offset) = calx_reader_number (reader, object, path,
                                                                       field->name);
          break;
        case FIELD_INT:
          read_int (reader, object, path, field, data);
          break;
        case FIELD_TEXTS:
        default:
          g_strfreev (MEMBER (char **, data, field->offset));
          MEMBER (char **, data, field->offset) = calx_reader_strings (reader, object, path,
                                                                       field->name);
          break;
        }
    }
}

static void
read_list (CalxReader   *reader,
           const Record *record,
           JsonObject   *object,
           const char   *name,
           GArray       *list)
{
  g_autoptr(JsonArray) array = calx_reader_array (reader, object, "assessment", name);
  guint n = json_array_get_length (array);

  for (guint i = 0; i < n && reader->error == NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("assessment.%s[%u]", name, i);
      g_autoptr(JsonObject) item = calx_reader_as_object (reader, json_array_get_element (array, i),
                                                          path);
      gpointer data;

      g_array_set_size (list, i + 1);
      data = list->data + (gsize) i * record->size;
      record_init (record, data);
      record_read (reader, record, item, path, data);
    }
}

static void
read_texts (CalxReader *reader,
            JsonObject *object,
            const char *name,
            GPtrArray  *list)
{
  g_auto(GStrv) texts = calx_reader_strings (reader, object, "assessment", name);

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (list, g_strdup (texts[i]));
}

static void
check_enums (CalxReader     *reader,
             CalxAssessment *self)
{
  if ((int) self->kind < 0 || self->kind > CALX_ASSESSMENT_NOT_COMPARED)
    calx_reader_fail (reader, "assessment", "kind", "is not known");
  for (guint i = 0; i < self->contributions->len; i++)
    if ((int) CALX_CONTRIBUTION (self, i).state < 0 ||
        CALX_CONTRIBUTION (self, i).state > CALX_FACTOR_DEPENDENT)
      calx_reader_fail (reader, "assessment", "contributions", "state is not known");
  if (self->source_ids->len != self->source_cites->len)
    calx_reader_fail (reader, "assessment", "source_cites", "must be as many as source_ids");
}

CalxAssessment *
calx_assessment_from_json (JsonNode *node,
                           GError  **error)
{
  CalxReader reader = { NULL };
  g_autoptr(JsonObject) object = NULL;
  g_autoptr(CalxAssessment) self = NULL;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = calx_assessment_new ();
  object = calx_reader_as_object (&reader, node, "assessment");
  if (!g_str_equal (calx_reader_string (&reader, object, "assessment", "format"),
                    ASSESSMENT_FORMAT))
    calx_reader_fail (&reader, "assessment", "format", "must be '%s'", ASSESSMENT_FORMAT);
  record_read (&reader, &assessment_record, object, "assessment", self);
  read_list (&reader, &contribution_record, object, "contributions", self->contributions);
  read_list (&reader, &unknown_record, object, "unknowns", self->unknowns);
  read_list (&reader, &association_record, object, "associations", self->associations);
  read_list (&reader, &change_record, object, "changes", self->changes);
  read_texts (&reader, object, "source_ids", self->source_ids);
  read_texts (&reader, object, "source_cites", self->source_cites);
  check_enums (&reader, self);
  if (reader.error != NULL)
    {
      g_propagate_error (error, reader.error);
      return NULL;
    }
  return g_steal_pointer (&self);
}
