/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing-fixture.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#include "calx-body-sign.h"

#define RED(pixel) (((pixel) >> 16) & 0xff)
#define GREEN(pixel) (((pixel) >> 8) & 0xff)
#define BLUE(pixel) ((pixel) & 0xff)

/* ---- transform ---- */

static void
test_round_trip (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 10000; i++)
    {
      CalxBodyTransform transform;
      double            x = g_rand_double_range (random, CALX_BODY_X_MIN, CALX_BODY_X_MAX);
      double            y = g_rand_double_range (random, CALX_BODY_Y_MIN, CALX_BODY_Y_MAX);
      double            device_x, device_y, body_x, body_y;

      calx_body_transform_fit (&transform, g_rand_double_range (random, -50, 50), 7.5,
                               g_rand_double_range (random, 20, 2000),
                               g_rand_double_range (random, 20, 2000));
      calx_body_transform_to_device (&transform, x, y, &device_x, &device_y);
      calx_body_transform_to_body (&transform, device_x, device_y, &body_x, &body_y);
      g_assert_cmpfloat_with_epsilon (body_x, x, 1e-12);
      g_assert_cmpfloat_with_epsilon (body_y, y, 1e-12);
    }
}

/* Ten sizes of the window, three scale factors of the screen, four zooms: the point that comes back from
 * whole pixels of the device, as the pointer gives it, is the one that was asked for. */
static void
test_viewport_round_trip (void)
{
  static const double sizes[][2] = { { 160, 240 }, { 240, 400 },  { 360, 600 },   { 480, 640 },   { 640, 480 },
                                     { 800, 600 }, { 1024, 768 }, { 1280, 1024 }, { 1920, 1080 }, { 3840, 2160 } };
  static const double factors[] = { 1.0, 2.0, 3.0 };
  static const double zooms[] = { 1.0, 1.7, 6.0, 24.0 };
  const double        stature_mm = 1759.0;
  double              worst_mm = 0.0;
  g_autoptr(GRand)    random = g_rand_new_with_seed (11);

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (guint factor = 0; factor < G_N_ELEMENTS (factors); factor++)
      for (guint zoom = 0; zoom < G_N_ELEMENTS (zooms); zoom++)
        for (guint i = 0; i < 200; i++)
          {
            double            width = sizes[size][0], height = sizes[size][1];
            double            x = g_rand_double_range (random, CALX_BODY_X_MIN, CALX_BODY_X_MAX);
            double            y = g_rand_double_range (random, CALX_BODY_Y_MIN, CALX_BODY_Y_MAX);
            double            at_x, at_y, body_x, body_y;
            CalxBodyTransform transform;

            calx_body_transform_fit (&transform, 3, 5, width, height);
            calx_body_transform_zoom (&transform, zooms[zoom], 3 + width * 0.3, 5 + height * 0.8);
            calx_body_transform_pan (&transform, g_rand_double_range (random, -500, 500), 17.25);
            calx_body_transform_to_device (&transform, x, y, &at_x, &at_y);
            /* device pixels and back, as a window system does */
            at_x = at_x * factors[factor] / factors[factor];
            at_y = at_y * factors[factor] / factors[factor];
            calx_body_transform_to_body (&transform, at_x, at_y, &body_x, &body_y);
            worst_mm = fmax (worst_mm, hypot (body_x - x, body_y - y) * stature_mm);
          }
  g_test_message ("worst: %g mm", worst_mm);
  g_assert_cmpfloat (worst_mm, <, 0.01);
}

static void
test_window (void)
{
  static const CalxBox hand = { 0.15, 0.45, 0.25, 0.60 };
  CalxBodyTransform    transform, zoomed;
  CalxBox              seen;
  double               x, y;

  calx_body_transform_fit_box (&transform, &hand, 10, 20, 200, 200);
  g_assert_cmpfloat_with_epsilon (transform.scale, 200 / 0.15, 1e-9);
  calx_body_transform_to_device (&transform, 0.20, 0.45, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 110, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, 20, 1e-9);
  g_assert_false (calx_body_transform_shows_all (&transform));
  g_assert_true (calx_body_transform_get_seen (&transform, &seen));
  g_assert_cmpfloat_with_epsilon (seen.x1 - seen.x0, 200, 1e-9);

  /* what is under the pointer stays there */
  zoomed = transform;
  calx_body_transform_zoom (&zoomed, 2.5, 60, 70);
  calx_body_transform_to_body (&transform, 60, 70, &x, &y);
  calx_body_transform_to_device (&zoomed, x, y, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 60, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, 70, 1e-9);
  g_assert_cmpfloat_with_epsilon (zoomed.scale, 2.5 * transform.scale, 1e-9);

  calx_body_transform_pan (&zoomed, 1e6, 0);
  g_assert_false (calx_body_transform_get_seen (&zoomed, &seen));
  calx_body_transform_fit (&transform, 0, 0, 800, 600);
  g_assert_true (calx_body_transform_shows_all (&transform));
}

