/** How wide a character is, in ems. */
export type AdvanceOf = (letter: string) => number;

/** Lines of a text at the size at which it fits its place. */
export type LaidOut = {
  /** Height of the em box, in pixels. */
  readonly size: number;
  readonly lines: readonly { readonly text: string; readonly width: number }[];
  /** Whether it had to become smaller than the least size. */
  readonly isTooSmall: boolean;
};

/** From a baseline to the next one, in ems. */
export const LINE_HEIGHT = 1.3;
/** How much smaller each size that is tried is. */
const STEP = 0.97;
/** Below this nothing can be read anyway, and a text however long ends somewhere. */
const SMALLEST = 4;

/** The largest size, of at most `most`, at which a text fits in so many lines. */
export function layOut(
  text: string,
  advanceOf: AdvanceOf,
  place: { width: number; height: number; lines: number; least: number; most: number },
): LaidOut {
  let size = Math.max(SMALLEST, Math.min(place.most, place.height / LINE_HEIGHT));
  for (;;) {
    const lines = wrap(text, advanceOf, place.width / size);
    const fits =
      lines.length <= place.lines &&
      lines.length * LINE_HEIGHT * size <= place.height &&
      lines.every(({ width }) => width * size <= place.width);
    if (fits || size <= SMALLEST) return { size, lines, isTooSmall: size < place.least };
    size = Math.max(SMALLEST, size * STEP);
  }
}

/** Between these a line may be broken: after a space, and beside a character that stands for itself. */
const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
/** These never begin a line, those never end one. */
const CLOSING = /^[，。、；：？！）》」』】〉〕,.;:?!)\]}%]/u;
const OPENING = /[（《「『【〈〔([{]$/u;

function wrap(text: string, advanceOf: AdvanceOf, width: number): LaidOut["lines"] {
  const lines: { text: string; width: number }[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    let used = 0;
    for (const piece of piecesOf(paragraph)) {
      const bare = widthOf(piece.trimEnd(), advanceOf);
      if (line !== "" && used + bare > width + 1e-9) {
        lines.push(trimmed(line, advanceOf));
        line = "";
        used = 0;
      }
      line += piece;
      used += widthOf(piece, advanceOf);
    }
    lines.push(trimmed(line, advanceOf));
  }
  return lines;
}

function trimmed(line: string, advanceOf: AdvanceOf): { text: string; width: number } {
  const text = line.trimEnd();
  return { text, width: widthOf(text, advanceOf) };
}

function widthOf(text: string, advanceOf: AdvanceOf): number {
  let sum = 0;
  for (const letter of text) sum += advanceOf(letter);
  return sum;
}

/** Words with the spaces after them; a wide character is a word. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const letter of text) {
    const last = pieces.at(-1);
    const mayBreak =
      last !== undefined &&
      !CLOSING.test(letter) &&
      !OPENING.test(last) &&
      letter !== " " &&
      (last.endsWith(" ") || WIDE.test(letter) || WIDE.test([...last].at(-1) ?? ""));
    if (last === undefined || mayBreak) pieces.push(letter);
    else pieces[pieces.length - 1] = last + letter;
  }
  return pieces;
}
