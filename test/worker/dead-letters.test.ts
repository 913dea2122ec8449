import { createExecutionContext } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createContext } from "../../src/app.ts";
import { runSchedule } from "../../src/usecases/run-schedule.ts";
import { admin, call, deliver, env, freshWorld, newWorkspace } from "./world.ts";

type List = { items: { queue: string; body: string; replayedAt: string | null }[] };

let sent: string[];

beforeEach(async () => {
  await freshWorld();
  sent = [];
  vi.spyOn(env.BEATS, "send").mockImplementation(
    async (body) => void sent.push(`beats ${body}`) as never,
  );
  vi.spyOn(env.JOBS, "send").mockImplementation(
    async (body) => void sent.push(`jobs ${body}`) as never,
  );
  vi.spyOn(env.UPLOADS, "send").mockImplementation(
    async (body) => void sent.push(`uploads ${body}`) as never,
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const list = async () => (await call<List>("GET", "/v1/dead-letters", undefined, admin)).body.items;
const replay = (query = "") =>
  call<{ replayed: number; waiting: number }>(
    "POST",
    `/v1/dead-letters/replay${query}`,
    undefined,
    admin,
  );

describe("dead letters", () => {
  test("go back to the queue they came from, once", async () => {
    await deliver("beats-dead", ["a beat"]);
    await deliver("jobs-dead", ["a job"]);
    await deliver("uploads-dead", ["an upload"]);
    expect((await replay()).body).toEqual({ replayed: 3, waiting: 0 });
    expect(sent.toSorted()).toEqual(["beats a beat", "jobs a job", "uploads an upload"]);
    expect((await replay()).body).toEqual({ replayed: 0, waiting: 0 });
    expect((await list()).every(({ replayedAt }) => replayedAt !== null)).toBe(true);
  });

  test("go a few at a time, and say how many wait", async () => {
    await deliver("beats-dead", ["a1", "a2", "a3"]);
    expect((await replay("?limit=2")).body).toEqual({ replayed: 2, waiting: 1 });
  });

  test("stay waiting while the queue refuses", async () => {
    await deliver("beats-dead", ["a1", "a2"]);
    vi.mocked(env.BEATS.send)
      .mockResolvedValueOnce(undefined as never)
      .mockRejectedValueOnce(new Error("full"));
    expect((await replay()).status).toBe(503);
    expect((await list()).filter(({ replayedAt }) => replayedAt === null)).toHaveLength(1);
  });

  test("are for the deployment's admin alone", async () => {
    const { key } = await newWorkspace();
    for (const [method, path] of [
      ["GET", "/v1/dead-letters"],
      ["POST", "/v1/dead-letters/replay"],
    ] as const) {
      expect((await call(method, path, undefined, { key })).status).toBe(401);
      expect((await call(method, path)).status).toBe(401);
    }
  });

  test("are forgotten after thirty days", async () => {
    await deliver("beats-dead", ["a1"]);
    const day = 86_400_000;
    const onTheHour = Math.ceil((Date.now() + 31 * day) / 3_600_000) * 3_600_000;
    vi.useFakeTimers({ now: onTheHour, toFake: ["Date"] });
    await runSchedule(await createContext(env, createExecutionContext(), "test", ""));
    expect(await list()).toEqual([]);
  });
});

test("a queue that nothing knows keeps its messages: none is buried, none is taken off", async () => {
  await expect(deliver("webhooks" as "beats", ["a message"])).rejects.toThrow("queue");
  expect(await list()).toEqual([]);
});
