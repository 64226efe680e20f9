/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-sources.h"

G_BEGIN_DECLS

/* The instruments with which a lesion, or how a patient lives with it, is scored: data/instruments.json.
 * A fact, never a rule: no band is put on a total. Immutable after loading, refcounted. */
typedef struct _CalxInstruments CalxInstruments;

typedef struct
{
  char    *id;
  char    *label;        /* for people; translatable */
  gboolean is_confirmed; /* read in the paper; otherwise this project's proposal, and said to be so */
} CalxInstrumentItem;

typedef struct
{
  char  *text; /* for people; translatable */
  char **sources;
} CalxInstrumentFact;

typedef struct
{
  char      *id;
  char      *label;   /* for people, as the next two; translatable */
  char      *text;
  char      *caution;
  gboolean   is_of_lesion; /* otherwise of the patient */
  char      *input_id; /* in which a patient's total is entered; "" of a lesion */
  int        min;     /* of the total, the best */
  int        max;     /* the worst */
  GPtrArray *items;   /* CalxInstrumentItem; none where the total alone is entered */
  GPtrArray *facts;   /* CalxInstrumentFact */
  char     **sources;
} CalxInstrument;

/* Reads instruments.json ("calx-instruments/1"). @name is named in errors, which are CALX_DATA_ERROR. An
 * instrument, or a fact of it, whose sources @sources lacks or that has none is refused, and so is a "bwat_cua" that has not as many
 * items as a lesion has scores for. */
CalxInstruments      *calx_instruments_new   (GBytes           *json,
                                              const char       *name,
                                              CalxSources      *sources,
                                              GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void                  calx_instruments_free  (CalxInstruments  *self);
/* "Gould LJ et al. Diagnostics 2021;11:730, PMC8073812", of an instrument's sources or a fact's. */
char                 *calx_instruments_cite  (CalxInstruments  *self,
                                              char *const      *source_ids) G_GNUC_WARN_UNUSED_RESULT;
guint                 calx_instruments_get_n (CalxInstruments  *self);
const CalxInstrument *calx_instruments_get   (CalxInstruments  *self,
                                              guint             index);
/* NULL where there is none. "bwat_cua" is always there. */
const CalxInstrument *calx_instruments_find  (CalxInstruments  *self,
                                              const char       *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxInstruments, calx_instruments_free)

G_END_DECLS
