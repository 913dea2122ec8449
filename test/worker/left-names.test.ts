/** A reader leaves their name for the sender below the text: nothing is kept of who does not agree, all of it is theirs. */
import { beforeEach, describe, expect, test } from "vitest";
import {
  beat,
  consent,
  drain,
  jar,
  openPage,
  passTime,
  phone,
  readAndAgree,
  readingWorld,
  readOn,
  searchEverywhere,
} from "./people.ts";
import { addLink, endVisits, env, fetchRaw, origin, type World } from "./world.ts";

let world: World;
let sender: { id: string; kitUrl: string };
let contentId: string;
let code: string;
let queued: string[];

beforeEach(async () => {
  ({ world, sender, contentId, code, queued } = await readingWorld({ name: "早安家居" }));
  await world.call("PATCH", "/v1/workspace", { leaveName: true });
});

const rows = async (sql: string) =>
  (await env.DB_A.prepare(sql).all<Record<string, unknown>>()).results;

/** Sends the form as a browser does that runs no script. */
async function leave(
  token: string,
  fields: Record<string, string>,
  { cookie = "", from = origin, headers = {} as Record<string, string> } = {},
) {
  const answer = await fetchRaw("/names", {
    method: "POST",
    headers: {
      "User-Agent": phone,
      Accept: "text/html,*/*;q=0.8",
      "Accept-Language": "en",
      "Content-Type": "application/x-www-form-urlencoded",
      Origin: from,
      ...(cookie ? { Cookie: cookie } : {}),
      ...headers,
    },
    body: new URLSearchParams({ token, ...fields }).toString(),
  });
  return { status: answer.status, html: await answer.text(), cookie: jar(answer) };
}

const typed = { name: "张先生", phone: "138 0013 8000" };
const viewers = async () =>
  (await world.call<{ items: Record<string, unknown>[] }>("GET", "/v1/viewers")).body.items;

describe("the form", () => {
  test("stands after the text, where the workspace asks for names and the browser may be remembered", async () => {
    const { html } = await openPage(code);
    expect(html.indexOf('action="/names"')).toBeGreaterThan(html.indexOf("</article>"));
    expect(html).toContain('name="agree"');
    const first = await fetchRaw(`/s/${code}`, { headers: { "User-Agent": phone } });
    const path = first.headers.get("Location") ?? "";
    const gpc = await fetchRaw(path, { headers: { "User-Agent": phone, "Sec-GPC": "1" } });
    expect(await gpc.text()).not.toContain('action="/names"');
  });

  test("takes no silence under a notice for a yes", async () => {
    await world.call("PATCH", "/v1/workspace", { consentMode: "notice" });
    const first = await fetchRaw(`/s/${code}`, { headers: { "User-Agent": phone } });
    const path = first.headers.get("Location") ?? "";
    const page = await fetchRaw(path, { headers: { "User-Agent": phone } });
    const cookie = jar(page);
    const html = await page.text();
    expect(cookie).toContain("sv_");
    expect(html).toContain('name="agree"');
    const token = /data-token="([^"]+)"/.exec(html)?.[1] ?? "";
    const sent = await leave(token, typed, { cookie });
    expect(sent.status).toBe(422);
    await drain(queued);
    expect(await rows("SELECT * FROM contacts")).toEqual([]);
    const agreed = await leave(token, { ...typed, agree: "yes" }, { cookie });
    expect(agreed.status).toBe(200);
    await drain(queued);
    expect(await rows("SELECT viewer_id FROM consents WHERE choice = 1")).toHaveLength(1);
  });

  test("asks who has agreed for no second yes", async () => {
    const { cookie } = await readAndAgree(code, queued);
    const { html } = await openPage(code, cookie);
    expect(html).toContain('action="/names"');
    expect(html).not.toContain('name="agree"');
  });

  test("is nowhere, and takes nothing, where the workspace does not ask", async () => {
    await world.call("PATCH", "/v1/workspace", { leaveName: false });
    const quiet = (await addLink(world, { contentId, senderId: sender.id, channel: "chat" })).code;
    const { html, token } = await openPage(quiet);
    expect(html).not.toContain('action="/names"');
    expect((await leave(token, { ...typed, agree: "yes" })).status).toBe(404);
    expect(await searchEverywhere([typed.name])).toEqual([]);
  });
});

