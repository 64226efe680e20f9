/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-sql.h"

#define PATIENT_COLUMNS                                                                            \
  "uuid, version, record_number, family_name, given_name, sex, born, age_text, age_unit, age_on, " \
  "status, schedule_days, shift, chair, review_interval_days, skin"

#define VERSION_COLUMNS                                                                            \
  "v.uuid, v.session_uuid, v.number, v.session_date, v.findings, v.checklist, v.assessment, "      \
  "v.reason, v.saved_at, v.saved_by, v.n_lesions"

/* The newest version of each session of one patient, newest session date first. */
#define NEWEST_OF_PATIENT                                                                          \
  "SELECT " VERSION_COLUMNS " FROM session AS s "                                                  \
  "JOIN session_version AS v ON v.session_uuid = s.uuid "                                          \
  "WHERE s.patient_uuid = ?1 AND v.number = "                                                      \
  "(SELECT max (number) FROM session_version WHERE session_uuid = s.uuid) "                        \
  "ORDER BY v.session_date DESC, s.created_at DESC, s.uuid DESC LIMIT ?2"

static const char *const statements[CALX_N_SQL] = {
  [CALX_SQL_PATIENT_INSERT]
  = "INSERT INTO patient (" PATIENT_COLUMNS ", created_at, created_by, changed_at, changed_by) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?18, ?16, ?17, ?16, ?17)",
  [CALX_SQL_PATIENT_UPDATE]
  = "UPDATE patient SET version = ?2 + 1, record_number = ?3, family_name = ?4, given_name = ?5, "
    "sex = ?6, born = ?7, age_text = ?8, age_unit = ?9, age_on = ?10, status = ?11, "
    "schedule_days = ?12, shift = ?13, chair = ?14, review_interval_days = ?15, changed_at = ?16, "
    "changed_by = ?17, skin = ?18 WHERE uuid = ?1 AND version = ?2",
  [CALX_SQL_PATIENT_LOAD] = "SELECT " PATIENT_COLUMNS " FROM patient WHERE uuid = ?1",
  [CALX_SQL_PATIENT_FIND_RECORD_NUMBER] = "SELECT uuid FROM patient WHERE record_number = ?1 AND "
                                          "record_number <> ''",
  [CALX_SQL_PATIENT_LIST_UUIDS] = "SELECT uuid FROM patient ORDER BY uuid",

  [CALX_SQL_SESSION_INSERT] = "INSERT INTO session (uuid, version, patient_uuid, created_at, "
                              "created_by) VALUES (?1, 1, ?2, ?3, ?4)",
  [CALX_SQL_SESSION_FIND] = "SELECT patient_uuid FROM session WHERE uuid = ?1",
  [CALX_SQL_VERSION_INSERT]
  = "INSERT INTO session_version (uuid, session_uuid, number, replaces, status, session_date, "
    "findings, checklist, n_lesions, assessment, model_id, model_version, model_sha256, "
    "engine_version, reason, saved_at, saved_by) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
  [CALX_SQL_VERSION_NEWEST] = "SELECT number, uuid FROM session_version WHERE session_uuid = ?1 "
                              "ORDER BY number DESC LIMIT 1",
  [CALX_SQL_VERSION_LOAD]
  = "SELECT " VERSION_COLUMNS
    " FROM session_version AS v WHERE v.session_uuid = ?1 AND v.number = ?2",
  [CALX_SQL_VERSION_LIST_NEWEST] = NEWEST_OF_PATIENT,
  [CALX_SQL_VERSION_LIST_ALL] = "SELECT session_uuid, number FROM session_version "
                                "ORDER BY session_uuid, number",
  [CALX_SQL_LESION_INSERT] = "INSERT INTO lesion (uuid, version, patient_uuid, number, created_at, "
                             "created_by) VALUES (?1, 1, ?2, ?3, ?4, ?5)",
  [CALX_SQL_LESION_FIND] = "SELECT patient_uuid, number FROM lesion WHERE uuid = ?1",
  [CALX_SQL_LESION_NUMBER_TAKEN] = "SELECT 1 FROM lesion WHERE patient_uuid = ?1 AND number = ?2",
  [CALX_SQL_LESION_NEXT_NUMBER] = "SELECT coalesce (max (number), 0) + 1 FROM lesion "
                                  "WHERE patient_uuid = ?1",
  [CALX_SQL_LESION_STATE_INSERT]
  = "INSERT INTO lesion_state (uuid, version, session_version_uuid, lesion_uuid, number, state, "
    "saved_at, saved_by) VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7)",
  [CALX_SQL_LESION_STATE_LIST] = "SELECT state FROM lesion_state WHERE session_version_uuid = ?1 "
                                 "ORDER BY number, lesion_uuid",
  [CALX_SQL_SITE_PATIENTS] = "SELECT uuid, sex FROM patient WHERE uuid > ?1 ORDER BY uuid",
  [CALX_SQL_SITE_SESSION]
  = "SELECT " VERSION_COLUMNS " FROM session AS s "
    "JOIN session_version AS v ON v.session_uuid = s.uuid "
    "WHERE s.patient_uuid = ?1 AND v.session_date BETWEEN ?2 AND ?3 AND v.status <> 'entered_in_error' "
    "AND v.number = (SELECT max (number) FROM session_version WHERE session_uuid = s.uuid) "
    "ORDER BY v.session_date DESC, s.created_at DESC, s.uuid DESC LIMIT 1",

  [CALX_SQL_DRAFT_SAVE]
  = "INSERT INTO draft (uuid, version, who, session_uuid, patient_uuid, content, saved_at) "
    "VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (who, session_uuid) DO UPDATE SET "
    "version = version + 1, patient_uuid = excluded.patient_uuid, content = excluded.content, "
    "saved_at = excluded.saved_at",
  [CALX_SQL_DRAFT_DISCARD] = "DELETE FROM draft WHERE who = ?1 AND session_uuid = ?2",
  [CALX_SQL_DRAFT_LIST] = "SELECT session_uuid, content FROM draft WHERE who = ?1 AND "
                          "patient_uuid = ?2 ORDER BY saved_at DESC, uuid",
  [CALX_SQL_DRAFT_LIST_ALL] = "SELECT session_uuid, content FROM draft WHERE who = ?1 "
                              "ORDER BY saved_at DESC, uuid",

  [CALX_SQL_AUDIT_INSERT] = "INSERT INTO audit (seq, at, person, action, object, detail_digest, "
                            "previous_hash, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
  [CALX_SQL_AUDIT_DETAIL_INSERT] = "INSERT INTO audit_detail (audit_seq, salt, detail) "
                                   "VALUES (?1, ?2, ?3)",
  [CALX_SQL_AUDIT_HEAD] = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1",
  [CALX_SQL_AUDIT_LIST]
  = "SELECT a.seq, a.at, a.person, a.action, a.object, a.detail_digest, a.previous_hash, a.hash, "
    "d.salt, d.detail FROM audit AS a LEFT JOIN audit_detail AS d ON d.audit_seq = a.seq "
    "ORDER BY a.seq",

  [CALX_SQL_SETTING_GET] = "SELECT value FROM setting WHERE name = ?1",
  [CALX_SQL_SETTING_SET]
  = "INSERT INTO setting (name, version, value, changed_at, changed_by) VALUES (?1, 1, ?2, ?3, ?4) "
    "ON CONFLICT (name) DO UPDATE SET version = version + 1, value = excluded.value, "
    "changed_at = excluded.changed_at, changed_by = excluded.changed_by",

  [CALX_SQL_SUMMARY_SAVE]
  = "INSERT INTO patient_summary (patient_uuid, session_version_uuid, last_session, due, "
    "has_points, "
    "points_min, points_max, band_min, band_max, n_open_lesions, n_unknown, n_stale, model_id, "
    "model_version, engine_version) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) "
    "ON CONFLICT (patient_uuid) DO UPDATE SET session_version_uuid = "
    "excluded.session_version_uuid, "
    "last_session = excluded.last_session, due = excluded.due, has_points = excluded.has_points, "
    "points_min = excluded.points_min, points_max = excluded.points_max, "
    "band_min = excluded.band_min, band_max = excluded.band_max, "
    "n_open_lesions = excluded.n_open_lesions, n_unknown = excluded.n_unknown, "
    "n_stale = excluded.n_stale, model_id = excluded.model_id, "
    "model_version = excluded.model_version, engine_version = excluded.engine_version",
  [CALX_SQL_SUMMARY_LOAD]
  = "SELECT patient_uuid, session_version_uuid, last_session, due, has_points, points_min, "
    "points_max, band_min, band_max, n_open_lesions, n_unknown, n_stale, model_id, model_version, "
    "engine_version FROM patient_summary WHERE patient_uuid = ?1",

  [CALX_SQL_SEARCH_SAVE]
  = "INSERT INTO search (patient_uuid, family, given, words, born) VALUES (?1, ?2, ?3, ?4, ?5) "
    "ON CONFLICT (patient_uuid) DO UPDATE SET family = excluded.family, given = excluded.given, "
    "words = excluded.words, born = excluded.born",
  [CALX_SQL_SEARCH_LOAD] = "SELECT family, given, words, born FROM search WHERE patient_uuid = ?1",
  /* Walks the order of the list from a key on and drops most of what does not match (?4 begins a
   * word, ?5 is part of the birth date); nothing is sorted and nothing is skipped by count. */
  [CALX_SQL_SEARCH_WALK]
  = "SELECT family, given, patient_uuid, words, born FROM search "
    "WHERE (family, given, patient_uuid) > (?1, ?2, ?3) AND "
    "(instr (words, ?4) > 0 OR instr (born, ?5) > 0) ORDER BY family, given, patient_uuid",
  [CALX_SQL_SEARCH_ROW]
  = "SELECT p.record_number, p.family_name, p.given_name, p.born, p.sex, m.last_session, "
    "m.has_points, "
    "m.points_min, m.points_max, m.band_min, m.band_max, m.n_open_lesions FROM patient AS p "
    "JOIN patient_summary AS m ON m.patient_uuid = p.uuid WHERE p.uuid = ?1",
  [CALX_SQL_SEARCH_NAMES] = "SELECT patient_uuid, family, given FROM search "
                            "ORDER BY family, given, patient_uuid",

  [CALX_SQL_CHECK_INTEGRITY] = "PRAGMA integrity_check",
  [CALX_SQL_CHECK_FOREIGN_KEYS] = "PRAGMA foreign_key_check",
  [CALX_SQL_CHECK_APPLICATION_ID] = "PRAGMA application_id",
  [CALX_SQL_CHECK_USER_VERSION] = "PRAGMA user_version",
  [CALX_SQL_CHECK_VERSION_GAPS]
  = "SELECT s.uuid FROM session AS s WHERE (SELECT count (*) FROM session_version WHERE "
    "session_uuid = s.uuid) <> (SELECT coalesce (max (number), -1) FROM session_version WHERE "
    "session_uuid = s.uuid) ORDER BY s.uuid",
  [CALX_SQL_CHECK_LESION_COUNTS] = "SELECT v.uuid FROM session_version AS v WHERE v.n_lesions <> "
                                   "(SELECT count (*) FROM lesion_state "
                                   "WHERE session_version_uuid = v.uuid) ORDER BY v.uuid",
  [CALX_SQL_CHECK_NO_SUMMARY]
  = "SELECT p.uuid FROM patient AS p LEFT JOIN patient_summary AS m ON m.patient_uuid = p.uuid "
    "LEFT JOIN search AS s ON s.patient_uuid = p.uuid "
    "WHERE m.patient_uuid IS NULL OR s.patient_uuid IS NULL ORDER BY p.uuid",
};

const char *
calx_sql_get (CalxSql sql)
{
  g_assert (sql < CALX_N_SQL && statements[sql]);

  return statements[sql];
}
