import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  addLink,
  addSender,
  admin,
  call,
  capacityOf,
  deliver,
  env,
  eventually,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  sampleContent,
  type World,
} from "./world.ts";

type Problem = { code: string; detail: string; errors?: { path: string; message: string }[] };
type Page<T> = { items: T[]; nextCursor: string | null };

let world: World;

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
});

describe("workspaces and keys", () => {
  test("a workspace begins in opt-in mode and can be changed", async () => {
    const before = await world.call("GET", "/v1/workspace");
    expect(before.body).toMatchObject({
      name: "Sunrise",
      consentMode: "opt-in",
      timezone: "Asia/Shanghai",
    });
    const after = await world.call("PATCH", "/v1/workspace", {
      consentMode: "notice",
      brands: ["朝阳"],
      timezone: "Europe/Berlin",
    });
    expect(after.body).toMatchObject({
      consentMode: "notice",
      brands: ["朝阳"],
      timezone: "Europe/Berlin",
    });
  });

  test("an unknown timezone is refused by name of the field", async () => {
    const { status, body } = await world.call<Problem>("PATCH", "/v1/workspace", {
      timezone: "Mars/Base",
    });
    expect(status).toBe(422);
    expect(body.errors?.[0]?.path).toBe("timezone");
  });

  test("a key is listed by its last four characters, never whole", async () => {
    const made = await world.call<{ key: string }>("POST", "/v1/api-keys", {
      name: "CRM",
      scopes: ["read"],
    });
    const list = await fetchRaw("/v1/api-keys", {
      headers: { Authorization: `Bearer ${world.key}` },
    });
    const text = await list.text();
    expect(text).toContain(made.body.key.slice(-4));
    expect(text).not.toContain(made.body.key);
    const stored = await env.DB_A.prepare(
      "SELECT group_concat(hash) AS all_hashes FROM api_keys",
    ).first();
    expect(JSON.stringify(stored)).not.toContain(made.body.key.slice(3));
  });

  test("the last admin key cannot be revoked", async () => {
    const keys = await world.call<Page<{ id: string }>>("GET", "/v1/api-keys");
    const { status, body } = await world.call<Problem>(
      "DELETE",
      `/v1/api-keys/${keys.body.items[0]?.id}`,
    );
    expect([status, body.code]).toEqual([409, "conflict"]);
  });
});

describe("bad requests", () => {
  test("broken JSON is 400 and is not echoed", async () => {
    const response = await fetchRaw("/v1/senders", {
      method: "POST",
      headers: { Authorization: `Bearer ${world.key}`, "Content-Type": "application/json" },
      body: '{"name": "secret-words',
    });
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(text).not.toContain("secret-words");
  });

  test("a body that is not JSON by its type is 415", async () => {
    const response = await fetchRaw("/v1/senders", {
      method: "POST",
      headers: { Authorization: `Bearer ${world.key}`, "Content-Type": "text/plain" },
      body: '{"name":"x"}',
    });
    expect(response.status).toBe(415);
  });

  test("a missing field is 422 with its path", async () => {
    const { status, body } = await world.call<Problem>("POST", "/v1/senders", { team: "East" });
    expect(status).toBe(422);
    expect(body.errors?.map(({ path }) => path)).toEqual(["name"]);
  });

  test("a body over 1 MB is 413", async () => {
    const { status } = await world.call("POST", "/v1/contents", {
      ...sampleContent,
      body: "x".repeat(1_100_000),
    });
    expect(status).toBe(413);
  });

  test("an unknown call is 404 that points to the docs", async () => {
    const { status, body } = await world.call<Problem>("GET", "/v1/nothing");
    expect(status).toBe(404);
    expect(body.detail).toContain("/docs");
  });

  test("a cursor of somebody's own making is 400", async () => {
    const { status, body } = await world.call<Problem>("GET", "/v1/senders?cursor=abc");
    expect([status, body.code]).toEqual([400, "bad-cursor"]);
  });
});

