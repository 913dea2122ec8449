import fc from "fast-check";
import { expect, test } from "vitest";
import { BUILT_IN_RULES } from "../../../../src/insight/tags/built-in.ts";
import { creditsOf } from "../../../../src/insight/tags/credit.ts";
import { entriesToAppend, type LedgerEntry, newest } from "../../../../src/insight/tags/ledger.ts";
import type { Moment } from "../../../../src/insight/tags/moment.ts";
import type { RuleVersion } from "../../../../src/insight/tags/rule.ts";
import { clock, DAY, HOUR, MONDAY, read, reshare, version } from "./people.ts";

/** A visit's row: its latest revision, and whether it is a read at all. */
interface Row {
  moment: Moment;
  revision: number;
  isRead: boolean;
}

/** As storage keeps it: rows by id, a ledger that only grows, and whose turn it is to write. */
class Viewer {
  readonly rows = new Map<string, Row>();
  readonly ledger: LedgerEntry[] = [];
  turn = 0;

  store(row: Row): void {
    const known = this.rows.get(row.moment.id);
    if (!known || known.revision < row.revision) this.rows.set(row.moment.id, row);
  }

  get history(): Moment[] {
    return [...this.rows.values()].flatMap((row) => (row.isRead ? [row.moment] : []));
  }

  /** A consumer of the outbox: what it read, and the write that it goes on to try. */
  consider(all: readonly RuleVersion[], at: number): () => boolean {
    const turn = this.turn;
    const appended = all.flatMap((rule) => {
      const own = this.ledger.filter((entry) => entry.ruleId === rule.ruleId);
      return entriesToAppend(rule, creditsOf(rule, this.history, clock), own, at);
    });
    return () => {
      if (appended.length === 0) return this.turn === turn;
      if (this.turn !== turn) return false;
      this.turn++;
      this.ledger.push(...appended);
      return true;
    };
  }
}

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

const revised = fc.record({
  id: fc.integer({ min: 0, max: 6 }),
  revision: fc.integer({ min: 1, max: 4 }),
  hours: fc.integer({ min: 0, max: 240 }),
  engagedMs: fc.integer({ min: 1000, max: 200_000 }),
  completion: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
  isRead: fc.boolean(),
});

/** The stream of what happens: each revision told once or more, in any order, by consumers that overlap. */
const streams = fc
  .uniqueArray(revised, { maxLength: 14, selector: ({ id, revision }) => `${id} ${revision}` })
  .chain((events) =>
    fc.record({
      events: fc.constant(events),
      deliveries: fc.array(
        fc.record({
          event: fc.nat({ max: Math.max(0, events.length - 1) }),
          /** How many other deliveries come in between reading and writing. */
          delay: fc.nat({ max: 3 }),
        }),
        { maxLength: 30 },
      ),
      order: fc.shuffledSubarray(
        events.map((_, at) => at),
        { minLength: events.length },
      ),
    }),
  );

function rowOf(
  event: { id: number; revision: number; hours: number; isRead: boolean } & Record<
    "engagedMs" | "completion",
    number
  >,
): Row {
  const { id, revision, engagedMs, completion, isRead } = event;
  // When a visit began does not change with a revision.
  const at = MONDAY + ((id * 37) % 9) * DAY + (id % 5) * HOUR;
  const moment: Moment =
    id === 6
      ? reshare({ id: "ref-6", at })
      : read({
          id: `visit-${id}`,
          at,
          engagedMs,
          completion,
          topics: id % 2 ? ["sleep"] : ["sleep", "tea"],
        });
  return { moment, revision, isRead };
}

test("duplicates, reorder, retries and overlapping consumers end in what the final visits deserve", () => {
  fc.assert(
    fc.property(streams, ({ events, deliveries, order }) => {
      const viewer = new Viewer();
      const waiting: { due: number; event: number; write: () => boolean }[] = [];
      // Every event once for certain, and some again.
      const queue = [...order.map((event) => ({ event, delay: 1 })), ...deliveries].filter(
        ({ event }) => event < events.length,
      );
      for (let step = 0; queue.length > 0 || waiting.length > 0; step++) {
        const next = queue.shift();
        if (next) {
          viewer.store(rowOf(events[next.event]!));
          const write = viewer.consider(rules, MONDAY + step);
          waiting.push({ due: step + next.delay, event: next.event, write });
        }
        for (const consumer of waiting.splice(0)) {
          if (consumer.due > step && queue.length > 0) waiting.push(consumer);
          else if (!consumer.write()) queue.push({ event: consumer.event, delay: 0 });
        }
      }

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
