/** Two texts beside each other, when what people say for one another is put aside. */
import { entriesFor } from "../lexicon/lexicon.ts";
import type { Script } from "../protect/protect.ts";
import { rulesOf } from "../words/words.ts";
import { type ReadText, readText } from "./crossed.ts";
import { type Hunk, hunksOf } from "./tokens.ts";

/** What any sentence may gain or lose without saying something else. */
export const PARTICLE =
  /^(?:[的了吧呢啊呀吗嘛哦啦哈就也都还又再得地着过是会能可以要来去把给跟和与及在上里中内这那不别没无勿请我你您咱起个们一下点些很挺真]|the|a|an|and|there's|it's|that's|so|just|is|are|it|that|which|who|will|can|do|does|of|to|for|in|on|at|by|with|as|there|here|very|really|quite|even|also|too)$/u;

/** The original with words that people say for one another put as the option says them, where that brings the two nearer. */
export function alikeText(original: ReadText, option: ReadText, script: Script): string {
  const { automatic, offered } = entriesFor(original.text, script);
  const alike = [...rulesOf("alike", script), ...rulesOf("contrasts", script)]
    .filter(({ pattern }) => !pattern)
    .map(({ words }) => ({ from: words, to: words }));
  const [own, now] = [original.text, option.text].map((text) => text.toLowerCase());
  if (own === undefined || now === undefined) return original.text;
  const pairs = [...alike, ...automatic, ...offered].flatMap(({ from, to }) =>
    from.flatMap((phrase) =>
      phrase !== "" && own.includes(phrase)
        ? to
            .filter((other) => other !== phrase && now.includes(other))
            .map((other) => [phrase, other] as const)
        : [],
    ),
  );
  let nearest = { text: own, rest: differing(own, option) };
  for (let step = 0; step < MOST_ALIKE; step++) {
    const [next] = pairs
      .flatMap(([phrase, other]) => putFor(nearest.text, phrase, other))
      .map((text) => ({ text, rest: differing(text, option) }))
      .sort((a, b) => a.rest - b.rest);
    if (next === undefined || next.rest >= nearest.rest) break;
    nearest = next;
  }
  return nearest.text;
}

/** A text with a word in the place of another: everywhere, or at one of the places where it stands. */
function putFor(text: string, phrase: string, other: string): string[] {
  const pieces = text.split(phrase);
  if (pieces.length === 2) return [pieces.join(other)];
  const single = pieces
    .slice(1)
    .map((_, i) => pieces.slice(0, i + 1).join(phrase) + other + pieces.slice(i + 1).join(phrase));
  return [pieces.join(other), ...single];
}

/** More words of one text are not put as another says them. */
const MOST_ALIKE = 4;

/** How many words of two texts differ, particles left out. */
function differing(text: string, option: ReadText): number {
  return tellingHunks(wordsOf(readText(text, [])), wordsOf(option)).reduce(
    (sum, { from, to, otherFrom, otherTo }) => sum + (to - from) + (otherTo - otherFrom),
    0,
  );
}

/** Whether two texts differ in particles at most. */
export function isOnlyStyle(text: string, option: ReadText): boolean {
  return differing(text, option) === 0;
}

/** Where two rows of words differ in more than particles. */
export function tellingHunks(a: readonly string[], b: readonly string[]): Hunk[] {
  return (hunksOf(a, b) ?? []).filter(
    ({ from, to, otherFrom, otherTo }) =>
      ![...a.slice(from, to), ...b.slice(otherFrom, otherTo)].every((word) => PARTICLE.test(word)),
  );
}

export function wordsOf({ tokens }: ReadText): string[] {
  return tokens.map(({ text }) => text);
}
