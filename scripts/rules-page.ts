/** Writes docs/rules.md and docs/lexicon.md from the word files and the lexicon: `npm run rules`. */
import { readFile, writeFile } from "node:fs/promises";
import type { LexiconEntry, TestedEntry } from "../src/variation/text/lexicon/entry.ts";
import type { Guard } from "../src/variation/text/words/guard.ts";
import { LISTS, type ListName, type TestedRule } from "../src/variation/text/words/rule.ts";
import { readLexicon } from "./lexicon.ts";
import { readRules } from "./words.ts";

const docs = new URL("../docs/", import.meta.url);
const words = new URL("../src/variation/text/words/", import.meta.url);

const TITLES: Readonly<Record<ListName, string>> = {
  operators: "Operators",
  masked: "Words that look like operators",
  disclaimers: "Disclaimers",
  "clause-ends": "Clause ends",
  claims: "Claims",
  banned: "Banned words",
  limits: "Limits before a number",
  units: "Units",
  "joined-units": "Units behind units",
  behind: "Limits behind a quantity",
  "no-quantities": "Numerals that count nothing",
  numbers: "Numbers",
  dates: "Dates",
  terms: "Terms of sale",
  times: "Times",
  contrasts: "Contrasts",
  carriers: "Carriers of operators",
  alike: "Words for one another",
  idioms: "Idioms that deny nothing",
  kinds: "What a post is for",
  persons: "Names of people",
};

/** Both pages by their names in docs/. */
export async function rulePages(): Promise<Readonly<Record<string, string>>> {
  return { "rules.md": await rulesPage(), "lexicon.md": await lexiconPage() };
}

async function rulesPage(): Promise<string> {
  const lists = await readRules();
  const sections = await Promise.all(
    LISTS.map(async (list) => {
      const { han, latin } = lists[list];
      return [
        `## ${TITLES[list]}`,
        await introduction(list),
        ...tableOf("Chinese", han),
        ...tableOf("English", latin),
      ];
    }),
  );
  const count = LISTS.reduce(
    (sum, list) => sum + lists[list].han.length + lists[list].latin.length,
    0,
  );
  return page([
    "# Rule words",
    `${MADE}\n\nThe ${count} words that masking, protecting and judging go by, from \`src/variation/text/words/*.words\`. Each has an id for ever, a sentence where it counts and one where it must not; \`test/unit/variation/text/words.test.ts\` runs them all. How they work together is told in [text-variation.md](text-variation.md).`,
    ...sections.flat(),
  ]);
}

const MADE = "Made by `npm run rules`; edit the files it is made from.";

/** What the head of a list's file says of the list. */
async function introduction(list: ListName): Promise<string> {
  const source = await readFile(new URL(`${list}.words`, words), "utf8");
  const head = source.split("\n").slice(0, source.split("\n").indexOf(""));
  const [own = ""] = head
    .map((line) => line.replace(/^# ?/, ""))
    .join("\n")
    .split("\n\n");
  return own
    .replace(/\s+/g, " ")
    .replace(/ ?The form is told at the head of operators\.words\./, "");
}

function tableOf(name: string, rules: readonly TestedRule[]): string[] {
  if (rules.length === 0) return [];
  const rows = rules.map(({ id, words: spellings, pattern, flags = [], guards = [], ...rule }) =>
    row([
      `@${id}`,
      [
        pattern ? code(spellings[0] ?? "") : spellings.map(sign).join(" / "),
        ...guards.map((guard) => code(guardText(guard))),
        ...flags.map((flag) => `*${flag}*`),
      ].join(" "),
      rule.yes.map(cell).join("<br>"),
      rule.no.map(cell).join("<br>"),
      [...rule.notes, ...rule.sources].map(cell).join(" "),
    ]),
  );
  return [
    `### ${name}`,
    [
      row(["id", "words", "counts", "does not", "why"]),
      row(["---", "---", "---", "---", "---"]),
      ...rows,
    ].join("\n"),
  ];
}

async function lexiconPage(): Promise<string> {
  const lexicon = await readLexicon();
  const own = lexicon.hant.filter(({ id }) => !lexicon.hans.some((entry) => entry.id === id));
  const files = [
    ["Chinese (`zh.lex`; Traditional is made from it)", lexicon.hans],
    ["Traditional Chinese's own (`hant.lex`)", own],
    ["Cantonese (`yue.lex`)", lexicon.yue],
    ["English (`en.lex`)", lexicon.latin],
  ] as const;
  return page([
    "# The lexicon",
    `${MADE}\n\nEvery entry, with what it does by itself (auto) and what it offers (offer). Sentences and the form of the files are told in \`src/variation/text/lexicon/zh.lex\`, how entries are used in [text-variation.md](text-variation.md).`,
    ...files.flatMap(([title, entries]) => [
      `## ${title}`,
      [
        row(["id", "level", "phrases", "where", "example"]),
        row(["---", "---", "---", "---", "---"]),
        ...entries.flatMap(entryRows),
      ].join("\n"),
    ]),
  ]);
}

function entryRows({ id, former, automatic, offered, yes }: TestedEntry): string[] {
  const names = [id, ...former].map((name) => `@${name}`).join(" ");
  const readings = [
    ...automatic.map((reading) => ["auto", reading] as const),
    ...offered.map((reading) => ["offer", reading] as const),
  ];
  return readings.map(([level, reading], i) =>
    row([
      i === 0 ? names : "",
      reading.register === "plain" ? level : `${level}, ${reading.register}`,
      phrases(reading),
      reading.guards.map((guard) => code(guardText(guard))).join(" "),
      i === 0 ? cell(yes[0] ?? "") : "",
    ]),
  );
}

function phrases({ from, to }: LexiconEntry): string {
  const side = (some: readonly string[]) =>
    some.map((one) => (one === "" ? "∅" : cell(one))).join(" / ");
  return side(from) === side(to) ? side(from) : `${side(from)} → ${side(to)}`;
}

function guardText({ side, not, words: fragments }: Guard): string {
  return `${side === "before" ? "<" : ">"}${not ? "!" : ""}${fragments.join(" ")}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Text in a table's cell, as it stands. */
function cell(text: string): string {
  return text.replaceAll("\n", "⏎").replace(/[|<>*_`[\]\\]/g, "\\$&");
}

/** A mark is shown as code: alone in a cell it would not be seen. */
function sign(word: string): string {
  return /\p{L}/u.test(word) ? cell(word) : code(word.replaceAll("\n", "\\n"));
}

function code(text: string): string {
  return `\`${text.replaceAll("|", "\\|")}\``;
}

function page(blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(await rulePages())) {
    await writeFile(new URL(name, docs), text);
  }
}
