/** Readers for tests: who opens links, answers the notice and reads, and what is left of it anywhere. */
import { createExecutionContext } from "cloudflare:test";
import { vi } from "vitest";
import { createContext } from "../../src/app.ts";
import { type ApiKeyId, knownId, type WorkspaceId } from "../../src/domain/ids.ts";
import { CONSENT_WORDS } from "../../src/pages/reader/consent-words.ts";
import { manifest } from "../../src/storage/manifest.ts";
import { type Caller, enterWorkspace } from "../../src/usecases/kernel/context.ts";
import {
  addLink,
  addSender,
  deliver,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  origin,
  publish,
  type World,
} from "./world.ts";

export const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50";

/** A context of its own for whoever calls a use case as the page or the API would. */
export const newContext = () => createContext(env, createExecutionContext(), "test", origin);

/** Somebody with a key that may do everything in a workspace, and a clock that goes on by itself. */
export async function callerIn(world: Pick<World, "id">): Promise<Caller> {
  return await enterWorkspace(await newContext(), knownId<WorkspaceId>(world.id), {
    kind: "api-key",
    id: knownId<ApiKeyId>("akey"),
    scopes: ["read", "write", "admin"],
  });
}

export const passTime = (ms: number) =>
  vi.useFakeTimers({ now: Date.now() + ms, toFake: ["Date"] });

/** The queue as a list, which a test delivers itself. */
export function holdQueue(): string[] {
  const queued: string[] = [];
  vi.spyOn(env.BEATS, "send").mockImplementation(async (body) => {
    queued.push(String(body));
    return {} as never;
  });
  return queued;
}

/** A workspace with one sender, one post and their link to it, and a queue that a test delivers; nothing of tests before. */
export async function readingWorld(workspace: { name?: string; demo?: boolean } = {}) {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await freshWorld();
  // Before anything is published: what the real queue does would come among what a test does, by luck.
  vi.spyOn(env.JOBS, "send").mockResolvedValue({} as never);
  const world = await newWorkspace(workspace);
  const sender = await addSender(world, "林夏");
  const contentId = await publish(world);
  const { code } = await addLink(world, { contentId, senderId: sender.id });
  return { world, sender, contentId, code, queued: holdQueue() };
}

export const drain = (queued: string[]) => deliver("beats", queued.splice(0));

export const send = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetchRaw(path, { method: "POST", headers: { "User-Agent": phone, ...headers }, body });

/** Opens a link as a browser with these cookies does. */
export async function openPage(code: string, cookie = "") {
  const headers = { "User-Agent": phone, ...(cookie ? { Cookie: cookie } : {}) };
  const first = await fetchRaw(`/s/${code}`, { headers });
  const html = await (await fetchRaw(first.headers.get("Location") ?? "", { headers })).text();
  return { token: /data-token="([^"]+)"/.exec(html)?.[1] ?? "", html };
}

export const consent = (token: string, choice: boolean, cookie = "") =>
  send(
    "/t/consent",
    JSON.stringify({ token, choice, textVersion: CONSENT_WORDS.version, language: "zh-Hans" }),
    cookie ? { Cookie: cookie } : {},
  );

/** The cookies that an answer leaves in a browser. */
export const jar = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .filter((line) => !/Max-Age=0/.test(line))
    .map((line) => line.split(";")[0])
    .join("; ");

export const beat = (token: string, seq = 2, engaged = 8000) =>
  send("/t", `2 ${token} ${seq} p 1 ${engaged} 0 0 900 3000,5000`);

/** Reads for eight seconds, as a page tells it: what counts is heard more than once. */
export async function readOn(token: string) {
  passTime(2000);
  await send("/t", `2 ${token} 1 c 0 1000 0 0 300 1000`);
  passTime(7000);
  await beat(token);
}

/** A reader who agrees and reads for eight seconds; gives what their browser keeps and the visit's token. */
export async function readAndAgree(code: string, queued: string[], cookie = "") {
  const { token } = await openPage(code, cookie);
  const answer = cookie === "" ? await consent(token, true) : null;
  await readOn(token);
  await drain(queued);
  return { token, cookie: answer ? jar(answer) : cookie };
}

/** Every place in which any of these texts stands: rows of every table, keys and values of KV, objects of R2. */
export async function searchEverywhere(texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const look = (where: string, what: unknown) => {
    const text = JSON.stringify(what);
    for (const one of texts) if (text.includes(one)) found.push(`${where}: ${one}`);
  };
  for (const { name } of manifest) {
    const { results } = await env.DB_A.prepare(`SELECT * FROM ${name}`).all();
    for (const row of results) look(name, row);
  }
  const { keys } = await env.CACHE.list();
  for (const { name } of keys) look("KV", [name, await env.CACHE.get(name)]);
  const { objects } = await env.MEDIA.list();
  for (const { key, customMetadata } of objects) look("R2", [key, customMetadata]);
  return found;
}
