/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-findings.h"
#include "calx-patient.h"
#include "calx-sources.h"

G_BEGIN_DECLS

/* The bodies that lesions are marked on; data/body/body-<id>.json holds each. */
typedef enum
{
  CALX_FIGURE_WOMAN,
  CALX_FIGURE_MAN,
  CALX_FIGURE_WOMAN_LARGE,
  CALX_FIGURE_MAN_LARGE,
  CALX_FIGURE_CHILD,
  CALX_FIGURE_INFANT,
} CalxFigure;
#define CALX_N_FIGURES 6

/* What is known of the figures, and which is drawn of whom: figures.json. Immutable after loading. */
typedef struct _CalxFigures CalxFigures;

/* The form of files: "woman-large"; static. */
const char  *calx_figure_to_id   (CalxFigure   figure);
gboolean     calx_figure_from_id (const char  *id,
                                  CalxFigure  *ret_figure);
/* The adult of ordinary build, where the sex is not known the woman: what records without a figure were
 * marked on. */
CalxFigure   calx_figure_standard (CalxSex sex);

/* Reads figures.json ("calx-figures/1"); errors are CALX_DATA_ERROR and name the field. */
CalxFigures *calx_figures_new   (GBytes       *json,
                                 const char   *name,
                                 CalxSources  *sources,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void         calx_figures_free  (CalxFigures  *self);
/* "Woman of large build"; untranslated, transfer none. */
const char  *calx_figures_get_label (CalxFigures *self,
                                     CalxFigure   figure);
/* The stature of a person whose own is not known. */
double       calx_figures_get_stature_mm (CalxFigures *self,
                                          CalxFigure   figure);
/* Which is drawn of whom, by the rules of the file. @age_years and @bmi: NAN where not known. */
CalxFigure   calx_figure_choose     (CalxFigures       *self,
                                     CalxSex            sex,
                                     double             age_years,
                                     double             bmi);
/* The same of a patient (nullable) on a day; the body mass index is the one that the score takes. Of the
 * ages possible the highest counts. */
CalxFigure   calx_figure_choose_for (CalxFigures       *self,
                                     const CalxPatient *patient,
                                     CalxFindings      *findings,
                                     CalxDate           on);
/* What turns millimetres into fractions of stature: the patient's height where it is known, else the
 * figure's nominal one. @findings: nullable. */
double       calx_figure_get_scale_mm (CalxFigures  *self,
                                       CalxFigure    figure,
                                       CalxFindings *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxFigures, calx_figures_free)

G_END_DECLS
