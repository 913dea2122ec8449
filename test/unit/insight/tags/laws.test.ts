/** What holds of rules with cooldowns, half-lives and new versions, whatever comes twice, late, out of order or anew. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { entriesDue } from "../../../../src/insight/tags/due.ts";
import { type LedgerEntry, newest } from "../../../../src/insight/tags/ledger.ts";
import type { RuleVersion } from "../../../../src/insight/tags/rule.ts";
import { scoresAt } from "../../../../src/insight/tags/score.ts";
import { play, streams } from "./deliveries.ts";
import { clock, DAY, HOUR, MONDAY, version } from "./people.ts";

/** A rule that is published anew while its visits are being told: from that day on, or dated back over all of history. */
const republished = fc
  .record({
    cooldownDays: fc.constantFrom(0, 0.1, 1, 2),
    points: fc.integer({ min: 1, max: 30 }),
    next: fc.integer({ min: 1, max: 30 }),
    perDay: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
    halfLifeDays: fc.constantFrom(null, 1, 7),
    isDatedBack: fc.boolean(),
    step: fc.nat({ max: 20 }),
  })
  .map(({ points, next, perDay, isDatedBack, step, ...rest }) => {
    const first = version({ ...rest, points, ...(perDay === undefined ? {} : { perDay }) });
    const from = MONDAY + DAY + 2 * HOUR;
    const published = isDatedBack
      ? [
          { ...first, until: 0 },
          { ...first, version: 2, points: next, since: null },
        ]
      : [
          { ...first, until: from },
          { ...first, version: 2, points: next, since: from },
        ];
    return { before: [first], published, step };
  });
type Republished = typeof republished extends fc.Arbitrary<infer R> ? R : never;

/** Told with the one version until a step, and with both from there on; what was told before is told again by it. */
function playThrough(stream: Parameters<typeof play>[0], { before, published, step }: Republished) {
  const viewer = play(stream, (at) => (at < step ? before : published));
  viewer.consider(published, MONDAY + 9 * DAY)();
  return viewer;
}

const counting = (ledger: readonly LedgerEntry[], knownAt?: number) =>
  newest(ledger, knownAt).filter(({ points }) => points !== 0);

/** All instants at which the ledger said something new. */
const instantsOf = (ledger: readonly LedgerEntry[]) =>
  new Set(ledger.map(({ recordedAt }) => recordedAt));

const shown = (ledger: readonly LedgerEntry[], rules: readonly RuleVersion[], at: number) =>
  scoresAt(ledger, rules, { at }).map(({ tag, score }) => [tag, score]);

test("within a cooldown nothing is given a second time, at no moment and by no version", () => {
  fc.assert(
    fc.property(streams, republished, (stream, rule) => {
      const { ledger } = playThrough(stream, rule);
      const least = (rule.published[0]?.cooldownDays ?? 0) * DAY;
      for (const knownAt of instantsOf(ledger)) {
        const times = counting(ledger, knownAt)
          .map(({ at }) => at)
          .sort((a, b) => a - b);
        for (const [index, at] of times.slice(1).entries()) {
          expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(least);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("no visit is credited by two versions of a rule, however often it is published and told", () => {
  fc.assert(
    fc.property(streams, republished, (stream, rule) => {
      const { ledger } = playThrough(stream, rule);
      for (const knownAt of instantsOf(ledger)) {
        const sources = counting(ledger, knownAt).map(({ tag, source }) => `${tag} ${source}`);
        expect(new Set(sources).size).toBe(sources.length);
      }
    }),
    { numRuns: 500 },
  );
});

test("a version published in the midst, dated back or not, ends in the score that it would always have given", () => {
  fc.assert(
    fc.property(streams, republished, (stream, rule) => {
      const viewer = playThrough(stream, rule);
      const at = MONDAY + 9 * DAY;
      const known = { moments: viewer.history.toReversed(), written: [] };
      const atOnce = entriesDue(rule.published, known, { since: 0, now: at, clock });
      expect(shown(viewer.ledger, rule.published, at)).toEqual(shown(atOnce, rule.published, at));
    }),
    { numRuns: 500 },
  );
});

test("each half-life halves a score, and without one it stays", () => {
  fc.assert(
    fc.property(streams, republished, fc.integer({ min: 0, max: 4 }), (stream, rule, lives) => {
      const { ledger } = playThrough(stream, rule);
      const { halfLifeDays = null } = rule.published[0] ?? {};
      const then = MONDAY + 9 * DAY;
      const scoreAt = (at: number) => scoresAt(ledger, rule.published, { at })[0]?.score ?? 0;
      const later = scoreAt(then + lives * (halfLifeDays ?? 30) * DAY);
      const left = halfLifeDays === null ? 1 : 2 ** -lives;
      // Both are rounded to a tenth.
      expect(Math.abs(later - scoreAt(then) * left)).toBeLessThanOrEqual(0.1001);
    }),
    { numRuns: 300 },
  );
});
