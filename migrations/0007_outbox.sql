-- What happened, in the order it was written: a row holds the events of one transaction as JSON, so that
-- many visits that are over together cost one row. The number of the newest row is never given again,
-- because that row is never deleted. Its time is cut to the quarter-hour, like that of readers who
-- agreed to nothing.
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  events TEXT NOT NULL
) STRICT;

-- How far each consumer of the outbox has read.
CREATE TABLE outbox_positions (
  consumer TEXT PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- When each of the clock's tasks was done last.
CREATE TABLE schedule_runs (
  task TEXT PRIMARY KEY,
  ran_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Written on every tick, and read by nobody.
DROP TABLE watermarks;
