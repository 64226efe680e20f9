/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-database.h"
#include "calx-store.h"

G_BEGIN_DECLS

/* What the repositories need of the store that they work for. */
CalxDatabase *calx_store_get_database (CalxStore *self);
/* The person on whose account this runs. */
const char   *calx_store_get_who      (CalxStore *self);
gint64        calx_store_get_now_us   (CalxStore *self);
/* The day of the person's clock. */
CalxDate      calx_store_get_today    (CalxStore *self);
char         *calx_store_new_uuid     (CalxStore *self) G_GNUC_WARN_UNUSED_RESULT;
/* @n random bytes as lower-case hexadecimal digits. */
char         *calx_store_new_salt     (CalxStore *self,
                                       gsize      n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
