-- Rows are shown of readers who agreed, and of nobody else: the list of a workspace's visits finds them without
-- the others, whose sums go by their senders. A beat changes nothing that this index holds.
DROP INDEX visits_by_workspace;
CREATE INDEX visits_of_viewers ON visits (workspace_id, quarter, id) WHERE rung = 'anonymous';
