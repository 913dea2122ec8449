/** A server as `npm start` makes it, attacked from outside: only what HTTP reaches. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apiClient, finishJob } from "../../scripts/local/api.ts";
import { ended, freePort, ready, start } from "../../test/support/local.ts";

export const phone =
  "Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50";

export type Target = Awaited<ReturnType<typeof startTarget>>;
export type Answer = { status: number; headers: Headers; text: string };

/** Starts a server with its demo workspace, in a folder of its own. */
export async function startTarget() {
  const folder = await mkdtemp(join(tmpdir(), "starling-attack-"));
  const child = start({ folder, port: await freePort() });
  const { baseUrl, apiKey, adminSecret } = await ready(child);
  const api = apiClient(baseUrl, apiKey);
  const ask = async (
    method: string,
    path: string,
    { key, body, headers = {} }: { key?: string; body?: unknown; headers?: HeadersInit } = {},
  ): Promise<Answer> => {
    // Joined as text: "//path" is a path of this server, too.
    const answer = await fetch(`${new URL(baseUrl).origin}${path}`, {
      method,
      redirect: "manual",
      headers: {
        "User-Agent": phone,
        ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(headers as Record<string, string>),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  return {
    baseUrl,
    apiKey,
    adminSecret,
    api,
    ask,
    /** A published content that serves many, by its id. */
    async publish(): Promise<string> {
      const options = ["{甲|乙|丙|丁|戊|己}", "{子|丑|寅|卯|辰|巳}", "{春|夏|秋|冬|晨|暮}"];
      const { id } = await api.post<{ id: string }>("/v1/contents", {
        title: "今晚读什么",
        body: "## 看\n\n坐在旁边，先看三分钟。",
        drafts: [`今晚${options[0]}读一篇，${options[1]}慢慢看，${options[2]}再聊。`],
      });
      const { jobId } = await api.post<{ jobId: string }>(`/v1/contents/${id}/publish`, {
        acceptAchieved: true,
      });
      await finishJob(api, jobId);
      return id;
    },
    async stop(): Promise<void> {
      const end = ended(child);
      child.kill("SIGTERM");
      await end;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Looks until something is so, for five minutes at most. */
export async function until<T>(look: () => Promise<T>, wanted: (seen: T) => boolean): Promise<T> {
  for (const begun = Date.now(); ; ) {
    const seen = await look();
    if (wanted(seen) || Date.now() - begun > 300_000) return seen;
    await new Promise((done) => setTimeout(done, 1000));
  }
}

/** How many bytes of a body without a length are taken before somebody says no, of `most`. */
export async function bytesTaken(url: URL, most: number): Promise<number> {
  const asked = request(url, { method: "POST", headers: { "User-Agent": phone } });
  let sent = 0;
  let isOver = false;
  const over = new Promise<void>((done) => {
    const end = () => {
      isOver = true;
      done();
    };
    asked.on("response", (answer) => {
      answer.resume();
      end();
    });
    asked.on("error", end);
  });
  const chunk = Buffer.alloc(65_536, "a");
  while (!isOver && sent < most) {
    sent += chunk.length;
    if (!asked.write(chunk)) await Promise.race([once(asked, "drain"), over]);
  }
  asked.end();
  await over;
  asked.destroy();
  return sent;
}
