/** The console's door and its forms: who comes in, and what nobody can make them do. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { workspaceChange } from "../../src/routes/management/workspace.ts";
import {
  addLink,
  addSender,
  deliver,
  endVisits,
  env,
  eventually,
  fetchRaw,
  freshWorld,
  newWorkspace,
  origin,
  publish,
  sampleContent,
  type World,
} from "./world.ts";

type Member = { id: string; signInUrl: string };

let world: World;
beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
});

/** A busy machine is no failure. */
const patience = { timeout: 30_000, interval: 100 };
const phone =
  "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/150.0.0.0 Mobile Safari/537.36";
const html = { Accept: "text/html,application/xhtml+xml" };

async function invite(fields: Record<string, unknown> = {}): Promise<Member> {
  const { body } = await world.call<Member>("POST", "/v1/members", {
    name: "Lin Wan",
    role: "head-office",
    ...fields,
  });
  return body;
}

function send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return fetchRaw(path, {
    method: "POST",
    headers: { ...html, Origin: origin, ...headers },
    body: new URLSearchParams(fields),
  });
}

const cookieOf = (response: Response) =>
  (response.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";

/** A member at the console: looks at screens and sends their forms, each with its proof. */
async function signIn(member: Member) {
  const entered = await send(new URL(member.signInUrl).pathname, { to: "/console" });
  const headers = { ...html, Cookie: cookieOf(entered) };
  const look = async (path: string) => {
    const response = await fetchRaw(path, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  /** The proof in the form of a page that goes to a path. */
  const tokenIn = (page: string, action: string) =>
    new RegExp(`method="post" action="${action}"[^>]*>.*?name="token" value="([^"]+)"`, "s").exec(
      page,
    )?.[1] ?? "";
  const submit = async (page: string, action: string, fields: Record<string, string>) => {
    const token = tokenIn((await look(page)).text, action);
    return await send(action, { token, ...fields }, { Cookie: headers.Cookie });
  };
  return { entered, cookie: headers.Cookie, look, submit, tokenIn };
}

describe("the door", () => {
  test("a link lets its bearer in once, and looking at it uses nothing up", async () => {
    const { signInUrl } = await invite();
    const { pathname } = new URL(signInUrl);
    for (const _ of [1, 2]) {
      const seen = await fetchRaw(pathname, { headers: html });
      expect(seen.status).toBe(200);
      expect(seen.headers.get("Set-Cookie")).toBeNull();
    }
    const entered = await send(pathname, { to: "/console/posts" });
    expect([entered.status, entered.headers.get("Location")]).toEqual([
      303,
      "/console/posts?done=welcome",
    ]);
    expect(entered.headers.get("Set-Cookie")).toMatch(/HttpOnly.*SameSite=Lax/);
    expect((await send(pathname, {})).status).toBe(410);
    expect((await fetchRaw(pathname, { headers: html })).status).toBe(410);
  });

  test("of two who use a link at the same moment, one gets in", async () => {
    const { pathname } = new URL((await invite()).signInUrl);
    const both = await Promise.all([send(pathname, {}), send(pathname, {})]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 410]);
  });

  test("a newer link ends the older one, and a day ends both", async () => {
    const first = await invite();
    const { body } = await world.call<Member>("POST", `/v1/members/${first.id}/sign-in-link`);
    expect((await send(new URL(first.signInUrl).pathname, {})).status).toBe(410);
    vi.useFakeTimers({ now: Date.now() + 25 * 3_600_000, toFake: ["Date"] });
    try {
      expect((await send(new URL(body.signInUrl).pathname, {})).status).toBe(410);
    } finally {
      vi.useRealTimers();
    }
  });

  test("an API key opens it too, with the key's own scopes, until the key is revoked", async () => {
    const { body: key } = await world.call<{ id: string; key: string }>("POST", "/v1/api-keys", {
      name: "eyes",
      scopes: ["read"],
    });
    expect((await send("/console/sign-in", { key: "sk_awrong" })).status).toBe(401);
    const entered = await send("/console/sign-in", { key: key.key, to: "https://evil.example" });
    expect(entered.headers.get("Location")).toBe("/console?done=welcome");
    const headers = { ...html, Cookie: cookieOf(entered) };
    const page = await fetchRaw("/console/posts/new", { headers });
    expect(page.status).toBe(200);
    const token = /name="token" value="([^"]+)"/g;
    const proofs = [...(await page.text()).matchAll(token)].map(([, proof]) => proof ?? "");
    const refused = await send(
      "/console/posts/new",
      { token: proofs.at(-1) ?? "", title: "T", body: "B", draft: "C" },
      { Cookie: headers.Cookie },
    );
    expect(refused.status).toBe(403);
    await world.call("DELETE", `/v1/api-keys/${key.id}`);
    const after = await fetchRaw("/console", { headers });
    expect(after.headers.get("Location")).toMatch(/^\/console\/sign-in\?/);
  });

  test("who is not signed in is sent to the door and back", async () => {
    const away = await fetchRaw("/console/posts?sort=-reads", { headers: html });
    expect(away.status).toBe(302);
    expect(away.headers.get("Location")).toBe(
      "/console/sign-in?to=%2Fconsole%2Fposts%3Fsort%3D-reads",
    );
  });

  test("ending a member ends their session", async () => {
    const member = await invite();
    const { look } = await signIn(member);
    expect((await look("/console")).status).toBe(200);
    await world.call("DELETE", `/v1/members/${member.id}`);
    expect((await look("/console")).status).toBe(302);
  });

  test("a session of another workspace sees nothing of this one", async () => {
    const contentId = await publish(world);
    const theirs = await newWorkspace({ name: "Other" });
    const { body } = await theirs.call<Member>("POST", "/v1/members", {
      name: "Eve",
      role: "head-office",
    });
    const { look } = await signIn(body);
    expect((await look(`/console/posts/${contentId}`)).status).toBe(404);
    expect((await look("/console/posts")).text).not.toContain(contentId);
  });
});

