/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-report-block.h"

#include <glib/gi18n-lib.h>

#include "calx-body-sign.h"
#include "calx-citations.h"
#include "calx-format.h"
#include "calx-format-workup.h"
#include "calx-report-review.h"
#include "calx-rule.h"

/* What the builders below share. */
typedef struct
{
  const CalxReport        *report;
  const CalxAssessment    *assessment;
  PangoContext            *context;
  const CalxReportDensity *density;
  double                   width_pt;
  CalxCitations           *citations;
  GPtrArray               *blocks;
  GString                 *paragraph; /* that is not a block yet, and its heads */
  PangoAttrList           *heads;
} Page;

static CalxPaperTextStyle
body (const Page *page)
{
  return (CalxPaperTextStyle){ .size_pt = page->density->body_pt };
}

static CalxPaperTextStyle
strong (const Page *page)
{
  return (CalxPaperTextStyle){ .size_pt = page->density->body_pt, .bold = TRUE };
}

/* Makes a block of the paragraphs that have gathered: bold heads, each with its text behind it. */
static void
end_paragraph (Page *page)
{
  CalxReportBlock *block = NULL;
  CalxReportPart *part = NULL;

  if (page->paragraph->len == 0)
    return;
  block = calx_report_block_new ();
  calx_report_block_add_text (block, page->context, page->paragraph->str, body (page), 0, 0, page->width_pt);
  part = g_ptr_array_index (block->parts, 0);
  pango_layout_set_attributes (part->layout, page->heads);
  part->height = calx_paper_text_get_height (part->layout);
  block->height_pt = part->height;
  g_ptr_array_add (page->blocks, block);

  g_string_truncate (page->paragraph, 0);
  pango_attr_list_unref (page->heads);
  page->heads = pango_attr_list_new ();
}

static void
take (Page *page, CalxReportBlock *block)
{
  end_paragraph (page);
  g_ptr_array_add (page->blocks, block);
}

/* A paragraph over the whole width: a bold head and its text run in. Nothing where the text is empty. */
static void
add_paragraph (Page *page, const char *head, const char *text)
{
  PangoAttribute *bold = NULL;

  if (text == NULL || text[0] == '\0')
    return;

  if (page->paragraph->len > 0)
    g_string_append (page->paragraph, "   ");
  bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  bold->start_index = (guint) page->paragraph->len;
  bold->end_index = (guint) (page->paragraph->len + strlen (head));
  pango_attr_list_insert (page->heads, bold);
  g_string_append_printf (page->paragraph, "%s  %s", head, text);
  if (!page->density->runs_on)
    end_paragraph (page);
}

/* "1,4" for source ids, "" for none; ascending */
static char *
source_numbers (const Page *page, char **sources)
{
  g_autofree char *numbers = calx_citations_number (page->citations, sources);
  g_auto (GStrv) parts = g_strsplit (numbers, ", ", -1);

  return g_strjoinv (",", parts);
}

/* --- head and result ------------------------------------------------------------------------ */

static const char *
status_words (CalxReportStatus status)
{
  switch (status)
    {
    case CALX_REPORT_FINAL:
      return _("Final");
    case CALX_REPORT_CORRECTED:
      return _("Corrected: replaces an earlier version");
    case CALX_REPORT_DRAFT:
    default:
      return _("Draft: not saved");
    }
}

static void
add_title (Page *page)
{
  CalxReportBlock *block = calx_report_block_new ();
  g_autofree char *date = calx_format_date (calx_session_get_date (page->report->session));
  g_autofree char *session = NULL;
  double y;

  y = calx_report_block_add_text (block, page->context,
                                  _("Calciphylaxis risk-factor summary: decision aid, not a diagnosis"),
                                  (CalxPaperTextStyle){ .size_pt = page->density->body_pt + 3.5, .bold = TRUE }, 0, 0,
                                  page->width_pt);
  session = page->report->assessor[0] != '\0'
              ? g_strdup_printf (_("Session %s. Entered by %s. %s."), date, page->report->assessor,
                                 status_words (page->report->status))
              : g_strdup_printf (_("Session %s. %s."), date, status_words (page->report->status));
  calx_report_block_add_text (block, page->context, session, body (page), 0, y + 1, page->width_pt);
  take (page, block);
}

