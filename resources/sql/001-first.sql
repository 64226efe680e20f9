-- Step 1: the first file.
--
-- Keys are UUIDs as text; who is a login name; times are UTC microseconds; dates are ISO text of which
-- the day, or the month and the day, may be missing; '' is a date of which nothing is known.
-- JSON is opaque to SQL.

CREATE TABLE patient (
  uuid                 TEXT    NOT NULL PRIMARY KEY,
  version              INTEGER NOT NULL CHECK (version >= 1),
  record_number        TEXT    NOT NULL,
  family_name          TEXT    NOT NULL,
  given_name           TEXT    NOT NULL,
  sex                  TEXT    NOT NULL,
  born                 TEXT    NOT NULL,
  age_text             TEXT    NOT NULL,
  age_unit             TEXT    NOT NULL,
  age_on               TEXT    NOT NULL,
  status               TEXT    NOT NULL,
  schedule_days        INTEGER NOT NULL CHECK (schedule_days BETWEEN 0 AND 127),
  shift                TEXT    NOT NULL,
  chair                TEXT    NOT NULL,
  review_interval_days INTEGER NOT NULL CHECK (review_interval_days >= 0),
  created_at           INTEGER NOT NULL,
  created_by           TEXT    NOT NULL,
  changed_at           INTEGER NOT NULL,
  changed_by           TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX patient_record_number ON patient (record_number) WHERE record_number <> '';

-- The identity of a session; what it says stands in its versions.
CREATE TABLE session (
  uuid         TEXT    NOT NULL PRIMARY KEY,
  version      INTEGER NOT NULL CHECK (version = 1),
  patient_uuid TEXT    NOT NULL REFERENCES patient (uuid),
  created_at   INTEGER NOT NULL,
  created_by   TEXT    NOT NULL
) STRICT;

CREATE INDEX session_patient ON session (patient_uuid);

CREATE TABLE session_version (
  uuid           TEXT    NOT NULL PRIMARY KEY,
  session_uuid   TEXT    NOT NULL REFERENCES session (uuid),
  number         INTEGER NOT NULL CHECK (number >= 1),
  replaces       TEXT    REFERENCES session_version (uuid),
  status         TEXT    NOT NULL CHECK (status IN ('final', 'amended', 'entered_in_error')),
  session_date   TEXT    NOT NULL,
  findings       TEXT    NOT NULL,
  checklist      TEXT    NOT NULL, -- the session's other members: note, checklist
  n_lesions      INTEGER NOT NULL CHECK (n_lesions >= 0), -- rows of lesion_state that belong to it
  assessment     TEXT    NOT NULL,
  model_id       TEXT    NOT NULL,
  model_version  TEXT    NOT NULL,
  model_sha256   TEXT    NOT NULL,
  engine_version TEXT    NOT NULL,
  reason         TEXT    NOT NULL,
  saved_at       INTEGER NOT NULL,
  saved_by       TEXT    NOT NULL,
  UNIQUE (session_uuid, number),
  CHECK ((number = 1) = (replaces IS NULL))
) STRICT;

-- The identity of a lesion. A number is given once per patient and never again.
CREATE TABLE lesion (
  uuid         TEXT    NOT NULL PRIMARY KEY,
  version      INTEGER NOT NULL CHECK (version = 1),
  patient_uuid TEXT    NOT NULL REFERENCES patient (uuid),
  number       INTEGER NOT NULL CHECK (number >= 1),
  created_at   INTEGER NOT NULL,
  created_by   TEXT    NOT NULL,
  UNIQUE (patient_uuid, number)
) STRICT;

-- A lesion as it stood in one version of a session.
CREATE TABLE lesion_state (
  uuid                 TEXT    NOT NULL PRIMARY KEY,
  version              INTEGER NOT NULL CHECK (version = 1),
  session_version_uuid TEXT    NOT NULL REFERENCES session_version (uuid),
  lesion_uuid          TEXT    NOT NULL REFERENCES lesion (uuid),
  number               INTEGER NOT NULL CHECK (number >= 1), -- the lesion's, to order by
  state                TEXT    NOT NULL,
  saved_at             INTEGER NOT NULL,
  saved_by             TEXT    NOT NULL,
  UNIQUE (session_version_uuid, lesion_uuid)
) STRICT;

CREATE INDEX lesion_state_lesion ON lesion_state (lesion_uuid);

-- Pages that left the house, byte for byte.
CREATE TABLE document (
  uuid                 TEXT    NOT NULL PRIMARY KEY,
  version              INTEGER NOT NULL CHECK (version = 1),
  patient_uuid         TEXT    NOT NULL REFERENCES patient (uuid),
  session_version_uuid TEXT    REFERENCES session_version (uuid),
  kind                 TEXT    NOT NULL,
  media_type           TEXT    NOT NULL,
  content              BLOB    NOT NULL,
  sha256               TEXT    NOT NULL,
  issued_at            INTEGER NOT NULL,
  issued_by            TEXT    NOT NULL
) STRICT;

CREATE INDEX document_patient ON document (patient_uuid);
CREATE INDEX document_session_version ON document (session_version_uuid);

-- What is being typed: one per person and session, replaced at will.
CREATE TABLE draft (
  uuid         TEXT    NOT NULL PRIMARY KEY,
  version      INTEGER NOT NULL CHECK (version >= 1),
  who          TEXT    NOT NULL,
  session_uuid TEXT    NOT NULL,
  patient_uuid TEXT    NOT NULL REFERENCES patient (uuid),
  content      TEXT    NOT NULL,
  saved_at     INTEGER NOT NULL,
  UNIQUE (who, session_uuid)
) STRICT;

CREATE INDEX draft_patient ON draft (patient_uuid);

-- Who did what, when. hash covers the row and the hash before it; details stand apart, salted, so that
-- they can be erased without breaking the chain.
CREATE TABLE audit (
  seq           INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
  at            INTEGER NOT NULL,
  person        TEXT    NOT NULL,
  action        TEXT    NOT NULL,
  object        TEXT    NOT NULL,
  detail_digest TEXT    NOT NULL,
  previous_hash TEXT    NOT NULL,
  hash          TEXT    NOT NULL UNIQUE
) STRICT;

CREATE TABLE audit_detail (
  audit_seq INTEGER NOT NULL PRIMARY KEY REFERENCES audit (seq),
  salt      TEXT    NOT NULL,
  detail    TEXT    NOT NULL
) STRICT;

-- The clinic's own: name, units, targets.
CREATE TABLE setting (
  name       TEXT    NOT NULL PRIMARY KEY,
  version    INTEGER NOT NULL CHECK (version >= 1),
  value      TEXT    NOT NULL,
  changed_at INTEGER NOT NULL,
  changed_by TEXT    NOT NULL
) STRICT;

-- What lists filter and sort by, computed at save from the newest session by its date.
CREATE TABLE patient_summary (
  patient_uuid         TEXT    NOT NULL PRIMARY KEY REFERENCES patient (uuid),
  session_version_uuid TEXT    REFERENCES session_version (uuid), -- NULL: no session
  last_session         TEXT    NOT NULL,
  due                  TEXT    NOT NULL,
  has_points           INTEGER NOT NULL,
  points_min           INTEGER NOT NULL,
  points_max           INTEGER NOT NULL,
  band_min             TEXT    NOT NULL,
  band_max             TEXT    NOT NULL,
  n_open_lesions       INTEGER NOT NULL,
  n_unknown            INTEGER NOT NULL,
  n_stale              INTEGER NOT NULL,
  model_id             TEXT    NOT NULL,
  model_version        TEXT    NOT NULL,
  engine_version       TEXT    NOT NULL
) STRICT;

CREATE INDEX patient_summary_session_version ON patient_summary (session_version_uuid);

-- Names as they are sorted and found: folded by the program.
CREATE TABLE search (
  patient_uuid TEXT NOT NULL PRIMARY KEY REFERENCES patient (uuid),
  family       TEXT NOT NULL,
  given        TEXT NOT NULL,
  words        TEXT NOT NULL, -- each begins with a space
  born         TEXT NOT NULL  -- in the ways people write it
) STRICT;

CREATE INDEX search_order ON search (family, given, patient_uuid, words, born);

CREATE TRIGGER session_is_kept BEFORE DELETE ON session
BEGIN SELECT raise (ABORT, 'sessions are append-only'); END;
CREATE TRIGGER session_stays BEFORE UPDATE ON session
BEGIN SELECT raise (ABORT, 'sessions are append-only'); END;
CREATE TRIGGER session_version_is_kept BEFORE DELETE ON session_version
BEGIN SELECT raise (ABORT, 'session versions are append-only'); END;
CREATE TRIGGER session_version_stays BEFORE UPDATE ON session_version
BEGIN SELECT raise (ABORT, 'session versions are append-only'); END;
CREATE TRIGGER lesion_is_kept BEFORE DELETE ON lesion
BEGIN SELECT raise (ABORT, 'lesions are append-only'); END;
CREATE TRIGGER lesion_stays BEFORE UPDATE ON lesion
BEGIN SELECT raise (ABORT, 'lesions are append-only'); END;
CREATE TRIGGER lesion_state_is_kept BEFORE DELETE ON lesion_state
BEGIN SELECT raise (ABORT, 'lesion states are append-only'); END;
CREATE TRIGGER lesion_state_stays BEFORE UPDATE ON lesion_state
BEGIN SELECT raise (ABORT, 'lesion states are append-only'); END;
CREATE TRIGGER document_is_kept BEFORE DELETE ON document
BEGIN SELECT raise (ABORT, 'documents are append-only'); END;
CREATE TRIGGER document_stays BEFORE UPDATE ON document
BEGIN SELECT raise (ABORT, 'documents are append-only'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
BEGIN SELECT raise (ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
BEGIN SELECT raise (ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_detail_is_kept BEFORE DELETE ON audit_detail
BEGIN SELECT raise (ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_detail_stays BEFORE UPDATE ON audit_detail
BEGIN SELECT raise (ABORT, 'the audit trail is append-only'); END;
-- A patient is changed in place, version by version (the audit trail keeps what was), never deleted.
CREATE TRIGGER patient_is_kept BEFORE DELETE ON patient
BEGIN SELECT raise (ABORT, 'patients are kept'); END;
