/** What the local start adds to the queues: messages are on disk until they are consumed. */
import { beforeEach, expect, test } from "vitest";
import { Kept, type LocalEnv } from "../../scripts/local/entry/kept.ts";
import { keepingQueue, unwrapped } from "../../scripts/local/entry/queue.ts";
import { env, freshWorld } from "./world.ts";

let sent: string[];
let local: LocalEnv;

beforeEach(async () => {
  await freshWorld();
  sent = [];
  const queue = {
    send: async (body: string) => sent.push(body),
    sendBatch: async (messages: { body: string }[]) => sent.push(...messages.map((m) => m.body)),
  } as unknown as Queue<string>;
  local = { ...env, KEPT: env.DB_A, BEATS: queue, JOBS: queue };
});

/** A queue in one life of the runtime. */
function life() {
  const kept = new Kept();
  return { kept, beats: keepingQueue(local.BEATS, "BEATS", kept, local.KEPT) };
}

/** The messages as the consumer gets them, and the ids of those that it is done with. */
function arrive(bodies: readonly string[]) {
  const done: string[] = [];
  const told: string[] = [];
  const messages = bodies.map((body, index) => ({
    id: `queue-${index}`,
    body,
    attempts: 2,
    timestamp: new Date(0),
    ack: () => told.push(`ack ${index}`),
    retry: ({ delaySeconds }: QueueRetryOptions = {}) => told.push(`retry ${delaySeconds}`),
  }));
  const batch = { queue: "beats", messages, ackAll: () => {}, retryAll: () => {} };
  const inside = unwrapped(batch as unknown as MessageBatch<string>, (id) => done.push(id));
  return { ...inside, done, told };
}

test("what one life of the runtime did not consume the next sends again, oldest first, once", async () => {
  const first = life();
  for (const body of ["one", "two", "three"]) await first.beats.send(body);
  const taken = arrive(sent);
  taken.messages[1]?.ack();
  await first.kept.forget(local.KEPT, taken.done);
  await first.kept.sendAgain(local);
  expect(sent).toHaveLength(3);

  sent = [];
  const next = life();
  await next.kept.sendAgain(local);
  await next.kept.sendAgain(local);
  expect(arrive(sent).messages.map(({ body }) => body)).toEqual(["one", "three"]);
});

test("a message sent again has the id and the time that it had before", async () => {
  const before = Date.now();
  await life().beats.send("one");
  const [first] = arrive(sent).messages;
  sent = [];
  await life().kept.sendAgain(local);
  const [again] = arrive(sent).messages;
  expect(again).toMatchObject({ id: first!.id, timestamp: first!.timestamp, attempts: 2 });
  expect(first!.timestamp.getTime()).toBeGreaterThanOrEqual(before);
});

test("a retry goes to the queue with its delay and forgets nothing; what was never kept passes", async () => {
  await life().beats.send("one");
  const { messages, done, told } = arrive([...sent, "as it is"]);
  messages[0]?.retry({ delaySeconds: 10 });
  messages[1]?.ack();
  expect(messages[1]?.body).toBe("as it is");
  expect(told).toEqual(["retry 10", "ack 1"]);
  expect(done).toEqual([]);
});

test("more than a queue takes at once goes in several steps", async () => {
  const { beats } = life();
  await beats.sendBatch(Array.from({ length: 230 }, (_, index) => ({ body: String(index) })));
  sent = [];
  await life().kept.sendAgain(local);
  const bodies = arrive(sent).messages.map(({ body }) => body);
  expect(new Set(bodies).size).toBe(230);
  expect(sent).toHaveLength(230);
});