static void
add_result (Page *page)
{
  const CalxAssessment *a = page->assessment;
  CalxReportBlock *block = calx_report_block_new ();
  g_autofree char *points = calx_format_points (a);
  g_autofree char *band = calx_format_band (a);
  g_autofree char *ratio = calx_format_ratio (a);
  g_autofree char *spread = calx_format_spread (a);
  g_autofree char *result = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  const double pad = 5.0;
  double inner = page->width_pt - 2 * pad;
  double y = pad;

  if (a->kind == CALX_ASSESSMENT_SCORED)
    result = g_strdup_printf (_("%s points, %s: not validated"), points, band);
  else if (a->has_points)
    result = g_strdup_printf (_("%s points: not validated"), points);
  else
    result = g_strdup (_("No points: not validated"));
  y = calx_report_block_add_text (block, page->context, result,
                                  (CalxPaperTextStyle){ .size_pt = page->density->body_pt + 5, .bold = TRUE }, pad, y, inner);
  if (a->kind != CALX_ASSESSMENT_SCORED && (page->density->whole_texts || a->reason[0] == '\0'))
    g_string_append_printf (line, "%s. ", band);
  if (ratio[0] != '\0')
    g_string_append_printf (line, _("Compared: %s. "), ratio);
  if (spread[0] != '\0')
    g_string_append_printf (line, _("Spread of the weights %s. "), spread);
  if (a->reason[0] != '\0')
    g_string_append_printf (line, "%s ", a->reason);
  else if (a->band_text[0] != '\0')
    g_string_append_printf (line, _("The band: %s "), a->band_text);
  if (line->len > 0)
    y = calx_report_block_add_text (block, page->context, line->str, body (page), pad, y + 1, inner);
  y = calx_report_block_add_text (block, page->context, a->validation_text, body (page), pad, y + 1, inner);
  y = calx_report_block_add_text (block, page->context, a->every_band, strong (page), pad, y + 1, inner);
  calx_report_block_add (block, CALX_REPORT_PART_BOX, 0, 0, page->width_pt, y + pad);
  take (page, block);
}

/* --- factors and map ------------------------------------------------------------------------ */

#define N_FACTOR_COLUMNS 5

typedef struct
{
  double x[N_FACTOR_COLUMNS];
  double width[N_FACTOR_COLUMNS];
} Columns;

/* Value, measured, points, sources, in points at 9 pt; the factor's name has the rest. */
static const double factor_column_pt[N_FACTOR_COLUMNS] = { 0, 59, 85, 38, 28 };

static double
add_row (Page *page, CalxReportBlock *block, const Columns *columns, const char *const cells[N_FACTOR_COLUMNS], gboolean head, double y)
{
  CalxPaperTextStyle style = head ? strong (page) : body (page);
  CalxPaperTextStyle small = { .size_pt = page->density->small_pt, .bold = head };
  double below = y;

  for (int i = 0; i < N_FACTOR_COLUMNS; i++)
    {
      gboolean sources = i == N_FACTOR_COLUMNS - 1;
      double lower = sources && !head ? 1.0 : 0.0;

      below = MAX (below, calx_report_block_add_text (block, page->context, cells[i], sources ? small : style, columns->x[i],
                                                      y + lower, columns->width[i]));
    }
  return below + 0.6;
}

