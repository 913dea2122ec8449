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

/** What some parts say with a row's choices. */
export function writeParts(parts: readonly Part[], choices: readonly number[]): string {
  return write(parts, choices, []);
}

const ENDS_WITH_LETTER = /[\p{L}\p{N}]$/u;
/** An opener that ends like this runs on behind a space, before a word in Latin letters. */
const ENDS_BARE = /[!-~”’»]$|\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*$/u;
const BEGINS_LATIN = /^["'“‘(]?[\p{Script=Latin}\p{Nd}]/u;
const ENDS_LATIN_SENTENCE = /[!-~]$/;

/**
 * An opener that ends a phrase runs on; one that ends in a bare word gets a line of its own, as closer
 * and signature do.
 */
function dress(core: string, { opener = "", closer = "", signature = "" }: Personal): string {
  let caption = core;
  if (opener !== "") {
    if (ENDS_WITH_LETTER.test(opener)) caption = `${opener}\n${core}`;
    else {
      const space =
        ENDS_LATIN_SENTENCE.test(opener) || (ENDS_BARE.test(opener) && BEGINS_LATIN.test(core));
      caption = `${opener}${space ? " " : ""}${core}`;
    }
  }
  return [caption, closer, signature].filter(Boolean).join("\n");
}
