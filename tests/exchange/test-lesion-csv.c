/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-csv-private.h"

#include <math.h>
#include <string.h>

#include "calx-knowledge.h"

static CalxKnowledge *
knowledge (void)
{
  static CalxKnowledge *loaded = NULL;

  if (loaded == NULL)
    {
      g_autoptr(GError) error = NULL;

      loaded = calx_knowledge_load (NULL, &error);
      g_assert_no_error (error);
    }
  return loaded;
}

static GPtrArray *
read_text (const char *text,
           gssize      length,
           GPtrArray  *faults)
{
  g_autoptr(GInputStream) input = g_memory_input_stream_new_from_data (text, length, NULL);
  g_autoptr(GError) error = NULL;
  GPtrArray *lines = calx_lesion_csv_read (knowledge ()->regions, knowledge ()->figures, input, faults, &error);

  g_assert_no_error (error);
  g_assert_true ((lines != NULL) == (faults->len == 0));
  return lines;
}

static GArray *
make_outline (GRand *random,
              guint  n_points)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (CalxPointMm));

  for (guint i = 0; i < n_points; i++)
    {
      double turn = 2.0 * G_PI * i / n_points;
      double radius = g_rand_double_range (random, 1.0, 300.0);
      CalxPointMm point = { radius * cos (turn), radius * sin (turn) };

      g_array_append_val (outline, point);
    }
  return outline;
}

/* Anything that a lesion may say. */
static CalxLesion *
make_lesion (GRand *random,
             int    number)
{
  CalxRegions *regions = knowledge ()->regions;
  const CalxRegion *region = calx_regions_get (regions, g_rand_int_range (random, 0, calx_regions_get_n (regions)));
  CalxView view = region->in_view[0] && (!region->in_view[1] || g_rand_boolean (random)) ? 0 : 1;
  CalxLesion *lesion = calx_lesion_new (number, view, g_rand_double_range (random, -0.3, 0.3),
                                        g_rand_double_range (random, 0.0, 1.1), region->id);

  if (g_rand_int_range (random, 0, 7) > 0)
    calx_lesion_set_figure (lesion, g_rand_int_range (random, 0, CALX_N_FIGURES));
  lesion->type = g_rand_int_range (random, 0, CALX_N_LESION_TYPES);
  lesion->ulcerated = g_rand_int_range (random, 0, 3);
  lesion->pain = g_rand_int_range (random, -1, 11);
  lesion->diagnosis = g_rand_int_range (random, 0, 3);
  lesion->healed = g_rand_boolean (random);
  lesion->sentinel = !lesion->healed && number == 1;
  lesion->onset = (CalxDate){ 2025, g_rand_int_range (random, 0, 13), 0 };
  lesion->seen = (CalxDate){ 2026, 1, g_rand_int_range (random, 1, 29) };
  for (guint sign = 0; sign < CALX_N_LESION_SIGNS; sign++)
    lesion->signs[sign] = g_rand_int_range (random, 0, calx_lesion_sign_get_n_values (sign));
  for (guint item = 0; item < CALX_N_BWAT_ITEMS; item++)
    lesion->bwat[item] = g_rand_int_range (random, 0, 6);
  if (g_rand_boolean (random))
    calx_lesion_set_note (lesion, "=1+1, \"a\"\nline é\r\n ");
  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      break;
    case 1:
      lesion->length_mm = g_rand_double_range (random, 0.1, 1000.0);
      break;
    case 2:
      lesion->length_mm = g_rand_double_range (random, 0.1, 1000.0);
      lesion->width_mm = g_rand_double_range (random, 0.1, 1000.0);
      lesion->angle_deg = g_rand_double_range (random, 0.0, 179.9);
      break;
    default:
      {
        g_autoptr(GArray) outline = make_outline (random, g_rand_int_range (random, 3, CALX_OUTLINE_MAX_POINTS + 1));

        g_assert_true (calx_lesion_set_outline (lesion, outline));
      }
    }
  return lesion;
}

