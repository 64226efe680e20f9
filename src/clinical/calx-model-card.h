/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-compendium.h"

G_BEGIN_DECLS

/* Adds the card of @self to @card: where each number of the model comes from, how it is used, and what it does
 * not show. @card must not outlive @self. */
void calx_risk_model_add_card (CalxRiskModel  *self,
                               CalxCompendium *card);

G_END_DECLS
