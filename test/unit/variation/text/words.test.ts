/** Every word of every list, in a sentence where it counts and in one where it must not. */
import { describe, expect, test } from "vitest";
import { toTraditional } from "../../../../scripts/lexicon.ts";
import { readRules } from "../../../../scripts/words.ts";
import {
  lockedClauses,
  operatorsByClause,
} from "../../../../src/variation/text/gates/operators.ts";
import type { LexiconEntry } from "../../../../src/variation/text/lexicon/entry.ts";
import { findMatches } from "../../../../src/variation/text/lexicon/match.ts";
import { factSequence } from "../../../../src/variation/text/protect/facts.ts";
import {
  digitQuantity,
  notAQuantity,
  numeralQuantity,
} from "../../../../src/variation/text/protect/numbers.ts";
import {
  findProtected,
  type Script,
  type Span,
} from "../../../../src/variation/text/protect/protect.ts";
import { parseRules } from "../../../../src/variation/text/words/parse.ts";
import { sourceOf } from "../../../../src/variation/text/words/pattern.ts";
import type { ListName, TestedRule } from "../../../../src/variation/text/words/rule.ts";
import { patternOf } from "../../../../src/variation/text/words/words.ts";

const lists = await readRules();

interface Hit {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** What a list reads in a sentence, and which rule reads it. */
function hits(list: ListName, script: Script, sentence: string): Hit[] {
  return [...sentence.matchAll(patternOf(list, script))].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const rule = lists[list][script].find((one) => readsAt(one, script, sentence, start) === end);
    return rule === undefined ? [] : [{ id: rule.id, start, end }];
  });
}

function readsAt(rule: TestedRule, script: Script, sentence: string, at: number) {
  const pattern = new RegExp(sourceOf([rule], script), script === "han" ? "yu" : "iyu");
  pattern.lastIndex = at;
  return pattern.test(sentence) ? pattern.lastIndex : undefined;
}

type Counts = (rule: TestedRule, sentence: string, script: Script) => boolean;

/** By itself, since a word of more than one meaning is in a rule for each. */
const alike: Counts = (rule, sentence, script) =>
  [...sentence].some((_, at) => readsAt(rule, script, sentence, at) !== undefined);

/** A sentence with what looks like an operator and is none hidden, as operators are read. */
function masked(sentence: string, script: Script): string {
  return sentence.replace(patternOf("masked", script), (words) => "\u0001".repeat(words.length));
}

const operators: Counts = ({ id }, sentence, script) =>
  hits("operators", script, masked(sentence, script)).some((hit) => hit.id === id);

/** Hidden, and an operator would be read there if it were not. */
const mask: Counts = ({ id }, sentence, script) =>
  hits("masked", script, sentence).some(
    (hit) =>
      hit.id === id &&
      hits("operators", script, sentence).some(
        ({ start, end }) => start < hit.end && end > hit.start,
      ),
  );

const disclaimers: Counts = ({ id }, sentence, script) =>
  hits("disclaimers", script, sentence).some((hit) => hit.id === id) &&
  lockedClauses(sentence, script).length > 0;

/** Operators on either side of a mark stand in clauses of their own; or a guard of the lexicon finds an end. */
const clauseEnds: Counts = ({ id, flags = [] }, sentence, script) =>
  hits("clause-ends", script, sentence).some(
    (hit) =>
      hit.id === id &&
      (flags.includes("guards")
        ? findMatches(sentence, [], [AT_BEGINNING], "plain").some(({ start }) => start === hit.end)
        : operatorsByClause(sentence, script).filter((clause) => clause !== "").length > 1),
  );

/** An entry of a lexicon that fires where a clause begins. */
const AT_BEGINNING: LexiconEntry = {
  id: "probe",
  from: ["不收"],
  to: ["不拿"],
  register: "plain",
  guards: [{ side: "before", not: false, words: ["^"] }],
};

const read =
  (list: ListName): Counts =>
  ({ id }, sentence, script) =>
    hits(list, script, sentence).some((hit) => hit.id === id);

/** Whether a quantity has one of a rule's words in the place that `fits`. */
const quantity =
  (fits: (word: Span, quantity: Span) => boolean): Counts =>
  (rule, sentence, script) => {
    const word = new RegExp(sourceOf([rule], script), "gu");
    const hidden = sentence.replace(notAQuantity(), (words) => "\u0001".repeat(words.length));
    const found = [...placesOf(sentence, digitQuantity()), ...placesOf(hidden, numeralQuantity())];
    return placesOf(sentence, word).some((place) => found.some((one) => fits(place, one)));
  };

function placesOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}

const hanUnits = quantity((word, { start, end }) => start < word.start && word.end <= end);

/** English units count only for an author's own options: the word behind a number is part of the fact. */
const units: Counts = (rule, sentence, script) =>
  script === "han"
    ? hanUnits(rule, sentence, script)
    : factSequence(sentence, [], script).some((fact) => / \p{L}/u.test(fact));

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** Hidden, so that what would be a quantity is none. */
const noQuantities: Counts = (rule, sentence, script) =>
  hits("no-quantities", script, sentence).some(
    (hit) =>
      hit.id === rule.id && !findProtected(sentence, [], script).some((s) => overlap(s, hit)),
  );

