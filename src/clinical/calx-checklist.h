/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "calx-date.h"

G_BEGIN_DECLS

/* What became of one entry of the work-up list, or of a differential. */
typedef enum
{
  CALX_WORKUP_OPEN,
  CALX_WORKUP_ORDERED,
  CALX_WORKUP_DONE,
  CALX_WORKUP_DECLINED,
  CALX_WORKUP_CONSIDERED, /* of a differential alone, as the next */
  CALX_WORKUP_EXCLUDED,
} CalxWorkupStatus;
#define CALX_N_WORKUP_STATUSES 6

typedef struct
{
  char            *item;   /* id of workup.json; may be one that only a newer file knows */
  CalxWorkupStatus status;
  CalxDate         date;   /* ordered, done, declined, considered or excluded on; CALX_DATE_NONE: not known */
  char            *result; /* "" without one */
  char            *reason; /* why declined; "" without one */
} CalxWorkupEntry;

/* What was recorded of the work-up in one session: immutable, refcounted. An entry that is open and says
 * nothing is not there. */
typedef struct _CalxChecklist CalxChecklist;

/* "open", "ordered", ...: in files alone. */
const char      *calx_workup_status_to_id   (CalxWorkupStatus       status);
gboolean         calx_workup_status_from_id (const char            *id,
                                             CalxWorkupStatus      *ret_status);
/* Whether @entry may stand in a session of @session_date. FALSE: @ret_message (transfer full, translated)
 * names @label, the field, its value and what to do. */
gboolean         calx_workup_entry_check    (const CalxWorkupEntry *entry,
                                             const char            *label,
                                             CalxDate               session_date,
                                             char                 **ret_message);

CalxChecklist   *calx_checklist_new         (void) G_GNUC_WARN_UNUSED_RESULT;
CalxChecklist   *calx_checklist_ref         (CalxChecklist         *self);
void             calx_checklist_unref       (CalxChecklist         *self);
/* In the order of their ids. */
guint            calx_checklist_get_n       (CalxChecklist         *self);
const CalxWorkupEntry *calx_checklist_get   (CalxChecklist         *self,
                                             guint                  index);
/* NULL: open, and nothing is said of it */
const CalxWorkupEntry *calx_checklist_find  (CalxChecklist         *self,
                                             const char            *item);
/* With a copy of @entry in the place of the one of that item. */
CalxChecklist   *calx_checklist_with        (CalxChecklist         *self,
                                             const CalxWorkupEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
/* What the next session begins with: everything, and what had no date has that of this session. */
CalxChecklist   *calx_checklist_carry       (CalxChecklist         *self,
                                             CalxDate               session_date) G_GNUC_WARN_UNUSED_RESULT;
/* @base with those entries of @self that are not as in @was (nullable): what a person entered. */
CalxChecklist   *calx_checklist_rebase      (CalxChecklist         *self,
                                             CalxChecklist         *was,
                                             CalxChecklist         *base) G_GNUC_WARN_UNUSED_RESULT;
gboolean         calx_checklist_equal       (CalxChecklist         *a,
                                             CalxChecklist         *b);
/* An array. */
JsonNode        *calx_checklist_to_json     (CalxChecklist         *self) G_GNUC_WARN_UNUSED_RESULT;
CalxChecklist   *calx_checklist_from_json   (JsonNode              *node,
                                             GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxChecklist, calx_checklist_unref)

G_END_DECLS