static double
add_setting_row (Page *page, CalxReportBlock *block, const Columns *columns, double y)
{
  const CalxAssessment *a = page->assessment;
  g_autofree char *label = g_strdup_printf (_("Setting: %s"), a->setting_id[0] != '\0' ? a->setting_label : _("not known"));
  g_autofree char *points = a->has_points ? g_strdup_printf ("%+d", a->setting_points) : g_strdup ("");
  double below;

  below = calx_report_block_add_text (block, page->context, label, body (page), columns->x[0], y,
                                      columns->x[3] - columns->x[0] - 4);
  calx_report_block_add_text (block, page->context, points, body (page), columns->x[3], y, columns->width[3]);
  return below + 0.6;
}

/* The value's date, with its age in days where it was not measured on the session's day. */
static char *
measured (const Page *page, const CalxContribution *c)
{
  g_autofree char *day = calx_format_date (calx_date_is_known (c->date) ? c->date : page->assessment->date);

  if (c->state == CALX_FACTOR_NOT_ASSESSED)
    return g_strdup (_("can only add"));
  if (c->state == CALX_FACTOR_UNKNOWN || c->state == CALX_FACTOR_NOT_APPLICABLE)
    return g_strdup ("");
  if (c->age_days > 0)
    /* Translators: a date, and how many days ago that was: "13-Nov-2026, 3 d" */
    return g_strdup_printf (_("%s, %d d"), day, c->age_days);
  return g_steal_pointer (&day);
}

static const char *
value_of (const CalxContribution *c)
{
  switch (c->state)
    {
    case CALX_FACTOR_UNKNOWN:
      return _("Not known");
    case CALX_FACTOR_NOT_ASSESSED:
      return _("Not assessed");
    case CALX_FACTOR_NOT_APPLICABLE:
      return _("Does not apply");
    case CALX_FACTOR_KNOWN:
    case CALX_FACTOR_DEPENDENT:
    default:
      return c->value_text;
    }
}

static double
add_factor_row (Page *page, CalxReportBlock *block, const Columns *columns, const CalxContribution *c, double y)
{
  g_autofree char *numbers = source_numbers (page, c->sources);
  g_autofree char *date = measured (page, c);
  g_autofree char *points = calx_format_factor_points (c);
  gboolean counts = page->assessment->has_points && c->state != CALX_FACTOR_NOT_ASSESSED && c->state != CALX_FACTOR_NOT_APPLICABLE;

  return add_row (page, block, columns,
                  (const char *const[N_FACTOR_COLUMNS]){ c->label, value_of (c), date, counts ? points : "", numbers }, FALSE, y);
}

/* What the signs on the map mean that are on it, in lines under it, from @x on. With no block it is only
 * measured: returns how high it is. */
static double
add_key (Page *page, CalxReportBlock *block, double x, double y)
{
  const double sign = 7.5, gap = 8.0, before_words = 3.5;
  CalxPaperTextStyle small = { .size_pt = page->density->small_pt };
  double line = MAX (small.size_pt * 1.2, sign + 2.5), left = x, top = y;

  for (guint i = 0; i < CALX_N_BODY_SIGNS; i++)
    {
      g_autoptr (PangoLayout) words = NULL;
      double width;

      if (!calx_body_sign_is_used (i, calx_session_get_lesions (page->report->session), NULL))
        continue;
      words = calx_paper_text_layout_new (page->context, calx_body_sign_get (i).words, small, -1);
      width = sign + before_words + calx_paper_text_get_width (words);
      if (x > left && x + width > page->width_pt)
        {
          x = left;
          y += line;
        }
      if (block != NULL)
        {
          calx_report_block_add (block, CALX_REPORT_PART_SIGN, x, y + (small.size_pt * 1.2 - sign) / 2, sign, sign);
          ((CalxReportPart *) g_ptr_array_index (block->parts, block->parts->len - 1))->sign = i;
          calx_report_block_add_text (block, page->context, calx_body_sign_get (i).words, small, x + sign + before_words, y, -1);
        }
      x += width + gap;
    }
  return x > left ? y + line - top : 0.0;
}

