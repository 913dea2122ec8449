/** What must, or must not, stand before or after a phrase or a word. */
export interface Guard {
  readonly side: "before" | "after";
  readonly not: boolean;
  /** Regular-expression fragments, any of which; `_` is a space. */
  readonly words: readonly string[];
}

/** Cuts `phrases {<a} {>!b}` into phrases and guards. Throws an Error naming the line. */
export function cutGuards(line: string, where: number): { head: string; guards: Guard[] } {
  const [head = "", ...rest] = line.split(/\s*\{(?=[<>])/);
  return { head: head.trim(), guards: rest.map((guard) => parseGuard(guard, where)) };
}

function parseGuard(text: string, where: number): Guard {
  const match = /^([<>])(!?)\s*(.+)\}$/u.exec(text);
  const [, side, not, words] = match ?? [];
  if (side === undefined || words === undefined) {
    throw new Error(
      `Line ${where}: a guard is {<before}, {<!not before}, {>after} or {>!not after}.`,
    );
  }
  for (const word of words.trim().split(/\s+/)) {
    if (!isPattern(word)) throw new Error(`Line ${where}: ${word} is no regular expression.`);
  }
  return {
    side: side === "<" ? "before" : "after",
    not: not === "!",
    words: words.trim().split(/\s+/),
  };
}

/** Whether a fragment of a guard, or a rule's pattern, can be read. */
export function isPattern(word: string): boolean {
  try {
    return word === "^" || word === "$" || new RegExp(`(?:${word})`, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/** The guards of one side as a look around; `fragment` writes one of its words. */
export function lookAround(
  guards: readonly Guard[],
  side: Guard["side"],
  fragment: (word: string) => string,
): string {
  return guards
    .filter((guard) => guard.side === side)
    .map(({ not, words }) => {
      const look = side === "before" ? (not ? "(?<!" : "(?<=") : not ? "(?!" : "(?=";
      return `${look}${words.map(fragment).join("|")})`;
    })
    .join("");
}

/** Words that a regular expression takes as they stand. */
export function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
