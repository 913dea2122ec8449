import type { Row } from "../plan.ts";
import { type DraftPlan, eachBorder, type Read, readRows } from "./pairs.ts";
import type { Speech } from "./speech.ts";

/** Bits of all rows together, in words of 32: 16 MiB. */
const MOST_WORDS = 1 << 22;
/** Rows read in one slice of work. */
const ROWS_AT_ONCE = 1000;

/**
 * The bigram sets of many rows as bits, so that J2 of two of them is a handful of ANDs. What a draft always
 * says is read once; a row is read where it has a choice. Bigrams that all drafts always have take no bits.
 */
export class BigramTable {
  /** How many of the rows are in it: the first ones, as many as there is room for. */
  readonly count: number;
  private readonly bits: Int32Array;
  private readonly width: number;
  private readonly sizes: Int32Array;
  /** The draft of each row. */
  readonly drafts: Int32Array;
  private readonly common: number;
  /** For two drafts the highest J2 that rows of them can have. */
  private highest: readonly Float64Array[] = [];
  private readonly plans: readonly DraftPlan[];
  /** All bits that rows of a draft have, those that every one has, and the fewest that one has. */
  private readonly said: readonly Int32Array[];
  private readonly every: readonly Int32Array[];
  private readonly least: number[];
  private spreads: readonly Spread[] = [];

  private constructor(speech: Speech, rows: readonly Row[], { plans, columns, common }: Read) {
    this.common = common;
    this.width = Math.max(1, Math.ceil(columns.size / 32));
    this.count = Math.min(rows.length, Math.max(2, Math.floor(MOST_WORDS / this.width)));
    this.bits = new Int32Array(this.width * this.count);
    this.sizes = new Int32Array(this.count);
    this.drafts = Int32Array.from(rows.slice(0, this.count), ({ draft }) => draft);
    this.plans = plans;
    this.said = speech.drafts.map(() => new Int32Array(this.width));
    this.every = speech.drafts.map(() => new Int32Array(this.width).fill(-1));
    this.least = speech.drafts.map(() => Number.POSITIVE_INFINITY);
  }

  /**
   * Reads rows into a table, in slices: what an option says becomes a mask of bits once, and a row is the masks
   * of its choices with the borders between them.
   */
  static *of(speech: Speech, rows: readonly Row[], keeps = false): Generator<void, BigramTable> {
    const read = yield* readRows(speech, rows, keeps);
    const table = new BigramTable(speech, rows, read);
    for (let row = 0; row < table.count; row++) {
      table.write(row, rows[row] as Row, read);
      if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    }
    table.highest = table.bounds();
    table.spreads = table.said.map((said, draft) => spreadOf(said, table.every[draft] ?? said));
    return table;
  }

  private write(row: number, { choices }: Row, { columns, grams }: Read): void {
    const { bits, width } = this;
    const draft = this.drafts[row] as number;
    const { steps, always } = this.plans[draft] as DraftPlan;
    const from = row * width;
    const put = (mask: readonly number[]) => {
      for (let i = 0; i < mask.length; i += 2) {
        const at = from + (mask[i] as number);
        bits[at] = (bits[at] as number) | (mask[i + 1] as number);
      }
    };
    put(always);
    eachBorder(
      steps,
      choices,
      (first, last) => {
        const column = columns.of(grams.of(first, last));
        if (column === undefined) return;
        const at = from + (column >> 5);
        bits[at] = (bits[at] as number) | (1 << (column & 31));
      },
      (run) => put(run.mask),
    );
    const said = this.said[draft] as Int32Array;
    const every = this.every[draft] as Int32Array;
    let size = this.common;
    for (let w = 0; w < width; w++) {
      const word = bits[from + w] as number;
      said[w] = (said[w] as number) | word;
      every[w] = (every[w] as number) & word;
      size += ones(word);
    }
    this.sizes[row] = size;
    this.least[draft] = Math.min(this.least[draft] as number, size);
  }

  private bounds(): Float64Array[] {
    const { said, least, width } = this;
    return said.map((one, a) =>
      Float64Array.from(said, (other, b) => {
        let shared = this.common;
        for (let w = 0; w < width; w++) shared += ones((one[w] as number) & (other[w] as number));
        const union = (least[a] as number) + (least[b] as number) - shared;
        return union <= shared ? 1 : shared / union;
      }),
    );
  }

  /** The highest J2 that a row of one draft can have with one of another. */
  highestBetween(a: number, b: number): number {
    return this.highest[this.drafts[a] as number]?.[this.drafts[b] as number] ?? 1;
  }

  /**
   * As many bigrams as a row can share with any row of another draft, and as many as the two must have at least that only
   * one of them has.
   */
  mostWith(row: number, draft: number): { readonly j2: number; readonly alone: number } {
    const said = this.said[draft] as Int32Array;
    const from = row * this.width;
    let shared = this.common;
    for (let w = 0; w < this.width; w++) {
      shared += ones((this.bits[from + w] as number) & (said[w] as number));
    }
    const both = (this.sizes[row] as number) + (this.least[draft] as number);
    const union = both - shared;
    return { j2: union <= shared ? 1 : shared / union, alone: both - 2 * shared };
  }

  /** How many bigrams two rows share: read where they may differ, or where both may have any. */
  shared(a: number, b: number): number {
    const { bits, width, drafts } = this;
    const { fixed, open, used } = this.spreads[drafts[a] as number] as Spread;
    const isOne = drafts[a] === drafts[b];
    const words = isOne ? open : used;
    const [from, other] = [a * width, b * width];
    let count = this.common + (isOne ? fixed : 0);
    for (let i = 0; i < words.length; i++) {
      const w = words[i] as number;
      count += ones((bits[from + w] as number) & (bits[other + w] as number));
    }
    return count;
  }

  /** J2 of two rows by index; of texts without a bigram 0, since equal ones are not kept twice. */
  j2(a: number, b: number, shared = this.shared(a, b)): number {
    const union = (this.sizes[a] as number) + (this.sizes[b] as number) - shared;
    return union === 0 ? 0 : shared / union;
  }

  /** Fewest edits that can lie between two rows. */
  fewestEdits(a: number, b: number, shared = this.shared(a, b)): number {
    return editsFor((this.sizes[a] as number) + (this.sizes[b] as number) - 2 * shared);
  }
}

/**
 * Fewest edits between two texts of whose bigrams so many are in one alone: an edit takes away at most two and brings at
 * most two (Ukkonen 1992).
 */
export function editsFor(alone: number): number {
  return Math.ceil(alone / 4);
}

/** Where the rows of one draft have their bits. */
interface Spread {
  /** How many bits all of them have in words that are the same in all. */
  readonly fixed: number;
  /** The words that are not. */
  readonly open: Int32Array;
  /** The words in which any of them has a bit. */
  readonly used: Int32Array;
}

function spreadOf(said: Int32Array, every: Int32Array): Spread {
  const words = Array.from(said, (_, w) => w);
  const open = words.filter((w) => said[w] !== every[w]);
  const isOpen = new Set(open);
  const fixed = words.reduce((sum, w) => sum + (isOpen.has(w) ? 0 : ones(said[w] as number)), 0);
  return {
    fixed,
    open: Int32Array.from(open),
    used: Int32Array.from(words.filter((w) => said[w] !== 0)),
  };
}

/** How many bits of a word are set. */
function ones(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
