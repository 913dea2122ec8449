/** Reads the lexicon files, puts them into Traditional characters, and makes of them what the Worker has. */
import { readFile } from "node:fs/promises";
import { Converter } from "opencc-js/cn2t";
import type { LexiconEntry, TestedEntry, Writing } from "../src/variation/text/lexicon/entry.ts";
import { parseLexicon } from "../src/variation/text/lexicon/parse.ts";

const folder = new URL("../src/variation/text/lexicon/", import.meta.url);

export type TestedLexicon = Readonly<Record<Writing, readonly TestedEntry[]>>;

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
  const [own, hans, yue, latin] = await Promise.all([
    read("hant.lex"),
    read("zh.lex"),
    read("yue.lex"),
    read("en.lex"),
  ]);
  const converted = hans.map((entry) => traditional(entry, foreign)).filter(isUsed);
  return { hans, hant: [...own, ...converted], yue, latin };
}

/** A line of words whose options are left out of what is converted. */
const WITHOUT = /^without (.+)$/gm;

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

/** An entry's readings in Traditional, without options that hold one of the foreign words. */
function traditional(entry: TestedEntry, foreign: readonly string[]): TestedEntry {
  const convert = (reading: LexiconEntry): LexiconEntry[] => {
    const from = reading.from.map(toTraditional);
    const to = reading.to
      .map(toTraditional)
      .filter((option) => !foreign.some((word) => option.includes(word)));
    if (!from.every((phrase) => to.some((option) => option !== phrase))) return [];
    const guards = reading.guards.map((guard) => ({
      ...guard,
      words: guard.words.map(toTraditional),
    }));
    return [{ ...reading, from, to, guards }];
  };
  const offered = entry.offered.flatMap(convert);
  return {
    ...entry,
    automatic: entry.automatic.flatMap(convert),
    offered,
    yes: entry.yes.map(toTraditional),
    maybe: offered.length === 0 ? [] : entry.maybe.map(toTraditional),
    no: entry.no.map(toTraditional),
  };
}

function isUsed({ automatic, offered }: TestedEntry): boolean {
  return automatic.length + offered.length > 0;
}

/** The lexicon as the Worker reads it: one JSON text, without test sentences. */
export async function lexiconJson(): Promise<string> {
  const lists = Object.entries(await readLexicon()).map(([writing, entries]) => [
    writing,
    {
      automatic: entries.flatMap(({ automatic }) => automatic),
      offered: entries.flatMap(({ offered }) => offered),
    },
  ]);
  return JSON.stringify(Object.fromEntries(lists));
}
