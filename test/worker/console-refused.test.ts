/** Forms of the console that are refused: each comes back with what was typed in it, and why at its field. */
import { beforeEach, describe, expect, test } from "vitest";
import {
  addSender,
  fetchRaw,
  freshWorld,
  newWorkspace,
  origin,
  publish,
  sampleContent,
  type World,
} from "./world.ts";

const html = { Accept: "text/html", Origin: origin };
let world: World;
let desk: Awaited<ReturnType<typeof signIn>>;

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
  desk = await signIn();
});

async function signIn() {
  const { body } = await world.call<{ signInUrl: string }>("POST", "/v1/members", {
    name: "Lin Wan",
    role: "head-office",
  });
  const entered = await fetchRaw(new URL(body.signInUrl).pathname, {
    method: "POST",
    headers: html,
    body: new URLSearchParams({ to: "/console" }),
  });
  const cookieOf = (answer: Headers) => answer.get("Set-Cookie")?.split(";")[0] ?? "";
  const headers = { ...html, Cookie: cookieOf(entered.headers) };
  const keep = (answer: Headers) => {
    headers.Cookie += `; ${cookieOf(answer)}`;
  };
  const look = async (path: string) => await (await fetchRaw(path, { headers })).text();
  const send = async (path: string, fields: Record<string, string>) => {
    const answer = await fetchRaw(path, {
      method: "POST",
      headers,
      body: new URLSearchParams(fields),
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  /** Sends a form as it stands in a page. */
  const submitIn = (page: string, action: string, fields: Record<string, string>) =>
    send(action, { token: tokenIn(page, action), ...fields });
  const submit = async (path: string, action: string, fields: Record<string, string>) =>
    await submitIn(await look(path), action, fields);
  return { keep, look, send, submit, submitIn };
}

const tokenIn = (page: string, action: string) =>
  new RegExp(`method="post" action="${action}"[^>]*>.*?name="token" value="([^"]+)"`, "s").exec(
    page,
  )?.[1] ?? "";

async function newPost(draft: string): Promise<string> {
  const { body } = await world.call<{ id: string }>("POST", "/v1/contents", {
    ...sampleContent,
    drafts: [draft],
  });
  return `/console/posts/${body.id}`;
}

const times = (text: string, what: string) => text.split(what).length - 1;

describe("a way of saying a sentence that a gate refuses", () => {
  const typed = 'Our tea costs 25 yuan & "more"';

  async function refused() {
    const words = `${await newPost("Our tea costs 30 yuan. Come and taste it with us.")}/words`;
    const page = await desk.look(words);
    const sentence = /name="sentence" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const revision = /name="revision" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const fields = { sentence, revision, draft: "0", act: "write", text: typed };
    return { words, fields, back: await desk.submitIn(page, words, fields) };
  }

  test("comes back in its field, with the word beside it and the screen around it", async () => {
    const { fields, back } = await refused();
    expect(back.status).toBe(422);
    expect(back.headers.get("Content-Type")).toContain("text/html");
    const form = new RegExp(
      `<form[^>]*data-try[^>]*>(?:(?!</form>).)*value="${fields.sentence}"(?:(?!</form>).)*</form>`,
      "s",
    ).exec(back.text)?.[0];
    expect(form).toContain('value="Our tea costs 25 yuan &amp; &quot;more&quot;"');
    expect(form).toMatch(/aria-invalid="true"[^>]*autofocus[^>]*>.*class="error"[^>]*>.*30 yuan/s);
    // In the one field of the one sentence, and said once.
    expect(times(back.text, "Our tea costs 25 yuan")).toBe(1);
    expect(times(back.text, 'class="error"')).toBe(1);
    expect(back.text).not.toContain("write[0]");
    // Below the name of the screen, at whatever width.
    expect(back.text).toMatch(/<\/h1>(?:(?!<nav).)*class="note bad"/s);
  });

  test("and comes back again when it is sent again as it is", async () => {
    const { words, fields, back } = await refused();
    const again = await desk.submitIn(back.text, words, fields);
    expect([again.status, times(again.text, "25 yuan &amp;")]).toEqual([422, 1]);
  });
});

describe("a sheet of codes to print that has none", () => {
  const sheet = "/console/links/sheet?channel=print";

  test("says what is missing first: people, then a published post", async () => {
    expect(await desk.look(sheet)).toContain('href="/console/people">');
    await addSender(world, "Ann");
    const page = await desk.look(sheet);
    expect(page).toContain("还没有印刷用的链接");
    expect(page).toContain('class="button full" href="/console/posts"');
    expect(await desk.look("/console/people/sheet")).toContain("<svg");
  });

  test("makes one for everybody of the post that is chosen, and keeps those that there are", async () => {
    const ann = await addSender(world, "Ann");
    await addSender(world, "Ben");
    const contentId = await publish(world);
    expect(await desk.look(sheet)).toContain("2 位同事各有一个自己的码");
    const made = await desk.submit(sheet, "/console/links/print", { contentId });
    expect(made.status).toBe(303);
    const page = await desk.look(made.headers.get("Location") ?? "");
    expect(times(page, "<svg")).toBe(2);
    const fields = { contentId, senderId: ann.id, channel: "print" };
    expect((await world.call("POST", "/v1/links", fields)).status).toBe(200);
  });

  test("makes none of a post that nobody can open", async () => {
    await addSender(world, "Ann");
    const contentId = await publish(world);
    const page = await desk.look(sheet);
    await world.call("POST", `/v1/contents/${contentId}/withdraw`);
    const refused = await desk.submitIn(page, "/console/links/print", { contentId });
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining("还没有发布")]);
  });
});

describe("a form that is refused", () => {
  test.each([
    ["zh-Hans", "还没有过去"],
    ["en", "has not passed yet"],
  ])("for a time that has passed says it once, at the field, in %s", async (language, said) => {
    await addSender(world);
    const post = await newPost("今晚八点见。");
    const speak = await desk.submit("/console", "/console/language", { language });
    desk.keep(speak.headers);
    const page = await desk.look(`${post}/roll-out`);
    const [, offered = "", min = "", max = ""] =
      /name="at" value="([^"]+)" min="([^"]+)" max="([^"]+)"/.exec(page) ?? [];
    expect([min < offered, offered < max]).toEqual([true, true]);
    const at = "2020-01-01T09:00";
    const back = await desk.submitIn(page, `${post}/publish`, { at });
    expect(back.status).toBe(422);
    expect(back.text).toMatch(new RegExp(`name="at" value="${at}"[^>]*aria-invalid="true"`));
    expect(times(back.text, said)).toBe(1);
  });

  test("keeps what was chosen, and leaves the rest of the page as it is", async () => {
    const sender = await addSender(world, "Ann");
    const other = await addSender(world, "Ben");
    const contentId = await publish(world);
    const back = await desk.submit("/console/links", "/console/links", {
      contentId,
      senderId: other.id,
      channel: "group",
      group: "x".repeat(61),
      maxClicks: "many",
    });
    expect(back.status).toBe(422);
    expect(back.text).toContain(`<option value="${other.id}" selected`);
    expect(back.text).not.toContain(`<option value="${sender.id}" selected`);
    expect(back.text).toContain('value="many"');
    expect(back.text).toMatch(/name="maxClicks"[^>]*aria-invalid="true"/);
  });

  test.each([
    [
      "a member without a team's name",
      "/console/members",
      { name: "", role: "team-lead", team: "北区" },
      "北区",
    ],
    [
      "a key without a name",
      "/console/keys",
      { name: " ", scopes: "admin" },
      'value="admin" checked',
    ],
    [
      "a colleague with too long a name",
      "/console/people",
      { name: "n".repeat(200), team: "南区" },
      "南区",
    ],
    [
      "a table of too many people",
      "/console/people/import",
      { table: `姓名\n${"甲乙丙\n".repeat(501)}`, confirm: "yes" },
      "甲乙丙\n甲乙丙",
    ],
    [
      "settings with a timezone that is none",
      "/console/settings",
      { name: "Sunrise", timezone: "CST", brands: "小星\n晨光" },
      "小星\n晨光",
    ],
  ])("keeps %s", async (_, path, fields, kept) => {
    const back = await desk.submit(path, path, fields as Record<string, string>);
    expect(back.status).toBe(422);
    expect(back.text).toContain(kept);
    expect(back.text).toContain('role="alert"');
  });

  test("for being open too long keeps what was typed, under a proof that holds", async () => {
    const page = await desk.look("/console/posts/new");
    const fields = { title: "Tea", body: "Mist.", draft: "Fresh tea is here." };
    const newer = await signIn();
    const old = await newer.submitIn(page, "/console/posts/new", fields);
    expect(old.status).toBe(403);
    expect(old.text).toContain("你填的都还在");
    expect(old.text).toContain("Fresh tea is here.");
    const done = await newer.submitIn(old.text, "/console/posts/new", fields);
    expect(done.status).toBe(303);
  });

  test("because its thing is gone says so on the screen it was on", async () => {
    const page = await desk.look("/console/people");
    const sender = await addSender(world, "Ann");
    const shown = await desk.look(`/console/people/${sender.id}`);
    await world.call("DELETE", `/v1/senders/${sender.id}`);
    const gone = await desk.submitIn(shown, `/console/people/${sender.id}/end-kit`, {});
    // The screen is gone too: what is left to say is said alone.
    expect([gone.status, gone.text]).toEqual([404, expect.stringContaining("没有找到")]);
    expect(page).not.toContain("Ann");
  });

  test("leads nowhere but into the console", async () => {
    const token = tokenIn(await desk.look("/console/members"), "/console/members");
    const [proof] = token.split(" ");
    for (const place of ["https://evil.example/", "//evil.example", "/s/abc", "/consolex"]) {
      const back = await desk.send("/console/members", {
        token: `${proof} ${encodeURIComponent(place)}`,
        name: "",
        role: "team-lead",
      });
      expect([back.status, back.text], place).toEqual([422, expect.not.stringContaining("evil")]);
    }
  });
});
