-- How many visits a link began in a quarter-hour: the brake on a flood that opens a link over and over.
-- Kept for a day, as long as a visit's token lives.
CREATE TABLE link_visits (
  code TEXT NOT NULL,
  quarter INTEGER NOT NULL,
  visits INTEGER NOT NULL,
  PRIMARY KEY (code, quarter)
) STRICT, WITHOUT ROWID;