describe("forms", () => {
  const post = { title: "Tea", body: "## Hills\n\nMist.", draft: "{Fresh|New} tea is here." };

  test("write a post as the API does, in the member's name", async () => {
    const member = await invite();
    const { submit } = await signIn(member);
    const made = await submit("/console/posts/new", "/console/posts/new", post);
    expect(made.status).toBe(303);
    const id = /posts\/(\w+)/.exec(made.headers.get("Location") ?? "")?.[1];
    const { body } = await world.call("GET", `/v1/contents/${id}`);
    expect(body).toMatchObject({ title: "Tea", drafts: ["{Fresh|New} tea is here."] });
    const audit = await world.call<{ items: { verb: string; actor: unknown }[] }>(
      "GET",
      "/v1/audit",
    );
    expect(audit.body.items.find(({ verb }) => verb === "content.create")?.actor).toEqual({
      kind: "console",
      id: member.id,
    });
  });

  test("come back with what was written where something is wrong", async () => {
    const { submit } = await signIn(await invite());
    const back = await submit("/console/posts/new", "/console/posts/new", {
      ...post,
      draft: "{Fresh|New tea",
    });
    expect(back.status).toBe(422);
    const text = await back.text();
    expect(text).toContain("{Fresh|New tea");
    expect(text).toContain('aria-invalid="true"');
  });

  test("say when somebody else changed the post meanwhile", async () => {
    const { submit, look } = await signIn(await invite());
    const made = await submit("/console/posts/new", "/console/posts/new", post);
    const path = new URL(made.headers.get("Location") ?? "", origin).pathname;
    const revision = /name="revision" value="([^"]+)"/.exec((await look(path)).text)?.[1] ?? "";
    const id = path.split("/").at(-1);
    await world.call("PATCH", `/v1/contents/${id}`, { title: "Theirs" });
    const late = await submit(path, path, { ...post, title: "Mine", revision });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("Mine");
  });

  test.each([
    ["another site's page", { Origin: "https://evil.example" }, true],
    ["a page that hides where it is", { Origin: "null" }, true],
    ["a form without its proof", { Origin: origin }, false],
  ])("are refused from %s", async (_, headers, hasToken) => {
    const { cookie, look, tokenIn } = await signIn(await invite());
    const page = (await look("/console/posts/new")).text;
    const token = hasToken ? tokenIn(page, "/console/posts/new") : "";
    const refused = await send(
      "/console/posts/new",
      { token, ...post },
      { Cookie: cookie, ...headers },
    );
    expect(refused.status).toBe(403);
    expect((await world.call<{ items: unknown[] }>("GET", "/v1/contents")).body.items).toEqual([]);
  });

  test("are refused with the proof of another form or another session", async () => {
    const [mine, hers] = [
      await signIn(await invite()),
      await signIn(await invite({ name: "Mei" })),
    ];
    const page = (await mine.look("/console/posts/new")).text;
    const foreign = hers.tokenIn(
      (await hers.look("/console/posts/new")).text,
      "/console/posts/new",
    );
    for (const token of [mine.tokenIn(page, "/console/sign-out"), foreign]) {
      const refused = await send("/console/posts/new", { token, ...post }, { Cookie: mine.cookie });
      expect(refused.status).toBe(403);
    }
  });

  test("a team's lead looks and writes nothing", async () => {
    const { look, cookie, tokenIn } = await signIn(
      await invite({ role: "team-lead", team: "North" }),
    );
    const page = await look("/console/posts/new");
    const token = tokenIn(page.text, "/console/posts/new");
    const refused = await send("/console/posts/new", { token, ...post }, { Cookie: cookie });
    expect(refused.status).toBe(403);
    expect((await look("/console/posts")).text).not.toContain("/console/posts/new");
  });
});

