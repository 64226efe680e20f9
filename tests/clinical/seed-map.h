/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "calx-knowledge.h"

/* seed-map.json: what carries each row of the seeds' requirements. */

/* "input" and its id; both are of the map. */
typedef struct
{
  const char *kind;
  const char *id;
} SeedTarget;

/* The whole file; ends the test where it does not load. */
JsonObject *seed_map_load       (void);
/* The targets of one row; NULL where the row is not in the map. Of SeedTarget. */
GArray     *seed_map_get        (JsonObject    *map,
                                 const char    *row);
/* Every row of the seeds: "A1.1", "A3 POEMS syndrome", "A6 morphea", ... NULL where the seeds are not there. */
GPtrArray  *seed_map_list_rows  (void);
/* What a target is called in the loaded tables, untranslated; NULL where they have no such thing. */
const char *seed_map_resolve    (CalxKnowledge    *knowledge,
                                 const SeedTarget *target);