describe("idempotency", () => {
  test("the same key and body give the first answer again and create nothing", async () => {
    const input = { name: "Lin Xia" };
    const first = await world.call("POST", "/v1/senders", input, { once: "k-1" });
    const again = await world.call("POST", "/v1/senders", input, { once: "k-1" });
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("Idempotency-Replayed")).toBe("true");
    const list = await world.call<Page<unknown>>("GET", "/v1/senders");
    expect(list.body.items).toHaveLength(1);
  });

  test("the same key with another body is 409", async () => {
    await world.call("POST", "/v1/senders", { name: "A" }, { once: "k-1" });
    const { status, body } = await world.call<Problem>(
      "POST",
      "/v1/senders",
      { name: "B" },
      { once: "k-1" },
    );
    expect([status, body.code]).toEqual([409, "idempotency-key-reused"]);
  });

  test("an answer that held a secret is not given twice", async () => {
    const input = { name: "CRM", scopes: ["read"] };
    await world.call("POST", "/v1/api-keys", input, { once: "k-1" });
    const { status, body } = await world.call<Problem>("POST", "/v1/api-keys", input, {
      once: "k-1",
    });
    expect([status, body.code]).toEqual([409, "secret-already-issued"]);
  });

  test("a workspace is bootstrapped once", async () => {
    const input = { name: "Once" };
    const first = await call("POST", "/v1/workspaces", input, { ...admin, once: "w-1" });
    const again = await call<Problem>("POST", "/v1/workspaces", input, { ...admin, once: "w-1" });
    expect([first.status, again.status, again.body.code]).toEqual([
      201,
      409,
      "secret-already-issued",
    ]);
  });

  test("two calls at the same time create one thing and answer alike", async () => {
    const input = { name: "Lin Xia" };
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        world.call<{ id: string }>("POST", "/v1/senders", input, { once: "k-1" }),
      ),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const list = await world.call<Page<unknown>>("GET", "/v1/senders");
    expect(list.body.items).toHaveLength(1);
  });

  test("no record holds a kit address", async () => {
    await world.call("POST", "/v1/senders", { name: "Lin Xia" }, { once: "k-1" });
    const { results } = await env.DB_A.prepare("SELECT answer FROM idempotency").all();
    expect(JSON.stringify(results)).not.toContain("/kit/");
  });
});

describe("senders", () => {
  test("each gets a seat of their own, and a deleted one's is not given again", async () => {
    const first = await addSender(world, "A");
    await world.call("DELETE", `/v1/senders/${first.id}`);
    const second = await addSender(world, "B");
    expect([first.seat, second.seat]).toEqual([1, 2]);
    expect((await world.call("GET", `/v1/senders/${first.id}`)).status).toBe(404);
  });

  test("an external id creates once and changes after", async () => {
    const made = await world.call<{ id: string }>("PUT", "/v1/senders/by-external-id/hr-1", {
      name: "Lin",
    });
    const changed = await world.call<{ id: string; name: string; team: string }>(
      "PUT",
      "/v1/senders/by-external-id/hr-1",
      { name: "Lin Xia", team: "East" },
    );
    expect(changed.body.id).toBe(made.body.id);
    expect(changed.body).toMatchObject({ name: "Lin Xia", team: "East" });
    const taken = await world.call<Problem>("POST", "/v1/senders", {
      name: "X",
      externalId: "hr-1",
    });
    expect([taken.status, taken.body.code]).toEqual([409, "conflict"]);
  });

  test("bulk answers per item, changes who exists, and fails a repeated id alone", async () => {
    await addSender(world, "Old name", { externalId: "hr-1" });
    const { body } = await world.call<{ results: { status: string }[] }>(
      "POST",
      "/v1/senders/bulk",
      {
        senders: [
          { name: "New name", externalId: "hr-1" },
          { name: "B", externalId: "hr-2" },
          { name: "C", externalId: "hr-2" },
          { name: "D" },
        ],
      },
    );
    expect(body.results.map(({ status }) => status)).toEqual([
      "updated",
      "created",
      "failed",
      "created",
    ]);
    const list = await world.call<Page<{ name: string }>>("GET", "/v1/senders");
    expect(list.body.items.map(({ name }) => name).sort()).toEqual(["B", "D", "New name"]);
  });

  test("500 senders in one call", async () => {
    const senders = Array.from({ length: 500 }, (_, i) => ({
      name: `S${i}`,
      externalId: `hr-${i}`,
    }));
    const { status } = await world.call("POST", "/v1/senders/bulk", { senders });
    expect(status).toBe(200);
    let cursor: string | null = "";
    let count = 0;
    while (cursor !== null) {
      const page: { body: Page<unknown> } = await world.call(
        "GET",
        `/v1/senders?limit=200${cursor && `&cursor=${cursor}`}`,
      );
      count += page.body.items.length;
      cursor = page.body.nextCursor;
    }
    expect(count).toBe(500);
  });
});

