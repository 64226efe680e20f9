/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-palette.h"

#include <math.h>

/* WCAG 2.1, 1.4.11: what is needed to understand a graphic. */
#define GRAPHICS 3.0
/* WCAG 2.1, 1.4.3. */
#define WORDS 4.5

static const char *const names[CALX_N_PALETTES] = { "light", "dark", "print", "high contrast", "high contrast, dark" };

static void
check_mark (const CalxPalette *palette,
            const CalxColour  *mark)
{
  double on_plate = calx_colour_contrast (mark, &palette->plate);
  double on_skin = fmax (calx_colour_contrast (mark, &palette->fill),
                         calx_colour_contrast (&palette->plate, &palette->fill));

  g_assert_cmpfloat (on_plate, >=, GRAPHICS);
  g_assert_cmpfloat (on_skin, >=, GRAPHICS);
  g_assert_cmpfloat (calx_colour_contrast (mark, &palette->background), >=, GRAPHICS);
}

static void
test_contrast (void)
{
  for (guint kind = 0; kind < CALX_N_PALETTES; kind++)
    for (guint skin = 0; skin < CALX_N_SKINS; skin++)
      {
        const CalxPalette *palette = calx_palette_get_for_skin (kind, skin);

        g_test_message ("%s, skin %u: outline %.1f on skin, %.1f on the ground; lesion %.1f", names[kind], skin,
                        calx_colour_contrast (&palette->line, &palette->fill),
                        calx_colour_contrast (&palette->line, &palette->background),
                        calx_colour_contrast (&palette->lesion, &palette->fill));
        g_assert_cmpfloat (calx_colour_contrast (&palette->line, &palette->fill), >=, GRAPHICS);
        g_assert_cmpfloat (calx_colour_contrast (&palette->line, &palette->background), >=, GRAPHICS);
        g_assert_cmpfloat (calx_colour_contrast (&palette->selected, &palette->background), >=, GRAPHICS);
        g_assert_cmpfloat (calx_colour_contrast (&palette->text, &palette->background), >=, WORDS);
        g_assert_cmpfloat (calx_colour_contrast (&palette->text, &palette->plate), >=, WORDS);
        check_mark (palette, &palette->lesion);
        check_mark (palette, &palette->lesion_ulcerated);
        check_mark (palette, &palette->lesion_healed);
      }
}

/* The steps are steps: each darker than the one before it, in both styles. */
static void
test_skins (void)
{
  static const CalxColour black = { 0, 0, 0 };

  for (guint kind = 0; kind < CALX_N_PALETTES; kind++)
    for (CalxSkin skin = CALX_SKIN_LIGHT; skin < CALX_N_SKINS; skin++)
      {
        const CalxPalette *before = calx_palette_get_for_skin (kind, skin - 1);
        const CalxPalette *palette = calx_palette_get_for_skin (kind, skin);

        if (kind == CALX_PALETTE_LIGHT || kind == CALX_PALETTE_DARK)
          g_assert_cmpfloat (calx_colour_contrast (&palette->fill, &black), <,
                             calx_colour_contrast (&before->fill, &black) * 0.95);
        else
          g_assert_true (palette == calx_palette_get (kind));
        g_assert_true (calx_palette_get_for_skin (kind, CALX_SKIN_NOT_STATED) == calx_palette_get (kind));
      }
}

static void
test_ids (void)
{
  CalxSkin skin = CALX_SKIN_DARK;

  for (guint i = 0; i < CALX_N_SKINS; i++)
    {
      g_assert_true (calx_skin_from_id (calx_skin_to_id (i), &skin));
      g_assert_cmpint (skin, ==, i);
    }
  g_assert_false (calx_skin_from_id ("tan", &skin));
  g_assert_cmpint (skin, ==, CALX_SKIN_DARKEST);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/outline and marks stand out on every skin in every palette", test_contrast);
  g_test_add_func ("/palette/the skins are five steps from light to dark", test_skins);
  g_test_add_func ("/palette/skins have ids", test_ids);
  return g_test_run ();
}
