/** What a batch of messages may still say of its readers: some were erased, withdrew, or turned out to be another. */
import type { ViewerId, VisitId } from "../../domain/ids.ts";
import type { VisitClaims } from "../../domain/visit.ts";
import { readStandings } from "../../storage/merges.ts";
import { readTombstones } from "../../storage/tombstones.ts";
import type { Batch } from "../../tracking/harvest.ts";
import type { Context } from "../kernel/context.ts";
import { tombstonesOf } from "./tombstone.ts";

/**
 * A batch as it may be written: messages of visits that were erased are left out; whose viewer was erased or
 * withdrew is nobody; and whose viewer was merged for good is the one they turned out to be.
 */
export async function asTheyStand<B extends Batch>(
  ctx: Pick<Context, "keys" | "now">,
  d1: D1Database,
  batch: B,
): Promise<B> {
  const all = [...batch.beats, ...batch.consents].map(({ claims }) => claims);
  const answered = batch.consents.flatMap(({ viewerId }) => viewerId ?? []);
  const viewers = [...new Set([...all.flatMap(({ viewerId }) => viewerId ?? []), ...answered])];
  const visits = [...new Set(all.map(({ visitId }) => visitId))];
  const marks = await tombstonesOf(ctx, [...viewers, ...visits]);
  const [buried, standings] = await Promise.all([
    readTombstones(d1, [...marks.values()]),
    readStandings(d1, viewers, ctx.now()),
  ]);
  if (buried.size + standings.length === 0) return batch;
  const isErased = (id: ViewerId | VisitId) => buried.has(marks.get(id) ?? "");
  const byId = new Map(standings.map((standing) => [standing.id, standing]));
  const viewerOf = (id: ViewerId | null, at: number): ViewerId | null => {
    if (id === null || isErased(id)) return null;
    const standing = byId.get(id);
    if (standing?.withdrawnAt != null && standing.withdrawnAt <= at) return null;
    return standing?.into ?? id;
  };
  const claimsOf = (claims: VisitClaims): VisitClaims => {
    const viewerId = viewerOf(claims.viewerId, claims.issuedAt);
    return { ...claims, viewerId, rung: viewerId === null ? "aggregate" : claims.rung };
  };
  const beats = batch.beats
    .filter(({ claims }) => !isErased(claims.visitId))
    .map((beat) => ({ ...beat, claims: claimsOf(beat.claims) }));
  const consents = batch.consents
    .filter(({ claims }) => !isErased(claims.visitId))
    .map((answer) => ({
      ...answer,
      claims: claimsOf(answer.claims),
      viewerId: viewerOf(answer.viewerId, answer.answeredAt),
    }))
    // A yes of somebody who may not be remembered any more is none.
    .filter(({ choice, viewerId }) => !choice || viewerId !== null);
  return { ...batch, beats, consents };
}

/** True of a visit that went with whoever was erased: nothing more is taken from its page. */
export async function isBuried(
  ctx: Pick<Context, "keys">,
  d1: D1Database,
  visitId: VisitId,
): Promise<boolean> {
  const marks = await tombstonesOf(ctx, [visitId]);
  return (await readTombstones(d1, [...marks.values()])).size > 0;
}

/** True of a viewer who was erased or withdrew: who agrees anew is a viewer anew. */
export async function isOver(
  ctx: Pick<Context, "keys" | "now">,
  d1: D1Database,
  id: ViewerId,
): Promise<boolean> {
  const marks = await tombstonesOf(ctx, [id]);
  const [buried, [standing]] = await Promise.all([
    readTombstones(d1, [...marks.values()]),
    readStandings(d1, [id], ctx.now()),
  ]);
  return buried.size > 0 || (standing?.withdrawnAt ?? null) !== null;
}