static void
test_fit (void)
{
  CalxBodyTransform transform;
  double            x0, y0, x1, y1;

  calx_body_transform_fit (&transform, 10, 20, 1000, 566);
  calx_body_transform_to_device (&transform, CALX_BODY_X_MIN, CALX_BODY_Y_MIN, &x0, &y0);
  calx_body_transform_to_device (&transform, CALX_BODY_X_MAX, CALX_BODY_Y_MAX, &x1, &y1);
  g_assert_cmpfloat_with_epsilon (y0, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (y1, 586, 1e-9);
  g_assert_cmpfloat_with_epsilon (x0 + x1, 2 * 10 + 1000, 1e-9);
  calx_body_transform_fit (&transform, 0, 0, 60, 1000);
  g_assert_cmpfloat_with_epsilon (transform.scale, 100, 1e-9);
}

/* What a click does: from the centre of each region to the device and back to the region. */
static void
test_click (void)
{
  g_autoptr(CalxBody) body = fixture_body (CALX_FIGURE_MAN);
  CalxRegions        *regions = calx_body_get_regions (body);

  for (guint height = 100; height <= 1600; height += 300)
    for (guint i = 0; i < calx_regions_get_n (regions); i++)
      for (guint view = 0; view < CALX_N_VIEWS; view++)
        {
          CalxBodyTransform transform;
          double            x, y;

          if (!calx_body_get_region_centre (body, view, calx_regions_get (regions, i), &x, &y))
            continue;
          calx_body_transform_fit (&transform, 13, 17, height * 0.7, height);
          calx_body_transform_to_device (&transform, x, y, &x, &y);
          calx_body_transform_to_body (&transform, x, y, &x, &y);
          g_assert_true (calx_body_hit (body, view, x, y, 0.0) == calx_regions_get (regions, i));
        }
}

/* ---- pictures ---- */

static cairo_surface_t *
draw (const CalxBodyScene     *scene,
      const CalxPalette       *palette,
      int                      height,
      CalxBodyTransform       *ret_transform)
{
  cairo_surface_t *picture = fixture_picture (palette, height, height);
  cairo_t         *cr = cairo_create (picture);

  calx_body_transform_fit (ret_transform, 0, 0, height, height);
  calx_body_draw_figure (cr, scene, ret_transform, palette);
  calx_body_draw_lesions (cr, scene, ret_transform, palette);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return picture;
}

static void
test_print_is_grey (void)
{
  g_autoptr(CalxBody)  body = fixture_body (CALX_FIGURE_WOMAN);
  g_autoptr(GPtrArray) lesions = fixture_lesions (body, 30);
  const CalxPalette   *palette = calx_palette_get (CALX_PALETTE_PRINT);
  CalxBodyTransform    transform;

  for (guint view = 0; view < CALX_N_VIEWS; view++)
    {
      CalxBodyScene    scene = { .body = body, .view = view, .lesions = lesions, .show_regions = TRUE,
                                 .selected = ((CalxLesion *) lesions->pdata[0])->uuid, .stature_mm = 1650,
                                 .hover = calx_regions_find (calx_body_get_regions (body), "toes_l"),
                                 .focus = calx_regions_find (calx_body_get_regions (body), "finger_l") };
      cairo_surface_t *picture = draw (&scene, palette, 600, &transform);
      guint            n_dark = 0;

      for (int y = 0; y < 600; y++)
        for (int x = 0; x < 600; x++)
          {
            guint pixel = fixture_pixel (picture, x, y);

            g_assert_true (RED (pixel) == GREEN (pixel) && GREEN (pixel) == BLUE (pixel));
            n_dark += RED (pixel) < 100 ? 1 : 0;
          }
      g_assert_cmpuint (n_dark, >, 2000);
      cairo_surface_destroy (picture);
    }
}

/* Dark pixels down the midline through the crown, as the figure is @stature pixels tall. */
static guint
count_outline (CalxBody *body,
               double    stature)
{
  const CalxPalette *palette = calx_palette_get (CALX_PALETTE_LIGHT);
  CalxBodyScene      scene = { .body = body, .view = CALX_VIEW_ANTERIOR };
  CalxBodyTransform  transform = { .x = 50, .y = 50, .scale = stature };
  cairo_surface_t   *picture = fixture_picture (palette, 100, 100);
  cairo_t           *cr = cairo_create (picture);
  guint              n = 0;

  calx_body_draw_figure (cr, &scene, &transform, palette);
  for (int y = 40; y < 60; y++)
    n += RED (fixture_pixel (picture, 50, y)) < 150 ? 1 : 0;
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
  return n;
}

/* An inset shows a part some five times as large; its lines may not become ropes. */
static void
test_magnified (void)
{
  g_autoptr(CalxBody) body = fixture_body (CALX_FIGURE_MAN);

  g_assert_cmpuint (count_outline (body, 1000), >=, 1);
  g_assert_cmpuint (count_outline (body, 1000), <=, 2);
  g_assert_cmpuint (count_outline (body, 5000), >=, 3);
  g_assert_cmpuint (count_outline (body, 5000), <=, 4);
}

/* A box in body units, compared between two pictures of the same scene. */
static guint
count_ink (cairo_surface_t         *picture,
           const CalxBodyTransform *transform,
           const CalxBox           *box)
{
  double x0, y0, x1, y1;
  guint  n = 0;

  calx_body_transform_to_device (transform, box->x0, box->y0, &x0, &y0);
  calx_body_transform_to_device (transform, box->x1, box->y1, &x1, &y1);
  for (int y = (int) ceil (y0); y < (int) y1; y++)
    for (int x = (int) ceil (x0); x < (int) x1; x++)
      n += RED (fixture_pixel (picture, x, y)) < 128 ? 1 : 0;
  return n;
}

/* The letter alone, above the words; R has more ink than L in every font. */
static void
test_sides (void)
{
  static const CalxBox left = { -0.30, 0.678, -0.11, 0.711 };
  static const CalxBox right = { 0.11, 0.678, 0.30, 0.711 };
  g_autoptr(CalxBody)  body = fixture_body (CALX_FIGURE_MAN);
  const CalxPalette   *palette = calx_palette_get (CALX_PALETTE_PRINT);
  CalxBodyTransform    transform;

  for (guint view = 0; view < CALX_N_VIEWS; view++)
    for (int height = 330; height <= 1000; height += 670)
      {
        CalxBodyScene    scene = { .body = body, .view = view };
        cairo_surface_t *picture = draw (&scene, palette, height, &transform);
        guint            ink_left = count_ink (picture, &transform, &left);
        guint            ink_right = count_ink (picture, &transform, &right);

        g_test_message ("view %u, %d px: ink %u left, %u right", view, height, ink_left, ink_right);
        g_assert_cmpuint (MIN (ink_left, ink_right), >, 5);
        if (view == CALX_VIEW_ANTERIOR)
          g_assert_cmpuint (ink_left, >, ink_right);
        else
          g_assert_cmpuint (ink_left, <, ink_right);
        cairo_surface_destroy (picture);
      }
}

/* ---- signs ---- */

#define SIGN_BOX 40

/* The sign in black on white, as a copier would leave it: at 12 px. */
static cairo_surface_t *
draw_look (const CalxBodyLook *look)
{
  const CalxPalette *palette = calx_palette_get (CALX_PALETTE_PRINT);
  cairo_surface_t   *picture = fixture_picture (palette, SIGN_BOX, SIGN_BOX);
  cairo_t           *cr = cairo_create (picture);

  calx_body_look_draw (look, cr, palette, SIGN_BOX / 2.0, SIGN_BOX / 2.0, 6.0);
  cairo_destroy (cr);
  return picture;
}

static guint
count_differences (cairo_surface_t *a,
                   cairo_surface_t *b)
{
  guint n = 0;

  for (int y = 0; y < SIGN_BOX; y++)
    for (int x = 0; x < SIGN_BOX; x++)
      n += (RED (fixture_pixel (a, x, y)) < 128) != (RED (fixture_pixel (b, x, y)) < 128) ? 1 : 0;
  return n;
}

/* The look of each type, then of one of them ulcerated, healed, and painful in two degrees: every two differ. */
static void
test_signs_without_colour (void)
{
  enum { N_LOOKS = CALX_N_LESION_TYPES + 4 };
  cairo_surface_t *pictures[N_LOOKS];
  guint            least = G_MAXUINT;

  for (guint i = 0; i < N_LOOKS; i++)
    {
      CalxBodyLook look = { .type = MIN (i, CALX_N_LESION_TYPES - 1), .pain = CALX_PAIN_UNKNOWN };

      look.ulcerated = i == CALX_N_LESION_TYPES;
      look.healed = i == CALX_N_LESION_TYPES + 1;
      if (i >= CALX_N_LESION_TYPES + 2)
        look.pain = i == CALX_N_LESION_TYPES + 2 ? 2 : 10;
      pictures[i] = draw_look (&look);
    }
  for (guint i = 0; i < N_LOOKS; i++)
    for (guint k = 0; k < i; k++)
      {
        guint n = count_differences (pictures[i], pictures[k]);

        least = MIN (least, n);
        if (n < 6) /* a ray has seven */
          g_error ("looks %u and %u differ in %u pixels", k, i, n);
      }
  g_test_message ("the two that are most alike differ in %u pixels", least);
  for (guint i = 0; i < N_LOOKS; i++)
    cairo_surface_destroy (pictures[i]);
}

/* How much ink a picture has, in black pixels. */
static double
measure_ink (cairo_surface_t *picture)
{
  double ink = 0.0;

  for (int y = 0; y < SIGN_BOX; y++)
    for (int x = 0; x < SIGN_BOX; x++)
      ink += 1.0 - RED (fixture_pixel (picture, x, y)) / 255.0;
  return ink;
}

/* More pain, more rays: one for every two points. */
static void
test_pain_is_graded (void)
{
  double before = 0.0;

  for (int pain = 0; pain <= CALX_PAIN_MAX; pain++)
    {
      CalxBodyLook     look = { .type = CALX_LESION_TYPE_ULCER, .pain = pain };
      cairo_surface_t *picture = draw_look (&look);
      double           ink = measure_ink (picture);

      if (pain > 0)
        g_assert_cmpint (ink > before + 2.0, ==, pain % 2 == 1);
      before = ink;
      cairo_surface_destroy (picture);
    }
}

static void
test_key (void)
{
  g_autoptr(CalxBody)  body = fixture_body (CALX_FIGURE_MAN);
  g_autoptr(GPtrArray) lesions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);
  CalxLesion          *lesion = fixture_lesion (body, 1, CALX_VIEW_ANTERIOR, 0.05, 0.60);
  guint                n_used = 0;

  lesion->type = CALX_LESION_TYPE_ESCHAR;
  lesion->pain = 4;
  g_ptr_array_add (lesions, lesion);
  for (guint i = 0; i < CALX_N_BODY_SIGNS; i++)
    {
      CalxBodySign sign = calx_body_sign_get (i);
      gboolean     used = calx_body_sign_is_used (i, lesions, NULL);

      g_assert_true (*sign.words != '\0');
      n_used += used ? 1 : 0;
      if (used)
        g_assert_true (sign.look.type == CALX_LESION_TYPE_ESCHAR || sign.look.pain > 0);
    }
  g_assert_cmpuint (n_used, ==, 2);
}