/* Where the lesions are, beside the figures. */
static void
add_distribution (Page *page, CalxReportBlock *block, double y, double width_pt)
{
  CalxDistribution distribution;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  calx_distribution_init (&distribution, calx_body_get_regions (page->report->body),
                          calx_session_get_lesions (page->report->session));
  words = calx_format_distribution (&distribution);
  text = g_strdup_printf (_("Distribution: %s"), words);
  calx_report_block_add_text (block, page->context, text, body (page), 0, y, width_pt);
}

/* The factor table on the left, both views of the body on the right. */
static void
add_factors_and_map (Page *page)
{
  CalxReportBlock *block = calx_report_block_new ();
  const GArray *contributions = page->assessment->contributions;
  double height = page->density->map_height_pt;
  double view_width = height * (CALX_BODY_X_MAX - CALX_BODY_X_MIN) / (CALX_BODY_Y_MAX - CALX_BODY_Y_MIN);
  double table = page->width_pt - 2 * view_width - 8;
  Columns columns;
  double right = table;
  double y;

  for (int i = N_FACTOR_COLUMNS - 1; i >= 0; i--)
    {
      columns.x[i] = i > 0 ? right - factor_column_pt[i] : 0.0;
      columns.width[i] = right - columns.x[i] - (i < N_FACTOR_COLUMNS - 1 ? 3 : 0);
      right = columns.x[i];
    }
  y = add_row (page, block, &columns,
               (const char *const[N_FACTOR_COLUMNS]){ _("Factor"), _("Value"), _("Measured"), _("Points"), _("Ref.") }, TRUE, 0);
  calx_report_block_add (block, CALX_REPORT_PART_RULE, 0, y, table, 0);
  y = add_setting_row (page, block, &columns, y + 1.5);
  for (guint i = 0; i < contributions->len; i++)
    {
      const CalxContribution *c = &g_array_index (contributions, CalxContribution, i);

      if (page->density->whole_texts || c->state != CALX_FACTOR_NOT_ASSESSED)
        y = add_factor_row (page, block, &columns, c, y);
    }
  calx_report_block_add (block, CALX_REPORT_PART_RULE, 0, y, table, 0);
  add_distribution (page, block, y + 4, table);

  /* the second line of the key and those after it are taken from the figures */
  height -= MAX (add_key (page, NULL, table + 8, 0) - page->density->small_pt * 1.2, 0.0);
  for (int view = 0; view < CALX_N_VIEWS; view++)
    {
      calx_report_block_add (block, CALX_REPORT_PART_FIGURE, table + 8 + view * view_width, 0, view_width, height);
      ((CalxReportPart *) g_ptr_array_index (block->parts, block->parts->len - 1))->view = view;
    }
  add_key (page, block, table + 8, height + 2);
  take (page, block);
}

/* --- lesions ---------------------------------------------------------------------------------- */

static const double lesion_columns[] = { 0.00, 0.038, 0.268, 0.413, 0.50, 0.615, 0.669, 0.769, 0.888, 1.00 };
#define N_LESION_COLUMNS (G_N_ELEMENTS (lesion_columns) - 1)

static CalxReportBlock *
lesion_row (Page *page, const char *const cells[N_LESION_COLUMNS], gboolean head)
{
  CalxReportBlock *block = calx_report_block_new ();

  for (gsize i = 0; i < N_LESION_COLUMNS; i++)
    calx_report_block_add_text (block, page->context, cells[i], head ? strong (page) : body (page),
                                lesion_columns[i] * page->width_pt, 0,
                                (lesion_columns[i + 1] - lesion_columns[i]) * page->width_pt - 4);
  if (head)
    calx_report_block_add (block, CALX_REPORT_PART_RULE, 0, block->height_pt, page->width_pt, 0);
  block->repeats = head;
  block->belongs_to_head = !head;
  return block;
}

static char *
first_seen (const Page *page, guint index, const CalxLesion *lesion)
{
  if (page->report->first_seen != NULL && index < page->report->first_seen->len)
    return calx_format_date (*(CalxDate *) g_ptr_array_index (page->report->first_seen, index));
  return calx_format_date (calx_date_is_known (lesion->onset) ? lesion->onset : calx_session_get_date (page->report->session));
}

