import { describe, expect, test } from "vitest";
import { readLexicon } from "../../../../scripts/lexicon.ts";
import { lockedClauses } from "../../../../src/variation/text/gates/operators.ts";
import {
  compileCaption,
  failedGates,
  suggestOptions,
} from "../../../../src/variation/text/index.ts";
import type { LexiconEntry, TestedEntry } from "../../../../src/variation/text/lexicon/entry.ts";
import { replaced } from "../../../../src/variation/text/lexicon/gated.ts";
import { findMatches, type Match } from "../../../../src/variation/text/lexicon/match.ts";
import { parseLexicon } from "../../../../src/variation/text/lexicon/parse.ts";
import { findProtected, type Script } from "../../../../src/variation/text/protect/protect.ts";

const lexicon = await readLexicon();

function places(reading: LexiconEntry, sentence: string, script: Script): Match[] {
  const locked = [...findProtected(sentence, [], script), ...lockedClauses(sentence, script)];
  return findMatches(sentence, locked, [reading], reading.register);
}

/** Whether a reading has an option for a sentence that passes every gate. */
function varies(reading: LexiconEntry, sentence: string, script: Script): boolean {
  return places(reading, sentence, script).some((match) =>
    match.options.some((option) =>
      failedGates(sentence, replaced(sentence, [[match, option]]), { script }).every(
        // A test sentence is shorter than a caption: its length may change by more.
        (gate) => gate === "length",
      ),
    ),
  );
}

describe.each([
  ["Simplified", lexicon.hans, "han"],
  ["Traditional", lexicon.hant, "han"],
  ["Cantonese", lexicon.yue, "han"],
  ["English", lexicon.latin, "latin"],
] as const)("%s entries", (_, entries, script) => {
  const told = ({ id }: TestedEntry, sentence: string) => `${id}: ${sentence}`;
  const by = (readings: readonly LexiconEntry[], sentence: string) =>
    readings.some((reading) => varies(reading, sentence, script));

  test("vary each positive sentence by themselves, or offer to where they have no other way", () => {
    const silent = entries.flatMap((entry) => {
      const readings = entry.automatic.length > 0 ? entry.automatic : entry.offered;
      return entry.yes.filter((one) => !by(readings, one)).map((one) => told(entry, one));
    });
    expect(silent).toEqual([]);
  });

  test("offer what they do not use by themselves", () => {
    const wrong = entries.flatMap((entry) =>
      entry.maybe
        .filter((one) => !by(entry.offered, one) || by(entry.automatic, one))
        .map((one) => told(entry, one)),
    );
    expect(wrong).toEqual([]);
  });

  test("have a sentence for each of their readings", () => {
    const unseen = entries.flatMap((entry) => {
      const { automatic, offered, yes, maybe } = entry;
      return [...automatic, ...offered]
        .filter((reading) => ![...yes, ...maybe].some((one) => varies(reading, one, script)))
        .map(({ id, from }) => `${id}: ${from.join(" / ")}`);
    });
    expect(unseen).toEqual([]);
  });

  test("leave each negative sentence as it is", () => {
    const loud = entries.flatMap((entry) => {
      const readings = [...entry.automatic, ...entry.offered];
      return entry.no
        .filter((one) => readings.some((reading) => places(reading, one, script).length > 0))
        .map((one) => told(entry, one));
    });
    expect(loud).toEqual([]);
  });
});

