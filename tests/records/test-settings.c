/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-store-settings.h"

#include <string.h>

#include "records-fixture.h"

static CalxClinicSettings *
invent (void)
{
  CalxInputs *inputs = fixture_knowledge ()->inputs;
  const CalxInput *phosphate = calx_inputs_find (inputs, "phosphate");
  CalxReferenceEntry entry = { "0,80", "1,45", "mmol/L", { 2026, 11, 20 } };
  g_autoptr(CalxReferences) none = calx_references_new (inputs);
  g_autoptr(CalxReferences) own = calx_references_with (none, phosphate, &entry);
  g_autoptr(CalxClinicSettings) fresh = calx_clinic_settings_new (inputs);
  g_autoptr(CalxClinicSettings) named = calx_clinic_settings_with_name (fresh, "Städtische Klinik");
  g_autoptr(CalxClinicSettings) si = calx_clinic_settings_with_unit_system (named, CALX_UNIT_SYSTEM_SI);
  g_autoptr(CalxClinicSettings) body = calx_clinic_settings_with_target_body (si, "kdoqi2003");

  return calx_clinic_settings_with_references (body, own);
}

static void
test_a_new_file_has_none (Fixture *f, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxClinicSettings) settings = calx_store_load_clinic_settings (f->store, &error);
  g_autoptr(CalxClinicSettings) fresh = calx_clinic_settings_new (fixture_knowledge ()->inputs);

  g_assert_no_error (error);
  g_assert_true (calx_clinic_settings_equal (settings, fresh));
}

static void
test_settings_survive_the_file (Fixture *f, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxClinicSettings) settings = invent ();
  g_autoptr(CalxClinicSettings) back = NULL;

  g_assert_true (calx_store_save_clinic_settings (f->store, settings, &error));
  g_assert_no_error (error);
  fixture_close (f);
  fixture_open (f);
  back = calx_store_load_clinic_settings (f->store, &error);
  g_assert_no_error (error);
  g_assert_true (calx_clinic_settings_equal (settings, back));
  fixture_assert_whole (f->store);
}

/* Each change is in the audit trail with what it was changed to; none is where nothing changed. */
static void
test_changes_are_audited (Fixture *f, gconstpointer data)
{
  static const char *const count = "SELECT count(*) FROM audit WHERE action = 'setting.change'";
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxClinicSettings) settings = invent ();
  g_autoptr(CalxClinicSettings) renamed = calx_clinic_settings_with_name (settings, "B");
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  g_autofree char *detail = NULL;

  g_assert_true (calx_store_save_clinic_settings (f->store, settings, &error));
  g_assert_true (calx_store_save_clinic_settings (f->store, settings, &error));
  once = fixture_ask (f->path, count);
  g_assert_cmpstr (once, ==, "1");
  g_assert_true (calx_store_save_clinic_settings (f->store, renamed, &error));
  twice = fixture_ask (f->path, count);
  g_assert_cmpstr (twice, ==, "2");
  detail = fixture_ask (f->path, "SELECT detail FROM audit_detail ORDER BY audit_seq DESC LIMIT 1");
  g_assert_nonnull (strstr (detail, "\"name\":\"B\""));
  fixture_assert_whole (f->store);
}

/* Files of the first version have a name alone. */
static void
test_an_older_files_name_is_found (Fixture *f, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxClinicSettings) older = NULL;
  g_autoptr(CalxClinicSettings) newer = NULL;
  g_autoptr(CalxClinicSettings) settings = invent ();

  g_assert_true (calx_store_set_setting (f->store, "clinic_name", "Old name", &error));
  older = calx_store_load_clinic_settings (f->store, &error);
  g_assert_cmpstr (calx_clinic_settings_get_name (older), ==, "Old name");
  g_assert_true (calx_store_save_clinic_settings (f->store, settings, &error));
  newer = calx_store_load_clinic_settings (f->store, &error);
  g_assert_cmpstr (calx_clinic_settings_get_name (newer), ==, "Städtische Klinik");
}

static void
test_what_cannot_be_read_is_said (Fixture *f, gconstpointer data)
{
  static const char *const bad[][2] = {
    { "{", "clinic_settings" },
    { "{\"format\":\"calx-clinic-settings/1\",\"name\":\"\",\"unit_system\":\"si\",\"target_body\":\"nobody\","
      "\"references\":{}}",
      "nobody" },
    { "{\"format\":\"calx-clinic-settings/1\",\"name\":\"\",\"unit_system\":\"si\",\"target_body\":\"\","
      "\"references\":{\"pth\":{\"low\":\"65\",\"high\":\"15\",\"unit\":\"pg/mL\",\"entered_on\":\"2026-11-20\"}}}",
      "references.pth" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CalxClinicSettings) settings = NULL;

      g_assert_true (calx_store_set_setting (f->store, "clinic_settings", bad[i][0], &error));
      settings = calx_store_load_clinic_settings (f->store, &error);
      g_assert_null (settings);
      g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT);
      g_assert_nonnull (strstr (error->message, bad[i][1]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/settings/a-new-file-has-none", Fixture, NULL, fixture_set_up, test_a_new_file_has_none, fixture_tear_down);
  g_test_add ("/settings/settings-survive-the-file", Fixture, NULL, fixture_set_up, test_settings_survive_the_file,
              fixture_tear_down);
  g_test_add ("/settings/changes-are-audited", Fixture, NULL, fixture_set_up, test_changes_are_audited,
              fixture_tear_down);
  g_test_add ("/settings/an-older-files-name-is-found", Fixture, NULL, fixture_set_up, test_an_older_files_name_is_found,
              fixture_tear_down);
  g_test_add ("/settings/what-cannot-be-read-is-said", Fixture, NULL, fixture_set_up, test_what_cannot_be_read_is_said,
              fixture_tear_down);
  return g_test_run ();
}
