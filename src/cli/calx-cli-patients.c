/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cli-patients.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "calx-store-check.h"
#include "calx-store-patient.h"

void
calx_cli_patient_free (CalxCliPatient *self)
{
  calx_patient_free (self->patient);
  g_ptr_array_unref (self->sessions);
  g_free (self);
}

/* Without the id in the message: what is no opaque id may be a record number. */
gboolean
calx_cli_check_patient_id (const char  *id,
                           GError     **error)
{
  if (id == NULL)
    g_set_error (error, CALX_CLI_ERROR, CALX_CLI_ERROR_USAGE, _("--patient is missing; see %s --help"),
                 g_get_prgname ());
  else if (!g_str_equal (id, "-") && !g_uuid_string_is_valid (id))
    g_set_error (error, CALX_CLI_ERROR, CALX_CLI_ERROR_USAGE,
                 _("--patient takes the id that “calx-cli list” prints first; give a record number on "
                   "standard input, with “--patient -”, so that it stands in no list of programs"));
  else
    return TRUE;
  return FALSE;
}

gboolean
calx_cli_check_output (const char  *output,
                       GError     **error)
{
  if (output != NULL)
    return TRUE;
  g_set_error (error, CALX_CLI_ERROR, CALX_CLI_ERROR_USAGE, _("-o is missing; see %s --help"),
               g_get_prgname ());
  return FALSE;
}

static gboolean
contains (GPtrArray  *ids,
          const char *id)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

/* Record numbers, one a line, to opaque ids, each once. */
static GPtrArray *
read_record_numbers (CalxStore  *store,
                     GError    **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GInputStream) base = g_unix_input_stream_new (STDIN_FILENO, /* close_fd= */ FALSE);
  g_autoptr(GDataInputStream) lines = g_data_input_stream_new (base);
  g_autoptr(GError) local_error = NULL;

  g_data_input_stream_set_newline_type (lines, G_DATA_STREAM_NEWLINE_TYPE_ANY);
  for (guint number = 1;; number++)
    {
      g_autofree char *line = g_data_input_stream_read_line_utf8 (lines, NULL, NULL, &local_error);
      g_autofree char *id = NULL;

      if (local_error != NULL)
        break;
      if (line == NULL)
        {
          if (ids->len == 0)
            {
              g_set_error (error, CALX_CLI_ERROR, CALX_CLI_ERROR_USAGE,
                           _("standard input names no record number"));
              return NULL;
            }
          return g_steal_pointer (&ids);
        }
      g_strstrip (line);
      if (line[0] == '\0')
        continue;
      id = calx_store_find_record_number (store, line, &local_error);
      if (g_error_matches (local_error, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_FOUND))
        {
          g_set_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_FOUND,
                       _("standard input, line %u: no patient has this record number"), number);
          return NULL;
        }
      if (id == NULL)
        break;
      if (!contains (ids, id))
        g_ptr_array_add (ids, g_steal_pointer (&id));
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static CalxCliPatient *
load_patient (CalxStore   *store,
              const char  *id,
              GError     **error)
{
  g_autoptr(CalxPatient) patient = calx_store_load_patient (store, id, error);
  g_autoptr(GPtrArray) sessions = NULL;
  CalxCliPatient *self;

  if (patient == NULL)
    return NULL;
  sessions = calx_store_list_sessions (store, id, error);
  if (sessions == NULL)
    return NULL;
  if (sessions->len == 0)
    {
      g_set_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_FOUND, _("patient %s has no session yet"),
                   id);
      return NULL;
    }
  self = g_new0 (CalxCliPatient, 1);
  self->patient = g_steal_pointer (&patient);
  self->newest = g_ptr_array_index (sessions, 0);
  self->sessions = g_steal_pointer (&sessions);
  return self;
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  int saved_errno;

  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;
  saved_errno = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
               _("the folder for more than one file cannot be made: %s"), g_strerror (saved_errno));
  return FALSE;
}

gboolean
calx_cli_write_patients (CalxStore            *store,
                         const char           *id,
                         const char           *output,
                         const char           *suffix,
                         CalxCliWritePatient   write,
                         gpointer              data,
                         GError              **error)
{
  g_autoptr(GPtrArray) ids = NULL;

  if (g_str_equal (id, "-"))
    ids = read_record_numbers (store, error);
  else
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (ids, g_strdup (id));
    }
  if (ids == NULL || (ids->len > 1 && !make_folder (output, error)))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      const char *one = g_ptr_array_index (ids, i);
      g_autoptr(CalxCliPatient) patient = load_patient (store, one, error);
      g_autofree char *name = g_strconcat (one, suffix, NULL);
      g_autofree char *path = NULL;

      if (patient == NULL)
        return FALSE;
      path = ids->len > 1 ? g_build_filename (output, name, NULL) : g_strdup (output);
      /* Told before it is done: nothing leaves the file without a trace. */
      if (!calx_store_audit (store, "export", calx_session_get_version_uuid (patient->newest->session),
                             suffix + 1, error) ||
          !write (store, patient, path, data, error))
        return FALSE;
    }
  return TRUE;
}
