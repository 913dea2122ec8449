import fc from "fast-check";
import { expect, test } from "vitest";
import { BUILT_IN_RULES } from "../../../../src/insight/tags/built-in.ts";
import { creditsOf } from "../../../../src/insight/tags/credit.ts";
import { newest } from "../../../../src/insight/tags/ledger.ts";
import type { RuleVersion } from "../../../../src/insight/tags/rule.ts";
import { play, streams, Viewer } from "./deliveries.ts";
import { clock, HOUR, MONDAY, read, version } from "./people.ts";

const rules: RuleVersion[] = [
  ...BUILT_IN_RULES.map((rule) => version(rule)),
  version({ ruleId: "slow", tag: "regular", cooldownDays: 2, perDay: 10 }),
  version({
    ruleId: "against",
    tag: "regular",
    when: {
      any: [
        { kind: "completion", atLeast: 0.9 },
        { kind: "return", afterDays: 3 },
      ],
    },
    points: -7,
    perDay: 10,
  }),
];

test("duplicates, reorder, retries and overlapping consumers end in what the final visits deserve", () => {
  fc.assert(
    fc.property(streams, (stream) => {
      const viewer = play(stream, rules);

      const deserved = rules.flatMap((rule) =>
        creditsOf(rule, viewer.history, clock).map(({ tag, source, points }) => [
          rule.ruleId,
          tag,
          source,
          points,
        ]),
      );
      const counting = newest(viewer.ledger)
        .filter(({ points }) => points !== 0)
        .map(({ ruleId, tag, source, points }) => [ruleId, tag, source, points]);
      expect(counting.toSorted()).toEqual(deserved.toSorted());

      const keys = viewer.ledger.map((entry) =>
        [entry.ruleId, entry.version, entry.tag, entry.source, entry.seq].join(),
      );
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 300 },
  );
});

test("an event that was told before appends nothing", () => {
  const viewer = new Viewer();
  viewer.store({ moment: read({ id: "once" }), revision: 1, isRead: true });
  viewer.consider(rules, MONDAY)();
  const before = viewer.ledger.length;
  expect(before).toBeGreaterThan(0);
  viewer.consider(rules, MONDAY + HOUR)();
  expect(viewer.ledger.length).toBe(before);
});
