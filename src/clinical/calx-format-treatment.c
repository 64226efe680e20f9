/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-format-treatment.h"

#include <glib/gi18n-lib.h>

#include "calx-format-review.h"
#include "calx-format.h"

/* So many facts are named of those that decided or are not known. */
#define N_NAMED 3

char *
calx_format_treatment_name (CalxTreatments      *treatments,
                            const CalxTreatment *treatment)
{
  const CalxTreatmentKind *kind;
  const CalxDrug *drug;

  g_return_val_if_fail (treatments != NULL && treatment != NULL, NULL);

  if (g_str_equal (treatment->kind, CALX_TREATMENT_OTHER))
    return g_strdup (*treatment->texts[CALX_TREATMENT_NAME] != '\0' ? treatment->texts[CALX_TREATMENT_NAME]
                                                                     : _("Another treatment"));
  kind = calx_treatments_find (treatments, treatment->kind);
  if (kind == NULL)
    return g_strdup (*treatment->drug != '\0' ? treatment->drug : treatment->kind);
  drug = *treatment->drug != '\0' ? calx_treatment_kind_find_drug (kind, treatment->drug) : NULL;
  return g_strdup (_(drug != NULL ? drug->label : kind->statement.label));
}

char *
calx_format_treatment_period (const CalxTreatment *treatment)
{
  g_autofree char *start = NULL;
  g_autofree char *stop = NULL;

  g_return_val_if_fail (treatment != NULL, NULL);

  start = calx_format_date (treatment->start);
  stop = calx_format_date (treatment->stop);
  if (!treatment->stopped)
    return calx_date_is_known (treatment->start) ? g_strdup_printf (_("Since %s"), start)
                                                 : g_strdup (_("Running, start not known"));
  if (!calx_date_is_known (treatment->stop))
    return calx_date_is_known (treatment->start)
             ? g_strdup_printf (_("From %s, stopped on a day not known"), start)
             : g_strdup (_("Stopped on a day not known"));
  return calx_date_is_known (treatment->start) ? g_strdup_printf (_("%s to %s, stopped"), start, stop)
                                               : g_strdup_printf (_("Stopped on %s"), stop);
}

const char *
calx_format_response (CalxResponse response)
{
  switch (response)
    {
    case CALX_RESPONSE_IMPROVED:
      return _("Improved");
    case CALX_RESPONSE_UNCHANGED:
      return _("Unchanged");
    case CALX_RESPONSE_WORSE:
      return _("Worse");
    case CALX_RESPONSE_RESOLVED:
      return _("Resolved");
    case CALX_RESPONSE_RESOLVED_SPONTANEOUSLY:
      return _("Resolved by itself");
    case CALX_RESPONSE_RECURRED:
      return _("Recurred");
    case CALX_RESPONSE_UNKNOWN:
    default:
      return _("Not known");
    }
}

/* The words of an id, or the id where the table lacks it. */
static const char *
get_label (GPtrArray  *terms,
           const char *id)
{
  const CalxTreatmentTerm *term = terms != NULL ? calx_treatment_terms_find (terms, id) : NULL;

  return term != NULL ? _(term->label) : id;
}

