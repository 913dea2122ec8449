/** What somebody wrote themselves, as others may see it: without names of people and facts of their own. */
import { findProtected, scriptOf } from "../protect/protect.ts";
import { escaped } from "../words/guard.ts";
import { anyPatternOf } from "../words/words.ts";

const NUMERALS = "[〇零幺一二三四五六七八九十]";

/** Stands for a name or a fact. */
export const MASK = "○○";

export interface Masking {
  /** Names that the writer is known to use: their own, those of the people they know. */
  readonly names: readonly string[];
  /** What stood there before: its facts are everybody's. */
  readonly given?: string;
  readonly brands?: readonly string[];
}

/** The text with MASK in place of names and of facts that it has for itself. */
export function masked(text: string, { names, given = "", brands = [] }: Masking): string {
  const known = knownNames(names).filter((name) => !given.includes(name));
  const hide = (part: string) => (given.includes(part) ? part : MASK);
  // Titles first: what is left of "Mrs Baker" would still tell.
  const titled = text.replace(anyPatternOf("persons"), hide);
  const nameless =
    known.length === 0
      ? titled
      : titled.replace(new RegExp(known.map(escaped).join("|"), "gu"), MASK);
  const facts = findProtected(nameless, brands, scriptOf(nameless)).filter(
    ({ start, end }) => !given.includes(nameless.slice(start, end)),
  );
  // From the end, so that the offsets before stay true.
  const bare = facts.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + MASK + rest.slice(end),
    nameless,
  );
  // What is left of a number beside what was masked of it would still tell.
  const masks = `(?:${MASK}|${NUMERALS}{2,})`;
  return bare.replaceAll(new RegExp(`${masks}(?:\\s*${masks})*`, "gu"), (run) =>
    run.includes(MASK) ? MASK : run,
  );
}

/** Whether something was masked: it can be read, and not be used as it stands. */
export function isMasked(text: string): boolean {
  return text.includes(MASK);
}

/** Names as people say them: whole, without the family name, the first name alone; the longest first. */
function knownNames(names: readonly string[]): string[] {
  const said = names.flatMap((name) => {
    const whole = name.trim();
    if (/^\p{Script=Han}{3,4}$/u.test(whole)) return [whole, [...whole].slice(1).join("")];
    return [whole, ...whole.split(/\s+/).filter((part) => [...part].length > 2)];
  });
  return [...new Set(said)]
    .filter((name) => [...name].length > 1)
    .sort((a, b) => b.length - a.length);
}
