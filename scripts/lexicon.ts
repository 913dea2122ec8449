/** Makes src/generated/lexicon.ts from the lexicon files: parsed, and put into Traditional characters. */
import { readFile } from "node:fs/promises";
import { Converter } from "opencc-js/cn2t";
import type { LexiconEntry, TestedEntry } from "../src/variation/text/lexicon/entry.ts";
import { parseLexicon } from "../src/variation/text/lexicon/parse.ts";

const folder = new URL("../src/variation/text/lexicon/", import.meta.url);

export interface TestedLexicon {
  readonly hans: readonly TestedEntry[];
  readonly hant: readonly TestedEntry[];
  readonly yue: readonly TestedEntry[];
  readonly latin: readonly TestedEntry[];
  readonly asked: Omit<TestedLexicon, "asked">;
}

/** Reads every lexicon file; Traditional is the Simplified one converted, with additions of its own. */
export async function readLexicon(): Promise<TestedLexicon> {
  const foreign: string[] = [];
  const read = async (name: string) => {
    const source = await readFile(new URL(name, folder), "utf8");
    try {
      return parseLexicon(
        source.replace(WITHOUT, (_, words: string) => {
          foreign.push(...words.split(" "));
          return "";
        }),
      );
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  };
  const [own, hans, yue, latin, askedHans, askedLatin] = await Promise.all([
    read("hant.lex"),
    read("zh.lex"),
    read("yue.lex"),
    read("en.lex"),
    read("zh.ask.lex"),
    read("en.ask.lex"),
  ]);
  const convert = (entries: readonly TestedEntry[]) =>
    entries.map(traditional).flatMap((entry) => withoutWords(entry, foreign));
  const asked = { hans: askedHans, hant: convert(askedHans), yue: [], latin: askedLatin };
  return { hans, hant: [...own, ...convert(hans)], yue, latin, asked };
}

/** A line of words whose options are left out of what is converted. */
const WITHOUT = /^without (.+)$/gm;

/** The entry without options that hold one of the words; gone where its phrases have no other left. */
function withoutWords(entry: TestedEntry, words: readonly string[]): TestedEntry[] {
  const to = entry.to.filter((option) => !words.some((word) => option.includes(word)));
  const varied = entry.from.every((phrase) => to.some((option) => option !== phrase));
  return varied ? [{ ...entry, to }] : [];
}

const toTaiwan = Converter({ from: "cn", to: "tw" });

/**
 * OpenCC writes 回復 or 回覆 by context; answering people is 回覆, whatever stands around it. It leaves
 * 聯繫, which is 聯絡 in Taiwan and Hong Kong, and reads hair (直髮) into 產地直發.
 */
export function toTraditional(text: string): string {
  return toTaiwan(text)
    .replace(/回復(?=大家|你|各位|$|一下)/g, "回覆")
    .replaceAll("聯繫", "聯絡")
    .replaceAll("瞭解", "了解")
    .replaceAll("產地直髮", "產地直發");
}

function traditional(entry: TestedEntry): TestedEntry {
  return {
    ...entry,
    from: entry.from.map(toTraditional),
    to: entry.to.map(toTraditional),
    guards: entry.guards.map((guard) => ({ ...guard, words: guard.words.map(toTraditional) })),
    yes: entry.yes.map(toTraditional),
    no: entry.no.map(toTraditional),
  };
}

/** The module the Worker imports: the entries without their test sentences. */
export async function lexiconModule(): Promise<string> {
  const { asked, ...used } = await readLexicon();
  const lexicon = { ...bareLists(used), asked: bareLists(asked) };
  return [
    'import type { Lexicon } from "../variation/text/lexicon/entry.ts";',
    "",
    `export const LEXICON: Lexicon = ${JSON.stringify(lexicon)};`,
    "",
  ].join("\n");
}

function bareLists(lists: Readonly<Record<string, readonly TestedEntry[]>>) {
  const bare = ({ id, from, to, register, guards }: TestedEntry): LexiconEntry => ({
    id,
    from,
    to,
    register,
    guards,
  });
  return Object.fromEntries(
    Object.entries(lists).map(([writing, entries]) => [writing, entries.map(bare)]),
  );
}
