-- Who works in the console: head office, or the lead of a team. They sign in by a link that works once, of
-- which a hash is kept until it is used or too old. Raising the epoch ends every session there was.
CREATE TABLE members (
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('head-office', 'team-lead')),
  team TEXT,
  epoch INTEGER NOT NULL,
  link_hash TEXT,
  link_until INTEGER,
  created_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX members_by_workspace ON members (workspace_id, created_at, id);