describe("contacts", () => {
  test("a contact belongs to a sender and can be changed and deleted", async () => {
    const sender = await addSender(world);
    const made = await world.call<{ id: string }>("POST", "/v1/contacts", {
      senderId: sender.id,
      name: "悠悠妈妈",
      attributes: { child: "5" },
    });
    const path = `/v1/contacts/${made.body.id}`;
    const changed = await world.call("PATCH", path, { stage: "trial", attributes: { child: "6" } });
    expect(changed.body).toMatchObject({
      name: "悠悠妈妈",
      stage: "trial",
      attributes: { child: "6" },
    });
    const list = await world.call<Page<unknown>>("GET", `/v1/contacts?senderId=${sender.id}`);
    expect(list.body.items).toHaveLength(1);
    expect((await world.call("DELETE", path)).status).toBe(204);
    expect((await world.call("GET", path)).status).toBe(404);
  });
});

describe("contents", () => {
  test("headings make sections with an expected reading time", async () => {
    const { body } = await world.call<{ sections: { heading: string; expectedMs: number }[] }>(
      "POST",
      "/v1/contents",
      sampleContent,
    );
    expect(body.sections.map(({ heading }) => heading)).toEqual(["", "看", "问", "等"]);
    expect(body.sections.every(({ expectedMs }) => expectedMs > 0)).toBe(true);
  });

  test("a section that stays keeps its id", async () => {
    type Content = { id: string; sections: { id: string; heading: string }[] };
    const { body } = await world.call<Content>("POST", "/v1/contents", sampleContent);
    const changed = await world.call<Content>("PATCH", `/v1/contents/${body.id}`, {
      body: `## 先准备\n\n一张纸，一支笔。\n\n${sampleContent.body}`,
    });
    const before = new Map(body.sections.map(({ heading, id }) => [heading, id]));
    const after = new Map(changed.body.sections.map(({ heading, id }) => [heading, id]));
    expect(after.get("问")).toBe(before.get("问"));
    expect([...before.values()]).not.toContain(after.get("先准备"));
  });

  test("a fault in the markup names its draft, line and column", async () => {
    const { status, body } = await world.call<Problem>("POST", "/v1/contents", {
      ...sampleContent,
      drafts: ["好的。\n{早上|晚上好"],
    });
    expect(status).toBe(422);
    expect(body.errors?.[0]).toMatchObject({ path: "drafts[0]" });
    expect(body.errors?.[0]?.message).toContain("Line 2, column 1");
  });

  test("publishing makes a version, and a changed draft waits for the next one", async () => {
    await addSender(world);
    const id = await publish(world);
    const published = await world.call("GET", `/v1/contents/${id}`);
    expect(published.body).toMatchObject({
      status: "published",
      draftVersion: 1,
      publishedVersion: 1,
    });
    const changed = await world.call("PATCH", `/v1/contents/${id}`, { title: "新标题" });
    expect(changed.body).toMatchObject({ draftVersion: 2, publishedVersion: 1 });
  });

  test("publishing works by the queue alone", async () => {
    await addSender(world);
    const { body } = await world.call<{ id: string }>("POST", "/v1/contents", sampleContent);
    await world.call("POST", `/v1/contents/${body.id}/publish`, { acceptAchieved: true });
    const status = await eventually(async () => {
      const content = await world.call<{ status: string }>("GET", `/v1/contents/${body.id}`);
      return content.body.status === "compiling" ? undefined : content.body.status;
    });
    expect(status).toBe("published");
  });

  test("a second publish waits for the first", async () => {
    await addSender(world);
    const { body } = await world.call<{ id: string }>("POST", "/v1/contents", sampleContent);
    await world.call("POST", `/v1/contents/${body.id}/publish`, {});
    const second = await world.call<Problem>("POST", `/v1/contents/${body.id}/publish`, {});
    expect([second.status, second.body.code]).toEqual([409, "conflict"]);
  });

  test("a content withdrawn while it is being published stays withdrawn", async () => {
    await addSender(world);
    const id = await publish(world);
    const send = vi.spyOn(env.JOBS, "send").mockResolvedValue({} as never);
    const queued = await world.call<{ jobId: string }>("POST", `/v1/contents/${id}/publish`, {
      acceptAchieved: true,
    });
    await world.call("POST", `/v1/contents/${id}/withdraw`);
    await deliver("jobs", [queued.body.jobId]);
    send.mockRestore();
    const job = await world.call("GET", `/v1/jobs/${queued.body.jobId}`);
    expect(job.body).toMatchObject({ status: "failed", error: { code: "conflict" } });
    const content = await world.call("GET", `/v1/contents/${id}`);
    expect(content.body).toMatchObject({ status: "withdrawn", publishedVersion: 1 });
  });

  test("a text too poor for its senders is not published unasked, and says what it lacks", async () => {
    await world.call("POST", "/v1/senders/bulk", {
      senders: Array.from({ length: 5 }, (_, i) => ({ name: `S${i}` })),
    });
    const poor = {
      ...sampleContent,
      drafts: ["{今天天气不错|今日天气很好}，适合出门走走，带上孩子去公园。"],
    };
    const made = await world.call<{ id: string }>("POST", "/v1/contents", poor);
    const path = `/v1/contents/${made.body.id}`;
    const first = await world.call<{ jobId: string }>("POST", `${path}/publish`, {});
    const job = await finished(first.body.jobId);
    expect(job).toMatchObject({ status: "failed", error: { code: "below-floor" } });
    const capacity = await capacityOf<{
      seats: number;
      served: number;
      advice: { gain: number; atLeast: number; atMost: number }[];
    }>(world, made.body.id);
    expect(capacity.body.seats).toBe(5);
    expect(capacity.body.served).toBeLessThan(5);
    const [{ gain, atLeast, atMost } = { gain: 0, atLeast: 0, atMost: 0 }] = capacity.body.advice;
    expect(gain).toBeGreaterThan(0);
    expect(gain).toBeGreaterThanOrEqual(atLeast);
    expect(gain).toBeLessThan(atMost);
    const accepted = await world.call<{ jobId: string }>("POST", `${path}/publish`, {
      acceptAchieved: true,
    });
    expect(await finished(accepted.body.jobId)).toMatchObject({ status: "succeeded", progress: 1 });
  });

  async function finished(jobId: string) {
    return await eventually(async () => {
      const { body } = await world.call<{ status: string }>("GET", `/v1/jobs/${jobId}`);
      return body.status === "queued" || body.status === "running" ? undefined : body;
    });
  }
});

