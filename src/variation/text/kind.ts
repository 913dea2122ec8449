/** What a post is for, guessed from its words: a suggestion, which its author corrects. */
import type { ContentKind } from "../../domain/vocabulary.ts";
import { scriptOf } from "./protect/protect.ts";
import { sourceOf } from "./words/pattern.ts";
import { once, rulesOf } from "./words/words.ts";

/** In the order that decides where two kinds have as many words: what is plain from one word comes first. */
const KINDS: readonly ContentKind[] = [
  "hiring",
  "greeting",
  "notice",
  "event",
  "offer",
  "story",
  "knowledge",
  "news",
];

const patterns = {
  han: once(() => patternsOf("han")),
  latin: once(() => patternsOf("latin")),
};

function patternsOf(script: "han" | "latin"): Map<ContentKind, RegExp> {
  const flags = script === "han" ? "gu" : "giu";
  return new Map(
    KINDS.map((kind) => {
      const rules = rulesOf("kinds", script).filter((rule) => rule.flags?.includes(kind));
      return [kind, new RegExp(sourceOf(rules, script), flags)];
    }),
  );
}

/** The kind that most different words speak for; "news" where none does. */
export function guessKind(text: string): ContentKind {
  let best: ContentKind = "news";
  let most = 0;
  for (const [kind, pattern] of patterns[scriptOf(text)]()) {
    const words = new Set((text.match(pattern) ?? []).map((word) => word.toLowerCase()));
    if (words.size > most) {
      best = kind;
      most = words.size;
    }
  }
  return best;
}
