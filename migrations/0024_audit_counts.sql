-- How many people a list held that somebody read: one row a call, not one a person.
ALTER TABLE audit ADD COLUMN count INTEGER;
