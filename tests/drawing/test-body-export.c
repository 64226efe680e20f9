/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define TITLE "Synthetic map 3f2a"

/* A folder of its own for each test, removed at the end. */
typedef struct
{
  char      *folder;
  CalxBody  *body;
  GPtrArray *lesions;
  CalxBodyScene scene;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("calx-export-XXXXXX", &error);
  g_assert_no_error (error);
  self->body = fixture_body (CALX_FIGURE_WOMAN);
  self->lesions = fixture_lesions (self->body, GPOINTER_TO_UINT (data));
  self->scene = (CalxBodyScene) { .body = self->body, .lesions = self->lesions, .stature_mm = 1650 };
}

static void
tear_down (Fixture       *self,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char     *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_ptr_array_unref (self->lesions);
  calx_body_unref (self->body);
  g_free (self->folder);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint           n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static char *
export (Fixture         *self,
        const char      *name,
        CalxPaletteKind  palette)
{
  g_autoptr(GError) error = NULL;
  char             *path = g_build_filename (self->folder, name, NULL);
  GStatBuf          status;

  calx_body_export (&self->scene, TITLE, calx_palette_get (palette), path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (status.st_size, >, 1000);
  return path;
}

/* What a tool of the system says about a file, or NULL where it is not installed. */
static char *
run_tool (const char *const *command)
{
  g_autoptr(GError) error = NULL;
  g_autofree char  *program = g_find_program_in_path (command[0]);
  g_autofree char  *output = NULL;
  int               status;

  if (program == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&output);
}

static gboolean
has_word (char       **words,
          const char  *word)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

static guint
count_word (char       **words,
            const char  *word)
{
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += strcmp (words[i], word) == 0 ? 1 : 0;
  return n;
}

static void
test_pdf (Fixture       *self,
          gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char  *path = export (self, "map.pdf", CALX_PALETTE_PRINT);
  const char *const command[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char  *text = run_tool (command);
  g_auto(GStrv)     words = NULL;

  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  words = g_strsplit_set (text, " \n\t\f", -1);
  g_assert_nonnull (strstr (text, TITLE));
  g_assert_true (has_word (words, "Front") && has_word (words, "Back"));
  g_assert_cmpuint (count_word (words, "R"), >=, 2);
  g_assert_cmpuint (count_word (words, "L"), >=, 2);
  for (guint i = 0; i < self->lesions->len; i++)
    {
      CalxLesion      *lesion = g_ptr_array_index (self->lesions, i);
      g_autofree char *number = g_strdup_printf ("L%d", lesion->number);

      if (count_word (words, number) < 2) /* on the map and in the table */
        g_error ("lesion %s stands %u times in the file", number, count_word (words, number));
    }
}

static void
test_svg (Fixture       *self,
          gconstpointer  data G_GNUC_UNUSED)
{
  static const GMarkupParser      no_handlers = { 0 };
  g_autoptr(GError)               error = NULL;
  g_autofree char                *path = export (self, "map.SVG", CALX_PALETTE_LIGHT);
  g_autofree char                *text = NULL;
  g_autoptr(GMarkupParseContext)  parser = g_markup_parse_context_new (&no_handlers, 0, NULL, NULL);

  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_markup_parse_context_parse (parser, text, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (parser, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "<svg "));
  g_assert_nonnull (strstr (text, "<title>" TITLE "</title>"));
  g_assert_nonnull (strstr (text, "<desc>L1: "));
  /* lines, not a picture of them */
  g_assert_null (strstr (text, "<image"));
}

static void
test_png (Fixture       *self,
          gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = export (self, "map.png", CALX_PALETTE_DARK);
  cairo_surface_t *picture = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 2 * 595);
  g_assert_cmphex (fixture_pixel (picture, 2, 2), ==, 0x1d2125);
  cairo_surface_destroy (picture);
}

static void
test_suffix (Fixture       *self,
             gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const names[] = { "map.jpeg", "map", "map.", "map.pdf.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char  *path = g_build_filename (self->folder, names[i], NULL);

      g_assert_false (calx_body_export (&self->scene, TITLE,
                                        calx_palette_get (CALX_PALETTE_LIGHT), path, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
      g_assert_nonnull (strstr (error->message, ".svg"));
      g_assert_nonnull (strstr (error->message, ".png"));
      g_assert_nonnull (strstr (error->message, ".pdf"));
    }
  g_assert_cmpuint (count_files (self->folder), ==, 0);
}

static void
test_replace (Fixture       *self,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;
  g_autofree char  *path = g_build_filename (self->folder, "map.pdf", NULL);
  g_autofree char  *nowhere = g_build_filename (self->folder, "none", "map.pdf", NULL);
  g_autofree char  *written = NULL;

  g_assert_true (g_file_set_contents_full (path, "old", 3, G_FILE_SET_CONTENTS_NONE, 0644, &error));
  written = export (self, "map.pdf", CALX_PALETTE_PRINT);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
  g_assert_false (calx_body_export (&self->scene, TITLE,
                                    calx_palette_get (CALX_PALETTE_PRINT), nowhere, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

/* A lesion of a finger is on the figure, in the inset of its hand, and in the table; no other inset is there. */
static void
test_insets (Fixture       *self,
             gconstpointer  data G_GNUC_UNUSED)
{
  const CalxRegion     *finger = calx_regions_find (calx_body_get_regions (self->body), "finger_l");
  g_autoptr(GPtrArray)  insets = NULL;
  double                x, y;
  CalxLesion           *lesion;

  g_ptr_array_set_size (self->lesions, 0);
  insets = calx_body_list_insets (self->body, self->lesions);
  g_assert_cmpuint (insets->len, ==, 0);
  g_clear_pointer (&insets, g_ptr_array_unref);
  g_assert_true (calx_body_get_region_centre (self->body, CALX_VIEW_POSTERIOR, finger, &x, &y));
  lesion = calx_lesion_new (7, CALX_VIEW_POSTERIOR, x, y, finger->id);
  g_ptr_array_add (self->lesions, lesion);
  insets = calx_body_list_insets (self->body, self->lesions);
  g_assert_cmpuint (insets->len, ==, 1);
  {
    const CalxBodyInset *inset = g_ptr_array_index (insets, 0);
    g_autofree char     *path = export (self, "finger.pdf", CALX_PALETTE_PRINT);
    const char *const    command[] = { "pdftotext", "-layout", path, "-", NULL };
    g_autofree char     *text = run_tool (command);
    g_auto(GStrv)        words = NULL;

    g_assert_cmpint (inset->view, ==, CALX_VIEW_POSTERIOR);
    g_assert_true (calx_box_contains (&inset->box, x, y));
    if (text == NULL)
      return;
    words = g_strsplit_set (text, " \n\t\f", -1);
    g_assert_cmpuint (count_word (words, "L7"), ==, 3);
    g_assert_nonnull (strstr (text, inset->name));
  }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    guint       n_lesions;
    void      (*test) (Fixture *self, gconstpointer data);
  } rows[] = {
    { "/export/a PDF without lesions has both views and their sides", 0, test_pdf },
    { "/export/a PDF holds the number of each lesion", 12, test_pdf },
    { "/export/thirty lesions fit into a PDF", 30, test_pdf },
    { "/export/a lesion of a finger is in the inset of its hand too", 0, test_insets },
    { "/export/an SVG is drawn in lines", 12, test_svg },
    { "/export/a PNG is drawn at twice its size", 12, test_png },
    { "/export/another suffix is refused with the three that work", 2, test_suffix },
    { "/export/a file is replaced at once or not at all", 2, test_replace },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add (rows[i].path, Fixture, GUINT_TO_POINTER (rows[i].n_lesions), set_up, rows[i].test,
                tear_down);
  return g_test_run ();
}