describe("variants", () => {
  type Variant = {
    caption: string;
    link: { code: string };
    slots: unknown[];
    fold: { folded: boolean };
  };

  test("senders get different words and links, and the same ones every time", async () => {
    const lin = await addSender(world, "Lin", { signature: "—— 小林" });
    const chen = await addSender(world, "Chen");
    const id = await publish(world);
    const variantOf = async (sender: { id: string }) =>
      (await world.call<Variant>("GET", `/v1/contents/${id}/variants/${sender.id}`)).body;
    const [first, second] = [await variantOf(lin), await variantOf(chen)];
    expect(first.caption).not.toBe(second.caption);
    expect(first.caption).toContain("—— 小林");
    expect(first.link.code).not.toBe(second.link.code);
    expect(await variantOf(lin)).toEqual(first);
  });

  test("a sender's own words stand around the core, and can be changed after publishing", async () => {
    const lin = await addSender(world, "Lin", { opener: "早呀～", signature: "—— 小林" });
    const id = await publish(world);
    const captionOf = async () =>
      (await world.call<Variant>("GET", `/v1/contents/${id}/variants/${lin.id}`)).body.caption;
    const before = await captionOf();
    expect(before).toMatch(/^早呀～.*\n—— 小林$/s);
    await world.call("PATCH", `/v1/senders/${lin.id}`, { opener: null, closer: "想看的私信我" });
    const core = before.slice("早呀～".length, -"\n—— 小林".length);
    expect(await captionOf()).toBe(`${core}\n想看的私信我\n—— 小林`);
  });

  test("own words with a word the workspace bans are refused, one by one and in bulk", async () => {
    await world.call("PATCH", "/v1/workspace", { bannedWords: ["神器"] });
    const lin = await addSender(world, "Lin");
    const refused = await world.call("PATCH", `/v1/senders/${lin.id}`, { closer: "带娃神器" });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: "closer" }] } });
    const bulk = await world.call("POST", "/v1/senders/bulk", {
      senders: [
        { name: "A", opener: "神器来了" },
        { name: "B", opener: "早呀" },
      ],
    });
    expect(bulk.body).toMatchObject({
      results: [{ status: "failed", error: { code: "invalid" } }, { status: "created" }],
    });
  });

  test("a sender added or moved later changes nobody's words", async () => {
    const lin = await addSender(world, "Lin", { team: "East" });
    const id = await publish(world);
    const path = `/v1/contents/${id}/variants/${lin.id}`;
    const before = await world.call<Variant>("GET", path);
    await world.call("PATCH", `/v1/senders/${lin.id}`, { team: "West" });
    const chen = await addSender(world, "Chen", { team: "West" });
    const newcomer = await world.call<Variant>("POST", `/v1/contents/${id}/variants/${chen.id}`);
    expect(newcomer.status).toBe(200);
    expect((await world.call<Variant>("GET", path)).body).toEqual(before.body);
  });

  test("all senders at once, with no two alike, and as CSV", async () => {
    await world.call("POST", "/v1/senders/bulk", {
      senders: Array.from({ length: 12 }, (_, i) => ({
        name: `=S${i}`,
        team: i % 2 ? "East" : "West",
      })),
    });
    const id = await publish(world);
    const list = await world.call<Page<{ variant: Variant | null }>>(
      "GET",
      `/v1/contents/${id}/variants?limit=200`,
    );
    const captions = list.body.items.map(({ variant }) => variant?.caption);
    expect(captions).toHaveLength(12);
    expect(new Set(captions).size).toBe(12);
    const csv = await fetchRaw(`/v1/contents/${id}/variants?limit=200`, {
      headers: { Authorization: `Bearer ${world.key}`, Accept: "text/csv" },
    });
    const text = await csv.text();
    expect(csv.headers.get("Content-Type")).toContain("text/csv");
    expect(text.match(/\/s\/a/g)).toHaveLength(12);
    expect(text).toContain("'=S0");
  });

  test("a content that was never published has no variants", async () => {
    const sender = await addSender(world);
    const { body } = await world.call<{ id: string }>("POST", "/v1/contents", sampleContent);
    const { status, body: problem } = await world.call<Problem>(
      "GET",
      `/v1/contents/${body.id}/variants/${sender.id}`,
    );
    expect([status, problem.code]).toEqual([409, "not-published"]);
  });
});

