-- What a post is for: guessed from its words until its author says so.
ALTER TABLE contents ADD COLUMN kind TEXT NOT NULL DEFAULT 'news' CHECK (kind IN
  ('offer', 'event', 'knowledge', 'news', 'notice', 'story', 'hiring', 'greeting'));
ALTER TABLE contents ADD COLUMN kind_said INTEGER NOT NULL DEFAULT 0;
ALTER TABLE versions ADD COLUMN kind TEXT NOT NULL DEFAULT 'news' CHECK (kind IN
  ('offer', 'event', 'knowledge', 'news', 'notice', 'story', 'hiring', 'greeting'));
-- What a sender wrote themselves for one post: a line of their own, and, where they agreed that head office may see it,
-- both as others may read them, without names and facts of their own.
CREATE TABLE own_lines (
  content_id TEXT NOT NULL REFERENCES contents (id),
  sender_id TEXT NOT NULL REFERENCES senders (id),
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  line TEXT,
  shown TEXT,
  edits TEXT NOT NULL DEFAULT '[]',
  shared INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (content_id, sender_id)
) STRICT;
CREATE INDEX own_lines_of_sender ON own_lines (sender_id, updated_at);
CREATE INDEX own_lines_shared ON own_lines (workspace_id, updated_at) WHERE shared = 1;
