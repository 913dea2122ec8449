import type { GateRules } from "../gates/gates.ts";
import { lockedClauses } from "../gates/operators.ts";
import type { Choice, Node } from "../parse.ts";
import { findProtected, type Script, type Span } from "../protect/protect.ts";
import { type Breaks, findBreaks } from "./breaks.ts";
import type { LexiconEntry, Register } from "./entry.ts";
import { gated } from "./gated.ts";
import { findMatches, type Match } from "./match.ts";
import { cutPictures } from "./style.ts";

/** A draft's nodes with protected spans cut out and the lexicon's places opened. */
export type Piece =
  | { readonly kind: "words" | "keep"; readonly text: string }
  | {
      readonly kind: "choice";
      readonly options: readonly (readonly Piece[])[];
      readonly entry?: string;
      readonly anyOrder?: boolean;
      readonly style?: boolean;
      /** Pieces of one name are one slot in several places: they are chosen together. */
      readonly tie?: string;
    };

export interface CutRules extends GateRules {
  readonly script: Script;
  readonly register: Register;
  readonly entries: readonly LexiconEntry[];
  /** Phrases, `phrase>option`, or entries as `@id`, that the author does not want touched. */
  readonly vetoes: readonly string[];
  /** How many places are looked at; by default as many as in a whole text. */
  readonly places?: number;
}

type Chosen = ReadonlyMap<Node, number>;

/** Nested options shorter than this are left as the author wrote them. */
const NESTED_AT_LEAST = 12;

/** What stands around a list of nodes, as far as it is read with it. */
interface Surroundings {
  readonly before: string;
  readonly behind: string;
}

/** Cuts a draft into pieces; `rules.entries` may be empty. */
export function cutDraft(nodes: readonly Node[], rules: CutRules): Piece[] {
  const within = rules.within ?? flatten(nodes);
  const alone = { before: "", behind: "" };
  return cutNodes(nodes, alone, { ...rules, within }, breaksOf(nodes, rules));
}

function cutNodes(
  list: readonly Node[],
  { before, behind }: Surroundings,
  rules: CutRules,
  breaks?: Breaks,
): Piece[] {
  const { text: own, starts } = layOut(list, new Map());
  const text = before + own + behind;
  const startOf = (node: Node) => before.length + (starts.get(node) ?? 0);
  const spans = findProtected(text, rules.brands, rules.script);
  const matches = rules.entries.length === 0 ? [] : matchesIn(list, text, spans, startOf, rules);
  const times = rules.entries.length === 0 ? undefined : countPictures(text);
  const inside = slicer(spans, matches);
  return list.flatMap((node): Piece[] => {
    const start = startOf(node);
    if (node.kind === "words") {
      const here = inside(start, start + node.text.length);
      const pieces = cutWords(node.text, start, here.spans, here.matches, breaks);
      return times === undefined
        ? pieces
        : pieces.flatMap((piece) => cutStyle(piece, times, rules));
    }
    let at = start;
    const options = node.options.map((option) => {
      const length = lengthOf(option);
      // Parts that change places stand one behind the other, options in each other's place.
      const end = node.anyOrder ? at + length : start + lengthOf(first(node));
      const entries = length < NESTED_AT_LEAST ? [] : rules.entries;
      const around = surroundings(text, at, end, entries.length === 0);
      if (node.anyOrder) at = end;
      return cutNodes(option, around, { ...rules, entries });
    });
    return [{ kind: "choice", options, ...(node.anyOrder ? { anyOrder: true } : {}) }];
  });
}

