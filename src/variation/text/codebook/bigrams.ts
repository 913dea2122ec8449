import type { Row } from "../plan.ts";
import { isWords, type Said, type Speech } from "./speech.ts";

/** Bits of all rows together, in words of 32: 16 MiB. */
const MOST_WORDS = 1 << 22;
/** Rows read in one slice of work. */
const ROWS_AT_ONCE = 1000;

/** Words with their first and last letter, and the pairs of letters inside. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly inner: Int32Array;
  /** The same as bits: by turns the place of a word and its bits. */
  mask: readonly number[];
}

/** A draft as steps, and the bits that all its rows have. */
interface DraftPlan {
  readonly steps: readonly Step[];
  readonly always: readonly number[];
}

interface Read {
  readonly plans: readonly DraftPlan[];
  readonly grams: Grams;
  readonly columns: Columns;
  /** How many bigrams every row has. */
  readonly common: number;
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
  private highest: readonly Float64Array[] = [];
  private readonly plans: readonly DraftPlan[];
  /** All bits that rows of a draft have, and the fewest that one has. */
  private readonly said: readonly Int32Array[];
  private readonly least: number[];

  private constructor(speech: Speech, rows: readonly Row[], { plans, columns, common }: Read) {
    this.common = common;
    this.width = Math.max(1, Math.ceil(columns.size / 32));
    this.count = Math.min(rows.length, Math.max(2, Math.floor(MOST_WORDS / this.width)));
    this.bits = new Int32Array(this.width * this.count);
    this.sizes = new Int32Array(this.count);
    this.drafts = Int32Array.from(rows.slice(0, this.count), ({ draft }) => draft);
    this.plans = plans;
    this.said = speech.drafts.map(() => new Int32Array(this.width));
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
    let size = this.common;
    for (let w = 0; w < width; w++) {
      const word = bits[from + w] as number;
      said[w] = (said[w] as number) | word;
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

  /** How many bigrams two rows share. */
  private shared(a: number, b: number): number {
    const { bits, width } = this;
    let at = a * width;
    let other = b * width;
    let count = this.common;
    for (let w = 0; w < width; w++)
      count += ones((bits[at++] as number) & (bits[other++] as number));
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

/** How many bits of a word are set. */
function ones(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Reads drafts as steps, and gives a column to each bigram that rows may have. */
function* readRows(speech: Speech, rows: readonly Row[], keeps: boolean): Generator<void, Read> {
  const grams = new Grams();
  const steps = speech.drafts.map((parts) => stepsOf(parts, grams, keeps));
  const always = steps.map((list) => new Set(list.flatMap((s) => (isRun(s) ? [...s.inner] : []))));
  const [first = new Set<number>()] = always;
  const common = new Set([...first].filter((gram) => always.every((set) => set.has(gram))));
  const columns = new Columns(common);
  const plans = steps.map((list, i) => ({
    steps: list,
    always: maskOf(always[i] ?? new Set(), columns),
  }));
  for (const list of steps) maskOptions(list, columns);
  for (const [i, { draft, choices }] of rows.entries()) {
    // Gives each border its column; what it says is written later.
    eachBorder(steps[draft] ?? [], choices, (a, b) => void columns.of(grams.of(a, b)));
    if (i % (2 * ROWS_AT_ONCE) === 0) yield;
  }
  return { plans, grams, columns, common: common.size };
}

/** The bits of bigrams, by turns the place of a word and its bits. */
function maskOf(inner: Iterable<number>, columns: Columns): number[] {
  const words = new Map<number, number>();
  for (const gram of inner) {
    const column = columns.of(gram);
    if (column === undefined) continue;
    words.set(column >> 5, (words.get(column >> 5) ?? 0) | (1 << (column & 31)));
  }
  return [...words].flat();
}

/** Makes the masks of all that stands in options. */
function maskOptions(steps: readonly Step[], columns: Columns, chosen = false): void {
  for (const step of steps) {
    if (!isRun(step)) for (const option of step.options) maskOptions(option, columns, true);
    else if (chosen) step.mask = maskOf(step.inner, columns);
  }
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
    return [{ first, last, inner: grams.inner(text), mask: [] }];
  });
}

/** Tells a row's borders, each by the letters on its sides, and the words that it has because of its choices. */
function eachBorder(
  steps: readonly Step[],
  choices: readonly number[],
  border: (first: number, second: number) => void,
  chosenRun?: (run: Run) => void,
): void {
  let previous = -1;
  const walk = (list: readonly Step[], chosen: boolean) => {
    for (const step of list) {
      if (isRun(step)) {
        if (previous >= 0) border(previous, step.first);
        previous = step.last;
        if (chosen) chosenRun?.(step);
      } else walk(step.options[choices[step.at] ?? 0] ?? [], true);
    }
  };
  walk(steps, false);
}
