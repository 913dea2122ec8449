/** Whether an option means what its segment means, as far as words tell. */
import type { Script } from "../protect/protect.ts";
import { sourceOf } from "../words/pattern.ts";
import { anyPatternOf, once, rulesOf } from "../words/words.ts";
import { tellingHunks, wordsOf } from "./alike.ts";
import { contrastsIn, ORDERING, type Said } from "./contrasts.ts";
import { crossedWord, type ReadText, readText } from "./crossed.ts";
import { deniedInstead } from "./denied.ts";
import type { DoubtKind, Findings, Refusal } from "./finding.ts";
import { turnedAround } from "./hinge.ts";
import { type Deeds, deedsIn, deniedOtherwise, limitingWord } from "./operators.ts";
import { type Swap, swappedWord } from "./swapped.ts";
import { tokensOf } from "./tokens.ts";
import { addedWord } from "./wording.ts";

/** A segment, or an option of it, read for what it means. */
export interface Meaning extends ReadText {
  readonly deeds: Deeds;
}

export function readMeaning(text: string, script: Script): Meaning {
  return { ...readText(text, contrastsIn(text, script)), deeds: deedsIn(text, script) };
}

const times = {
  han: once(() => new RegExp(sourceOf(rulesOf("times", "han"), "han"), "gu")),
  latin: once(() => new RegExp(sourceOf(rulesOf("times", "latin"), "latin"), "giu")),
};

/**
 * Adds what an option denies, limits, promises or names otherwise. A negation or a limit that is simply gone or put in is
 * refused; in a sentence that is said anew other words may say it ("untouched", 才), so there it is doubted, as is all that
 * only may be false.
 */
export function compareMeanings(
  own: Meaning,
  option: Meaning,
  script: Script,
  { failed, doubts }: { failed: Findings<Refusal>; doubts: Findings<DoubtKind> },
): void {
  const operator = (word: string | undefined) =>
    (word !== undefined && isAllThatChanged(word, own, option) ? failed : doubts).add(
      "operators",
      word,
    );
  operator(limitingWord(own.deeds, option.deeds));
  failed.add("claims", newClaim(own, option, script));
  const denied = deniedOtherwise(own.deeds, option.deeds);
  const replaced = replacedIn(own, option);
  // 不多 for 少: denied once more or less, and one meaning for its opposite.
  const isSame = denied !== undefined && Math.abs(denied.by) === 1 && replaced.length === 1;
  if (!isSame) {
    const [first] = replaced;
    doubts.add("contrast", first?.now.word, first?.was.word);
    if (denied !== undefined && denied.by < 0) operator(denied.word);
    else doubts.add("operators", denied?.word);
  }
  doubts.add("time", newTime(own, option, script));
  doubts.add(
    "crossed",
    crossedWord(own, option, script) ??
      turnedAround(own, option, script) ??
      deniedInstead(own, option, script),
  );
  const swap =
    isSame || failed.list.length + doubts.list.length > 0
      ? undefined
      : (swappedWord(own, option, script) ?? otherName(own, option, script));
  doubts.add("swap", swap?.word, swap?.instead);
}

/** Within a sentence English writes names alone with a capital. */
const NAME = /(?<=[\p{L}\p{N},;] )\p{Lu}\p{Ll}{2,}(?:['’]s)?/gu;

/** A name in the place of another, wherever it now stands. */
function otherName(own: Meaning, option: Meaning, script: Script): Swap | undefined {
  if (script !== "latin") return undefined;
  const only = (text: string, other: string) =>
    (text.match(NAME) ?? []).find((name) => !other.toLowerCase().includes(name.toLowerCase()));
  const [word, instead] = [only(option.text, own.text), only(own.text, option.text)];
  return word === undefined || instead === undefined ? undefined : { word, instead };
}

/** Whether two texts say the same, particles aside, when a word is left out of both. */
function isAllThatChanged(word: string, own: Meaning, option: Meaning): boolean {
  const left = new Set(tokensOf(word).map(({ text }) => text));
  const [a, b] = [own, option].map((text) => wordsOf(text).filter((one) => !left.has(one)));
  return a !== undefined && b !== undefined && tellingHunks(a, b).length === 0;
}

interface Replaced {
  readonly was: Said;
  readonly now: Said;
}

/** The meanings that an option says in place of others of the same contrast. */
function replacedIn(own: Meaning, option: Meaning): Replaced[] {
  const lost = own.said.filter(({ id }) => !option.said.some((said) => said.id === id));
  const gained = option.said.filter(({ id }) => !own.said.some((said) => said.id === id));
  const seen = new Set<string>();
  return gained.flatMap((now): Replaced[] => {
    const flag = now.flags.find(
      (one) => replaces(one, own, option) && lost.some(({ flags }) => flags.includes(one)),
    );
    const was = lost.find(({ flags }) => flag !== undefined && flags.includes(flag));
    if (flag === undefined || was === undefined || seen.has(flag)) return [];
    seen.add(flag);
    return [{ was, now }];
  });
}

/**
 * Whether one word of a contrast in another's place is another meaning. 再 may stand for 先, since both order; 从 for 到 may
 * not where a text says but one end.
 */
function replaces(flag: string, own: Meaning, option: Meaning): boolean {
  if (!ORDERING.has(flag)) return true;
  const end = ({ text, said }: Meaning) => {
    const [one, ...more] = said.filter(({ flags }) => flags.includes(flag));
    return one && more.length === 0 && HOUR.test(text.slice(one.at + one.word.length));
  };
  return flag === "range" && end(own) === true && end(option) === true;
}

/** An hour, or a day of the week. */
const HOUR = /^[早晚上下中凌周星]?[\p{Nd}一二三四五六七八九十两兩半午晨期]/u;

/** An offer, promise, proof or cure that the original does not make; another word for what it says is none. */
function newClaim(own: Meaning, option: Meaning, script: Script): string | undefined {
  const claim = addedWord(own.text, option.text, anyPatternOf("claims"));
  if (claim === undefined) return undefined;
  const meant = option.said.find(({ word }) => word.toLowerCase().includes(claim));
  const isMeant = meant !== undefined && own.said.some(({ id }) => id === meant.id);
  return isMeant || saysAlike(own, claim, script) ? undefined : claim;
}

/** Whether a text says a word's meaning in another word that people say for it. */
function saysAlike(own: Meaning, word: string, script: Script): boolean {
  const between = script === "han" ? "" : " ";
  const framed = (words: readonly string[]) => between + words.join(between) + between;
  const said = framed(wordsOf(own));
  return rulesOf("alike", script).some(
    ({ words }) => words.includes(word) && words.some((other) => said.includes(framed([other]))),
  );
}

/** The signs of a time that others share: 午市 is at noon, 前一晚 in the evening. */
const TIME_SIGN = /[早晚午夜晨]/u;

/** A time of day or year that the original does not name, in no word for it. */
function newTime(own: Meaning, option: Meaning, script: Script): string | undefined {
  const time = addedWord(own.text, option.text, times[script]());
  if (time === undefined) return undefined;
  const sign = TIME_SIGN.exec(time)?.[0];
  if (sign !== undefined && own.text.includes(sign)) return undefined;
  const meant = option.said.find(({ word }) => word.toLowerCase().includes(time));
  return meant !== undefined && own.said.some(({ id }) => id === meant.id) ? undefined : time;
}
