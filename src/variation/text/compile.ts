import { type CaptionError, type Fault, locate } from "./errors.ts";
import { hash32 } from "./hash.ts";
import { type Node, parseDraft } from "./parse.ts";
import { type Part, PLAN_FORMAT, type Plan, type PlanDraft, type Slot, slotsIn } from "./plan.ts";
import { findProtected, protectedSequence, type Script, scriptOf } from "./protect/protect.ts";

export const MAX_DRAFTS = 20;
export const MAX_DRAFT_CHARS = 5000;

export interface CaptionInput {
  /** Complete wordings, each with the author's markup (see parseDraft). */
  readonly drafts: readonly string[];
  /** Words that survive byte for byte: the workspace's brands. */
  readonly protect?: readonly string[];
  /** Words that may not appear: the workspace's own list. */
  readonly bannedWords?: readonly string[];
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
  return { ok: true, plan: freeze({ format: PLAN_FORMAT, drafts: compiled }) };
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
  return planDraft(nodes, input.protect ?? []);
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
  const base = flat(nodes, new Map());
  const script = scriptOf(base);
  const facts = protectedSequence(base, brands, script).join("\n");
  const faults: Fault[] = [];
  const visit = (list: readonly Node[], path: ReadonlyMap<Node, number>) => {
    for (const node of list) {
      if (node.kind !== "choice") continue;
      node.options.forEach((option, index) => {
        const chosen = new Map(path).set(node, index);
        const same = protectedSequence(flat(nodes, chosen), brands, script).join("\n") === facts;
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

function flat(nodes: readonly Node[], chosen: ReadonlyMap<Node, number>): string {
  return nodes
    .map((node) =>
      node.kind === "words" ? node.text : flat(node.options[chosen.get(node) ?? 0] ?? [], chosen),
    )
    .join("");
}

function planDraft(nodes: readonly Node[], brands: readonly string[]): PlanDraft {
  const script = scriptOf(flat(nodes, new Map()));
  const seen = new Map<string, number>();
  let slots = 0;
  const plan = (list: readonly Node[]): Part[] =>
    list.flatMap((node): Part[] => {
      if (node.kind === "words") return splitProtected(node.text, brands, script);
      const at = slots++;
      const options = node.options.map(plan);
      const name = `s${hash32(flat(node.options[0] ?? [], new Map())).toString(36)}`;
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      const slot: Slot = { slot: nth === 1 ? name : `${name}.${nth}`, at, options };
      return [slot];
    });
  const parts = plan(nodes);
  return { parts, slots: slotsIn(parts).length };
}

function splitProtected(text: string, brands: readonly string[], script: Script): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { start, end } of findProtected(text, brands, script)) {
    if (start > from) parts.push(text.slice(from, start));
    parts.push({ keep: text.slice(start, end) });
    from = end;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}