/* ---- time ---- */

static guint
count_red (cairo_surface_t *picture)
{
  guint n = 0;

  for (int y = 0; y < 400; y++)
    for (int x = 0; x < 400; x++)
      {
        guint pixel = fixture_pixel (picture, x, y);

        n += RED (pixel) > BLUE (pixel) + 60 ? 1 : 0;
      }
  return n;
}

/* What is new fades in, what is earlier is neither tinted nor numbered nor hit. */
static void
test_times (void)
{
  g_autoptr(CalxBody)  body = fixture_body (CALX_FIGURE_MAN);
  g_autoptr(GPtrArray) lesions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);
  g_autoptr(GArray)    times = g_array_new (FALSE, TRUE, sizeof (CalxBodyLesionTime));
  CalxBodyLesionTime   time = { .change = CALX_BODY_CHANGE_NEW, .opacity = 1.0 };
  CalxBodyScene        scene = { .body = body, .lesions = lesions, .times = times, .stature_mm = 1700 };
  const CalxPalette   *palette = calx_palette_get (CALX_PALETTE_LIGHT);
  CalxLesion          *lesion = fixture_lesion (body, 1, CALX_VIEW_ANTERIOR, 0.05, 0.60);
  guint                red[3];
  CalxBodyTransform    transform;

  lesion->length_mm = 120;
  lesion->width_mm = 60;
  g_ptr_array_add (lesions, lesion);
  g_array_append_val (times, time);
  for (guint i = 0; i < 3; i++)
    {
      cairo_surface_t *picture;

      g_array_index (times, CalxBodyLesionTime, 0).opacity = 1.0 - i * 0.5;
      picture = draw (&scene, palette, 400, &transform);
      red[i] = count_red (picture);
      cairo_surface_destroy (picture);
    }
  g_assert_cmpuint (red[0], >, red[1]);
  g_assert_cmpuint (red[0], >, 30);
  g_assert_cmpuint (red[2], ==, 0);
  time.opacity = 1.0;
  time.earlier = TRUE;
  g_array_index (times, CalxBodyLesionTime, 0) = time;
  {
    g_autoptr(GArray)   marks = calx_body_marks_new (&scene, &transform);
    const CalxBodyMark *mark = &g_array_index (marks, CalxBodyMark, 0);

    g_assert_cmpuint (marks->len, ==, 1);
    g_assert_true (mark->to_scale);
    g_assert_false (calx_body_mark_has_label (mark));
    g_assert_null (calx_body_marks_hit (marks, mark->x, mark->y));
  }
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static guint
count_paths (CalxBody *body,
             double    height)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t      *surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, height, height);
  cairo_t              *cr = cairo_create (surface);
  CalxBodyScene         scene = { .body = body };
  CalxBodyTransform     transform;
  guint                 n = 0;

  calx_body_transform_fit (&transform, 0, 0, height, height);
  calx_body_draw_figure (cr, &scene, &transform, calx_palette_get (CALX_PALETTE_PRINT));
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  for (const char *at = (const char *) bytes->data; (at = strstr (at, "fill-rule")) != NULL; at++)
    n++;
  return n;
}

