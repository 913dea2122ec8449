-- A record tells what became of a call in the use cases' own words; routes give it a status. Records live
-- for a day, those of an earlier version are carried over.
CREATE TABLE idempotency_by_outcome (
  workspace_id TEXT NOT NULL,
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('created', 'done', 'accepted')),
  answer TEXT,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, key)
) STRICT, WITHOUT ROWID;
INSERT INTO idempotency_by_outcome
  SELECT workspace_id, key, request_hash,
    CASE status WHEN 201 THEN 'created' WHEN 202 THEN 'accepted' ELSE 'done' END, answer, created_at
  FROM idempotency;
DROP TABLE idempotency;
ALTER TABLE idempotency_by_outcome RENAME TO idempotency;
CREATE INDEX idempotency_by_age ON idempotency (created_at);

-- Who did what to what, and when: ids alone.
CREATE TABLE audit (
  workspace_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  id TEXT NOT NULL,
  actor_kind TEXT NOT NULL,
  actor_id TEXT,
  verb TEXT NOT NULL,
  subject TEXT NOT NULL,
  PRIMARY KEY (workspace_id, at, id)
) STRICT, WITHOUT ROWID;

-- The host that a workspace's links, codes and pictures carry; null: the one that the deployment answers on.
ALTER TABLE workspaces ADD COLUMN share_origin TEXT;

-- The last seat that was given. A seat is taken from here in one statement, so that many senders may be
-- added in the same second.
ALTER TABLE workspaces ADD COLUMN last_seat INTEGER NOT NULL DEFAULT 0;
UPDATE workspaces SET last_seat =
  (SELECT coalesce(max(seat), 0) FROM senders WHERE senders.workspace_id = workspaces.id);

ALTER TABLE api_keys ADD COLUMN expires_at INTEGER;
ALTER TABLE api_keys ADD COLUMN last_used_at INTEGER;
