/** A viewer's own page and receipts, and how a sender names a reader in the kit. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  consent,
  drain,
  holdQueue,
  openPage,
  passTime,
  phone,
  readAndAgree,
  send,
} from "./people.ts";
import {
  addLink,
  addSender,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  origin,
  publish,
  sampleContent,
  type World,
} from "./world.ts";

let world: World;
let sender: { id: string; kitUrl: string };
let code: string;
let queued: string[];

beforeEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await freshWorld();
  world = await newWorkspace({ name: "早安家居" });
  sender = await addSender(world, "林夏");
  const contentId = await publish(world);
  code = (await addLink(world, { contentId, senderId: sender.id })).code;
  queued = holdQueue();
});

const viewerId = async () =>
  (await env.DB_A.prepare("SELECT id FROM viewers").first<{ id: string }>())?.id ?? "";
const count = async (table: string) =>
  (await env.DB_A.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())?.n;

async function ownPage() {
  await readAndAgree(code, queued);
  const { body } = await world.call<{ privacyUrl: string }>(
    "GET",
    `/v1/viewers/${await viewerId()}`,
  );
  return new URL(body.privacyUrl).pathname;
}

const open = (path: string) =>
  fetchRaw(path, {
    headers: { "User-Agent": phone, "Accept-Language": "en", Accept: "text/html" },
  });
const post = (path: string, fields: Record<string, string> = {}, headers: object = {}) =>
  fetchRaw(path, {
    method: "POST",
    headers: { "Accept-Language": "en", Accept: "text/html", ...headers },
    body: new URLSearchParams(fields).toString(),
  });

describe("a viewer's own page", () => {
  test("says in plain words what is held, and looking at it writes nothing", async () => {
    const path = await ownPage();
    const before = await count("audit");
    const html = await (await open(path)).text();
    expect(html).toContain("早安家居");
    expect(html).toContain(sampleContent.title);
    expect(html).toContain("8 s");
    expect(html).toContain("Agreed");
    expect(await count("audit")).toBe(before);
  });

  test("tells a moment by what its column is, and not by how large its number is", async () => {
    const path = await ownPage();
    await env.DB_A.prepare("UPDATE visits SET revision = 1764000000000, started_at = 1000").run();
    const html = await (await open(path)).text();
    const said = (field: string) =>
      new RegExp(`data-field="visits\\.${field}">(.*?)</(?:div|span)>`).exec(html)?.[1];
    expect(said("revision")).toContain("1764000000000");
    expect(said("startedAt")).toContain("1970");
  });

  test("is nobody's with a forged address", async () => {
    const path = await ownPage();
    expect((await open(`${path.slice(0, -2)}xx`)).status).toBe(404);
    expect((await post(`${path.slice(0, -2)}xx/erase`, { sure: "yes" })).status).toBe(404);
    expect(await count("viewers")).toBe(1);
  });

  test("hands out everything as JSON", async () => {
    const answer = await post(`${await ownPage()}/export`);
    expect(answer.headers.get("Content-Disposition")).toContain("attachment");
    const { held } = (await answer.json()) as { held: { visits: object[] } };
    expect(held.visits).toMatchObject([{ engagedMs: 8000 }]);
  });

  test("withdraws: the browser is remembered as one that refused", async () => {
    const path = await ownPage();
    const answer = await post(`${path}/withdraw`);
    expect(answer.status).toBe(303);
    expect(answer.headers.getSetCookie().join()).toMatch(/sn_\w+=1/);
    expect(await (await open(path)).text()).toContain("Withdrawn on");
  });

  test("leaves no mark of its own in the browser once it is withdrawn or erased", async () => {
    const path = await ownPage();
    const cookies = { Cookie: `sv_${world.id}=x; sr_${code}=x; theme=dark` };
    for (const answer of [
      await post(`${path}/withdraw`, {}, cookies),
      await post(`${path}/erase`, { sure: "yes" }, cookies),
    ]) {
      const dropped = answer.headers.getSetCookie().filter((line) => line.includes("Max-Age=0"));
      const names = dropped.map((line) => line.split("=")[0]);
      expect(names).toEqual([`sv_${world.id}`, `sr_${code}`]);
    }
  });

  test("erases, not by accident, and gives a receipt that anybody can check", async () => {
    const path = await ownPage();
    expect((await post(`${path}/erase`)).status).toBe(303);
    expect(await count("viewers")).toBe(1);
    const html = await (await post(`${path}/erase`, { sure: "yes" })).text();
    expect(await count("viewers")).toBe(0);
    expect(await count("visits")).toBe(0);
    expect((await open(path)).status).toBe(404);
    const receipt = /id="receipt">([^<]+)</.exec(html)?.[1] ?? "";
    const verify = (text: string) =>
      open(`/privacy/verify?receipt=${encodeURIComponent(text)}`).then((page) => page.text());
    expect(await verify(receipt)).toContain("What was kept of a reader was erased");
    expect(await verify(`${receipt.slice(0, -1)}x`)).toContain("no receipt of ours");
    expect(await verify("")).toContain("Paste a receipt");
  });
});

test("an answer's receipt says what was answered, when and to which words, and so does the proof", async () => {
  const { token } = await openPage(code);
  const answer = await consent(token, true);
  const receipt = answer.headers.get("Receipt") ?? "";
  const html = await (await open(`/privacy/verify?receipt=${encodeURIComponent(receipt)}`)).text();
  expect(html).toContain("A reader agreed to be remembered");
  expect(html).toContain("They are what this version says now.");
  await drain(queued);
  const proof = await env.DB_A.prepare("SELECT text_hash FROM consents").first<{
    text_hash: string;
  }>();
  expect(proof?.text_hash).toMatch(/^[0-9a-f]{64}$/);
  expect(html).toContain(proof?.text_hash ?? "nothing");
});

describe("what a workspace adds to the notice", () => {
  const change = (notice: Record<string, string>) =>
    world.call<{ noticeVersion: number }>("PATCH", "/v1/workspace", { notice });

  test("is on the page, in its language, and an answer names its version", async () => {
    const first = await change({
      "zh-Hans": "数据存放在新加坡。",
      en: "It is stored in Singapore.",
    });
    expect(first.body.noticeVersion).toBe(1);
    const { token, html } = await openPage(code);
    expect(html).toContain("数据存放在新加坡。");
    const version = /data-text-version="([^"]+)"/.exec(html)?.[1] ?? "";
    expect(version).toMatch(/\+1$/);
    const body = { token, choice: true, textVersion: version, language: "zh-Hans" };
    const answer = await send("/t/consent", JSON.stringify(body));
    await drain(queued);
    const proof = await env.DB_A.prepare("SELECT text_version, text_hash FROM consents").first();
    expect(proof).toMatchObject({ text_version: version });
    const receipt = answer.headers.get("Receipt") ?? "";
    const checked = await open(`/privacy/verify?receipt=${encodeURIComponent(receipt)}`);
    expect(await checked.text()).toContain(version);
  });

  test("is a new version where it changed, and none where it did not", async () => {
    await change({ en: "One." });
    expect((await change({ en: "One." })).body.noticeVersion).toBe(1);
    expect((await change({ en: "Two." })).body.noticeVersion).toBe(2);
    const { results } = await env.DB_A.prepare("SELECT version, words FROM notices").all();
    expect(results).toMatchObject([
      { version: 1, words: '{"en":"One."}' },
      { version: 2, words: '{"en":"Two."}' },
    ]);
  });
});

test("the page on privacy leads whom the browser remembers to their own", async () => {
  const { cookie } = await readAndAgree(code, queued);
  const look = async (Cookie: string) =>
    await (await fetchRaw(`/privacy?link=${code}`, { headers: { Cookie } })).text();
  const path = /href="[^"]*(\/privacy\/[^"?]+)"/.exec(await look(cookie))?.[1] ?? "";
  expect((await open(path)).status).toBe(200);
  expect(await look("")).not.toMatch(/\/privacy\/[^"v]/);
});

describe("in the kit", () => {
  async function kit() {
    const entry = await fetchRaw(new URL(sender.kitUrl).pathname);
    const Cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    const html = async () =>
      await (await fetchRaw("/kit", { headers: { Cookie, "Accept-Language": "en" } })).text();
    const name = (fields: Record<string, string>, from = origin) =>
      post("/kit/names", fields, { Cookie, Origin: from });
    return { html, name };
  }

  test("a sender says who a reader is, probably, and takes it back", async () => {
    await readAndAgree(code, queued);
    const { html, name } = await kit();
    expect(await html()).toContain("Who is this?");
    const viewer = await viewerId();
    const answer = await name({ viewer, name: "张先生" });
    expect(answer.status).toBe(303);
    // Back at the readers, and not at the top of a long page.
    expect(answer.headers.get("Location")).toBe("/kit#readers-title");
    expect(await html()).toContain('id="readers-title"');
    expect(await html()).toMatch(/probably.*张先生/s);
    const named = await world.call<{ items: object[] }>("GET", "/v1/viewers");
    expect(named.body.items).toMatchObject([{ certainty: "probable", namedBy: "kit" }]);
    passTime(1000);
    await name({ viewer, act: "unname" });
    expect(await html()).not.toContain("probably");
    const audit = await world.call<{
      items: { verb: string; actor: object; people: string[] | null }[];
    }>("GET", `/v1/audit?actorKind=kit&actorId=${sender.id}`);
    const [shown, done] = [true, false].map((isLook) =>
      audit.body.items.filter(({ people }) => (people !== null) === isLook),
    );
    expect(shown?.flatMap(({ people }) => people)).toContain(viewer);
    expect(done).toMatchObject([
      { verb: "viewer.unname", actor: { kind: "kit", id: sender.id } },
      { verb: "viewer.name", actor: { kind: "kit", id: sender.id } },
    ]);
  });

  test("nobody names another sender's reader, nor from a foreign page, nor over head office", async () => {
    await readAndAgree(code, queued);
    const viewer = await viewerId();
    const { name } = await kit();
    expect((await name({ viewer, name: "X" }, "https://evil.example")).status).toBe(403);
    await world.call("POST", `/v1/viewers/${viewer}/identify`, {
      name: "张先生",
      senderId: sender.id,
    });
    expect((await name({ viewer, name: "X" })).status).toBe(409);
    sender = await addSender(world, "周");
    const theirs = await kit();
    expect((await theirs.name({ viewer, name: "X" })).status).toBe(404);
  });
});
