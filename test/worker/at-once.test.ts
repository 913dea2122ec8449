/** Many forms in the same moment, by one reader or by many: nobody meets a 503, and what is too much is told as a page. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  consent,
  drain,
  jar,
  openPage,
  passTime,
  phone,
  readAndAgree,
  readingWorld,
} from "./people.ts";
import { endVisits, env, fetchRaw, origin, type World } from "./world.ts";

let world: World;
let sender: { id: string; kitUrl: string };
let contentId: string;
let code: string;
let queued: string[];

beforeEach(async () => {
  ({ world, sender, contentId, code, queued } = await readingWorld({ name: "早安家居" }));
  await world.call("PATCH", "/v1/workspace", { leaveName: true });
});

const count = async (sql: string) =>
  (await env.DB_A.prepare(`SELECT count(*) AS n FROM ${sql}`).first<{ n: number }>())?.n;

/** A form as a browser sends it, each from an address of its own. */
async function submit(path: string, fields: Record<string, string>, at: number, cookie = "") {
  const answer = await fetchRaw(path, {
    method: "POST",
    headers: {
      "User-Agent": phone,
      Accept: "text/html,*/*;q=0.8",
      "Accept-Language": "zh-CN",
      "Content-Type": "application/x-www-form-urlencoded",
      "CF-Connecting-IP": `10.0.${at >> 8}.${at & 255}`,
      Origin: origin,
      ...(cookie ? { Cookie: cookie } : {}),
    },
    body: new URLSearchParams(fields).toString(),
  });
  const html = await answer.text();
  return {
    status: answer.status,
    html,
    type: answer.headers.get("Content-Type"),
    cookie: jar(answer),
  };
}

const times = <T>(n: number, act: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: n }, (_, at) => act(at)));

function tally(answers: readonly { status: number }[]) {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

describe("a name that is left", () => {
  const typed = { name: "张先生", phone: "138 0013 8000", agree: "yes" };

  test("a hundred times at once by one who is known is one contact, and no answer says that it broke", async () => {
    const { token, cookie } = await readAndAgree(code, queued);
    const answers = await times(100, (at) =>
      submit("/names", { token, ...typed, name: `张${at}` }, at, cookie),
    );
    expect(tally(answers)).toEqual({ 200: 100 });
    expect(await count("contacts")).toBe(1);
    expect(await count("viewers WHERE certainty = 'probable' AND contact_id IS NOT NULL")).toBe(1);
  });

  test("by more at once than a sender is left in a day is kept of so many; the others read in Chinese why not", async () => {
    await env.DB_A.batch(
      Array.from({ length: 90 }, (_, at) =>
        env.DB_A.prepare(
          `INSERT INTO contacts (id, workspace_id, sender_id, name, created_at, said_by)
           VALUES (?, ?, ?, 'X', ?, 'a0000000000000000')`,
        ).bind(`a${String(at).padStart(15, "0")}`, world.id, sender.id, Date.now()),
      ),
    );
    const tokens = await times(40, async () => (await openPage(code)).token);
    const answers = await Promise.all(
      tokens.map((token, at) => submit("/names", { token, ...typed }, at)),
    );
    expect(tally(answers)).toEqual({ 200: 10, 429: 30 });
    expect(await count("contacts")).toBe(100);
    for (const { type, html } of answers.filter(({ status }) => status === 429)) {
      expect(type).toMatch(/^text\/html/);
      expect(html).toContain('<html lang="zh-Hans"');
    }
  });

  test("again by one of those who are within the bound is taken", async () => {
    const { token, cookie } = await readAndAgree(code, queued);
    expect((await submit("/names", { token, ...typed }, 1, cookie)).status).toBe(200);
    await env.DB_A.batch(
      Array.from({ length: 99 }, (_, at) =>
        env.DB_A.prepare(
          `INSERT INTO contacts (id, workspace_id, sender_id, name, created_at, said_by)
           VALUES (?, ?, ?, 'X', ?, 'a0000000000000000')`,
        ).bind(`a${String(at).padStart(15, "0")}`, world.id, sender.id, Date.now()),
      ),
    );
    const again = await submit("/names", { token, ...typed, name: "张三" }, 2, cookie);
    expect(again.status).toBe(200);
  });
});

describe("what readers do on their own pages", () => {
  /** Readers who left a name and have read, with the address of what is held of each. */
  async function readers(n: number): Promise<string[]> {
    const pages: string[] = [];
    for (let at = 0; at < n; at++) {
      const { token, cookie } = await readAndAgree(code, queued);
      const { html } = await submit("/names", { token, name: `张${at}`, phone: "" }, at, cookie);
      pages.push(/href="[^"]*(\/privacy\/[^"/]+)"/.exec(html)?.[1] ?? "");
    }
    passTime(200_000);
    await endVisits();
    return pages;
  }

  test("to withdraw may be sent by a hundred at once", async () => {
    const [page] = await readers(1);
    const answers = await times(100, (at) => submit(`${page}/withdraw`, {}, at));
    expect(tally(answers)).toEqual({ 303: 100 });
  });

  test("to erase is done for all who read the same and ask in one second, each once", async () => {
    const pages = await readers(30);
    vi.useRealTimers();
    const twice = [...pages, ...pages];
    const answers = await Promise.all(
      twice.map((page, at) => submit(`${page}/erase`, { sure: "yes" }, at)),
    );
    expect(tally(answers)).toEqual({ 200: 30, 404: 30 });
    expect(await count("viewers")).toBe(0);
    expect(await count("counted_visits")).toBe(0);
    const { body } = await world.call<{ reads: number }>("GET", `/v1/contents/${contentId}/report`);
    expect(body.reads).toBe(30);
  });

  test("to agree is taken from 300 at once, and one token has one proof", async () => {
    const { token } = await openPage(code);
    const answers = await times(300, () => consent(token, true));
    expect(tally(answers)).toEqual({ 204: 300 });
    await drain(queued);
    expect(await count("consents")).toBe(1);
  });
});

describe("a name that a sender gives a reader in the kit", () => {
  test("is one contact, however often it is sent at once", async () => {
    await readAndAgree(code, queued);
    await endVisits();
    const entry = await fetchRaw(new URL(sender.kitUrl).pathname);
    const cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    const { results } = await env.DB_A.prepare("SELECT id FROM viewers").all<{ id: string }>();
    const viewer = results[0]?.id ?? "";
    const answers = await times(60, (at) =>
      submit("/kit/names", { viewer, act: "name", name: "李女士" }, at, cookie),
    );
    expect(tally(answers)).toEqual({ 303: 60 });
    expect(await count("contacts")).toBe(1);
  });
});