static const char *
ternary_words (CalxTernary ternary)
{
  return ternary == CALX_TERNARY_YES ? _("yes") : ternary == CALX_TERNARY_NO ? _("no") : _("Not known");
}

static void
add_lesion (Page *page, guint index, const CalxLesion *lesion)
{
  const CalxRegion *region = calx_regions_find (calx_body_get_regions (page->report->body), lesion->region_id);
  g_autofree char *number = g_strdup_printf ("L%d", lesion->number);
  g_autofree char *place = region != NULL ? calx_format_region (region) : g_strdup (lesion->region_id);
  g_autofree char *site = lesion->sentinel ? g_strdup_printf (_("%s (sentinel)"), place) : g_strdup (place);
  g_autofree char *bwat = calx_format_bwat (lesion);
  g_autofree char *size = calx_format_lesion_size (lesion);
  g_autofree char *pain = lesion->pain == CALX_PAIN_UNKNOWN ? g_strdup (_("Not known")) : g_strdup_printf ("%d/10", lesion->pain);
  g_autofree char *seen = first_seen (page, index, lesion);
  const char *cells[N_LESION_COLUMNS] = {
    number, site, calx_format_lesion_type (lesion->type), ternary_words (lesion->ulcerated), size, pain,
    bwat[0] != '\0' ? bwat : _("Not scored"), seen,
    lesion->healed ? _("healed") : calx_format_diagnosis (lesion->diagnosis),
  };

  take (page, lesion_row (page, cells, FALSE));
}

/* "chalky discharge: L1, L3", "rapid: all": one value of one sign, and which lesions have it; "" for none. */
static char *
list_sign (GPtrArray *lesions, CalxLesionSign sign, guint value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *all = NULL;
  guint n = 0;

  for (guint i = 0; i < lesions->len; i++)
    {
      const CalxLesion *lesion = g_ptr_array_index (lesions, i);
      g_autofree char *words = NULL;

      if (lesion->signs[sign] != value)
        continue;
      words = calx_format_lesion_sign_of (lesion, sign);
      if (n++ == 0)
        all = g_strdup_printf (_("%s: all"), words);
      g_string_append_printf (text, "%s%sL%d", text->len > 0 ? ", " : words, text->len > 0 ? "" : ": ", lesion->number);
    }
  return n > 1 && n == lesions->len ? g_steal_pointer (&all) : g_strdup (text->str);
}

/* What else is known of the lesions, in words: no column for what most do not have. */
static void
add_signs (Page *page, GPtrArray *lesions)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint sign = 0; sign < CALX_N_LESION_SIGNS; sign++)
    for (guint value = 1; value < calx_lesion_sign_get_n_values (sign); value++)
      {
        g_autofree char *list = list_sign (lesions, sign, value);

        if (list[0] != '\0')
          g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", list);
      }
  add_paragraph (page, _("Seen or felt."), text->str);
}

/* "as of 08-Dec-2025: L1, L3", "as of 08-Dec-2025: all": those last looked at on the day of the lesion of
 * that index; "" where an earlier one said so, or it was looked at on @date. */
static char *
list_as_of (GPtrArray *lesions, guint index, CalxDate date)
{
  const CalxLesion *first = g_ptr_array_index (lesions, index);
  g_autofree char *words = calx_format_lesion_as_of (first, date);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  if (words[0] == '\0')
    return g_strdup ("");
  for (guint i = 0; i < lesions->len; i++)
    {
      const CalxLesion *lesion = g_ptr_array_index (lesions, i);

      if (calx_date_compare (lesion->seen, first->seen) != 0)
        continue;
      if (i < index)
        return g_strdup ("");
      g_string_append_printf (text, "%sL%d", n++ > 0 ? ", " : "", lesion->number);
    }
  return n > 1 && n == lesions->len ? g_strdup_printf (_("%s: all"), words)
                                    : g_strdup_printf ("%s: %s", words, text->str);
}

