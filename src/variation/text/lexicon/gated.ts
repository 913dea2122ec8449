import { type NearbyGates, nearbyGates } from "../gates/nearby.ts";
import type { CutRules } from "./cut.ts";
import type { Match } from "./match.ts";

/** More places than these in one stretch of text add no wordings that anybody needs. */
const MOST_PLACES = 80;

/** The matches with the options that pass the gates alone and beside their neighbours' options. */
export function gated(
  text: string,
  matches: readonly Match[],
  rules: CutRules,
  failed: NearbyGates = nearbyGates(text, rules),
): Match[] {
  const kept: Match[] = [];
  for (const match of mostPlaces(matches, rules.places)) {
    const words = text.slice(match.start, match.end);
    if (isVetoed(match, words, rules.vetoes)) continue;
    const previous = kept[kept.length - 1];
    const beside = previous !== undefined && match.start - previous.end <= NEIGHBOUR;
    const options = match.options.filter(
      (option) =>
        !rules.vetoes.includes(`${words}>${option}`) &&
        !saysAgain(inPlace(text, match, option)) &&
        !standsOut(inPlace(text, match, option)) &&
        failed([change(match, option)]).length === 0 &&
        (!beside ||
          previous.options.every(
            (other) =>
              !(option.length > 1 && other.includes(option)) &&
              failed([change(previous, other), change(match, option)]).length === 0,
          )),
    );
    if (options.length > 0) kept.push({ ...match, options });
  }
  return kept;
}

function change({ start, end }: Match, text: string) {
  return { start, end, text };
}

/** A segment's share of the places that are looked at in a whole text, and a few for a short one. */
export function placesIn(segment: string, whole: string): number {
  return Math.max(3, Math.ceil((MOST_PLACES * segment.length) / Math.max(1, whole.length)));
}

/** As many of some matches as are looked at, from all of the text. */
export function mostPlaces(matches: readonly Match[], most = MOST_PLACES): readonly Match[] {
  if (matches.length <= most) return matches;
  const every = matches.length / most;
  return matches.filter((_, i) => Math.floor(i / every) !== Math.floor((i - 1) / every));
}

/** Whether an author does not want a phrase touched, by its words or by its entry (`@id`). */
export function isVetoed({ entry }: Match, words: string, vetoes: readonly string[]): boolean {
  if (vetoes.length === 0) return false;
  const ids = [entry.id, ...(entry.former ?? [])];
  return vetoes.includes(words) || ids.some((id) => vetoes.includes(`@${id}`));
}

/** Options this near, in UTF-16 units, are read together. */
const NEIGHBOUR = 10;

export function replaced(text: string, changes: readonly (readonly [Match, string])[]): string {
  let out = "";
  let from = 0;
  for (const [{ start, end }, option] of changes) {
    out += text.slice(from, start) + option;
    from = end;
  }
  return out + text.slice(from);
}

function inPlace(text: string, { start, end }: Match, option: string): InPlace {
  const words = text.slice(start, end);
  return { words, option, before: text.slice(0, start), behind: text.slice(end) };
}

/** A place's words, an option for them, and what stands around the place. */
export interface InPlace {
  readonly words: string;
  readonly option: string;
  readonly before: string;
  readonly behind: string;
}

/** Whether a word would be said again within a breath of itself, whole or in part: 各位 beside 各位好. */
export function saysAgain({ words, option, before, behind }: InPlace): boolean {
  if (option.length < 2) return false;
  const around = `${before.slice(-ECHO)}\n${behind.slice(0, ECHO)}`.toLowerCase();
  return (
    around.includes(option.toLowerCase()) ||
    hanPairs(option).some((pair) => !words.includes(pair) && around.includes(pair))
  );
}

const ECHO = 24;

/** Two Han signs side by side are mostly a word. */
function hanPairs(text: string): string[] {
  return [...text.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair]) => pair ?? "");
}

const CONTRACTION = /\p{L}(?:['’](?:m|re|ve|ll|d)|n['’]t)(?!\p{L})/iu;
const SENTENCE = 80;

/** Whether a contraction would be written out beside another one: "I am busy, and I'll be late". */
export function standsOut({ words, option, before, behind }: InPlace): boolean {
  if (!CONTRACTION.test(words) || CONTRACTION.test(option)) return false;
  const near = [
    before
      .slice(-SENTENCE)
      .split(/[.!?\n]/)
      .at(-1),
    behind.slice(0, SENTENCE).split(/[.!?\n]/)[0],
  ];
  return near.some((text) => text !== undefined && CONTRACTION.test(text));
}
