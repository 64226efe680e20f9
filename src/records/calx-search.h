/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-patient.h"
#include "calx-store-private.h"

G_BEGIN_DECLS

/* @text in the form that names are sorted and compared in: decomposed, marks stripped, case folded,
 * the letters that do not decompose spelt out (ł l, ø o, đ d, ß ss, æ ae, œ oe, þ th), apostrophes
 * dropped, everything else that is no letter or digit a single space between words. */
char    *calx_search_fold   (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The words of @text, folded, each after a space; a word with signs in it both in pieces and joined:
 * "O'Brien-Łuk" gives " obrien luk obrienluk"; "" for none. */
char    *calx_search_words  (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* A date in the ways people write it, so that a part of any of them is found. */
char    *calx_search_date   (CalxDate    date) G_GNUC_WARN_UNUSED_RESULT;

/* What a person typed to find someone. */
typedef struct _CalxSearchQuery CalxSearchQuery;

CalxSearchQuery *calx_search_query_new     (const char            *text) G_GNUC_WARN_UNUSED_RESULT;
void             calx_search_query_free    (CalxSearchQuery       *self);
/* The longest word as calx_search_words() stores it, and as part of a date; both "" where nothing was typed. */
const char      *calx_search_query_get_word (const CalxSearchQuery *self);
const char      *calx_search_query_get_date (const CalxSearchQuery *self);
/* Does every word begin one of @words, or is it part of @born? */
gboolean         calx_search_query_matches (const CalxSearchQuery *self,
                                            const char            *words,
                                            const char            *born);

/* Are two folded names alike enough that it may be one person: the same, one the beginning of the
 * other, or apart by a letter or two? */
gboolean calx_search_names_are_alike (const char *a,
                                      const char *b);

/* Writes the row of the index within the caller's transaction. */
gboolean calx_search_save   (CalxStore         *store,
                             const CalxPatient *patient,
                             GError           **error);
/* Is the stored row what would be written? */
gboolean calx_search_check  (CalxStore         *store,
                             const CalxPatient *patient,
                             gboolean          *ret_same,
                             GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxSearchQuery, calx_search_query_free)

G_END_DECLS