static CalxLesionLine *
make_line (GRand *random,
           int    number)
{
  CalxLesionLine *line = calx_lesion_line_new ();
  CalxFigure figure;

  g_free (line->patient_uuid);
  line->patient_uuid = g_strdup ("00000000-0000-4000-8000-000000000001");
  g_free (line->record_number);
  line->record_number = g_strdup ("A-12,b");
  g_free (line->session_uuid);
  line->session_uuid = g_strdup ("00000000-0000-4000-8000-000000000002");
  line->session_date = (CalxDate){ 2026, 2, 3 };
  line->lesion = make_lesion (random, number);
  figure = calx_lesion_get_figure (line->lesion, CALX_SEX_FEMALE);
  line->stature_mm = calx_figures_get_stature_mm (knowledge ()->figures, figure);
  return line;
}

/* Bit for bit: what is read is equal, and is written as the same bytes. */
static void
test_what_is_written_is_read_as_the_same (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (2026);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_line_free);
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) again = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GString) second = g_string_new (NULL);

  calx_lesion_csv_append_header (text);
  calx_lesion_csv_append_header (second);
  for (int i = 0; i < 1000; i++)
    {
      g_ptr_array_add (lines, make_line (random, i + 1));
      calx_lesion_csv_append (text, knowledge ()->regions, g_ptr_array_index (lines, i));
    }
  again = read_text (text->str, text->len, faults);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (again->len, ==, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      CalxLesionLine *a = g_ptr_array_index (lines, i);
      CalxLesionLine *b = g_ptr_array_index (again, i);

      g_assert_true (calx_lesion_equal (a->lesion, b->lesion));
      g_assert_cmpstr (a->patient_uuid, ==, b->patient_uuid);
      g_assert_cmpstr (a->record_number, ==, b->record_number);
      g_assert_cmpstr (a->session_uuid, ==, b->session_uuid);
      g_assert_cmpint (calx_date_compare (a->session_date, b->session_date), ==, 0);
      g_assert_cmpfloat (a->stature_mm, ==, b->stature_mm);
      g_assert_true (b->has_uuid && b->has_number);
      calx_lesion_csv_append (second, knowledge ()->regions, b);
    }
  g_assert_cmpstr (text->str, ==, second->str);
}

static void
test_every_fraction_survives (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  static const double round[] = { 0.0, 0.1, 0.75, 1.0, 1.1, 1e-3, 1e-9, -0.1, -1.0, 0.085 };

  for (guint i = 0; i < 200000; i++)
    {
      double stature = g_rand_double_range (random, 300.0, 2200.0);
      double fraction = i < G_N_ELEMENTS (round) ? round[i] : g_rand_double_range (random, -1.1, 1.1);
      g_autofree char *mm = calx_fraction_to_mm (fraction, stature);
      double again = -9.0;

      g_assert_true (calx_fraction_from_mm (mm, stature, &again));
      g_assert_cmpfloat (again, ==, fraction);
    }
  {
    g_autofree char *short_one = calx_fraction_to_mm (0.085, 1619.0);

    g_assert_cmpstr (short_one, ==, "137.615");
  }
}

#define HEADER "patient,session_date,figure,view,x_mm,y_mm,region"
#define PATIENT "00000000-0000-4000-8000-000000000001"
#define PLACE PATIENT ",2026-02-03,woman,posterior,100,1200,calf_l"

