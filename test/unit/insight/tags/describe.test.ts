import { expect, test } from "vitest";
import { BUILT_IN_RULES } from "../../../../src/insight/tags/built-in.ts";
import { ruleWords } from "../../../../src/insight/tags/describe.ts";
import type { Condition, Rule } from "../../../../src/insight/tags/rule.ts";
import { inputOf, ruleFields } from "../../../../src/usecases/console/rule-input.ts";

const names = {
  title: (id: string) => (id === "acont1" ? "省心养老" : null),
  heading: (_: string, id: string) => (id === "s1" ? "价格" : null),
};
const rule = (over: Partial<Rule> = {}): Rule => ({
  when: { all: [{ kind: "engaged", atLeastMs: 60_000, on: { topic: "养老" } }] },
  tag: "想了解养老",
  points: 20,
  halfLifeDays: 30,
  cooldownDays: 0,
  use: "Call",
  ...over,
});

test("a rule says what somebody has to do and what it gives, in both languages", () => {
  expect(ruleWords(rule(), names)).toEqual({
    zh: "一次读“养老”主题的内容满 60 秒：标签“想了解养老”加 20 分；每过 30 天减半。",
    en: "Read posts on 养老 for 60 s or more in one visit: 20 points of “想了解养老”; half after 30 days.",
  });
});

test.each<[Condition, string, string]>([
  [
    { kind: "engaged", atLeastMs: 300_000, sum: true, withinDays: 7 },
    "7 天内读任何内容加起来满 5 分钟",
    "Read any post for 5 min or more in all within 7 days",
  ],
  [
    { kind: "completion", atLeast: 0.6, on: { contentId: "acont1" } },
    "一次读完《省心养老》的 60 % 以上",
    "Read 60 % or more of “省心养老” in one visit",
  ],
  [
    { kind: "section", contentId: "acont1", sectionId: "s1", atLeastMs: 20_000, times: 2 },
    "读《省心养老》里的“价格”一节满 20 秒，2 次以上",
    "Read the part “价格” of “省心养老” for 20 s or more, twice or oftener",
  ],
  [
    { kind: "times", atLeast: 3, on: { topic: "*" } },
    "读同一主题的内容 3 次以上",
    "Read posts on one topic 3 times or oftener",
  ],
  [
    { kind: "return", afterDays: 14 },
    "隔了 14 天以上又来读任何内容",
    "Came back to any post after 14 days or more",
  ],
  [
    { kind: "reshare", readers: 2 },
    "有 2 人以上经由 TA 打开任何内容",
    "Had 2 people or more open any post through them",
  ],
  [
    { kind: "recency", withinDays: 3 },
    "最近 3 天里读过任何内容",
    "Read any post within the last 3 days",
  ],
])("a condition in words: %o", (condition, zh, en) => {
  const words = ruleWords(rule({ when: { any: [condition] } }), names);
  expect([words.zh.split("：")[0], words.en.split(": ")[0]]).toEqual([zh, en]);
});

test("bounds, caps and telling at once are said", () => {
  const words = ruleWords(
    rule({
      ...{ points: -5, halfLifeDays: null, perDay: 10, cooldownDays: 2, groupMin: 0, groupMax: 50 },
      ...{ group: "兴趣", notify: true },
    }),
    names,
  );
  expect(words.en).toContain(
    "takes 5 points of “想了解养老” away; kept for good; at most 10 a person and day; not again within 2 days; the group “兴趣” in all at least 0, at most 50; the sender is told at once.",
  );
  expect(words.zh).toContain(
    "减 5 分；不衰减；每人每天最多 10 分；之后 2 天内不再加；“兴趣”一组合计不低于 0、不高于 50；马上告诉同事。",
  );
});

test("a condition that begins with a number stands apart from the word that joins it", () => {
  const within: Condition = { kind: "times", atLeast: 2, withinDays: 7 };
  const said = (when: Rule["when"]) => ruleWords(rule({ when }), names).zh.split("：")[0];
  expect(said({ all: [within, within] })).toBe(
    "7 天内读任何内容 2 次以上，并且 7 天内读任何内容 2 次以上",
  );
  expect(said({ any: [within, { kind: "recency", withinDays: 3 }] })).toBe(
    "7 天内读任何内容 2 次以上，或者最近 3 天里读过任何内容",
  );
});

test("the built-in rules are told in Chinese without an English word", () => {
  for (const one of BUILT_IN_RULES) {
    expect(ruleWords(one, names).zh.replaceAll("TA", ""), one.ruleId).not.toMatch(/[a-z{}]{2,}/i);
  }
});

test("a tag for each topic is named without the mark that stands for it", () => {
  const { zh, en } = ruleWords(rule({ tag: "想买{topic}" }), names);
  expect([zh.includes("“想买（主题）”"), en.includes("“想买(topic)”")]).toEqual([true, true]);
});

test("a rule goes into a form's fields and comes out as it was", () => {
  const conditions: Condition[] = [
    { kind: "engaged", atLeastMs: 90_000, sum: true, on: { topic: "*" }, withinDays: 30 },
    { kind: "engaged", atLeastMs: 1500, on: { contentId: "acont1" } },
    { kind: "completion", atLeast: 0.625, on: { topic: "养老" } },
    { kind: "section", contentId: "acont1", sectionId: "s1", atLeastMs: 20_000, times: 2 },
    { kind: "times", atLeast: 3 },
    { kind: "return", afterDays: 14 },
    { kind: "reshare", readers: 2, withinDays: 9 },
    { kind: "recency", withinDays: 3, on: { topic: "养老" } },
  ];
  for (const written of [
    rule({ when: { all: conditions }, tag: "{topic}", halfLifeDays: null, sensitive: true }),
    rule({ when: { any: conditions.slice(0, 2) }, perDay: 40, group: "g", groupMin: -5 }),
    rule({ notify: true, groupMax: 60, cooldownDays: 1.5 }),
  ]) {
    expect(ruleFields(inputOf(written))).toEqual(written);
  }
});
