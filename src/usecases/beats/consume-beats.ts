/** The consumer of the `beats` queue: a batch is folded in memory and written as one transaction. */

import { type Shard, shardOf } from "../../domain/ids.ts";
import type { Instant } from "../../domain/units.ts";
import { larger } from "../../domain/units.ts";
import { closedAtOnce, closeVisits } from "../../storage/close-visits.ts";
import { addCounted, type CountedMessage } from "../../storage/counted.ts";
import { readLinkFacts } from "../../storage/link-facts.ts";
import { recordShares } from "../../storage/spread-shares.ts";
import { writeHarvest } from "../../storage/write-harvest.ts";
import { decodeMessage } from "../../tracking/beat-message.ts";
import { type Batch, codesOf, foldHarvest, type Refusal, refsOf } from "../../tracking/harvest.ts";
import { CLOSE_AFTER_MS } from "../../tracking/qualify.ts";
import { decodeConsent, decodeCount, isTick } from "../../tracking/queue-messages.ts";
import { decodeShare, type SharedOn } from "../../tracking/share-report.ts";
import type { Context } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import { whoeverAgreesOn } from "../open/named-visit.ts";
import { hashRefIds } from "../open/refs.ts";
import { asTheyStand } from "../viewers/standing.ts";
import { admitVisits } from "./admit-visits.ts";

export type QueuedMessage = { id: string; body: unknown; sentAt: Instant };
/** What to do with each message: `written` is done, `failed` may succeed later, `poison` never will. */
export type Verdict = "written" | "failed" | "poison";

/** How often one tick closes as many visits as one statement may. */
const mostRounds = 20;

type ShardBatch = Batch & {
  ids: string[];
  counts: CountedMessage[];
  shares: SharedOn[];
  tickAt: Instant | null;
};

/**
 * Writes a batch, shard by shard, and says what became of each message. A shard whose database fails
 * fails its own messages alone.
 */
export async function consumeBeats(
  ctx: Context,
  messages: readonly QueuedMessage[],
): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>(messages.map(({ id }) => [id, "poison"]));
  for (const [shard, batch] of sortByShard(ctx, messages)) {
    const verdict = await writeShard(ctx, shard, batch);
    for (const id of batch.ids) verdicts.set(id, verdict);
  }
  return verdicts;
}

function sortByShard(ctx: Context, messages: readonly QueuedMessage[]): Map<Shard, ShardBatch> {
  const batches = new Map<Shard, ShardBatch>();
  for (const { id, body, sentAt } of messages) {
    if (typeof body !== "string" || !ctx.shards.has(shardOf(body))) continue;
    const shard = shardOf(body);
    const batch: ShardBatch = batches.get(shard) ?? {
      ids: [],
      beats: [],
      consents: [],
      counts: [],
      shares: [],
      tickAt: null,
    };
    if (!sortInto(batch, id, body, sentAt)) continue;
    batch.ids.push(id);
    batches.set(shard, batch);
  }
  return batches;
}

/** False for what this system did not write. */
function sortInto(batch: ShardBatch, id: string, body: string, sentAt: Instant): boolean {
  const beat = decodeMessage(body);
  if (beat) return batch.beats.push(beat) > 0;
  const consent = decodeConsent(body);
  if (consent) return batch.consents.push(consent) > 0;
  const counted = decodeCount(body);
  if (counted) return batch.counts.push({ id, sentAt, ...counted }) > 0;
  const shared = decodeShare(body);
  if (shared) return batch.shares.push(shared) > 0;
  if (!isTick(body)) return false;
  batch.tickAt = larger(batch.tickAt ?? sentAt, sentAt);
  return true;
}

async function writeShard(ctx: Context, shard: Shard, batch: ShardBatch): Promise<Verdict> {
  const d1 = ctx.shards.get(shard);
  if (!d1) return "poison";
  try {
    if (batch.beats.length + batch.consents.length > 0) {
      const admitted = await admitVisits(ctx, d1, await asTheyStand(ctx, d1, batch));
      const links = await readLinkFacts(d1, codesOf(admitted));
      const hashes = await hashRefIds(ctx, refsOf(admitted));
      const harvest = foldHarvest(admitted, links, hashes);
      const refusals = await withWhoAgreed(ctx, harvest.refusals);
      await keep(d1, writeHarvest({ ...harvest, refusals }, ctx.now()));
    }
    if (batch.shares.length > 0) await keepShares(ctx, d1, batch.shares);
    if (batch.tickAt !== null) await closeQuiet(d1, batch.tickAt);
    await keep(d1, addCounted(batch.counts));
    return "written";
  } catch (error) {
    ctx.log.error("beats-not-written", error, { shard });
    return "failed";
  }
}

/**
 * Refusals, each also of whom a yes on the visit made: who said who they are before it was written is a viewer already,
 * whom the visit's row does not name.
 */
async function withWhoAgreed(ctx: Context, refusals: readonly Refusal[]): Promise<Refusal[]> {
  const more = refusals.map(async (refusal) => {
    const agreed = await whoeverAgreesOn(ctx, refusal.visitId);
    return [refusal, ...agreed.map((viewerId) => ({ ...refusal, viewerId }))];
  });
  return (await Promise.all(more)).flat();
}

/** Notes where places were shared on to; machines, previews and bursts share nothing. */
async function keepShares(
  ctx: Context,
  d1: D1Database,
  shared: readonly SharedOn[],
): Promise<void> {
  const believed = shared.filter(
    ({ claims }) => !claims.isBot && !claims.isPreview && !claims.isBurst,
  );
  const own = believed.flatMap(({ claims }) => claims.own ?? []);
  const hashes = await hashRefIds(ctx, new Set(own));
  const shares = believed.flatMap(({ claims, to }) => {
    const refHash = claims.own && hashes.get(claims.own);
    return refHash ? [{ code: claims.code, refHash, destination: to }] : [];
  });
  await keep(d1, recordShares(shares, ctx.now()));
}

/** Closes what is over by the queue's own clock, up to a bound: the rest is for the next tick. */
async function closeQuiet(d1: D1Database, tickAt: Instant): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const [, closed = 0] = await keep(d1, closeVisits(tickAt, CLOSE_AFTER_MS));
    if (closed < closedAtOnce) return;
  }
}
