import { hash32 } from "../hash.ts";
import { cutGuards } from "../words/guard.ts";
import type { Register, TestedEntry } from "./entry.ts";

const NOTHING = "∅";

/**
 * Reads a lexicon file (its form is told at the head of zh.lex). Throws an Error naming the line of
 * what it cannot read, and of an entry without a positive or a negative sentence.
 */
export function parseLexicon(source: string): TestedEntry[] {
  const entries: (TestedEntry & { yes: string[]; no: string[]; line: number })[] = [];
  let register: Register = "plain";
  source.split("\n").forEach((raw, index) => {
    const line = raw.trim();
    const where = index + 1;
    const last = entries[entries.length - 1];
    if (line === "" || line.startsWith("#")) return;
    if (line.startsWith("[")) {
      if (line !== "[plain]" && line !== "[warm]" && line !== "[formal]") {
        throw new Error(`Line ${where}: a register is [plain], [warm] or [formal].`);
      }
      register = line.slice(1, -1) as Register;
    } else if (line.startsWith("+ ") || line.startsWith("- ")) {
      if (last === undefined) throw new Error(`Line ${where}: a sentence follows its entry.`);
      (line.startsWith("+") ? last.yes : last.no).push(line.slice(2).trim());
    } else {
      entries.push({ ...parseEntry(line, where), register, yes: [], no: [], line: where });
    }
  });
  const ids = new Set<string>();
  return entries.map(({ line, ...entry }) => {
    if (entry.yes.length === 0 || entry.no.length === 0) {
      throw new Error(`Line ${line}: an entry has at least one + and one - sentence.`);
    }
    if (ids.has(entry.id))
      throw new Error(`Line ${line}: these phrases have an entry: add its sentences there.`);
    ids.add(entry.id);
    return entry;
  });
}

function parseEntry(
  line: string,
  where: number,
): Pick<TestedEntry, "id" | "from" | "to" | "guards"> {
  const { head: phrases, guards } = cutGuards(line, where);
  const sides = phrases.split(" > ").map((side) =>
    side
      .split(" / ")
      .map((phrase) => phrase.trim())
      .map((phrase) => (phrase === NOTHING ? "" : phrase)),
  );
  const [left = [], right] = sides;
  const from = left.filter((phrase) => phrase !== "");
  const to = right ?? left;
  const first = from[0];
  if (sides.length > 2 || first === undefined || new Set([...from, ...to]).size < 2) {
    throw new Error(`Line ${where}: an entry is "one / other" or "one > other / another".`);
  }
  return { id: hash32(phrases).toString(36), from, to, guards };
}
