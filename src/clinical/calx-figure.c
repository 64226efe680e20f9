/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-figure.h"

#include "calx-facts.h"
#include "calx-reader.h"

#include <math.h>

#define MM_PER_CM 10.0

typedef struct
{
  char  *label;
  double stature_mm;
} Figure;

/* The first whose conditions all hold decides. */
typedef struct
{
  CalxFigure figure;
  CalxSex    sex;             /* UNKNOWN: of either */
  double     age_below_years; /* NAN: of any age */
  double     bmi_from;        /* NAN: of any build */
} Rule;

struct _CalxFigures
{
  Figure  figures[CALX_N_FIGURES];
  GArray *rules; /* Rule */
};

static const char *const figure_ids[CALX_N_FIGURES] = {
  [CALX_FIGURE_WOMAN] = "woman",
  [CALX_FIGURE_MAN] = "man",
  [CALX_FIGURE_WOMAN_LARGE] = "woman-large",
  [CALX_FIGURE_MAN_LARGE] = "man-large",
  [CALX_FIGURE_CHILD] = "child",
  [CALX_FIGURE_INFANT] = "infant",
};

const char *
calx_figure_to_id (CalxFigure figure)
{
  g_return_val_if_fail (figure < CALX_N_FIGURES, "");

  return figure_ids[figure];
}

gboolean
calx_figure_from_id (const char *id,
                     CalxFigure *ret_figure)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (ret_figure != NULL, FALSE);

  for (guint i = 0; i < CALX_N_FIGURES; i++)
    if (g_str_equal (figure_ids[i], id))
      {
        *ret_figure = i;
        return TRUE;
      }
  return FALSE;
}

CalxFigure
calx_figure_standard (CalxSex sex)
{
  return sex == CALX_SEX_MALE ? CALX_FIGURE_MAN : CALX_FIGURE_WOMAN;
}

static void
check_sources (CalxReader  *reader,
               JsonObject  *object,
               const char  *path,
               CalxSources *sources)
{
  g_auto(GStrv) ids = calx_reader_strings (reader, object, path, "sources");

  if (ids[0] == NULL)
    calx_reader_fail (reader, path, "sources", "must not be empty");
  for (guint i = 0; ids[i] != NULL; i++)
    if (calx_sources_find (sources, ids[i]) == NULL)
      calx_reader_fail (reader, path, "sources", "no source is called '%s'", ids[i]);
}

static CalxFigure
load_figure_id (CalxReader *reader,
                JsonObject *object,
                const char *path,
                const char *field)
{
  const char *id = calx_reader_string (reader, object, path, field);
  CalxFigure figure = CALX_FIGURE_WOMAN;

  if (!calx_figure_from_id (id, &figure))
    calx_reader_fail (reader, path, field, "there is no figure '%s'", id);
  return figure;
}

static void
load_figure (CalxFigures *self,
             CalxReader  *reader,
             JsonObject  *object,
             const char  *path,
             CalxSources *sources)
{
  Figure *figure = &self->figures[load_figure_id (reader, object, path, "id")];

  if (figure->label != NULL)
    {
      calx_reader_fail (reader, path, "id", "is there twice");
      return;
    }
  figure->label = g_strdup (calx_reader_string (reader, object, path, "label"));
  figure->stature_mm = calx_reader_number (reader, object, path, "stature_mm");
  if (!(figure->stature_mm > 0.0))
    calx_reader_fail (reader, path, "stature_mm", "must be above 0");
  check_sources (reader, object, path, sources);
}

static double
load_number_or_nan (CalxReader *reader,
                    JsonObject *object,
                    const char *path,
                    const char *field)
{
  return calx_reader_has (object, field) ? calx_reader_number (reader, object, path, field) : NAN;
}

static void
load_rule (CalxFigures *self,
           CalxReader  *reader,
           JsonObject  *object,
           const char  *path,
           CalxSources *sources)
{
  const char *sex = calx_reader_text (reader, object, path, "sex");
  Rule rule = {
    .figure = load_figure_id (reader, object, path, "figure"),
    .age_below_years = load_number_or_nan (reader, object, path, "age_below_years"),
    .bmi_from = load_number_or_nan (reader, object, path, "bmi_from"),
  };

  if (!calx_sex_from_id (sex, &rule.sex))
    calx_reader_fail (reader, path, "sex", "'%s' is not female or male", sex);
  check_sources (reader, object, path, sources);
  g_array_append_val (self->rules, rule);
}

typedef void (*LoadPart) (CalxFigures *self,
                          CalxReader  *reader,
                          JsonObject  *object,
                          const char  *path,
                          CalxSources *sources);

