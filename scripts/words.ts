/** Makes src/generated/words.js from the word files and the lexicon: all of them without sentences and notes, as packed JSON. */
import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";
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
      return [list, parseRules(source, list === "alike")];
    } catch (error) {
      throw new Error(`${list}.words: ${error instanceof Error ? error.message : error}`);
    }
  };
  const lists = Object.fromEntries(await Promise.all(LISTS.map(read)));
  return lists as unknown as RuleLists<TestedRule>;
}

/** The types of the module below. */
export const wordsTypes = `/** The rules of all lists, as JSON. */
export function unpackRules(): string;
/** The entries of all writings, as JSON. */
export function unpackLexicon(): string;
`;

/**
 * The module that holds rules and lexicon, packed: nothing is unpacked before it is asked for. Brotli halves what gzip makes
 * of them, since entries of one writing repeat those of another far beyond gzip's window of 32 KiB.
 */
export async function wordsModule(): Promise<string> {
  const lists = Object.entries(await readRules()).map(([list, { han, latin }]) => [
    list,
    { han: han.map(rest(list)), latin: latin.map(rest(list)) },
  ]);
  const json = JSON.stringify(Object.fromEntries(lists));
  return [
    'import { Buffer } from "node:buffer";',
    'import { brotliDecompressSync } from "node:zlib";',
    'const unpack = (packed) => brotliDecompressSync(Buffer.from(packed, "base64")).toString();',
    `export const unpackRules = () => unpack("${packed(json)}");`,
    `export const unpackLexicon = () => unpack("${packed(await lexiconJson())}");`,
    "",
  ].join("\n");
}

/** A text as base64, which gzip takes back to the size of its bytes. */
function packed(text: string): string {
  const params = { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS };
  return brotliCompressSync(text, { params }).toString("base64");
}

/** A rule as it is read: without what tells people of it, and without an id where nothing asks which rule it was. */
function rest(list: string) {
  return ({ yes: _, no: __, notes: ___, sources: ____, ...rule }: TestedRule): WordRule =>
    list === "alike" ? { ...rule, id: "" } : rule;
}
