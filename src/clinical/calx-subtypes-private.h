/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-subtypes.h"

G_BEGIN_DECLS

struct _CalxSubtypes
{
  GPtrArray      *facts;    /* CalxStatement */
  GPtrArray      *codes;    /* CalxSubtypeCode */
  GPtrArray      *subtypes; /* CalxSubtype */
};

G_END_DECLS
