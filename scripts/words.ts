/** Makes src/generated/words.ts from the word files and the lexicon: all of them without sentences and notes, as JSON. */
import { readFile } from "node:fs/promises";
import { parseRules } from "../src/variation/text/words/parse.ts";
import {
  LISTS,
  type RuleList,
  type RuleLists,
  type TestedRule,
  type WordRule,
} from "../src/variation/text/words/rule.ts";
import { lexiconJson } from "./lexicon.ts";

const folder = new URL("../src/variation/text/words/", import.meta.url);

/** Reads every word file. Throws an Error naming file and line of what is wrong. */
export async function readRules(): Promise<RuleLists<TestedRule>> {
  const read = async (list: string): Promise<[string, RuleList<TestedRule>]> => {
    const source = await readFile(new URL(`${list}.words`, folder), "utf8");
    try {
      return [list, parseRules(source)];
    } catch (error) {
      throw new Error(`${list}.words: ${error instanceof Error ? error.message : error}`);
    }
  };
  const lists = Object.fromEntries(await Promise.all(LISTS.map(read)));
  return lists as unknown as RuleLists<TestedRule>;
}

/** The module that holds rules and lexicon: strings, so that nothing is read before it is asked for. */
export async function wordsModule(): Promise<string> {
  const lists = Object.entries(await readRules()).map(([list, { han, latin }]) => [
    list,
    { han: han.map(bare), latin: latin.map(bare) },
  ]);
  const json = JSON.stringify(Object.fromEntries(lists));
  return [
    `export const RULES: string = ${literal(json)};`,
    `export const LEXICON: string = ${literal(await lexiconJson())};`,
    "",
  ].join("\n");
}

/** JSON as a string literal whose quotes need no escape: a third smaller than the usual one. */
function literal(json: string): string {
  return `'${json.replace(/[\\']/g, "\\$&")}'`;
}

function bare({ yes: _, no: __, notes: ___, sources: ____, ...rule }: TestedRule): WordRule {
  return rule;
}
