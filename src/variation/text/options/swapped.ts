import { entriesFor } from "../lexicon/lexicon.ts";
import type { Script } from "../protect/protect.ts";
import { rulesOf } from "../words/words.ts";
import type { ReadText } from "./crossed.ts";
import { type Hunk, hunksOf, tokensOf } from "./tokens.ts";

/** So many words, or characters of a Chinese word, may be one word's place. */
const LONGEST = { han: 4, latin: 3 } as const;
/** At least this share of the words stays where it is. */
const SAME = 0.5;

/** What any sentence may gain or lose without saying something else. */
const PARTICLE =
  /^(?:[的了吧呢啊呀吗嘛哦啦哈就也都还又再得地着过是会能可以要来去把给跟和与及在上里中内这那不别没无勿请我你您咱起个们一下点些很挺真]|the|a|an|and|so|just|is|are|it|that|which|who|will|can|do|does|of|to|for|in|on|at|by|with|as|there|here|very|really|quite|even|also|too)$/u;

/** A word in the place of another: what it was, and what it is now. */
export interface Swap {
  readonly word: string;
  readonly instead: string;
}

/**
 * The one word that was put in another's place in a text that is otherwise the same, unless the lexicon
 * knows that both say the same. Sentences said anew differ in more, and are not swaps.
 */
export function swappedWord(
  original: ReadText,
  option: ReadText,
  script: Script,
): Swap | undefined {
  const [a, b] = [original.tokens, option.tokens].map((list) => list.map(({ text }) => text));
  if (a === undefined || b === undefined) return undefined;
  const hunks = tellingHunks(a, b);
  const [hunk] = hunks;
  if (hunk === undefined || !hunks.every((one) => saysAs(one, hunk, a, b))) return undefined;
  // Particles for a word leave it out; a word for particles adds one.
  const tells = (words: readonly string[]) => words.some((word) => !PARTICLE.test(word));
  if (!tells(a.slice(hunk.from, hunk.to)) || !tells(b.slice(hunk.otherFrom, hunk.otherTo))) {
    return undefined;
  }
  const [lost, gained] = [hunk.to - hunk.from, hunk.otherTo - hunk.otherFrom];
  const most = LONGEST[script];
  if (lost === 0 || gained === 0 || lost > most || gained > most) return undefined;
  if (a.length - lost < SAME * a.length) return undefined;
  const out = original.text.slice(
    original.tokens[hunk.from]?.start,
    original.tokens[hunk.to - 1]?.end,
  );
  const put = option.text.slice(
    option.tokens[hunk.otherFrom]?.start,
    option.tokens[hunk.otherTo - 1]?.end,
  );
  if (put.includes(out) || out.includes(put)) return undefined;
  if (isKnown(original, option, script)) return undefined;
  return {
    word: wordAround(option.text, option.tokens[hunk.otherFrom]?.start ?? 0, put),
    instead: wordAround(original.text, original.tokens[hunk.from]?.start ?? 0, out),
  };
}

/** Whether words that people say for one another make the one text of the other. */
function isKnown(original: ReadText, option: ReadText, script: Script): boolean {
  const { text } = original;
  const { automatic, offered } = entriesFor(text, script);
  const alike = [...rulesOf("alike", script), ...rulesOf("contrasts", script)]
    .filter(({ pattern }) => !pattern)
    .map(({ words }) => ({ from: words, to: words }));
  return [...alike, ...automatic, ...offered].some(({ from, to }) =>
    from
      .filter((phrase) => phrase !== "" && text.includes(phrase))
      .some((phrase) =>
        to
          .filter((other) => other !== phrase && option.text.includes(other))
          .some((other) => isOnlyStyle(text.replaceAll(phrase, other), option)),
      ),
  );
}

/** Whether two texts differ in particles at most. */
function isOnlyStyle(text: string, { tokens }: ReadText): boolean {
  const [a, b] = [tokensOf(text), tokens].map((list) => list.map((token) => token.text));
  return a !== undefined && b !== undefined && tellingHunks(a, b).length === 0;
}

/** Whether the same words give way to the same words in both places. */
function saysAs(one: Hunk, other: Hunk, a: readonly string[], b: readonly string[]): boolean {
  const words = ({ from, to, otherFrom, otherTo }: Hunk) =>
    JSON.stringify([a.slice(from, to), b.slice(otherFrom, otherTo)]);
  return one === other || words(one) === words(other);
}

/** Where two rows of words differ in more than particles. */
function tellingHunks(a: readonly string[], b: readonly string[]): Hunk[] {
  return (hunksOf(a, b) ?? []).filter(
    ({ from, to, otherFrom, otherTo }) =>
      ![...a.slice(from, to), ...b.slice(otherFrom, otherTo)].every((word) => PARTICLE.test(word)),
  );
}

/** A single changed character with its neighbours, which may be the rest of its word, for people to read. */
function wordAround(text: string, at: number, stretch: string): string {
  if (stretch.length > 1 || !HAN.test(stretch)) return stretch;
  const [before = "", behind = ""] = [text[at - 1], text[at + stretch.length]];
  return (HAN.test(before) ? before : "") + stretch + (HAN.test(behind) ? behind : "");
}

const HAN = /^\p{Script=Han}$/u;
