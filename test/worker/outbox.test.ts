/** What is told of visits that are over, to whom, how often, and for how long it is kept. */
import { createExecutionContext } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createContext } from "../../src/app.ts";
import { isVisitEvent, type VisitEvent } from "../../src/domain/outbox.ts";
import { instant } from "../../src/domain/units.ts";
import { closedAtOnce } from "../../src/storage/close-visits.ts";
import { expireOutbox, readOutbox } from "../../src/storage/outbox.ts";
import { run } from "../../src/storage/run.ts";
import type { OutboxConsumer } from "../../src/usecases/outbox/consumer.ts";
import { drainOutbox } from "../../src/usecases/outbox/drain-outbox.ts";
import { deliver, env, freshWorld } from "./world.ts";

const start = Date.UTC(2026, 10, 1, 10, 3, 21, 417);
const day = 86_400_000;
const quarter = 900_000;

beforeEach(async () => {
  vi.restoreAllMocks();
  await freshWorld();
});
afterEach(() => {
  vi.useRealTimers();
});

/** An open visit whose last beat came at a time. */
async function addVisit(id: string, { at = start, rung = "anonymous", revision = 0 } = {}) {
  const begun = at - (at % quarter);
  await env.DB_A.batch([
    env.DB_A.prepare(
      `INSERT OR REPLACE INTO visits (target, quarter, id, workspace_id, version, sender_id, channel, rung,
         refused, last_beat_at, engaged_ms, scroll, sections, seq, end_seq, was_cut, app, device, bot, own,
         revision)
       VALUES ('at', ?1, ?2, 'aw', 1, 'as', 'chat', ?3, 0, ?4, 1, 1, '[]', 1, 0, 0, 'browser', 'phone', 0,
         0, ?5)`,
    ).bind(begun, id, rung, at, revision),
    env.DB_A.prepare("INSERT INTO open_visits VALUES ('at', ?, ?)").bind(begun, id),
  ]);
}

const tick = (at: number) => deliver("beats", ["a tick1"], at);

async function told(): Promise<VisitEvent[]> {
  const rows = await readOutbox(env.DB_A, { after: 0, limit: 100 });
  return rows.flatMap(({ events }) => events.filter(isVisitEvent));
}

const context = () => createContext(env, createExecutionContext(), "test", "https://starling.test");

/** A consumer that remembers what it was told; `fails` decides whether it takes a visit's event. */
function listener(name: string, fails: (id: string) => boolean = () => false) {
  const heard: string[] = [];
  const consumer: OutboxConsumer = {
    name,
    consume: async (_ctx, events) => {
      for (const { id, revision } of events) {
        if (fails(id)) throw new Error("it is out");
        heard.push(`${id}.${revision}`);
      }
    },
  };
  return { consumer, heard };
}

describe("a visit that is over", () => {
  test("is told of in the transaction that closes it", async () => {
    await addVisit("av1");
    await tick(start + 89_000);
    expect(await told()).toEqual([]);
    await tick(start + 91_000);
    expect(await told()).toEqual([
      {
        kind: "visit.closed",
        workspaceId: "aw",
        target: "at",
        quarter: start - (start % quarter),
        id: "av1",
        revision: 0,
        at: start + 91_000,
      },
    ]);
  });

  test("is told of once, whatever number of ticks", async () => {
    await addVisit("av1");
    for (const minute of [2, 3, 3, 4]) await tick(start + minute * 60_000);
    expect(await told()).toHaveLength(1);
  });

  test("is told of as corrected, one revision on, when it was open again", async () => {
    await addVisit("av1");
    await tick(start + 91_000);
    await addVisit("av1", { at: start + 100_000, revision: 1 });
    await tick(start + 300_000);
    expect((await told()).map(({ kind, id, revision }) => [kind, id, revision])).toEqual([
      ["visit.closed", "av1", 0],
      ["visit.corrected", "av1", 1],
    ]);
  });

  test("is told of with no time finer than the quarter-hour where its reader agreed to nothing", async () => {
    await addVisit("av1", { rung: "aggregate" });
    await tick(start + 91_000);
    const row = await env.DB_A.prepare("SELECT * FROM outbox").first<{ at: number }>();
    const [event] = await told();
    expect([row?.at, event?.at, event?.quarter].map((at) => Number(at) % quarter)).toEqual([
      0, 0, 0,
    ]);
  });

  test("is one of many in a row, and a row has a bound", async () => {
    for (let at = 0; at < closedAtOnce + 20; at++) await addVisit(`av${at}`);
    await tick(start + 91_000);
    const rows = await readOutbox(env.DB_A, { after: 0, limit: 100 });
    expect(rows.map(({ events }) => events.length)).toEqual([closedAtOnce, 20]);
    expect(
      new Set(rows.flatMap(({ events }) => events.filter(isVisitEvent).map(({ id }) => id))).size,
    ).toBe(closedAtOnce + 20);
  });
});

