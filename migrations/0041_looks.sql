-- Who was shown which people: a row for those of a face whom somebody had not been shown there that day. Ids alone,
-- apart from the audit of what was done, since it does not stay for good.
CREATE TABLE looks (
  workspace_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  id TEXT NOT NULL,
  actor_kind TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  verb TEXT NOT NULL,
  subject TEXT NOT NULL,
  people TEXT NOT NULL,
  PRIMARY KEY (workspace_id, at, id)
) STRICT, WITHOUT ROWID;
-- Whom somebody has been shown at a place today.
CREATE INDEX looks_by_place ON looks (workspace_id, actor_id, verb, subject, at);
