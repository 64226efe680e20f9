/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first page of the patients' list: with many patients it must cost what it costs with a few. */

#include <glib/gstdio.h>
#include <time.h>

#include "calx-patient-repository.h"
#include "calx-search.h"
#include "calx-store-patient.h"
#include "calx-store-private.h"
#include "calx-summary.h"

#define N_FEW 24
#define N_MANY 20000
#define N_LOOKS 500
#define LIMIT 4.0

static gboolean
add_patient (CalxStore *store,
             guint      number,
             GError   **error)
{
  g_autoptr(CalxPatient) patient = calx_patient_new ();
  g_autofree char *family = g_strdup_printf ("Sample%05u", (number * 7919u) % 100000u);
  g_autofree char *record_number = g_strdup_printf ("B-%u", number);

  calx_patient_set (&patient->family_name, family);
  calx_patient_set (&patient->given_name, "Invented");
  calx_patient_set (&patient->record_number, record_number);
  patient->born = (CalxDate){ 1930 + (int) (number % 70), 1 + (int) (number % 12), 1 };
  return calx_patient_repository_save (store, patient, error) &&
         calx_search_save (store, patient, error) && calx_summary_save (store, patient, error);
}

/* In one transaction: @n saves of their own would measure the disk. */
static CalxStore *
make_clinic (const char    *path,
             CalxKnowledge *knowledge,
             guint          n)
{
  g_autoptr(GError) error = NULL;
  CalxStore *store = calx_store_open (path, CALX_STORE_CREATE, knowledge, NULL, &error);
  CalxDatabase *database;
  gboolean ok;

  if (store == NULL)
    g_error ("%s", error->message);
  database = calx_store_get_database (store);
  ok = calx_database_begin (database, &error);
  for (guint i = 0; ok && i < n; i++)
    ok = add_patient (store, i, &error);
  if (!ok || !calx_database_finish (database, TRUE, &error))
    g_error ("%s", error->message);
  return store;
}

static double
measure_ms (CalxStore *store)
{
  clock_t begun = clock (); /* of this process: others may keep the machine busy */

  for (guint i = 0; i < N_LOOKS; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) rows = calx_store_list_patients (store, NULL, NULL, N_FEW, NULL, &error);

      if (rows == NULL)
        g_error ("%s", error->message);
      g_assert (rows->len == N_FEW);
    }
  return (double) (clock () - begun) * 1000.0 / CLOCKS_PER_SEC / N_LOOKS;
}

int
main (void)
{
  static const guint numbers[] = { N_FEW, N_MANY };
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxKnowledge) knowledge = calx_knowledge_load (NULL, &error);
  g_autofree char *folder = g_dir_make_tmp ("calx-bench-list-XXXXXX", NULL);
  double ms[G_N_ELEMENTS (numbers)];

  if (knowledge == NULL)
    g_error ("%s", error->message);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.calx", numbers[i]);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      CalxStore *store = make_clinic (path, knowledge, numbers[i]);

      ms[i] = measure_ms (store);
      calx_store_close (store);
      g_unlink (path);
    }
  g_rmdir (folder);
  g_print ("first page: %.3f ms of %u patients, %.3f ms of %u; ratio %.2f (limit %.1f)\n", ms[0],
           numbers[0], ms[1], numbers[1], ms[1] / ms[0], LIMIT);
  return ms[1] / ms[0] > LIMIT;
}
