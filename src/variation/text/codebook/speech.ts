import { normalise } from "../normalise.ts";
import { isKeep, isSlot, type Part, type Plan, type Row } from "../plan.ts";

/** A part as distance sees it: words without style, or a place with several. */
export type Said = SaidWords | SaidSlot;

export interface SaidWords {
  readonly text: string;
  /** A protected span: no part of what could be said otherwise. */
  readonly keep: boolean;
}

export interface SaidSlot {
  readonly at: number;
  readonly options: readonly (readonly Said[])[];
}

/** A plan's words, normalised once, so that thousands of rows are put together from them. */
export class Speech {
  readonly drafts: readonly (readonly Said[])[];

  constructor(plan: Plan) {
    this.drafts = plan.drafts.map(({ parts }) => parts.map(said));
  }

  /** What of a row could be said otherwise, in letters alone: floors are measured on it. */
  words(row: Row): string {
    return write(this.drafts[row.draft] ?? [], row.choices, false);
  }

  /** How many UTF-16 units that is. */
  length(row: Row): number {
    return lengthOf(this.drafts[row.draft] ?? [], row.choices);
  }

  /** What a row says where it has a choice: rows of one draft that say the same have the same key. */
  key(row: Row): string {
    let out = "";
    for (const part of this.drafts[row.draft] ?? []) {
      if (!isWords(part)) out += write([part], row.choices, false);
      else if (part.text !== "" && !part.keep) out += "\u0001";
    }
    return out;
  }

  /** Steps of work that one row costs: its parts, nested ones included. */
  get steps(): number {
    return Math.max(1, ...this.drafts.map(stepsOf));
  }

  /** The same with the protected spans. */
  whole(row: Row): string {
    return write(this.drafts[row.draft] ?? [], row.choices, true);
  }
}

export function isWords(part: Said): part is SaidWords {
  return "text" in part;
}

function said(part: Part): Said {
  if (isSlot(part)) return { at: part.at, options: part.options.map((option) => option.map(said)) };
  if (isKeep(part)) return { text: normalise(part.keep), keep: true };
  return { text: normalise(part), keep: false };
}

function write(parts: readonly Said[], choices: readonly number[], keeps: boolean): string {
  let out = "";
  for (const part of parts) {
    if (!isWords(part)) out += write(part.options[choices[part.at] ?? 0] ?? [], choices, keeps);
    else if (keeps || !part.keep) out += part.text;
  }
  return out;
}

function lengthOf(parts: readonly Said[], choices: readonly number[]): number {
  let length = 0;
  for (const part of parts) {
    if (!isWords(part)) length += lengthOf(part.options[choices[part.at] ?? 0] ?? [], choices);
    else if (!part.keep) length += part.text.length;
  }
  return length;
}

function stepsOf(parts: readonly Said[]): number {
  return parts.reduce(
    (sum, part) => sum + (isWords(part) ? 1 : 1 + Math.max(0, ...part.options.map(stepsOf))),
    0,
  );
}
