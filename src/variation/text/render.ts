import { draftOf, isKeep, optionAt, type Part, type Plan, type Row } from "./plan.ts";

export interface RenderedSlot {
  readonly slotId: string;
  /** Index of the option taken. */
  readonly option: number;
}

export interface Variant {
  /** What the sender copies: opener, core, closer, signature. */
  readonly caption: string;
  /** The varied text alone: the same row of the same plan gives the same core for ever. */
  readonly core: string;
  readonly draft: number;
  /** The slots in play, in order. */
  readonly slots: readonly RenderedSlot[];
}

export interface Personal {
  /** The sender's own first words. */
  readonly opener?: string;
  /** The sender's own words after the core. */
  readonly closer?: string;
  /** The sender's own last line. */
  readonly signature?: string;
}

/** Puts a row's words together. Throws a RangeError when the row is not of this plan. */
export function renderVariant(plan: Plan, row: Row, personal: Personal = {}): Variant {
  const slots: RenderedSlot[] = [];
  const core = write(draftOf(plan, row).parts, row.choices, slots);
  return { caption: dress(core, personal), core, draft: row.draft, slots };
}

function write(parts: readonly Part[], choices: readonly number[], slots: RenderedSlot[]): string {
  let out = "";
  for (const part of parts) {
    if (typeof part === "string") out += part;
    else if (isKeep(part)) out += part.keep;
    else {
      if (!part.again) slots.push({ slotId: part.slot, option: choices[part.at] ?? 0 });
      out += write(optionAt(part, choices), choices, slots);
    }
  }
  return out;
}

/** The same words with the protected spans left out: what distance is measured on. */
export function rewordable(plan: Plan, row: Row): string {
  return writeRewordable(draftOf(plan, row).parts, row.choices);
}

function writeRewordable(parts: readonly Part[], choices: readonly number[]): string {
  let out = "";
  for (const part of parts) {
    if (typeof part === "string") out += part;
    else if (!isKeep(part)) out += writeRewordable(optionAt(part, choices), choices);
  }
  return out;
}

const ENDS_WITH_LETTER = /[\p{L}\p{N}]$/u;
const ENDS_LATIN_SENTENCE = /[!-~]$/;

/**
 * An opener that ends a phrase runs on; one that ends in a bare word gets a line of its own, as closer
 * and signature do.
 */
function dress(core: string, { opener = "", closer = "", signature = "" }: Personal): string {
  let caption = core;
  if (opener !== "") {
    if (ENDS_WITH_LETTER.test(opener)) caption = `${opener}\n${core}`;
    else caption = `${opener}${ENDS_LATIN_SENTENCE.test(opener) ? " " : ""}${core}`;
  }
  return [caption, closer, signature].filter(Boolean).join("\n");
}
