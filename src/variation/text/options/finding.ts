/** What an option may not do. */
export type Refusal =
  | "facts"
  | "new-tokens"
  | "operators"
  | "locked"
  | "banned"
  | "length"
  | "balance"
  | "doubled"
  | "pronoun"
  | "characters"
  | "claims"
  | "voice"
  | "same";

/** What a person has to look at, since it may say something else. */
export type DoubtKind = "contrast" | "crossed" | "swap" | "operators" | "time";

/** One thing that was seen, with the word by which it was seen. */
export interface Finding<Kind extends string = Refusal | DoubtKind> {
  readonly kind: Kind;
  /** As the option says it; where it lacks something, as the original does. */
  readonly word: string;
  /** What the original says in its place. */
  readonly instead?: string;
}

export interface Verdict {
  /** With any of these the option cannot be used. */
  readonly failed: readonly Finding<Refusal>[];
  /** With any of these it needs a tick of its own. */
  readonly doubts: readonly Finding<DoubtKind>[];
}

/** Collects findings; what was not seen is left out. */
export class Findings<Kind extends string> {
  readonly list: Finding<Kind>[] = [];

  add(kind: Kind, word: string | undefined, instead?: string): void {
    if (word === undefined) return;
    this.list.push({ kind, word, ...(instead === undefined ? {} : { instead }) });
  }
}
