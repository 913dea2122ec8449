/**
 * Roll-ups: sums that a report reads instead of visits. A row is a part of a target – the whole of it, one
 * sender's share, one UTC day, or what people who stay unnamed read on a day through one sender – and holds cells by
 * name, each a few numbers that are added up.
 */
import type { WorkspaceId } from "../domain/ids.ts";
import {
  type CountedVisit,
  type RollupKey,
  type RollupRow,
  rowName,
  type Sums,
  unnamedKey,
} from "../domain/rollup.ts";
import { day, quarter, startOf } from "../domain/units.ts";
import type { RollupPart } from "../domain/vocabulary.ts";

/** Each bucket of engaged times ends 2 % above its start. */
const bucketRatio = 1.02;

/** The bucket of a histogram that holds an engaged time of a second or more. */
export function bucketOf(engagedMs: number): number {
  return Math.floor(Math.log(engagedMs) / Math.log(bucketRatio));
}

/** Rows by what they are of, added up from the visits of one reader after the other. */
export class Rollup {
  readonly #rows = new Map<string, RollupKey & { workspaceId: WorkspaceId; sums: Cells }>();

  /**
   * Adds all counted visits of one viewer to one target, or the one visit of a reader who is not remembered;
   * with sign -1 takes them away.
   */
  addReader(visits: readonly CountedVisit[], sign: 1 | -1 = 1): void {
    // A reader is one however often they came: to the content, through a sender, and in a section.
    const seen = new Set<string>();
    const once = (what: string) => {
      if (seen.has(what)) return 0;
      seen.add(what);
      return sign;
    };
    for (const visit of visits) {
      const { viewerId, senderId, channel, app, scroll } = visit;
      const ms = sign * visit.engagedMs;
      const unnamed = viewerId === null ? sign : 0;
      const viewer = (of: string) => (viewerId === null ? 0 : once(of));
      const content = this.#row(visit, "content", "");
      const sender = this.#row(visit, "sender", senderId);
      if (visit.doubtful) {
        for (const row of [content, sender]) add(row, "doubtful", [sign]);
        continue;
      }
      add(content, "total", [sign, viewer("content"), ms, sign * scroll]);
      add(content, `ms:${bucketOf(visit.engagedMs)}`, [sign, ms]);
      add(content, `channel:${channel}`, [sign, ms, unnamed]);
      add(content, `app:${app}`, [sign, ms, unnamed]);
      add(content, `version:${visit.version}`, [sign]);
      for (const [id, spent] of Object.entries(visit.sections)) {
        add(content, `section:${id}`, [once(`section:${id}`), sign * spent, unnamed]);
      }
      add(content, "completion", [sign * visit.completion]);
      if (visit.reached !== null) add(content, `reached:${visit.reached}`, [sign]);
      for (const id of visit.again) add(content, `again:${id}`, [sign]);
      add(sender, "total", [sign, viewer(`sender:${senderId}`), ms]);
      add(sender, `channel:${channel}`, [sign, ms, unnamed]);
      add(sender, `app:${app}`, [sign, ms, unnamed]);
      const start = startOf(day, visit.quarter);
      const place = String((visit.quarter - start) / quarter);
      add(this.#row(visit, "day", String(start)), place, [sign, ms, unnamed]);
      if (viewerId !== null) continue;
      for (const row of [content, sender]) add(row, "unnamed", [sign]);
      const byDay = this.#row(visit, "unnamed", unnamedKey(start, senderId));
      add(byDay, `${place} ${channel}`, [sign, ms]);
    }
  }

  /** Every row that something was added to; one that came out even has no cells. */
  rows(): RollupRow[] {
    return [...this.#rows.values()].map(({ sums, ...row }) => ({ ...row, sums: packed(sums) }));
  }

  #row({ target, workspaceId }: CountedVisit, part: RollupPart, key: string): Cells {
    const place = rowName({ target, part, key });
    const row = this.#rows.get(place) ?? { target, part, key, workspaceId, sums: new Map() };
    this.#rows.set(place, row);
    return row.sums;
  }
}

/** Cells of several rows added up; with sign -1 the last is taken away. A cell of zeros is none. */
export function addSums(a: Sums, b: Sums, sign: 1 | -1 = 1): Sums {
  const cells: Cells = new Map(Object.entries(a).map(([name, cell]) => [name, [...cell]]));
  for (const [name, cell] of Object.entries(b)) {
    add(
      cells,
      name,
      cell.map((number) => sign * number),
    );
  }
  return packed(cells);
}

type Cells = Map<string, number[]>;

function add(cells: Cells, name: string, numbers: readonly number[]): void {
  const cell = cells.get(name);
  if (cell === undefined) cells.set(name, [...numbers]);
  else for (const [at, number] of numbers.entries()) cell[at] = (cell[at] ?? 0) + number;
}

function packed(cells: Cells): Sums {
  const filled = [...cells].filter(([, cell]) => cell.some((number) => number !== 0));
  return Object.fromEntries(filled.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The cells of a kind, their names without it: `section` gives every `section:ID` by its id. */
export function cellsOf(sums: Sums, kind: string): [name: string, numbers: readonly number[]][] {
  return Object.entries(sums).flatMap(([name, cell]) =>
    name.startsWith(`${kind}:`) ? [[name.slice(kind.length + 1), cell]] : [],
  );
}

/**
 * The median engaged time in ms, 0 of no reads: the middle one, or the mean of the middle two. Each is given
 * as the mean of its bucket, which is exact where a bucket holds one time, and never 2 % off.
 */
export function medianOf(sums: Sums): number {
  const buckets = cellsOf(sums, "ms")
    .map(([bucket, [reads = 0, ms = 0]]) => ({ bucket: Number(bucket), reads, ms }))
    .sort((a, b) => a.bucket - b.bucket);
  const count = buckets.reduce((sum, { reads }) => sum + reads, 0);
  if (count === 0) return 0;
  const at = (rank: number) => {
    let left = rank;
    for (const { reads, ms } of buckets) {
      if (left < reads) return ms / reads;
      left -= reads;
    }
    return 0;
  };
  return Math.round((at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2);
}
