/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-findings.h"

G_BEGIN_DECLS

/* The surface of the body of height and weight (Mosteller 1987), as they stand on a day; FALSE where one of
 * them is not known or refused: there is no typical surface. */
gboolean calx_body_surface_get_mm2 (CalxFindings *findings,
                                    CalxDate      on,
                                    double       *ret_mm2);

G_END_DECLS
