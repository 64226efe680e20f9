/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-instruments.h"

#include <string.h>

#include "calx-lesion.h"
#include "tables.h"

static CalxInstruments *
load (const char  *text,
      GError     **error)
{
  g_autoptr(GBytes) json = g_bytes_new (text, strlen (text));
  g_autofree char *sources_text = tables_read ("sources.json");
  g_autoptr(GBytes) sources_json = g_bytes_new (sources_text, strlen (sources_text));
  g_autoptr(CalxSources) sources = calx_sources_new (sources_json, "sources.json", NULL);

  return calx_instruments_new (json, "instruments.json", sources, error);
}

static CalxInstruments *
load_shipped (void)
{
  g_autofree char *text = tables_read ("instruments.json");
  g_autoptr(GError) error = NULL;
  CalxInstruments *instruments = load (text, &error);

  g_assert_no_error (error);
  return instruments;
}

static void
test_the_scale_of_calciphylaxis_has_eight_items (void)
{
  g_autoptr(CalxInstruments) instruments = load_shipped ();
  const CalxInstrument *bwat = calx_instruments_find (instruments, "bwat_cua");
  guint n_confirmed = 0;

  g_assert_cmpuint (bwat->items->len, ==, CALX_N_BWAT_ITEMS);
  g_assert_cmpint (bwat->min, ==, CALX_N_BWAT_ITEMS);
  g_assert_cmpint (bwat->max, ==, 5 * CALX_N_BWAT_ITEMS);
  g_assert_true (bwat->is_of_lesion);
  g_assert_nonnull (strstr (bwat->caution, "could not be confirmed"));
  for (guint i = 0; i < bwat->items->len; i++)
    n_confirmed += ((CalxInstrumentItem *) g_ptr_array_index (bwat->items, i))->is_confirmed;
  g_assert_cmpuint (n_confirmed, ==, 6);
}

/* The scores of a lesion are stored by their place: an item must never change its own. */
static void
test_the_items_keep_their_places (void)
{
  static const char *const ids[] = { "necrotic_tissue_type", "necrotic_tissue_amount", "exudate_type", "exudate_amount",
                                     "skin_colour", "peripheral_oedema", "induration", "granulation" };
  g_autoptr(CalxInstruments) instruments = load_shipped ();
  const CalxInstrument *bwat = calx_instruments_find (instruments, "bwat_cua");

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpstr (((CalxInstrumentItem *) g_ptr_array_index (bwat->items, i))->id, ==, ids[i]);
}

static void
test_sources_are_cited (void)
{
  g_autoptr(CalxInstruments) instruments = load_shipped ();
  g_autofree char *cite = calx_instruments_cite (instruments, calx_instruments_find (instruments, "bwat_cua")->sources);

  g_assert_cmpstr (cite, ==, "Gould LJ et al. Diagnostics 2021;11:730, PMC8073812");
}

static void
test_the_others_are_there (void)
{
  g_autoptr(CalxInstruments) instruments = load_shipped ();
  const CalxInstrument *pain = calx_instruments_find (instruments, "pain_nrs");
  const CalxInstrument *life = calx_instruments_find (instruments, "wound_qol_17");

  g_assert_cmpint (pain->max, ==, 10);
  g_assert_nonnull (strstr (pain->caution, "VAS"));
  g_assert_cmpint (life->max, ==, 68);
  g_assert_false (life->is_of_lesion);
  g_assert_cmpstr (life->input_id, ==, "wound_qol_total");
  g_assert_null (calx_instruments_find (instruments, "bcwas"));
}

#define HEAD "{\"format\":\"calx-instruments/1\",\"instruments\":["
#define TEXTS "\"id\":\"a\",\"label\":\"A\",\"text\":\"t\",\"of\":\"lesion\","
#define RANGE "\"min\":0,\"max\":1,"

static void
test_faults_are_named (void)
{
  static const struct
  {
    const char *json, *message;
  } cases[] = {
    { "[]", "instruments.json: must be an object" },
    { HEAD "]}", "instruments.json: instruments: 'bwat_cua' with its 8 items is missing" },
    { HEAD "{" TEXTS RANGE "\"facts\":[],\"sources\":[]}]}", "instruments.json: instruments[0].sources: must not be empty" },
    { HEAD "{" TEXTS RANGE "\"facts\":[],\"sources\":[\"nobody1900\"]}]}",
      "instruments.json: instruments[0].sources: no source is called 'nobody1900'" },
    { HEAD "{" TEXTS RANGE "\"facts\":[{\"text\":\"t\"}],\"sources\":[\"gould2021\"]}]}",
      "instruments.json: instruments[0].facts[0].sources: is missing" },
    { HEAD "{" TEXTS RANGE "\"items\":[{\"id\":\"a\",\"label\":\"A\",\"basis\":\"guess\"}],\"facts\":[],\"sources\":[\"gould2021\"]}]}",
      "instruments.json: instruments[0].items[0].basis: 'guess' is not confirmed or unverified" },
    { HEAD "{" TEXTS "\"min\":2,\"max\":1,\"facts\":[],\"sources\":[\"gould2021\"]}]}",
      "instruments.json: instruments[0].max: must be above min, which must not be negative" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CalxInstruments) instruments = load (cases[i].json, &error);

      g_assert_null (instruments);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/instruments/the-scale-of-calciphylaxis-has-eight-items",
                   test_the_scale_of_calciphylaxis_has_eight_items);
  g_test_add_func ("/instruments/the-items-keep-their-places", test_the_items_keep_their_places);
  g_test_add_func ("/instruments/sources-are-cited", test_sources_are_cited);
  g_test_add_func ("/instruments/the-others-are-there", test_the_others_are_there);
  g_test_add_func ("/instruments/faults-are-named", test_faults_are_named);
  return g_test_run ();
}