/* Neither hands nor thighs of a figure reach what is written beside it. */
static void
test_words_clear (void)
{
  static const CalxBox words = { 0.150, 0.675, 0.260, 0.735 };

  for (guint figure = 0; figure < CALX_N_FIGURES; figure++)
    {
      g_autoptr(CalxBody) body = fixture_body (figure);

      for (guint view = 0; view < CALX_N_VIEWS; view++)
        for (double y = words.y0; y <= words.y1; y += 0.004)
          for (double x = words.x0; x <= words.x1; x += 0.004)
            {
              g_assert_null (calx_body_hit (body, view, x, y, 0.0));
              g_assert_null (calx_body_hit (body, view, -x, y, 0.0));
            }
    }
}

/* A printer has more dots than a screen: a small figure keeps its fine lines there, and loses them in
 * a picture, where they would be noise. What is there for magnification alone comes with the size. */
static void
test_detail (void)
{
  g_autoptr(CalxBody) body = fixture_body (CALX_FIGURE_WOMAN);
  CalxBodyScene       scene = { .body = body };
  CalxBodyTransform   transform;
  static const CalxBox trunk = { -0.05, 0.2, 0.05, 0.4 };
  cairo_surface_t    *small = draw (&scene, calx_palette_get (CALX_PALETTE_PRINT), 240, &transform);

  g_assert_cmpuint (count_paths (body, 240), >, 100);
  g_assert_cmpuint (count_paths (body, 240), ==, count_paths (body, 340));
  g_assert_cmpuint (count_paths (body, 240), <, count_paths (body, 1000));
  g_assert_cmpuint (count_ink (small, &transform, &trunk), ==, 0);
  cairo_surface_destroy (small);
}

