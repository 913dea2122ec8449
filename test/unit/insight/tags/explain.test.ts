import { describe, expect, test } from "vitest";
import { BUILT_IN_RULES } from "../../../../src/insight/tags/built-in.ts";
import { creditsOf } from "../../../../src/insight/tags/credit.ts";
import { type Evidence, explainEvidence } from "../../../../src/insight/tags/evidence.ts";
import { explainTag } from "../../../../src/insight/tags/explain.ts";
import { entriesToAppend } from "../../../../src/insight/tags/ledger.ts";
import { scoresAt } from "../../../../src/insight/tags/score.ts";
import { clock, DAY, HOUR, MONDAY, names, now, read, version } from "./people.ts";

const evening = MONDAY + 12 * HOUR + 5 * 60_000;

describe("evidence in words", () => {
  test.each<[Evidence, string, string]>([
    [
      { kind: "engaged", contentId: "sleep", ms: 780_000, at: evening },
      "昨天 21:05 读了《睡个好觉》 13 分钟",
      "yesterday 21:05 read “睡个好觉” for 13 min",
    ],
    [
      { kind: "engaged-sum", about: { topic: "sleep" }, ms: 90_000, visits: 1, at: evening },
      "截至昨天 21:05，“sleep”主题的内容共读了 90 秒（1 次）",
      "by yesterday 21:05 had read posts on sleep for 90 s in 1 visit",
    ],
    [
      { kind: "completion", contentId: "gone", share: 0.834, at: evening },
      "昨天 21:05 读完了一篇已撤下的内容的 83 %",
      "yesterday 21:05 read 83 % of a post that is gone",
    ],
    [
      {
        kind: "section",
        contentId: "sleep",
        sectionId: "price",
        ms: 40_000,
        times: 2,
        at: evening,
      },
      "昨天 21:05 读了《睡个好觉》里的“价格”一节 40 秒，共读过 2 次",
      "yesterday 21:05 read the part “价格” of “睡个好觉” for 40 s, twice in all",
    ],
    [
      { kind: "section", contentId: "sleep", sectionId: "gone", ms: 40_000, times: 1, at: evening },
      "昨天 21:05 读了《睡个好觉》里的一节 40 秒",
      "yesterday 21:05 read one part of “睡个好觉” for 40 s",
    ],
    [
      { kind: "times", about: null, times: 3, at: evening - 2 * DAY },
      "截至 11 月 14 日 21:05，共读了 3 次",
      "by 14 Nov 21:05 had read 3 times",
    ],
    [
      { kind: "recency", about: null, at: MONDAY + DAY },
      "今天 09:00 有过阅读",
      "today 09:00 read something",
    ],
    [
      { kind: "return", about: null, days: 21, at: evening },
      "昨天 21:05 时隔 21 天又来了",
      "yesterday 21:05 came back to read after 21 days",
    ],
    [
      { kind: "recency", about: { contentId: "soup" }, at: MONDAY + DAY },
      "今天 09:00 读过《冬日汤谱》",
      "today 09:00 read “冬日汤谱”",
    ],
    [
      { kind: "return", about: { topic: "sleep" }, days: 21, at: evening },
      "昨天 21:05 时隔 21 天又来读“sleep”主题的内容",
      "yesterday 21:05 came back to posts on sleep after 21 days",
    ],
    [
      { kind: "reshare", about: { contentId: "soup" }, readers: 1, at: evening - 400 * DAY },
      "截至 2025 年 10 月 12 日，有 1 人经由 TA 打开了《冬日汤谱》",
      "by 12 Oct 2025 1 person had opened “冬日汤谱” through them",
    ],
  ])("%o", (evidence, zh, en) => {
    expect(explainEvidence(evidence, names, now)).toEqual({ zh, en });
  });
});

test("a built-in tag says why it is there", () => {
  const history = [
    read({ at: evening, engagedMs: 780_000, completion: 0.9 }),
    read({ at: evening + HOUR, engagedMs: 12_000, completion: 0.1 }),
  ];
  const rules = BUILT_IN_RULES.map((rule) => version(rule));
  const ledger = rules.flatMap((rule) =>
    entriesToAppend(rule, creditsOf(rule, history, clock), [], now.at),
  );
  const [tag] = scoresAt(ledger, rules, { at: now.at });
  expect(tag && explainTag(tag, names, now, 2)).toEqual({
    zh: "对“sleep”感兴趣（35 分）：昨天 21:05 读完了《睡个好觉》的 90 %；截至昨天 22:05，“sleep”主题的内容共读了 2 次；另有 2 条",
    en: "interested in sleep (35 points): yesterday 21:05 read 90 % of “睡个好觉”; by yesterday 22:05 had read posts on sleep twice; and 2 more",
  });
});

test("each finding is told once, however many rules rest on it, and what the bounds changed is told with the score", () => {
  const rules = ["a", "b", "c"].map((ruleId) => version({ ruleId, group: "g", groupMax: 12 }));
  const history = [read({ at: evening })];
  const ledger = rules.flatMap((rule) =>
    entriesToAppend(rule, creditsOf(rule, history, clock), [], now.at),
  );
  const [tag] = scoresAt(ledger, rules, { at: now.at });
  expect(tag && explainTag(tag, names, now)).toEqual({
    zh: "reader（12 分，超出上限的 18 分不计）：昨天 21:05 读了《睡个好觉》 60 秒",
    en: "reader (12 points, with 18 over the maximum left out): yesterday 21:05 read “睡个好觉” for 60 s",
  });
  const lowest = ["a", "b", "c"].map((ruleId) =>
    version({ ruleId, group: "g", points: -10, groupMin: -5 }),
  );
  const against = lowest.flatMap((rule) =>
    entriesToAppend(rule, creditsOf(rule, history, clock), [], now.at),
  );
  const [least] = scoresAt(against, lowest, { at: now.at });
  expect(least && explainTag(least, names, now).en).toMatch(
    /^reader \(-5 points, with 25 added to make the minimum\): /,
  );
});
