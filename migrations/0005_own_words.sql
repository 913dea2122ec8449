-- What a sender says in their own words before and after every caption of theirs.
ALTER TABLE senders ADD COLUMN opener TEXT;
ALTER TABLE senders ADD COLUMN closer TEXT;
