/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-reader.h"
#include "calx-sources.h"

G_BEGIN_DECLS

/* The member "sources" of @root, by id. Never NULL; faults stay in @reader. */
CalxSources *calx_sources_load (CalxReader  *reader,
                                JsonObject  *root,
                                const char  *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