describe("a consumer", () => {
  /** Three visits, over one after the other. */
  beforeEach(async () => {
    for (const at of [1, 2, 3]) {
      await addVisit(`av${at}`, { at: start + at * 60_000 });
      await tick(start + at * 60_000 + 91_000);
    }
  });

  test("is told everything in order, and once where it does not fail", async () => {
    const { consumer, heard } = listener("one");
    const ctx = await context();
    await drainOutbox(ctx, [consumer]);
    await drainOutbox(ctx, [consumer]);
    expect(heard).toEqual(["av1.0", "av2.0", "av3.0"]);
  });

  test("that fails is told again from there on, and holds up nobody else", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    let isOut = true;
    const weak = listener("weak", (id) => isOut && id === "av2");
    const strong = listener("strong");
    const ctx = await context();
    await expect(drainOutbox(ctx, [weak.consumer, strong.consumer])).rejects.toThrow("consumers");
    expect(weak.heard).toEqual(["av1.0"]);
    expect(strong.heard).toEqual(["av1.0", "av2.0", "av3.0"]);
    isOut = false;
    await drainOutbox(ctx, [weak.consumer, strong.consumer]);
    expect(weak.heard).toEqual(["av1.0", "av2.0", "av3.0"]);
    expect(strong.heard).toHaveLength(3);
  });

  test("writes nothing where all of it is none of its affair, until that is ten rows", async () => {
    const places = async () => {
      const { results } = await env.DB_A.prepare("SELECT * FROM outbox_positions").all();
      return results;
    };
    const news: OutboxConsumer = { name: "news", consumeNews: async () => {} };
    const ctx = await context();
    await drainOutbox(ctx, [news]);
    expect(await places()).toEqual([]);
    for (let at = 4; at < 13; at++) {
      await addVisit(`av${at}`, { at: start + at * 60_000 });
      await tick(start + at * 60_000 + 91_000);
    }
    await drainOutbox(ctx, [news]);
    const rows = await readOutbox(env.DB_A, { after: 0, limit: 100 });
    expect(await places()).toEqual([{ consumer: "news", seq: rows.at(-1)?.seq }]);
  });

  test("that is new begins with what is kept", async () => {
    const ctx = await context();
    await drainOutbox(ctx, [listener("old").consumer]);
    const { consumer, heard } = listener("new");
    await drainOutbox(ctx, [consumer]);
    expect(heard).toHaveLength(3);
  });
});

describe("the outbox", () => {
  const expire = (consumers: string[], at: number) =>
    run(env.DB_A, [expireOutbox(consumers, instant(at))]);
  const kept = async () => (await told()).map(({ id }) => id);

  beforeEach(async () => {
    for (const at of [1, 2, 3]) {
      await addVisit(`av${at}`, { at: start + at * 60_000 });
      await tick(start + at * 60_000 + 91_000);
    }
  });

  test("keeps for a week what all have read, and the newest row for good", async () => {
    const { consumer } = listener("one");
    await drainOutbox(await context(), [consumer]);
    await expire(["one"], start + 6 * day);
    expect(await kept()).toHaveLength(3);
    await expire(["one"], start + 8 * day);
    expect(await kept()).toEqual(["av3"]);
  });

  test("keeps for a month what one has not read", async () => {
    await drainOutbox(await context(), [listener("one").consumer]);
    await expire(["one", "late"], start + 29 * day);
    expect(await kept()).toHaveLength(3);
    await expire(["one", "late"], start + 31 * day);
    expect(await kept()).toEqual(["av3"]);
  });

  test("never gives a number twice, so that no consumer skips what is new", async () => {
    const { consumer, heard } = listener("one");
    const ctx = await context();
    await drainOutbox(ctx, [consumer]);
    await expire(["one"], start + 8 * day);
    await addVisit("av4", { at: start + 8 * day });
    await tick(start + 8 * day + 91_000);
    await drainOutbox(ctx, [consumer]);
    expect(heard.at(-1)).toBe("av4.0");
  });
});