/** As far as protected spans reach over what is not enclosed, and over what is. */
const NEAR = 24;
const FAR = 120;
const ENCLOSES = /["#＃[《〈“「『【]/;

/** What is read with an option: its clause where words are looked for in it, else what could be one fact with it. */
function surroundings(text: string, start: number, end: number, near: boolean): Surroundings {
  const within = (reach: number) => ({
    before: text.slice(Math.max(0, start - reach), start),
    behind: text.slice(end, end + reach),
  });
  const far = within(FAR);
  return near && !ENCLOSES.test(far.before) && !ENCLOSES.test(far.behind) ? within(NEAR) : far;
}

/** The lexicon's places in a list of nodes that lie in one stretch of words each. */
function matchesIn(
  list: readonly Node[],
  text: string,
  spans: readonly Span[],
  startOf: (node: Node) => number,
  rules: CutRules,
): Match[] {
  const inOneNode = withinOne(list, startOf);
  const locked = [...spans, ...lockedClauses(text, rules.script)];
  const found = findMatches(text, locked, rules.entries, rules.register);
  return gated(text, found.filter(inOneNode), rules);
}

/** Whether a stretch lies within one node of words; nodes come in order. */
function withinOne(
  list: readonly Node[],
  startOf: (node: Node) => number,
): (span: Span) => boolean {
  const words = list.filter((node) => node.kind === "words");
  const starts = words.map(startOf);
  return ({ start, end }) => {
    const i = lastUpTo(starts, start);
    const node = words[i];
    return node !== undefined && end <= (starts[i] ?? 0) + node.text.length;
  };
}

/** The place of the last of some ascending numbers that is not above one; -1 where all are. */
function lastUpTo(ascending: readonly number[], most: number): number {
  let [low, high] = [-1, ascending.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The spans and matches, both in order, that may touch a stretch. */
function slicer(spans: readonly Span[], matches: readonly Match[]) {
  const spanEnds = spans.map(({ end }) => end);
  const matchStarts = matches.map(({ start }) => start);
  return (start: number, end: number) => ({
    spans: spans.slice(lastUpTo(spanEnds, start) + 1).filter((span) => span.start < end),
    matches: matches.slice(lastUpTo(matchStarts, start - 1) + 1, lastUpTo(matchStarts, end) + 1),
  });
}

/** The line breaks of a draft that may be others; none where they stand in a slot of the author's. */
function breaksOf(nodes: readonly Node[], rules: CutRules): Breaks | undefined {
  if (rules.entries.length === 0 || rules.vetoes.includes("\n")) return undefined;
  const inSlots = nodes.filter((node) => node.kind === "choice");
  if (JSON.stringify(inSlots).includes("\\n")) return undefined;
  const { text, starts } = layOut(nodes, new Map());
  const spans = findProtected(text, rules.brands, rules.script);
  const breaks = findBreaks(text, spans, rules.register === "warm");
  const inWords = withinOne(nodes, (node) => starts.get(node) ?? 0);
  return breaks?.places.every(inWords) ? breaks : undefined;
}

/** A picture that comes twice is a pattern of its own, and stays. */
function cutStyle(piece: Piece, times: ReadonlyMap<string, number>, { vetoes }: CutRules): Piece[] {
  if (piece.kind !== "words") return [piece];
  return cutPictures(piece.text).map((part): Piece => {
    if (typeof part === "string") return { kind: "words", text: part };
    const words = (option: string): Piece[] => [{ kind: "words", text: option }];
    const [own = ""] = part;
    return vetoes.includes(own) || (times.get(own) ?? 0) > 1
      ? { kind: "words", text: own }
      : { kind: "choice", options: part.map(words), style: true };
  });
}

/** How often each listed picture stands in a text. */
function countPictures(text: string): Map<string, number> {
  const times = new Map<string, number>();
  for (const part of cutPictures(text)) {
    if (typeof part !== "string") times.set(part[0] ?? "", (times.get(part[0] ?? "") ?? 0) + 1);
  }
  return times;
}

function layOut(
  nodes: readonly Node[],
  chosen: Chosen,
): { text: string; starts: Map<Node, number> } {
  const starts = new Map<Node, number>();
  let text = "";
  const walk = (list: readonly Node[]) => {
    for (const node of list) {
      starts.set(node, text.length);
      if (node.kind === "words") text += node.text;
      else if (node.anyOrder) node.options.forEach(walk);
      else walk(node.options[chosen.get(node) ?? 0] ?? []);
    }
  };
  walk(nodes);
  return { text, starts };
}

/** The text of a draft with the first option everywhere, or as chosen. */
export function flatten(nodes: readonly Node[], chosen: Chosen = new Map()): string {
  return layOut(nodes, chosen).text;
}

/** How long a list is with its first options, as layOut lays it out. */
function lengthOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, node) => {
    if (node.kind === "words") return sum + node.text.length;
    const said = node.anyOrder ? node.options : [first(node)];
    return said.reduce((length, option) => length + lengthOf(option), sum);
  }, 0);
}

function first(node: Choice): readonly Node[] {
  return node.options[0] ?? [];
}

/** One stretch of words, at `offset` of the whole text, with spans kept and matches opened. */
function cutWords(
  words: string,
  offset: number,
  spans: readonly Span[],
  matches: readonly Match[],
  breaks?: Breaks,
): Piece[] {
  const end = offset + words.length;
  const cuts: { start: number; end: number; piece: Piece }[] = [];
  for (const span of spans) {
    const [from, to] = [Math.max(span.start, offset), Math.min(span.end, end)];
    if (from >= to) continue;
    const text = words.slice(from - offset, to - offset);
    cuts.push({ start: from, end: to, piece: { kind: "keep", text } });
  }
  for (const match of matches) {
    if (match.start < offset || match.end > end) continue;
    const here = words.slice(match.start - offset, match.end - offset);
    const options = [here, ...match.options].map((text): Piece[] =>
      text === "" ? [] : [{ kind: "words", text }],
    );
    cuts.push({ ...match, piece: { kind: "choice", options, entry: match.entry.id } });
  }
  for (const place of breaks?.places ?? []) {
    // A place between two nodes belongs to the one before it.
    if (place.end > end || place.start < offset || place.end === offset) continue;
    const options = [breaks?.own ?? "", breaks?.other ?? ""].map((text): Piece[] =>
      text === "" ? [] : [{ kind: "words", text }],
    );
    cuts.push({ ...place, piece: { kind: "choice", options, style: true, tie: "breaks" } });
  }
  cuts.sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: Piece[] = [];
  let from = offset;
  for (const cut of cuts) {
    if (cut.start > from)
      pieces.push({ kind: "words", text: words.slice(from - offset, cut.start - offset) });
    pieces.push(cut.piece);
    from = cut.end;
  }
  if (from < end) pieces.push({ kind: "words", text: words.slice(from - offset) });
  return pieces;
}
