import { describe, expect, test } from "vitest";
import { creditsOf } from "../../../../src/insight/tags/credit.ts";
import type { Moment } from "../../../../src/insight/tags/moment.ts";
import type { Condition, RuleVersion } from "../../../../src/insight/tags/rule.ts";
import { clock, clockAt, DAY, HOUR, MONDAY, read, reshare, version } from "./people.ts";

/** Which of the moments earned points, by their place in the history given. */
function earners(over: Partial<RuleVersion>, history: readonly Moment[]): number[] {
  const credits = creditsOf(version(over), history, clock);
  return credits.map(({ source }) => history.findIndex(({ id }) => id === source));
}

const all = (...conditions: Condition[]) => ({ when: { all: conditions } });
const any = (...conditions: Condition[]) => ({ when: { any: conditions } });
const day = (count: number) => MONDAY + count * DAY;

describe("conditions", () => {
  test.each<[string, Partial<RuleVersion>, Moment[], number[]]>([
    [
      "engaged time is judged visit by visit",
      all({ kind: "engaged", atLeastMs: 30_000 }),
      [
        read({ engagedMs: 29_999 }),
        read({ at: day(1), engagedMs: 30_000 }),
        read({ at: day(2), engagedMs: 5 }),
      ],
      [1],
    ],
    [
      "engaged time adds up where the rule says so, and every visit from then on speaks for it",
      all({ kind: "engaged", atLeastMs: 100_000, sum: true }),
      [
        read({ engagedMs: 60_000 }),
        read({ at: day(1), engagedMs: 40_000 }),
        read({ at: day(2), engagedMs: 2000 }),
      ],
      [1, 2],
    ],
    [
      "what is older than the window does not add up",
      all({ kind: "engaged", atLeastMs: 100_000, sum: true, withinDays: 7 }),
      [read(), read({ at: day(8), engagedMs: 60_000 }), read({ at: day(9), engagedMs: 40_000 })],
      [2],
    ],
    [
      "another topic does not count",
      all({ kind: "engaged", atLeastMs: 30_000, on: { topic: "soup" } }),
      [read(), read({ at: day(1), topics: ["soup", "winter"] })],
      [1],
    ],
    [
      "another content does not count",
      all({ kind: "completion", atLeast: 0.5, on: { contentId: "soup" } }),
      [read(), read({ at: day(1), contentId: "soup" })],
      [1],
    ],
    [
      "completion includes its bound",
      all({ kind: "completion", atLeast: 0.6 }),
      [read({ completion: 0.599 }), read({ at: day(1), completion: 0.6 })],
      [1],
    ],
    [
      "a section read twice",
      all({
        kind: "section",
        contentId: "sleep",
        sectionId: "price",
        atLeastMs: 5000,
        times: 2,
        withinDays: 7,
      }),
      [
        read({ sections: { price: 8000 } }),
        read({ at: day(1), sections: { steps: 60_000 } }),
        read({ at: day(2), sections: { price: 4999 } }),
        read({ at: day(3), sections: { price: 5000 } }),
      ],
      [3],
    ],
    [
      "times are counted in a window that moves",
      all({ kind: "times", atLeast: 3, withinDays: 7 }),
      [read(), read({ at: day(5) }), read({ at: day(8) }), read({ at: day(9) })],
      [3],
    ],
    [
      "coming back after a while",
      all({ kind: "return", afterDays: 14 }),
      [read(), read({ at: day(13) }), read({ at: day(27) }), read({ at: day(27) + HOUR })],
      [2],
    ],
    [
      "people who opened it through the reader",
      all({ kind: "reshare", readers: 2 }),
      [read(), reshare({ at: day(1) }), reshare({ at: day(2) }), read({ at: day(3) })],
      [2],
    ],
    [
      "recency filters and gives nothing by itself",
      all(
        { kind: "engaged", atLeastMs: 30_000, on: { topic: "sleep" } },
        { kind: "recency", on: { topic: "soup" }, withinDays: 3 },
      ),
      [read(), read({ at: day(1), topics: ["soup"] }), read({ at: day(2) }), read({ at: day(5) })],
      [2],
    ],
    [
      "all conditions have to hold, and a visit that has to do with none of them gives nothing again",
      all(
        { kind: "engaged", atLeastMs: 30_000, on: { topic: "sleep" } },
        { kind: "times", atLeast: 1, on: { topic: "soup" } },
      ),
      [
        read(),
        read({ at: day(1), topics: ["soup"] }),
        read({ at: day(2), topics: ["tea"] }),
        read({ at: day(3), engagedMs: 1000 }),
      ],
      [1],
    ],
    [
      "any condition is enough",
      any(
        { kind: "engaged", atLeastMs: 120_000 },
        { kind: "completion", atLeast: 0.9, on: { topic: "soup" } },
      ),
      [
        read(),
        read({ at: day(1), engagedMs: 120_000 }),
        read({ at: day(2), topics: ["soup"], completion: 1 }),
        read({ at: day(3), completion: 1 }),
      ],
      [1, 2],
    ],
  ])("%s", (_, over, history, expected) => {
    expect(earners(over, history)).toEqual(expected);
  });
});

