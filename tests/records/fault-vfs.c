/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-vfs.h"

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* lies behind this struct */
} File;

static sqlite3_vfs vfs;
static sqlite3_vfs *real_vfs;
static FaultHook hook;
static gpointer hook_data;

static int
ask (FaultCall call)
{
  return hook ? hook (call, hook_data) : SQLITE_OK;
}

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((File *) file)->real;
}

static int
file_close (sqlite3_file *file)
{
  sqlite3_file *real = real_of (file);

  return real->pMethods ? real->pMethods->xClose (real) : SQLITE_OK;
}

static int
file_read (sqlite3_file *file, void *bytes, int n, sqlite3_int64 offset)
{
  int code = ask (FAULT_READ);

  return code == SQLITE_OK ? real_of (file)->pMethods->xRead (real_of (file), bytes, n, offset)
                           : code;
}

static int
file_write (sqlite3_file *file, const void *bytes, int n, sqlite3_int64 offset)
{
  int code = ask (FAULT_WRITE);

  if (code == SQLITE_OK)
    return real_of (file)->pMethods->xWrite (real_of (file), bytes, n, offset);
  /* A write that fails has often written a part. */
  if (n > 1)
    real_of (file)->pMethods->xWrite (real_of (file), bytes, n / 2, offset);
  return code;
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  int code = ask (FAULT_TRUNCATE);

  return code == SQLITE_OK ? real_of (file)->pMethods->xTruncate (real_of (file), size) : code;
}

static int
file_sync (sqlite3_file *file, int flags)
{
  int code = ask (FAULT_SYNC);

  return code == SQLITE_OK ? real_of (file)->pMethods->xSync (real_of (file), flags) : code;
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *ret_size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), ret_size);
}

static int
file_lock (sqlite3_file *file, int lock)
{
  int code = ask (FAULT_LOCK);

  return code == SQLITE_OK ? real_of (file)->pMethods->xLock (real_of (file), lock) : code;
}

static int
file_unlock (sqlite3_file *file, int lock)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), lock);
}

static int
file_check_reserved_lock (sqlite3_file *file, int *ret_locked)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), ret_locked);
}

static int
file_control (sqlite3_file *file, int operation, void *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
file_characteristics (sqlite3_file *file)
{
  return 0; /* promises nothing: SQLite takes every precaution */
}

static const sqlite3_io_methods methods = {
  1,
  file_close,
  file_read,
  file_write,
  file_truncate,
  file_sync,
  file_size,
  file_lock,
  file_unlock,
  file_check_reserved_lock,
  file_control,
  file_sector_size,
  file_characteristics,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
};

static int
vfs_open (sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags, int *ret_flags)
{
  File *shim = (File *) file;
  int code = ask (FAULT_OPEN);

  shim->base.pMethods = NULL;
  if (code != SQLITE_OK)
    return code;
  shim->real = (sqlite3_file *) (shim + 1);
  code = real_vfs->xOpen (real_vfs, name, shim->real, flags, ret_flags);
  if (code == SQLITE_OK)
    shim->base.pMethods = &methods;
  return code;
}

static int
vfs_delete (sqlite3_vfs *self, const char *name, int sync)
{
  int code = ask (FAULT_DELETE);

  return code == SQLITE_OK ? real_vfs->xDelete (real_vfs, name, sync) : code;
}

void
fault_vfs_register (void)
{
  if (real_vfs)
    return;
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.pNext = NULL;
  vfs.zName = "calx-fault";
  vfs.szOsFile = (int) sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, /* default: */ 0), ==, SQLITE_OK);
}

void
fault_vfs_set_hook (FaultHook new_hook, gpointer data)
{
  hook = new_hook;
  hook_data = data;
}