const protects =
  (list: ListName): Counts =>
  ({ id }, sentence, script) =>
    findProtected(sentence, [], script).some((span) =>
      hits(list, script, sentence).some((hit) => hit.id === id && overlap(span, hit)),
    );

/** Read as a number, and protected unless its flag says otherwise. */
const numbers: Counts = (rule, sentence, script) => {
  const { flags = [] } = rule;
  const isProtected = flags.length === 0 || flags.includes("ordinal");
  return isProtected
    ? protects("numbers")(rule, sentence, script)
    : read("numbers")(rule, sentence, script);
};

const readers: Readonly<Record<ListName, Counts>> = {
  operators,
  masked: mask,
  disclaimers,
  "clause-ends": clauseEnds,
  claims: read("claims"),
  banned: read("banned"),
  limits: quantity((word, { start, end }) => start === word.start && word.end < end),
  units,
  behind: quantity((word, { start, end }) => start < word.start && word.end === end),
  "joined-units": quantity((word, { start, end }) => start < word.start && word.end === end),
  "no-quantities": noQuantities,
  numbers,
  dates: protects("dates"),
  terms: protects("terms"),
  times: read("times"),
  contrasts: read("contrasts"),
  carriers: read("carriers"),
  alike,
  idioms: read("idioms"),
  kinds: read("kinds"),
  persons: read("persons"),
};

const cases = Object.entries(lists).flatMap(([list, { han, latin }]) => [
  { list: list as ListName, script: "han" as const, rules: han },
  { list: list as ListName, script: "latin" as const, rules: latin },
]);

/** A sentence in Simplified and, where its rule has Traditional spellings, in Traditional characters. */
function spellings({ words }: TestedRule, sentence: string): string[] {
  return words.length === 1 ? [sentence] : [sentence, toTraditional(sentence)];
}

describe.each(cases.filter(({ rules }) => rules.length > 0))(
  "$list, $script",
  ({ list, script, rules }) => {
    const told = (rule: TestedRule, sentence: string) => `${rule.id} ${rule.words[0]}: ${sentence}`;

    test("count in each positive sentence, in every spelling", () => {
      const missed = rules.flatMap((rule) =>
        rule.yes
          .flatMap((sentence) => spellings(rule, sentence))
          .filter((sentence) => !readers[list](rule, sentence, script))
          .map((sentence) => told(rule, sentence)),
      );
      expect(missed).toEqual([]);
    });

    test("do not count in a negative sentence, which comes near all the same", () => {
      const wrong = rules.flatMap((rule) =>
        rule.no
          .flatMap((sentence) => spellings(rule, sentence))
          .filter((sentence) => readers[list](rule, sentence, script) || !isNear(rule, sentence))
          .map((sentence) => told(rule, sentence)),
      );
      expect(wrong).toEqual([]);
    });
  },
);

/** A sentence that has nothing of a word shows nothing: one of its signs, or how one of its words begins or ends. */
function isNear({ words, pattern, guards }: TestedRule, sentence: string): boolean {
  const near = sentence.toLowerCase();
  return words.some((word) => {
    // A single sign that always counts has look-alikes alone.
    if (pattern || !/\p{Script=Han}|\p{L}{2}/u.test(word) || ([...word].length === 1 && !guards))
      return true;
    if (/\p{Script=Han}/u.test(word)) return [...word].some((sign) => near.includes(sign));
    const parts = word.toLowerCase().split(" ");
    return parts.some((part) => near.includes(part.slice(0, 3)) || near.includes(part.slice(-3)));
  });
}

/** The converter takes these for other words. */
const SAME_IN_TRADITIONAL = ["厘米", "里", "斗"];

test("a Chinese word stands there in Traditional characters too", () => {
  const missing = cases
    .flatMap(({ script, rules }) => (script === "han" ? rules : []))
    .filter(({ pattern }) => !pattern)
    .flatMap(({ id, words }) =>
      words
        .filter((word) => !SAME_IN_TRADITIONAL.includes(word))
        .filter((word) => !words.includes(toTraditional(word)))
        .map((word) => `${id} ${word}`),
    );
  expect(missing).toEqual([]);
});

test("an id is given once, in all the lists together", () => {
  const ids = cases.flatMap(({ rules }) => rules.map(({ id }) => id));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

describe("a word file", () => {
  test.each([
    ["@a 不\n+ a\n- b", "Line 1: rules stand below [han] or [latin]."],
    ["[han]\n不", "Line 2: after a rule come +, -, note and source."],
    ["[han]\n@A 不", 'Line 2: a rule is "@id word / word".'],
    ["[han]\n@a 不\n+ a", "Line 2: a rule has at least one + and one - sentence."],
    ["[han]\n@a 不\n+ a\n- b\n@a 没\n+ a\n- b", "Line 5: the id a was given before."],
    ["[han]\n@a 不\n+ a\n- b\n@b 没 / 不\n+ a\n- b", "Line 5: 不 has a rule already."],
    ["[han]\n@a `(`\n+ a\n- b", "Line 2: ( is no regular expression."],
    [
      "[han]\n@a 不 {<}",
      "Line 2: a guard is {<before}, {<!not before}, {>after} or {>!not after}.",
    ],
  ])("%j is refused with the line", (source, message) => {
    expect(() => parseRules(source)).toThrow(message);
  });
});
