-- What more of a read is summed up: how much of the text it read (permille), the furthest section that it gave
-- time to, and the sections that it read again, by their lasting ids.
ALTER TABLE counted_visits ADD COLUMN completion INTEGER NOT NULL DEFAULT 0;
ALTER TABLE counted_visits ADD COLUMN reached TEXT;
ALTER TABLE counted_visits ADD COLUMN again TEXT NOT NULL DEFAULT '[]';

-- A sender's and a workspace's sums over all contents.
CREATE INDEX rollups_by_workspace ON rollups (workspace_id, part, key);
