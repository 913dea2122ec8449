-- How a viewer came by their name and how sure that is; to whom they were merged, which can be undone for a day;
-- and since when they want to be remembered no more. The times say when each of it was.
ALTER TABLE viewers ADD COLUMN certainty TEXT CHECK (certainty IN ('probable', 'confirmed'));
ALTER TABLE viewers ADD COLUMN named_by TEXT CHECK (named_by IN ('link', 'kit', 'api', 'form', 'wechat', 'wecom'));
ALTER TABLE viewers ADD COLUMN named_at INTEGER;
ALTER TABLE viewers ADD COLUMN merged_into TEXT;
ALTER TABLE viewers ADD COLUMN merged_at INTEGER;
ALTER TABLE viewers ADD COLUMN withdrawn_at INTEGER;
UPDATE viewers SET certainty = 'probable', named_by = 'link', named_at = created_at WHERE contact_id IS NOT NULL;
CREATE INDEX viewers_by_merge ON viewers (merged_into) WHERE merged_into IS NOT NULL;

-- Who was erased, as keyed hashes of their ids alone: what comes late finds its own and is left out.
CREATE TABLE tombstones (
  hash TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a workspace adds to the notice, by version and language; a change is a new version.
CREATE TABLE notices (
  workspace_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  words TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, version)
) STRICT, WITHOUT ROWID;

-- A hash of the very words that were answered to.
ALTER TABLE consents ADD COLUMN text_hash TEXT;

-- To whom somebody who left handed over.
ALTER TABLE senders ADD COLUMN handed_to TEXT;
