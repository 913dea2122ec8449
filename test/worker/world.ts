/** A fresh deployment for each test: empty storage, the real Worker, and short ways to call it. */
import { createExecutionContext, reset, waitOnExecutionContext } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { createContext } from "../../src/app.ts";
import { jobWorks } from "../../src/generated/job-kinds.ts";
import { outboxConsumers } from "../../src/generated/outbox-consumers.ts";
import worker from "../../src/index.ts";
import type { Env } from "../../src/storage/env.ts";
import { allConsumers, drainOutbox } from "../../src/usecases/outbox/drain-outbox.ts";

export const origin = "https://starling.test";
const adminSecret = "test-admin-secret-0123456789abcdef";

export type Answer<T = Record<string, unknown>> = {
  status: number;
  headers: Headers;
  body: T;
};

/**
 * Loads what the Worker imports when first needed. Here an import goes through the test runner: where a
 * queue's event and a test wait for the same one, it ends in the context of one of them, and the other hangs.
 */
async function loadAll(): Promise<void> {
  const works = [...Object.values(jobWorks), ...Object.values(outboxConsumers)];
  await Promise.all(works.map((load) => load()));
  await Promise.all([
    import("../../src/routes/management/index.ts"),
    import("../../src/routes/console/index.ts"),
    import("../../src/routes/public/kit.ts"),
    import("../../src/routes/public/privacy.ts"),
    import("../../src/routes/public/wechat.ts"),
    import("../../src/routes/public/sign-in.ts"),
  ]);
}

/** Where a test's calls come from: what the platform's limiters counted of an earlier test is no affair of a later one. */
let place = "";

function fromHere(path: string, init: RequestInit): Request {
  const headers = new Headers(init.headers);
  if (!headers.has("CF-Connecting-IP")) headers.set("CF-Connecting-IP", place);
  return new Request(new URL(path, origin), { ...init, headers });
}

/** Empties all storage and makes the tables as the migrations leave them (schema.test.ts holds the two together). */
export async function freshWorld(): Promise<void> {
  place = `2001:db8:${[...crypto.getRandomValues(new Uint16Array(6))].map((part) => part.toString(16)).join(":")}`;
  await loadAll();
  await reset();
  await env.DB_A.batch(env.TEST_SCHEMA.map((sql) => env.DB_A.prepare(sql)));
}

/** A raw request to the Worker; redirects are not followed. */
export function fetchRaw(path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(fromHere(path, { redirect: "manual", ...init }));
}

/** The same from a deployment with other bindings or settings. */
export async function fetchWith(bindings: Partial<Env>, path: string, init: RequestInit) {
  const work = createExecutionContext();
  const request = fromHere(path, init) as Parameters<typeof worker.fetch>[0];
  const response = await worker.fetch(request, { ...env, ...bindings }, work);
  await waitOnExecutionContext(work);
  return response;
}

type CallOptions = {
  key?: string;
  once?: string;
  headers?: Record<string, string>;
  bindings?: Partial<Env>;
};

/** A call of the API with a JSON body, answered as JSON. */
export async function call<T = Record<string, unknown>>(
  method: string,
  path: string,
  body?: unknown,
  { key, once, headers = {}, bindings }: CallOptions = {},
): Promise<Answer<T>> {
  const init = {
    method,
    headers: {
      ...(key ? { Authorization: `Bearer ${key}` } : {}),
      ...(once ? { "Idempotency-Key": once } : {}),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  const response = await (bindings ? fetchWith(bindings, path, init) : fetchRaw(path, init));
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text === "" ? {} : JSON.parse(text)) as T,
  };
}

export const admin = { key: adminSecret };

/** A workspace with its first key; `call` is bound to that key. */
export async function newWorkspace(settings: Record<string, unknown> = {}) {
  const made = await call<{ id: string; apiKey: string }>(
    "POST",
    "/v1/workspaces",
    { name: "Sunrise", ...settings },
    admin,
  );
  const key = made.body.apiKey;
  return {
    id: made.body.id,
    key,
    call: <T = Record<string, unknown>>(
      method: string,
      path: string,
      body?: unknown,
      options: CallOptions = {},
    ) => call<T>(method, path, body, { key, ...options }),
  };
}

export type World = Awaited<ReturnType<typeof newWorkspace>>;
type Queue = "beats" | "jobs" | "uploads" | "beats-dead" | "jobs-dead" | "uploads-dead";

