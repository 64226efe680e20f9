/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-assessment.h"
#include "calx-distribution.h"
#include "calx-patient.h"
#include "calx-facts.h"

G_BEGIN_DECLS

/* The one place where numbers, dates and results become words. All return translated text for people,
 * transfer full, unless said otherwise. Decimal sign of people's text: the locale's. */

/* "14-Jul-1945", "Jul-1945", "1945", "Not known". Month names are not translated here: unambiguous on paper. */
char *calx_format_date             (CalxDate               date);
/* "Not known" or "14-Jul-1945"; with an age instead of a date: "about 1954" */
char *calx_format_born             (const CalxPatient     *patient);
/* "81 y", "57-58 y", "5 mo", "12 d", "age not known" on a day */
char *calx_format_age              (const CalxPatient     *patient,
                                    CalxDate               on);
/* "DOE, Jane" */
char *calx_format_name             (const CalxPatient     *patient);
char *calx_format_sex              (CalxSex                sex);
/* A finding as entered: "9,6 mg/dL", "yes", "Hemodialysis", "low (no number)", "Not known". */
char *calx_format_finding          (const CalxFinding     *finding,
                                    const CalxInput       *input);
/* "above the reference range"; "" within it and where nothing can be said. Static. */
const char *calx_format_level      (CalxRangeLevel         level);
/* All findings that are known, by the day on which they were measured or happened, the session's (@on)
 * first: "On 16-Nov-2026: Total calcium 9.6 mg/dL; Cancer no. On 12-Oct-2026: Height 172 cm." Places
 * are named from @regions; without them they are left out. With @beside, those are left out that stand beside the list as they were entered: the factors of that
 * assessment, the setting, and what the patient's record says. "" for none. */
char *calx_format_findings         (CalxFindings          *findings,
                                    CalxRegions           *regions,
                                    CalxDate               on,
                                    const CalxAssessment  *beside);
/* A canonical value in a unit: "10.48 mg/dL". */
char *calx_format_quantity         (double                 canonical,
                                    const CalxUnit        *unit);
/* "40", "36 to 40", "" */
char *calx_format_points           (const CalxAssessment  *assessment);
/* "36 to 40", "0 to +4"; one number where both are the same */
char *calx_format_points_range     (int                    low,
                                    int                    high,
                                    gboolean               with_sign);
/* "+4", "-1", "0", "0 to +4" */
char *calx_format_factor_points    (const CalxContribution *contribution);
/* "-6 points", "-1 point", "less than 1 point, lost in rounding"; "" where only text is offered */
char *calx_format_change_points    (const CalxChange      *change);
/* "High", "High to Very high", "Not compared", "Lesions: the comparison does not apply", "Unknown" */
char *calx_format_band             (const CalxAssessment  *assessment);
/* "10.0 times the average hemodialysis patient", "more than 10 times ..., beyond what any study could check",
 * "5.0 to 10.0 times ..."; "" without a ratio */
char *calx_format_ratio            (const CalxAssessment  *assessment);
/* The same of one number, by the model's limit of display; "" of NAN */
char *calx_format_ratio_value      (double                 ratio,
                                    double                 display_ratio_up_to);
/* "10.4 to 87.5" by the same display rule; "" where not shown */
char *calx_format_spread           (const CalxAssessment  *assessment);
/* "12 to 150 per 1000 patients in a year", "" where not shown */
char *calx_format_rates            (const CalxAssessment  *assessment);
/* One sentence that says the result: points, band, ratio, "not validated". */
char *calx_format_result_sentence  (const CalxAssessment  *assessment);
/* "2 central, 1 acral: mixed"; "No open lesion on the map" */
char *calx_format_distribution     (const CalxDistribution *distribution);
char *calx_format_region           (const CalxRegion      *region); /* "Right calf (incl. popliteal)" */
/* Static, translated. */
const char *calx_format_site_class (CalxSiteClass          site_class);
const char *calx_format_lesion_type (CalxLesionType        type);
const char *calx_format_diagnosis  (CalxDiagnosis          diagnosis);
/* "30 x 20 mm", "30 mm", "Not known" */
char *calx_format_lesion_size      (const CalxLesion      *lesion);
/* "Chalky discharge"; static, as the next. */
const char *calx_format_lesion_sign (CalxLesionSign        sign);
/* "Not known", "Yes", "Rapid" */
const char *calx_format_lesion_sign_value (CalxLesionSign  sign,
                                           guint           value);
/* One of them in the middle of a line: "chalky discharge", "not infected", "tempo not known" */
char *calx_format_lesion_sign_of   (const CalxLesion      *lesion,
                                    CalxLesionSign         sign);
/* What is known of them: "gritty matter, no chalky discharge, tempo: rapid"; "" for none */
char *calx_format_lesion_signs     (const CalxLesion      *lesion);
/* "6.2 cm² (-1.0)": of the area, or the size where there is none, with what has changed since @before
 * (nullable), where both are known; "Not known". The same of pain, "7 (+2)", and of the BWAT-CUA, of which
 * only totals are compared; "Not scored". */
char *calx_format_area_since       (const CalxLesion      *lesion,
                                    const CalxLesion      *before);
char *calx_format_pain_since       (const CalxLesion      *lesion,
                                    const CalxLesion      *before);
char *calx_format_bwat_since       (const CalxLesion      *lesion,
                                    const CalxLesion      *before);
/* "as of 08-Dec-2025": of a lesion that was not looked at on @date; "" of one that was */
char *calx_format_lesion_as_of     (const CalxLesion      *lesion,
                                    CalxDate               date);
/* "24"; "3 of 8 scored", which is no total; "" where none is scored */
char *calx_format_bwat             (const CalxLesion      *lesion);

/* Machine forms: the C locale, the rules of spec.md, Files. */
/* that many decimals; where negative, the shortest number that reads back the same; "" for NAN */
char *calx_format_machine_number   (double                 value,
                                    int                    decimals);
/* two significant digits, half up, plain: "150", "12", "1.2", "0.012"; "" for NAN */
char *calx_format_machine_rate     (double                 per_1000);

G_END_DECLS
