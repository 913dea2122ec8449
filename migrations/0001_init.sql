-- Times are milliseconds since the epoch, UTC. Booleans are 0 or 1. JSON is text.
-- The first character of every id names the shard (the D1 database) that holds the row.

CREATE TABLE workspaces (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  timezone TEXT NOT NULL,
  consent_mode TEXT NOT NULL CHECK (consent_mode IN ('opt-in', 'notice')),
  retention_days INTEGER NOT NULL,
  brands TEXT NOT NULL DEFAULT '[]',
  banned_words TEXT NOT NULL DEFAULT '[]',
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE api_keys (
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  name TEXT NOT NULL,
  scopes TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  hint TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX api_keys_by_workspace ON api_keys (workspace_id, created_at, id);

CREATE TABLE senders (
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  seat INTEGER NOT NULL,
  external_id TEXT,
  name TEXT NOT NULL,
  team TEXT,
  title TEXT,
  phone TEXT,
  signature TEXT,
  kit_epoch INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX senders_by_seat ON senders (workspace_id, seat);
CREATE UNIQUE INDEX senders_by_external_id ON senders (workspace_id, external_id)
  WHERE external_id IS NOT NULL AND deleted_at IS NULL;

CREATE TABLE contacts (
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  sender_id TEXT NOT NULL REFERENCES senders (id),
  name TEXT NOT NULL,
  external_ids TEXT NOT NULL DEFAULT '{}',
  attributes TEXT NOT NULL DEFAULT '{}',
  stage TEXT,
  notes TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX contacts_by_workspace ON contacts (workspace_id, created_at, id);
CREATE INDEX contacts_by_sender ON contacts (sender_id, created_at, id);

CREATE TABLE contents (
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  sections TEXT NOT NULL,
  drafts TEXT NOT NULL,
  topics TEXT NOT NULL,
  purpose TEXT,
  language TEXT NOT NULL,
  draft_version INTEGER NOT NULL,
  published_version INTEGER,
  compiling_job_id TEXT,
  capacity TEXT,
  withdrawn_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX contents_by_workspace ON contents (workspace_id, created_at, id);

-- One published, immutable state of a content: the page and the caption's plan.
CREATE TABLE versions (
  content_id TEXT NOT NULL REFERENCES contents (id),
  version INTEGER NOT NULL,
  workspace_id TEXT NOT NULL,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  topics TEXT NOT NULL,
  purpose TEXT,
  sections TEXT NOT NULL,
  images TEXT NOT NULL,
  plan TEXT NOT NULL,
  codebook TEXT NOT NULL,
  report TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  PRIMARY KEY (content_id, version)
) STRICT;

-- Which codebook row a sender has for a version: written once, never changed.
CREATE TABLE assignments (
  content_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  sender_id TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  row INTEGER NOT NULL,
  team TEXT,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (content_id, version, sender_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX assignments_by_row ON assignments (content_id, version, row);

CREATE TABLE copies (
  content_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  sender_id TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  edited INTEGER NOT NULL,
  copied_at INTEGER NOT NULL,
  PRIMARY KEY (content_id, version, sender_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE images (
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  content_id TEXT NOT NULL REFERENCES contents (id),
  position INTEGER NOT NULL,
  type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  base_hash TEXT NOT NULL,
  media_key TEXT NOT NULL,
  qr TEXT,
  line TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX images_by_content ON images (content_id, position, id);

CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  kind TEXT NOT NULL,
  input TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('queued', 'running', 'succeeded', 'failed')),
  progress REAL NOT NULL DEFAULT 0,
  error TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX jobs_unfinished ON jobs (updated_at) WHERE status IN ('queued', 'running');
-- A content is published by one job at a time, whatever two calls at once believe.
CREATE UNIQUE INDEX jobs_one_publish ON jobs (json_extract(input, '$.contentId'))
  WHERE kind = 'publish' AND status IN ('queued', 'running');

-- target is the content's id, or for an outside URL an id derived from it.
CREATE TABLE links (
  code TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  target TEXT NOT NULL,
  content_id TEXT,
  url TEXT,
  sender_id TEXT NOT NULL REFERENCES senders (id),
  channel TEXT NOT NULL,
  contact_id TEXT,
  expires_at INTEGER,
  max_clicks INTEGER,
  paused INTEGER NOT NULL DEFAULT 0,
  clicks INTEGER NOT NULL DEFAULT 0,
  bot_clicks INTEGER NOT NULL DEFAULT 0,
  opens INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CHECK ((content_id IS NULL) <> (url IS NULL))
) STRICT;
CREATE UNIQUE INDEX links_by_identity
  ON links (workspace_id, target, sender_id, channel, coalesce(contact_id, ''))
  WHERE deleted_at IS NULL;
CREATE INDEX links_by_workspace ON links (workspace_id, created_at, code);
CREATE INDEX links_by_sender ON links (sender_id, created_at, code);

-- A reader who agreed to be remembered.
CREATE TABLE viewers (
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  contact_id TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX viewers_by_workspace ON viewers (workspace_id, created_at, id);
CREATE INDEX viewers_by_contact ON viewers (contact_id) WHERE contact_id IS NOT NULL;

-- Proof of an answer. A refusal names nobody.
CREATE TABLE consents (
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL,
  viewer_id TEXT,
  choice INTEGER NOT NULL,
  text_version TEXT NOT NULL,
  language TEXT NOT NULL,
  answered_at INTEGER NOT NULL
) STRICT;
CREATE INDEX consents_by_viewer ON consents (viewer_id) WHERE viewer_id IS NOT NULL;

-- One opening of one page. The key puts a target's visits in order of time, so the table needs no
-- index for that and a beat costs one row. At the aggregate rung link, viewer, refs and the time of
-- the start stay null: the quarter-hour is all that is kept. A refusal wins over what came before it.
CREATE TABLE visits (
  target TEXT NOT NULL,
  quarter INTEGER NOT NULL,
  id TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  content_id TEXT,
  version INTEGER NOT NULL,
  sender_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  rung TEXT NOT NULL CHECK (rung IN ('aggregate', 'anonymous')),
  refused INTEGER NOT NULL,
  code TEXT,
  viewer_id TEXT,
  ref_hash TEXT,
  parent_hash TEXT,
  started_at INTEGER,
  last_beat_at INTEGER NOT NULL,
  engaged_ms INTEGER NOT NULL,
  scroll INTEGER NOT NULL,
  sections TEXT NOT NULL,
  seq INTEGER NOT NULL,
  end_seq INTEGER NOT NULL,
  was_cut INTEGER NOT NULL,
  app TEXT NOT NULL,
  device TEXT NOT NULL,
  bot INTEGER NOT NULL,
  own INTEGER NOT NULL,
  closed_at INTEGER,
  revision INTEGER NOT NULL,
  PRIMARY KEY (target, quarter, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX visits_by_workspace ON visits (workspace_id, quarter, id);
CREATE INDEX visits_by_sender ON visits (sender_id, quarter, id);
CREATE INDEX visits_by_viewer ON visits (viewer_id, quarter, id) WHERE viewer_id IS NOT NULL;

-- Visits that have not been closed. A partial index would be rewritten by every beat.
CREATE TABLE open_visits (
  target TEXT NOT NULL,
  quarter INTEGER NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (target, quarter, id)
) STRICT, WITHOUT ROWID;

-- The spread tree: hashed refs and their parents, with no key to visits. Consent adds viewer_id. Only
-- the UTC day is kept: by the quarter-hour a node would lead to the visit it came from.
CREATE TABLE spread_nodes (
  target TEXT NOT NULL,
  ref_hash TEXT NOT NULL,
  parent_hash TEXT,
  workspace_id TEXT NOT NULL,
  root_code TEXT NOT NULL,
  sender_id TEXT NOT NULL,
  viewer_id TEXT,
  day INTEGER NOT NULL,
  PRIMARY KEY (target, ref_hash)
) STRICT, WITHOUT ROWID;

-- Goals a visit reached, by name; of several values the largest.
CREATE TABLE goals (
  visit_id TEXT NOT NULL,
  name TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  target TEXT NOT NULL,
  sender_id TEXT NOT NULL,
  value REAL,
  quarter INTEGER NOT NULL,
  PRIMARY KEY (visit_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX goals_by_target ON goals (target, name);

-- What the beats queue's own clock has reached.
CREATE TABLE watermarks (
  queue TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dead_letters (
  id TEXT PRIMARY KEY,
  queue TEXT NOT NULL,
  body TEXT NOT NULL,
  died_at INTEGER NOT NULL,
  replayed_at INTEGER
) STRICT;

-- What a creating call answered, written in the same batch as what it created.
CREATE TABLE idempotency (
  workspace_id TEXT NOT NULL,
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  status INTEGER NOT NULL,
  answer TEXT,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_by_age ON idempotency (created_at);
