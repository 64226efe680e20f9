/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

/* A VFS named "calx-fault" over the system's own, which counts calls to the disk and can make them fail. */
typedef enum
{
  FAULT_READ = 1 << 0,
  FAULT_WRITE = 1 << 1,
  FAULT_SYNC = 1 << 2,
  FAULT_TRUNCATE = 1 << 3,
  FAULT_DELETE = 1 << 4,
  FAULT_OPEN = 1 << 5,
  FAULT_LOCK = 1 << 6,
} FaultCall;

/* Before each call to the disk. What it returns is returned in place of the call; SQLITE_OK: go on. */
typedef int (*FaultHook) (FaultCall call, gpointer data);

void fault_vfs_register (void);
void fault_vfs_set_hook (FaultHook hook, gpointer data);
