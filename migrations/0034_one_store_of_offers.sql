-- What is offered for a sentence stands in one place: what a model proposed, and what a person does not want, which was
-- a column of contents. A sentence's id is made of what it says, so that the same sentence of two drafts is one row.
CREATE TABLE offers_of_sentences (
  content_id TEXT NOT NULL REFERENCES contents (id),
  sentence TEXT NOT NULL,
  workspace_id TEXT NOT NULL REFERENCES workspaces (id),
  job_id TEXT,
  stage TEXT CHECK (stage IN ('failed', 'proposed', 'read')),
  options TEXT NOT NULL,
  vetoed TEXT NOT NULL,
  error TEXT,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (content_id, sentence)
) STRICT;
INSERT INTO offers_of_sentences
SELECT content_id, sentence, workspace_id, job_id, stage, options, '[]', error, max(updated_at)
FROM sentence_offers GROUP BY content_id, sentence;
INSERT INTO offers_of_sentences
SELECT contents.id, offer.value ->> 'sentenceId', contents.workspace_id, NULL, NULL, '[]',
  json_group_array(offer.value ->> 'text'), NULL, contents.updated_at
FROM contents, json_each(contents.offers) AS offer
WHERE offer.value ->> 'vetoed'
GROUP BY contents.id, offer.value ->> 'sentenceId'
ON CONFLICT (content_id, sentence) DO UPDATE SET vetoed = excluded.vetoed;
DROP TABLE sentence_offers;
ALTER TABLE offers_of_sentences RENAME TO sentence_offers;
ALTER TABLE contents DROP COLUMN offers;
-- Which job asks a model for options of a content's sentences right now.
CREATE INDEX jobs_proposing ON jobs (json_extract(input, '$.contentId'))
  WHERE kind = 'propose' AND status IN ('queued', 'running');
