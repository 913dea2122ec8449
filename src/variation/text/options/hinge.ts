import type { Script } from "../protect/protect.ts";
import { LIGHT, type ReadText } from "./crossed.ts";
import type { Token } from "./tokens.ts";

/** A word that parts what comes first from what comes later. */
interface Hinge {
  readonly word: RegExp;
  /** On which side of it stands what comes later. */
  readonly later: "behind" | "ahead";
  /** How many clauses before and behind its own it looks at. */
  readonly reach: readonly [ahead: number, behind: number];
}

/** Said once, they have no rival to be compared with, as 先 and 再 have. */
const HINGES: Record<Script, readonly Hinge[]> = {
  han: [
    {
      word: /(?<![一不别別莫])再(?![次也不见見度说說三])|[然随隨]后|[然随隨]後|接[着著]/gu,
      later: "behind",
      reach: [1, 0],
    },
    { word: /[之以](?:后|後)/gu, later: "behind", reach: [0, 1] },
    { word: /[之以]前/gu, later: "ahead", reach: [0, 1] },
  ],
  latin: [
    { word: /\b(?:then|after (?:that|this|which))\b/giu, later: "behind", reach: [1, 0] },
    { word: /\bbefore\b/giu, later: "behind", reach: [0, 0] },
    { word: /\bafter\b(?! (?:that|this|which)\b)/giu, later: "ahead", reach: [0, 0] },
  ],
};

/**
 * The word around which what is done first and what is done later have changed places: 洗完手再吃饭, 吃完饭再洗手.
 * Undefined where the order is kept, or either text says none, or more than one.
 */
export function turnedAround(own: ReadText, option: ReadText, script: Script): string | undefined {
  const [was, now] = [phasesOf(own, script), phasesOf(option, script)];
  if (was === undefined || now === undefined) return undefined;
  let [kept, gone] = [0, 0];
  for (const [word, isLater] of was.words) {
    const other = now.words.get(word);
    if (other === undefined) continue;
    if (other === isLater) kept++;
    else gone++;
  }
  return gone > kept + 1 ? now.hinge : undefined;
}

/** For each telling word that stands once around the one hinge of a text, whether it is of what comes later. */
function phasesOf(
  { text, tokens }: ReadText,
  script: Script,
): { hinge: string; words: ReadonlyMap<string, boolean> } | undefined {
  const [only, ...more] = HINGES[script].flatMap((each) =>
    [...text.matchAll(each.word)].map((found) => ({ ...each, hinge: found[0], at: found.index })),
  );
  if (only === undefined || more.length > 0) return undefined;
  const { hinge, at, later, reach } = only;
  const clause = tokens.find((token) => token.end > at)?.clause ?? 0;
  const isIn = (token: Token, from: number, to: number) =>
    token.clause >= clause + from && token.clause <= clause + to;
  const behind = tokens.filter(
    (token) => token.start >= at + hinge.length && isIn(token, 0, reach[1]),
  );
  const ahead = tokens.filter((token) => token.end <= at && isIn(token, -reach[0], 0));
  // "Before you eat, wash your hands": all that it rules stands up to the comma, the rest in the next clause.
  const opens = script === "latin" && ahead.length === 0;
  const rest = opens ? tokens.filter((token) => isIn(token, 1, 1)) : ahead;
  // "Before eight leave the keys": where what it rules ends, nothing tells.
  if (opens && rest.length === 0) return undefined;
  const words = new Map<string, boolean>();
  const twice = new Set<string>();
  const note = (token: Token, isLater: boolean) => {
    if (LIGHT.test(token.text)) return;
    if (words.has(token.text)) twice.add(token.text);
    words.set(token.text, isLater);
  };
  for (const token of behind) note(token, later === "behind");
  for (const token of rest) note(token, later === "ahead");
  for (const word of twice) words.delete(word);
  return { hinge, words };
}
