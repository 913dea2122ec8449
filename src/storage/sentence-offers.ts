/** What is offered for the sentences of contents, a row each: what a model proposed, and what nobody wants. */
import { asc, inArray } from "drizzle-orm";
import type { ContentId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { sentenceOffers } from "./schema.ts";
import { remove, type Scope, type Statement, select } from "./scope.ts";

export type SentenceOffer = typeof sentenceOffers.$inferSelect;

export async function listOffers(
  scope: Scope,
  contentIds: readonly ContentId[],
): Promise<SentenceOffer[]> {
  if (contentIds.length === 0) return [];
  return await select(scope, sentenceOffers, [inArray(sentenceOffers.contentId, [...contentIds])], {
    orderBy: [asc(sentenceOffers.contentId), asc(sentenceOffers.sentence)],
  });
}

/** What a job got for one sentence. */
export type KeptOffer = Pick<
  SentenceOffer,
  "contentId" | "sentence" | "jobId" | "stage" | "options" | "error" | "updatedAt"
>;

/** The newest options of one sentence that are kept. */
const MOST_KEPT = 36;

/**
 * Statement: adds what a job got to what is there, in SQL, since two jobs may ask for one content at once. An
 * option that is there already becomes what the job says of it, and what a stranger once stumbled over stays
 * so. What fails now keeps the options that were got before.
 */
export function keepOffers({ workspaceId }: Scope, offers: readonly KeptOffer[]): Statement {
  return {
    sql: `INSERT INTO sentence_offers
        (content_id, sentence, workspace_id, job_id, stage, options, vetoed, error, updated_at)
      SELECT value ->> 'contentId', value ->> 'sentence', ?, value ->> 'jobId',
        value ->> 'stage', value -> 'options', '[]', value -> 'error', value ->> 'updatedAt'
      FROM json_each(?) WHERE true
      ON CONFLICT (content_id, sentence) DO UPDATE SET
        stage = CASE WHEN excluded.stage = 'failed' AND options <> '[]' THEN stage ELSE excluded.stage END,
        options = CASE WHEN excluded.stage = 'failed' THEN options ELSE (
          SELECT json_group_array(json(value)) FROM (
            SELECT CASE WHEN EXISTS (
                SELECT 1 FROM json_each(sentence_offers.options) AS before
                WHERE before.value ->> 'text' = now.value ->> 'text' AND before.value ->> 'out'
              ) THEN json_set(now.value, '$.out', json('true')) ELSE now.value END AS value
            FROM json_each(excluded.options) AS now
            UNION ALL
            SELECT value FROM json_each(sentence_offers.options) WHERE value ->> 'text' NOT IN (
              SELECT value ->> 'text' FROM json_each(excluded.options)
            )
            LIMIT ${MOST_KEPT}
          )
        ) END,
        error = nullif(excluded.error, 'null'), job_id = excluded.job_id, updated_at = excluded.updated_at`,
    params: [
      workspaceId,
      JSON.stringify(offers.map((offer) => ({ ...offer, error: offer.error ?? undefined }))),
    ],
  };
}

/** Statement: forgets vetoes of a sentence, then adds some. */
export function settleVetoes(
  { workspaceId }: Scope,
  { contentId, sentence }: Pick<SentenceOffer, "contentId" | "sentence">,
  { forget, add, now }: { forget: readonly string[]; add: readonly string[]; now: Instant },
): Statement {
  return {
    sql: `INSERT INTO sentence_offers (content_id, sentence, workspace_id, options, vetoed, updated_at)
      VALUES (?, ?, ?, '[]', ?, ?)
      ON CONFLICT (content_id, sentence) DO UPDATE SET
        vetoed = (
          SELECT json_group_array(value) FROM (
            SELECT value FROM json_each(sentence_offers.vetoed)
            WHERE value NOT IN (SELECT value FROM json_each(?))
              AND value NOT IN (SELECT value FROM json_each(excluded.vetoed))
            UNION ALL SELECT value FROM json_each(excluded.vetoed)
          )
        ),
        updated_at = excluded.updated_at`,
    params: [contentId, sentence, workspaceId, JSON.stringify(add), now, JSON.stringify(forget)],
  };
}

/** Statement: forgets what was offered for a content. */
export function deleteOffersOf(scope: Scope, contentId: ContentId): Statement {
  return remove(scope, sentenceOffers, inArray(sentenceOffers.contentId, [contentId]));
}
