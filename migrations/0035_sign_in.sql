-- By what WeChat or WeCom knows a viewer who said who they are there: never the id itself, a keyed hash of it and of
-- the workspace. However a viewer goes, these go along.
CREATE TABLE outside_ids (
  workspace_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  system TEXT NOT NULL CHECK (system IN ('wechat', 'wecom')),
  viewer_id TEXT NOT NULL REFERENCES viewers (id) ON DELETE CASCADE,
  signed_in_at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX outside_ids_by_viewer ON outside_ids (viewer_id);