/* What the table says of these is that of an earlier day. Said under it, since twelve rows that each say
 * so would not stay on the page. */
static void
add_carried (Page *page, GPtrArray *lesions)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lesions->len; i++)
    {
      g_autofree char *list = list_as_of (lesions, i, calx_session_get_date (page->report->session));

      if (list[0] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", list);
    }
  add_paragraph (page, _("Not looked at in this session."), text->str);
}

static void
add_lesions (Page *page)
{
  GPtrArray *lesions = calx_session_get_lesions (page->report->session);

  if (lesions->len == 0)
    return;

  take (page, lesion_row (page,
                          (const char *const[N_LESION_COLUMNS]){ _("No."), _("Site"), _("Type"), _("Ulcerated"), _("Size"),
                                                                _("Pain"), _("BWAT-CUA"), _("First seen"), _("Diagnosis") },
                          TRUE));
  for (guint i = 0; i < lesions->len; i++)
    add_lesion (page, i, g_ptr_array_index (lesions, i));
  add_carried (page, lesions);
  add_signs (page, lesions);
}

/* --- words ------------------------------------------------------------------------------------ */

static void
add_unknowns (Page *page)
{
  const GArray *unknowns = page->assessment->unknowns;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *optional = NULL;

  for (guint i = 0; i < unknowns->len; i++)
    {
      const CalxUnknown *u = &g_array_index (unknowns, CalxUnknown, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", u->label);
      if (u->settles[0] != '\0')
        g_string_append_printf (text, " (%s)", u->settles);
    }
  add_paragraph (page, _("Not known, so the result is a range."), text->str);
  optional = g_strjoinv ("; ", page->assessment->not_assessed);
  add_paragraph (page, _("Not assessed, can only add."), optional);
}

/* What is known and stands nowhere else on the page. */
static void
add_other_findings (Page *page)
{
  g_autofree char *others = calx_format_findings (calx_session_get_findings (page->report->session),
                                                  calx_body_get_regions (page->report->body),
                                                  calx_session_get_date (page->report->session), page->assessment);

  add_paragraph (page, _("Other findings."), others);
}

static void
add_associations (Page *page)
{
  const GArray *associations = page->assessment->associations;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < associations->len; i++)
    {
      const CalxAssociationResult *r = &g_array_index (associations, CalxAssociationResult, i);
      g_autofree char *numbers = source_numbers (page, r->sources);

      if (r->result != CALX_RULE_MET)
        continue;
      g_string_append_printf (text, numbers[0] != '\0' ? "%s%s [%s]" : "%s%s", text->len > 0 ? "; " : "", r->label, numbers);
      if (r->already_counted)
        g_string_append (text, _(" (already counted above)"));
    }
  add_paragraph (page, _("Published, not scored, and present."), text->str);
}

static void
add_options (Page *page)
{
  const GArray *changes = page->assessment->changes;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const CalxChange *change = &g_array_index (changes, CalxChange, i);
      g_autofree char *difference = calx_format_change_points (change);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", change->label);
      if (!change->text_only)
        g_string_append_printf (text, ", %s: %s", change->target_text, difference);
      g_string_append (text, ".");
      if (page->density->whole_texts || change->text_only)
        g_string_append_printf (text, " %s", change->option);
    }
  add_paragraph (page, _("Options to consider, never instructions."), text->str);
}

static void
add_references (Page *page)
{
  g_autoptr (GString) text = g_string_new (NULL);
  CalxReportBlock *block = NULL;

  for (guint i = 0; i < calx_citations_get_n (page->citations); i++)
    g_string_append_printf (text, "%s[%u] %s", i > 0 ? "  " : "", i + 1, calx_citations_get_cite (page->citations, i));
  if (text->len == 0)
    return;
  block = calx_report_block_new ();
  calx_report_block_add_text (block, page->context, text->str, (CalxPaperTextStyle){ .size_pt = page->density->small_pt }, 0, 0,
                              page->width_pt);
  take (page, block);
}

