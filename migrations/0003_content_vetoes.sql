-- Phrases of the lexicon, or single options as "phrase>option", that a content's author does not want.
ALTER TABLE contents ADD COLUMN vetoes TEXT NOT NULL DEFAULT '[]';
