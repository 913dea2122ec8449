/** What an option adds that its segment gives no ground for, each by its word. */
import { addsCharacters } from "../gates/characters.ts";
import { DOUBLED, PAIRS } from "../gates/gates.ts";
import { I, WE } from "../gates/rewritten.ts";

/** The first word of a pattern that the option says more often; `pattern` is global. */
export function addedWord(original: string, option: string, pattern: RegExp): string | undefined {
  const left = new Map<string, number>();
  for (const word of original.toLowerCase().match(pattern) ?? []) {
    left.set(word, (left.get(word) ?? 0) + 1);
  }
  return (option.toLowerCase().match(pattern) ?? []).find((word) => {
    const rest = left.get(word) ?? 0;
    left.set(word, rest - 1);
    return rest <= 0;
  });
}

/** A bracket or quotation mark that is opened or closed more often than in the original. */
export function unbalancedMark(original: string, option: string): string | undefined {
  const lean = (text: string, [open, close]: readonly [string, string]) =>
    text.split(open).length - text.split(close).length;
  return PAIRS.find((pair) => lean(option, pair) !== lean(original, pair))?.join("");
}

/** What an option says twice running where its original does not. */
export function doubledWord(original: string, option: string): string | undefined {
  const own: readonly string[] = original.match(DOUBLED) ?? [];
  const now: readonly string[] = option.match(DOUBLED) ?? [];
  return now.length > own.length
    ? (now.find((words) => !own.includes(words)) ?? now[0])
    : undefined;
}

/** 你 in a draft that says 您, or the other way round. */
export function mixedPronoun(within: string, original: string, option: string): string | undefined {
  const draft = within.replace(original, "");
  const mixes = (text: string) => text.includes("您") && text.includes("你");
  if (!mixes(draft + option) || mixes(within)) return undefined;
  return option.includes("您") && (draft.includes("你") || original.includes("你")) ? "您" : "你";
}

/** A first person where the author wrote none. */
export function newVoice(within: string, option: string): string | undefined {
  const said = I.exec(within) !== null;
  const one = I.exec(option)?.[0];
  if (one !== undefined && !said) return one;
  return said || WE.test(within) ? undefined : WE.exec(option)?.[0];
}

/** A sign that is no letter of the original's script, is not seen, or is markup. */
export function strangeSign(original: string, option: string): string | undefined {
  if (!addsCharacters(original, option)) return undefined;
  const sign = [...option].find((char) => addsCharacters(original, char)) ?? "";
  // What is not seen is named by its number.
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(sign)
    ? sign
    : `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
