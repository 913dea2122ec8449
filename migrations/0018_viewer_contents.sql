-- What one viewer read of one target, in one row: what kinds of nodes, briefings and lists of viewers are made of
-- without looking at visits. Recomputed whole as their visits close, so that nothing is added twice.
CREATE TABLE viewer_contents (
  viewer_id TEXT NOT NULL,
  target TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  sender_id TEXT NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  reads INTEGER NOT NULL,
  engaged_ms INTEGER NOT NULL,
  completion INTEGER NOT NULL,
  qualified INTEGER NOT NULL,
  converted INTEGER NOT NULL,
  PRIMARY KEY (viewer_id, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX viewer_contents_by_target ON viewer_contents (target, viewer_id);
CREATE INDEX viewer_contents_by_sender ON viewer_contents (sender_id, last_at);
CREATE INDEX viewer_contents_by_workspace ON viewer_contents (workspace_id, last_at);
