import { locate } from "./errors.ts";
import { type Gate, type GateRules, gatesOf } from "./gates/gates.ts";
import { operatorsByClause } from "./gates/operators.ts";
import { flatten } from "./lexicon/cut.ts";
import { type Node, parseDraft } from "./parse.ts";
import { findProtected, protectedSequence, type Script, scriptOf } from "./protect/protect.ts";
import { cutNodes, type DraftSegment } from "./segments/nodes.ts";

/** One of an author's own options that says something else than the first, for the author to look at. */
export interface Doubt {
  /** UTF-16 offset of the option in the draft as given, and where that is, from 1. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  /** Which option of its slot, from 0. */
  readonly option: number;
  readonly failed: readonly Gate[];
  /** Says what to look at. */
  readonly message: string;
}

/** Not asked of an author: how long a part is, is theirs to say. Numbers, links and brands are errors anyway. */
const TOLD: Readonly<Partial<Record<Gate, string>>> = {
  operators: "denies, limits or conditions otherwise than the first option",
  banned: "adds a word that advertising law or the workspace bans",
  balance: "opens or closes a bracket or quotation mark more than the first option",
  doubled: "says a word or a mark twice running",
  pronoun: "mixes 你 and 您",
};

/**
 * Judges an author's own options, each in its segment with every other slot at its first. They are the
 * author's to decide, so nothing is refused: `{仅售|只要}` limits in both, in two words. None where the markup
 * does not parse.
 */
export function reviewOptions(draft: string, rules: GateRules = {}): Doubt[] {
  const { nodes, faults } = parseDraft(draft);
  if (faults.length > 0) return [];
  const whole = flatten(nodes);
  const script = rules.script ?? scriptOf(whole);
  const { brands = [] } = rules;
  const segments = cutNodes(nodes, script, findProtected(whole, brands, script));
  const doubts = segments.flatMap((segment) =>
    doubtsIn(segment, { ...rules, script, brands, within: whole }),
  );
  return doubts.map((doubt) => {
    const fault = { offset: doubt.offset, code: "changes-facts" as const, message: doubt.message };
    const { line, column } = locate(draft, 0, fault);
    return { ...doubt, line, column };
  });
}

function doubtsIn(
  { nodes }: DraftSegment,
  rules: GateRules & { readonly script: Script; readonly brands: readonly string[] },
): Omit<Doubt, "line" | "column">[] {
  if (nodes.every((node) => node.kind === "words")) return [];
  const { script, brands } = rules;
  const base = flatten(nodes);
  const gates = gatesOf(base, rules);
  // An author's option may have more or fewer clauses: only what limits is compared.
  const operatorsOf = (text: string) => operatorsByClause(text, script).filter(Boolean).join("\n");
  const operators = operatorsOf(base);
  const facts = protectedSequence(base, brands, script);
  const failedGates = (text: string): { failed: Gate[]; fact: string } => {
    const fact = oddOneOut(facts, protectedSequence(text, brands, script));
    const failed: Gate[] = [
      ...(fact === undefined ? [] : (["facts"] as const)),
      ...(operatorsOf(text) === operators ? [] : (["operators"] as const)),
      ...gates(text).filter((gate) => gate !== "operators" && gate !== "facts" && gate in TOLD),
    ];
    return { failed, fact: fact ?? "" };
  };
  const doubts: Omit<Doubt, "line" | "column">[] = [];
  const visit = (list: readonly Node[], path: ReadonlyMap<Node, number>) => {
    for (const node of list) {
      if (node.kind !== "choice") continue;
      node.options.forEach((option, index) => {
        if (node.anyOrder || index === 0) {
          visit(option, path);
          return;
        }
        const chosen = new Map(path).set(node, index);
        const { failed, fact } = failedGates(flatten(nodes, chosen));
        // What an option of an option says is told of the inner one alone.
        if (failed.length === 0) visit(option, chosen);
        else {
          const what = failed
            .map((gate) => (gate === "facts" ? `says “${fact}” where only one does` : TOLD[gate]))
            .join(", and ");
          const message = `This option ${what}: make sure it says the same.`;
          const offset = option[0]?.offset ?? node.offset;
          doubts.push({ offset, option: index, failed, message });
        }
      });
    }
  };
  visit(nodes, new Map());
  return doubts;
}

/** A protected text that one list has more often than the other. */
function oddOneOut(a: readonly string[], b: readonly string[]): string | undefined {
  const left = [...b];
  for (const span of a) {
    const at = left.indexOf(span);
    if (at < 0) return span;
    left.splice(at, 1);
  }
  return left[0];
}