describe("links", () => {
  test("the same target, sender, channel and contact give the same link", async () => {
    const sender = await addSender(world);
    const contentId = await publish(world);
    const first = await addLink(world, { contentId, senderId: sender.id, channel: "chat" });
    const again = await world.call("POST", "/v1/links", {
      contentId,
      senderId: sender.id,
      channel: "chat",
    });
    const other = await addLink(world, { contentId, senderId: sender.id, channel: "group:早教群" });
    expect([again.status, again.body.code]).toEqual([200, first.code]);
    expect(other.code).not.toBe(first.code);
  });

  test("many at once, each with its own outcome", async () => {
    const sender = await addSender(world);
    const { body } = await world.call<{ results: { status: string }[] }>("POST", "/v1/links/bulk", {
      links: [
        { url: "https://example.com/a", senderId: sender.id },
        { url: "https://example.com/a", senderId: sender.id },
        { url: "javascript:alert(1)", senderId: sender.id },
        { url: "https://user:pass@example.com/", senderId: sender.id },
        { url: "https://example.com/b", senderId: "aunknown" },
      ],
    });
    expect(body.results.map(({ status }) => status)).toEqual([
      "created",
      "existing",
      "failed",
      "failed",
      "failed",
    ]);
  });

  test("a QR code as SVG and as PNG", async () => {
    const sender = await addSender(world);
    const { code } = await addLink(world, { url: "https://example.com/", senderId: sender.id });
    const get = (format: string) =>
      fetchRaw(`/v1/links/${code}/qr.${format}`, {
        headers: { Authorization: `Bearer ${world.key}` },
      });
    expect(await (await get("svg")).text()).toMatch(/^<svg/);
    const png = new Uint8Array(await (await get("png")).arrayBuffer());
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });

  test("an expiry that has passed is refused", async () => {
    const sender = await addSender(world);
    const { status, body } = await world.call<Problem>("POST", "/v1/links", {
      url: "https://example.com/",
      senderId: sender.id,
      expiresAt: "2020-01-01T00:00:00Z",
    });
    expect([status, body.errors?.[0]?.path]).toEqual([422, "expiresAt"]);
  });

  test("an expiry more than ten years ahead is refused, of a link and of a key", async () => {
    const sender = await addSender(world);
    const expiresAt = "9999-12-31T00:00:00Z";
    const fields = { url: "https://example.com/", senderId: sender.id, expiresAt };
    const errors = [{ path: "expiresAt", message: "Choose a time at most ten years ahead." }];
    for (const [path, asked] of [
      ["/v1/links", fields],
      ["/v1/api-keys", { name: "Far", scopes: ["read"], expiresAt }],
    ] as const) {
      const { status, body } = await world.call<Problem>("POST", path, asked);
      expect([status, body.errors], path).toEqual([422, errors]);
    }
  });
});

