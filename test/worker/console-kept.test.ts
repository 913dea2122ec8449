/** A form that is sent after its session has ended: the door keeps it, and it is filled again, and never carried out by itself. */
import { beforeEach, describe, expect, test } from "vitest";
import { fetchRaw, freshWorld, newWorkspace, origin, sampleContent, type World } from "./world.ts";

const html = { Accept: "text/html", Origin: origin };
const typed = 'Fresh tea & "more"\nis here.';
let world: World;

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
});

type Fields = Record<string, string>;
const send = (path: string, fields: Fields, headers: object = {}) =>
  fetchRaw(path, {
    method: "POST",
    headers: { ...html, ...headers },
    body: new URLSearchParams(fields),
    redirect: "manual",
  });

async function session(of: World): Promise<{ Cookie: string }> {
  const entered = await send("/console/sign-in", { key: of.key, to: "/console" });
  return { Cookie: entered.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
}
const look = async (path: string, headers: object) =>
  await (await fetchRaw(path, { headers: { ...html, ...headers } })).text();

const decoded = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
const keptIn = (page: string) => decoded(/name="kept" value="([^"]*)"/.exec(page)?.[1] ?? "");
const tokenIn = (page: string, action: string) =>
  new RegExp(`method="post" action="${action}"[^>]*>.*?name="token" value="([^"]+)"`, "s").exec(
    page,
  )?.[1] ?? "";
const posts = async () =>
  (await world.call<{ items: unknown[] }>("GET", "/v1/contents")).body.items.length;

/** A new post that is sent when its writer is not signed in any more: the door's answer. */
async function sentTooLate() {
  const page = await look("/console/posts/new", await session(world));
  const token = tokenIn(page, "/console/posts/new");
  const fields = { token, title: "Tea", body: "Mist.", draft: typed };
  const door = await send("/console/posts/new", fields);
  return { door, page: await door.text(), fields };
}

describe("what was typed when the session ended", () => {
  test("stands on the door, is filled in again by who signs in there, and is saved when it is sent again", async () => {
    const { door, page, fields } = await sentTooLate();
    expect(door.status).toBe(401);
    expect(page).toContain("你填的都还在");
    expect(page).not.toContain(fields.token);

    const wrong = await send("/console/sign-in", { key: "sk_no", kept: keptIn(page) });
    const again = await wrong.text();
    expect([wrong.status, keptIn(again)]).toEqual([401, keptIn(page)]);

    const entered = await send("/console/sign-in", { key: world.key, kept: keptIn(again) });
    expect([entered.status, entered.headers.get("Location")]).toEqual([307, "/console/kept-form"]);
    const Cookie = entered.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    const back = await send("/console/kept-form", { kept: keptIn(again) }, { Cookie });
    const filled = await back.text();
    expect(back.status).toBe(200);
    expect(filled).toContain('Fresh tea &amp; "more"\nis here.');
    expect(filled).toContain('value="Tea"');
    expect(filled).toContain("请再按一次");
    expect(await posts()).toBe(0);

    const token = tokenIn(filled, "/console/posts/new");
    const saved = await send("/console/posts/new", { ...fields, token }, { Cookie });
    expect([saved.status, await posts()]).toEqual([303, 1]);
  });

  test("waits for who signs in elsewhere", async () => {
    const { page } = await sentTooLate();
    const early = await send("/console/kept-form", { kept: keptIn(page) });
    const still = await early.text();
    expect([early.status, keptIn(still)]).toEqual([401, keptIn(page)]);
    expect(still).toContain("还没有登录");
    const late = await send("/console/kept-form", { kept: keptIn(still) }, await session(world));
    expect(await late.text()).toContain("is here.");
    expect(await posts()).toBe(0);
  });

  test("can be copied where its screen is not there for who signed in", async () => {
    const { body } = await world.call<{ id: string }>("POST", "/v1/contents", sampleContent);
    const path = `/console/posts/${body.id}/edit`;
    const token = `x ${encodeURIComponent(path)}`;
    const door = await send(path, { token, title: "Tea", draft: typed });
    const kept = keptIn(await door.text());
    const stranger = await session(await newWorkspace());
    const back = await send("/console/kept-form", { kept }, stranger);
    const page = await back.text();
    expect(back.status).toBe(200);
    expect(page).toMatch(/<textarea[^>]*readonly[^>]*>[^<]*Fresh tea &amp; (&quot;|")more/);
    expect(page).not.toContain(sampleContent.title);
  });

  test("holds no secret, and nothing of a form in which nothing is typed", async () => {
    const token = `x ${encodeURIComponent("/console/integrations")}`;
    const door = await send("/console/integrations", { token, appId: "wx12", secret: "hush-hush" });
    const page = await door.text();
    expect(page).toContain("wx12");
    expect(page).not.toContain("hush-hush");
    const out = await send("/console/sign-out", { token });
    expect([out.status, out.headers.get("Location")]).toEqual([
      303,
      "/console/sign-in?door=expired",
    ]);
  });
});

describe("what another site sends", () => {
  test("is neither kept nor filled in anywhere", async () => {
    const kept = JSON.stringify(["/console/posts/new", "/console/posts/new", [["title", "Evil"]]]);
    const headers = { ...(await session(world)), Origin: "https://evil.example" };
    const answers = [
      await send("/console/kept-form", { kept }, headers),
      await send("/console/sign-in", { key: world.key, kept }, headers),
      await send(
        "/console/posts/new",
        { token: "x %2Fconsole", title: "Evil" },
        { Origin: "null" },
      ),
    ];
    for (const answer of answers) {
      expect(answer.status).not.toBe(200);
      expect(await answer.text()).not.toContain("Evil");
    }
  });

  test.each([
    "",
    "no JSON",
    "{}",
    "[1,2,3]",
    '["https://evil.example/","/console",[]]',
    '["/console","/console",[["a"]]]',
  ])("nor is %j, which is no form", async (kept) => {
    const answer = await send("/console/kept-form", { kept }, await session(world));
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/console"]);
  });
});
