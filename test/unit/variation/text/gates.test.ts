import { describe, expect, test } from "vitest";
import {
  lockedClauses,
  operatorsByClause,
} from "../../../../src/variation/text/gates/operators.ts";
import { failedGates, type GateRules } from "../../../../src/variation/text/index.ts";

/** One caption long enough that a changed word stays within the length gate. */
const REST = "，现场有茶点，孩子们可以画画，欢迎大家周末一起来坐坐聊聊天。";

function failed(draft: string, variant: string, rules: GateRules = {}) {
  return failedGates(draft + REST, variant + REST, rules);
}

describe("each gate, from both sides", () => {
  test.each([
    // facts: the protected spans, in order
    ["满199减50，终于开始", "满199减50，总算开始", []],
    ["满199减50，终于开始", "满199减40，终于开始", ["facts", "new-tokens"]],
    ["买A送B", "买B送A", ["facts"]],
    ["周六10点，周日11点", "周日11点，周六10点", ["facts"]],
    // new tokens: digits, numerals, Latin words
    ["大家都在问", "各位都在问", []],
    ["大家都在问", "大家都在问VIP", ["facts", "new-tokens"]],
    ["很多人在问", "上万人在问", ["facts", "new-tokens"]],
    // operators, each in its clause
    ["今天不营业，明天来", "今日不营业，明天来", []],
    ["今天不营业，明天来", "今天营业，明天来", ["operators"]],
    ["今天不营业，都来", "今天营业，都不来", ["operators"]],
    ["仅限会员，快来", "会员专享，快来", ["operators"]],
    ["味道不错，快来", "味道挺好，快来", []],
    ["特别适合孩子", "格外适合孩子", []],
    // banned words: none is added, the draft's own may stay
    ["这是很好的茶", "这是最好的茶", ["banned"]],
    ["这是最香的茶", "这是最香的好茶", []],
    ["这是很好的茶", "这是顶级的茶", ["banned"]],
    ["这段时间很忙", "最近真的很忙", []],
    // balance
    ["（新店）来了", "（新店）来了）", ["balance"]],
    ["（新店）来了", "（小店）来了", []],
    // doubled particles and punctuation
    ["新店开了，来坐", "新店开了了，来坐", ["doubled"]],
    ["新店开了，来坐", "新店开了，，来坐", ["doubled"]],
    ["好的的确香", "好的的确很香", []],
    // pronouns
    ["帮你看看", "给你看看", []],
    ["帮你看看，等你", "帮您看看，等你", ["pronoun"]],
  ])("%s → %s: %j", (draft, variant, gates) => {
    expect(failed(draft, variant)).toEqual(gates);
  });

  test("a variant may be fifteen in a hundred longer or shorter, not more", () => {
    const draft = "茶".repeat(40);
    expect(failedGates(draft, "茶".repeat(46))).not.toContain("length");
    expect(failedGates(draft, "茶".repeat(34))).not.toContain("length");
    expect(failedGates(draft, "茶".repeat(47))).toContain("length");
    expect(failedGates(draft, "茶".repeat(33))).toContain("length");
  });

  test("the workspace's brands and banned words count too", () => {
    expect(failed("星河面霜", "星空面霜")).toEqual([]);
    expect(failed("星河面霜", "星空面霜", { brands: ["星河"] })).toEqual(["facts"]);
    expect(failed("很便宜", "很划算", { bannedWords: ["划算"] })).toEqual(["banned"]);
  });

  test.each([
    ["Come by at noon, it is fun", "Stop by at noon, it is fun", []],
    ["Come by at noon, it is fun", "Come by at noon, it is not fun", ["operators"]],
    ["Only this week, come by", "All this week, come by", ["operators"]],
    ["We bake bread all day", "We bake two loaves all day", ["facts", "new-tokens"]],
    ["A good loaf for all", "The best loaf for all", ["banned"]],
    ["I may come, you stay", "I come, you may stay", ["operators"]],
  ])("%s → %s: %j", (draft, variant, gates) => {
    const rest = " and the garden is open to everyone who likes a cup of tea in the sun.";
    expect(failedGates(draft + rest, variant + rest)).toEqual(gates);
  });
});

describe("operators", () => {
  test.each([
    ["不仅好吃，而且不贵", ["不"]],
    ["不错，特别好，无论晴雨，别错过", []],
    ["如果下雨则顺延，会员除外", ["如果", "除外"]],
    ["没关系，差不多，来不来都行", []],
    ["养了一只猫，只收现金", ["只"]],
  ])("%s: %j", (text, expected) => {
    expect(operatorsByClause(text, "han").filter((clause) => clause !== "")).toEqual(expected);
  });

  test("a clause that denies, limits or disclaims is locked, its neighbours are not", () => {
    const text = "今天终于开门了，不收现金，很多人来，具体以公告为准。大家好";
    const locked = lockedClauses(text, "han").map(({ start, end }) => text.slice(start, end));
    expect(locked).toEqual(["不收现金", "具体以公告为准"]);
  });
});
