/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-reader.h"
#include "calx-risk-model-private.h"

G_BEGIN_DECLS

/* Fills @self, which holds empty tables, from @root; what is wrong is left in @reader. */
void calx_model_load        (CalxRiskModel *self,
                             CalxReader    *reader,
                             JsonNode      *root,
                             const char    *name);
/* Adds one factor of the list to the table; the settings and sources are there already. */
void calx_model_load_factor (CalxRiskModel *self,
                             CalxReader    *reader,
                             JsonObject    *object,
                             const char    *path);
/* Every id must be a source of the model. */
char **calx_model_load_sources (CalxRiskModel *self,
                                CalxReader    *reader,
                                JsonObject    *object,
                                const char    *path);
/* The index of a setting, or -1 */
int  calx_model_find_setting (CalxRiskModel *self,
                              const char    *id);
/* The index of a factor, or -1 */
int  calx_model_find_factor  (CalxRiskModel *self,
                              const char    *id);

G_END_DECLS
