/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-inputs.h"
#include "calx-regions.h"

/* The tables as they stand in data/, loaded once. A test ends where one does not load. */
CalxUnits       *tables_units   (void);
CalxInputs      *tables_inputs  (void);
CalxRegions     *tables_regions (void);
const CalxInput *tables_input   (const char *id);
/* A file of data/ as text */
char            *tables_read    (const char *name);
