/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-csv.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define BUFFER_SIZE 16384
#define MAX_ROW_BYTES (1024 * 1024)

/* What next_byte() and peek_byte() return beside a byte. */
#define BYTE_END (-1)
#define BYTE_ERROR (-2)

/* No UTF-8 text holds it: it stands for a NUL byte, which a C string cannot, so that the caller's
 * check of the cell fails as it should. */
#define NOT_UTF8 '\xff'

static const guint8 byte_order_mark[] = { 0xef, 0xbb, 0xbf };

G_DEFINE_QUARK (calx-csv-error-quark, calx_csv_error)

struct _CalxCsvReader
{
  GInputStream *stream;
  guint8        buffer[BUFFER_SIZE];
  gsize         position;
  gsize         length;
  gboolean      stream_ended;
  gboolean      started;   /* the byte-order mark has been looked for */
  gboolean      failed;    /* nothing more can be read */
  guint         line;      /* of the next byte */
  guint         row_line;  /* on which the last row began */
  gsize         row_bytes; /* taken for this row so far */
  GString      *cell;
};

typedef enum
{
  ROW_GOES_ON,
  ROW_ENDED,
  ROW_FAILED,
} RowState;

/* Takes a reference on @stream. */
CalxCsvReader *
calx_csv_reader_new (GInputStream *stream)
{
  CalxCsvReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  self = g_malloc (sizeof *self);
  self->stream = g_object_ref (stream);
  self->position = 0;
  self->length = 0;
  self->stream_ended = FALSE;
  self->started = FALSE;
  self->failed = FALSE;
  self->line = 1;
  self->row_line = 1;
  self->row_bytes = 0;
  self->cell = g_string_new (NULL);
  return self;
}

void
calx_csv_reader_free (CalxCsvReader *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->stream);
  g_string_free (self->cell, TRUE);
  g_free (self);
}

guint
calx_csv_reader_get_line (CalxCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->row_line;
}

/* Keeps what is unread and adds to it. FALSE on an error. */
static gboolean
fill_buffer (CalxCsvReader  *self,
             GError        **error)
{
  gssize n_read;

  memmove (self->buffer, self->buffer + self->position, self->length - self->position);
  self->length -= self->position;
  self->position = 0;

  n_read = g_input_stream_read (self->stream, self->buffer + self->length,
                                BUFFER_SIZE - self->length, /* cancellable= */ NULL, error);
  if (n_read < 0)
    {
      self->failed = TRUE;
      return FALSE;
    }
  self->stream_ended = n_read == 0;
  self->length += n_read;
  return TRUE;
}

static gboolean
skip_byte_order_mark (CalxCsvReader  *self,
                      GError        **error)
{
  self->started = TRUE;
  while (self->length < sizeof byte_order_mark && !self->stream_ended)
    if (!fill_buffer (self, error))
      return FALSE;
  if (self->length >= sizeof byte_order_mark &&
      memcmp (self->buffer, byte_order_mark, sizeof byte_order_mark) == 0)
    self->position = sizeof byte_order_mark;
  return TRUE;
}

static int
peek_byte (CalxCsvReader  *self,
           GError        **error)
{
  if (self->position == self->length && !self->stream_ended && !fill_buffer (self, error))
    return BYTE_ERROR;
  return self->position < self->length ? self->buffer[self->position] : BYTE_END;
}

/* As peek_byte(), and takes it. A row that is too long is an error here. */
static int
next_byte (CalxCsvReader  *self,
           GError        **error)
{
  int byte = peek_byte (self, error);

  if (byte < 0)
    return byte;
  if (self->row_bytes == MAX_ROW_BYTES)
    {
      self->failed = TRUE;
      g_set_error (error, CALX_CSV_ERROR, CALX_CSV_ERROR_SIZE,
                   _("line %u: the row is longer than 1 MiB"), self->row_line);
      return BYTE_ERROR;
    }
  self->position++;
  self->row_bytes++;
  if (byte == '\n')
    self->line++;
  return byte;
}

static void
append_byte (GString *cell,
             int      byte)
{
  g_string_append_c (cell, byte == '\0' ? NOT_UTF8 : (char) byte);
}

/* After a broken cell: everything up to and with the next LF. */
static void
skip_line (CalxCsvReader *self)
{
  int byte;

  do
    {
      self->row_bytes = 0; /* what is skipped is not kept, however long it is */
      byte = next_byte (self, NULL);
    }
  while (byte >= 0 && byte != '\n');
}