/* ---- marks and numbers ---- */

static gboolean
overlap (const CalxBox *a,
         const CalxBox *b)
{
  return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

static void
check_labels (const CalxBodyScene     *scene,
              const CalxBodyTransform *transform)
{
  g_autoptr(GArray) marks = calx_body_marks_new (scene, transform);
  g_autoptr(GArray) again = calx_body_marks_new (scene, transform);
  guint             n_covered = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const CalxBodyMark *one = &g_array_index (marks, CalxBodyMark, i), *other = &g_array_index (again, CalxBodyMark, i);

      g_assert_true (one->lesion == other->lesion && one->x == other->x && one->y == other->y);
      g_assert_cmpmem (&one->label, sizeof (CalxBox), &other->label, sizeof (CalxBox));
    }
  for (guint i = 0; i < marks->len; i++)
    for (guint k = 0; k < marks->len; k++)
      {
        const CalxBodyMark *a = &g_array_index (marks, CalxBodyMark, i);
        const CalxBodyMark *b = &g_array_index (marks, CalxBodyMark, k);
        CalxBox             sign = { b->x - b->radius, b->y - b->radius, b->x + b->radius, b->y + b->radius };

        if (i < k)
          g_assert_false (overlap (&a->label, &b->label));
        n_covered += overlap (&a->label, &sign) ? 1 : 0;
      }
  g_test_message ("%u marks, %u numbers over a mark", marks->len, n_covered);
  g_assert_cmpuint (n_covered, <=, 1);
}

