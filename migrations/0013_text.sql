-- What publishing insists on, and whether line breaks may be others than the author's.
ALTER TABLE workspaces ADD COLUMN insist_on TEXT NOT NULL DEFAULT 'distinct'
  CHECK (insist_on IN ('distinct', 'company', 'team'));
ALTER TABLE workspaces ADD COLUMN vary_layout INTEGER NOT NULL DEFAULT 0;
-- Pairs of wordings that a person does not want to read together, and options that wait for a person or were vetoed.
ALTER TABLE contents ADD COLUMN apart TEXT NOT NULL DEFAULT '[]';
ALTER TABLE contents ADD COLUMN offers TEXT NOT NULL DEFAULT '[]';