describe("screens", () => {
  test("show a published post, everybody's caption and who has the same", async () => {
    const drafts = ["Our tea is here. Come and taste it with us today."];
    await addSender(world, "Ann", { team: "North", signature: "Ann" });
    const ben = await addSender(world, "Ben", { team: "North", signature: "Ben" });
    const contentId = await publish(world, { ...sampleContent, drafts });
    const { look } = await signIn(await invite());
    const wall = async () => (await look(`/console/posts/${contentId}/roll-out`)).text;
    const text = await wall();
    expect(text.match(/class="caption"/g)?.length).toBe(2);
    for (const name of ["Ann", "Ben"]) expect(text).toContain(`与 ${name} 相同`);
    expect(text).toContain("2 位同事，1 种各不相同的说法。2 位和别人用同样的话。");

    const week = async () => (await look("/console")).text;
    const wordsTodo = `/console/posts/${contentId}/words`;
    expect(await week()).toContain(wordsTodo);

    // What somebody wrote themselves makes it theirs.
    await world.call("PATCH", `/v1/senders/${ben.id}`, { opener: "Dear neighbours," });
    const own = await wall();
    expect(own).not.toMatch(/与 \w+ 相同|用同样的话/);
    expect(await week()).not.toContain(wordsTodo);
    expect(own).toContain("每位同事都有自己的说法");
  });

  test("show what captions would be before anything is published, and what is next after it", async () => {
    for (const name of ["Ann", "Ben"]) await addSender(world, name, { team: "North" });
    const drafts = [
      "{Our tea is here.|The new leaves have come.} Come and taste it with us today.",
    ];
    const fields = { ...sampleContent, drafts };
    const { body } = await world.call<{ id: string }>("POST", "/v1/contents", fields);
    const { look } = await signIn(await invite());
    const draft = (await look(`/console/posts/${body.id}/roll-out`)).text;
    expect(draft.match(/class="caption"/g)?.length).toBe(2);
    expect(draft).toContain("<mark>");
    const contentId = await publish(world, fields);
    const out = (await look(`/console/posts/${contentId}/roll-out`)).text;
    expect(out).toContain("还有 2 位没有打开过");
    expect(out).toContain('href="/console/people/sheet"');
    expect(out).toContain(`href="/console/posts/${contentId}/activity"`);
  });

  test("say who has words of their own as it is when people have come since", async () => {
    for (const name of ["Ann", "Ben"]) await addSender(world, name, { team: "North" });
    const contentId = await publish(world, {
      ...sampleContent,
      drafts: ["{Our tea is here.|The new leaves have come.} Come and taste it with us today."],
    });
    const { look } = await signIn(await invite());
    const said = async () => (await look(`/console/posts/${contentId}/roll-out`)).text;
    expect(await said()).toContain("每位同事都有自己的说法");
    expect((await look("/console")).text).not.toContain(`/console/posts/${contentId}/words`);
    for (const name of ["Cai", "Dan", "Eve"]) await addSender(world, name, { team: "North" });
    const now = await eventually(async () => /<p>5 位同事，[^<]*/.exec(await said())?.[0]);
    expect(now).toMatch(/5 位同事，[2-4] 种各不相同的说法。[2-5] 位和别人用同样的话。/);
    expect((await look("/console")).text).toContain(`/console/posts/${contentId}/words`);
  });

  test("mark on the wall where a caption differs from the one most like it, and say whose that is", async () => {
    for (const name of ["Ann", "Ben"]) await addSender(world, name, { team: "North" });
    const contentId = await publish(world, {
      ...sampleContent,
      drafts: ["{Our tea is here.|The new leaves have come.} Come and taste it with us today."],
    });
    const { look } = await signIn(await invite());
    const { text } = await look(`/console/posts/${contentId}/roll-out`);
    expect(text).toContain("最像 Ann 的那段");
    expect(text.match(/<mark>/g)?.length).toBeGreaterThan(1);
    expect(text).not.toMatch(/<mark>[^<]*taste it with us/);
  });

  test("say in which language a post is written that stands amid words of another", async () => {
    await addSender(world);
    const contentId = await publish(world, { ...sampleContent, language: "en" });
    const { look } = await signIn(await invite());
    const place = `/console/posts/${contentId}`;
    for (const page of ["", "/words", "/roll-out", "/pictures", "/activity", "/report"])
      expect((await look(`${place}${page}`)).text, page).toMatch(/<h1 lang="en" dir="ltr">/);
    expect((await look("/console/posts")).text).toContain(
      `<a href="${place}" lang="en" dir="ltr">`,
    );
    expect((await look(`${place}/roll-out`)).text).toContain('<p class="caption" lang="en"');
    expect((await look(`${place}/roll-out?view=list`)).text).toContain(
      '<span class="caption" lang="en"',
    );
    expect((await look(`${place}/words`)).text).toContain('<p class="caption" lang="en"');
  });

  test("publish, tell the job, and withdraw", async () => {
    await addSender(world);
    const { submit, look } = await signIn(await invite());
    const made = await submit("/console/posts/new", "/console/posts/new", {
      title: "Tea",
      body: "## Hills\n\nMist.",
      draft: "{Fresh|New} tea is here.",
    });
    const path = new URL(made.headers.get("Location") ?? "", origin).pathname;
    const sent = await submit(`${path}/roll-out`, `${path}/publish`, { accept: "yes" });
    const where = sent.headers.get("Location") ?? "";
    expect(where).toMatch(/roll-out\?job=/);
    await vi.waitFor(async () => {
      const { body } = await world.call<{ status: string }>(
        "GET",
        `/v1/contents/${path.split("/").at(-1)}`,
      );
      expect(body.status).toBe("published");
    }, patience);
    expect((await look(where)).text).toContain('class="caption"');
    await submit(`${path}/roll-out`, `${path}/withdraw`, {});
    expect((await look("/console/posts?format=csv")).text).toContain("Tea");
  });

  test("a colleague's page tells what became of each post in their hands", async () => {
    const sender = await addSender(world, "Ann", { team: "North" });
    const contentId = await publish(world);
    const { look } = await signIn(await invite());
    const { text } = await look(`/console/people/${sender.id}`);
    expect(text).toContain("1 篇可以分享的内容：打开过 0 篇");
    expect(text).toContain(`/console/posts/${contentId}/activity`);
    expect(text).toContain("没有打开</span>");
  });

  test("set a time to publish at, say on every page of the post that it waits, and take it back", async () => {
    await addSender(world);
    const { submit, look } = await signIn(await invite());
    const id = (await world.call<{ id: string }>("POST", "/v1/contents", sampleContent)).body.id;
    const path = `/console/posts/${id}`;
    const offered = /name="at" value="([^"]+)"/.exec((await look(`${path}/roll-out`)).text)?.[1];
    expect(offered).toMatch(/T09:00$/);
    const asked = { accept: "yes", at: offered ?? "" };
    await submit(`${path}/roll-out`, `${path}/publish`, asked);
    await vi.waitFor(async () => {
      expect((await look(`${path}/roll-out`)).text).toMatch(/发布时间：.* 09:00。/);
    }, patience);
    const { body } = await world.call<{ publishAt: string }>("GET", `/v1/contents/${id}`);
    // The workspace's clocks are eight hours ahead.
    expect(body.publishAt).toBe(`${offered?.slice(0, 10)}T01:00:00.000Z`);
    for (const page of [
      "",
      "/words",
      "/pictures",
      "/roll-out",
      "/activity",
      "/report",
      "/spread",
    ]) {
      expect((await look(path + page)).text, page).toContain("定时发布</span>");
    }
    expect((await look("/console")).text).toMatch(/等着发布：.* 09:00/);
    await submit(`${path}/roll-out`, `${path}/cancel-publish`, {});
    expect((await look(`${path}/roll-out`)).text).toContain('name="at"');
  });

  test("a table leaves as CSV as it is sorted and filtered, safe for a spreadsheet", async () => {
    for (const title of ["=1+1", "Beta", "Alpha"]) {
      await world.call("POST", "/v1/contents", { title, body: "x", drafts: ["y"] });
    }
    const { look } = await signIn(await invite());
    const csv = await look("/console/posts?format=csv&sort=-title");
    expect(csv.headers.get("Content-Type")).toContain("text/csv");
    const titles = csv.text.split("\r\n").map((line) => line.split(",")[0]);
    expect(titles.slice(1, 4)).toEqual(["Beta", "Alpha", "'=1+1"]);
    const some = await look("/console/posts?format=csv&q=ALPHA");
    expect(some.text.trim().split("\r\n")).toHaveLength(2);
  });

  test("members, keys and captions are tables too, and buttons are no column of the file", async () => {
    await addSender(world, "Ann", { team: "North" });
    await addSender(world, "Ben", { team: "South" });
    const contentId = await publish(world);
    const { look } = await signIn(await invite());
    await invite({ name: "Mei", role: "team-lead", team: "North" });
    const rowsOf = async (path: string) => {
      const { headers, text } = await look(path);
      expect(headers.get("Content-Type"), path).toContain("text/csv");
      return text
        .replace(/^\uFEFF/, "")
        .trim()
        .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
        .map((line) => line.split(","));
    };
    const members = await rowsOf("/console/members?format=csv&sort=name");
    expect(members.slice(1).map(([name]) => name)).toEqual(["Lin Wan", "Mei"]);
    expect(members[0]).toHaveLength(4);
    expect((await look("/console/members?q=mei")).text).not.toMatch(/<th scope="row">Lin Wan/);
    const keys = await rowsOf("/console/keys?format=csv");
    expect(keys.length).toBeGreaterThan(1);
    const captions = await rowsOf(
      `/console/posts/${contentId}/roll-out?format=csv&sort=-team&view=list`,
    );
    expect(captions.slice(1).map(([name]) => name)).toEqual(["Ben", "Ann"]);
    expect(captions[1]?.at(-1)).toMatch(/^http.*\/s\//);
    const wall = await look(`/console/posts/${contentId}/roll-out?view=list&q=ann`);
    expect(wall.text.match(/<th scope="row">/g)).toHaveLength(1);
  });

  test("what went wrong is said in the words of the screen, and is nobody's failure", async () => {
    const { look, submit, cookie } = await signIn(await invite());
    const headers = { Cookie: cookie };
    expect((await look("/console/posts/zzz")).text).not.toContain("There is no such");
    const old = await send("/console/posts/new", { title: "x" }, headers);
    expect([old.status, await old.text()]).toEqual([403, expect.stringContaining("打开得太久")]);
    const large = await send("/console/posts/new", { body: "x".repeat(2_000_001) }, headers);
    expect([large.status, await large.text()]).toEqual([413, expect.stringContaining("太大")]);
    const { body } = await world.call<{ id: string }>("POST", "/v1/contents", sampleContent);
    const path = `/console/posts/${body.id}`;
    const fields = { revision: "1.old", title: "Tea", body: "x", draft: "Tea is here." };
    const late = await submit(path, path, fields);
    const text = await late.text();
    expect([late.status, text]).toEqual([409, expect.stringContaining("有人改过")]);
    expect(text).toContain("Tea is here.");
  });

  test("every screen keeps the strict policy and is kept by nobody", async () => {
    const { look } = await signIn(await invite());
    const { headers } = await look("/console");
    expect(headers.get("Content-Security-Policy")).toMatch(
      /default-src 'none'.*script-src 'nonce-/,
    );
    expect(headers.get("Cache-Control")).toBe("no-store");
  });

  test("the preview shows what is not kept, as the reader's page will", async () => {
    const { look, tokenIn, cookie } = await signIn(await invite());
    const token = tokenIn((await look("/console/posts/new")).text, "/console/posts/new");
    const fields = { token, title: "Tea", body: "## Hills\n\nMist.", look: "dark" };
    const shown = await send("/console/preview", fields, { Cookie: cookie });
    expect(shown.status).toBe(200);
    const text = await shown.text();
    expect(text).toContain("<h2>Hills</h2>");
    expect(text).toContain("@media all");
    expect(text).not.toContain("<script");
    expect((await world.call<{ items: unknown[] }>("GET", "/v1/contents")).body.items).toEqual([]);
  });
});

