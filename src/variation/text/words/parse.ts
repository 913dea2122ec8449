import { cutGuards, isPattern } from "./guard.ts";
import type { RuleList, TestedRule } from "./rule.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Draft = Writable<Omit<TestedRule, "yes" | "no" | "notes" | "sources">> & {
  yes: string[];
  no: string[];
  notes: string[];
  sources: string[];
  line: number;
};

/**
 * Reads a file of rule words (its form is told at the head of operators.words). Throws an Error naming the
 * line of what it cannot read, of an id or a word that is there already, and of a rule without a positive or
 * a negative sentence. A word with more than one meaning may be in a rule for each where a list says so: "take" is "accept" and "bring".
 */
export function parseRules(source: string, mayRepeat = false): RuleList<TestedRule> {
  const lists = { han: [] as Draft[], latin: [] as Draft[] };
  let list: Draft[] | undefined;
  source.split("\n").forEach((raw, index) => {
    const line = raw.trim();
    const where = index + 1;
    if (line === "" || line.startsWith("#")) return;
    if (line === "[han]" || line === "[latin]") list = line === "[han]" ? lists.han : lists.latin;
    else if (list === undefined)
      throw new Error(`Line ${where}: rules stand below [han] or [latin].`);
    else if (line.startsWith("@")) list.push(parseRule(line, where));
    else addTo(list.at(-1), line, where);
  });
  checkRules([...lists.han, ...lists.latin]);
  if (!mayRepeat) for (const rules of [lists.han, lists.latin]) checkWords(rules);
  return { han: lists.han.map(finished), latin: lists.latin.map(finished) };
}

const FLAGS = /(?:\s\[[a-z]+\])+$/;

function parseRule(line: string, where: number): Draft {
  const match = /^@([a-z][a-z0-9-]*) (.+)$/u.exec(line);
  const [, id, rest] = match ?? [];
  if (id === undefined || rest === undefined) {
    throw new Error(`Line ${where}: a rule is "@id word / word".`);
  }
  const { head, guards } = cutGuards(rest, where);
  const flags = [...(FLAGS.exec(head)?.[0] ?? "").matchAll(/\[([a-z]+)\]/g)].map(
    ([, f]) => f ?? "",
  );
  const words = head.replace(FLAGS, "");
  const pattern = /^`(.+)`$/u.exec(words)?.[1];
  if (pattern !== undefined && !isPattern(pattern)) {
    throw new Error(`Line ${where}: ${pattern} is no regular expression.`);
  }
  return {
    id,
    words:
      pattern === undefined ? words.split(" / ").map((word) => lineEnds(word.trim())) : [pattern],
    ...(pattern === undefined ? {} : { pattern: true as const }),
    ...(flags.length === 0 ? {} : { flags }),
    ...(guards.length === 0 ? {} : { guards }),
    yes: [],
    no: [],
    notes: [],
    sources: [],
    line: where,
  };
}

/** `\n` in a word or a sentence is a line end. */
function lineEnds(text: string): string {
  return text.replaceAll("\\n", "\n");
}

function addTo(rule: Draft | undefined, line: string, where: number): void {
  const [, kind, text = ""] = /^(\+|-|note|source) (.+)$/u.exec(line) ?? [];
  if (rule === undefined || kind === undefined) {
    throw new Error(`Line ${where}: after a rule come +, -, note and source.`);
  }
  const kinds = { "+": rule.yes, "-": rule.no, note: rule.notes, source: rule.sources };
  kinds[kind as keyof typeof kinds].push(lineEnds(text));
}

function checkRules(rules: readonly Draft[]): void {
  const ids = new Set<string>();
  for (const { id, line, yes, no } of rules) {
    if (yes.length === 0 || no.length === 0) {
      throw new Error(`Line ${line}: a rule has at least one + and one - sentence.`);
    }
    if (ids.has(id)) throw new Error(`Line ${line}: the id ${id} was given before.`);
    ids.add(id);
  }
}

function checkWords(rules: readonly Draft[]): void {
  const seen = new Set<string>();
  for (const { line, words } of rules) {
    for (const word of words) {
      if (seen.has(word)) throw new Error(`Line ${line}: ${word} has a rule already.`);
      seen.add(word);
    }
  }
}

function finished({ line: _, ...rule }: Draft): TestedRule {
  return rule;
}
