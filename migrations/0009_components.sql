-- The sender's block as a list of components, in place of the two marks; and a portrait for each sender.
ALTER TABLE images ADD COLUMN components TEXT;
ALTER TABLE senders ADD COLUMN portrait_key TEXT;
