/** Where a text may be cut into segments: sentences, clauses with their comma, lines. */
import type { Script, Span } from "../protect/protect.ts";

/** A stretch of a text that is worded as one, and the white space behind it that belongs to nobody. */
export interface Segment extends Span {
  /** Where the white space behind it ends; the next segment begins there. */
  readonly next: number;
}

/** A sentence of more letters than this is cut at its commas. */
const LONG = { han: 30, latin: 110 } as const;
/** No clause is cut off that has fewer letters. */
const LEAST = { han: 6, latin: 24 } as const;
/** With fewer sentences than this a text is cut at all commas that stand far enough apart. */
const FEW = 4;

/** What ends a sentence, with the quotes, brackets and pictures behind it that belong to it. */
const END_HAN =
  /(?:[。！？!?；;…]+|(?<!\p{Nd})[～~]+(?!\p{Nd}))[”’」』）)】》"']*(?:\s?(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\ufe0f\u200d]|\[\p{Script=Han}{1,3}\]))*/gu;
const END_LATIN =
  /[.!?]+[”’"')\]]*(?:\s?(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\ufe0f\u200d]))*(?=\s|$)/gu;
const COMMA_HAN = /[，,：:]|——/gu;
const COMMA_LATIN = /[,;:](?=\s)| [–—] |—/gu;
const LINE = /\n\s*/gu;
/** A full stop behind one of these ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|No|vs|etc|e\.g|i\.e|approx|min|max|a\.m|p\.m|[Ii]nc|[Ll]td)$/u;
const OPENING = /[（(【《「『“[]/gu;
const CLOSING = /[）)】》」』”\]]/gu;
const LOW_SURROGATE = /[\udc00-\udfff]/;
const LETTER = /[\p{L}\p{N}]/u;
/** What runs on for longer is cut anyway, in UTF-16 units: nobody rewords it as one, and reading has an end. */
const LONGEST = 300;
/** A segment this long runs on without a clause's end: nothing of the lexicon's is put into it. */
export const RUNS_ON = 240;

/**
 * Cuts a text into segments whose concatenation, white space included, is the text. Nothing is cut inside
 * one of `whole` (protected spans, an author's slots) or inside brackets and quotation marks. Sentences
 * and lines first; long sentences, and those of a text that has hardly any, at their commas too. White
 * space at the very beginning belongs to the first segment.
 */
export function cutText(text: string, script: Script, whole: readonly Span[]): Segment[] {
  const open = openAt(text);
  const inside = insideOf(text.length, whole);
  const free = (at: number) =>
    at > 0 &&
    at < text.length &&
    !inside[at] &&
    !open[at] &&
    !LOW_SURROGATE.test(text[at] as string);
  const ends = sentenceEnds(text, script).filter(free);
  const edges = [...new Set([0, ...ends, text.length])].sort((a, b) => a - b);
  const sentences = edges.slice(1).map((end, i) => ({ start: edges[i] ?? 0, end }));
  const letters = lettersIn(text);
  const few = sentences.filter((s) => letters(s) >= LEAST[script]).length < FEW;
  return sentences
    .flatMap((sentence) =>
      few || letters(sentence) > LONG[script]
        ? clauses(text, sentence, script, { free, letters })
        : [sentence],
    )
    .flatMap((segment) => pieces(segment, free))
    .map(({ start, end }) => {
      const words = text.slice(start, end);
      return { start, end: start + words.trimEnd().length, next: end };
    })
    .reduce<Segment[]>((out, segment) => {
      const last = out[out.length - 1];
      // White space alone is no segment.
      if (segment.end > segment.start || last === undefined) out.push(segment);
      else out[out.length - 1] = { ...last, next: segment.next };
      return out;
    }, []);
}

/** Offsets where a sentence or a line has ended, the white space behind it included. */
function sentenceEnds(text: string, script: Script): number[] {
  const ends: number[] = [];
  for (const { index, 0: mark } of text.matchAll(script === "han" ? END_HAN : END_LATIN)) {
    if (mark.startsWith(".") && ABBREVIATION.test(text.slice(Math.max(0, index - 8), index)))
      continue;
    ends.push(behindSpace(text, index + mark.length));
  }
  for (const { index, 0: line } of text.matchAll(LINE)) ends.push(index + line.length);
  return ends;
}

function behindSpace(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\s/u.test(text[end] as string)) end++;
  return end;
}

/** A sentence cut at commas, none of whose pieces is too short to stand alone. */
function clauses(
  text: string,
  { start, end }: Span,
  script: Script,
  { free, letters }: { free: (at: number) => boolean; letters: (span: Span) => number },
): Span[] {
  const words = text.slice(start, end);
  const out: Span[] = [];
  let from = start;
  for (const { index, 0: mark } of words.matchAll(script === "han" ? COMMA_HAN : COMMA_LATIN)) {
    const at = behindSpace(text, start + index + mark.length);
    const long = (span: Span) => letters(span) >= LEAST[script];
    if (!free(at) || !long({ start: from, end: at }) || !long({ start: at, end })) continue;
    out.push({ start: from, end: at });
    from = at;
  }
  out.push({ start: from, end });
  return out;
}

/** A segment that is far too long, at any free place. */
function pieces({ start, end }: Span, free: (at: number) => boolean): Span[] {
  const out: Span[] = [];
  let from = start;
  for (let at = start + 1; at < end; at++) {
    if (at - from < LONGEST || end - at < RUNS_ON || !free(at)) continue;
    out.push({ start: from, end: at });
    from = at;
  }
  out.push({ start: from, end });
  return out;
}

/** Counts the letters and digits of a stretch of the text. */
function lettersIn(text: string): (span: Span) => number {
  const before = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    before[i + 1] = (before[i] as number) + (LETTER.test(text[i] as string) ? 1 : 0);
  }
  return ({ start, end }) => (before[end] as number) - (before[start] as number);
}

/** For each offset whether a bracket or quotation mark is open there; one that is never closed is none. */
function openAt(text: string): Uint8Array {
  const out = new Uint8Array(text.length + 1);
  const opened: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (char === "\n") opened.length = 0;
    else if (char.match(OPENING)) opened.push(i);
    else if (char.match(CLOSING)) {
      const from = opened.pop();
      if (from !== undefined && opened.length === 0) out.fill(1, from + 1, i + 1);
    }
  }
  return out;
}

/** For each offset whether it lies inside one of the spans. */
function insideOf(length: number, spans: readonly Span[]): Uint8Array {
  const out = new Uint8Array(length + 1);
  for (const { start, end } of spans) out.fill(1, start + 1, end);
  return out;
}