describe("people", () => {
  const table = "姓名\t工号\t团队\n林晓\thr-1\t东店\n\thr-2\t东店\n王倩\thr-1\t西店\n";

  test("are tried row by row before anything happens, then imported without the wrong ones", async () => {
    const { submit } = await signIn(await invite());
    const tried = await submit("/console/people/import", "/console/people/import", { table });
    const text = await tried.text();
    expect(text.match(/class="badge (good|bad)"/g)).toEqual([
      'class="badge good"',
      'class="badge bad"',
      'class="badge bad"',
    ]);
    const none = await world.call<{ items: unknown[] }>("GET", "/v1/senders");
    expect(none.body.items).toEqual([]);
    await submit("/console/people/import", "/console/people/import", { table, confirm: "yes" });
    const { body } = await world.call<{ items: unknown[] }>("GET", "/v1/senders");
    expect(body.items).toMatchObject([{ name: "林晓", externalId: "hr-1", team: "东店" }]);
  });

  test("who are there already, or twice in the table, are not added again unless an id tells them apart", async () => {
    await addSender(world, "林晓", { team: "东店" });
    const { submit } = await signIn(await invite());
    const twins =
      "姓名,团队,电话,工号,微信\n林晓,东店,123,,wx\n王倩,西店,,,\n王倩,西店,,,\n林晓,东店,,hr-9,\n,北店,456,,";
    const path = "/console/people/import";
    const text = await (await submit(path, path, { table: twins })).text();
    expect(text.match(/class="badge \w+"/g)).toEqual(
      ["warn", "good", "warn", "good", "bad"].map((tone) => `class="badge ${tone}"`),
    );
    expect(text).toContain("2 位新同事，0 位更新，2 位已经有了，1 行有问题。");
    expect(text).toContain("这些列没有用上：微信。");
    expect(text).toContain("北店</td><td></td><td>456");
    expect(text).toMatch(/姓名： *<span>缺少这个字段/);
    expect(text).not.toContain("senders[");
    await submit(path, path, { table: twins, confirm: "yes" });
    const { body } = await world.call<{ items: { name: string }[] }>("GET", "/v1/senders");
    expect(body.items.map(({ name }) => name).sort()).toEqual(["林晓", "林晓", "王倩"].sort());
  });

  test("imported again by their id are changed and not added", async () => {
    await addSender(world, "Old", { externalId: "hr-1" });
    const { submit } = await signIn(await invite());
    const again = "name,id\nNew,hr-1";
    await submit("/console/people/import", "/console/people/import", {
      table: again,
      confirm: "yes",
    });
    const { body } = await world.call<{ items: unknown[] }>("GET", "/v1/senders");
    expect(body.items).toMatchObject([{ name: "New", externalId: "hr-1" }]);
    expect(body.items).toHaveLength(1);
  });

  test("show who copied the newest post, and only who may write sees their kits", async () => {
    const sender = await addSender(world, "Ann", { team: "North" });
    await addSender(world, "Ben", { team: "South" });
    const contentId = await publish(world);
    const opened = await fetchRaw(new URL(sender.kitUrl).pathname);
    await fetchRaw("/kit/copies", {
      method: "POST",
      headers: { Cookie: cookieOf(opened), Origin: origin, "Content-Type": "application/json" },
      body: JSON.stringify({ contentId, version: 1, edited: true }),
    });
    const office = await signIn(await invite());
    const csv = (await office.look("/console/people?format=csv&sort=name")).text;
    expect(csv).toMatch(/Ann,North,,改过再复制/);
    expect(csv).toMatch(/Ben,South,,还没有打开/);
    expect((await office.look(`/console/people/${sender.id}`)).text).toContain("/kit/");
    expect((await office.look("/console/people/sheet")).text).toContain("<svg");
    const lead = await signIn(await invite({ role: "team-lead", team: "North" }));
    expect((await lead.look("/console/people")).text).not.toContain("Ben");
    expect((await lead.look(`/console/people/${sender.id}`)).text).not.toContain("/kit/");
    expect((await lead.look("/console/people/sheet")).status).toBe(403);
  });
});

