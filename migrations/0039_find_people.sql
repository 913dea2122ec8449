-- Contacts by the ids that outside systems know them by. What stands here follows contacts.external_ids by itself, whoever
-- writes that: a row that somebody forgot would make a second contact of one person.
CREATE TABLE contact_external_ids (
  workspace_id TEXT NOT NULL,
  system TEXT NOT NULL,
  value TEXT NOT NULL,
  contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  PRIMARY KEY (workspace_id, system, value, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_external_ids_by_contact ON contact_external_ids (contact_id);
INSERT INTO contact_external_ids
SELECT c.workspace_id, e.key, e.value, c.id FROM contacts c, json_each(c.external_ids) e WHERE e.value IS NOT NULL;
CREATE TRIGGER contact_external_ids_of_new AFTER INSERT ON contacts WHEN new.external_ids <> '{}' BEGIN
  INSERT INTO contact_external_ids
  SELECT new.workspace_id, e.key, e.value, new.id FROM json_each(new.external_ids) e WHERE e.value IS NOT NULL;
END;
CREATE TRIGGER contact_external_ids_of_changed AFTER UPDATE OF external_ids ON contacts
WHEN new.external_ids <> old.external_ids BEGIN
  DELETE FROM contact_external_ids WHERE contact_id = new.id;
  INSERT INTO contact_external_ids
  SELECT new.workspace_id, e.key, e.value, new.id FROM json_each(new.external_ids) e WHERE e.value IS NOT NULL;
END;
-- Who was said to be somebody, and who was whose contact before: an erasure looks for both.
CREATE INDEX viewers_by_saying ON viewers (said_to_be) WHERE said_to_be IS NOT NULL;
CREATE INDEX viewers_by_former_contact ON viewers (was_contact_id) WHERE was_contact_id IS NOT NULL;
