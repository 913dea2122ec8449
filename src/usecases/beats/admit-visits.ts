import type { VisitId } from "../../domain/ids.ts";
import { type Instant, quarterHour } from "../../domain/units.ts";
import type { VisitClaims } from "../../domain/visit.ts";
import {
  addBegunVisits,
  type BegunVisit,
  type BegunVisits,
  readBegunVisits,
} from "../../storage/link-visits.ts";
import { begunIn, possibleQuarters } from "../../tracking/begin.ts";
import type { Batch } from "../../tracking/harvest.ts";
import type { Context } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";

/**
 * Most visits that one link begins in a quarter-hour. A post that goes round a city stays far below;
 * a script that opens a link over and over does not.
 */
export const maxVisitsPerQuarter = 10_000;

/**
 * Leaves out the messages of new visits that their link has no room for. Visits that exist go on, in the quarter-hour
 * where their row stands, whatever this message says of their beginning. Two consumers at once may count a visit
 * twice, which the limit is wide enough for. Of what has been deleted nothing more is
 * kept, but for a refusal, which takes back what is held of its visit. Of what was withdrawn the visits that had begun
 * by then are heard to their end, and no other: who opens it afterwards reads an older copy of the page.
 */
export async function admitVisits<B extends Batch>(
  { log }: Context,
  d1: D1Database,
  batch: B,
): Promise<B> {
  const begins = [...firstClaims(batch).values()];
  const keys = begins.map(keyOf);
  const { known, begun, goneSince } = await readBegunVisits(d1, keys);
  const isThere = ({ claims: { code, issuedAt } }: { claims: VisitClaims }) =>
    issuedAt < (goneSince.get(code) ?? Number.POSITIVE_INFINITY);
  const full = new Set<string>();
  const added = new Map<string, BegunVisits>();
  const counts = new Map(begun.map((count) => [placeOf(count), count.visits]));
  for (const claims of begins) {
    const key = keyOf(claims);
    if (known.has(key.id) || !isThere({ claims })) continue;
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
  if (full.size > 0) log.warn("visits-over-limit", { visits: full.size });
  const quarters = new Map(keys.map((key) => [key.id, rowOf(key, known.get(key.id) ?? [])]));
  const admit = <M extends { claims: VisitClaims }>(messages: readonly M[]) =>
    messages
      .filter(({ claims }) => !full.has(claims.visitId))
      .map((message) => inRow(message, quarters.get(message.claims.visitId)));
  const takesBack = ({ choice, claims }: Batch["consents"][number]) =>
    !choice && known.has(claims.visitId);
  return {
    ...batch,
    beats: admit(batch.beats.filter(isThere)),
    consents: admit(batch.consents.filter((answer) => isThere(answer) || takesBack(answer))),
  };
}

/** What a batch's messages say of each visit; of several the one by which it began first. */
function firstClaims({ beats, consents }: Batch): Map<VisitId, VisitClaims> {
  const first = new Map<VisitId, VisitClaims>();
  for (const { claims } of [...beats, ...consents]) {
    const other = first.get(claims.visitId);
    if (!other || claims.issuedAt < other.issuedAt) first.set(claims.visitId, claims);
  }
  return first;
}

/** The quarter-hour of a visit's row: its own where one stands there or nowhere. */
const rowOf = ({ quarter }: BegunVisit, known: readonly Instant[]): Instant =>
  known.includes(quarter) ? quarter : (known[0] ?? quarter);

function inRow<M extends { claims: VisitClaims }>(message: M, quarter: Instant | undefined): M {
  if (quarter === undefined || quarterHour(message.claims.issuedAt) === quarter) return message;
  return { ...message, claims: begunIn(message.claims, quarter) };
}

function keyOf(claims: VisitClaims): BegunVisit {
  return {
    code: claims.code,
    target: claims.target,
    quarter: quarterHour(claims.issuedAt),
    quarters: possibleQuarters(claims),
    id: claims.visitId,
  };
}

function placeOf({ code, quarter }: { code: string; quarter: number }): string {
  return `${code} ${quarter}`;
}
