/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-knowledge.h"

G_BEGIN_DECLS

/* Writes the sample clinic (data/sample/clinic.json) into a new file at @path, 0600. The content is the
 * same each time: ids, times, salts and who come from a fixed seed. A file that exists is an error and
 * stays as it was. */
gboolean calx_demo_write (const char     *path,
                          CalxKnowledge  *knowledge,
                          GError        **error);

G_END_DECLS