static void
add_part (GString    *text,
          const char *separator,
          const char *label,
          const char *part)
{
  if (*part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  if (label != NULL)
    g_string_append_printf (text, "%s: ", label);
  g_string_append (text, part);
}

static char *
format_adverse (CalxTreatments      *treatments,
                const CalxTreatment *treatment)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; treatment->adverse[i] != NULL; i++)
    add_part (text, ", ", NULL, get_label (calx_treatments_get_adverse (treatments), treatment->adverse[i]));
  add_part (text, ", ", NULL, treatment->texts[CALX_TREATMENT_ADVERSE]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
calx_format_treatment_details (CalxTreatments      *treatments,
                               const CalxTreatment *treatment)
{
  g_autoptr(GString) text = NULL;
  g_autofree char *adverse = NULL;
  const CalxTreatmentKind *kind;

  g_return_val_if_fail (treatments != NULL && treatment != NULL, NULL);

  text = g_string_new (NULL);
  adverse = format_adverse (treatments, treatment);
  kind = calx_treatments_find (treatments, treatment->kind);
  add_part (text, "; ", NULL, treatment->texts[CALX_TREATMENT_DOSE]);
  add_part (text, "; ", NULL, get_label (calx_treatments_get_routes (treatments), treatment->route));
  add_part (text, "; ", _("for"), get_label (kind != NULL ? kind->indications : NULL, treatment->indication));
  if (treatment->response != CALX_RESPONSE_UNKNOWN)
    add_part (text, "; ", _("response"), calx_format_response (treatment->response));
  add_part (text, "; ", _("adverse events"), adverse);
  add_part (text, "; ", _("stopped because"), treatment->texts[CALX_TREATMENT_STOP_REASON]);
  add_part (text, "; ", NULL, treatment->texts[CALX_TREATMENT_NOTE]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
calx_format_treatment (CalxTreatments      *treatments,
                       const CalxTreatment *treatment)
{
  g_autofree char *name = NULL;
  g_autofree char *period = NULL;
  g_autofree char *details = NULL;

  g_return_val_if_fail (treatments != NULL && treatment != NULL, NULL);

  name = calx_format_treatment_name (treatments, treatment);
  period = calx_format_treatment_period (treatment);
  details = calx_format_treatment_details (treatments, treatment);
  return g_strdup_printf ("%s: %s%s%s", name, period, *details != '\0' ? "; " : "", details);
}

char *
calx_format_treatment_choice (const CalxTreatmentChoice *choice)
{
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (choice != NULL, NULL);

  if (choice->drug == NULL)
    return g_strdup_printf ("%s · %s", _(choice->kind->statement.label), _(choice->kind->group->label));
  text = g_string_new (_(choice->drug->label));
  if (!g_str_equal (choice->drug->label, choice->kind->statement.label))
    g_string_append_printf (text, " · %s", _(choice->kind->statement.label));
  add_part (text, " · ", NULL, choice->drug->atc);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Conflicts */

char *
calx_format_conflict (const CalxFoundConflict *found)
{
  const char *label;

  g_return_val_if_fail (found != NULL, NULL);

  label = _(found->conflict->statement.label);
  if (found->conflict->offer != NULL && found->result == CALX_RULE_MET)
    return g_strdup (label);
  if (found->conflict->offer != NULL)
    return g_strdup_printf (_("The finding is not known: %s"), _(found->conflict->offer->label));
  return found->result == CALX_RULE_MET ? g_strdup_printf (_("Conflict: %s"), label)
                                        : g_strdup_printf (_("May conflict: %s"), label);
}

char *
calx_format_conflict_reason (const CalxFoundConflict *found,
                             const CalxReview        *review)
{
  g_autofree char *facts = NULL;

  g_return_val_if_fail (found != NULL && review != NULL, NULL);

  if (found->result == CALX_RULE_MET)
    return calx_format_evidence (found->used, review, N_NAMED);
  if (found->conflict->offer != NULL)
    return g_strdup ("");
  facts = found->used->len > 0 ? calx_format_missing (found->used, review, N_NAMED) : g_strdup ("");
  if (!found->route_unknown)
    return g_strdup_printf (_("Not known: %s"), facts);
  return *facts != '\0' ? g_strdup_printf (_("Not known: how it is given, %s"), facts)
                        : g_strdup (_("Not known: how it is given"));
}

char *
calx_format_cites (CalxSources *sources,
                   char *const *ids)
{
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (sources != NULL && ids != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CalxSource *source = calx_sources_find (sources, ids[i]);

      if (source == NULL)
        continue;
      add_part (text, "; ", NULL, source->cite);
      g_string_append_printf (text, " (%s)", source->read);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
