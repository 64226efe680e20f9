/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-store-error.h"

#include <sqlite3.h>

#include <glib/gi18n-lib.h>

GQuark
calx_store_error_quark (void)
{
  return g_quark_from_static_string ("calx-store-error-quark");
}

/* Plain sentences; %s is the file. None names a patient. */
static const struct
{
  int code; /* primary */
  CalxStoreError error;
  const char *message;
} table[] = {
  { SQLITE_FULL, CALX_STORE_ERROR_FULL,
    N_ ("The disk is full. Nothing was written to %s, and what was entered is still in the form. "
        "Free some space, then save again.") },
  { SQLITE_READONLY, CALX_STORE_ERROR_READ_ONLY,
    N_ ("%s can only be read: nothing was written. Ask for the right to write to the file and its "
        "folder, or open a copy that is yours.") },
  { SQLITE_BUSY, CALX_STORE_ERROR_BUSY,
    N_ ("Another program is writing to %s. Nothing was written. Wait a moment, then try again.") },
  { SQLITE_LOCKED, CALX_STORE_ERROR_BUSY,
    N_ ("Another program is writing to %s. Nothing was written. Wait a moment, then try again.") },
  { SQLITE_CORRUPT, CALX_STORE_ERROR_DAMAGED,
    N_ ("%s is damaged. It was left as it is: do not delete it. Make a copy of it, then open the "
        "newest "
        "backup.") },
  { SQLITE_NOTADB, CALX_STORE_ERROR_NOT_CALX,
    N_ ("%s is not a Calx file, or its beginning is damaged. It was left as it is. Choose the "
        "clinic's "
        "own file, or open the newest backup.") },
  { SQLITE_CANTOPEN, CALX_STORE_ERROR_OPEN,
    N_ ("%s cannot be opened. Check that the file and its folder are yours to read and write.") },
  { SQLITE_PERM, CALX_STORE_ERROR_OPEN,
    N_ ("%s cannot be opened. Check that the file and its folder are yours to read and write.") },
  { SQLITE_TOOBIG, CALX_STORE_ERROR_CONTENT,
    N_ ("A value is too long for %s. Nothing was written. Shorten the note, then save again.") },
  { SQLITE_CONSTRAINT, CALX_STORE_ERROR_CONTENT,
    N_ ("%s refused a value that breaks its rules. Nothing was written.") },
  { SQLITE_IOERR, CALX_STORE_ERROR_IO,
    N_ ("The disk reported an error while %s was read or written. The file holds all of the last "
        "save or "
        "none of it. Check the disk and its cable, then try again.") },
};

void
calx_store_error_set_sqlite (GError **error, int code, const char *path)
{
  int primary = code & 0xff;

  if (primary == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _ ("The search was cancelled."));
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto(GStrv) halves = NULL;
      g_autofree char *message = NULL;

      if (table[i].code != primary)
        continue;
      halves = g_strsplit (_ (table[i].message), "%s", 2);
      message = g_strjoinv (path, halves);
      g_set_error (error, CALX_STORE_ERROR, table[i].error, "%s (%s)", message,
                   sqlite3_errstr (code));
      return;
    }
  g_set_error (
      error, CALX_STORE_ERROR, CALX_STORE_ERROR_IO,
      _ ("%s could not be read or written (%s). Nothing was written. Try again, and keep a copy of "
         "the file."),
      path, sqlite3_errstr (code));
}
