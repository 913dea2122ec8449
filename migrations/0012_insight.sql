-- Rules that give viewers tags: the draft that is being written, and which version is in force.
CREATE TABLE tag_rules (
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  draft TEXT NOT NULL,
  published_version INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX tag_rules_by_workspace ON tag_rules (workspace_id, created_at, id);

-- A rule as it was published. Visits begun before since (null: all there are) or from until on earn nothing.
CREATE TABLE tag_rule_versions (
  rule_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  workspace_id TEXT NOT NULL,
  rule TEXT NOT NULL,
  since INTEGER,
  until INTEGER,
  published_at INTEGER NOT NULL,
  PRIMARY KEY (rule_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_rule_versions_by_workspace ON tag_rule_versions (workspace_id, rule_id, version);

-- What a rule version gave a viewer for a visit, or for somebody who opened through them. Rows are only
-- added: of one (rule version, tag, source) the highest seq counts, so that past scores can be read as they were.
CREATE TABLE tag_awards (
  viewer_id TEXT NOT NULL,
  rule_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  tag TEXT NOT NULL,
  source TEXT NOT NULL,
  seq INTEGER NOT NULL,
  workspace_id TEXT NOT NULL,
  points REAL NOT NULL,
  at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (viewer_id, rule_id, version, tag, source, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_awards_by_tag ON tag_awards (workspace_id, tag, viewer_id);
CREATE INDEX tag_awards_by_source ON tag_awards (source);

-- Through whom a viewer came, each way once and when it was first gone: the first of a reader decides their
-- place in the tree, and all together are what would have brought them anyway. Of those alone who agreed;
-- whoever agreed to nothing has a ref a visit, and so one way. parent_hash is '' where it was the link itself.
CREATE TABLE spread_touches (
  target TEXT NOT NULL,
  ref_hash TEXT NOT NULL,
  parent_hash TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  root_code TEXT NOT NULL,
  viewer_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (target, ref_hash, parent_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX spread_touches_by_viewer ON spread_touches (viewer_id);

-- A viewer's places in trees, and who came through a place.
CREATE INDEX spread_nodes_by_viewer ON spread_nodes (viewer_id) WHERE viewer_id IS NOT NULL;
CREATE INDEX spread_nodes_by_parent ON spread_nodes (target, parent_hash) WHERE parent_hash IS NOT NULL;

-- A sender's list for a day is made once. Its lines: those shown, in their place, and those left out, with why.
CREATE TABLE briefings (
  sender_id TEXT NOT NULL,
  date TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  PRIMARY KEY (sender_id, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE briefing_items (
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL,
  sender_id TEXT NOT NULL,
  date TEXT NOT NULL,
  viewer_id TEXT NOT NULL,
  place INTEGER,
  left_out TEXT CHECK (left_out IN ('snoozed', 'contacted-lately', 'reason-hidden', 'cap')),
  line TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'snoozed')),
  outcome TEXT CHECK (outcome IN ('talk', 'meeting', 'deal', 'no-answer', 'not-interested')),
  settled_at INTEGER,
  snoozed_until INTEGER,
  made_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX briefing_items_by_day ON briefing_items (sender_id, date, viewer_id);
CREATE INDEX briefing_items_by_workspace ON briefing_items (workspace_id, made_at);
CREATE INDEX briefing_items_by_viewer ON briefing_items (viewer_id);
