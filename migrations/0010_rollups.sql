-- What reports read instead of visits: sums of reads per content and per sender and UTC day of it, each with
-- its finer cells (channels, apps, sections, quarter-hours, a histogram) packed in JSON, so that a report
-- reads as many rows whatever number of visits there were. In the rows with gone = 1 is what became of visits
-- that have expired: their sums survive, and name nobody.
CREATE TABLE rollups (
  target TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('content', 'sender', 'day')),
  key TEXT NOT NULL,
  gone INTEGER NOT NULL,
  workspace_id TEXT NOT NULL,
  sums TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (target, part, key, gone)
) STRICT, WITHOUT ROWID;

-- What each visit was added to the sums as, so that a change of it adds the difference and a repeated
-- message nothing. Goes with its visit.
CREATE TABLE counted_visits (
  target TEXT NOT NULL,
  quarter INTEGER NOT NULL,
  id TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  viewer_id TEXT,
  sender_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  app TEXT NOT NULL,
  engaged_ms INTEGER NOT NULL,
  scroll INTEGER NOT NULL,
  sections TEXT NOT NULL,
  PRIMARY KEY (target, quarter, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX counted_visits_by_viewer ON counted_visits (target, viewer_id) WHERE viewer_id IS NOT NULL;

-- Clicks and opens of a content, and its links in a list, without the workspace's others.
CREATE INDEX links_by_content ON links (workspace_id, content_id, created_at, code)
  WHERE content_id IS NOT NULL;
