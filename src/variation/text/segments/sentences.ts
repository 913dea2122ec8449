/** A draft as the row of sentences that its author sees, with the options of each, and how one gets others. */
import { flatten } from "../lexicon/cut.ts";
import { normalise } from "../normalise.ts";
import type { Verdict } from "../options/finding.ts";
import { optionJudge } from "../options/judge.ts";
import { lockedTerms } from "../options/operators.ts";
import type { Node } from "../parse.ts";
import { asDraft } from "../proposals.ts";
import { findProtected, type Script, type Span } from "../protect/protect.ts";
import { type Clash, clashesBeside } from "./borders.ts";
import type { DraftSegment } from "./nodes.ts";
import { hasInnerSlots, readDraft, sentenceSlot, waysOf } from "./read.ts";

/** Why nobody is asked to say a sentence otherwise: it conditions an offer, or is hardly more than facts. */
export type SentenceLock = "condition" | "facts";

export interface SentenceOption extends Verdict {
  readonly text: string;
}

/** An option that never stands beside one of the next sentence's, and the word by which they clash. */
export interface ClashingPair {
  readonly option: string;
  readonly next: string;
  readonly kind: Clash["kind"];
  readonly word: string;
}

/** An option that waits for a person. */
export interface Offer {
  readonly sentenceId: string;
  readonly text: string;
}

export interface Sentence<Waiting extends Offer = Offer> {
  /** Made of what it says at first: it outlives edits elsewhere. */
  readonly id: string;
  /** What it says at first. */
  readonly text: string;
  /** Where it stands in the draft as given, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  readonly lock: SentenceLock | null;
  /** What it may say instead, each judged against the first. */
  readonly options: readonly SentenceOption[];
  /** Those of the offers that neither it nor an offer before them says, judged alike. */
  readonly offered: readonly (Waiting & Verdict)[];
  /** Whether its words hold slots of their own, beside or instead of options of the whole. */
  readonly hasSlots: boolean;
  /** Its options, the first included, that do not go with the next sentence's. */
  readonly clashes: readonly ClashingPair[];
}

export interface SentenceRules {
  readonly brands?: readonly string[];
  readonly bannedWords?: readonly string[];
}

/**
 * The sentences of a draft; `offers` are options that wait, each for a sentence. Throws a RangeError for markup
 * that does not parse.
 */
export function sentencesOf<Waiting extends Offer>(
  draft: string,
  rules: SentenceRules = {},
  offers: readonly Waiting[] = [],
): Sentence<Waiting>[] {
  const { segments, ids, within, script } = readDraft(draft, rules.brands);
  const texts = segments.map(waysOf);
  return segments.map((segment, i): Sentence<Waiting> => {
    const { text, source } = segment;
    const [own = text, ...others] = texts[i] ?? [];
    const judge = optionJudge(own.trim(), { ...rules, script, within });
    const judged = (option: string) => ({ text: option.trim(), ...judge(option.trim()) });
    const said = new Set(others.map(normalise));
    const here = offers.filter(({ sentenceId, text: words }) => {
      const wording = normalise(words);
      const isNew = sentenceId === ids[i] && !said.has(wording);
      if (isNew) said.add(wording);
      return isNew;
    });
    return {
      id: ids[i] ?? "",
      text: own.trim(),
      offset: source.start,
      length: source.end - source.start,
      lock: lockOf(text, rules.brands ?? [], script),
      options: others.map(judged),
      offered: here.map((offer) => ({ ...offer, ...judge(offer.text) })),
      hasSlots: hasInnerSlots(segment),
      clashes: clashesOf(texts[i] ?? [], texts[i + 1] ?? [], script),
    };
  });
}

/** Judges further options of one of a draft's sentences; undefined where there is no such sentence. */
export function sentenceJudge(
  draft: string,
  id: string,
  rules: SentenceRules = {},
): ((option: string) => Verdict) | undefined {
  const { segments, ids, within, script } = readDraft(draft, rules.brands);
  const segment = segments[ids.indexOf(id)];
  return segment && optionJudge(segment.text.trim(), { ...rules, script, within });
}

/**
 * A draft in which a sentence has exactly these options beside what it says at first. An option that is there
 * already keeps its own markup. Undefined where there is no such sentence.
 */
export function withSentenceOptions(
  draft: string,
  id: string,
  options: readonly string[],
  { brands }: SentenceRules = {},
): string | undefined {
  const { segments, ids } = readDraft(draft, brands);
  const segment = segments[ids.indexOf(id)];
  return segment && written(draft, segment, options);
}

/** A draft with further options for some of its sentences, by their ids, behind those that they have. */
export function withMoreOptions(
  draft: string,
  more: ReadonlyMap<string, readonly string[]>,
  { brands }: SentenceRules = {},
): string {
  const { segments, ids } = readDraft(draft, brands);
  // From the end, so that the offsets before stay true.
  return segments.reduceRight((text, segment, i) => {
    const added = more.get(ids[i] ?? "") ?? [];
    const others = waysOf(segment).slice(1);
    return added.length === 0 ? text : written(text, segment, [...others, ...added]);
  }, draft);
}

/** A draft in which one segment has these options beside what it says at first. */
function written(draft: string, segment: DraftSegment, options: readonly string[]): string {
  const { start, end } = segment.source;
  const known = sentenceSlot(segment)?.options.map((option) => ({
    text: flatten(option).trim(),
    source: sourceOf(draft, option),
  }));
  const first = known?.[0]?.source ?? draft.slice(start, end);
  const others = [...new Set(options.map((text) => text.trim()))].map(
    (text) => known?.slice(1).find((one) => one.text === text)?.source ?? asDraft(text),
  );
  const markup = others.length === 0 ? first : `{${[first, ...others].join("|")}}`;
  return draft.slice(0, start) + markup + draft.slice(end);
}

/** A draft that says some segments one behind the other, each in one of its ways; all of it literal. */
export function draftOfSegments(segments: readonly (readonly string[])[]): string {
  return segments
    .map((options) => {
      const ways = [...new Set(options)].map(asDraft);
      return ways.length > 1 ? `{${ways.join("|")}}` : (ways[0] ?? "");
    })
    .join("");
}

function sourceOf(draft: string, option: readonly Node[]): string {
  const [first] = option;
  return first === undefined ? "" : draft.slice(first.offset, option[option.length - 1]?.end);
}

function lockOf(text: string, brands: readonly string[], script: Script): SentenceLock | null {
  if (lockedTerms(text, script).length > 0) return "condition";
  const facts = findProtected(text, brands, script).reduce(
    (sum, { start, end }: Span) => sum + normalise(text.slice(start, end)).length,
    0,
  );
  return 2 * facts > normalise(text).length ? "facts" : null;
}

function clashesOf(
  left: readonly string[],
  right: readonly string[],
  script: Script,
): ClashingPair[] {
  if (left.length < 2 && right.length < 2) return [];
  const clashOf = clashesBeside([left[0] ?? "", right[0] ?? ""], script);
  return left.flatMap((a, x) =>
    right.flatMap((b, y): ClashingPair[] => {
      const clash = x === 0 && y === 0 ? undefined : clashOf(a, b);
      return clash === undefined ? [] : [{ option: a.trim(), next: b.trim(), ...clash }];
    }),
  );
}
