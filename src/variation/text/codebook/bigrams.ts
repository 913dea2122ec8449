import type { Row } from "../plan.ts";
import { isWords, type Said, type Speech } from "./speech.ts";

/** Bits of all rows together, in words of 32: 16 MiB. */
const MOST_WORDS = 1 << 22;

/** Words with their first and last letter, and the pairs of letters inside. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly inner: Int32Array;
}

interface Place {
  readonly at: number;
  readonly options: readonly (readonly Step[])[];
}

type Step = Run | Place;

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
  private readonly drafts: Int32Array;
  private readonly common: number;
  /** For two drafts the highest J2 that rows of them can have. */
  private readonly highest: readonly Float64Array[];

  constructor(speech: Speech, rows: readonly Row[], keeps = false) {
    const grams = new Grams();
    const steps = speech.drafts.map((parts) => stepsOf(parts, grams, keeps));
    const always = steps.map(
      (list) => new Set(list.flatMap((s) => (isRun(s) ? [...s.inner] : []))),
    );
    const [first = new Set<number>()] = always;
    const common = new Set([...first].filter((gram) => always.every((set) => set.has(gram))));
    const columns = new Columns(common);
    const fixed = always.map((set) => [...set].flatMap((gram) => columns.of(gram) ?? []));
    const chosen = rows.map((row) =>
      columnsOf(steps[row.draft] ?? [], row.choices, grams, columns),
    );

    this.common = common.size;
    this.width = Math.max(1, Math.ceil(columns.size / 32));
    this.count = Math.min(rows.length, Math.max(2, Math.floor(MOST_WORDS / this.width)));
    this.bits = new Int32Array(this.width * this.count);
    this.sizes = new Int32Array(this.count);
    this.drafts = Int32Array.from(rows.slice(0, this.count), ({ draft }) => draft);
    const said = speech.drafts.map((_, i) => new Set(fixed[i]));
    for (let row = 0; row < this.count; row++) {
      const draft = this.drafts[row] as number;
      const from = row * this.width;
      for (const column of fixed[draft] ?? []) this.set(from, column);
      for (const column of chosen[row] ?? []) {
        this.set(from, column);
        said[draft]?.add(column);
      }
      this.sizes[row] = this.common + ones(this.bits, from, this.width);
    }
    this.highest = this.bounds(said);
  }

  private set(from: number, column: number): void {
    const at = from + (column >> 5);
    this.bits[at] = (this.bits[at] as number) | (1 << (column & 31));
  }

  private bounds(said: readonly ReadonlySet<number>[]): Float64Array[] {
    const least = said.map(() => Number.POSITIVE_INFINITY);
    for (let row = 0; row < this.count; row++) {
      const draft = this.drafts[row] as number;
      least[draft] = Math.min(least[draft] as number, this.sizes[row] as number);
    }
    return said.map((one, a) =>
      Float64Array.from(said, (other, b) => {
        let shared = this.common;
        const [small, large] = one.size < other.size ? [one, other] : [other, one];
        for (const column of small) if (large.has(column)) shared++;
        const union = (least[a] as number) + (least[b] as number) - shared;
        return union <= shared ? 1 : shared / union;
      }),
    );
  }

  /** The highest J2 that a row of one draft can have with one of another. */
  highestBetween(a: number, b: number): number {
    return this.highest[this.drafts[a] as number]?.[this.drafts[b] as number] ?? 1;
  }

  /** How many bigrams two rows share. */
  private shared(a: number, b: number): number {
    const { bits, width } = this;
    let at = a * width;
    let other = b * width;
    let count = this.common;
    for (let w = 0; w < width; w++) {
      let v = (bits[at++] as number) & (bits[other++] as number);
      v -= (v >>> 1) & 0x55555555;
      v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
      count += Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return count;
  }

  /** J2 of two rows by index; of texts without a bigram 0, since equal ones are not kept twice. */
  j2(a: number, b: number): number {
    const shared = this.shared(a, b);
    const union = (this.sizes[a] as number) + (this.sizes[b] as number) - shared;
    return union === 0 ? 0 : shared / union;
  }

  /**
   * Fewest edits that can lie between two rows: one edit takes away at most two bigrams and brings
   * at most two (Ukkonen 1992).
   */
  fewestEdits(a: number, b: number): number {
    const apart = (this.sizes[a] as number) + (this.sizes[b] as number) - 2 * this.shared(a, b);
    return Math.ceil(apart / 4);
  }
}

function ones(bits: Int32Array, from: number, width: number): number {
  let count = 0;
  for (let w = from; w < from + width; w++) {
    for (let v = bits[w] as number; v !== 0; v &= v - 1) count++;
  }
  return count;
}

/** Numbers for pairs of letters. */
class Grams {
  private readonly ids = new Map<number, number>();

  of(first: number, second: number): number {
    const key = first * 0x1_0000 + second;
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.ids.size;
      this.ids.set(key, id);
    }
    return id;
  }

  inner(text: string): Int32Array {
    const out = new Int32Array(Math.max(0, text.length - 1));
    for (let i = 0; i < out.length; i++)
      out[i] = this.of(text.charCodeAt(i), text.charCodeAt(i + 1));
    return out;
  }
}

/** A column of bits for each pair of letters that not every row has. */
class Columns {
  private readonly byGram: number[] = [];
  private readonly common: ReadonlySet<number>;
  size = 0;

  constructor(common: ReadonlySet<number>) {
    this.common = common;
  }

  of(gram: number): number | undefined {
    const known = this.byGram[gram];
    if (known !== undefined) return known < 0 ? undefined : known;
    const column = this.common.has(gram) ? -1 : this.size++;
    this.byGram[gram] = column;
    return column < 0 ? undefined : column;
  }
}

function isRun(step: Step): step is Run {
  return "inner" in step;
}

function stepsOf(parts: readonly Said[], grams: Grams, keeps: boolean): Step[] {
  return parts.flatMap((part): Step[] => {
    if (!isWords(part)) {
      return [{ at: part.at, options: part.options.map((o) => stepsOf(o, grams, keeps)) }];
    }
    const { text, keep } = part;
    if (text === "" || (keep && !keeps)) return [];
    const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
    return [{ first, last, inner: grams.inner(text) }];
  });
}

/** The columns that a row has because of its choices: what its options say, and every border. */
function columnsOf(
  steps: readonly Step[],
  choices: readonly number[],
  grams: Grams,
  columns: Columns,
): number[] {
  const out: number[] = [];
  const add = (gram: number) => {
    const column = columns.of(gram);
    if (column !== undefined) out.push(column);
  };
  let previous = -1;
  const walk = (list: readonly Step[], chosen: boolean) => {
    for (const step of list) {
      if (isRun(step)) {
        if (previous >= 0) add(grams.of(previous, step.first));
        previous = step.last;
        if (chosen) for (const gram of step.inner) add(gram);
      } else walk(step.options[choices[step.at] ?? 0] ?? [], true);
    }
  };
  walk(steps, false);
  return out;
}
