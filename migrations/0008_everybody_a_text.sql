-- Where a text has fewer wordings than senders, some share one: a row may be held by several.
DROP INDEX assignments_by_row;
CREATE INDEX assignments_by_row ON assignments (content_id, version, row);