/* What criteria, subtype and prognosis say of this patient. */
static void
add_review (Page *page)
{
  const CalxReview *review = page->report->review;
  gboolean whole = page->density->whole_texts;
  g_autofree char *criteria = calx_report_write_criteria (review, page->citations, TRUE);
  g_autofree char *subtypes = calx_report_write_subtypes (review, page->citations, whole);
  g_autofree char *prognosis = calx_report_write_prognosis (review, page->citations, whole);
  g_autofree char *early_signs = calx_report_write_early_signs (review);

  add_paragraph (page, _("Criteria, not a diagnosis."), criteria);
  add_paragraph (page, _("Subtype, not a diagnosis."), subtypes);
  add_paragraph (page, _("Published prognosis of groups, not of one patient."), prognosis);
  add_paragraph (page, _("Early signs."), early_signs);
}

/* What was done and what is open. */
static void
add_care (Page *page)
{
  const CalxReview *review = page->report->review;
  g_autofree char *workup = calx_report_write_workup (review, page->density->whole_texts);
  g_autofree char *differentials = calx_format_differentials (review);
  g_autofree char *treatments = calx_report_write_treatments (review);
  g_autofree char *conflicts = calx_report_write_conflicts (review, page->citations);
  g_autofree char *targets = calx_report_write_targets (review, page->citations);
  g_auto (GStrv) lines = g_strsplit (treatments, "\n", -1);
  g_autofree char *run_on = g_strjoinv ("; ", lines);

  add_paragraph (page, _("Treatment."), page->density->runs_on ? run_on : treatments);
  add_paragraph (page, _("To be weighed."), conflicts);
  add_paragraph (page, _("Work-up."), workup);
  add_paragraph (page, _("Look-alikes."), differentials);
  add_paragraph (page, _("Targets."), targets);
}

static void
add_words (Page *page)
{
  const CalxAssessment *a = page->assessment;
  g_autofree char *always = g_strjoinv ("; ", a->always_named);
  g_autofree char *notes = g_strjoinv (" ", a->notes);
  g_autofree char *rates = calx_format_rates (a);
  g_autofree char *note = g_strdup (calx_session_get_note (page->report->session));
  g_autofree char *not_for = g_strjoinv ("; ", a->not_for);
  g_autofree char *intended
    = page->density->whole_texts ? g_strdup_printf (_("%s. Not for: %s."), a->population, not_for) : g_strdup (a->population);

  add_paragraph (page, _("Named in every band."), always);
  add_unknowns (page);
  add_other_findings (page);
  add_associations (page);
  add_options (page);
  add_paragraph (page, _("Notes."), notes);
  add_paragraph (page, _("Published rates."), rates);
  add_paragraph (page, _("Session note."), note);
  add_paragraph (page, _("Made for."), intended);
  add_references (page);
}

static void
add_signature (Page *page)
{
  CalxReportBlock *block = calx_report_block_new ();
  double y = 16;

  calx_report_block_add_text (block, page->context, _("Signature"), strong (page), 0, y - page->density->body_pt - 1, -1);
  calx_report_block_add (block, CALX_REPORT_PART_RULE, 56, y + 1, page->width_pt * 0.42 - 56, 0);
  calx_report_block_add_text (block, page->context, _("Name, role"), body (page), page->width_pt * 0.45,
                              y - page->density->body_pt - 1, -1);
  calx_report_block_add (block, CALX_REPORT_PART_RULE, page->width_pt * 0.45 + 54, y + 1, page->width_pt * 0.27 - 54, 0);
  calx_report_block_add_text (block, page->context, _("Date, time"), body (page), page->width_pt * 0.75,
                              y - page->density->body_pt - 1, -1);
  calx_report_block_add (block, CALX_REPORT_PART_RULE, page->width_pt * 0.75 + 54, y + 1, page->width_pt * 0.25 - 54, 0);
  take (page, block);
}

