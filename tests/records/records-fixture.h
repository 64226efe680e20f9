/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-store-check.h"
#include "calx-store-patient.h"
#include "calx-store-private.h"
#include "calx-store-session.h"

/* A folder of its own with a file in it, a clock that ticks a microsecond a look and stands on a known
 * day, and random numbers from a seed. */
typedef struct
{
  char *folder;
  char *path;
  CalxStoreEnvironment environment;
  gint64 now_us;
  GRand *random;
  CalxStore *store;
} Fixture;

/* Long runs are cut to a part under sanitizers, which slow them many times; the plain build runs all. */
#ifdef __SANITIZE_ADDRESS__
#define FIXTURE_PART_OF_RUNS 10
#else
#define FIXTURE_PART_OF_RUNS 1
#endif

/* The bundle's knowledge, loaded once. */
CalxKnowledge *fixture_knowledge (void);

void fixture_set_up (Fixture *f, gconstpointer data);       /* a fresh store, opened */
void fixture_set_up_empty (Fixture *f, gconstpointer data); /* nothing opened yet */
void fixture_tear_down (Fixture *f, gconstpointer data);
void fixture_open (Fixture *f);
void fixture_close (Fixture *f);

/* Values to save. */
CalxPatient *fixture_patient (const char *family, const char *given, const char *record_number);
/* Saved; transfer full. */
CalxPatient *fixture_add_patient (Fixture *f, const char *family, const char *given, const char *record_number);
/* On a day of January 2026, with findings and @n_lesions lesions from number 1 on. */
CalxSession *fixture_session (const char *patient_uuid, int day, guint n_lesions);
CalxAssessment *fixture_assess (CalxSession *session, const CalxPatient *patient);
CalxSession *fixture_add_session (Fixture *f, const CalxPatient *patient, CalxSession *session);

/* The first column of the first row, by a connection of its own to the file. */
char *fixture_ask (const char *path, const char *sql);
/* Statements by a connection of its own, which has none of the store's safeguards. */
void fixture_tamper (const char *path, const char *sql);
/* calx_store_check() finds nothing. */
void fixture_assert_whole (CalxStore *store);
char *fixture_read_bytes (const char *path, gsize *ret_size);