test("an id is given once, in all files together, to entries there are and to those they took in", () => {
  const own = [lexicon.hans, lexicon.latin, lexicon.yue].flat();
  const hant = lexicon.hant.filter(({ id }) => !lexicon.hans.some((entry) => entry.id === id));
  const ids = [...own, ...hant].flatMap(({ id, former }) => [id, ...former]);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

describe("an entry's id", () => {
  const draft = "等了很久的新款终于到货啦！大家有空来店里看看。";
  const [place] = places(
    lexicon.hans.find(({ id }) => id === "1of1uvq")!.automatic[1]!,
    draft,
    "han",
  );
  const slots = (vetoes: string[]) => {
    const compiled = compileCaption({ drafts: [draft], lexicon: { vetoes } });
    if (!compiled.ok) throw new Error("does not compile");
    return JSON.stringify(compiled.plan);
  };
  const offers = (vetoes: string[]) => {
    const offered = suggestOptions({ draft, vetoes });
    return offered.ok && offered.suggestions.some(({ offset }) => offset === place!.start);
  };

  test("is vetoed like its words, whatever they are by then", () => {
    expect(slots([])).toContain('"entry":"1of1uvq"');
    expect(slots(["@1of1uvq"])).not.toContain('"entry":"1of1uvq"');
    expect([offers([]), offers(["@1of1uvq"])]).toEqual([true, false]);
  });

  test("is vetoed too by one that the entry took in", () => {
    expect(slots(["@1yurqvm"])).not.toContain('"entry":"1of1uvq"');
    expect(offers(["@1yurqvm"])).toBe(false);
  });
});

test("what readers of Traditional would not say is offered in Simplified alone", () => {
  const offered = (entries: readonly TestedEntry[]) =>
    entries
      .flatMap((entry) => [...entry.automatic, ...entry.offered])
      .flatMap(({ to }) => to)
      .join(" ");
  expect(offered(lexicon.hans)).toContain("这回");
  expect(offered(lexicon.hans)).toContain("小朋友");
  expect(offered(lexicon.hant)).not.toMatch(/這回|評論區|網上/);
  expect(offered(lexicon.hant)).toContain("小朋友");
});

describe("an apostrophe", () => {
  const options = (text: string) =>
    findMatches(
      text,
      [],
      lexicon.latin.flatMap(({ automatic }) => automatic),
      "warm",
    ).map((match) => [text.slice(match.start, match.end), match.options]);

  test("is read whichever way it is written", () => {
    expect(options("We’re moving next week")).toEqual([["We’re", ["We are"]]]);
    expect(options("We're moving next week")).toEqual([["We're", ["We are"]]]);
  });

  test("is written as the text writes it", () => {
    expect(options("We’ve moved, and they are nearly ready")).toContainEqual([
      "they are",
      ["they’re"],
    ]);
  });
});

describe("a lexicon file", () => {
  test.each([
    ["@a 终于 / 总算\n+ 终于来了", "Line 1: an entry has at least one + and one - sentence."],
    ["+ 终于来了", "Line 1: after an entry come was, auto, offer, +, ? and -."],
    ["[loud]", "Line 1: a register is [plain], [warm] or [formal]."],
    ["@a 终于 / 总算\nauto [loud]", "Line 2: a register is [plain], [warm] or [formal]."],
    ["终于 / 总算", "Line 1: after an entry come was, auto, offer, +, ? and -."],
    ["@终 终于 / 总算", 'Line 1: an entry is "@id one / other" or "@id one > other / another".'],
    ["@a 终于", 'Line 1: phrases are "one / other" or "one > other / another".'],
    [
      "@a 终于 / 总算 {<}",
      "Line 1: a guard is {<before}, {<!not before}, {>after} or {>!not after}.",
    ],
    ["@a 终于 / 总算\n+ a\n- b\n@b 只 / 光\nwas a\n+ a\n- b", "Line 4: the id a was given before."],
  ])("%j is refused with the line", (source, message) => {
    expect(() => parseLexicon(source)).toThrow(message);
  });

  test("tells the two levels of an entry, with phrases, guards and a register of their own", () => {
    const [entry] = parseLexicon(
      "@a 终于 / 总算 {<!不}\nwas b c\nauto 总算 > 终于 {>!是} [warm]\noffer\n+ x\n? y\n- z",
    );
    const not = (side: "before" | "after", word: string) => ({ side, not: true, words: [word] });
    const named = { id: "a", former: ["b", "c"] };
    expect(entry).toEqual({
      ...named,
      automatic: [
        {
          ...named,
          from: ["总算"],
          to: ["终于"],
          register: "warm",
          guards: [not("before", "不"), not("after", "是")],
        },
      ],
      offered: [
        {
          ...named,
          from: ["终于", "总算"],
          to: ["终于", "总算"],
          register: "plain",
          guards: [not("before", "不")],
        },
      ],
      yes: ["x"],
      maybe: ["y"],
      no: ["z"],
    });
  });
});
