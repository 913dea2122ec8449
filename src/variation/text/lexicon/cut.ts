import { type GateRules, gatesOf } from "../gates/gates.ts";
import { lockedClauses } from "../gates/operators.ts";
import type { Choice, Node, Words } from "../parse.ts";
import { findProtected, type Script, type Span } from "../protect/protect.ts";
import { type Breaks, findBreaks } from "./breaks.ts";
import type { LexiconEntry, Register } from "./entry.ts";
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
}

type Chosen = ReadonlyMap<Node, number>;

/** Nested options shorter than this are left as the author wrote them. */
const NESTED_AT_LEAST = 12;

/** Cuts a draft into pieces; `rules.entries` may be empty. */
export function cutDraft(nodes: readonly Node[], rules: CutRules): Piece[] {
  const breaks = breaksOf(nodes, rules);
  const cut = (
    list: readonly Node[],
    chosen: Chosen,
    entries: readonly LexiconEntry[],
  ): Piece[] => {
    const { text, starts } = layOut(nodes, chosen);
    const spans = findProtected(text, rules.brands, rules.script);
    const places = wordPlaces(list, starts);
    const inOneNode = (match: Match) =>
      places.some(({ start, end }) => start <= match.start && match.end <= end);
    const matches = gated(
      text,
      findMatches(
        text,
        [...spans, ...lockedClauses(text, rules.script)],
        entries,
        rules.register,
      ).filter(inOneNode),
      rules,
    );
    return list.flatMap((node): Piece[] => {
      if (node.kind === "words") {
        const here = list === nodes ? breaks : undefined;
        const pieces = cutWords(node.text, starts.get(node) ?? 0, spans, matches, here);
        return entries.length === 0
          ? pieces
          : pieces.flatMap((piece) => cutStyle(piece, text, rules));
      }
      const inside = (option: readonly Node[]) =>
        lengthOf(option) < NESTED_AT_LEAST ? [] : entries;
      if (node.anyOrder) {
        const options = node.options.map((option) => cut(option, chosen, inside(option)));
        return [{ kind: "choice", options, anyOrder: true }];
      }
      const options = node.options.map((option, i) =>
        cut(option, new Map(chosen).set(node, i), inside(option)),
      );
      return [{ kind: "choice", options }];
    });
  };
  return cut(nodes, new Map(), rules.entries);
}

/** The line breaks of a draft that may be others; none where they stand in a slot of the author's. */
function breaksOf(nodes: readonly Node[], rules: CutRules): Breaks | undefined {
  if (rules.entries.length === 0 || rules.vetoes.includes("\n")) return undefined;
  const inSlots = nodes.filter((node) => node.kind === "choice");
  if (JSON.stringify(inSlots).includes("\\n")) return undefined;
  const { text, starts } = layOut(nodes, new Map());
  const spans = findProtected(text, rules.brands, rules.script);
  const breaks = findBreaks(text, spans, rules.register === "warm");
  const places = wordPlaces(nodes, starts);
  const inWords = ({ start, end }: Span) =>
    places.some((place) => place.start <= start && end <= place.end);
  return breaks?.places.every(inWords) ? breaks : undefined;
}

/** A picture that comes twice is a pattern of its own, and stays. */
function cutStyle(piece: Piece, text: string, { vetoes }: CutRules): Piece[] {
  if (piece.kind !== "words") return [piece];
  return cutPictures(piece.text).map((part): Piece => {
    if (typeof part === "string") return { kind: "words", text: part };
    const words = (option: string): Piece[] => [{ kind: "words", text: option }];
    const [own = ""] = part;
    return vetoes.includes(own) || text.split(own).length > 2
      ? { kind: "words", text: own }
      : { kind: "choice", options: part.map(words), style: true };
  });
}

/** The matches with the options that pass the gates alone and beside their neighbours' options. */
export function gated(text: string, matches: readonly Match[], rules: CutRules): Match[] {
  const kept: Match[] = [];
  const failedGates = gatesOf(text, rules);
  for (const match of matches) {
    const words = text.slice(match.start, match.end);
    if (isVetoed(match, words, rules.vetoes)) continue;
    const previous = kept[kept.length - 1];
    const beside = previous !== undefined && match.start - previous.end <= NEIGHBOUR;
    const options = match.options.filter(
      (option) =>
        !rules.vetoes.includes(`${words}>${option}`) &&
        !echoes(text, match, option) &&
        failedGates(replaced(text, [[match, option]])).length === 0 &&
        (!beside ||
          previous.options.every(
            (other) =>
              !(option.length > 1 && other.includes(option)) &&
              failedGates(
                replaced(text, [
                  [previous, other],
                  [match, option],
                ]),
              ).length === 0,
          )),
    );
    if (options.length > 0) kept.push({ ...match, options });
  }
  return kept;
}

/** Whether an author does not want a phrase touched, by its words or by its entry (`@id`). */
export function isVetoed({ entry }: Match, words: string, vetoes: readonly string[]): boolean {
  if (vetoes.length === 0) return false;
  const ids = [entry.id, ...(entry.former ?? [])];
  return vetoes.includes(words) || ids.some((id) => vetoes.includes(`@${id}`));
}

/** Options this near, in UTF-16 units, are read together. */
const NEIGHBOUR = 10;

export function replaced(text: string, changes: readonly (readonly [Match, string])[]): string {
  let out = "";
  let from = 0;
  for (const [{ start, end }, option] of changes) {
    out += text.slice(from, start) + option;
    from = end;
  }
  return out + text.slice(from);
}

/** Whether a word would be said again within a breath of itself. */
function echoes(text: string, match: Match, option: string): boolean {
  if (option.length < 2) return false;
  const around = `${text.slice(Math.max(0, match.start - ECHO), match.start)}\n${text.slice(match.end, match.end + ECHO)}`;
  return around.toLowerCase().includes(option.toLowerCase());
}

const ECHO = 24;

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

function wordPlaces(list: readonly Node[], starts: ReadonlyMap<Node, number>): Span[] {
  return list
    .filter((node): node is Words => node.kind === "words")
    .map((node) => {
      const start = starts.get(node) ?? 0;
      return { start, end: start + node.text.length };
    });
}

function lengthOf(nodes: readonly Node[]): number {
  return nodes.reduce(
    (sum, node) => sum + (node.kind === "words" ? node.text.length : lengthOf(first(node))),
    0,
  );
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
