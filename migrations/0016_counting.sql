-- What a visit is counted by: time that the server saw pass itself between making the visit's token and hearing a
-- beat of it, which beats it heard (a bit for each number), and whether the visit began in a burst. Visits from
-- before are believed.
ALTER TABLE visits ADD COLUMN seen_ms INTEGER NOT NULL DEFAULT 86400000;
ALTER TABLE visits ADD COLUMN heard INTEGER NOT NULL DEFAULT 3;
ALTER TABLE visits ADD COLUMN burst INTEGER NOT NULL DEFAULT 0;
-- When the answer came that `refused` and `rung` follow from, so that of several the latest counts.
ALTER TABLE visits ADD COLUMN answered_at INTEGER NOT NULL DEFAULT 0;

-- Doubtful visits are in the sums too, but apart.
ALTER TABLE counted_visits ADD COLUMN doubtful INTEGER NOT NULL DEFAULT 0;
