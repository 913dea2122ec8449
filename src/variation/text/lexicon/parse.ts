import { cutGuards } from "../words/guard.ts";
import type { LexiconEntry, Register, TestedEntry } from "./entry.ts";

const NOTHING = "∅";

type Reading = Omit<LexiconEntry, "id" | "former">;

interface Draft {
  readonly id: string;
  readonly head: Reading;
  readonly line: number;
  readonly former: string[];
  readonly automatic: Reading[];
  readonly offered: Reading[];
  readonly yes: string[];
  readonly maybe: string[];
  readonly no: string[];
}

/**
 * Reads a lexicon file (its form is told at the head of zh.lex). Throws an Error naming the line of
 * what it cannot read, of an id that was given before, and of an entry without a positive or a negative
 * sentence.
 */
export function parseLexicon(source: string): TestedEntry[] {
  const entries: Draft[] = [];
  let register: Register = "plain";
  source.split("\n").forEach((raw, index) => {
    const line = raw.trim();
    const where = index + 1;
    if (line === "" || line.startsWith("#")) return;
    if (line.startsWith("[")) register = registerOf(line, where);
    else if (line.startsWith("@")) entries.push(parseHead(line, register, where));
    else addTo(entries.at(-1), line, where);
  });
  checkIds(entries);
  return entries.map(finished);
}

function registerOf(line: string, where: number): Register {
  if (line !== "[plain]" && line !== "[warm]" && line !== "[formal]") {
    throw new Error(`Line ${where}: a register is [plain], [warm] or [formal].`);
  }
  return line.slice(1, -1) as Register;
}

function parseHead(line: string, register: Register, where: number): Draft {
  const [, id, rest] = /^@([a-z0-9][a-z0-9-]*) (.+)$/u.exec(line) ?? [];
  if (id === undefined || rest === undefined) {
    throw new Error(`Line ${where}: an entry is "@id one / other" or "@id one > other / another".`);
  }
  const { head: phrases, guards } = cutGuards(rest, where);
  const head = { ...parsePhrases(phrases, where), register, guards };
  return {
    id,
    head,
    line: where,
    former: [],
    automatic: [],
    offered: [],
    yes: [],
    maybe: [],
    no: [],
  };
}

function parsePhrases(phrases: string, where: number): Pick<Reading, "from" | "to"> {
  const sides = phrases.split(" > ").map((side) =>
    side
      .split(" / ")
      .map((phrase) => phrase.trim())
      .map((phrase) => (phrase === NOTHING ? "" : phrase)),
  );
  const [left = [], right] = sides;
  const from = left.filter((phrase) => phrase !== "");
  const to = right ?? left;
  if (sides.length > 2 || from.length === 0 || new Set([...from, ...to]).size < 2) {
    throw new Error(`Line ${where}: phrases are "one / other" or "one > other / another".`);
  }
  return { from, to };
}

const REGISTER = /\s*(\[[a-z]+\])$/;

function addTo(entry: Draft | undefined, line: string, where: number): void {
  const [, kind, text = ""] = /^(\+|\?|-|was|auto|offer)(?: (.+))?$/u.exec(line) ?? [];
  if (entry === undefined || kind === undefined) {
    throw new Error(`Line ${where}: after an entry come was, auto, offer, +, ? and -.`);
  }
  if (kind === "auto") entry.automatic.push(parseLevel(entry.head, text, where));
  else if (kind === "offer") entry.offered.push(parseLevel(entry.head, text, where));
  else if (kind === "was") entry.former.push(...text.split(" "));
  else ({ "+": entry.yes, "?": entry.maybe, "-": entry.no })[kind]?.push(text.trim());
}

function parseLevel(head: Reading, text: string, where: number): Reading {
  const named = REGISTER.exec(text)?.[1];
  const cut = cutGuards(text.replace(REGISTER, ""), where);
  return {
    ...(cut.head === "" ? { from: head.from, to: head.to } : parsePhrases(cut.head, where)),
    register: named === undefined ? head.register : registerOf(named, where),
    guards: [...head.guards, ...cut.guards],
  };
}

function checkIds(entries: readonly Draft[]): void {
  const ids = new Set<string>();
  for (const { id, former, line, yes, no } of entries) {
    if (yes.length === 0 || no.length === 0) {
      throw new Error(`Line ${line}: an entry has at least one + and one - sentence.`);
    }
    for (const one of [id, ...former]) {
      if (ids.has(one)) throw new Error(`Line ${line}: the id ${one} was given before.`);
      ids.add(one);
    }
  }
}

function finished({ id, head, line: _, ...entry }: Draft): TestedEntry {
  const { former } = entry;
  const named = (reading: Reading): LexiconEntry =>
    former.length === 0 ? { id, ...reading } : { id, former, ...reading };
  const automatic = entry.automatic.length + entry.offered.length === 0 ? [head] : entry.automatic;
  return { ...entry, id, automatic: automatic.map(named), offered: entry.offered.map(named) };
}
