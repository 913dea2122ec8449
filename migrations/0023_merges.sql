-- Merges that can be undone one by one, in any order: whom a viewer was itself said to be (merged_into is where that
-- leads in the end), and where the other took over its name, when, and what their own was before.
ALTER TABLE viewers ADD COLUMN said_to_be TEXT;
ALTER TABLE viewers ADD COLUMN lent_at INTEGER;
ALTER TABLE viewers ADD COLUMN was_contact_id TEXT;
ALTER TABLE viewers ADD COLUMN was_certainty TEXT CHECK (was_certainty IN ('probable', 'confirmed'));
ALTER TABLE viewers ADD COLUMN was_named_by TEXT
  CHECK (was_named_by IN ('link', 'kit', 'api', 'form', 'wechat', 'wecom'));
ALTER TABLE viewers ADD COLUMN was_named_at INTEGER;
UPDATE viewers SET said_to_be = merged_into WHERE merged_into IS NOT NULL;
