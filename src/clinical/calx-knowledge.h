/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-conflicts.h"
#include "calx-criteria.h"
#include "calx-figure.h"
#include "calx-handbook.h"
#include "calx-inputs.h"
#include "calx-instruments.h"
#include "calx-prognosis.h"
#include "calx-regions.h"
#include "calx-risk-model.h"
#include "calx-sources.h"
#include "calx-subtypes.h"
#include "calx-targets.h"
#include "calx-treatments.h"
#include "calx-units.h"
#include "calx-workup.h"

G_BEGIN_DECLS

/* All of data/ that the program computes with, loaded once. Immutable after loading, refcounted,
 * may be shared between threads. */
typedef struct
{
  CalxUnits       *units;
  CalxInputs      *inputs;
  CalxRegions     *regions;
  CalxSources     *sources; /* of the fact files; the model has its own */
  CalxFigures     *figures;
  CalxInstruments *instruments;
  CalxCriteria    *criteria;
  CalxHandbook    *handbook;
  CalxSubtypes    *subtypes;
  CalxPrognosis   *prognosis;
  CalxTargets     *targets;
  CalxTreatments  *treatments;
  CalxConflicts   *conflicts;
  CalxRiskModel   *model;
  CalxWorkup      *workup;
} CalxKnowledge;

/* Loads the bundle calx-data (registered here, by name, since a static library drops constructors).
 * @model_path (nullable): another model file instead of the shipped one. Any fault in any file is an
 * error that names the file and the field. */
CalxKnowledge *calx_knowledge_load  (const char     *model_path,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
CalxKnowledge *calx_knowledge_ref   (CalxKnowledge  *self);
void           calx_knowledge_unref (CalxKnowledge  *self);
/* A file of the bundle by its name below data/: "body/body-woman.json". */
GBytes        *calx_knowledge_lookup (const char    *name,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxKnowledge, calx_knowledge_unref)

G_END_DECLS
