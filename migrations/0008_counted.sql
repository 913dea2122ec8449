-- Which messages about a click or an open have been counted. A queue may deliver one twice, and a number
-- that is added to bears that only where it is known. By UTC day, so that old ones go cheaply.
CREATE TABLE counted (
  day INTEGER NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (day, id)
) STRICT, WITHOUT ROWID;
