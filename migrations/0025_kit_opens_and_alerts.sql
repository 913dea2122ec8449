-- When a sender had a content open in their kit: told by the kit's own script, since a GET counts nothing.
CREATE TABLE kit_opens (
  sender_id TEXT NOT NULL,
  content_id TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (sender_id, content_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX kit_opens_by_content ON kit_opens (content_id, last_at);

-- What one sender copied, of all contents.
CREATE INDEX copies_by_sender ON copies (sender_id, content_id, copied_at);

-- What a rule with notify gave a sender to know at once: once for a viewer's visit, whatever becomes of the
-- rule. The figures are not here: they are the visit's and the award's, which corrections change.
CREATE TABLE alerts (
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL,
  sender_id TEXT NOT NULL,
  viewer_id TEXT NOT NULL,
  target TEXT NOT NULL,
  quarter INTEGER NOT NULL,
  visit_id TEXT NOT NULL,
  rule_id TEXT NOT NULL,
  tag TEXT NOT NULL,
  told_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX alerts_once ON alerts (viewer_id, visit_id, rule_id, tag);
CREATE INDEX alerts_by_sender ON alerts (sender_id, told_at, id);
CREATE INDEX alerts_by_workspace ON alerts (workspace_id, told_at, id);
