/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-compendium.h"

G_BEGIN_DECLS

/* A statement of a fact file, with its note, how well it is founded, and its sources. */
CalxCompendiumEntry *calx_compendium_add_statement (CalxCompendiumSection *section,
                                                    CalxSources           *sources,
                                                    const CalxStatement   *statement);
/* The chapters that are made from the fact files other than the handbook's own. */
void                 calx_compendium_add_facts     (CalxCompendium        *self);

G_END_DECLS
