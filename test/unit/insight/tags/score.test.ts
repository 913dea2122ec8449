import { describe, expect, test } from "vitest";
import { creditsOf } from "../../../../src/insight/tags/credit.ts";
import { entriesToAppend, type LedgerEntry } from "../../../../src/insight/tags/ledger.ts";
import type { Moment } from "../../../../src/insight/tags/moment.ts";
import type { RuleVersion } from "../../../../src/insight/tags/rule.ts";
import { scoreHistory, scoresAt } from "../../../../src/insight/tags/score.ts";
import { clock, DAY, MONDAY, read, version } from "./people.ts";

const day = (count: number) => MONDAY + count * DAY;

/** The ledger after each history in turn was evaluated at its time. */
function ledgerOf(rules: RuleVersion[], steps: [at: number, history: Moment[]][]): LedgerEntry[] {
  const ledger: LedgerEntry[] = [];
  for (const [at, history] of steps) {
    for (const rule of rules) {
      const own = ledger.filter(
        (entry) => entry.ruleId === rule.ruleId && entry.version === rule.version,
      );
      ledger.push(...entriesToAppend(rule, creditsOf(rule, history, clock), own, at));
    }
  }
  return ledger;
}

describe("a score", () => {
  test("halves with its half-life, and is rounded to a tenth", () => {
    const rules = [version({ halfLifeDays: 10 })];
    const ledger = ledgerOf(rules, [[MONDAY, [read()]]]);
    const at = (days: number) => scoresAt(ledger, rules, { at: day(days) })[0]?.score;
    expect([0, 10, 15, 20].map(at)).toEqual([10, 5, 3.5, 2.5]);
  });

  test("without a half-life it stays", () => {
    const rules = [version()];
    const ledger = ledgerOf(rules, [[MONDAY, [read()]]]);
    expect(scoresAt(ledger, rules, { at: day(3000) })[0]?.score).toBe(10);
  });

  test("groups limit what their rules give, each by itself", () => {
    const rules = [
      version({ ruleId: "a", group: "reading", groupMax: 25 }),
      version({ ruleId: "b", group: "reading", groupMax: 60, points: 7 }),
      version({ ruleId: "c", group: "refusing", groupMin: -5, points: -4 }),
    ];
    const ledger = ledgerOf(rules, [[MONDAY, [read(), read({ at: day(1) })]]]);
    const [tag] = scoresAt(ledger, rules, { at: day(1) });
    // 20 and 14 in one group, -8 in the other.
    expect(tag?.score).toBe(25 - 5);
    expect(tag?.limited).toBe(-9 + 3);
    expect(tag?.parts.map(({ worth }) => worth)).toEqual([10, 10, 7, 7, -4, -4]);
  });

  test("tags come strongest first, ties in order of the tag", () => {
    const rules = ["b", "a", "c"].map((tag, at) =>
      version({ ruleId: tag, tag, points: tag === "c" ? 20 : 10, version: at }),
    );
    const ledger = ledgerOf(rules, [[MONDAY, [read()]]]);
    expect(scoresAt(ledger, rules, { at: MONDAY }).map(({ tag }) => tag)).toEqual(["c", "a", "b"]);
  });

  test("what begins later does not count yet", () => {
    const rules = [version()];
    const ledger = ledgerOf(rules, [[day(5), [read({ at: day(4) })]]]);
    expect(scoresAt(ledger, rules, { at: day(3) })).toEqual([]);
  });
});

describe("why it was 40 on Tuesday", () => {
  const rules = [version({ points: 40 })];
  const visit = read({ id: "corrected" });
  // On Wednesday the visit turned out to have been shorter than thought.
  const ledger = ledgerOf(rules, [
    [MONDAY, [visit]],
    [day(2), [{ ...visit, engagedMs: 20_000 }]],
  ]);

  test("the history says what was shown on each day", () => {
    expect(scoreHistory("reader", ledger, rules, [day(1), day(2)])).toEqual([
      { at: day(1), score: 40 },
      { at: day(2), score: 0 },
    ]);
  });

  test("the parts of that day say why", () => {
    const [tag] = scoresAt(ledger, rules, { at: day(1), knownAt: day(1) });
    expect(tag?.parts[0]?.entry.evidence).toEqual([
      { kind: "engaged", contentId: "sleep", ms: 60_000, at: MONDAY },
    ]);
  });

  test("by what is known today it would have been nothing", () => {
    expect(scoresAt(ledger, rules, { at: day(1) })).toEqual([]);
  });

  test("a correction that changes no points still renews the evidence", () => {
    const longer = ledgerOf(rules, [
      [MONDAY, [visit]],
      [day(2), [{ ...visit, engagedMs: 90_000 }]],
    ]);
    expect(longer.map(({ seq, points }) => [seq, points])).toEqual([
      [1, 40],
      [2, 40],
    ]);
    expect(scoresAt(longer, rules, { at: day(3) })[0]?.score).toBe(40);
  });
});

test("a version that was dated back gives what it would always have given", () => {
  const history = [read(), read({ at: day(3) })];
  const fromNow = version({ version: 2, since: day(2) });
  const datedBack = version({ version: 2, since: null });
  const score = (rule: RuleVersion) =>
    scoresAt(ledgerOf([rule], [[day(4), history]]), [rule], { at: day(4) })[0]?.score;
  expect(score(fromNow)).toBe(10);
  expect(score(datedBack)).toBe(20);
});
