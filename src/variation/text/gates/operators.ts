import type { Script } from "../protect/protect.ts";
import { sourceOf } from "../words/pattern.ts";
import { anyPatternOf, flagged, once, patternOf } from "../words/words.ts";

const PICTURE = "\\p{Extended_Pictographic}\\ufe0f?";

/** What operators are read by. */
interface Reading {
  /** Words that look like operators and are none. */
  readonly masked: RegExp;
  readonly operators: RegExp;
  /** Between two clauses. */
  readonly clauseEnd: RegExp;
  /** Where a clause that is left alone ends. */
  readonly lockEnd: RegExp;
}

const readings = {
  han: once(() => readingOf("han")),
  latin: once(() => readingOf("latin")),
};

function readingOf(script: Script): Reading {
  const ends = (flag: string, has: boolean) =>
    sourceOf(flagged("clause-ends", script, flag, has), script);
  return {
    masked: patternOf("masked", script),
    operators: patternOf("operators", script),
    clauseEnd: new RegExp(`(?:${ends("guards", false)})+|${PICTURE}`, "u"),
    lockEnd: new RegExp(ends("locks", true), "u"),
  };
}

/**
 * The operators of a text, clause by clause, empty for a clause without one. Two texts promise, limit
 * and deny the same, each in its place, when their lists are equal.
 */
export function operatorsByClause(text: string, script: Script): string[] {
  const { masked, operators, clauseEnd } = readings[script]();
  return text
    .replace(masked, hidden)
    .split(clauseEnd)
    .map((words) => (words.match(operators) ?? []).join(" ").toLowerCase());
}

function hidden(words: string): string {
  return "\u0001".repeat(words.length);
}

/** Operators that limit so little that their clause may be reworded around them. */
const soft = once(() => {
  const words = [...flagged("operators", "han", "soft"), ...flagged("operators", "latin", "soft")];
  return new Set(words.flatMap((rule) => rule.words));
});

/**
 * The clauses nothing of Starling's own may touch: those that deny, limit, condition or disclaim.
 */
export function lockedClauses(text: string, script: Script): { start: number; end: number }[] {
  const { masked, operators, lockEnd } = readings[script]();
  const disclaimer = anyPatternOf("disclaimers");
  const read = text.replace(masked, hidden);
  const locked: { start: number; end: number }[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !lockEnd.test(text[i] as string)) continue;
    const clause = read.slice(start, i);
    const hard = (clause.match(operators) ?? []).some((word) => !soft().has(word.toLowerCase()));
    if (hard || text.slice(start, i).search(disclaimer) >= 0) locked.push({ start, end: i });
    start = i + 1;
  }
  return locked;
}
