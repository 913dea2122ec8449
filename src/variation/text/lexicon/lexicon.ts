import { unpackLexicon } from "../../../generated/words.js";
import type { Script } from "../protect/protect.ts";
import { once } from "../words/words.ts";
import type { Levels, Lexicon } from "./entry.ts";
import { writingOf } from "./match.ts";

/** Read when a caption is first compiled: whoever only serves readers never does. */
const lexicon = once(() => JSON.parse(unpackLexicon()) as Lexicon);

/** The entries that serve a caption: by its script, and for Chinese by its writing. */
export function entriesFor(text: string, script: Script): Levels {
  return lexicon()[script === "latin" ? "latin" : writingOf(text)];
}
