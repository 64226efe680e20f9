/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "calx-clinic.h"
#include "calx-store-patient.h"

G_BEGIN_DECLS

/* A row of the patients' list. */
#define CALX_TYPE_PATIENT_ITEM (calx_patient_item_get_type ())
G_DECLARE_FINAL_TYPE (CalxPatientItem, calx_patient_item, CALX, PATIENT_ITEM, GObject)

const CalxPatientRow *calx_patient_item_get_row (CalxPatientItem *self);

/* The patients that match a search, in pages: the next is fetched when a row near the end is asked
 * for. A list model of CalxPatientItem.
 *
 * Signals:
 * "loaded": the first page of the newest search is there.
 * "failed" (GError *): a page could not be read. */
#define CALX_TYPE_PATIENT_MODEL (calx_patient_model_get_type ())
G_DECLARE_FINAL_TYPE (CalxPatientModel, calx_patient_model, CALX, PATIENT_MODEL, GObject)

CalxPatientModel *calx_patient_model_new        (CalxClinic       *clinic) G_GNUC_WARN_UNUSED_RESULT;
/* Reads anew from the first page, with @search ("" for all). What is shown stays until then. */
void              calx_patient_model_search     (CalxPatientModel *self,
                                                 const char       *search);
/* As calx_patient_model_search() with the same words, and as many rows as there are. */
void              calx_patient_model_reload     (CalxPatientModel *self);
const char       *calx_patient_model_get_search (CalxPatientModel *self);
/* Whether the rows that are there answer the newest search, and not still an earlier one. */
gboolean          calx_patient_model_is_current (CalxPatientModel *self);
/* The position of a patient among the rows that are loaded; GTK_INVALID_LIST_POSITION's value
 * (G_MAXUINT) where she is not. */
guint             calx_patient_model_find       (CalxPatientModel *self,
                                                 const char       *uuid);

G_END_DECLS