describe("what is printed, pasted and handed over", () => {
  test("a sheet holds sixteen codes in sixty kilobytes, and says which sheet it is", async () => {
    const senders = Array.from({ length: 30 }, (_, at) => ({ name: `Person ${at}` }));
    await world.call("POST", "/v1/senders/bulk", { senders });
    const { look } = await signIn(await invite());
    const first = await look("/console/people/sheet");
    expect(first.text.match(/<svg/g)).toHaveLength(16);
    expect(first.text.length).toBeLessThan(60_000);
    expect(first.text).toContain("第 1 张，共 2 张");
    expect((await look("/console/people/sheet?page=2")).text.match(/<svg/g)).toHaveLength(14);
    expect((await look("/console/people/sheet?page=99")).text.match(/<svg/g)).toHaveLength(14);
  });

  test("who has not copied is named in a text for their team", async () => {
    await addSender(world, "Ann", { team: "North" });
    await addSender(world, "Ben", { team: "South" });
    const contentId = await publish(world);
    const { look } = await signIn(await invite());
    const { text } = await look(`/console/posts/${contentId}/activity`);
    const said = [...text.matchAll(/<code id="remind-\d"[^>]*>([^<]+)</g)].map(([, one]) => one);
    expect(said).toHaveLength(2);
    expect(said.filter((one) => one?.includes("Ann") && !one.includes("Ben"))).toHaveLength(1);
  });

  test("in the week nobody is told twice: who has not opened a post, and who has and did not copy", async () => {
    const [opener, copier] = [await addSender(world, "Ann"), await addSender(world, "Ben")];
    await addSender(world, "Cid");
    const contentId = await publish(world);
    const note = (sql: string, id: string) =>
      env.DB_A.prepare(sql).bind(id, contentId, world.id).run();
    await note("INSERT INTO kit_opens VALUES (?1, ?2, ?3, 1, 1, 1)", opener.id);
    await note(
      `INSERT INTO copies (sender_id, content_id, workspace_id, version, edited, copied_at)
       VALUES (?1, ?2, ?3, 1, 0, 1)`,
      copier.id,
    );
    const { look } = await signIn(await invite());
    const { text } = await look("/console");
    expect(text).toContain("还有 1 位同事没有在分享包里打开过");
    expect(text).toContain("有 1 位同事打开过，还没有复制文案");
  });

  test("who leaves hands contacts and links to whoever takes over", async () => {
    const leaver = await addSender(world, "Ann");
    const heir = await addSender(world, "Ben");
    const { body } = await world.call<{ id: string }>("POST", "/v1/contacts", {
      senderId: leaver.id,
      name: "Mrs Chen",
    });
    // Each has a link of their own to the same post: the leaver's goes on beside the heir's.
    const contentId = await publish(world);
    for (const { id } of [leaver, heir]) {
      await world.call("POST", "/v1/links", { contentId, senderId: id, channel: "print" });
    }
    const { submit, look } = await signIn(await invite());
    const page = `/console/people/${leaver.id}`;
    const [, choices = ""] = (await look(page)).text.split('id="field-to"');
    expect(choices).toMatch(/^[^>]* required[^>]*><option value="">/);
    const nobody = await submit(page, `${page}/hand-over`, { to: "" });
    expect([nobody.status, await nobody.text()]).toEqual([
      422,
      expect.stringContaining("请选择谁来接手。"),
    ]);
    const done = await submit(page, `${page}/hand-over`, { to: heir.id });
    expect(done.headers.get("Location")).toBe(`/console/people/${heir.id}?done=handedOver`);
    const contact = await world.call("GET", `/v1/contacts/${body.id}`);
    expect(contact.body).toMatchObject({ senderId: heir.id });
    expect((await world.call("GET", `/v1/senders/${leaver.id}`)).status).toBe(404);
    const links = (await look("/console/links")).text;
    expect(links).toContain("原来是Ann的");
    const { body: old } = await world.call<{ items: { code: string; senderId: string }[] }>(
      "GET",
      "/v1/links",
    );
    const left = old.items.find(({ senderId }) => senderId === leaver.id);
    const link = (await look(`/console/links/${left?.code}`)).text;
    expect(link).toContain(`<a href="/console/people/${heir.id}">原来是Ann的</a>`);
  });

  test("a link is made for one person, opens so many times, and is printed with the others", async () => {
    const sender = await addSender(world, "Ann");
    const contentId = await publish(world);
    const { body } = await world.call<{ id: string }>("POST", "/v1/contacts", {
      senderId: sender.id,
      name: "Mrs Chen",
    });
    const { submit, look } = await signIn(await invite());
    const fields = { contentId, senderId: sender.id, channel: "print", group: "" };
    const lists = async () =>
      (await world.call<{ items: unknown[] }>("GET", "/v1/audit?verb=contact.list")).body.items
        .length;
    expect((await look("/console/links")).text).not.toContain("Mrs Chen");
    expect(await lists()).toBe(0);
    expect((await look(`/console/links?for=${sender.id}`)).text).toContain("Mrs Chen");
    expect(await lists()).toBe(1);
    const made = await submit("/console/links", "/console/links", {
      ...fields,
      contactId: body.id,
      maxClicks: "3",
    });
    const path = new URL(made.headers.get("Location") ?? "", origin).pathname;
    const code = path.split("/").at(-1);
    const link = async () => (await world.call("GET", `/v1/links/${code}`)).body;
    expect(await link()).toMatchObject({ contactId: body.id, maxClicks: 3, channel: "print" });
    await submit(path, `${path}/cap`, { maxClicks: "" });
    expect(await link()).toMatchObject({ maxClicks: null });
    expect((await submit(path, `${path}/cap`, { maxClicks: "many" })).status).toBe(422);
    // The day that is named is the last one, west of Greenwich too, and stays it however often it is saved.
    await world.call("PATCH", "/v1/workspace", { timezone: "America/New_York" });
    await submit(path, `${path}/expiry`, { expiresAt: "2030-11-30" });
    expect(await link()).toMatchObject({ expiresAt: "2030-12-01T05:00:00.000Z" });
    expect((await look(path)).text).toContain('value="2030-11-30"');
    expect((await look("/console/links")).text).toContain("2030年11月30日");
    const sheet = await look("/console/links/sheet?channel=print");
    expect(sheet.text.match(/<svg/g)).toHaveLength(1);
    expect((await look("/console/links/sheet?channel=chat")).text).not.toContain("<svg");
  });
});

/** Opens a link once for each answer, gives the answers, and reads for a moment. */
async function read(code: string, answers: readonly boolean[]): Promise<void> {
  const sent = vi.spyOn(env.BEATS, "send").mockResolvedValue({} as never);
  const headers = { "User-Agent": phone };
  const say = (path: string, body: string) => fetchRaw(path, { method: "POST", body, headers });
  const tokens: string[] = [];
  for (const _ of answers) {
    const opened = await fetchRaw(`/s/${code}`, { headers });
    const page = await fetchRaw(opened.headers.get("Location") ?? "", { headers });
    tokens.push(/data-token="([^"]+)"/.exec(await page.text())?.[1] ?? "");
  }
  // Nobody has read for longer than time has passed.
  vi.useFakeTimers({ now: Date.now() + 5_000, toFake: ["Date"] });
  for (const [at, token] of tokens.entries()) {
    const answer = { token, choice: answers[at], textVersion: "2026-11", language: "zh" };
    await say("/t/consent", JSON.stringify(answer));
    for (const seq of [1, 2]) await say("/t", `1 ${token} ${seq} c 0 ${1500 * seq} 500 500,1000`);
  }
  const bodies = sent.mock.calls.map(([body]) => body);
  sent.mockRestore();
  await deliver("beats", bodies);
  await endVisits();
  vi.useRealTimers();
}

