/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-workup-review.h"

#include "calx-facts.h"

static void
row_free (gpointer data)
{
  CalxWorkupRow *row = data;

  calx_verdict_free (row->asked);
  g_free (row);
}

static void
differential_row_free (gpointer data)
{
  CalxDifferentialRow *row = data;

  calx_verdict_free (row->raised);
  g_free (row);
}

void
calx_workup_review_free (CalxWorkupReview *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->differentials);
  g_ptr_array_unref (self->rows);
  calx_verdict_free (self->occasion);
  calx_checklist_unref (self->checklist);
  g_free (self);
}

CalxWorkupStatus
calx_workup_row_get_status (const CalxWorkupRow *row)
{
  CalxWorkupStatus status;

  g_return_val_if_fail (row != NULL, CALX_WORKUP_OPEN);

  status = row->entry != NULL ? row->entry->status : CALX_WORKUP_OPEN;
  if (row->is_known && (status == CALX_WORKUP_OPEN || status == CALX_WORKUP_ORDERED))
    return CALX_WORKUP_DONE;
  return status;
}

gboolean
calx_workup_row_is_missing (const CalxWorkupRow *row)
{
  g_return_val_if_fail (row != NULL, FALSE);

  return row->is_listed && calx_workup_row_get_status (row) == CALX_WORKUP_OPEN;
}

/* The first finding that still counts; otherwise the first that is too old. */
static void
find_finding (CalxWorkupRow   *row,
              const CalxFacts *facts)
{
  for (guint i = 0; i < row->item->fulfilled_by->len && !row->is_known; i++)
    {
      const CalxInput *input = row->item->fulfilled_by->pdata[i];
      CalxFact fact;
      CalxUse use = calx_facts_examine (facts, input, &fact);

      if (use == CALX_USE_UNKNOWN || use == CALX_USE_REFUSED)
        continue;
      row->is_known = use != CALX_USE_EXPIRED && !fact.stale;
      if (row->input != NULL && !row->is_known)
        continue;
      row->input = input;
      row->date = calx_date_is_known (fact.date) ? fact.date : facts->date;
    }
}

static const CalxWorkupRow *
find_row (CalxWorkupReview     *self,
          const CalxWorkupItem *item)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CalxWorkupRow *row = self->rows->pdata[i];

      if (row->item == item)
        return row;
    }
  return NULL;
}

/* A stain is asked of a biopsy that is ordered or done, not of every patient. */
static gboolean
is_due (CalxWorkupReview     *self,
        const CalxWorkupItem *item)
{
  const CalxWorkupRow *first = item->follows == NULL ? NULL : find_row (self, item->follows);
  CalxWorkupStatus status = first == NULL ? CALX_WORKUP_DONE : calx_workup_row_get_status (first);

  return status == CALX_WORKUP_DONE || status == CALX_WORKUP_ORDERED;
}

static void
count (CalxWorkupReview    *self,
       const CalxWorkupRow *row)
{
  CalxWorkupStatus status = calx_workup_row_get_status (row);

  if (!row->is_listed)
    return;
  self->n_listed++;
  self->n_done += status == CALX_WORKUP_DONE;
  self->n_ordered += status == CALX_WORKUP_ORDERED;
  self->n_declined += status == CALX_WORKUP_DECLINED;
}

static void
add_row (CalxWorkupReview     *self,
         const CalxWorkupItem *item,
         const CalxFacts      *facts)
{
  CalxWorkupRow *row = g_new0 (CalxWorkupRow, 1);

  row->item = item;
  row->asked = calx_verdict_new (&item->statement, facts);
  row->entry = calx_checklist_find (self->checklist, item->statement.id);
  find_finding (row, facts);
  row->is_listed = row->entry != NULL || (row->asked->result == CALX_RULE_MET && is_due (self, item));
  g_ptr_array_add (self->rows, row);
  count (self, row);
}

static void
add_differentials (CalxWorkupReview *self,
                   CalxWorkup       *workup,
                   const CalxFacts  *facts,
                   CalxRuleResult    wanted)
{
  for (guint i = 0; i < workup->differentials->len; i++)
    {
      const CalxDifferential *differential = workup->differentials->pdata[i];
      g_autoptr(CalxVerdict) raised = calx_verdict_new (&differential->statement, facts);
      CalxDifferentialRow *row;

      if (raised->result != wanted)
        continue;
      row = g_new0 (CalxDifferentialRow, 1);
      row->differential = differential;
      row->raised = g_steal_pointer (&raised);
      row->entry = calx_checklist_find (self->checklist, differential->statement.id);
      g_ptr_array_add (self->differentials, row);
    }
}

static guint
count_foreign (CalxWorkup    *workup,
               CalxChecklist *checklist)
{
  guint n = 0;

  for (guint i = 0; i < calx_checklist_get_n (checklist); i++)
    {
      const char *id = calx_checklist_get (checklist, i)->item;

      n += calx_workup_find_item (workup, id) == NULL && calx_workup_find_differential (workup, id) == NULL;
    }
  return n;
}

CalxWorkupReview *
calx_workup_review_new (CalxWorkup      *workup,
                        CalxChecklist   *checklist,
                        const CalxFacts *facts)
{
  CalxWorkupReview *self;

  g_return_val_if_fail (workup != NULL && checklist != NULL && facts != NULL, NULL);

  self = g_new0 (CalxWorkupReview, 1);
  self->checklist = calx_checklist_ref (checklist);
  self->occasion = calx_verdict_new (workup->situations->pdata[0], facts);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->differentials = g_ptr_array_new_with_free_func (differential_row_free);
  for (guint i = 0; i < workup->items->len; i++)
    add_row (self, workup->items->pdata[i], facts);
  add_differentials (self, workup, facts, CALX_RULE_MET);
  add_differentials (self, workup, facts, CALX_RULE_UNKNOWN);
  add_differentials (self, workup, facts, CALX_RULE_NOT_MET);
  self->n_foreign = count_foreign (workup, checklist);
  return self;
}
