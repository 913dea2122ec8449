/** What happens between a page and the ledger: revisions told twice, late, out of order, by consumers that overlap. */
import fc from "fast-check";
import { entriesDue } from "../../../../src/insight/tags/due.ts";
import type { LedgerEntry } from "../../../../src/insight/tags/ledger.ts";
import type { Moment } from "../../../../src/insight/tags/moment.ts";
import type { RuleVersion } from "../../../../src/insight/tags/rule.ts";
import { clock, DAY, HOUR, MONDAY, read, reshare } from "./people.ts";

/** A visit's row: its latest revision, and whether it is a read at all. */
interface Row {
  moment: Moment;
  revision: number;
  isRead: boolean;
}

/** As storage keeps it: rows by id, a ledger that only grows, and whose turn it is to write. */
export class Viewer {
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

  /**
   * A consumer of the outbox: what it read, and the write that it goes on to try.
   *
   * @param since what began before it has been taken by retention
   */
  consider(all: readonly RuleVersion[], at: number, since = Number.NEGATIVE_INFINITY) {
    const turn = this.turn;
    const moments = this.history.filter((moment) => moment.at >= since);
    const known = { moments, written: [...this.ledger] };
    const appended = entriesDue(all, known, { since, now: at, clock });
    return (): boolean => {
      if (appended.length === 0) return this.turn === turn;
      if (this.turn !== turn) return false;
      this.turn++;
      this.ledger.push(...appended);
      return true;
    };
  }
}

const revised = fc.record({
  id: fc.integer({ min: 0, max: 6 }),
  revision: fc.integer({ min: 1, max: 4 }),
  hours: fc.integer({ min: 0, max: 240 }),
  engagedMs: fc.integer({ min: 1000, max: 200_000 }),
  completion: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
  isRead: fc.boolean(),
});

/** The stream of what happens: each revision told once or more, in any order, by consumers that overlap. */
export const streams = fc
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
export type Stream = typeof streams extends fc.Arbitrary<infer S> ? S : never;

function rowOf({ id, revision, engagedMs, completion, isRead }: Stream["events"][number]): Row {
  // When a visit began does not change with a revision. Two days have two visits or three, so that caps bind.
  const at = MONDAY + ((id * 37) % 4) * DAY + (id % 5) * HOUR;
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

/**
 * Plays a stream to its end, each event told once for certain and some again, and one that was too late retried.
 *
 * @param rules as they stand, or at each step
 */
export function play(
  { events, deliveries, order }: Stream,
  rules: readonly RuleVersion[] | ((step: number) => readonly RuleVersion[]),
  since?: (step: number) => number,
): Viewer {
  const viewer = new Viewer();
  const rulesAt = typeof rules === "function" ? rules : () => rules;
  const waiting: { due: number; event: number; write: () => boolean }[] = [];
  const queue = [...order.map((event) => ({ event, delay: 1 })), ...deliveries].filter(
    ({ event }) => event < events.length,
  );
  for (let step = 0; queue.length > 0 || waiting.length > 0; step++) {
    const next = queue.shift();
    const event = next && events[next.event];
    if (next && event) {
      viewer.store(rowOf(event));
      const write = viewer.consider(rulesAt(step), MONDAY + step, since?.(step));
      waiting.push({ due: step + next.delay, event: next.event, write });
    }
    for (const consumer of waiting.splice(0)) {
      if (consumer.due > step && queue.length > 0) waiting.push(consumer);
      else if (!consumer.write()) queue.push({ event: consumer.event, delay: 0 });
    }
  }
  return viewer;
}
