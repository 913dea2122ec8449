-- How many reads of each sum were by people who did not agree to be remembered: of one or two the time is not told, for
-- what is left when the rows of those who agreed are taken away would be theirs. Of visits that have gone it is not
-- known any more. Cells are written whole, from what was counted.
UPDATE rollups SET revision = revision + 1, sums = json_patch(sums, (
    SELECT json_group_object(cell, json(numbers)) FROM (
      SELECT 'unnamed' AS cell, json_array(count(*)) AS numbers FROM counted_visits c
        WHERE c.target = rollups.target AND c.viewer_id IS NULL AND c.doubtful = 0 HAVING count(*) > 0
      UNION ALL SELECT 'channel:' || c.channel, json_array(count(*), sum(c.engaged_ms), sum(c.viewer_id IS NULL))
        FROM counted_visits c WHERE c.target = rollups.target AND c.doubtful = 0 GROUP BY c.channel
      UNION ALL SELECT 'app:' || c.app, json_array(count(*), sum(c.engaged_ms), sum(c.viewer_id IS NULL))
        FROM counted_visits c WHERE c.target = rollups.target AND c.doubtful = 0 GROUP BY c.app
      UNION ALL SELECT 'section:' || s.key, json_array(
          count(DISTINCT coalesce(c.viewer_id, c.quarter || ' ' || c.id)), sum(s.value), sum(c.viewer_id IS NULL))
        FROM counted_visits c, json_each(c.sections) s WHERE c.target = rollups.target AND c.doubtful = 0 GROUP BY s.key
    )))
  WHERE part = 'content' AND gone = 0;
UPDATE rollups SET revision = revision + 1, sums = json_patch(sums, (
    SELECT json_group_object(cell, json(numbers)) FROM (
      SELECT 'channel:' || c.channel AS cell,
          json_array(count(*), sum(c.engaged_ms), sum(c.viewer_id IS NULL)) AS numbers
        FROM counted_visits c
        WHERE c.target = rollups.target AND c.sender_id = rollups.key AND c.doubtful = 0 GROUP BY c.channel
      UNION ALL SELECT 'app:' || c.app, json_array(count(*), sum(c.engaged_ms), sum(c.viewer_id IS NULL))
        FROM counted_visits c
        WHERE c.target = rollups.target AND c.sender_id = rollups.key AND c.doubtful = 0 GROUP BY c.app
    )))
  WHERE part = 'sender' AND gone = 0;
UPDATE rollups SET revision = revision + 1, sums = json_patch(sums, (
    SELECT json_group_object(cell, json(numbers)) FROM (
      SELECT CAST(c.quarter % 86400000 / 900000 AS TEXT) AS cell,
          json_array(count(*), sum(c.engaged_ms), sum(c.viewer_id IS NULL)) AS numbers
        FROM counted_visits c
        WHERE c.target = rollups.target AND c.doubtful = 0
          AND c.quarter >= CAST(rollups.key AS INTEGER) AND c.quarter < CAST(rollups.key AS INTEGER) + 86400000
        GROUP BY cell
    )))
  WHERE part = 'day' AND gone = 0;
