-- Step 2: how light a patient's figure is drawn; '' where it was not stated.

ALTER TABLE patient ADD COLUMN skin TEXT NOT NULL DEFAULT ''
  CHECK (skin IN ('', 'lightest', 'light', 'medium', 'dark', 'darkest'));
