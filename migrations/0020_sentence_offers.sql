-- What a model proposes for the sentences of a draft, a row each, until a person approves it: a part that fails loses
-- nothing of the others.
CREATE TABLE sentence_offers (
  content_id TEXT NOT NULL REFERENCES contents (id),
  draft INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  job_id TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('failed', 'proposed', 'read')),
  options TEXT NOT NULL,
  error TEXT,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (content_id, draft, sentence)
) STRICT;
