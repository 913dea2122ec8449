/** What a segment denies, limits and conditions, by what its words do and not by which words they are. */
import type { Script } from "../protect/protect.ts";
import { type ReadRule, ruleReader } from "../words/read.ts";
import { anyPatternOf, patternOf } from "../words/words.ts";

/** What operators do; the flags of their list. What only implies a denial may stand for one, and its loss is none. */
const DEEDS = ["denies", "implies", "only", "must", "least", "most", "if", "except"] as const;
type Deed = (typeof DEEDS)[number];

/** The words of a text that do something to what it says, and those by which talk could carry it as well. */
export interface Deeds {
  readonly said: ReadonlyMap<Deed, readonly string[]>;
  readonly carried: ReadonlyMap<Deed, readonly string[]>;
  /** Where it denies: UTF-16 offsets. */
  readonly denied: readonly number[];
}

const readOperators = ruleReader("operators");
const readCarriers = ruleReader("carriers");

/** A text with what looks like an operator and is none hidden. */
function plain(text: string, script: Script): string {
  const hide = (words: string) => "\u0001".repeat(words.length);
  return text.replace(patternOf("masked", script), hide).replace(patternOf("idioms", script), hide);
}

export function deedsIn(text: string, script: Script): Deeds {
  const operators = readOperators(plain(text, script), script);
  const carriers = readCarriers(text, script);
  const doing = (list: readonly ReadRule[], deed: Deed) =>
    list.filter(({ rule }) => rule.flags?.includes(deed));
  const words = (list: readonly ReadRule[]) =>
    new Map(DEEDS.map((deed) => [deed, doing(list, deed).map(({ word }) => word)]));
  return {
    said: words(operators),
    carried: words(carriers),
    denied: doing(operators, "denies").map(({ at }) => at),
  };
}

/**
 * A word that limits or conditions and that only one of two texts says. Talk may carry it in the other, by a word that
 * is not in both: "before" stands beside "must" and "can" alike.
 */
export function limitingWord(own: Deeds, option: Deeds): string | undefined {
  for (const deed of DEEDS) {
    if (deed === "denies" || deed === "implies") continue;
    const [before, now] = [of(own.said, deed), of(option.said, deed)];
    const carries = (one: Deeds, other: Deeds) =>
      lacking(of(one.carried, deed), of(other.carried, deed)).length > 0;
    if (before.length > 0 && now.length === 0 && !carries(option, own)) return before[0];
    if (now.length > 0 && before.length === 0 && !carries(own, option)) return now[0];
  }
  return undefined;
}

/**
 * How many more times an option denies, and a word by which it does, or by which the original did. "Untouched" denies as
 * "not touched" does, so the one may stand for the other.
 */
export function deniedOtherwise(
  own: Deeds,
  option: Deeds,
): { by: number; word: string } | undefined {
  const [before, now] = [of(own.said, "denies"), of(option.said, "denies")];
  const [had, has] = [of(own.carried, "denies"), of(option.carried, "denies")];
  const by = now.length - before.length;
  const carried = has.length - had.length;
  const [implied, implies] = [of(own.carried, "implies"), of(option.carried, "implies")];
  const makesUp = Math.sign(carried) === -Math.sign(by);
  const isImplied = lacking(
    ...(by < 0 ? ([implies, implied] as const) : ([implied, implies] as const)),
  );
  if (by === 0 ? carried >= 0 : carried === -by) return undefined;
  if (Math.abs(by) === 1 && (makesUp || isImplied.length > 0)) return undefined;
  if (by === 0) return { by: carried, word: had.find((word) => !has.includes(word)) ?? "" };
  const [more, less] = by > 0 ? [now, before] : [before, now];
  return { by, word: more.find((word) => !less.includes(word)) ?? more[0] ?? "" };
}

/** The words of one list that another has not. */
function lacking(words: readonly string[], others: readonly string[]): string[] {
  return words.filter((word) => !others.includes(word));
}

const of = (words: ReadonlyMap<Deed, readonly string[]>, deed: Deed) => words.get(deed) ?? [];

const CLAUSE_END = /[，。！？；,;!?\n]|\.(?=\s|$)/u;

/** The clauses that condition or disclaim an offer: they stay as they are written. */
export function lockedTerms(text: string, script: Script): string[] {
  const read = plain(text, script);
  const disclaimer = anyPatternOf("disclaimers");
  const offers = readOperators(read, script).filter(({ rule }) => rule.flags?.includes("offer"));
  let at = 0;
  return text.split(CLAUSE_END).flatMap((clause) => {
    const [from, to] = [at, at + clause.length];
    at = to + 1;
    const locked =
      offers.some((offer) => offer.at >= from && offer.at < to) || clause.search(disclaimer) >= 0;
    return locked ? [clause.trim()] : [];
  });
}
