-- Whether readers may leave their name below the text; and of a contact who typed it themselves the viewer who did,
-- until somebody confirms them.
ALTER TABLE workspaces ADD COLUMN leave_name INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contacts ADD COLUMN said_by TEXT;
CREATE INDEX contacts_by_saying ON contacts (said_by) WHERE said_by IS NOT NULL;
CREATE INDEX links_by_contact ON links (contact_id) WHERE contact_id IS NOT NULL;
