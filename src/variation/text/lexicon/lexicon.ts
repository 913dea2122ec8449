import { LEXICON } from "../../../generated/lexicon.ts";
import type { Script } from "../protect/protect.ts";
import type { LexiconEntry } from "./entry.ts";
import { writingOf } from "./match.ts";

/** The entries that serve a caption: by its script, and for Chinese by its writing. */
export function entriesFor(text: string, script: Script): readonly LexiconEntry[] {
  return script === "latin" ? LEXICON.latin : LEXICON[writingOf(text)];
}

/** The entries that are offered to the author of a caption, and wait for an answer. */
export function askedEntriesFor(text: string, script: Script): readonly LexiconEntry[] {
  return script === "latin" ? LEXICON.asked.latin : LEXICON.asked[writingOf(text)];
}