GPtrArray *
calx_report_blocks_new (const CalxReport *report, PangoContext *context, double width_pt, const CalxReportDensity *density)
{
  Page page = {
    .report = report,
    .assessment = report->assessment,
    .context = context,
    .density = density,
    .width_pt = width_pt,
    .citations = calx_citations_new (report->review->knowledge->sources, report->assessment),
    .blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_report_block_free),
    .paragraph = g_string_new (NULL),
    .heads = pango_attr_list_new (),
  };

  gboolean review_first = calx_report_review_is_first (report);

  add_title (&page);
  if (review_first)
    add_review (&page);
  add_result (&page);
  add_factors_and_map (&page);
  add_lesions (&page);
  if (!review_first)
    add_review (&page);
  add_care (&page);
  add_words (&page);
  add_signature (&page);
  calx_citations_free (page.citations);
  g_string_free (page.paragraph, TRUE);
  pango_attr_list_unref (page.heads);
  return page.blocks;
}

/* --- every page ------------------------------------------------------------------------------- */

CalxReportBlock *
calx_report_header_new (const CalxReport *report, PangoContext *context, double width_pt)
{
  CalxReportBlock *block = calx_report_block_new ();
  CalxDate on = calx_session_get_date (report->session);
  g_autofree char *name = calx_format_name (report->patient);
  g_autofree char *born = calx_format_born (report->patient);
  g_autofree char *age = calx_format_age (report->patient, on);
  g_autofree char *sex = calx_format_sex (report->patient->sex);
  g_autofree char *identity
    = g_strdup_printf (_("Born %s (%s)   Sex: %s   Record number: %s"), born, age, sex,
                       report->patient->record_number[0] != '\0' ? report->patient->record_number : _("Not known"));
  double y;

  y = calx_report_block_add_text (block, context, report->clinic_name[0] != '\0' ? report->clinic_name : _("Clinic: Not known"),
                                  (CalxPaperTextStyle){ .size_pt = 9 }, width_pt * 0.68, 3, width_pt * 0.32);
  pango_layout_set_alignment (((CalxReportPart *) g_ptr_array_index (block->parts, 0))->layout, PANGO_ALIGN_RIGHT);
  y = MAX (y, calx_report_block_add_text (block, context, name, (CalxPaperTextStyle){ .size_pt = 14, .bold = TRUE }, 0, 0,
                                          width_pt * 0.66));
  y = calx_report_block_add_text (block, context, identity, (CalxPaperTextStyle){ .size_pt = 9.5 }, 0, y, width_pt);
  calx_report_block_add (block, CALX_REPORT_PART_RULE, 0, y + 2, width_pt, 0);
  return block;
}

CalxReportBlock *
calx_report_footer_new (const CalxReport *report,
                        PangoContext *context,
                        double width_pt,
                        const CalxReportDensity *density,
                        guint page,
                        guint n_pages)
{
  CalxReportBlock *block = calx_report_block_new ();
  const CalxAssessment *a = report->assessment;
  CalxPaperTextStyle small = { .size_pt = density->small_pt };
  g_autofree char *first = g_strdup_printf (_("Page %u of %u. Printed %s by %s. Not a medical device; not validated."), page, n_pages,
                                            report->printed_at, report->printed_by);
  g_autofree char *second
    = g_strdup_printf (_("Calx %s, engine %s. Model %s %s, SHA-256 %s. Record %s. Audit head %s."), CALX_VERSION,
                       a->engine_version, a->model_id, a->model_version, a->model_sha256, report->record_id,
                       report->audit_head[0] != '\0' ? report->audit_head : _("none"));
  double y;

  calx_report_block_add (block, CALX_REPORT_PART_RULE, 0, 0, width_pt, 0);
  y = calx_report_block_add_text (block, context, first, small, 0, 2, width_pt);
  calx_report_block_add_text (block, context, second, small, 0, y, width_pt);
  return block;
}
