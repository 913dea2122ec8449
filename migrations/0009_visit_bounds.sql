-- Between what the true time of a visit lies. `idle_ms` was cut, since nothing was done for too long;
-- `trust_ms` is what was believed just before. Earlier visits say neither.
ALTER TABLE visits ADD COLUMN idle_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visits ADD COLUMN trust_ms INTEGER NOT NULL DEFAULT 0;
