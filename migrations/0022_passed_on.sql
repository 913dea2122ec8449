-- Where a reader passed a page on to, as far as the app around it told the page: of the place in the tree, not of a
-- person.
ALTER TABLE spread_nodes ADD COLUMN passed_to TEXT CHECK (passed_to IN ('chat', 'moments', 'other'));
