import { describe, expect, test } from "vitest";
import { alertsFor } from "../../../../src/insight/tags/alert.ts";
import { BUILT_IN_RULES } from "../../../../src/insight/tags/built-in.ts";
import { creditsOf } from "../../../../src/insight/tags/credit.ts";
import { dryRunOn, dryRunWords, NO_DRY_RUN } from "../../../../src/insight/tags/dry-run.ts";
import { ruleFaults } from "../../../../src/insight/tags/faults.ts";
import { entriesToAppend, newest } from "../../../../src/insight/tags/ledger.ts";
import type { Rule } from "../../../../src/insight/tags/rule.ts";
import { isSensitive } from "../../../../src/insight/tags/sensitive.ts";
import { clock, DAY, HOUR, MONDAY, read, rule, version } from "./people.ts";

describe("faults of a rule", () => {
  test("a sound rule has none, nor have the built-in ones", () => {
    for (const sound of [rule(), ...BUILT_IN_RULES]) expect(ruleFaults(sound)).toEqual([]);
  });

  test.each<[string, Partial<Rule>, string]>([
    ["no use", { use: "  " }, "use"],
    ["no condition", { when: { any: [] } }, "when.any"],
    [
      "more conditions than ten",
      { when: { all: Array.from({ length: 11 }, () => ({ kind: "times", atLeast: 1 })) } },
      "when.all",
    ],
    ["a filter alone", { when: { all: [{ kind: "recency", withinDays: 3 }] } }, "when.all"],
    [
      "a time of nothing",
      { when: { all: [{ kind: "engaged", atLeastMs: 0 }] } },
      "when.all[0].atLeastMs",
    ],
    [
      "a share above one",
      {
        when: {
          any: [
            { kind: "times", atLeast: 1 },
            { kind: "completion", atLeast: 60 },
          ],
        },
      },
      "when.any[1].atLeast",
    ],
    [
      "a window of no days",
      { when: { all: [{ kind: "times", atLeast: 1, withinDays: 0 }] } },
      "when.all[0].withinDays",
    ],
    [
      "every topic without a place for it",
      { when: { all: [{ kind: "times", atLeast: 1, on: { topic: "*" } }] } },
      "tag",
    ],
    ["a place without every topic", { tag: "likes {topic}" }, "tag"],
    ["no points", { points: 0 }, "points"],
    ["points that are no number", { points: Number.NaN }, "points"],
    ["a cap of nothing", { perDay: 0 }, "perDay"],
    ["a cap without sense", { perDay: 1e308 }, "perDay"],
    ["a group's bound without sense", { groupMax: Number.POSITIVE_INFINITY }, "groupMax"],
    ["bounds upside down", { groupMin: 5, groupMax: 4 }, "groupMin"],
    ["no half-life", { halfLifeDays: 0 }, "halfLifeDays"],
    ["a cooldown backwards", { cooldownDays: -1 }, "cooldownDays"],
    ["a sensitive tag unsaid", { tag: "孕期客户" }, "sensitive"],
    [
      "a sensitive topic unsaid",
      { when: { all: [{ kind: "times", atLeast: 1, on: { topic: "diabetes" } }] } },
      "sensitive",
    ],
  ])("%s", (_, over, path) => {
    const faults = ruleFaults(rule(over));
    expect(faults.map((fault) => fault.path)).toEqual([path]);
    expect(faults[0]?.message).toMatch(/^[A-Z].*\.$/);
  });

  test("a sensitive rule may be published by somebody who says that it is meant", () => {
    expect(ruleFaults(rule({ tag: "孕期客户", sensitive: true }))).toEqual([]);
  });
});

describe("sensitive words", () => {
  test.each(["儿童保险", "health", "Kids’ clothes", "产后修复", "Cancer screening", "慢性病"])(
    "%s is sensitive",
    (topic) => expect(isSensitive(topic)).toBe(true),
  );

  test.each([
    "sleep",
    "house prices",
    "汤谱",
    "理财",
    "重庆火锅",
    "candidate",
    "装修",
    "kidney beans",
  ])("%s is not", (topic) => expect(isSensitive(topic)).toBe(false));
});

describe("a dry run", () => {
  const people = Array.from({ length: 7 }, (_, at) => ({
    viewerId: `viewer-${at}`,
    history: Array.from({ length: at }, (__, nth) => read({ at: MONDAY + nth * DAY })),
  }));
  const run = people.reduce(
    (sofar, viewer) =>
      dryRunOn(sofar, rule({ halfLifeDays: 30 }), viewer, { at: MONDAY + 9 * DAY, clock }),
    NO_DRY_RUN,
  );

  test("says how many would be tagged, with the five strongest", () => {
    expect(run).toMatchObject({ looked: 7, viewers: 6, credits: 21, tags: { reader: 6 } });
    expect(run.examples.map(({ viewerId }) => viewerId)).toEqual([
      "viewer-6",
      "viewer-5",
      "viewer-4",
      "viewer-3",
      "viewer-2",
    ]);
    expect(dryRunWords(run)).toEqual({
      zh: "会给 6 位读者打上标签（共看了 7 位）；5 个例子。",
      en: "Would tag 6 viewers of 7 looked at; 5 examples.",
    });
  });

  test("can be put down and gone on with", () => {
    const [first, ...rest] = people;
    const half = JSON.parse(
      JSON.stringify(
        dryRunOn(NO_DRY_RUN, rule({ halfLifeDays: 30 }), first!, { at: MONDAY + 9 * DAY, clock }),
      ),
    );
    const whole = rest.reduce(
      (sofar, viewer) =>
        dryRunOn(sofar, rule({ halfLifeDays: 30 }), viewer, { at: MONDAY + 9 * DAY, clock }),
      half,
    );
    expect(whole).toEqual(run);
  });
});

describe("alerts", () => {
  const loud = version({ ruleId: "loud", notify: true });
  const quiet = version({ ruleId: "quiet" });
  const visit = read({ id: "visit" });
  const entries = (engagedMs: number, before: ReturnType<typeof newest> = []) =>
    [loud, quiet].flatMap((each) =>
      entriesToAppend(
        each,
        creditsOf(each, [{ ...visit, engagedMs }], clock),
        before.filter(({ ruleId }) => ruleId === each.ruleId),
        MONDAY,
      ),
    );
  const alerts = (counting: ReturnType<typeof newest>, now = MONDAY + HOUR, source = "visit") =>
    alertsFor(source, counting, [loud, quiet], now);

  test("only a rule that says so tells the sender", () => {
    expect(alerts(entries(60_000)).map(({ ruleId }) => ruleId)).toEqual(["loud"]);
  });

  test("a correction is what is told", () => {
    const first = entries(60_000);
    const counting = newest([...first, ...entries(95_000, first)]);
    expect(alerts(counting)[0]?.evidence).toEqual([
      { kind: "engaged", contentId: "sleep", ms: 95_000, at: MONDAY },
    ]);
  });

  test("points that were taken back, other visits and history tell nobody", () => {
    const first = entries(60_000);
    expect(alerts(newest([...first, ...entries(5000, first)]))).toEqual([]);
    expect(alerts(first, MONDAY + HOUR, "another")).toEqual([]);
    expect(alerts(first, MONDAY + 2 * DAY)).toEqual([]);
  });
});