/* The least that a file may say. */
static void
test_what_is_not_there_is_not_known (void)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  static const char text[] = "\xef\xbb\xbf" HEADER "\r\n" PLACE "\r\n,,,,,,\r\n" PLACE "\r\n";
  g_autoptr(GPtrArray) lines = read_text (text, -1, faults);
  CalxLesionLine *line;

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (lines->len, ==, 2);
  line = g_ptr_array_index (lines, 1);
  g_assert_cmpuint (line->line, ==, 4);
  g_assert_false (line->has_uuid);
  g_assert_false (line->has_number);
  g_assert_cmpfloat (line->stature_mm, ==, 1619.0);
  g_assert_cmpfloat (line->lesion->x, ==, 100.0 / 1619.0);
  g_assert_cmpint (line->lesion->pain, ==, CALX_PAIN_UNKNOWN);
  g_assert_cmpint (line->lesion->type, ==, CALX_LESION_TYPE_UNKNOWN);
  g_assert_cmpint (calx_lesion_get_shape (line->lesion), ==, CALX_LESION_SHAPE_POINT);
  g_assert_false (calx_date_is_known (line->lesion->seen));
}

static void
test_faults_name_line_column_value_and_mend (void)
{
  static const struct
  {
    const char *header, *row, *fault;
  } cases[] = {
    { HEADER ",type", PLACE ",wart", "line 2, column type: “wart” is none of those known. Write papule, *" },
    { HEADER ",pain", PLACE ",11", "line 2, column pain: “11” is not a whole number from 0 to 10. *" },
    { HEADER ",length_mm", PLACE ",-1", "line 2, column length_mm: “-1” is not a number from 0 to 1000. *" },
    { HEADER ",side", PLACE ",right", "line 2, column side: “right” is not the side of calf_l, which is left. *" },
    { HEADER ",shape", PLACE ",ellipse", "line 2, column shape: “ellipse” does not fit * “point”. *" },
    { HEADER ",area_cm2", PLACE ",3", "line 2, column area_cm2: an area follows from * leave this cell empty" },
    { HEADER ",length_mm,width_mm,area_cm2", PLACE ",20,20,4", "line 2, column area_cm2: “4” does not fit * 3.14159 *" },
    { HEADER ",outline", PLACE ",0 0;1 0", "line 2, column outline: is no outline. Write 3 to 400 points *" },
    { HEADER ",outline,length_mm", PLACE ",0 0;10 0;0 5,30", "line 2, column length_mm: “30” does not fit *" },
    { HEADER ",bwat_1", PLACE ",6", "line 2, column bwat_1: “6” is not a whole number from 1 to 5. *" },
    { HEADER ",healed", PLACE ",maybe", "line 2, column healed: “maybe” is neither yes nor no" },
    { HEADER ",healed,sentinel", PLACE ",yes,yes", "line 2, column sentinel: *Write no" },
    { HEADER ",seen", PLACE ",2026-02-04", "line 2, column seen: “2026-02-04” is after the session. *" },
    { HEADER ",onset", PLACE ",May", "line 2, column onset: “May” is not a date. Write 2025, *" },
    { HEADER ",lesion", PLACE ",L1", "line 2, column lesion: “L1” is not an id of Calx. *" },
    { HEADER ",number", PLACE ",first", "line 2, column number: “first” is not a lesion’s number. *" },
    { HEADER ",stature_mm", PLACE ",1.6", "line 2, column stature_mm: “1.6” is not a number from 200 to 3000. *" },
    { HEADER, PATIENT ",3 May,woman,posterior,100,1200,calf_l", "line 2, column session_date: “3 May” is not a day. *" },
    { HEADER, ",2026-02-03,woman,posterior,100,1200,calf_l", "line 2, column patient: is empty, and so is record_number. *" },
    { HEADER, PATIENT ",2026-02-03,giant,posterior,100,1200,calf_l", "line 2, column figure: there is no figure “giant”. *" },
    { HEADER, PATIENT ",2026-02-03,,posterior,100,1200,calf_l", "line 2, column stature_mm: is empty, and so is figure. *" },
    { HEADER, PATIENT ",2026-02-03,woman,side,100,1200,calf_l", "line 2, column view: “side” is not a view. *" },
    { HEADER, PATIENT ",2026-02-03,woman,anterior,100,1200,calf_l", "line 2, column region: “calf_l” is not in the anterior *" },
    { HEADER, PATIENT ",2026-02-03,woman,posterior,100,1200,tail", "line 2, column region: there is no region “tail”. *" },
    { HEADER, PATIENT ",2026-02-03,woman,posterior,1e2,1200,calf_l", "line 2, column x_mm: “1e2” is not a number of *" },
    { HEADER, PATIENT ",2026-02-03,woman,posterior,100,1900,calf_l", "line 2, column y_mm: “1900” is not * 0 to 1781, *" },
    { HEADER, PLACE ",", "line 2: has 8 cells where the header has 7. *" },
    { HEADER, "\"" PLACE, "line 2: *" },
    { HEADER ",colour,color", PLACE, "line 1: there is no column “color”. *" },
    { HEADER ",view", PLACE, "line 1: the column view stands twice. *" },
    { "patient,session_date,view,x_mm,region", PLACE, "line 1: the column y_mm is missing. Add it" },
    { "session_date,figure,view,x_mm,y_mm,region", PLACE, "line 1: the columns patient and record_number are missing. *" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = g_strconcat (cases[i].header, "\n", cases[i].row, "\n", NULL);

      g_assert_null (read_text (text, -1, faults));
      g_test_message ("%s", (char *) g_ptr_array_index (faults, 0));
      g_assert_true (g_pattern_match_simple (cases[i].fault, g_ptr_array_index (faults, 0)));
      g_assert_cmpuint (faults->len, ==, 1);
    }
}

static void
test_what_stands_once_stands_on_one_line (void)
{
#define SESSION "00000000-0000-4000-8000-000000000003"
  static const char twice[] = "session,number," HEADER "\n" SESSION ",L1," PLACE "\n" SESSION ",L2," PLACE "\n" SESSION
                              ",1," PLACE "\n";
  static const char two_days[] = "session," HEADER "\n" SESSION "," PLACE "\n" SESSION "," PATIENT
                                 ",2026-02-04,woman,posterior,100,1200,calf_l\n";
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  g_assert_null (read_text (twice, -1, faults));
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (faults, 0), ==,
                   "line 4, column number: “1” stands on line 2 already, in the same session. Remove one of the two");
  g_ptr_array_set_size (faults, 0);
  g_assert_null (read_text (two_days, -1, faults));
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (faults, 0), "line 3, column session: "));
}

