/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _CalxUnits CalxUnits;

typedef enum
{
  CALX_UNIT_SYSTEM_BOTH,
  CALX_UNIT_SYSTEM_CONVENTIONAL,
  CALX_UNIT_SYSTEM_SI,
} CalxUnitSystem;

/* One unit of one quantity. Every quantity has one canonical unit, in which limits, rules and
 * the model are computed; value in the canonical unit = value / divide * multiply. */
typedef struct
{
  const char    *code;     /* UCUM, as printed: "mg/dL" */
  const char    *label;    /* for people; translatable */
  CalxUnitSystem system;
  double         multiply;
  double         divide;
  int            decimals; /* how many people expect to see of a computed value */
  const char *const *aliases; /* other spellings read, never written; NULL-terminated */
} CalxUnit;

typedef struct
{
  const char     *id;
  const CalxUnit *units;   /* the first one is canonical */
  gsize           n_units;
} CalxQuantity;

/* Reads units.json ("calx-units/1"). @name is named in errors, which are CALX_DATA_ERROR.
 *
 * Each of "quantities" has an "id", a "source" (where the factors come from; a number without one is
 * refused) and "units", the canonical one first. A unit has a "code", a "system" ("conventional", "si"
 * or "both"), "decimals", and may have a "label" (the code where there is none), "multiply", "divide"
 * (1 where there is none) and "aliases". No spelling may mean two units of one quantity. */
CalxUnits          *calx_units_new            (GBytes             *json,
                                               const char         *name,
                                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;
CalxUnits          *calx_units_ref            (CalxUnits          *self);
void                calx_units_unref          (CalxUnits          *self);
const CalxQuantity *calx_units_get_quantity   (CalxUnits          *self,
                                               const char         *quantity_id);
/* NULL where the quantity has no such unit; aliases of units.json are understood. */
const CalxUnit     *calx_quantity_find_unit   (const CalxQuantity *quantity,
                                               const char         *code);
/* The unit of that system; the canonical one where none is of that system. */
const CalxUnit     *calx_quantity_get_unit    (const CalxQuantity *quantity,
                                               CalxUnitSystem      system);
double              calx_unit_to_canonical    (const CalxUnit     *unit,
                                               double              value);
double              calx_unit_from_canonical  (const CalxUnit     *unit,
                                               double              value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxUnits, calx_units_unref)

G_END_DECLS
