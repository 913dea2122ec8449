-- What people who did not agree read, by sender and UTC day: asking for it looked at every visit of a month. The
-- check of a table's words cannot be changed where it is, so the rows move to a table that knows the new part.
CREATE TABLE rollups_with_unnamed (
  target TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('content', 'sender', 'day', 'unnamed')),
  key TEXT NOT NULL,
  gone INTEGER NOT NULL,
  workspace_id TEXT NOT NULL,
  sums TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (target, part, key, gone)
) STRICT, WITHOUT ROWID;
INSERT INTO rollups_with_unnamed (target, part, key, gone, workspace_id, sums, revision)
  SELECT target, part, key, gone, workspace_id, sums, revision FROM rollups;
DROP TABLE rollups;
ALTER TABLE rollups_with_unnamed RENAME TO rollups;
CREATE INDEX rollups_by_workspace ON rollups (workspace_id, part, key);

-- Of what was counted so far. Cells are named by the quarter-hour of the day and the channel.
INSERT INTO rollups (target, part, key, gone, workspace_id, sums, revision)
  SELECT target, 'unnamed', start || ' ' || sender_id, 0, workspace_id,
    json_group_object(place || ' ' || channel, json_array(reads, ms)), 1
  FROM (
    SELECT target, workspace_id, sender_id, channel, quarter - quarter % 86400000 AS start,
      quarter % 86400000 / 900000 AS place, count(*) AS reads, sum(engaged_ms) AS ms
    FROM counted_visits WHERE viewer_id IS NULL AND doubtful = 0
    GROUP BY target, workspace_id, sender_id, start, place, channel)
  GROUP BY target, workspace_id, sender_id, start;
