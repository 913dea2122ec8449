import { type CaptionError, type Fault, locate } from "./errors.ts";
import { hash32 } from "./hash.ts";
import { cutDraft, flatten, type Piece } from "./lexicon/cut.ts";
import { entriesFor } from "./lexicon/lexicon.ts";
import { registerOf } from "./lexicon/match.ts";
import { safeOrders } from "./order.ts";
import { type Node, parseDraft } from "./parse.ts";
import { type Part, PLAN_FORMAT, type Plan, type PlanDraft, type Slot } from "./plan.ts";
import { factSequence } from "./protect/facts.ts";
import { scriptOf } from "./protect/protect.ts";

export const MAX_DRAFTS = 20;
export const MAX_DRAFT_CHARS = 5000;

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
  const compiled: PlanDraft[] = [];
  const errors: CaptionError[] = [];
  drafts.forEach((source, index) => {
    const result = compileDraft(source, input);
    if ("faults" in result) errors.push(...result.faults.map((f) => locate(source, index, f)));
    else compiled.push(result);
  });
  if (errors.length > 0) return { ok: false, errors };
  return {
    ok: true,
    plan: freeze({
      format: PLAN_FORMAT,
      drafts: compiled,
      brands: [...(input.protect ?? [])],
      bannedWords: [...(input.bannedWords ?? [])],
    }),
  };
}

function failed(source: string, draft: number, faults: readonly Fault[]): Compiled {
  return { ok: false, errors: faults.map((fault) => locate(source, draft, fault)) };
}

function compileDraft(source: string, input: CaptionInput): PlanDraft | { faults: Fault[] } {
  const single = (code: Fault["code"], message: string) => ({
    faults: [{ offset: 0, code, message }],
  });
  if (source.trim() === "")
    return single("empty-draft", "This draft is empty: write it or remove it.");
  if (source.length > MAX_DRAFT_CHARS) {
    return single(
      "draft-too-long",
      `A draft has at most ${MAX_DRAFT_CHARS} characters: shorten it.`,
    );
  }
  const { nodes, faults } = parseDraft(source);
  if (faults.length > 0) return { faults };
  const found = [
    ...bannedWordFaults(source, input.bannedWords ?? []),
    ...factFaults(nodes, input.protect ?? []),
  ];
  if (found.length > 0) return { faults: found.sort((a, b) => a.offset - b.offset) };
  return planDraft(cut(nodes, input));
}

function bannedWordFaults(source: string, bannedWords: readonly string[]): Fault[] {
  return bannedWords
    .filter((word) => word !== "" && source.includes(word))
    .map((word) => ({
      offset: source.indexOf(word),
      code: "banned-word",
      message: "This word is on the workspace's banned list: choose another.",
    }));
}

/** Each option alone, all else at its first option, must leave the draft's protected spans as they are. */
function factFaults(nodes: readonly Node[], brands: readonly string[]): Fault[] {
  const base = flatten(nodes);
  const script = scriptOf(base);
  const facts = factSequence(base, brands, script).join("\n");
  const faults: Fault[] = [];
  const visit = (list: readonly Node[], path: ReadonlyMap<Node, number>) => {
    for (const node of list) {
      if (node.kind !== "choice") continue;
      if (node.anyOrder) {
        const parts = node.options.map((part) => factSequence(flatten(part), brands, script));
        if (safeOrders(parts).length < 2) faults.push(fixedOrder(node.offset));
        for (const part of node.options) visit(part, path);
        continue;
      }
      node.options.forEach((option, index) => {
        const chosen = new Map(path).set(node, index);
        const same = factSequence(flatten(nodes, chosen), brands, script).join("\n") === facts;
        if (!same) {
          faults.push({
            offset: option[0]?.offset ?? node.offset,
            code: "changes-facts",
            message:
              `Option ${index + 1} changes a number, name or other protected text: ` +
              "keep the same ones in the same order in every option.",
          });
        }
        visit(option, chosen);
      });
    }
  };
  visit(nodes, new Map());
  return faults;
}

function fixedOrder(offset: number): Fault {
  return {
    offset,
    code: "changes-facts",
    message:
      "In another order these parts would change the order of numbers or names: " +
      "leave those outside, or write {a|b} for alternatives.",
  };
}

function cut(nodes: readonly Node[], input: CaptionInput): Piece[] {
  const { protect: brands = [], bannedWords = [], lexicon = true } = input;
  const text = flatten(nodes);
  const script = scriptOf(text);
  return cutDraft(nodes, {
    brands,
    bannedWords,
    script,
    register: registerOf(text),
    entries: lexicon === false ? [] : entriesFor(text, script).automatic,
    vetoes: typeof lexicon === "object" ? lexicon.vetoes : [],
  });
}

function planDraft(pieces: readonly Piece[]): PlanDraft {
  const seen = new Map<string, number>();
  const ties = new Map<string, { at: number; slot: string }>();
  let slots = 0;
  const nameOf = (option: readonly Piece[]): string => {
    const name = `s${hash32(firstWords(option)).toString(36)}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return nth === 1 ? name : `${name}.${nth}`;
  };
  const plan = (list: readonly Piece[]): Part[] =>
    list.map((piece): Part => {
      if (piece.kind !== "choice") {
        return piece.kind === "words" ? piece.text : { keep: piece.text };
      }
      const tied = piece.tie === undefined ? undefined : ties.get(piece.tie);
      const at = tied?.at ?? slots++;
      const slot = tied?.slot ?? piece.tie ?? nameOf(piece.options[0] ?? []);
      if (piece.tie !== undefined) ties.set(piece.tie, { at, slot });
      const parts = piece.options.map(plan);
      // Parts that change places are shared by all orders: their own slots are chosen once.
      const options = piece.anyOrder
        ? safeOrders(piece.options.map(keptIn)).map((order) => order.flatMap((i) => parts[i] ?? []))
        : parts;
      const entry = piece.entry === undefined ? {} : { entry: piece.entry };
      const style = piece.style === true ? { style: true as const } : {};
      const again = tied === undefined ? {} : { again: true as const };
      return { slot, at, options, ...entry, ...style, ...again } satisfies Slot;
    });
  const parts = plan(pieces);
  return { parts, slots };
}

function keptIn(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === "choice") return keptIn(piece.options[0] ?? []);
    return piece.kind === "keep" ? [piece.text] : [];
  });
}

function firstWords(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.kind === "choice" ? firstWords(piece.options[0] ?? []) : piece.text))
    .join("");
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}