describe("readers", () => {
  test("who agreed are rows, everybody else a sum; each number opens", async () => {
    const sender = await addSender(world, "Ann", { team: "North" });
    const contentId = await publish(world);
    const link = await addLink(world, { contentId, senderId: sender.id });
    const member = await signIn(await invite());
    expect((await member.look("/console/readers")).text).toContain("还没有读者");
    await read(link.code, [true, false]);
    const { text } = await member.look(`/console/readers?post=${contentId}`);
    expect(text.match(/class="read"/g)).toHaveLength(1);
    expect(text).toContain("经 Ann");
    expect(text).toContain("另有 1 次阅读");
    const how = /href="(\/console\/reads\/[^"]+)"/.exec(text)?.[1] ?? "";
    expect((await member.look(how.replaceAll("&amp;", "&"))).text).toMatch(/页面报告了 \d+ 次/);
    const report = await member.look(`/console/posts/${contentId}/report?by=team&format=csv`);
    expect(report.text).toMatch(/^\ufeff?团队,[\s\S]*North,2,/);
    // Nobody came through who read: it is not asked where they shared it.
    const spread = (await member.look(`/console/posts/${contentId}/spread?format=csv`)).text;
    expect(spread).toMatch(/^一位读者,.*,–,/m);
    expect(spread).not.toMatch(/^一位读者,.*不知道/m);
    const drawn = (await member.look(`/console/posts/${contentId}/spread.svg`)).text;
    expect(drawn).toContain("一位读者");
    const person = /href="(\/console\/readers\/[a-z0-9]+)"/.exec(text)?.[1] ?? "";
    const timeline = (await member.look(person)).text;
    expect(timeline).toContain("做了什么");
    // What senders are told at once is another thing than reminding them.
    const activity = (await member.look(`/console/posts/${contentId}/activity`)).text;
    expect(activity).toContain(">即时通知</a>");
    expect(activity).not.toContain(">提醒</a>");
    const week = await member.look(`/console/posts/${contentId}/report?days=7&by=channel`);
    expect(week.text).toContain("最近 7 天");
    expect(week.text).toContain(`href="/console/posts/${contentId}/report?days=7"`);
    vi.useFakeTimers({ now: Date.now() + 3 * 86_400_000, toFake: ["Date"] });
    const none = await member.look(`/console/posts/${contentId}/report?days=1`);
    vi.useRealTimers();
    expect(none.text).toContain("还没有计入的阅读");
    expect(none.text).toContain("最近 7 天");
  });
});

describe("a team's lead", () => {
  test("sees no sender, link or read of another team, on whatever screen", async () => {
    const ann = await addSender(world, "Ann", { team: "North" });
    const ben = await addSender(world, "Ben", { team: "South" });
    const contentId = await publish(world);
    const [north, south] = [
      await addLink(world, { contentId, senderId: ann.id }),
      await addLink(world, { contentId, senderId: ben.id }),
    ];
    await read(north.code, [true]);
    await read(south.code, [true, false]);
    const office = await signIn(await invite());
    const lead = await signIn(await invite({ role: "team-lead", team: "North" }));

    const post = `/console/posts/${contentId}`;
    const shared = [
      "/console/people",
      "/console/people?team=South",
      "/console/links",
      "/console/readers",
      "/console/readers?view=list",
      `${post}/roll-out`,
      `${post}/roll-out?view=list`,
      `${post}/activity`,
      `${post}/report?by=sender`,
    ];
    for (const path of shared) {
      const [all, own] = [await office.look(path), await lead.look(path)];
      expect(own.status, path).toBe(200);
      expect(all.text, path).toContain("Ben");
      expect(own.text, path).not.toContain("Ben");
      if (!path.includes("South")) expect(own.text, path).toContain("Ann");
    }
    for (const path of ["/console", "/console/posts", post, `${post}/words`, `${post}/pictures`]) {
      const { status, text } = await lead.look(path);
      expect(status, path).toBe(200);
      expect(text, path).not.toContain("Ben");
    }
    expect((await lead.look("/console/readers")).text).not.toContain("另有");
    for (const by of ["channel", "app"]) {
      const [all, own] = await Promise.all(
        [office, lead].map(({ look }) => look(`${post}/report?by=${by}&format=csv`)),
      );
      const reads = (csv = "") =>
        csv
          .split("\r\n")
          .slice(1)
          .map((line) => line.split(",")[1]);
      expect(reads(all?.text), by).toContain("3");
      expect(reads(own?.text), by).toContain("1");
    }
    const readsOf = async ({ look }: typeof lead) => {
      const [head = "", line = ""] = (await look("/console/posts?format=csv")).text.split("\r\n");
      return line.split(",")[head.split(",").indexOf("阅读")];
    };
    expect([await readsOf(office), await readsOf(lead)]).toEqual(["3", "1"]);

    const reads = (await office.look(`/console/readers?sender=${ben.id}`)).text;
    const how = /href="(\/console\/reads\/[^"]+)"/.exec(reads)?.[1]?.replaceAll("&amp;", "&") ?? "";
    for (const path of [
      how,
      `/console/people/${ben.id}`,
      `/console/links/${south.code}`,
      `/console/links/${south.code}/qr.svg`,
    ]) {
      expect((await office.look(path)).status, path).toBe(200);
      expect((await lead.look(path)).status, path).toBe(404);
    }
    expect((await lead.look(`/console/links/${north.code}`)).status).toBe(200);
    for (const path of [`${post}/spread`, `${post}/spread.svg`]) {
      expect((await lead.look(path)).status, path).toBe(403);
    }
  });
});

test("the palette finds colleagues and what lies below a screen; a lead their own team's", async () => {
  const ann = await addSender(world, "Ann", { team: "North" });
  await addSender(world, "Ben", { team: "South" });
  const office = await signIn(await invite());
  const lead = await signIn(await invite({ name: "Zhao Lead", role: "team-lead", team: "North" }));
  const found = async ({ look }: typeof office) =>
    (JSON.parse((await look("/console/find")).text) as { places: { text: string; href: string }[] })
      .places;
  const all = await found(office);
  expect(all).toContainEqual({ text: "Ann · North", href: `/console/people/${ann.id}` });
  for (const { href } of all) expect((await office.look(href)).status, href).toBe(200);
  const places = all.map(({ href }) => href);
  for (const place of [
    "/console/people/import",
    "/console/people/sheet",
    "/console/settings#privacy",
  ]) {
    expect(places).toContain(place);
  }
  const theirs = (await found(lead)).map(({ text }) => text);
  expect(theirs).toContain("Ann · North");
  expect(theirs.join()).not.toMatch(/Ben|导入|设置/);
});

test("a lead is told in their own words who does what they cannot", async () => {
  const { look } = await signIn(
    await invite({ name: "Zhao Lead", role: "team-lead", team: "North" }),
  );
  for (const page of ["/console/posts/new", "/console/settings"]) {
    const { text, status } = await look(page);
    expect(text, page).toMatch(status === 200 ? /只有总部可以改/ : /这一步由总部来做/);
  }
  for (const page of ["/console/keys", "/console/audit"]) {
    const { text, status } = await look(page);
    expect(status, page).toBe(403);
    expect(text).toContain("这一步由总部来做");
    expect(text).not.toContain("admin");
  }
});

