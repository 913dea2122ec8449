-- Where a place in a spread tree was shared on to, where a page could know it: of the place, and of no person. Several
-- destinations of one place leave it open by which of them somebody came.
CREATE TABLE spread_shares (
  target TEXT NOT NULL,
  ref_hash TEXT NOT NULL,
  destination TEXT NOT NULL CHECK (destination IN ('chat', 'moments', 'other')),
  workspace_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  PRIMARY KEY (target, ref_hash, destination)
) STRICT, WITHOUT ROWID;

-- What the parts of an outside page are called, in the order in which its script counts them.
CREATE TABLE page_sections (
  target TEXT NOT NULL,
  place INTEGER NOT NULL,
  workspace_id TEXT NOT NULL,
  heading TEXT NOT NULL,
  PRIMARY KEY (target, place)
) STRICT, WITHOUT ROWID;
