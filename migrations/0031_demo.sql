-- What is in the workspace was made to be looked at, and may be cleared at once.
ALTER TABLE workspaces ADD COLUMN is_demo INTEGER NOT NULL DEFAULT 0;