describe("what head office alone does", () => {
  test("shows a new key and a new sign-in link once, in no address, and they work", async () => {
    const { submit, look } = await signIn(await invite());
    const made = await submit("/console/keys", "/console/keys", { name: "CRM", scopes: "read" });
    expect(made.status).toBe(200);
    const key = /sk_[A-Za-z0-9]{41}/.exec(await made.text())?.[0] ?? "";
    expect((await world.call("GET", "/v1/workspace", undefined, { key })).status).toBe(200);
    expect((await look("/console/keys")).text).not.toContain(key);
    const invited = await submit("/console/members", "/console/members", {
      name: "Mei",
      role: "team-lead",
      team: "North",
    });
    const url = /https:[^<"]*\/console\/sign-in\/[^<"\s]+/.exec(await invited.text())?.[0] ?? "";
    const lead = await signIn({ id: "", signInUrl: url });
    expect((await lead.look("/console")).status).toBe(200);
    for (const path of ["/console/members", "/console/keys", "/console/audit"]) {
      expect((await lead.look(path)).status, path).toBe(403);
    }
  });

  test("keeps settings, and says beside the field what is wrong with them", async () => {
    const { submit } = await signIn(await invite());
    const fields = {
      name: "Sunrise",
      timezone: "Asia/Shanghai",
      consentMode: "notice",
      retentionDays: "90",
      brands: "小星\n\n 晨光 ",
      bannedWords: "",
    };
    await submit("/console/settings", "/console/settings", fields);
    const { body } = await world.call("GET", "/v1/workspace");
    expect(body).toMatchObject({
      consentMode: "notice",
      retentionDays: 90,
      brands: ["小星", "晨光"],
    });
    const wrong = await submit("/console/settings", "/console/settings", {
      ...fields,
      timezone: "CST",
      name: "Kept",
    });
    expect(wrong.status).toBe(422);
    const text = await wrong.text();
    expect(text).toContain('id="field-timezone-error"');
    expect(text).toContain('value="Kept"');
  });

  test("says in the audit who acted and to what by the names they have, and of readers and contacts none", async () => {
    const desk = await signIn(await invite());
    const ann = await addSender(world, "Ann");
    const contentId = await publish(world);
    const made = { senderId: ann.id, name: "张先生" };
    const { body } = await world.call<{ id: string }>("POST", "/v1/contacts", made);
    const { code } = await addLink(world, { contentId, senderId: ann.id, contactId: body.id });
    const own = await world.call<{ name: string }>("PATCH", "/v1/workspace", { retentionDays: 90 });
    const { status, text } = await desk.look("/console/audit");
    expect(status).toBe(200);
    const cells = [...text.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = ""]) => cell);
    for (const cell of [
      `<a href="/console/people/${ann.id}">Ann</a>`,
      `<a href="/console/posts/${contentId}">${sampleContent.title}</a>`,
      `<a href="/console/links/${code}">Ann 的链接 ${code}</a>`,
      `<a href="/console/people/${ann.id}">Ann 的联系人</a>`,
      "API 密钥：第一个密钥",
      "控制台：Lin Wan",
      "后台任务",
      own.body.name,
    ]) {
      expect(cells, cell).toContain(cell);
    }
    // No id where there is a name for it.
    expect(cells.filter((cell) => /^a[A-Za-z0-9]{10,}$/.test(cell))).toEqual([]);
    expect(text).not.toContain("张先生");
    expect((await desk.look("/console/audit?q=Ann")).text).toContain("Ann 的联系人");
    const csv = (await desk.look("/console/audit?format=csv")).text;
    expect(csv).toContain(`Ann,${ann.id}`);
    expect((await desk.look("/console/keys")).text).toContain("第一个密钥");
  });

  test("keeps every setting that the call takes, and shows each as it is", async () => {
    const { submit, look } = await signIn(await invite());
    const fields = {
      name: "Sunrise",
      timezone: "Asia/Shanghai",
      consentMode: "opt-in",
      retentionDays: "90",
      language: "zh-TW",
      insistOn: "team",
      varyLayout: "yes",
      shareOrigin: "https://share.example.com",
      "notice-zh-Hans": "另见本店的隐私政策。",
      "notice-en": "See our own policy too.",
    };
    const put = (more: object) =>
      submit("/console/settings", "/console/settings", { ...fields, ...more });
    expect((await put({})).status).toBe(303);
    const settings = {
      language: "zh-TW",
      insistOn: "team",
      varyLayout: true,
      shareOrigin: "https://share.example.com",
      notice: { "zh-Hans": "另见本店的隐私政策。", en: "See our own policy too." },
      noticeVersion: 1,
    };
    expect((await world.call("GET", "/v1/workspace")).body).toMatchObject(settings);
    const { text } = await look("/console/settings");
    // A screen marks what nobody translated.
    expect(text).not.toContain("data-untold");
    // None is left out, but the logo, which has a form of its own.
    for (const key of Object.keys(workspaceChange.shape).filter((one) => one !== "logo")) {
      expect(text).toContain(`name="${key === "notice" ? "notice-zh-Hant" : key}"`);
    }
    // As readers have it: the workspace's name, its own words, and for how long.
    expect((await look("/console/settings")).text).toContain('href="/console/notice"');
    const seen = (await look("/console/notice")).text;
    expect(seen).toContain("另见本店的隐私政策。");
    expect(seen).toContain("Sunrise");
    const { retentionDays } = (await world.call<{ retentionDays: number }>("GET", "/v1/workspace"))
      .body;
    expect(seen).toContain(` ${retentionDays} 天`);
    // Sent back as it stands, the form changes nothing: the notice gets no new version.
    for (const shown of ['value="zh-TW" selected', 'value="team" checked']) {
      expect(text).toContain(shown);
    }
    await put({});
    expect((await world.call("GET", "/v1/workspace")).body).toMatchObject(settings);

    const wrong = await put({ shareOrigin: "share.example.com/x", "notice-en": "x".repeat(601) });
    const refused = await wrong.text();
    expect(refused).toContain('id="field-notice-en-error"');
    expect((await put({ shareOrigin: "share.example.com" })).status).toBe(422);

    const none = { language: "", shareOrigin: "", varyLayout: "", "notice-zh-Hans": "" };
    await put({ ...none, "notice-en": "" });
    expect((await world.call("GET", "/v1/workspace")).body).toMatchObject({
      language: null,
      shareOrigin: null,
      varyLayout: false,
      noticeVersion: 2,
    });
  });

  test("clears a demo at the press of a button that asks first, and then begins with a first post", async () => {
    world = await newWorkspace({ demo: true });
    await addSender(world, "Ann");
    await publish(world);
    const { submit, look } = await signIn(await invite());
    const page = (await look("/console/settings")).text;
    expect(page).toMatch(/action="\/console\/settings\/clear-demo"[^>]*data-ask="[^"]{20,}/);
    const done = await submit("/console/settings", "/console/settings/clear-demo", {});
    expect(done.headers.get("Location")).toBe("/console?done=cleared");
    expect((await look("/console?done=cleared")).text).toContain("四步走完第一篇");

    // It leads on until that post was read, or there is another one.
    await addSender(world, "Ann");
    const id = await publish(world);
    const { text } = await look("/console");
    expect(text).toContain("四步走完第一篇");
    expect(text.match(/<li class="(?:done|next)">/g)).toEqual([
      '<li class="done">',
      '<li class="done">',
      '<li class="done">',
      '<li class="next">',
    ]);
    expect(text).toContain(
      `<a class="button full" href="/console/posts/${id}/roll-out">读一读</a>`,
    );
    await publish(world);
    expect((await look("/console")).text).not.toContain("四步走完第一篇");
    expect((await look("/console/settings")).text).not.toContain("clear-demo");
  });

  test("pauses a link and gives its code as files", async () => {
    const sender = await addSender(world);
    const contentId = await publish(world);
    const { submit, look } = await signIn(await invite());
    const fields = { contentId, senderId: sender.id, channel: "group", group: "老茶客" };
    const made = await submit("/console/links", "/console/links", fields);
    const path = new URL(made.headers.get("Location") ?? "", origin).pathname;
    const code = path.split("/").at(-1);
    await submit(path, `${path}/pause`, { paused: "yes" });
    const { body } = await world.call("GET", `/v1/links/${code}`);
    expect(body).toMatchObject({ channel: "group:老茶客", paused: true });
    const page = (await look(path)).text;
    for (const named of [sampleContent.title, `/console/people/${sender.id}`, "老茶客"]) {
      expect(page, named).toContain(named);
    }
    expect((await look(`${path}/qr.svg`)).headers.get("Content-Type")).toBe("image/svg+xml");
    expect((await look(`${path}/qr.png`)).headers.get("Content-Type")).toBe("image/png");
    expect((await look("/console/links?format=csv")).text).toContain("老茶客");
  });
});

