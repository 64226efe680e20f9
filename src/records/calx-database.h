/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "calx-store.h"

G_BEGIN_DECLS

/* One connection to one file, opened with every safeguard. Used by one thread at a time. */
typedef struct _CalxDatabase CalxDatabase;

#define CALX_FILE_ID 0x43616c78 /* "Calx" */
/* The longest value: issued pages are stored. */
#define CALX_LENGTH_LIMIT (16 * 1024 * 1024)

/* Opens @path (existing, or made empty with CALX_STORE_CREATE) and checks that it is Calx's or empty,
 * whole, and not beyond step @newest_schema. Nothing is written to a file that is refused. */
CalxDatabase *calx_database_open       (const char     *path,
                                        CalxStoreFlags  flags,
                                        int             newest_schema,
                                        const char     *vfs,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void          calx_database_close      (CalxDatabase   *self);
sqlite3      *calx_database_get_handle (CalxDatabase   *self);
const char   *calx_database_get_path   (CalxDatabase   *self);
const char   *calx_database_get_vfs    (CalxDatabase   *self); /* NULL: the default */
gboolean      calx_database_is_read_only (CalxDatabase *self);
/* The step of the schema that the file stands at; 0: empty. */
int           calx_database_get_schema (CalxDatabase   *self);
void          calx_database_set_schema (CalxDatabase   *self,
                                        int             schema);

/* From here on only @thread may use the connection; NULL: whoever calls. */
void          calx_database_set_owner  (CalxDatabase   *self,
                                        GThread        *thread);
gboolean      calx_database_may_use    (CalxDatabase   *self);
/* May be called from any thread: the running statement ends with G_IO_ERROR_CANCELLED. */
void          calx_database_interrupt  (CalxDatabase   *self);

/* Runs statements that give no rows. */
gboolean      calx_database_execute    (CalxDatabase   *self,
                                        const char     *sql,
                                        GError        **error);
gboolean      calx_database_begin      (CalxDatabase   *self,
                                        GError        **error);
/* Commits where @ok, else rolls back. TRUE where everything is in the file. */
gboolean      calx_database_finish     (CalxDatabase   *self,
                                        gboolean        ok,
                                        GError        **error);

/* Sets @error from an extended result code, in words that say what to do. */
void          calx_database_set_error  (CalxDatabase   *self,
                                        int             code,
                                        GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxDatabase, calx_database_close)

G_END_DECLS
