/** What a person and day may earn at most, and what a group may say at least and at most, whatever comes twice or late. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { creditsOf } from "../../../../src/insight/tags/credit.ts";
import { entriesDue } from "../../../../src/insight/tags/due.ts";
import { type LedgerEntry, newest } from "../../../../src/insight/tags/ledger.ts";
import type { Rule, RuleVersion } from "../../../../src/insight/tags/rule.ts";
import { scoresAt } from "../../../../src/insight/tags/score.ts";
import { play, streams } from "./deliveries.ts";
import { clock, DAY, HOUR, MONDAY, read, version } from "./people.ts";

const wholePoints = (max: number) => fc.integer({ min: 1, max });

const limits = fc.record({
  points: fc.oneof(
    wholePoints(30),
    wholePoints(30).map((points) => -points),
  ),
  perDay: fc.option(wholePoints(40), { nil: undefined }),
  cooldownDays: fc.constantFrom(0, 1),
  halfLifeDays: fc.constantFrom(null, 2),
  bounds: fc.constantFrom<Pick<Rule, "groupMin" | "groupMax">>(
    {},
    { groupMin: 5 },
    { groupMax: 12 },
    { groupMin: -8, groupMax: 25 },
    { groupMin: -3, groupMax: -2 },
  ),
});

const whens: Rule["when"][] = [
  { all: [{ kind: "engaged", atLeastMs: 30_000 }] },
  {
    any: [
      { kind: "completion", atLeast: 0.5 },
      { kind: "reshare", readers: 1 },
    ],
  },
  { all: [{ kind: "times", atLeast: 2, on: { topic: "*" } }] },
];

/** A few rules of two groups, one of them published anew on the second day. */
const ruleSets = fc.array(limits, { minLength: 1, maxLength: 4 }).map((all) =>
  all.flatMap(({ bounds, perDay, ...rest }, at): RuleVersion[] => {
    const rule: Partial<RuleVersion> = {
      ...rest,
      ...bounds,
      ...(perDay === undefined ? {} : { perDay }),
      ruleId: `rule-${at}`,
      when: whens[at % whens.length]!,
      tag: at % whens.length === 2 ? "on {topic}" : "reader",
      group: at % 2 ? "odd" : "even",
    };
    if (at > 0) return [version(rule)];
    const noon = MONDAY + DAY + 2 * HOUR;
    return [version({ ...rule, until: noon }), version({ ...rule, version: 2, since: noon })];
  }),
);

/** When a part of the history is taken by retention while the rest is still being told. */
const losses = fc.option(
  fc.record({ step: fc.nat({ max: 20 }), before: fc.integer({ min: 0, max: 100 }) }),
  { nil: null },
);

/** All instants at which the ledger said something new, and much later. */
function instantsOf(ledger: readonly LedgerEntry[]): number[] {
  return [...new Set(ledger.map(({ recordedAt }) => recordedAt)), MONDAY + 60 * DAY];
}