static void
test_a_broken_file_is_told_in_few_lines (void)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) none = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) bytes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) text = g_string_new (HEADER ",type\n");

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, PLACE ",wart\n");
  g_assert_null (read_text (text->str, text->len, faults));
  g_assert_cmpuint (faults->len, ==, CALX_LESION_CSV_MAX_FAULTS + 1);
  g_assert_cmpstr (g_ptr_array_index (faults, CALX_LESION_CSV_MAX_FAULTS), ==, "and 950 more");
  g_assert_null (read_text ("", 0, none));
  g_assert_cmpuint (none->len, ==, 1);
  g_assert_null (read_text (HEADER ",note\n" PLACE ",\xff\n", -1, bytes));
  g_assert_cmpstr (g_ptr_array_index (bytes, 0), ==, "line 2: is not UTF-8 text. Save the file as UTF-8");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesion-csv/what-is-written-is-read-as-the-same", test_what_is_written_is_read_as_the_same);
  g_test_add_func ("/lesion-csv/every-fraction-survives", test_every_fraction_survives);
  g_test_add_func ("/lesion-csv/what-is-not-there-is-not-known", test_what_is_not_there_is_not_known);
  g_test_add_func ("/lesion-csv/faults-name-line-column-value-and-mend", test_faults_name_line_column_value_and_mend);
  g_test_add_func ("/lesion-csv/what-stands-once-stands-on-one-line", test_what_stands_once_stands_on_one_line);
  g_test_add_func ("/lesion-csv/a-broken-file-is-told-in-few-lines", test_a_broken_file_is_told_in_few_lines);
  return g_test_run ();
}
