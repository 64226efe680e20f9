/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* RFC 4180 over a stream: UTF-8 with or without a byte-order mark, LF or CRLF, quotes. */
typedef struct _CalxCsvReader CalxCsvReader;

#define CALX_CSV_ERROR (calx_csv_error_quark ())
typedef enum
{
  CALX_CSV_ERROR_QUOTES,  /* a quote inside a bare cell, text after a closing quote, none at the end */
  CALX_CSV_ERROR_SIZE,    /* a row over 1 MiB */
} CalxCsvError;
GQuark calx_csv_error_quark (void);

CalxCsvReader *calx_csv_reader_new      (GInputStream   *stream) G_GNUC_WARN_UNUSED_RESULT;
void           calx_csv_reader_free     (CalxCsvReader  *self);
/* The next row's cells, or NULL at the end (no error) or on an error. Cells need not be valid UTF-8:
 * the caller checks. After CALX_CSV_ERROR_QUOTES reading goes on at the next line. */
char         **calx_csv_reader_next     (CalxCsvReader  *self,
                                         gsize          *ret_n_cells,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;
/* 1-based line on which the last row began. */
guint          calx_csv_reader_get_line (CalxCsvReader  *self);
/* Appends one row, quoted where needed, ended by LF. */
void           calx_csv_append_row      (GString            *out,
                                         const char * const *cells);
/* Appends one cell, quoted where needed, without a separator. */
void           calx_csv_append_cell     (GString        *out,
                                         const char     *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxCsvReader, calx_csv_reader_free)

G_END_DECLS