static RowState
fail_quotes (CalxCsvReader  *self,
             guint           n_before,
             const char     *why,
             GError        **error)
{
  g_set_error (error, CALX_CSV_ERROR, CALX_CSV_ERROR_QUOTES,
               _("line %u, cell %u: %s"), self->row_line, n_before + 1, why);
  return ROW_FAILED;
}

/* What follows a cell, @byte taken already: a separator, or the end of the row.
 * FALSE where it is none of these. */
static gboolean
read_separator (CalxCsvReader  *self,
                int             byte,
                RowState       *ret_state,
                GError        **error)
{
  if (byte == '\r' && peek_byte (self, NULL) == '\n')
    byte = next_byte (self, error);

  if (byte == BYTE_ERROR)
    *ret_state = ROW_FAILED;
  else if (byte == ',')
    *ret_state = ROW_GOES_ON;
  else if (byte == '\n' || byte == BYTE_END)
    *ret_state = ROW_ENDED;
  else
    return FALSE;
  return TRUE;
}

static RowState
read_bare_cell (CalxCsvReader  *self,
                guint           n_before,
                GError        **error)
{
  for (;;)
    {
      int byte = next_byte (self, error);
      RowState state;

      if (read_separator (self, byte, &state, error))
        return state;
      if (byte == '"')
        {
          skip_line (self);
          return fail_quotes (self, n_before,
                              _("a quote inside a cell that does not begin with one"), error);
        }
      append_byte (self->cell, byte);
    }
}

static RowState
read_quoted_cell (CalxCsvReader  *self,
                  guint           n_before,
                  GError        **error)
{
  for (;;)
    {
      int byte = next_byte (self, error);
      RowState state;

      if (byte == BYTE_ERROR)
        return ROW_FAILED;
      if (byte == BYTE_END)
        return fail_quotes (self, n_before, _("a quote that is never closed"), error);
      if (byte != '"')
        {
          append_byte (self->cell, byte);
          continue;
        }
      byte = next_byte (self, error);
      if (byte == '"')
        {
          append_byte (self->cell, byte);
          continue;
        }
      if (read_separator (self, byte, &state, error))
        return state;
      skip_line (self);
      return fail_quotes (self, n_before, _("text after a closing quote"), error);
    }
}

static RowState
read_cell (CalxCsvReader  *self,
           guint           n_before,
           GError        **error)
{
  int byte = peek_byte (self, error);

  g_string_truncate (self->cell, 0);
  if (byte != '"')
    return byte == BYTE_ERROR ? ROW_FAILED : read_bare_cell (self, n_before, error);
  byte = next_byte (self, error);
  return byte == BYTE_ERROR ? ROW_FAILED : read_quoted_cell (self, n_before, error);
}

char **
calx_csv_reader_next (CalxCsvReader  *self,
                      gsize          *ret_n_cells,
                      GError        **error)
{
  g_autoptr(GPtrArray) cells = NULL;
  RowState state;
  int byte;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (self->failed || (!self->started && !skip_byte_order_mark (self, error)))
    return NULL;

  self->row_line = self->line;
  self->row_bytes = 0;
  byte = peek_byte (self, error);
  if (byte < 0)
    return NULL;

  cells = g_ptr_array_new_with_free_func (g_free);
  do
    {
      state = read_cell (self, cells->len, error);
      if (state == ROW_FAILED)
        return NULL;
      g_ptr_array_add (cells, g_strndup (self->cell->str, self->cell->len));
    }
  while (state == ROW_GOES_ON);

  if (ret_n_cells != NULL)
    *ret_n_cells = cells->len;
  g_ptr_array_add (cells, NULL);
  return (char **) g_ptr_array_steal (cells, NULL);
}

/* Blanks at the ends are quoted too, and a byte-order mark: a reader may drop either. */
static gboolean
needs_quotes (const char *cell)
{
  gsize length = strlen (cell);

  if (length == 0)
    return FALSE;
  return strpbrk (cell, ",\"\r\n") != NULL || cell[0] == ' ' || cell[0] == '\t' ||
         cell[length - 1] == ' ' || cell[length - 1] == '\t' ||
         (length >= sizeof byte_order_mark &&
          memcmp (cell, byte_order_mark, sizeof byte_order_mark) == 0);
}

void
calx_csv_append_cell (GString    *out,
                      const char *cell)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (cell != NULL);

  if (!needs_quotes (cell))
    {
      g_string_append (out, cell);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/* @cells ends with NULL; a row has at least one cell. */
void
calx_csv_append_row (GString            *out,
                     const char * const *cells)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (cells != NULL && cells[0] != NULL);

  for (gsize i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      calx_csv_append_cell (out, cells[i]);
    }
  g_string_append_c (out, '\n');
}
