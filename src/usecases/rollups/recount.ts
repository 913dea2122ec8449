/**
 * The one way by which sums change: visits are counted as they are now, and the sums get the difference to
 * what was noted of them. So a repeated event, one that comes late and a rebuild all do the same, any
 * number of times; and of two that do it at once one has to read again.
 */
import type { ViewerId } from "../../domain/ids.ts";
import { type CountedVisit, type RollupRow, rowName } from "../../domain/rollup.ts";
import type { VisitKey } from "../../domain/visit.ts";
import { addSums, Rollup } from "../../insight/rollups.ts";
import {
  type CountedAsRead,
  readCounted,
  readCountedOfViewers,
  writeCounted,
} from "../../storage/counted-visits.ts";
import {
  type Half,
  type ReadRollup,
  readRollups,
  sumsAsRead,
  writeRollups,
} from "../../storage/rollups.ts";
import type { Statement } from "../../storage/scope.ts";
import { Raced } from "../kernel/repeat.ts";
import { type Guard, keep } from "../kernel/write.ts";

type Recount = {
  /** Where what is counted was decided by what was read before: what was read with it. */
  asRead?: CountedAsRead;
  /** What these visits count as from now on. */
  counted: readonly CountedVisit[];
  /** Visits that count as nothing from now on. */
  uncounted: readonly VisitKey[];
  /** The sums of uncounted visits are kept as those of visits that have gone. */
  retires?: boolean;
  /** Done in the same transaction. */
  also?: readonly Statement[];
  /** What must hold for that. */
  guards?: readonly Guard[];
};

/**
 * Throws Raced where somebody else has changed the sums of the same target since the first of what this goes by was
 * read: who only looked whether sums are as they were when those were read, later, would add a visit that another
 * added in between, twice.
 */
export async function recount(
  d1: D1Database,
  { counted, uncounted, asRead, retires = false, also = [], guards: others = [] }: Recount,
): Promise<void> {
  const read = asRead ?? (await readCounted(d1, [...counted, ...uncounted]));
  const guards = [...others, { condition: sumsAsRead(read.sums), error: () => new Raced() }];
  const old = byKey(read.counted);
  const changed = counted.filter((visit) => !isSame(visit, old.get(keyOf(visit))));
  const forgotten = uncounted.filter((key) => old.has(keyOf(key)));
  if (changed.length + forgotten.length === 0) {
    // What was read in one moment and asks for nothing needs nothing to have stayed so.
    if (also.length > 0) await keep(d1, also, guards);
    return;
  }
  const touched = [...changed, ...forgotten.flatMap((key) => old.get(keyOf(key)) ?? [])];
  const before = byKey(
    await readCountedOfViewers(d1, viewersOf([...touched, ...old.values()])),
    touched.flatMap((visit) => old.get(keyOf(visit)) ?? []),
  );
  const after = new Map(before);
  for (const visit of changed) after.set(keyOf(visit), visit);
  for (const key of forgotten) after.delete(keyOf(key));

  const difference = new Rollup();
  for (const visits of byReader(before)) difference.addReader(visits, -1);
  for (const visits of byReader(after)) difference.addReader(visits);
  const rows = difference.rows();
  const written = await added(d1, "live", rows, 1);
  if (retires) written.push(...(await added(d1, "gone", rows.filter(outlivesVisits), -1)));
  await keep(d1, [...writeCounted(changed, forgotten), ...also, ...writeRollups(written)], guards);
}

/** Rows of the revision that they were read at, each with what it comes to. */
async function added(
  d1: D1Database,
  half: Half,
  rows: readonly RollupRow[],
  sign: 1 | -1,
): Promise<ReadRollup[]> {
  const read = await readRollups(d1, half, rows.filter(isOfNote));
  const differences = new Map(rows.map((row) => [rowName(row), row.sums]));
  return read.map((row) => ({
    ...row,
    sums: addSums(row.sums, differences.get(rowName(row)) ?? {}, sign),
  }));
}

/** What people who stay unnamed read, by sender and quarter-hour, goes with the visits that it is the sum of. */
const outlivesVisits = ({ part }: RollupRow) => part !== "unnamed";
/** A target's own row is always written: by it two find that they are at the same one. */
const isOfNote = ({ part, sums }: RollupRow) => part === "content" || Object.keys(sums).length > 0;
const keyOf = ({ target, quarter, id }: VisitKey) => `${target} ${quarter} ${id}`;

function byKey(...lists: (readonly CountedVisit[])[]): Map<string, CountedVisit> {
  return new Map(lists.flat().map((visit) => [keyOf(visit), visit]));
}

/** Visits by reader: a viewer of one target, or a visit whose reader is not remembered. */
function byReader(visits: ReadonlyMap<string, CountedVisit>): Iterable<CountedVisit[]> {
  return Map.groupBy(visits.values(), (visit) =>
    visit.viewerId === null ? keyOf(visit) : `${visit.target} ${visit.viewerId}`,
  ).values();
}

function viewersOf(visits: readonly CountedVisit[]) {
  const viewers = new Map<string, { target: CountedVisit["target"]; viewerId: ViewerId }>();
  for (const { target, viewerId } of visits) {
    if (viewerId !== null) viewers.set(`${target} ${viewerId}`, { target, viewerId });
  }
  return [...viewers.values()];
}

function isSame(visit: CountedVisit, old: CountedVisit | undefined): boolean {
  return old !== undefined && JSON.stringify(inOrder(visit)) === JSON.stringify(inOrder(old));
}

const inOrder = ({
  version,
  viewerId,
  senderId,
  channel,
  app,
  engagedMs,
  scroll,
  sections,
  doubtful,
  completion,
  reached,
  again,
}: CountedVisit) => [
  // SQLite knows no booleans.
  [version, viewerId, senderId, channel, app, engagedMs, scroll, Number(doubtful)],
  Object.entries(sections),
  [completion, reached, again],
];
