/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-knowledge.h"
#include "calx-site-counts.h"

G_BEGIN_DECLS

/* The words of the clinic's map. Translated text for people, transfer full. */

/* "Open lesions. Subtype suggested or possible: Calciphylaxis. Hemodialysis. Each patient’s newest session from
 * 01-Jan-2026 to 30-Jun-2026." */
char *calx_format_site_filter (const CalxSiteFilter *filter,
                               CalxKnowledge        *knowledge);
/* "57 lesions of 21 patients"; "No lesion" */
char *calx_format_site_count  (const CalxSiteCount  *count);
/* "12 of 21 patients (57 %)": of the patients with a lesion those who have one there; "No patient" */
char *calx_format_site_share  (const CalxSiteCount  *there,
                               const CalxSiteCount  *all);
/* "central; 3 right, 1 left"; of what lies in the middle the class alone */
char *calx_format_site_sides  (const CalxSiteRow    *row);
/* A published series in one line: "Legs or gluteal region: 71 % (German registry, n = 253)" */
char *calx_format_published_site   (const CalxPrognosisSite *site);
/* "Brandenburg 2017, ..; read in a secondary source" */
char *calx_format_published_source (const CalxPrognosisSite *site,
                                    CalxSources             *sources);

G_END_DECLS
