-- An image's base is made by a job. Until it is there the image has no hash and no bytes; a file that
-- turns out damaged keeps the reason. SQLite cannot lift NOT NULL, so the table is made again.
CREATE TABLE images_with_status (
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  content_id TEXT NOT NULL REFERENCES contents (id),
  position INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('processing', 'ready', 'failed')),
  job_id TEXT REFERENCES jobs (id),
  failure TEXT,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  media_key TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes INTEGER,
  base_hash TEXT,
  qr TEXT,
  line TEXT,
  created_at INTEGER NOT NULL,
  CHECK ((status = 'ready') = (base_hash IS NOT NULL AND bytes IS NOT NULL)),
  CHECK ((status = 'failed') = (failure IS NOT NULL))
) STRICT;
INSERT INTO images_with_status
  SELECT id, workspace_id, content_id, position, 'ready', NULL, NULL, width, height, media_key, type,
    bytes, base_hash, qr, line, created_at
  FROM images;
DROP TABLE images;
ALTER TABLE images_with_status RENAME TO images;
CREATE INDEX images_by_content ON images (content_id, position, id);