test("no rule gives a person more than its cap in a day, at no moment and by no version", () => {
  fc.assert(
    fc.property(streams, ruleSets, losses, (stream, rules, loss) => {
      const { ledger } = play(stream, rules, (step) =>
        loss && step >= loss.step ? MONDAY + loss.before * HOUR : Number.NEGATIVE_INFINITY,
      );
      const capOf = new Map(rules.map(({ ruleId, perDay }) => [ruleId, perDay ?? Infinity]));
      for (const knownAt of instantsOf(ledger)) {
        const days = new Map<string, { ruleId: string; points: number }>();
        for (const { ruleId, tag, at, points } of newest(ledger, knownAt)) {
          const key = `${ruleId} ${tag} ${clock(at).day}`;
          const sum = (days.get(key)?.points ?? 0) + Math.abs(points);
          days.set(key, { ruleId, points: sum });
        }
        for (const { ruleId, points } of days.values()) {
          expect(points).toBeLessThanOrEqual(capOf.get(ruleId) ?? 0);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("a group's minimum and maximum hold of every score that was ever shown, and say what they cut", () => {
  fc.assert(
    fc.property(streams, ruleSets, (stream, rules) => {
      const { ledger } = play(stream, rules);
      const ruleOf = new Map(rules.map((rule) => [`${rule.ruleId} ${rule.version}`, rule]));
      for (const knownAt of instantsOf(ledger)) {
        const at = Math.max(knownAt, MONDAY + 5 * DAY);
        for (const { score, limited, parts } of scoresAt(ledger, rules, { at, knownAt })) {
          const groups = Map.groupBy(
            parts,
            ({ entry }) => ruleOf.get(`${entry.ruleId} ${entry.version}`)?.group,
          );
          let least = 0;
          let most = 0;
          for (const group of groups.values()) {
            const held = group.map(({ entry }) => ruleOf.get(`${entry.ruleId} ${entry.version}`)!);
            const max = Math.min(...held.map(({ groupMax }) => groupMax ?? Infinity));
            most += max;
            // Where the rules of a group disagree, the maximum holds.
            least += Math.min(max, Math.max(...held.map(({ groupMin }) => groupMin ?? -Infinity)));
          }
          const whole = parts.reduce((sum, { worth }) => sum + worth, 0);
          expect(score).toBeGreaterThanOrEqual(least - 0.05);
          expect(score).toBeLessThanOrEqual(most + 0.05);
          expect(Math.abs(score - whole - limited)).toBeLessThan(0.11);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("the score in the end depends on the visits alone, not on how often and in which order they were told", () => {
  fc.assert(
    fc.property(streams, ruleSets, (stream, rules) => {
      const at = MONDAY + 9 * DAY;
      const viewer = play(stream, rules);
      const known = { moments: viewer.history, written: [] };
      const atOnce = entriesDue(rules, known, { since: 0, now: at, clock });
      const shown = (ledger: readonly LedgerEntry[]) =>
        scoresAt(ledger, rules, { at }).map(({ tag, score, limited }) => ({ tag, score, limited }));
      expect(shown(viewer.ledger)).toEqual(shown(atOnce));
    }),
    { numRuns: 300 },
  );
});

describe("a day is one day", () => {
  const morning = read({ id: "morning" });
  const evening = read({ id: "evening", at: MONDAY + 10 * HOUR });
  const capped = version({ points: 20, perDay: 20 });

  test("also where retention has taken its morning", () => {
    const written = entriesDue(
      [capped],
      { moments: [morning, evening], written: [] },
      { since: 0, now: evening.at, clock },
    );
    expect(written.map(({ source, points }) => [source, points])).toEqual([["morning", 20]]);
    const since = MONDAY + HOUR;
    const later = { since, now: since + 30 * DAY, clock };
    expect(entriesDue([capped], { moments: [evening], written }, later)).toEqual([]);
  });

  test("also where a rule is published anew at noon", () => {
    const noon = MONDAY + 3 * HOUR;
    const rules = [
      { ...capped, until: noon },
      { ...capped, version: 2, since: noon, perDay: 25 },
    ];
    const due = entriesDue(
      rules,
      { moments: [morning, evening], written: [] },
      { since: 0, now: evening.at, clock },
    );
    expect(due.map(({ source, version: by, points }) => [source, by, points])).toEqual([
      ["morning", 1, 20],
      ["evening", 2, 5],
    ]);
  });

  test("and a version that is dated back takes the place of what came before it", () => {
    const rules = [
      { ...capped, until: 0 },
      { ...capped, version: 2, since: null },
    ];
    const written = entriesDue(
      [capped],
      { moments: [morning], written: [] },
      { since: 0, now: morning.at, clock },
    );
    const due = entriesDue(
      rules,
      { moments: [morning], written },
      { since: 0, now: morning.at + HOUR, clock },
    );
    expect(due.map(({ version: by, points }) => [by, points])).toEqual([
      [1, 0],
      [2, 20],
    ]);
  });
});

test("a cooldown goes on from what an earlier version gave", () => {
  const given = [{ tag: "reader", at: MONDAY, points: 10 }];
  const history = [read({ at: MONDAY + DAY }), read({ id: "later", at: MONDAY + 3 * DAY })];
  const credits = creditsOf(version({ cooldownDays: 2 }), history, clock, given);
  expect(credits.map(({ source }) => source)).toEqual(["later"]);
});