static void
test_thirty_lesions (void)
{
  g_autoptr(CalxBody)  body = fixture_body (CALX_FIGURE_WOMAN);
  g_autoptr(GPtrArray) lesions = fixture_lesions (body, 30);

  for (int height = 400; height <= 1000; height += 200)
    for (guint view = 0; view < CALX_N_VIEWS; view++)
      {
        CalxBodyScene     scene = { .body = body, .view = view, .lesions = lesions, .stature_mm = 1650 };
        CalxBodyTransform transform;

        calx_body_transform_fit (&transform, 0, 0, height * 0.6, height);
        check_labels (&scene, &transform);
      }
}

static void
test_size_to_scale (void)
{
  g_autoptr(CalxBody)   body = fixture_body (CALX_FIGURE_WOMAN);
  g_autoptr(GPtrArray)  lesions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);
  CalxLesion           *lesion = fixture_lesion (body, 1, CALX_VIEW_ANTERIOR, 0.05, 0.60);
  CalxBodyScene         scene = { .body = body, .lesions = lesions };
  CalxBodyTransform     transform;
  static const struct
  {
    double   length_mm, stature_mm, reach;
    gboolean to_scale;
  } rows[] = {
    { 0, 0, 10, FALSE },      /* nothing known: the sign alone */
    { 0, 1600, 10, FALSE },   /* no size */
    { 160, 0, 10, FALSE },    /* no stature */
    { 160, 1600, 50, TRUE },  /* a tenth of the stature */
    { 3, 1600, 10, FALSE },   /* smaller than its sign */
    { 9000, 1600, 120, TRUE },
  };

  g_ptr_array_add (lesions, lesion);
  calx_body_transform_fit (&transform, 0, 0, 10000, 1000 * (CALX_BODY_Y_MAX - CALX_BODY_Y_MIN));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GArray) marks = NULL;
      CalxBodyMark      mark;

      lesion->length_mm = rows[i].length_mm;
      scene.stature_mm = rows[i].stature_mm;
      marks = calx_body_marks_new (&scene, &transform);
      mark = g_array_index (marks, CalxBodyMark, 0);
      g_assert_cmpint (mark.to_scale, ==, rows[i].to_scale);
      g_assert_cmpfloat_with_epsilon (mark.reach, rows[i].reach, 1e-9);
    }
}

static void
get_extents (const CalxBodyMark *mark,
             CalxBox            *ret_box)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t         *cr = cairo_create (surface);

  calx_body_mark_trace (mark, cr);
  cairo_path_extents (cr, &ret_box->x0, &ret_box->y0, &ret_box->x1, &ret_box->y1);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* 1000 px are 2000 mm: a millimetre is half a pixel. */
