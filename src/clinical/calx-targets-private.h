/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-targets.h"

G_BEGIN_DECLS

struct _CalxTargets
{
  char               *text;
  CalxInputs         *inputs;
  const CalxQuantity *product; /* of calcium and phosphate */
  GPtrArray          *bodies;
  GPtrArray          *warnings;
};

G_END_DECLS
