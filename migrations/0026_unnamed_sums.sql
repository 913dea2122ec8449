-- How many of a sender's reads of a content were by people who did not agree: the kit shows it, and looked at
-- every visit for it.
UPDATE rollups SET sums = json_set(sums, '$.unnamed', (
    SELECT json_array(count(*)) FROM counted_visits c
    WHERE c.target = rollups.target AND c.sender_id = rollups.key AND c.viewer_id IS NULL AND c.doubtful = 0))
  WHERE part = 'sender' AND gone = 0 AND EXISTS (
    SELECT 1 FROM counted_visits c
    WHERE c.target = rollups.target AND c.sender_id = rollups.key AND c.viewer_id IS NULL AND c.doubtful = 0);
