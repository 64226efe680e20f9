/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-lesion.h"

G_BEGIN_DECLS

/* Lesions reduced to what is said of them. Only open ones count. */
typedef struct
{
  gboolean present[CALX_N_SITE_CLASSES];
  guint    n_in_class[CALX_N_SITE_CLASSES];
  gboolean mixed;       /* more than one of genital, central, peripheral, acral */
  guint    n_open;
  guint    n_healed;
  guint    n_ulcerated;
  guint    n_ulceration_unknown;
  guint    n_size_unknown;
  double   area_mm2;    /* of the open ones whose area is known */
  int      worst_pain;  /* or CALX_PAIN_UNKNOWN */
  gboolean calf;        /* any open lesion of the calf: said on a line of its own */
} CalxDistribution;

/* @lesions: CalxLesion */
void calx_distribution_init (CalxDistribution *self,
                             CalxRegions      *regions,
                             GPtrArray        *lesions);

G_END_DECLS