describe("the workshop", () => {
  test("gives a sentence another way of being said, takes it out again, and says what cannot be said", async () => {
    const { submit, look } = await signIn(await invite());
    const made = await submit("/console/posts/new", "/console/posts/new", {
      title: "Tea",
      body: "## Hills\n\nMist.",
      draft: "The new tea is here. Come and taste it with us.",
    });
    const path = new URL(made.headers.get("Location") ?? "", origin).pathname;
    const page = await look(`${path}/words`);
    const sentence = /name="sentence" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const revision = /name="revision" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const act = (fields: Record<string, string>) =>
      submit(`${path}/words`, `${path}/words`, { sentence, draft: "0", ...fields });
    const done = await act({ act: "write", text: "Our new tea has come.", revision });
    expect(done.status).toBe(303);
    expect((await look(`${path}/words`)).text).toContain("Our new tea has come.");
    // A browser that comes back there puts the next key into that sentence's field.
    const [, place] = (done.headers.get("Location") ?? "").split("#");
    expect(place).toBe(`s-0-${sentence}`);
    expect(page.text).toMatch(new RegExp(`<input id="${place}" name="text"`));
    expect((await act({ act: "write", text: "Another.", revision })).status).toBe(409);
    const now = /name="revision" value="([^"]+)"/.exec((await look(`${path}/words`)).text)?.[1];
    await act({ act: "remove", text: "Our new tea has come.", revision: now ?? "" });
    expect((await look(`${path}/words`)).text).not.toContain("Our new tea has come.");
  });

  /** A post of two sentences, each with another way of being said, at the console. */
  async function openWorkshop(draft: string) {
    for (const name of ["Ann", "Ben", "Cai"]) await addSender(world, name, { team: "North" });
    const desk = await signIn(await invite());
    const made = await desk.submit("/console/posts/new", "/console/posts/new", {
      title: "Tea",
      body: "## Hills\n\nMist.",
      draft,
    });
    const path = new URL(made.headers.get("Location") ?? "", origin).pathname;
    const page = await desk.look(`${path}/words`);
    const fieldOf = (name: string) =>
      new RegExp(`name="${name}" value="([^"]+)"`).exec(page.text)?.[1] ?? "";
    return { ...desk, path, fieldOf };
  }

  test("tells how many people a way of saying it would serve, and keeps nothing of it", async () => {
    const { submit, look, path, fieldOf } = await openWorkshop(
      "Our tea is here. Come and taste it.",
    );
    const sentence = fieldOf("sentence");
    const weigh = async (text: string, more: Record<string, string> = { piece: "yes" }) => {
      const answer = await submit(`${path}/words`, `${path}/weigh`, { sentence, text, ...more });
      return await answer.text();
    };
    expect(await weigh("")).toContain("3 位同事，1 种各不相同的说法");
    expect(await weigh("The new leaves have come down from the hills.")).toContain(
      "加上这一句：3 位同事，2 种各不相同的说法。",
    );
    const page = await weigh("The new leaves have come down from the hills.", {});
    expect(page).toContain('value="The new leaves have come down from the hills."');
    expect((await look(`${path}/words`)).text).not.toContain("down from the hills");
  });

  test("says at once for which word an option cannot be used", async () => {
    const { submit, path, fieldOf } = await openWorkshop(
      "Our tea costs 30 yuan. Come and taste it.",
    );
    const said = await submit(`${path}/words`, `${path}/weigh`, {
      piece: "yes",
      sentence: fieldOf("sentence"),
      text: "Our tea costs 25 yuan.",
    });
    expect(await said.text()).toMatch(/不能用.*30 yuan/);
  });

  test("says of each mix how far it is from what was written, and marks none for that alone", async () => {
    const { look, path } = await openWorkshop(
      "{Our tea is here.|The new leaves have come.} {Come and taste it.|Drop by for a cup.}",
    );
    const { text } = await look(`${path}/words`);
    const [, mixes = ""] = text.split('id="mixes"');
    const figures = [...mixes.matchAll(/和原文相差 (\d+)%/g)].map(([, figure]) => Number(figure));
    expect(figures.length).toBe(mixes.split('<p class="caption"').length - 1);
    expect(Math.min(...figures)).toBeGreaterThan(0);
    expect(mixes).not.toContain('class="badge plain"');
  });

  test("keeps two wordings apart, shows it, and lets them stand together again", async () => {
    const { submit, look, path } = await openWorkshop(
      "{Our tea is here.|The new leaves have come.} {Come and taste it.|Drop by for a cup.}",
    );
    const pair = { first: "The new leaves have come.", second: "Drop by for a cup." };
    const act = async (which: "apart" | "together") => {
      const { text } = await look(`${path}/words`);
      const revision = /name="revision" value="([^"]+)"/.exec(text)?.[1] ?? "";
      return await submit(`${path}/words`, `${path}/mixes`, { act: which, revision, ...pair });
    };
    const both = `${pair.first} ${pair.second}`;
    const said = async () => (await look(`${path}/words`)).text.replaceAll(/<\/?mark>/g, "");
    expect(await said()).toContain(both);
    expect((await act("apart")).status).toBe(303);
    expect(await said()).toContain("不放在一起的说法");
    expect(await said()).not.toContain(both);
    await act("together");
    expect(await said()).toContain(both);
  });
});

test("a page that was open while a new version was put up still gets a script and a style", async () => {
  for (const [name, type] of [
    ["0123456789abcdef.css", "text/css"],
    ["0123456789abcdef.js", "javascript"],
  ]) {
    const answer = await fetchRaw(`/console-ui/${name}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toContain(type);
    expect(answer.headers.get("Cache-Control")).toBe("no-cache");
  }
});
