import { type CaptionError, type Fault, locate, MAX_FAULTS } from "./errors.ts";
import { bannedFaults } from "./facts/banned.ts";
import { factFaults } from "./facts/check.ts";
import { flatten } from "./lexicon/cut.ts";
import { entriesFor } from "./lexicon/lexicon.ts";
import { registerOf } from "./lexicon/match.ts";
import { type Node, parseDraft } from "./parse.ts";
import { PLAN_FORMAT, type Plan, type PlanDraft } from "./plan.ts";
import { findProtected, scriptOf } from "./protect/protect.ts";
import { Aligner } from "./segments/align.ts";
import { type RowSegment, rowOf } from "./segments/merged.ts";
import { cutNodes } from "./segments/nodes.ts";
import { planRow, type VetoedPair } from "./segments/row.ts";
import { tidySpaces } from "./segments/spaces.ts";

export const MAX_DRAFTS = 20;
/** What a draft says with its first options. */
export const MAX_DRAFT_CHARS = 5000;
/** A draft with its markup: six options for each sentence of a long post. */
export const MAX_SOURCE_CHARS = 20_000;
/** All drafts of a caption with their markup: what a call can read within a second. */
export const MAX_CAPTION_CHARS = 60_000;

export interface CaptionInput {
  /** Complete wordings, each with the author's markup (see parseDraft). */
  readonly drafts: readonly string[];
  /** Words that survive byte for byte: the workspace's brands. */
  readonly protect?: readonly string[];
  /** Words that may not appear: the workspace's own list. */
  readonly bannedWords?: readonly string[];
  /**
   * Whether Starling's phrase lexicon opens slots of its own: on unless false. Vetoes are phrases
   * ("终于"), single options ("终于>总算") or entries ("@1of1uvq") the author does not want.
   */
  readonly lexicon?: boolean | { readonly vetoes: readonly string[] };
  /** Wordings of two segments that a person does not want to read together. */
  readonly apart?: readonly VetoedPair[];
  /** Whether line breaks may be others than the author's; not unless true. */
  readonly varyLayout?: boolean;
}

export type Compiled =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly errors: readonly CaptionError[] };

/** Compiles a caption's drafts into an immutable plan, or tells each fault and its place. */
export function compileCaption(input: CaptionInput): Compiled {
  const { drafts } = input;
  if (drafts.length === 0) {
    return failed("", 0, [{ offset: 0, code: "no-drafts", message: "Write at least one draft." }]);
  }
  if (drafts.length > MAX_DRAFTS) {
    const message = `A caption has at most ${MAX_DRAFTS} drafts: remove some.`;
    return failed("", MAX_DRAFTS, [{ offset: 0, code: "too-many-drafts", message }]);
  }
  if (drafts.reduce((sum, { length }) => sum + length, 0) > MAX_CAPTION_CHARS) {
    const message = `All drafts together have at most ${MAX_CAPTION_CHARS} characters: shorten some.`;
    return failed("", 0, [{ offset: 0, code: "draft-too-long", message }]);
  }
  const read: ReadDraft[] = [];
  const errors: CaptionError[] = [];
  drafts.forEach((source, index) => {
    const result = readDraft(source, index, input);
    if ("faults" in result) errors.push(...result.faults.map((f) => locate(source, index, f)));
    else read.push(result);
  });
  if (errors.length > 0) return { ok: false, errors };
  const brands = [...(input.protect ?? [])];
  const bannedWords = [...(input.bannedWords ?? [])];
  const plans = joinDrafts(read, input).map((draft) => planOf(draft, input));
  return { ok: true, plan: freeze({ format: PLAN_FORMAT, drafts: plans, brands, bannedWords }) };
}

function failed(source: string, draft: number, faults: readonly Fault[]): Compiled {
  return { ok: false, errors: faults.map((fault) => locate(source, draft, fault)) };
}

/** A draft that has no fault, as a row of segments; `drafts` are those whose words it holds. */
interface ReadDraft {
  readonly row: readonly RowSegment[];
  readonly drafts: readonly number[];
}

function readDraft(
  source: string,
  index: number,
  { protect: brands = [], bannedWords = [] }: CaptionInput,
): ReadDraft | { faults: Fault[] } {
  const single = (code: Fault["code"], message: string) => ({
    faults: [{ offset: 0, code, message }],
  });
  const tooLong = (most: number, what: string) =>
    single("draft-too-long", `A draft has at most ${most} characters${what}: shorten it.`);
  if (source.trim() === "")
    return single("empty-draft", "This draft is empty: write it or remove it.");
  if (source.length > MAX_SOURCE_CHARS || isLongWritten(source, MAX_SOURCE_CHARS)) {
    return tooLong(MAX_SOURCE_CHARS, " with its markup");
  }
  const { nodes: written, faults } = parseDraft(source);
  if (faults.length > 0) return { faults };
  const nodes = tidySpaces(written);
  const text = flatten(nodes);
  if (text.length > MAX_DRAFT_CHARS || isLongWritten(text, MAX_DRAFT_CHARS)) {
    return tooLong(MAX_DRAFT_CHARS, "");
  }
  const script = scriptOf(text);
  const found = [...bannedFaults(nodes, bannedWords), ...factFaults(nodes, brands, script)];
  if (found.length > 0) {
    return { faults: found.sort((a, b) => a.offset - b.offset).slice(0, MAX_FAULTS) };
  }
  const spans = findProtected(text, brands, script);
  return { row: rowOf(cutNodes(nodes, script, spans), index), drafts: [index] };
}

/**
 * Whether a text is far longer than it looks: everything that reads it writes joined signs out (NFKC), of which one may
 * stand for eighteen letters. An ellipsis is three of them, so that twice the length is nothing odd.
 */
const isLongWritten = (text: string, most: number) => text.normalize("NFKC").length > 2 * most;

/** Drafts that say the same, segment by segment, as one; the others as they are. */
function joinDrafts(
  read: readonly ReadDraft[],
  { protect: brands = [], bannedWords = [] }: CaptionInput,
): ReadDraft[] {
  const out: ReadDraft[] = [];
  const aligner = new Aligner(
    brands,
    read.map(({ row }) => row),
  );
  for (const draft of read) {
    const joined = out.some((first, i) => {
      const row = aligner.align(first.row, draft.row);
      if (row === undefined || bannedFaults(nodesOf(row), bannedWords).length > 0) return false;
      out[i] = { row, drafts: first.drafts.concat(draft.drafts) };
      return true;
    });
    if (!joined) out.push(draft);
  }
  return out;
}

function nodesOf(row: readonly RowSegment[]): Node[] {
  return row.flatMap(({ nodes, gap }): Node[] => [
    ...nodes,
    { kind: "words", text: gap, offset: 0, end: 0 },
  ]);
}

function planOf({ row, drafts }: ReadDraft, input: CaptionInput): PlanDraft {
  const { protect: brands = [], bannedWords = [], lexicon = true, apart = [] } = input;
  const text = row.map((segment) => segment.text + segment.gap).join("");
  const script = scriptOf(text);
  const planned = planRow(row, {
    brands,
    bannedWords,
    script,
    register: registerOf(text),
    entries: lexicon === false ? [] : entriesFor(text, script).automatic,
    vetoes: typeof lexicon === "object" ? lexicon.vetoes : [],
    pairs: apart,
    varyLayout: input.varyLayout === true,
  });
  return input.drafts.length === 1 ? planned : { ...planned, from: drafts };
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}
