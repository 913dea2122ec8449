import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bannedFaults } from "../../../../src/variation/text/facts/banned.ts";
import { compileCaption } from "../../../../src/variation/text/index.ts";
import { type Node, parseDraft } from "../../../../src/variation/text/parse.ts";

function messages(draft: string, more: object = {}): string[] {
  const compiled = compileCaption({ drafts: [draft], lexicon: false, ...more });
  return compiled.ok ? [] : compiled.errors.map(({ message }) => message);
}

describe("an author's own options", () => {
  test.each([
    "{这周末|本周末}带孩子来{玩一场|参加}",
    "{名额12个|一共12个名额}，先到先得",
    "{半夜|大晚上}还在忙",
    "{清晨4点开始|清晨4点起}熬汤",
    "{第一台|这台}洗衣机",
    "{5月1日-5月3日|5月1日到5月3日}活动",
    "活动{时间：5月1日–5月3日|5月1日至5月3日}",
    "{3天|三天}内送到",
    "{周六|礼拜六}见",
    "{今天|}上新",
    "{两个小时|2小时}",
    "{¥99|99元}起，{1,299|1299}元封顶",
    "{在中山路88号|就在中山路88号}",
    "{三三两两|零零星星}的人",
    "{one of us|somebody} will call you in {a second|a moment}",
    "Open from {9 a.m.|9am}",
  ])("may say the same facts in other words: %s", (draft) => {
    expect(messages(draft)).toEqual([]);
  });

  test.each([
    ["{三天|四天}内送到", "四天"],
    ["{3天|3周}内送到", "3周"],
    ["{周六|周日}见", "周日"],
    ["{明天|后天}见", "后天"],
    ["{上午9点|晚上9点}开门", "晚上9"],
    ["{春季|秋季}新品", "秋"],
    ["{满199减50|满200减50}", "200"],
    ["{@小王|@小李}", "@小李"],
    ["{thirteen|fourteen} seats left", "fourteen"],
    ["the {first|second} floor", "second"],
    ["a {third|quarter} off", "quarter"],
    ["{Zero|One} sugar", "Zero"],
    ["{½|⅓} cup", "⅓"],
    ["{8am|8pm} start", "8pm"],
    ["{for 20 minutes|for 20 hours}", "20 hours"],
    ["see {https://a.example/x|https://a.example/y}", "https://a.example/y"],
  ])("may not change a fact, and the word is named: %s", (draft, word) => {
    expect(messages(draft)).toEqual([expect.stringContaining(`“${word}”`)]);
  });
});

describe("the workspace's banned words", () => {
  test.each([
    ["across the border of an option", "这是爆{款|品}来了"],
    ["in another width or case", "ＢＡＯkuan"],
    ["around a character that nobody sees", "爆\u200b款"],
    ["in one of several orders", "爆{~大，|款，}"],
  ])("are found %s", (_, draft) => {
    expect(messages(draft, { bannedWords: ["爆款", "baokuan"] })).toHaveLength(1);
  });

  test("are found exactly where some wording says them", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 4 });
    const part: fc.Arbitrary<string> = fc.oneof(
      letters,
      fc
        .uniqueArray(letters, { minLength: 2, maxLength: 3 })
        .map((options) => `{${options.join("|")}}`),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 5 }),
        fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 4 }),
        (pieces, word) => {
          const { nodes } = parseDraft(pieces.join(""));
          const said = wordings(nodes).some((text) => text.includes(word));
          expect(bannedFaults(nodes, [word]).length).toBe(said ? 1 : 0);
        },
      ),
    );
  });
});

/** Every wording that a draft without parts in any order has. */
function wordings(nodes: readonly Node[]): string[] {
  return nodes.reduce(
    (before, node) => {
      const here = node.kind === "words" ? [node.text] : node.options.flatMap(wordings);
      return before.flatMap((text) => here.map((more) => text + more));
    },
    [""],
  );
}
