/** What a model proposes for the sentences of drafts, a row each. */
import { asc, eq } from "drizzle-orm";
import type { ContentId } from "../domain/ids.ts";
import { sentenceOffers } from "./schema.ts";
import { remove, type Scope, type Statement, select } from "./scope.ts";

export type SentenceOffer = typeof sentenceOffers.$inferSelect;

export function listOffers(scope: Scope, contentId: ContentId): Promise<SentenceOffer[]> {
  return select(scope, sentenceOffers, [eq(sentenceOffers.contentId, contentId)], {
    orderBy: [asc(sentenceOffers.draft), asc(sentenceOffers.sentence)],
  });
}

/** Statement: keeps offers; what fails now keeps the options that were got before. */
export function keepOffers(
  { workspaceId }: Scope,
  offers: readonly Omit<SentenceOffer, "workspaceId">[],
): Statement {
  return {
    sql: `INSERT INTO sentence_offers
        (content_id, draft, sentence, workspace_id, job_id, stage, options, error, updated_at)
      SELECT value ->> 'contentId', value ->> 'draft', value ->> 'sentence', ?, value ->> 'jobId',
        value ->> 'stage', value -> 'options', value -> 'error', value ->> 'updatedAt'
      FROM json_each(?) WHERE true
      ON CONFLICT (content_id, draft, sentence) DO UPDATE SET
        stage = CASE WHEN excluded.stage = 'failed' AND options <> '[]' THEN stage ELSE excluded.stage END,
        options = CASE WHEN excluded.stage = 'failed' THEN options ELSE excluded.options END,
        error = nullif(excluded.error, 'null'), job_id = excluded.job_id, updated_at = excluded.updated_at`,
    params: [
      workspaceId,
      JSON.stringify(offers.map((offer) => ({ ...offer, error: offer.error ?? undefined }))),
    ],
  };
}

/** Statement: forgets what was proposed for a content. */
export function deleteOffersOf(scope: Scope, contentId: ContentId): Statement {
  return remove(scope, sentenceOffers, eq(sentenceOffers.contentId, contentId));
}
