/** What reads ill where one segment's option meets the next one's. */
import type { Script } from "../protect/protect.ts";

/** So much on each side of a border is read together. */
const NEAR = 14;

/**
 * What two neighbours say ill together, and by which word; undefined where they go together. `twice`: a
 * word is said on both sides. `questions`: one asks right after the other. `beginning`: both begin alike.
 * `conditional`: 的话 after 的话, if after if.
 */
export interface Clash {
  readonly kind: "twice" | "questions" | "beginning" | "conditional";
  readonly word: string;
}

/** Judges neighbours at one place by what the author's own pair there already does, which is read once. */
export function clashesBeside(
  own: readonly [string, string],
  script: Script,
): (left: string, right: string) => Clash | undefined {
  const nameOf = ({ kind, word }: Clash) => `${kind} ${word}`;
  const known = new Set(clashes(own[0], own[1], script).map(nameOf));
  return (left, right) => clashes(left, right, script).find((clash) => !known.has(nameOf(clash)));
}

/** So much on each side of a border may make a pair odd, though nothing says that it is. */
const WIDE = 30;
const PARTICLE_END = /([吧呢哦呀啦哈嘛])[^\p{L}\p{N}]*$/u;

/**
 * What may read ill between two neighbours that do not clash: a word said again a little further off, the same
 * particle at both ends, one sign at both beginnings. By its word, where the author's own pair has it not.
 */
export function oddnessOf(
  left: string,
  right: string,
  own: readonly [string, string],
  script: Script,
): string | undefined {
  const known = oddWords(own[0], own[1], script);
  return oddWords(left, right, script).find((word) => !known.includes(word));
}

function oddWords(left: string, right: string, script: Script): string[] {
  const out = clashes(left, right, script).map(({ word }) => word);
  if (script === "latin") {
    const later = new Set(wordsOf(right));
    out.push(
      ...wordsOf(left).filter(
        (word) => word.length >= 4 && !LIGHT_ENGLISH.test(word) && later.has(word),
      ),
    );
    return out;
  }
  const [tail, head] = [left.slice(-WIDE), right.slice(0, WIDE)];
  for (let i = 0; i + 2 <= tail.length; i++) {
    const word = tail.slice(i, i + 2);
    if (/^\p{Script=Han}{2}$/u.test(word) && !LIGHT.test(word) && head.includes(word))
      out.push(word);
  }
  const [end, otherEnd] = [left, right].map((text) => PARTICLE_END.exec(text)?.[1]);
  if (end !== undefined && end === otherEnd) out.push(end);
  const [first] = left.replace(NOT_A_LETTER, "");
  if (first !== undefined && right.replace(NOT_A_LETTER, "").startsWith(first)) out.push(first);
  return out;
}

function clashes(left: string, right: string, script: Script): Clash[] {
  const out: Clash[] = [];
  const twice = script === "han" ? hanTwice(left, right) : latinTwice(left, right);
  if (twice !== undefined) out.push({ kind: "twice", word: twice });
  if (ASKS.test(left) && ASKS.test(right)) out.push({ kind: "questions", word: "？" });
  const beginning = script === "han" ? hanBeginning(left, right) : latinBeginning(left, right);
  if (beginning !== undefined) out.push({ kind: "beginning", word: beginning });
  const condition = CONDITIONS.find((word) => word.test(left) && word.test(right));
  if (condition !== undefined)
    out.push({ kind: "conditional", word: condition.exec(right)?.[0] ?? "" });
  return out;
}

const ASKS = /[？?][”’」』）)\s]*(?:\p{Extended_Pictographic}\ufe0f?)*$/u;
const CONDITIONS = [/的话|的話/u, /如果|要是|若是/u, /\bif you\b/iu] as const;
const NOT_A_LETTER = /[^\p{L}\p{N}]+/gu;

/** Words of two signs that say little: they may stand on both sides. */
const LIGHT =
  /^(?:我们|我們|你们|你們|他们|他們|大家|可以|这个|這個|那个|那個|一个|一個|自己|就是|还有|還有|的时|时候|時候|没有|沒有|什么|什麼|怎么|怎麼|这些|這些|那些|不是|也是|都是|还是|還是|孩子|朋友)$/u;

/** The longest stretch of two or more Chinese characters that stands on both sides, near the border. */
function hanTwice(left: string, right: string): string | undefined {
  const tail = left.replace(NOT_A_LETTER, " ").trimEnd().slice(-NEAR);
  const head = right.replace(NOT_A_LETTER, " ").trimStart().slice(0, NEAR);
  for (let length = Math.min(tail.length, head.length, 6); length >= 2; length--) {
    for (let i = 0; i + length <= tail.length; i++) {
      const word = tail.slice(i, i + length);
      if (!/^\p{Script=Han}+$/u.test(word) || LIGHT.test(word)) continue;
      if (head.includes(word)) return word;
    }
  }
  return undefined;
}

const LIGHT_ENGLISH =
  /^(?:about|after|again|been|before|from|have|here|into|just|more|over|some|than|that|their|them|then|there|they|this|what|when|where|which|will|with|would|your|yours|you're|we're)$/;

function latinTwice(left: string, right: string): string | undefined {
  const tail = wordsOf(left).slice(-6);
  const head = wordsOf(right).slice(0, 6);
  return head.find((word) => word.length >= 4 && !LIGHT_ENGLISH.test(word) && tail.includes(word));
}

function hanBeginning(left: string, right: string): string | undefined {
  const [a, b] = [left, right].map((text) => text.replace(NOT_A_LETTER, "").slice(0, 2));
  return a !== undefined && a === b && a.length === 2 ? a : undefined;
}

function latinBeginning(left: string, right: string): string | undefined {
  const [a, b] = [wordsOf(left), wordsOf(right)];
  const [first] = a;
  return first !== undefined && first.length > 1 && first === b[0] ? first : undefined;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}
