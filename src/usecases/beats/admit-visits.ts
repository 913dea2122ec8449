import { quarterHour } from "../../domain/units.ts";
import type { VisitClaims } from "../../domain/visit.ts";
import {
  addBegunVisits,
  type BegunVisit,
  type BegunVisits,
  readBegunVisits,
} from "../../storage/link-visits.ts";
import type { Batch } from "../../tracking/harvest.ts";
import type { Context } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";

/**
 * Most visits that one link begins in a quarter-hour. A post that goes round a city stays far below;
 * a script that opens a link over and over does not.
 */
export const maxVisitsPerQuarter = 10_000;

/**
 * Leaves out the messages of new visits that their link has no room for. Visits that exist go on. Two
 * consumers at once may count a visit twice, which the limit is wide enough for.
 */
export async function admitVisits<B extends Batch>(
  { log }: Context,
  d1: D1Database,
  batch: B,
): Promise<B> {
  const keys = new Map<string, BegunVisit>();
  for (const { claims } of [...batch.beats, ...batch.consents]) {
    keys.set(claims.visitId, keyOf(claims));
  }
  const { known, begun } = await readBegunVisits(d1, [...keys.values()]);
  const full = new Set<string>();
  const added = new Map<string, BegunVisits>();
  const counts = new Map(begun.map((count) => [placeOf(count), count.visits]));
  for (const key of keys.values()) {
    if (known.has(key.id)) continue;
    const place = placeOf(key);
    const count = counts.get(place) ?? 0;
    counts.set(place, count + 1);
    if (count >= maxVisitsPerQuarter) full.add(key.id);
    else {
      const { code, quarter } = key;
      added.set(place, { code, quarter, visits: (added.get(place)?.visits ?? 0) + 1 });
    }
  }
  await keep(d1, addBegunVisits([...added.values()]));
  if (full.size === 0) return batch;
  log.warn("visits-over-limit", { visits: full.size });
  const isAdmitted = ({ claims }: { claims: VisitClaims }) => !full.has(claims.visitId);
  return {
    ...batch,
    beats: batch.beats.filter(isAdmitted),
    consents: batch.consents.filter(isAdmitted),
  };
}

function keyOf(claims: VisitClaims): BegunVisit {
  return {
    code: claims.code,
    target: claims.target,
    quarter: quarterHour(claims.issuedAt),
    id: claims.visitId,
  };
}

function placeOf({ code, quarter }: { code: string; quarter: number }): string {
  return `${code} ${quarter}`;
}
