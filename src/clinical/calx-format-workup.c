/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-format-workup.h"

#include <glib/gi18n-lib.h>

#include "calx-format-review.h"
#include "calx-format.h"

/* So many parts of the evidence say why; more would bury it. */
#define MOST_EVIDENCE 3

const char *
calx_format_workup_status (CalxWorkupStatus status)
{
  static const char *const words[CALX_N_WORKUP_STATUSES] = {
    N_("Open"), N_("Ordered"), N_("Done"), N_("Declined"), N_("Considered"), N_("Excluded"),
  };

  g_return_val_if_fail ((guint) status < CALX_N_WORKUP_STATUSES, NULL);

  return _(words[status]);
}

/* The finding that is, or was, the item's result. */
static char *
format_finding (const CalxWorkupRow *row,
                const CalxReview    *review)
{
  const CalxFinding *finding = calx_findings_get (review->facts.findings, row->input->index);
  g_autofree char *value = calx_format_finding (finding, row->input);
  g_autofree char *date = calx_format_date (row->date);
  g_autofree char *said = NULL;

  /* a bare yes or no does not say of what */
  said = row->input->kind == CALX_INPUT_BOOLEAN ? g_strdup_printf ("%s: %s", _(row->input->label), value)
                                                : g_steal_pointer (&value);
  return row->is_known ? g_strdup_printf (_("%s, %s"), said, date)
                       : g_strdup_printf (_("Too old: %s, %s"), said, date);
}

static char *
format_entry (const CalxWorkupEntry *entry)
{
  const char *text = entry->status == CALX_WORKUP_DECLINED ? entry->reason : entry->result;
  g_autoptr(GString) said = g_string_new (calx_format_workup_status (entry->status));

  if (calx_date_is_known (entry->date))
    {
      g_autofree char *date = calx_format_date (entry->date);

      g_string_append_printf (said, " %s", date);
    }
  if (*text != '\0')
    g_string_append_printf (said, ": %s", text);
  return g_string_free (g_steal_pointer (&said), FALSE);
}

char *
calx_format_workup_known (const CalxWorkupRow *row,
                          const CalxReview    *review)
{
  g_autofree char *finding = NULL;
  g_autofree char *entry = NULL;

  g_return_val_if_fail (row != NULL && review != NULL, NULL);

  if (row->input != NULL)
    finding = format_finding (row, review);
  if (row->entry != NULL)
    entry = format_entry (row->entry);
  if (finding != NULL && entry != NULL)
    return g_strdup_printf (_("%s; %s"), entry, finding);
  if (finding == NULL && entry == NULL)
    return g_strdup ("");
  return finding != NULL ? g_steal_pointer (&finding) : g_steal_pointer (&entry);
}

static gboolean
stands_in (const CalxEvidence *evidence,
           const GArray       *used)
{
  for (guint i = 0; i < used->len; i++)
    {
      const CalxEvidence *other = &g_array_index (used, CalxEvidence, i);

      if (other->input == evidence->input && other->lesion_number == evidence->lesion_number &&
          g_strcmp0 (other->aspect, evidence->aspect) == 0)
        return TRUE;
    }
  return FALSE;
}

char *
calx_format_workup_evidence (const CalxVerdict *asked,
                             const CalxReview  *review)
{
  const GArray *occasion;
  g_autoptr(GArray) own = g_array_new (FALSE, FALSE, sizeof (CalxEvidence));

  g_return_val_if_fail (asked != NULL && review != NULL, NULL);

  occasion = review->workup->occasion->used;
  for (guint i = 0; i < asked->used->len; i++)
    {
      const CalxEvidence *evidence = &g_array_index (asked->used, CalxEvidence, i);

      if (!stands_in (evidence, occasion))
        g_array_append_vals (own, evidence, 1);
    }
  return asked->result == CALX_RULE_UNKNOWN ? calx_format_missing (own, review, MOST_EVIDENCE)
                                            : calx_format_evidence (own, review, MOST_EVIDENCE);
}

char *
calx_format_workup_progress (const CalxReview *review)
{
  const CalxWorkupReview *workup;
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (review != NULL, NULL);

  workup = review->workup;
  if (workup->n_listed == 0)
    return g_strdup (_("None asked"));
  g_string_append_printf (text, _("%u of %u done"), workup->n_done, workup->n_listed);
  if (workup->n_ordered > 0)
    g_string_append_printf (text, _(", %u ordered"), workup->n_ordered);
  if (workup->n_declined > 0)
    g_string_append_printf (text, _(", %u declined"), workup->n_declined);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
calx_format_workup_missing (const CalxReview *review,
                            guint             n_most)
{
  g_autoptr(GString) open = g_string_new (NULL);
  g_autofree char *progress = NULL;
  guint n = 0;

  g_return_val_if_fail (review != NULL, NULL);

  if (review->workup->n_listed == 0)
    return g_strdup (review->workup->occasion->result == CALX_RULE_UNKNOWN
                       ? _("Not known whether a work-up is needed: skin changes are not known.")
                       : _("None asked: no skin change is known."));
  progress = calx_format_workup_progress (review);
  for (guint i = 0; i < review->workup->rows->len; i++)
    {
      const CalxWorkupRow *row = review->workup->rows->pdata[i];

      if (calx_workup_row_is_missing (row) && n++ < n_most)
        g_string_append_printf (open, "%s%s", open->len > 0 ? "; " : "", _(row->item->statement.label));
    }
  if (n > n_most)
    g_string_append_printf (open, g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more", n - n_most), n - n_most);
  if (n == 0)
    return g_strdup_printf ("%s.", progress);
  return g_strdup_printf (_("%s. Open: %s."), progress, open->str);
}

/* "Excluded: Milia; Morphea." Those brought forward alone, where they are open. */
static void
append_differentials (GString          *text,
                      const CalxReview *review,
                      CalxWorkupStatus  status,
                      const char       *title)
{
  guint n = 0;

  for (guint i = 0; i < review->workup->differentials->len; i++)
    {
      const CalxDifferentialRow *row = review->workup->differentials->pdata[i];

      if ((row->entry == NULL ? CALX_WORKUP_OPEN : row->entry->status) != status ||
          (status == CALX_WORKUP_OPEN && row->raised->result != CALX_RULE_MET))
        continue;
      if (n++ > 0)
        g_string_append (text, "; ");
      else
        g_string_append_printf (text, "%s%s: ", text->len > 0 ? " " : "", title);
      g_string_append (text, _(row->differential->statement.label));
    }
  if (n > 0)
    g_string_append_c (text, '.');
}

char *
calx_format_differentials (const CalxReview *review)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (review != NULL, NULL);

  append_differentials (text, review, CALX_WORKUP_CONSIDERED, _("Considered"));
  append_differentials (text, review, CALX_WORKUP_EXCLUDED, _("Excluded"));
  append_differentials (text, review, CALX_WORKUP_OPEN, _("Open, and brought forward by findings"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
