/** Twenty long drafts in one small request cost no more than their letters: counted, and not timed. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { BigramTable } from "../../../../src/variation/text/codebook/bigrams.ts";
import {
  buildCodebook,
  compileCaption,
  MAX_DRAFTS,
  mixesOf,
  varyText,
} from "../../../../src/variation/text/index.ts";
import { readDuring } from "../../../support/regex-positions.ts";

/** Twenty of these are nearly as much as a caption may have. */
const LONG = 2900;
/** How often a letter may be looked at again where drafts are laid beside each other; looking counts pairs of letters. */
const AGAIN = 250;

/** Chinese that nobody wrote: sentences of six to twenty letters, another text for each number. */
function text(nth: number, length = LONG): string {
  let out = "";
  let seed = 7919 * (nth + 1);
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
  while (out.length < length) {
    const letters = Array.from({ length: 6 + draw(15) }, () => 0x4e00 + draw(9000));
    out += `${String.fromCharCode(...letters)}。`;
  }
  return out.slice(0, length);
}

const twenty = (of: (nth: number) => string) => Array.from({ length: MAX_DRAFTS }, (_, n) => of(n));
const marks = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉";
const again = (unit: string) => (nth: number) =>
  `${unit.repeat(Math.floor((LONG - 3) / unit.length))}${marks[nth]}好。`;

/** How often something was looked for in a set. */
function looked(act: () => unknown): number {
  const has = vi.spyOn(Set.prototype, "has");
  try {
    act();
    return has.mock.calls.length;
  } finally {
    has.mockRestore();
  }
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("compiling twenty long drafts", () => {
  const compile = (drafts: string[]) => compileCaption({ drafts, lexicon: false });

  test("that say other things reads each as often as one alone", () => {
    const cost = (drafts: string[]) => readDuring(() => compile(drafts)).positions;
    compile([text(0)]);
    expect(cost(twenty(text))).toBeLessThanOrEqual(1.5 * MAX_DRAFTS * cost([text(0)]));
  });

  test.each([
    ["other things", text],
    ["the same", () => text(0)],
    ["the same but for a word", (nth: number) => `${text(0, LONG - 3)}${marks[nth]}好。`],
    ["a sentence over and over", again("今天天气真不错。")],
    ["a clause over and over", again("终于来了，")],
    ["two sentences over and over", again("今天天气真不错。明天还要更好呢。")],
    ["lines over and over", again("今天天气真不错\n")],
  ])("that say %s lays them beside each other within a bound", (_, of) => {
    const drafts = twenty(of);
    const letters = drafts.reduce((sum, { length }) => sum + length, 0);
    expect(looked(() => compile(drafts))).toBeLessThanOrEqual(AGAIN * letters);
  });

  test("is refused where they are longer than a call may cost, with the bound and what to do", () => {
    const compiled = compile(twenty((nth) => `{${text(nth, 1500)}|${text(nth + 50, 1500)}}`));
    expect(compiled).toMatchObject({
      ok: false,
      errors: [{ code: "draft-too-long", message: expect.stringMatching(/60000.*shorten/) }],
    });
  });
});

test("rows of drafts that have little in common are not compared to tell how crowded they are", () => {
  const compiled = compileCaption({
    drafts: twenty((nth) => `{${text(nth, 60)}|${text(nth + 50, 60)}}${text(nth + 99, 140)}`),
  });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  const teams = [{ key: "a", size: 20 }];
  const compared = vi.spyOn(BigramTable.prototype, "j2");
  const rows = vi.spyOn(BigramTable, "of");
  buildCodebook(compiled.plan, { teams, seed: "x" });
  // Each row would be held against each of up to 192 others, in every simulation.
  expect(rows.mock.calls.length).toBeGreaterThan(0);
  const held = rows.mock.calls.reduce((sum, [, given]) => sum + given.length, 0);
  expect(compared.mock.calls.length).toBeLessThanOrEqual(20 * held);
});

test("mixes of a long draft read no more than their letters allow", () => {
  const phrases = "我们终于等到这一天，大家赶紧来看看吧。孩子们都特别喜欢，非常好玩！";
  const draft = phrases.repeat(Math.floor(4900 / phrases.length));
  const compiled = compileCaption({ drafts: [draft] });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  const { plan } = compiled;
  expect(mixesOf(plan, { count: 10, seed: "x" })).toHaveLength(10);
  expect(looked(() => mixesOf(plan, { count: 10, seed: "x" }))).toBeLessThan(5_000_000);
  const { positions } = readDuring(() => mixesOf(plan, { count: 10, seed: "x" }));
  expect(positions).toBeLessThan(4_000_000);
});

test("a call of twenty drafts comes to variants all the same", () => {
  const varied = varyText({ drafts: twenty((nth) => text(nth, 300)), count: 20 });
  expect(varied.ok && new Set(varied.variants.map((one) => one.draft)).size).toBe(MAX_DRAFTS);
});