describe("limits", () => {
  test("a cooldown counts from the last match that gave points", () => {
    const history = [0, 2, 3, 4, 7].map((days) => read({ at: day(days) }));
    expect(earners({ cooldownDays: 3 }, history)).toEqual([0, 2, 4]);
  });

  test("a day's cap cuts the last match and bars the next, until the local midnight", () => {
    const history = [0, 1, 2, 14, 15].map((hours) => read({ at: MONDAY + hours * HOUR }));
    const points = (east: number) =>
      creditsOf(version({ perDay: 25 }), history, clockAt(east)).map((credit) => credit.points);
    // Monday 9:00 and 14 hours later are one day in UTC+8, two in UTC+13.
    expect(points(8)).toEqual([10, 10, 5, 10]);
    expect(points(13)).toEqual([10, 10, 5, 10, 10]);
  });

  test("a cap holds for points that are taken away too", () => {
    const history = [0, 1].map((hours) => read({ at: MONDAY + hours * HOUR }));
    const credits = creditsOf(version({ points: -10, perDay: 15 }), history, clock);
    expect(credits.map(({ points }) => points)).toEqual([-10, -5]);
  });

  test("a version gives points for its own time, and remembers what came before", () => {
    const over = {
      ...all({ kind: "times", atLeast: 2 }),
      since: day(2),
      until: day(4),
    };
    const history = [0, 2, 3, 4].map((days) => read({ at: day(days) }));
    expect(earners(over, history)).toEqual([1, 2]);
  });
});

describe("a tag for each topic", () => {
  const each = { topic: "*" };
  const interest = {
    ...all(
      { kind: "times" as const, atLeast: 2, on: each },
      { kind: "completion" as const, atLeast: 0.5, on: each },
    ),
    tag: "likes {topic}",
  };

  test("topics are judged apart", () => {
    const history = [
      read({ topics: ["sleep", "tea"] }),
      read({ at: day(1), topics: ["sleep"] }),
      read({ at: day(2), topics: ["soup"] }),
      read({ at: day(3), topics: ["tea"] }),
    ];
    const credits = creditsOf(version(interest), history, clock);
    expect(credits.map(({ tag, source }) => [tag, source])).toEqual([
      ["likes sleep", history[1]?.id],
      ["likes tea", history[3]?.id],
    ]);
  });

  test("a condition on one content is shared by all topics, also from before they were seen", () => {
    const over = {
      ...all(
        { kind: "times", atLeast: 1, on: each },
        { kind: "times", atLeast: 1, on: { contentId: "soup" } },
      ),
      tag: "{topic}",
    };
    const history = [read({ contentId: "soup", topics: [] }), read({ at: day(1) })];
    expect(earners(over, history)).toEqual([1]);
  });

  test("no tag is inferred from a sensitive topic, unless the rule says that it is meant", () => {
    const history = ["糖尿病饮食", "sleep"].flatMap((topic) => [
      read({ topics: [topic] }),
      read({ at: day(1), topics: [topic] }),
    ]);
    const tags = (sensitive: boolean) =>
      creditsOf(version({ ...interest, sensitive }), history, clock).map(({ tag }) => tag);
    expect(tags(false)).toEqual(["likes sleep"]);
    expect(tags(true)).toEqual(["likes sleep", "likes 糖尿病饮食"]);
  });
});
