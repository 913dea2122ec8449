import type { Guard } from "../words/guard.ts";

/** Which voice an entry suits: `warm` only where the draft itself chats, `formal` only where not. */
export type Register = "plain" | "warm" | "formal";

/**
 * One entry of the phrase lexicon: phrases that may take each other's place where the guards hold.
 * A `…` in a phrase carries one to eight Han characters over to the `…` of the option.
 */
export interface LexiconEntry {
  /** Made from the phrases, so it is stable while they are. */
  readonly id: string;
  /** Phrases that are replaced. */
  readonly from: readonly string[];
  /** What may replace them; an empty one leaves them out. */
  readonly to: readonly string[];
  readonly register: Register;
  /** What must, or must not, stand before and after. */
  readonly guards: readonly Guard[];
}

/** An entry with its test sentences: `yes` must be varied by it, `no` must not. */
export interface TestedEntry extends LexiconEntry {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/**
 * The lexicon by the writing it serves.
 *
 * @public src/generated/lexicon.ts is typed by it, which the check for unused code does not see.
 */
export interface Lexicon {
  readonly hans: readonly LexiconEntry[];
  readonly hant: readonly LexiconEntry[];
  readonly yue: readonly LexiconEntry[];
  readonly latin: readonly LexiconEntry[];
  /** Good in most places and odd in some: offered to an author, never used without one. */
  readonly asked: {
    readonly hans: readonly LexiconEntry[];
    readonly hant: readonly LexiconEntry[];
    readonly yue: readonly LexiconEntry[];
    readonly latin: readonly LexiconEntry[];
  };
}
