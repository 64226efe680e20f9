/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-date.h"
#include "calx-units.h"

G_BEGIN_DECLS

typedef struct _CalxInputs CalxInputs;

typedef enum
{
  CALX_INPUT_BOOLEAN,
  CALX_INPUT_CHOICE,
  CALX_INPUT_NUMBER,
  CALX_INPUT_DATE,
} CalxInputKind;

/* Who writes an input's finding. */
typedef enum
{
  CALX_INPUT_BY_PERSON,  /* entered in the form */
  CALX_INPUT_BY_PATIENT, /* from the patient's record: sex, age */
  CALX_INPUT_BY_MAP,     /* entered in the form, overruled by open lesions on the map */
} CalxInputSource;

typedef struct
{
  const char *id;
  const char *label; /* translatable */
} CalxChoice;

/* A range of numbers, ends included, that in @unit is rare but in @meant is common: a person who enters
 * one is asked whether @meant was meant. */
typedef struct
{
  const CalxUnit *unit;
  const CalxUnit *meant;
  double          from;
  double          to;
} CalxUnitQuestion;

/* One row of inputs.json. Limits are in the quantity's canonical unit; NAN: no limit. */
typedef struct _CalxInput CalxInput;

struct _CalxInput
{
  guint               index; /* dense, from 0: the key of CalxFindings */
  const char         *id;
  const char         *label; /* translatable */
  const char         *help;  /* translatable, or NULL */
  const char         *group; /* id of a CalxInputGroup */
  CalxInputKind       kind;
  CalxInputSource     source;
  const CalxChoice   *choices;
  gsize               n_choices;
  const CalxQuantity *quantity;      /* of numbers */
  gboolean            unitless;      /* a count: no unit in column names */
  gboolean            whole;         /* whole numbers only */
  gboolean            laboratory;    /* dated, grows stale, may be "low", "normal", "high" */
  gboolean            first;         /* one of the few that stand first in the form */
  gboolean            sited;         /* a boolean that, where yes, may have a date and a place on the body */
  gboolean            carried;       /* a new session starts from the last finding */
  gboolean            can_be_absent; /* the absent key means something */
  const char         *absent_text;   /* what absent stands for, as typed: "0", "none"; NULL: no value */
  double              hard_min;
  double              hard_max;
  double              soft_min;
  double              soft_max;
  double              reference_low;  /* of the laboratory's reference range, ends included */
  double              reference_high;
  const char         *below_hint;    /* said after a refusal below hard_min; translatable, or NULL */
  const CalxUnitQuestion *questions;
  gsize               n_questions;
  const CalxInput   **implied_by;    /* each of them, where yes, makes this one yes */
  gsize               n_implied_by;
};

typedef struct
{
  const char *id;
  const char *label; /* translatable */
} CalxInputGroup;

/* Reads inputs.json ("calx-inputs/1"). Every quantity it names must be in @units; errors are
 * CALX_DATA_ERROR and name file and field.
 *
 * Beside "stale_days", "expired_days" and "groups" (id, label; in the order of the form) stand the
 * "inputs", in the order of the form and of files. Each has "id", "label", "group", "kind" ("boolean",
 * "choice", "number", "date") and may have "help", "written_by" ("person" where missing, "patient",
 * "map"), "laboratory", "carried", "can_be_absent" (booleans always can) and "absent_text"; a choice its
 * "choices" (id, label); a boolean "sited" and "implied_by" (ids of booleans, which may not be implied
 * themselves); each "first"; a number its "quantity", "unitless", "whole", "hard_min", "hard_max",
 * "soft_min", "soft_max", "reference_low", "reference_high" (canonical unit, ends included; with
 * "reference_source"), "below_hint", and "asks" (unit, from, to,
 * meant: see CalxUnitQuestion, numbers in that unit). "codes" and "source" are for people and for
 * exchange; a field that is not named here is passed over. */
CalxInputs           *calx_inputs_new           (GBytes      *json,
                                                 const char  *name,
                                                 CalxUnits   *units,
                                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;
CalxInputs           *calx_inputs_ref           (CalxInputs  *self);
void                  calx_inputs_unref         (CalxInputs  *self);
guint                 calx_inputs_get_n         (CalxInputs  *self);
const CalxInput      *calx_inputs_get           (CalxInputs  *self,
                                                 guint        index);
/* NULL where there is none */
const CalxInput      *calx_inputs_find          (CalxInputs  *self,
                                                 const char  *id);
const CalxInputGroup *calx_inputs_get_groups    (CalxInputs  *self,
                                                 gsize       *ret_n_groups);
/* A laboratory value older than this on the session's date is marked with its age. */
int                   calx_inputs_get_stale_days   (CalxInputs *self);
/* Older than this it counts as unknown. */
int                   calx_inputs_get_expired_days (CalxInputs *self);
const CalxChoice     *calx_input_find_choice    (const CalxInput *input,
                                                 const char      *choice_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxInputs, calx_inputs_unref)

G_END_DECLS
