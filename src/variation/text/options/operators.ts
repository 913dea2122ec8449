/** What a segment denies, limits and conditions, by what its words do and not by which words they are. */
import type { Script } from "../protect/protect.ts";
import { sourceOf } from "../words/pattern.ts";
import { anyPatternOf, flagged, once, patternOf } from "../words/words.ts";

/** What operators do; the flags of their list. */
const DEEDS = ["denies", "only", "must", "least", "most", "if", "except"] as const;
type Deed = (typeof DEEDS)[number];

/** The words of a text that do something to what it says, and whether talk could carry it as well. */
export interface Deeds {
  readonly said: ReadonlyMap<Deed, readonly string[]>;
  readonly carried: ReadonlySet<Deed>;
}

const patterns = { han: once(() => patternsOf("han")), latin: once(() => patternsOf("latin")) };

function patternsOf(script: Script) {
  const flags = script === "han" ? "gu" : "giu";
  const read = (list: "operators" | "carriers", flag: string) =>
    new RegExp(sourceOf(flagged(list, script, flag), script) || "(?!)", flags);
  return {
    deeds: DEEDS.map((deed) => ({
      deed,
      said: read("operators", deed),
      carried: read("carriers", deed),
    })),
    offer: read("operators", "offer"),
  };
}

/** A text with what looks like an operator and is none hidden. */
function plain(text: string, script: Script): string {
  const hide = (words: string) => "\u0001".repeat(words.length);
  const masked = text.replace(patternOf("masked", script), hide);
  return script === "han" ? masked.replace(patternOf("idioms", script), hide) : masked;
}

export function deedsIn(text: string, script: Script): Deeds {
  const read = plain(text, script);
  const { deeds } = patterns[script]();
  return {
    said: new Map(deeds.map(({ deed, said }) => [deed, read.match(said) ?? []])),
    carried: new Set(deeds.filter(({ carried }) => text.search(carried) >= 0).map((d) => d.deed)),
  };
}

/** A word that limits or conditions and that only one of two texts says; talk may carry it in the other. */
export function limitingWord(own: Deeds, option: Deeds): string | undefined {
  for (const deed of DEEDS) {
    if (deed === "denies") continue;
    const [before, now] = [own.said.get(deed) ?? [], option.said.get(deed) ?? []];
    if (before.length > 0 && now.length === 0 && !option.carried.has(deed)) return before[0];
    if (now.length > 0 && before.length === 0 && !own.carried.has(deed)) return now[0];
  }
  return undefined;
}

/** How many more times an option denies, and a word by which it does, or by which the original did. */
export function deniedOtherwise(
  own: Deeds,
  option: Deeds,
): { by: number; word: string } | undefined {
  const [before, now] = [own.said.get("denies") ?? [], option.said.get("denies") ?? []];
  const by = now.length - before.length;
  if (by === 0) return undefined;
  const [more, less] = by > 0 ? [now, before] : [before, now];
  return { by, word: more.find((word) => !less.includes(word)) ?? more[0] ?? "" };
}

const CLAUSE_END = /[，。！？；,;!?\n]|\.(?=\s|$)/u;

/** The clauses that condition or disclaim an offer: they stay as they are written. */
export function lockedTerms(text: string, script: Script): string[] {
  const read = plain(text, script);
  const disclaimer = anyPatternOf("disclaimers");
  const { offer } = patterns[script]();
  let at = 0;
  return text.split(CLAUSE_END).flatMap((clause) => {
    const masked = read.slice(at, at + clause.length);
    at += clause.length + 1;
    const locked = masked.search(offer) >= 0 || clause.search(disclaimer) >= 0;
    return locked ? [clause.trim()] : [];
  });
}