static void
test_shapes_to_scale (void)
{
  static const CalxPointMm corners[] = { { -40, -60 }, { 80, -60 }, { 80, 20 }, { -40, 20 } };
  g_autoptr(CalxBody)   body = fixture_body (CALX_FIGURE_WOMAN);
  g_autoptr(GPtrArray)  lesions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);
  g_autoptr(GArray)     outline = g_array_new (FALSE, FALSE, sizeof (CalxPointMm));
  CalxLesion           *lesion = fixture_lesion (body, 1, CALX_VIEW_ANTERIOR, 0.05, 0.60);
  CalxBodyScene         scene = { .body = body, .lesions = lesions, .stature_mm = 2000 };
  CalxBodyTransform     transform;
  CalxBox               box;

  calx_body_transform_fit (&transform, 0, 0, 10000, 1000 * (CALX_BODY_Y_MAX - CALX_BODY_Y_MIN));
  g_ptr_array_add (lesions, lesion);
  lesion->length_mm = 120;
  lesion->width_mm = 60;
  for (double angle = 0; angle < 180; angle += 90)
    {
      g_autoptr(GArray)   marks = NULL;
      const CalxBodyMark *mark;

      lesion->angle_deg = angle;
      marks = calx_body_marks_new (&scene, &transform);
      mark = &g_array_index (marks, CalxBodyMark, 0);
      get_extents (mark, &box);
      g_assert_cmpfloat_with_epsilon (box.x1 - box.x0, angle == 0 ? 60 : 30, 0.1);
      g_assert_cmpfloat_with_epsilon (box.y1 - box.y0, angle == 0 ? 30 : 60, 0.1);
      g_assert_true (calx_body_marks_hit (marks, mark->x + (angle == 0 ? 28 : 14), mark->y) == lesion);
      g_assert_null (calx_body_marks_hit (marks, mark->x, mark->y + (angle == 0 ? 20 : 40)));
    }
  g_array_append_vals (outline, corners, G_N_ELEMENTS (corners));
  g_assert_true (calx_lesion_set_outline (lesion, outline));
  {
    g_autoptr(GArray)   marks = calx_body_marks_new (&scene, &transform);
    const CalxBodyMark *mark = &g_array_index (marks, CalxBodyMark, 0);

    get_extents (mark, &box);
    g_assert_cmpfloat_with_epsilon (box.x0 - mark->site_x, -20, 1e-9);
    g_assert_cmpfloat_with_epsilon (box.y0 - mark->site_y, -30, 1e-9);
    g_assert_cmpfloat_with_epsilon (box.x1 - mark->site_x, 40, 1e-9);
    g_assert_cmpfloat_with_epsilon (box.y1 - mark->site_y, 10, 1e-9);
    g_assert_true (calx_body_marks_hit (marks, mark->site_x + 38, mark->site_y - 28) == lesion);
    g_assert_null (calx_body_marks_hit (marks, mark->site_x - 28, mark->site_y - 28));
  }
}

/* Twelve lesions on one spot: every sign can be seen and hit. */
static void
test_signs_fan_out (void)
{
  g_autoptr(CalxBody)  body = fixture_body (CALX_FIGURE_WOMAN);
  g_autoptr(GPtrArray) lesions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);
  g_autoptr(GArray)    marks = NULL;
  CalxBodyScene        scene = { .body = body, .lesions = lesions, .stature_mm = 1600 };
  CalxBodyTransform    transform;

  for (int i = 0; i < 12; i++)
    g_ptr_array_add (lesions, fixture_lesion (body, i + 1, CALX_VIEW_ANTERIOR, 0.05 + 0.0004 * i, 0.60));
  calx_body_transform_fit (&transform, 0, 0, 480, 800);
  marks = calx_body_marks_new (&scene, &transform);
  g_assert_cmpuint (marks->len, ==, 12);
  for (guint i = 0; i < marks->len; i++)
    {
      const CalxBodyMark *mark = &g_array_index (marks, CalxBodyMark, i);

      g_assert_true (calx_body_marks_hit (marks, mark->x, mark->y) == mark->lesion);
      g_assert_cmpfloat (hypot (mark->x - mark->site_x, mark->y - mark->site_y), <, 12 * mark->radius);
      for (guint k = 0; k < i; k++)
        {
          const CalxBodyMark *other = &g_array_index (marks, CalxBodyMark, k);

          g_assert_cmpfloat (hypot (mark->x - other->x, mark->y - other->y), >=, mark->radius + other->radius);
        }
    }
  /* the first stays where it is */
  g_assert_true (g_array_index (marks, CalxBodyMark, 0).x == g_array_index (marks, CalxBodyMark, 0).site_x);
}

