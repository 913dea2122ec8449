/** The Worker with a bare route, a call that floods the consumer, and one that takes beats in a loop. */
import { Hono } from "hono";
import { createContext } from "../../src/app.ts";
import worker from "../../src/index.ts";
import type { Env } from "../../src/storage/env.ts";
import { encodeMessage, type FoldedVisit } from "../../src/tracking/index.ts";
import { consumeBeats } from "../../src/usecases/beats/consume-beats.ts";
import { type FloodOutcome, makeFlood } from "./flood.ts";

/** As the queue's consumer is configured in wrangler.toml. */
const batchSize = 100;

const bare = new Hono().get("/bare", (c) => c.text("hello"));
bare.post("/bare", async (c) => {
  await c.req.text();
  return c.body(null, 204);
});

/** Two consumers at a time, as Queues runs them. */
async function flood(env: Env, work: ExecutionContext, asked: URL): Promise<FloodOutcome> {
  const cost = { rowsWritten: 0, statements: 0 };
  const ctx = await createContext({ ...env, DB_A: counted(env.DB_A, cost) }, work, "bench", "");
  const link = {
    code: String(asked.searchParams.get("code")),
    target: String(asked.searchParams.get("target")),
  };
  const visits = Number(asked.searchParams.get("visits"));
  const beats = Number(asked.searchParams.get("beats"));
  const { messages, model } = makeFlood(link, visits, beats, Date.now() - 7_200_000);
  const queued = messages.map((message, at) => ({
    id: String(at),
    body: encodeMessage(message),
    sentAt: message.receivedAt,
  }));
  const begun = Date.now();
  let next = 0;
  const consumer = async () => {
    while (next < queued.length) {
      const batch = queued.slice(next, next + batchSize);
      next += batchSize;
      const verdicts = await consumeBeats(ctx, batch);
      if ([...verdicts.values()].some((verdict) => verdict !== "written")) {
        throw new Error("A message was not written");
      }
    }
  };
  await Promise.all([consumer(), consumer()]);
  const milliseconds = Date.now() - begun;
  const wrong = await differences(env.DB_A, model);
  return { messages: messages.length, visits: model.length, milliseconds, wrong, ...cost };
}

async function differences(d1: D1Database, model: readonly FoldedVisit[]): Promise<number> {
  const { results } = await d1
    .prepare(
      `SELECT id, engaged_ms, scroll, sections, seq, end_seq FROM visits WHERE id LIKE 'aFlood%'`,
    )
    .all<Record<string, unknown>>();
  const stored = new Map(results.map((row) => [row.id, JSON.stringify(row)]));
  const expected = model.map((row) =>
    JSON.stringify({
      id: row.claims.visitId,
      engaged_ms: row.engagedMs,
      scroll: row.scroll,
      sections: JSON.stringify(row.sections),
      seq: row.seq,
      end_seq: row.endSeq,
    }),
  );
  const missed = expected.filter((row, at) => stored.get(model[at]?.claims.visitId) !== row);
  return missed.length + Math.abs(stored.size - model.length);
}

function counted(d1: D1Database, cost: { rowsWritten: number; statements: number }): D1Database {
  return new Proxy(d1, {
    get(target, name) {
      if (name === "batch") {
        return async (statements: D1PreparedStatement[]) => {
          const results = await target.batch(statements);
          for (const { meta } of results) cost.rowsWritten += meta.rows_written;
          return results;
        };
      }
      if (name === "prepare") cost.statements++;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/** A queue and a brake that let everything pass: what is measured is the Worker's own part. */
const endlessQueue = { send: async () => ({}) } as unknown as Queue<string>;
const openBrake = { limit: async () => ({ success: true }) };

export default {
  ...worker,
  async fetch(request, env, work) {
    const asked = new URL(request.url);
    if (asked.pathname === "/flood") return Response.json(await flood(env, work, asked));
    const answer = (to: Request) =>
      new URL(to.url).pathname === "/bare"
        ? bare.fetch(to)
        : worker.fetch(to, { ...env, BEATS: endlessQueue, BEAT_LIMIT: openBrake }, work);
    if (asked.pathname !== "/repeat") return answer(request);
    const body = await request.text();
    const target = String(asked.searchParams.get("url"));
    for (let left = Number(asked.searchParams.get("times")); left > 0; left--) {
      const response = await answer(
        new Request(target, { method: "POST", body, headers: request.headers }),
      );
      if (response.status !== 204) throw new Error(`${target} answered ${response.status}`);
    }
    return new Response();
  },
} satisfies ExportedHandler<Env, string>;
