-- A job that waits is not run before this.
ALTER TABLE jobs ADD COLUMN not_before INTEGER;
-- The version that goes out at a time to come, its job, and the state of the draft that it was made of.
ALTER TABLE contents ADD COLUMN waiting TEXT;
