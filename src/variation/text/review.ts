import { locate } from "./errors.ts";
import { type Gate, type GateRules, gatesOf } from "./gates/gates.ts";
import { operatorsByClause } from "./gates/operators.ts";
import { flatten } from "./lexicon/cut.ts";
import { type Node, parseDraft } from "./parse.ts";
import { scriptOf } from "./protect/protect.ts";

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

/** Not asked of an author: facts are errors anyway, and how long a part is, is theirs to say. */
const TOLD: Readonly<Partial<Record<Gate, string>>> = {
  operators: "denies, limits or conditions otherwise than the first option",
  banned: "adds a word that advertising law or the workspace bans",
  balance: "opens or closes a bracket or quotation mark more than the first option",
  doubled: "says a word or a mark twice running",
  pronoun: "mixes 你 and 您",
};

/**
 * Judges an author's own options, each alone with every other slot at its first. They are the author's
 * to decide, so nothing is refused: `{仅售|只要}` limits in both, in two words. None where the markup
 * does not parse.
 */
export function reviewOptions(draft: string, rules: GateRules = {}): Doubt[] {
  const { nodes, faults } = parseDraft(draft);
  if (faults.length > 0) return [];
  const base = flatten(nodes);
  const script = rules.script ?? scriptOf(base);
  const gates = gatesOf(base, { ...rules, script });
  // An author's option may have more or fewer clauses: only what limits is compared.
  const operatorsOf = (text: string) => operatorsByClause(text, script).filter(Boolean).join("\n");
  const operators = operatorsOf(base);
  const failedGates = (text: string): Gate[] => [
    ...(operatorsOf(text) === operators ? [] : (["operators"] as const)),
    ...gates(text).filter((gate) => gate !== "operators" && gate in TOLD),
  ];
  const doubts: Doubt[] = [];
  const visit = (list: readonly Node[], path: ReadonlyMap<Node, number>) => {
    for (const node of list) {
      if (node.kind !== "choice") continue;
      node.options.forEach((option, index) => {
        const chosen = node.anyOrder ? path : new Map(path).set(node, index);
        const failed = failedGates(flatten(nodes, chosen));
        // What an option of an option says is told of the inner one alone.
        if (index > 0 && !node.anyOrder && failed.length > 0) {
          const offset = option[0]?.offset ?? node.offset;
          const what = failed.map((gate) => TOLD[gate]).join(", and ");
          const message = `This option ${what}: make sure it says the same.`;
          const { line, column } = locate(draft, 0, { offset, code: "changes-facts", message });
          doubts.push({ offset, line, column, option: index, failed, message });
        } else visit(option, chosen);
      });
    }
  };
  visit(nodes, new Map());
  return doubts;
}
