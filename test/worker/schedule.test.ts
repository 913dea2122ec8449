/** The clock's work is due by when it was done last, not by the minute that the clock fires in. */
import { createExecutionContext, createScheduledController } from "cloudflare:test";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import worker from "../../src/index.ts";
import { env, freshWorld } from "./world.ts";

const at = (time: string) => Date.parse(`2027-06-01T${time}:30Z`);

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.spyOn(env.BEATS, "send").mockResolvedValue({} as never);
  await freshWorld();
});
afterEach(() => {
  vi.useRealTimers();
});

async function fire(time: number): Promise<void> {
  vi.useFakeTimers({ now: time, toFake: ["Date"] });
  const controller = createScheduledController({ scheduledTime: new Date(time) });
  await worker.scheduled?.(controller, env, createExecutionContext());
}

/** A letter that is long past its thirty days: gone once the hourly work was done. */
const addLetter = () =>
  env.DB_A.prepare(
    "INSERT OR IGNORE INTO dead_letters (id, queue, body, died_at) VALUES ('a', 'beats-dead', 'a', 0)",
  ).run();
const isDone = async () => (await env.DB_A.prepare("SELECT 1 FROM dead_letters").first()) === null;

test("what was never done is due whatever the minute", async () => {
  await addLetter();
  await fire(at("12:07"));
  expect(await isDone()).toBe(true);
});

test("what is hourly is done once an hour, and late where the clock did not fire on the hour", async () => {
  await fire(at("12:07"));
  await addLetter();
  await fire(at("12:40"));
  expect(await isDone()).toBe(false);
  await fire(at("13:05"));
  expect(await isDone()).toBe(true);
});

test("what failed stays due", async () => {
  await addLetter();
  const prepare = env.DB_A.prepare.bind(env.DB_A);
  const broken = vi.spyOn(env.DB_A, "prepare").mockImplementation((sql) => {
    if (sql.includes("DELETE FROM dead_letters")) throw new Error("D1 is overloaded");
    return prepare(sql);
  });
  await expect(fire(at("12:07"))).rejects.toThrow("clock");
  broken.mockRestore();
  expect(await isDone()).toBe(false);
  await fire(at("12:08"));
  expect(await isDone()).toBe(true);
});
