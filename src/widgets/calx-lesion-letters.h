/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "calx-lesion.h"

G_BEGIN_DECLS

/* The keys that give the selected lesion on the map its type: translated, upper case. */

/* 0: that one has none. */
gunichar calx_lesion_type_to_letter (CalxLesionType  type);
/* By a letter in either case; FALSE where it is none of them. */
gboolean calx_lesion_letter_to_type (gunichar        letter,
                                     CalxLesionType *ret_type);
/* "Papule (P)"; without a letter the words alone. */
char    *calx_lesion_type_with_letter (CalxLesionType type) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
