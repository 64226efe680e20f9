/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-statement-load.h"
#include "calx-treatments.h"

G_BEGIN_DECLS

struct _CalxTreatments
{
  GPtrArray *kinds;       /* CalxTreatmentKind */
  GPtrArray *groups;      /* CalxTreatmentTerm, as the next three */
  GPtrArray *routes;
  GPtrArray *indications;
  GPtrArray *adverse;
};

/* "evidence", "doses", "sides": a list of facts (text, strength, sources); with @rated each must have a
 * strength. Empty where the member is missing. */
GPtrArray *calx_treatment_facts_load (CalxFactLoad *load,
                                      JsonObject   *object,
                                      const char   *path,
                                      const char   *field,
                                      gboolean      rated) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
