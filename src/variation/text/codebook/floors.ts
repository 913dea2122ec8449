import { editDistance, editsOfUnits, unitsOf } from "../distance.ts";
import type { Row } from "../plan.ts";
import { BigramTable, editsFor } from "./bigrams.ts";
import type { Speech } from "./speech.ts";

/** How far apart two wordings must at least be. */
export interface Floor {
  /** Highest J2 allowed. */
  readonly j2: number;
  /** Lowest edit distance ratio allowed. */
  readonly edit: number;
}

/** Between any two senders of a workspace. */
export const COMPANY_FLOOR: Floor = { j2: 0.9, edit: 0.04 };
/** Between any two senders of one team, who share an audience. */
export const TEAM_FLOOR: Floor = { j2: 0.8, edit: 0.08 };

export interface Nearest {
  /** The J2 of the closest pair; 0 where there is no pair. */
  readonly j2: number;
  /** The edit distance ratio of the closest pair; 1 where there is no pair. */
  readonly edit: number;
}

/**
 * Above this many letters the edit distance is no longer counted where bigrams do not prove it: a floor of J2
 * then stands for both, since texts so long differ in runs of letters, each of which moves two bigrams a letter.
 */
const LONG = 600;

/** Distances among a fixed list of rows, by index. */
export class Distances {
  /** How many of the rows there was room for. */
  readonly count: number;
  private readonly table: BigramTable;
  private readonly rows: readonly Row[];
  private readonly text: (row: Row) => string;
  private readonly texts: (string | undefined)[] = [];
  private readonly spelled: (Uint16Array | undefined)[] = [];
  private readonly lengths: Int32Array;
  /** The longest row of each draft. */
  private readonly longest: Int32Array;

  private constructor(
    speech: Speech,
    rows: readonly Row[],
    { table, keeps }: { table: BigramTable; keeps: boolean },
  ) {
    this.table = table;
    this.count = table.count;
    this.rows = rows;
    this.text = (row) => (keeps ? speech.whole(row) : speech.words(row));
    this.lengths = Int32Array.from(rows, (row) =>
      keeps ? this.text(row).length : speech.length(row),
    );
    this.longest = new Int32Array(speech.drafts.length);
    for (const [i, { draft }] of rows.entries()) {
      this.longest[draft] = Math.max(this.longest[draft] as number, this.lengths[i] as number);
    }
  }

  /** Reads the rows in slices, since of thousands that takes its time. */
  static *of(speech: Speech, rows: readonly Row[], keeps = false): Generator<void, Distances> {
    const table = yield* BigramTable.of(speech, rows, keeps);
    return new Distances(speech, rows, { table, keeps });
  }

  j2(a: number, b: number, shared = this.shared(a, b)): number {
    return this.table.j2(a, b, shared);
  }

  /** How many bigrams two rows share: what J2 and the fewest edits are both told from. */
  shared(a: number, b: number): number {
    return this.table.shared(a, b);
  }

  /** The draft of each row. */
  get drafts(): Int32Array {
    return this.table.drafts;
  }

  /** Whether two rows are far beyond a J2 because their drafts are: they need not be compared. */
  farBeyond(a: number, b: number, j2: number): boolean {
    return this.table.highestBetween(a, b) <= j2 - FAR;
  }

  /**
   * The drafts, as ones among zeros, no row of which comes nearer to a row than a J2, nor nearer than a floor's edits:
   * told by all that a draft can say, so that nobody need compare their rows.
   */
  draftsBeyond(row: number, j2: number, floor?: Floor): Uint8Array {
    const own = this.drafts[row] as number;
    const beyond = new Uint8Array(this.longest.length);
    for (let draft = 0; draft < beyond.length; draft++) {
      if (draft === own) continue;
      const most = this.table.mostWith(row, draft);
      if (most.j2 > j2) continue;
      const longer = Math.max(this.longest[draft] as number, this.lengths[row] as number);
      if (floor !== undefined && !provesEdits(editsFor(most.alone), longer, floor)) continue;
      beyond[draft] = 1;
    }
    return beyond;
  }

  edit(a: number, b: number): number {
    const longest = this.longer(a, b);
    return longest === 0 ? 0 : editDistance(this.words(a), this.words(b)) / longest;
  }

  /** The same where it is less than a bound; what is not is told to be no nearer than that. */
  private editBelow(a: number, b: number, bound: number): number {
    const longer = this.longer(a, b);
    return editsOfUnits(this.units(a), this.units(b), Math.ceil(bound * longer)) / longer;
  }

  /** Whether two rows are at least a floor apart; the edit distance is counted only if in doubt. */
  apart(a: number, b: number, floor: Floor): boolean {
    const shared = this.shared(a, b);
    return this.j2(a, b, shared) <= floor.j2 && this.editsApart(a, b, floor, shared);
  }

  /** The same of two rows whose J2 is known to be within the floor. */
  editsApart(a: number, b: number, floor: Floor, shared = this.shared(a, b)): boolean {
    const fewest = this.table.fewestEdits(a, b, shared);
    if (provesEdits(fewest, this.longer(a, b), floor)) return true;
    return this.editBelow(a, b, floor.edit) >= floor.edit;
  }

  /**
   * The closest pair by each measure, one of them from a list. Long texts: of the pair closest by J2. Where no edits are
   * fewer than those `known` elsewhere, those are told.
   */
  *nearest(
    group: readonly number[],
    known = 1,
  ): Generator<void, Nearest & { readonly pair?: Pair }> {
    let j2 = 0;
    let edit = known;
    let pair: Pair | undefined;
    let done = 0;
    for (const [i, a] of group.entries()) {
      for (let k = 0; k < i; k++) {
        const b = group[k] as number;
        if (this.farBeyond(a, b, j2)) continue;
        const shared = this.shared(a, b);
        const near = this.j2(a, b, shared);
        if (near > j2 || pair === undefined) [j2, pair] = [near, [a, b]];
        const longer = this.longer(a, b);
        if (longer <= LONG && this.table.fewestEdits(a, b, shared) < edit * longer) {
          edit = Math.min(edit, this.editBelow(a, b, edit));
        }
      }
      done += i;
      if (done > SLICE) {
        done = 0;
        yield;
      }
    }
    if (pair !== undefined && this.longer(...pair) > LONG) edit = this.edit(...pair);
    return { j2, edit, ...(pair && { pair }) };
  }

  /** What is measured of a row: written out when it is first asked for. */
  words(index: number): string {
    let words = this.texts[index];
    if (words === undefined) {
      words = this.text(this.rows[index] as Row);
      this.texts[index] = words;
    }
    return words;
  }

  private units(index: number): Uint16Array {
    this.spelled[index] ??= unitsOf(this.words(index));
    return this.spelled[index];
  }

  private longer(a: number, b: number): number {
    return Math.max(this.lengths[a] as number, this.lengths[b] as number);
  }
}

/** Whether so many edits keep a floor, or the texts are so long that J2 alone decides. */
function provesEdits(fewest: number, longer: number, floor: Floor): boolean {
  return longer > LONG || fewest >= floor.edit * longer;
}

type Pair = readonly [number, number];

/** So far below a floor of J2 no pair has too few edits. */
const FAR = 0.2;

/** Comparisons in one slice of work: some ten milliseconds. */
export const SLICE = 20_000;
