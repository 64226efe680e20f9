/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-knowledge.h"

G_BEGIN_DECLS

/* What stands behind the program, for people to read: sections of entries, each with its sources. Two are made:
 * the handbook, and the model card with all sources. The window, the search and calx-cli read this one value,
 * so that they say the same. Texts are translated. */

/* "Weight: 0.5" */
typedef struct
{
  char *label;
  char *text;
} CalxCompendiumFact;

typedef struct
{
  char      *id;
  char      *title;
  char      *text;    /* "" without one; so the next two */
  char      *note;    /* what must be said beside it */
  char      *basis;   /* "This project's proposal" */
  GPtrArray *facts;   /* CalxCompendiumFact */
  GPtrArray *sources; /* const CalxSource, borrowed from the knowledge; empty: it is one itself, or is the program's */
} CalxCompendiumEntry;

typedef struct
{
  char      *id;
  char      *title;
  GPtrArray *entries; /* CalxCompendiumEntry */
} CalxCompendiumSection;

typedef struct
{
  CalxKnowledge *knowledge; /* nullable; keeps the sources alive */
  GPtrArray     *sections;  /* CalxCompendiumSection */
} CalxCompendium;

/* An empty one, to be filled by the functions below. */
CalxCompendium        *calx_compendium_new          (CalxKnowledge             *knowledge) G_GNUC_WARN_UNUSED_RESULT;
/* The handbook: its own chapters, then the other fact files, entry by entry. */
CalxCompendium        *calx_compendium_new_handbook (CalxKnowledge             *knowledge) G_GNUC_WARN_UNUSED_RESULT;
/* The model card, and every source of the model and of the fact files. */
CalxCompendium        *calx_compendium_new_model    (CalxKnowledge             *knowledge) G_GNUC_WARN_UNUSED_RESULT;
void                   calx_compendium_free         (CalxCompendium            *self);
CalxCompendiumSection *calx_compendium_add_section  (CalxCompendium            *self,
                                                     const char                *id,
                                                     const char                *title);
CalxCompendiumEntry   *calx_compendium_add_entry    (CalxCompendiumSection     *section,
                                                     const char                *id,
                                                     const char                *title,
                                                     const char                *text);
/* Takes @text; nothing is added where it is NULL or empty. */
void                   calx_compendium_take_fact    (CalxCompendiumEntry       *entry,
                                                     const char                *label,
                                                     char                      *text);
/* Each of @ids (NULL-terminated) that @sources has. */
void                   calx_compendium_add_sources  (CalxCompendiumEntry       *entry,
                                                     CalxSources               *sources,
                                                     char                     **ids);
/* Whether each word of @words is somewhere in the title, text, notes or facts of @entry; in any case of
 * letters. Without a word, everything is. */
gboolean               calx_compendium_matches      (const CalxCompendiumEntry *entry,
                                                     const char                *words);
/* "Mazhar AR et al. ...; 19 cases, 54 controls; US hemodialysis; read: abstract; doi:10...". Where a source has
 * no identifier, it is said. */
char                  *calx_compendium_describe     (const CalxSource          *source) G_GNUC_WARN_UNUSED_RESULT;
/* All of it as plain text. */
char                  *calx_compendium_print        (CalxCompendium            *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxCompendium, calx_compendium_free)

G_END_DECLS
