/**
 * Emphasis as it is meant in Chinese text.
 *
 * CommonMark closes `**注意：**` only before a space or punctuation, which Chinese does not put there.
 * As the CJK-friendly amendment to CommonMark has it (markdown-cjk-friendly), a mark beside a character
 * of such a writing counts as if that were neither a letter nor punctuation. And a single asterisk
 * between two characters of words is a sign of multiplication: "长10*宽5".
 */
import type MarkdownIt from "markdown-it";
import { isBreaking } from "./chinese.ts";

type Delimiters = { can_open: boolean; can_close: boolean; length: number };

const ASTERISK = 0x2a;
const SPACE = 0x20;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const WHITE_SPACE = /[\s\u3000]/;
const WORD = /[\p{L}\p{N}]/u;

/** What a mark's neighbour is to it. */
function neighbour(codePoint: number) {
  const character = String.fromCodePoint(codePoint);
  const breaking = isBreaking(codePoint);
  return {
    isSpace: WHITE_SPACE.test(character),
    isBreaking: breaking,
    isPunctuation: !breaking && PUNCTUATION.test(character),
    isWord: WORD.test(character),
  };
}

/** The character that ends before a place; a space where the text begins there. */
function before(source: string, at: number): number {
  const low = source.charCodeAt(at - 1);
  const isPair = at > 1 && low >= 0xdc00 && low <= 0xdfff;
  return source.codePointAt(isPair ? at - 2 : at - 1) ?? SPACE;
}

/** Lets a parser see emphasis so. */
export function useChineseEmphasis(md: ReturnType<typeof MarkdownIt>): void {
  const { State } = md.inline;
  md.inline.State = class extends State {
    /** Whether a run of marks may open and close emphasis; an underscore may not within a word. */
    override scanDelims(start: number, canSplitWord: boolean): Delimiters {
      const { length } = super.scanDelims(start, canSplitWord);
      const end = start + length;
      const left = neighbour(start > 0 ? before(this.src, start) : SPACE);
      const right = neighbour(end < this.posMax ? (this.src.codePointAt(end) ?? SPACE) : SPACE);
      const isTimes = length === 1 && this.src.charCodeAt(start) === ASTERISK;
      if (isTimes && left.isWord && right.isWord) {
        return { can_open: false, can_close: false, length };
      }
      const isOpening =
        !right.isSpace &&
        (!right.isPunctuation || left.isSpace || left.isPunctuation || left.isBreaking);
      const isClosing =
        !left.isSpace &&
        (!left.isPunctuation || right.isSpace || right.isPunctuation || right.isBreaking);
      return {
        can_open: isOpening && (canSplitWord || !isClosing || left.isPunctuation),
        can_close: isClosing && (canSplitWord || !isOpening || right.isPunctuation),
        length,
      };
    }
  };
}
