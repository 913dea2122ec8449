/** What rows say, read as pairs of letters: which every row has, and which a choice brings. */
import type { Row } from "../plan.ts";
import { isWords, type Said, type Speech } from "./speech.ts";

/** Rows read in one slice of work. */
const ROWS_AT_ONCE = 2000;

/** Words with their first and last letter, and the pairs of letters inside. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly inner: Int32Array;
  /** The same as bits: by turns the place of a word and its bits. */
  mask: readonly number[];
}

/** A draft as steps, and the bits that all its rows have. */
export interface DraftPlan {
  readonly steps: readonly Step[];
  readonly always: readonly number[];
}

export interface Read {
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

/** Reads drafts as steps, and gives a column to each bigram that rows may have. */
export function* readRows(
  speech: Speech,
  rows: readonly Row[],
  keeps: boolean,
): Generator<void, Read> {
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
    if (i % ROWS_AT_ONCE === 0) yield;
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
export function eachBorder(
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