describe("images", () => {
  /** A PNG of one pixel. */
  const png = Uint8Array.from(
    atob(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    ),
    (char) => char.charCodeAt(0),
  );
  const upload = (id: string, body: BodyInit, type = "image/png") =>
    fetchRaw(`/v1/contents/${id}/images`, {
      method: "POST",
      headers: { Authorization: `Bearer ${world.key}`, "Content-Type": type },
      body,
    });

  test("an SVG is refused, whatever it calls itself", async () => {
    const { body } = await world.call<{ id: string }>("POST", "/v1/contents", sampleContent);
    const response = await upload(body.id, "<svg xmlns='http://www.w3.org/2000/svg'/>");
    expect(response.status).toBe(415);
    expect(await response.text()).not.toContain("w3.org");
  });

  test("an upload is listed with the content and can be taken out again", async () => {
    const { body } = await world.call<{ id: string }>("POST", "/v1/contents", sampleContent);
    const response = await upload(body.id, png);
    expect(response.status).toBe(201);
    const image = (await response.json()) as { id: string };
    const path = `/v1/contents/${body.id}/images/${image.id}`;
    const tooFar = await world.call<Problem>("PATCH", path, { qr: { x: 0, y: 0, size: 400 } });
    expect([tooFar.status, tooFar.body.errors?.[0]?.path]).toEqual([422, "qr"]);
    expect((await world.call("DELETE", path)).status).toBe(204);
    const content = await world.call<{ images: unknown[] }>("GET", `/v1/contents/${body.id}`);
    expect(content.body.images).toEqual([]);
  });
});