describe("a name that is left", () => {
  test("with a yes makes a viewer of that name, probably, with a proof of the yes and a way to take it back", async () => {
    const { token } = await openPage(code);
    const left = await leave(token, { ...typed, agree: "yes" });
    expect(left.status).toBe(200);
    expect(left.html).toContain("林夏 will see it");
    expect(left.html).toContain(`${typed.name}, ${typed.phone}`);
    await readOn(token);
    await drain(queued);
    expect(await viewers()).toMatchObject([
      { certainty: "probable", namedBy: "form", contact: { name: typed.name }, visits: 1 },
    ]);
    const contacts = await world.call<{ items: Record<string, unknown>[] }>("GET", "/v1/contacts");
    const [viewer] = await viewers();
    expect(contacts.body.items).toMatchObject([
      { name: typed.name, attributes: { phone: typed.phone }, leftByViewerId: viewer?.id },
    ]);
    expect(await rows("SELECT choice, text_hash FROM consents")).toMatchObject([{ choice: 1 }]);
    const path = /href="[^"]*(\/privacy\/[^"]+)">See/.exec(left.html)?.[1] ?? "";
    const own = await fetchRaw(path, { headers: { "Accept-Language": "en" } });
    const ownPage = await own.text();
    expect(ownPage).toContain(typed.name);
    expect(ownPage).toContain(`Phone: ${typed.phone}`);
    const handed = await fetchRaw(`${path}/export`, { method: "POST" });
    const { held } = (await handed.json()) as { held: Record<string, Record<string, unknown>[]> };
    for (const [table, records] of Object.entries(held)) {
      for (const [field, value] of records.flatMap((record) => Object.entries(record))) {
        if (value === null || value === "" || value === "{}" || value === "[]") continue;
        expect(ownPage).toContain(`data-field="${table}.${field}"`);
      }
    }
    const receipt = /href="(\/privacy\/verify[^"]+)"/.exec(left.html)?.[1] ?? "";
    const verified = await fetchRaw(receipt, { headers: { "Accept-Language": "en" } });
    expect(await verified.text()).toContain("A reader agreed to be remembered");
    const { body } = await world.call<{ items: object[] }>("GET", "/v1/audit");
    expect(body.items).toContainEqual(
      expect.objectContaining({
        verb: "viewer.leave-name",
        subject: viewer?.id,
        actor: { kind: "reader", id: null },
      }),
    );
  });

  test("without a yes is kept nowhere, and the page says what is missing", async () => {
    const { token } = await openPage(code);
    const left = await leave(token, typed);
    expect(left.status).toBe(422);
    expect(left.html).toContain("once you have ticked");
    await drain(queued);
    expect(await searchEverywhere([typed.name, typed.phone])).toEqual([]);
    expect(await rows("SELECT id FROM viewers")).toEqual([]);
  });

  test("by a browser that asks not to be tracked is kept nowhere", async () => {
    const { token } = await openPage(code);
    const headers = { "Sec-GPC": "1" };
    expect((await leave(token, { ...typed, agree: "yes" }, { headers })).status).toBe(422);
    await drain(queued);
    expect(await searchEverywhere([typed.name])).toEqual([]);
  });

  test("is one, however often it is typed, and the last counts", async () => {
    const { token, cookie } = await readAndAgree(code, queued);
    await leave(token, typed, { cookie });
    passTime(1000);
    await leave(token, { name: "张三", phone: "" }, { cookie });
    expect(await rows("SELECT name, attributes FROM contacts")).toEqual([
      { name: "张三", attributes: "{}" },
    ]);
  });

  test.each([
    [{ name: "   " }, "Write a name"],
    [{ name: "长".repeat(41) }, "Write a name"],
    [{ name: "张‮先生" }, "Write a name"],
    [{ name: "\u200d\u2800\u200d" }, "Write a name"],
    [{ name: "张先生", phone: "-----12345" }, "A phone number"],
    [{ name: "张先生", phone: "call me" }, "A phone number"],
    [{ name: "张先生", phone: "123" }, "A phone number"],
  ])("is bounded: %j", async (fields, said) => {
    const { token } = await openPage(code);
    const left = await leave(token, { ...fields, agree: "yes" });
    expect(left.status).toBe(422);
    expect(left.html).toContain(said);
    expect(await rows("SELECT id FROM contacts")).toEqual([]);
  });

  test("with a wrong number stands in the form again as it was typed, the fault beside it, and can be sent from there", async () => {
    const { token } = await openPage(code);
    const fields = { name: typed.name, phone: "138 <0013>", agree: "yes" };
    const { html } = await leave(token, fields);
    expect(html).toContain(
      `name="name" required="" maxlength="40" autocomplete="name" value="${typed.name}"`,
    );
    expect(html).toMatch(/name="phone"[^>]*value="138 &lt;0013&gt;"[^>]*aria-describedby="fault"/);
    expect(html).toMatch(/<\/label><p class="fault" id="fault">A phone number/);
    expect(html).toMatch(/name="agree"[^>]*checked/);
    const sent = /action="\/names".*?name="token" value="([^"]+)"/s.exec(html)?.[1] ?? "";
    const mended = await leave(sent, { ...typed, agree: "yes" });
    expect(mended.html).toContain(`${typed.name}, ${typed.phone}`);
  });

  test("that is wrong asks who has agreed for no second yes", async () => {
    const { token, cookie } = await readAndAgree(code, queued);
    const { html } = await leave(token, { name: " " }, { cookie });
    expect(html).toMatch(/name="name"[^>]*aria-invalid="true"/);
    expect(html).not.toContain('name="agree"');
  });

  test.each(["paused", "withdrawn"])("is not taken on a link that is %s", async (state) => {
    const { token } = await openPage(code);
    if (state === "paused") await world.call("PATCH", `/v1/links/${code}`, { paused: true });
    else await world.call("POST", `/v1/contents/${contentId}/withdraw`);
    passTime(3_600_000);
    expect((await leave(token, { ...typed, agree: "yes" })).status).toBe(404);
    await drain(queued);
    expect(await searchEverywhere([typed.name])).toEqual([]);
    expect(await rows("SELECT id FROM viewers")).toEqual([]);
  });

  test("is refused on the page of a visit that was erased, and keeps nothing again", async () => {
    const { token, cookie } = await readAndAgree(code, queued);
    await leave(token, typed, { cookie });
    const [viewer] = await viewers();
    expect((await world.call("DELETE", `/v1/viewers/${viewer?.id}`)).status).toBe(200);
    passTime(1000);
    const again = await leave(token, { ...typed, agree: "yes" }, { cookie });
    expect(again).toMatchObject({ status: 403, html: expect.stringContaining("out of date") });
    await drain(queued);
    expect(await searchEverywhere([typed.name, typed.phone])).toEqual([]);
    expect(await rows("SELECT id FROM viewers")).toEqual([]);
  });

  test("after a withdrawal on the same page is somebody new's, with a yes of their own", async () => {
    const { token, cookie } = await readAndAgree(code, queued);
    const [first] = await viewers();
    passTime(1000);
    expect((await world.call("POST", `/v1/viewers/${first?.id}/withdraw`)).status).toBe(204);
    passTime(1000);
    expect((await leave(token, { ...typed, agree: "yes" }, { cookie })).status).toBe(200);
    await beat(token, 3, 9000);
    await drain(queued);
    const [said] = await rows("SELECT said_by FROM contacts");
    expect(said?.said_by).not.toBe(first?.id);
    expect(await rows(`SELECT choice FROM consents WHERE viewer_id = '${said?.said_by}'`)).toEqual([
      { choice: 1 },
    ]);
  });

  test("comes from the page alone, with a token of ours, and not without end", async () => {
    const { token } = await openPage(code);
    const yes = { ...typed, agree: "yes" };
    expect((await leave(token, yes, { from: "https://evil.example" })).status).toBe(403);
    const old = await leave(`${token.slice(0, -2)}xx`, yes);
    expect(old).toMatchObject({ status: 403, html: expect.stringContaining("out of date") });
    await env.DB_A.batch(
      Array.from({ length: 100 }, (_, at) =>
        env.DB_A.prepare(
          `INSERT INTO contacts (id, workspace_id, sender_id, name, created_at, said_by)
           VALUES (?, ?, ?, 'X', ?, 'a0000000000000000')`,
        ).bind(`a${String(at).padStart(15, "0")}`, world.id, sender.id, Date.now()),
      ),
    );
    const refused = await leave(token, yes);
    expect(refused).toMatchObject({ status: 429, html: expect.stringContaining("too often") });
    // Who is told that nothing was kept is not remembered either.
    await drain(queued);
    expect(refused.cookie).toBe("");
    expect(await rows("SELECT viewer_id FROM consents")).toEqual([]);
    expect(await viewers()).toEqual([]);
  });

  test("goes with a yes that is taken back on the same visit", async () => {
    const { token } = await openPage(code);
    const { cookie } = await leave(token, { ...typed, agree: "yes" });
    await readOn(token);
    await drain(queued);
    expect(await rows("SELECT id FROM contacts")).toHaveLength(1);
    passTime(1000);
    await consent(token, false, cookie);
    await drain(queued);
    expect(await searchEverywhere([typed.name, typed.phone])).toEqual([]);
    expect(await rows("SELECT id FROM viewers")).toEqual([]);
  });

  test("is in the export, and goes with an erasure, also where the sender took them for somebody else", async () => {
    const { token, cookie } = await readAndAgree(code, queued);
    await leave(token, typed, { cookie });
    await endVisits();
    const [viewer] = await viewers();
    const other = await world.call<{ id: string }>("POST", "/v1/contacts", {
      senderId: sender.id,
      name: "李女士",
      notes: "别人的",
    });
    await world.call("POST", `/v1/viewers/${viewer?.id}/identify`, {
      contactId: other.body.id,
      certainty: "probable",
    });
    const held = await world.call<{ held: { contacts: object[] } }>(
      "GET",
      `/v1/viewers/${viewer?.id}/export`,
    );
    expect(held.body.held.contacts).toMatchObject([{ name: typed.name }]);
    await world.call("DELETE", `/v1/viewers/${viewer?.id}`);
    expect(await searchEverywhere([typed.name, typed.phone, String(viewer?.id)])).toEqual([]);
    expect(await rows("SELECT name FROM contacts")).toEqual([{ name: "李女士" }]);
  });

  test("is confirmed by the sender in the kit, who can take that back", async () => {
    const { token, cookie } = await readAndAgree(code, queued);
    await leave(token, typed, { cookie });
    const entry = await fetchRaw(new URL(sender.kitUrl).pathname);
    const Cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    const kit = async () =>
      await (await fetchRaw("/kit", { headers: { Cookie, "Accept-Language": "en" } })).text();
    const [viewer] = await viewers();
    const act = (what: string) =>
      fetchRaw("/kit/names", {
        method: "POST",
        headers: { Cookie, Origin: origin, Accept: "text/html" },
        body: new URLSearchParams({ viewer: String(viewer?.id), act: what }).toString(),
      });
    expect(await kit()).toMatch(/probably.*张先生.*left the name themselves.*138 0013 8000/s);
    expect((await act("confirm")).status).toBe(303);
    expect(await viewers()).toMatchObject([{ certainty: "confirmed", namedBy: "form" }]);
    expect(await rows("SELECT said_by FROM contacts")).toEqual([{ said_by: null }]);
    expect(await kit()).not.toContain("left the name themselves");
    passTime(1000);
    expect((await act("unname")).status).toBe(303);
    expect(await viewers()).toMatchObject([{ contact: null }]);
    expect(await rows("SELECT said_by FROM contacts")).toEqual([{ said_by: viewer?.id }]);
    const stale = await act("confirm");
    expect(stale.status).toBe(409);
    expect(stale.headers.get("Content-Type")).toMatch(/^text\/html/);
  });
});
