/** Whether an option means what its segment means, as far as words tell. */
import type { Script } from "../protect/protect.ts";
import { sourceOf } from "../words/pattern.ts";
import { anyPatternOf, once, rulesOf } from "../words/words.ts";
import { contrastsIn, ORDERING, type Said } from "./contrasts.ts";
import { crossedWord, type ReadText, readText } from "./crossed.ts";
import type { DoubtKind, Findings, Refusal } from "./finding.ts";
import { type Deeds, deedsIn, deniedOtherwise, limitingWord } from "./operators.ts";
import { swappedWord } from "./swapped.ts";
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
 * Adds what an option denies, limits, promises or names otherwise. A lost negation or a limit is refused;
 * what only may be false is doubted.
 */
export function compareMeanings(
  own: Meaning,
  option: Meaning,
  script: Script,
  { failed, doubts }: { failed: Findings<Refusal>; doubts: Findings<DoubtKind> },
): void {
  failed.add("operators", limitingWord(own.deeds, option.deeds));
  failed.add("claims", newClaim(own, option));
  const denied = deniedOtherwise(own.deeds, option.deeds);
  const replaced = replacedIn(own.said, option.said);
  // 不多 for 少: denied once more or less, and one meaning for its opposite.
  const isSame = denied !== undefined && Math.abs(denied.by) === 1 && replaced.length === 1;
  if (!isSame) {
    const [first] = replaced;
    doubts.add("contrast", first?.now.word, first?.was.word);
    if (denied !== undefined && denied.by < 0) failed.add("operators", denied.word);
    else doubts.add("operators", denied?.word);
  }
  doubts.add("time", newTime(own, option, script));
  doubts.add("crossed", crossedWord(own, option, script));
  const swap =
    isSame || failed.list.length + doubts.list.length > 0
      ? undefined
      : swappedWord(own, option, script);
  doubts.add("swap", swap?.word, swap?.instead);
}

interface Replaced {
  readonly was: Said;
  readonly now: Said;
}

/** The meanings that an option says in place of others of the same contrast. */
function replacedIn(own: readonly Said[], option: readonly Said[]): Replaced[] {
  const lost = own.filter(({ id }) => !option.some((said) => said.id === id));
  const gained = option.filter(({ id }) => !own.some((said) => said.id === id));
  const seen = new Set<string>();
  return gained.flatMap((now): Replaced[] => {
    const flag = now.flags.find(
      (one) => !ORDERING.has(one) && lost.some(({ flags }) => flags.includes(one)),
    );
    const was = lost.find(({ flags }) => flag !== undefined && flags.includes(flag));
    if (flag === undefined || was === undefined || seen.has(flag)) return [];
    seen.add(flag);
    return [{ was, now }];
  });
}

/** An offer, promise, proof or cure that the original does not make; another word for what it says is none. */
function newClaim(own: Meaning, option: Meaning): string | undefined {
  const claim = addedWord(own.text, option.text, anyPatternOf("claims"));
  const meant = option.said.find(
    ({ word }) => claim !== undefined && word.toLowerCase().includes(claim),
  );
  return meant !== undefined && own.said.some(({ id }) => id === meant.id) ? undefined : claim;
}

/** A time of day or year that the original does not name, in no word for it. */
function newTime(own: Meaning, option: Meaning, script: Script): string | undefined {
  const time = addedWord(own.text, option.text, times[script]());
  const meant = option.said.find(
    ({ word }) => time !== undefined && word.toLowerCase().includes(time),
  );
  return meant !== undefined && own.said.some(({ id }) => id === meant.id) ? undefined : time;
}