static void
load_list (CalxFigures *self,
           CalxReader  *reader,
           JsonObject  *root,
           const char  *name,
           const char  *field,
           CalxSources *sources,
           LoadPart     load)
{
  g_autofree char *top = g_strconcat (name, ":", NULL);
  g_autoptr(JsonArray) array = calx_reader_array (reader, root, top, field);

  for (guint i = 0; i < json_array_get_length (array) && reader->error == NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s: %s[%u]", name, field, i);
      g_autoptr(JsonObject) object = calx_reader_as_object (reader, json_array_get_element (array, i), path);

      load (self, reader, object, path, sources);
    }
}

static void
check_whole (CalxFigures *self,
             CalxReader  *reader,
             const char  *name)
{
  g_autofree char *top = g_strconcat (name, ":", NULL);
  const Rule *last = self->rules->len > 0 ? &g_array_index (self->rules, Rule, self->rules->len - 1) : NULL;

  for (guint i = 0; i < CALX_N_FIGURES; i++)
    if (self->figures[i].label == NULL)
      calx_reader_fail (reader, top, "figures", "'%s' is missing", figure_ids[i]);
  if (last == NULL || last->sex != CALX_SEX_UNKNOWN || !isnan (last->age_below_years) || !isnan (last->bmi_from))
    calx_reader_fail (reader, top, "rules", "the last one must hold for everyone");
}

CalxFigures *
calx_figures_new (GBytes       *json,
                  const char   *name,
                  CalxSources  *sources,
                  GError      **error)
{
  g_autoptr(CalxFigures) self = NULL;
  g_autoptr(JsonObject) root = NULL;
  CalxReader reader = { NULL };

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (sources != NULL, NULL);

  root = calx_reader_open (&reader, json, name, "calx-figures/1");
  self = g_new0 (CalxFigures, 1);
  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  load_list (self, &reader, root, name, "figures", sources, load_figure);
  load_list (self, &reader, root, name, "rules", sources, load_rule);
  check_whole (self, &reader, name);
  if (reader.error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, reader.error);
  return NULL;
}

void
calx_figures_free (CalxFigures *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < CALX_N_FIGURES; i++)
    g_free (self->figures[i].label);
  g_array_unref (self->rules);
  g_free (self);
}

const char *
calx_figures_get_label (CalxFigures *self,
                        CalxFigure   figure)
{
  g_return_val_if_fail (self != NULL && figure < CALX_N_FIGURES, "");

  return self->figures[figure].label;
}

double
calx_figures_get_stature_mm (CalxFigures *self,
                             CalxFigure   figure)
{
  g_return_val_if_fail (self != NULL && figure < CALX_N_FIGURES, 1.0);

  return self->figures[figure].stature_mm;
}

CalxFigure
calx_figure_choose (CalxFigures *self,
                    CalxSex      sex,
                    double       age_years,
                    double       bmi)
{
  g_return_val_if_fail (self != NULL, CALX_FIGURE_WOMAN);

  for (guint i = 0; i < self->rules->len; i++)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, i);

      /* What is not known meets no condition. */
      if ((rule->sex == CALX_SEX_UNKNOWN || rule->sex == sex) &&
          (isnan (rule->age_below_years) || age_years < rule->age_below_years) &&
          (isnan (rule->bmi_from) || bmi >= rule->bmi_from))
        return rule->figure;
    }
  return CALX_FIGURE_WOMAN;
}

CalxFigure
calx_figure_choose_for (CalxFigures       *self,
                        const CalxPatient *patient,
                        CalxFindings      *findings,
                        CalxDate           on)
{
  const CalxFacts facts = { .findings = findings, .date = on };
  const CalxInput *input;
  CalxFact fact = { 0 };
  double bmi = NAN;
  double age_years = NAN;
  int low_years;
  int high_years;

  g_return_val_if_fail (self != NULL, CALX_FIGURE_WOMAN);
  g_return_val_if_fail (findings != NULL, CALX_FIGURE_WOMAN);

  input = calx_inputs_find (calx_findings_get_inputs (findings), "bmi");
  if (input != NULL && calx_facts_get_number (&facts, input, &fact))
    bmi = fact.value;
  if (patient != NULL && calx_patient_age_years (patient, on, &low_years, &high_years))
    age_years = high_years;
  return calx_figure_choose (self, patient != NULL ? patient->sex : CALX_SEX_UNKNOWN, age_years, bmi);
}

double
calx_figure_get_scale_mm (CalxFigures  *self,
                          CalxFigure    figure,
                          CalxFindings *findings)
{
  const CalxInput *input;
  double canonical;

  g_return_val_if_fail (self != NULL && figure < CALX_N_FIGURES, 1.0);

  input = findings != NULL ? calx_inputs_find (calx_findings_get_inputs (findings), "height") : NULL;
  if (input != NULL && calx_finding_get_number (calx_findings_get (findings, input->index), input, &canonical))
    {
      const CalxUnit *cm = calx_quantity_find_unit (input->quantity, "cm");

      if (cm != NULL)
        return calx_unit_from_canonical (cm, canonical) * MM_PER_CM;
    }
  return self->figures[figure].stature_mm;
}
