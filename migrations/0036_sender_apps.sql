-- A sender's sums tell in which app pages were read; those that there are get it from what their visits were counted as.
UPDATE rollups SET sums = json_patch(rollups.sums, told.cells), revision = rollups.revision + 1
FROM (
  SELECT target, sender_id, json_group_object('app:' || app, json_array(reads, ms)) AS cells
  FROM (
    SELECT target, sender_id, app, count(*) AS reads, sum(engaged_ms) AS ms
    FROM counted_visits WHERE NOT doubtful GROUP BY target, sender_id, app
  )
  GROUP BY target, sender_id
) AS told
WHERE rollups.target = told.target AND rollups.part = 'sender' AND rollups.key = told.sender_id AND rollups.gone = 0;