static void
test_hit_lesion (void)
{
  g_autoptr(CalxBody)  body = fixture_body (CALX_FIGURE_WOMAN);
  g_autoptr(GPtrArray) lesions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);
  CalxLesion          *large = fixture_lesion (body, 1, CALX_VIEW_ANTERIOR, 0.05, 0.60);
  CalxLesion          *small = fixture_lesion (body, 2, CALX_VIEW_ANTERIOR, 0.06, 0.60);
  CalxLesion          *behind = fixture_lesion (body, 3, CALX_VIEW_POSTERIOR, 0.05, 0.20);
  CalxBodyScene        scene = { .body = body, .lesions = lesions, .stature_mm = 1600 };
  CalxBodyTransform    transform;
  double               x, y;

  large->length_mm = 160;
  small->length_mm = 10;
  g_ptr_array_add (lesions, small);
  g_ptr_array_add (lesions, large);
  g_ptr_array_add (lesions, behind);
  calx_body_transform_fit (&transform, 0, 0, 480, 800);
  calx_body_transform_to_device (&transform, small->x, small->y, &x, &y);
  g_assert_true (calx_body_hit_lesion (&scene, &transform, x, y) == small);
  calx_body_transform_to_device (&transform, 0.03, large->y, &x, &y);
  g_assert_true (calx_body_hit_lesion (&scene, &transform, x, y) == large);
  calx_body_transform_to_device (&transform, behind->x, behind->y, &x, &y);
  g_assert_null (calx_body_hit_lesion (&scene, &transform, x, y));
  scene.view = CALX_VIEW_POSTERIOR;
  g_assert_true (calx_body_hit_lesion (&scene, &transform, x, y) == behind);
  /* a target of 24 by 24 */
  g_assert_true (calx_body_hit_lesion (&scene, &transform, x - 11.9, y) == behind);
  g_assert_true (calx_body_hit_lesion (&scene, &transform, x, y + 11.9) == behind);
  g_assert_null (calx_body_hit_lesion (&scene, &transform, x - 13.0, y));
  scene.lesions = NULL;
  g_assert_null (calx_body_hit_lesion (&scene, &transform, x, y));
}

/* With -m perf: a figure of 800 px in less than 15 ms. */
static void
test_speed (void)
{
  g_autoptr(CalxBody) body = fixture_body (CALX_FIGURE_WOMAN);
  CalxBodyScene       scene = { .body = body };
  const CalxPalette  *palette = calx_palette_get (CALX_PALETTE_LIGHT);
  cairo_surface_t    *picture = fixture_picture (palette, 480, 800);
  cairo_t            *cr = cairo_create (picture);
  CalxBodyTransform   transform;
  double              best = INFINITY;

  calx_body_transform_fit (&transform, 0, 0, 480, 800);
  for (guint i = 0; i < 10; i++)
    {
      g_test_timer_start ();
      calx_body_draw_figure (cr, &scene, &transform, palette);
      best = fmin (best, g_test_timer_elapsed ());
    }
  g_test_minimized_result (best, "%.1f ms for a figure of 800 px", best * 1000.0);
  if (g_test_perf ())
    g_assert_cmpfloat (best, <, 0.015);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/renderer/a point comes back from the device as it was", test_round_trip);
  g_test_add_func ("/renderer/the figure is fitted whole and centred", test_fit);
  g_test_add_func ("/renderer/a point comes back from every size, scale and zoom", test_viewport_round_trip);
  g_test_add_func ("/renderer/a window shows a part, and the zoom keeps its point", test_window);
  g_test_add_func ("/renderer/a click on the centre of a region hits it at every size", test_click);
  g_test_add_func ("/renderer/the print palette yields only greys", test_print_is_grey);
  g_test_add_func ("/renderer/R is on the patient's right in both views", test_sides);
  g_test_add_func ("/renderer/R and L stand clear of every figure", test_words_clear);
  g_test_add_func ("/renderer/fine lines stay on paper and leave a small picture", test_detail);
  g_test_add_func ("/renderer/types, ulceration, healing and pain differ without colour", test_signs_without_colour);
  g_test_add_func ("/renderer/more pain has more rays", test_pain_is_graded);
  g_test_add_func ("/renderer/the key holds what is on the map", test_key);
  g_test_add_func ("/renderer/lesions fade in, and earlier ones stay behind", test_times);
  g_test_add_func ("/renderer/ellipses and outlines are to scale", test_shapes_to_scale);
  g_test_add_func ("/renderer/signs on one spot fan out", test_signs_fan_out);
  g_test_add_func ("/renderer/the numbers of thirty lesions cover each other nowhere", test_thirty_lesions);
  g_test_add_func ("/renderer/marks are to scale where size and stature are known", test_size_to_scale);
  g_test_add_func ("/renderer/the topmost lesion of the view is hit", test_hit_lesion);
  g_test_add_func ("/renderer/lines grow less than a magnified figure", test_magnified);
  g_test_add_func ("/renderer/the figure is drawn fast", test_speed);
  return g_test_run ();
}
