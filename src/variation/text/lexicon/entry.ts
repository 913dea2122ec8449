import type { Guard } from "../words/guard.ts";

/** Which voice an entry suits: `warm` only where the draft itself chats, `formal` only where not. */
export type Register = "plain" | "warm" | "formal";

/**
 * One reading of an entry of the phrase lexicon: phrases that may take each other's place where the guards
 * hold. A `…` in a phrase carries one to eight Han characters over to the `…` of the option.
 */
export interface LexiconEntry {
  /** The entry's: given once, outlives an edit of the phrases. */
  readonly id: string;
  /** Ids of entries that it took in. */
  readonly former?: readonly string[];
  /** Phrases that are replaced. */
  readonly from: readonly string[];
  /** What may replace them; an empty one leaves them out. */
  readonly to: readonly string[];
  readonly register: Register;
  /** What must, or must not, stand before and after. */
  readonly guards: readonly Guard[];
}

/** How an entry may be used: by itself, or only once an author approves it in its place. */
export interface Levels {
  readonly automatic: readonly LexiconEntry[];
  readonly offered: readonly LexiconEntry[];
}

/** An entry of a lexicon file with its test sentences. */
export interface TestedEntry extends Levels {
  readonly id: string;
  readonly former: readonly string[];
  /** Varied by the entry itself; offered, where it has nothing automatic. */
  readonly yes: readonly string[];
  /** Offered alone. */
  readonly maybe: readonly string[];
  /** Neither. */
  readonly no: readonly string[];
}

/** Which part of the lexicon serves a text. */
export type Writing = "hans" | "hant" | "yue" | "latin";

export type Lexicon = Readonly<Record<Writing, Levels>>;