/** What `queue` handlers were told to do with their messages, by queue and place in the batch. */
export type Told = { acked: string[]; retried: string[] };

/**
 * Delivers messages to the Worker's queue handler as the platform does, at a time of the test's own.
 * The real queue runs beside it, and its deliveries change nothing that was delivered before.
 *
 * @param delivery - the same again for messages that are delivered again
 * @param bindings - of a deployment with other bindings or settings
 */
export async function deliver(
  queue: Queue,
  bodies: readonly unknown[],
  at: number = Date.now(),
  delivery: string = crypto.randomUUID(),
  bindings: Partial<Env> = {},
): Promise<Told> {
  const told: Told = { acked: [], retried: [] };
  const messages = bodies.map((body, index) => {
    const name = `${queue}-${index}`;
    return {
      id: `${delivery}-${index}`,
      body,
      attempts: 1,
      timestamp: new Date(at),
      ack: () => told.acked.push(name),
      retry: () => told.retried.push(name),
    };
  });
  const work = createExecutionContext();
  const batch = { queue, messages, ackAll: () => {}, retryAll: () => {} };
  await worker.queue?.(batch as unknown as MessageBatch<string>, { ...env, ...bindings }, work);
  await waitOnExecutionContext(work);
  return told;
}

/**
 * Ends visits whose last beat lies more than 90 s before a time, and tells all consumers of it, as the clock
 * would in the minutes after.
 */
export async function endVisits(at: number = Date.now() + 100_000): Promise<void> {
  await deliver("beats", ["a tick1"], at);
  await tellConsumers();
}

/** Tells all consumers what the outbox holds for them. */
export async function tellConsumers(): Promise<void> {
  const work = createExecutionContext();
  const ctx = await createContext(env, work, "test", origin);
  await drainOutbox(ctx, await allConsumers());
  await waitOnExecutionContext(work);
}

/** Waits until something is so; what the real queues do takes a moment. */
export async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("It did not happen within ten seconds");
}

const drafts = [
  "{有空|得闲|不忙}的时候陪孩子{玩|试试}这三个{小游戏|小办法}，{轻松|不费力}又{有意思|好玩}。{想要教程的|需要步骤的}{找我|告诉我}{就行|一声}。",
  "{孩子|小朋友}爱问为什么？{先别急着|别忙着}回答，{反问一句|问问他怎么想}，{惊喜|收获}{就在后面|会自己来}。{正文|文章}里写了{做法|具体怎么做}。",
];

export const sampleContent = {
  title: "三步读懂孩子的创造力",
  body: "开头的话。\n\n## 看\n\n坐在旁边，先看三分钟，不说话。\n\n## 问\n\n问他接下来会发生什么。\n\n## 等\n\n等他自己说出来。",
  drafts,
  topics: ["创造力"],
  purpose: "inform",
};

/** A sender by name. */
export async function addSender(world: World, name = "Lin Xia", more: object = {}) {
  const { body } = await world.call<{ id: string; kitUrl: string; seat: number }>(
    "POST",
    "/v1/senders",
    { name, ...more },
  );
  return body;
}

/** A content that has been published; waits for its job. */
export async function publish(world: World, content: object = sampleContent) {
  const made = await world.call<{ id: string }>("POST", "/v1/contents", content);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const { id } = made.body;
  await publishAgain(world, id);
  return id;
}

/** Publishes a content's draft and waits for its job; returns what the call answered. */
export async function publishAgain(world: World, id: string) {
  const queued = await world.call<{ jobId: string; undrawn: unknown }>(
    "POST",
    `/v1/contents/${id}/publish`,
    {
      acceptAchieved: true,
    },
  );
  const { jobId } = queued.body;
  await deliver("jobs", [jobId]);
  const job = await world.call<{ status: string; error?: unknown }>("GET", `/v1/jobs/${jobId}`);
  if (job.body.status !== "succeeded") throw new Error(JSON.stringify(job.body));
  return queued.body;
}

/** A content's capacity report, once its job has counted it. */
export async function capacityOf<T = Record<string, unknown>>(world: World, id: string) {
  const path = `/v1/contents/${id}/capacity`;
  const asked = await world.call<{ jobId: string }>("GET", path);
  if (asked.status === 202) await deliver("jobs", [asked.body.jobId]);
  return await world.call<T>("GET", path);
}

/** A link of a content and a sender. */
export async function addLink(world: World, input: object) {
  const { body } = await world.call<{ code: string; url: string }>("POST", "/v1/links", input);
  return body;
}

export { env };
