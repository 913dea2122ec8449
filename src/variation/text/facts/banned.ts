import type { Fault } from "../errors.ts";
import type { Node } from "../parse.ts";

/** Nobody sees these: 爆 and 款 with one between them are read as 爆款. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|(?![\n\t])\p{Cc}/gu;

/** A text as banned words are looked for in it: upper and lower case, widths and unseen characters alike. */
export function foldForWords(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(UNSEEN, "");
}

/**
 * Where any wording of a draft would say a banned word, across the borders of options too: one fault a
 * word, at the words that complete it.
 */
export function bannedFaults(nodes: readonly Node[], words: readonly string[]): Fault[] {
  return words.flatMap((word) => {
    const folded = foldForWords(word);
    const offset = folded === "" ? undefined : firstSaid(nodes, folded);
    if (offset === undefined) return [];
    const message = `“${word}” is on the workspace's banned list: choose another word.`;
    return [{ offset, code: "banned-word" as const, message }];
  });
}

/**
 * Follows all wordings at once: a state is how much of the word the text so far ends with (Knuth, Morris,
 * Pratt 1977), and behind a slot all its options' states go on together.
 */
function firstSaid(nodes: readonly Node[], word: string): number | undefined {
  const step = stepsOf(word);
  let found: number | undefined;

  const read = (text: string, offset: number, states: readonly number[]): number[] => {
    let now = [...states];
    for (const char of foldForWords(text)) {
      now = [...new Set(now.map((state) => step(state, char)))];
      if (now.includes(word.length)) found = Math.min(found ?? offset, offset);
    }
    return now;
  };
  const walk = (list: readonly Node[], states: readonly number[]): readonly number[] => {
    let now = states;
    for (const node of list) {
      if (node.kind === "words") now = read(node.text, node.offset, now);
      else if (!node.anyOrder) now = union(node.options.map((option) => walk(option, now)));
      // Any part may stand behind any other.
      else
        for (const _ of node.options)
          now = union([now, ...node.options.map((part) => walk(part, now))]);
    }
    return now;
  };
  walk(nodes, [0]);
  return found;
}

function union(lists: readonly (readonly number[])[]): number[] {
  return [...new Set(lists.flat())];
}

function stepsOf(word: string): (state: number, char: string) => number {
  const back = new Array<number>(word.length + 1).fill(0);
  for (let i = 1, k = 0; i < word.length; i++) {
    while (k > 0 && word[i] !== word[k]) k = back[k] ?? 0;
    if (word[i] === word[k]) k++;
    back[i + 1] = k;
  }
  const one = (state: number, unit: string) => {
    let k = state;
    while (k > 0 && (k === word.length || word[k] !== unit)) k = back[k] ?? 0;
    return word[k] === unit ? k + 1 : k;
  };
  // A letter beyond the basic plane is two units.
  return (state, char) => [...char.split("")].reduce(one, state);
}
