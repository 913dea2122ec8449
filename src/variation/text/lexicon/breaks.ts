import { FOLD_LINES, lintFold } from "../fold.ts";
import type { Span } from "../protect/protect.ts";

/** How else a draft may be broken into lines: all of the places one way, or all the other. */
export interface Breaks {
  /** Stretches of line ends, or empty places between two sentences of one paragraph. */
  readonly places: readonly Span[];
  /** What stands in each place as written. */
  readonly own: string;
  /** What may stand there instead. */
  readonly other: string;
}

/** Lines and sentences shorter than this are labels, greetings, addresses: they stay where they are. */
const LEAST = 8;

/**
 * Style, never distance: a blank line more or less between paragraphs, or each sentence of a chatty
 * paragraph on a line of its own. Undefined where a draft's lines have a shape of their own (lists,
 * labels, verses), and where the other way would be folded though the author's is not.
 */
export function findBreaks(
  text: string,
  spans: readonly Span[],
  chats: boolean,
): Breaks | undefined {
  const breaks = text.includes("\n") ? paragraphs(text) : chats ? sentences(text) : undefined;
  if (breaks === undefined || breaks.places.length === 0) return undefined;
  const { places, other } = breaks;
  const inSpan = ({ start, end }: Span) =>
    spans.some(
      (span) => span.start < Math.max(end, start + 1) && span.end > start && span.start !== start,
    );
  if (places.some(inSpan)) return undefined;
  if (!lintFold(text).folded && lintFold(broken(text, places, other)).folded) return undefined;
  return breaks;
}

const RUN = /[ \t]*\n\s*/g;
const LINE_END = /[。！？!?.～~…）)”」]\s*$|\p{Extended_Pictographic}\ufe0f?\s*$/u;
const ITEM =
  /^\s*(?:[-–—•·●○◆▪*①-⑩]|\d+[.、)）]|[一二三四五六七八九十]、|\p{Extended_Pictographic}|【)/u;
const HAN = /\p{Script=Han}/u;

function paragraphs(text: string): Breaks | undefined {
  const lines = text.split(/\n+/);
  const whole = (line: string) => line.length >= LEAST && !ITEM.test(line) && LINE_END.test(line);
  if (!lines.every(whole)) return undefined;
  const places = [...text.matchAll(RUN)].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }));
  const runs = new Set(places.map(({ start, end }) => text.slice(start, end)));
  if (runs.size !== 1) return undefined;
  if (runs.has("\n")) return { places, own: "\n", other: "\n\n" };
  // English paragraphs without a blank line between them look like a mistake.
  return runs.has("\n\n") && HAN.test(text) ? { places, own: "\n\n", other: "\n" } : undefined;
}

/** The end of a Chinese sentence: its marks with the pictures that belong to it. */
const SENTENCE_END =
  /[。！？!?～~]+(?:\p{Extended_Pictographic}\ufe0f?|\[\p{Script=Han}{1,3}\])*/gu;
const OPENING = /[（(【《「“[]/g;
const CLOSING = /[）)】》」”\]]/g;

function sentences(text: string): Breaks | undefined {
  if (!HAN.test(text)) return undefined;
  const ends = [...text.matchAll(SENTENCE_END)].map(({ 0: end, index }) => index + end.length);
  if (ends.length === 0 || ends.length > FOLD_LINES) return undefined;
  const edges = [0, ...ends.filter((end) => end < text.length), text.length];
  const tooShort = edges.some((edge, i) => i > 0 && edge - (edges[i - 1] as number) < LEAST);
  const places = edges.slice(1, -1).map((at) => ({ start: at, end: at }));
  return tooShort || places.some(({ start }) => enclosed(text, start))
    ? undefined
    : { places, own: "", other: "\n" };
}

function enclosed(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return (before.match(OPENING)?.length ?? 0) !== (before.match(CLOSING)?.length ?? 0);
}

function broken(text: string, places: readonly Span[], other: string): string {
  return places.reduceRight(
    (out, { start, end }) => out.slice(0, start) + other + out.slice(end),
    text,
  );
}
