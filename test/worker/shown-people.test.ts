/** Every face that names people, or tells of one, leaves who was shown whom in the audit: ids alone, once a day. */
import {
  createExecutionContext,
  createScheduledController,
  waitOnExecutionContext,
} from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import worker from "../../src/index.ts";
import { passTime } from "./people.ts";
import { day, endAll, hour, minute, writeVisits } from "./readers.ts";
import { record, rowsRead } from "./recorded.ts";
import {
  type Answer,
  addLink,
  addSender,
  deliver,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  type World,
} from "./world.ts";

type Act = {
  id: string;
  at: string;
  verb: string;
  subject: string;
  count: number | null;
  people: string[] | null;
  actor: { kind: string; id: string | null };
};
type Page = { items: Act[]; nextCursor: string | null };

let world: World;
let sender: { id: string; kitUrl: string };
let contentId: string;
let ruleId: string;
let contactId: string;

const audit = async (query = "") => (await world.call<Page>("GET", `/v1/audit${query}`)).body;
const looks = async (query = "") =>
  (await audit(query)).items.filter(({ people }) => people !== null);
const rows = async () =>
  (await env.DB_A.prepare("SELECT count(*) AS n FROM looks").first<{ n: number }>())?.n;

beforeEach(async () => {
  // In the morning by the workspace's clock, so that no day ends meanwhile.
  vi.useFakeTimers({ now: Date.parse("2026-11-26T02:00:00Z"), toFake: ["Date"] });
  vi.restoreAllMocks();
  await freshWorld();
  vi.spyOn(env.BEATS, "send").mockResolvedValue({} as never);
  world = await newWorkspace({ timezone: "Asia/Shanghai" });
  sender = await addSender(world, "Ann");
  contentId = await publish(world);
  const rule = await world.call<{ id: string }>("POST", "/v1/tag-rules", {
    when: { all: [{ kind: "engaged", atLeastMs: 30_000 }] },
    tag: "reader",
    points: 40,
    halfLifeDays: null,
    cooldownDays: 0,
    use: "Call them",
    notify: true,
  });
  ruleId = rule.body.id;
  const path = `/v1/tag-rules/${ruleId}/publish`;
  const done = await world.call<{ jobId: string }>("POST", path, { backDate: true });
  await deliver("jobs", [done.body.jobId]);
});

afterEach(() => void vi.useRealTimers());

/** Ben, who is known, read yesterday and today and passed it on to somebody who agreed and has no name. */
async function peopleRead() {
  const { code } = await addLink(world, { contentId, senderId: sender.id, channel: "chat" });
  const visit = {
    contentId,
    senderId: sender.id,
    code,
    engagedMs: 4 * minute,
    sections: [0, 2 * minute, minute, minute],
  };
  const now = Date.now();
  await writeVisits(world, [
    { ...visit, id: "avisit1", at: now - 26 * hour, viewerId: "aben", refHash: "hash1" },
    { ...visit, id: "avisit2", at: now - 2 * hour, viewerId: "aben", refHash: "hash1" },
    {
      ...visit,
      id: "avisit3",
      at: now - hour,
      viewerId: "afriend",
      refHash: "hash2",
      parentHash: "hash1",
    },
  ]);
  await endAll();
  const named = await world.call<{ contactId: string }>("POST", "/v1/viewers/aben/identify", {
    name: "Ben Wu",
    senderId: sender.id,
  });
  contactId = named.body.contactId;
  await world.call("POST", `/v1/senders/${sender.id}/briefing`);
}

const get = async (path: string) => {
  const answer = await world.call("GET", path);
  expect(answer.status, path).toBe(200);
  return JSON.stringify(answer.body);
};

async function openKit() {
  const entry = await fetchRaw(new URL(sender.kitUrl).pathname);
  const Cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const kit = await fetchRaw("/kit", { headers: { Cookie, "Accept-Language": "en" } });
  expect(kit.status).toBe(200);
  return await kit.text();
}

async function desk() {
  const door = await fetchRaw("/console/sign-in", {
    method: "POST",
    headers: { Origin: "https://starling.test" },
    body: new URLSearchParams({ key: world.key }),
  });
  const Cookie = door.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  return async (path: string, language = "en") => {
    const headers = { Cookie, "Accept-Language": language };
    const shown = await fetchRaw(`/console${path}`, { headers });
    expect(shown.status, path).toBe(200);
    return await shown.text();
  };
}

const both = ["aben", "afriend"];

/** Where people are shown, under which verb, of what, and whom of those above. */
const faces: [string, () => Promise<unknown>, string, () => string, () => string[]][] = [
  ["a kit", openKit, "kit.read", () => sender.id, () => [...both, contactId]],
  [
    "a morning list",
    () => get(`/v1/senders/${sender.id}/briefing`),
    "briefing.read",
    () => sender.id,
    () => both,
  ],
  ["alerts", () => get("/v1/alerts"), "alert.list", () => world.id, () => both],
  [
    "a sender's alerts",
    () => get(`/v1/alerts?senderId=${sender.id}`),
    "alert.list",
    () => sender.id,
    () => both,
  ],
  [
    "a tag's holders",
    () => get("/v1/tags/viewers?tag=reader"),
    "tag.list",
    () => world.id,
    () => both,
  ],
  [
    "a rule's trial",
    () => world.call("POST", `/v1/tag-rules/${ruleId}/dry-run`),
    "tag-rule.try",
    () => ruleId,
    () => both,
  ],
  [
    "a spread",
    () => get(`/v1/contents/${contentId}/spread`),
    "spread.read",
    () => contentId,
    () => both,
  ],
  [
    "a spread's picture",
    async () =>
      (
        await fetchRaw(`/v1/contents/${contentId}/spread.svg`, {
          headers: { Authorization: `Bearer ${world.key}` },
        })
      ).text(),
    "spread.read",
    () => contentId,
    () => both,
  ],
  ["nodes", () => get("/v1/nodes"), "node.list", () => world.id, () => ["aben"]],
  ["ties", () => get("/v1/relationships"), "tie.list", () => world.id, () => both],
  ["visits", () => get("/v1/visits"), "visit.list", () => world.id, () => both],
  ["viewers", () => get("/v1/viewers"), "viewer.list", () => world.id, () => both],
  ["contacts", () => get("/v1/contacts"), "contact.list", () => world.id, () => [contactId]],
];

describe.each(faces)("%s", (_, open, verb, subject, shown) => {
  test("is in the audit with whom it showed, and under each of them", async () => {
    await peopleRead();
    await open();
    const [act, ...more] = await looks(`?verb=${verb}`);
    expect(more).toEqual([]);
    expect(act).toMatchObject({ subject: subject(), count: shown().length });
    expect(act?.people?.toSorted()).toEqual(shown().toSorted());
    for (const id of shown()) {
      expect((await looks(`?subject=${id}&verb=${verb}`)).map((one) => one.id)).toEqual([act?.id]);
    }
    expect(JSON.stringify(await audit())).not.toContain("Ben");
  });

  test("is not where it showed nobody", async () => {
    await open();
    expect(await audit(`?verb=${verb}`)).toEqual({ items: [], nextCursor: null });
  });
});

describe("a look at one person", () => {
  test.each([
    [
      "who could introduce them",
      "/v1/viewers/afriend/introductions",
      "introduction.list",
      ["aben", "afriend"],
    ],
    ["their tags", "/v1/viewers/aben/tags", "viewer.tags", ["aben"]],
    ["a tag's days", "/v1/viewers/aben/tags/history?tag=reader", "viewer.tags", ["aben"]],
    ["how a read came about", "/v1/visits/avisit2/explanation", "visit.read", ["aben"]],
  ] as const)("%s", async (_what, path, verb, shown) => {
    await peopleRead();
    await get(path);
    const acts = await looks(`?verb=${verb}`);
    expect(acts.map(({ people }) => people?.toSorted())).toEqual([shown]);
  });

  test("at who they are is kept as before, each time, and as one act", async () => {
    await peopleRead();
    await get("/v1/viewers/aben");
    await get("/v1/viewers/aben");
    const { items } = await audit("?subject=aben");
    const own = items.filter(({ verb }) => /^viewer.(read|name)$/.test(verb));
    expect(own.map(({ verb, count, people }) => [verb, count, people]).toSorted()).toEqual([
      ["viewer.name", null, null],
      ["viewer.read", null, null],
      ["viewer.read", null, null],
    ]);
  });
});

test("a kit that is opened all day is one entry; whoever is new in it is one more, and the next day all are", async () => {
  await peopleRead();
  for (let times = 0; times < 10; times++) await openKit();
  expect(await looks("?verb=kit.read")).toMatchObject([
    { actor: { kind: "kit", id: sender.id }, count: 3 },
  ]);
  passTime(hour);
  await world.call("POST", "/v1/contacts", { senderId: sender.id, name: "Cai" });
  await openKit();
  await openKit();
  const acts = await looks("?verb=kit.read");
  expect(acts.map(({ count }) => count)).toEqual([1, 3]);
  passTime(day);
  await openKit();
  expect((await looks("?verb=kit.read")).map(({ count }) => count)).toEqual([4, 1, 3]);
});

test("five hundred people on three pages are three rows of one statement each, and none is written again that day", async () => {
  await peopleRead();
  const many = Array.from({ length: 500 }, (_, at) => `av${at}`);
  await env.DB_A.prepare(
    `INSERT INTO viewers (id, workspace_id, created_at) SELECT value, ?2, 1 FROM json_each(?1)`,
  )
    .bind(JSON.stringify(many), world.id)
    .run();
  const pages = async () => {
    let cursor: string | null = null;
    do {
      const query: string = cursor ? `&cursor=${cursor}` : "";
      const answer: Answer<Page> = await world.call("GET", `/v1/viewers?limit=200${query}`);
      cursor = answer.body.nextCursor;
    } while (cursor);
  };
  const written = await record(pages);
  const notes = written.filter(({ sql }) => sql.startsWith("INSERT INTO looks"));
  expect(notes.map(({ params }) => params.length)).toEqual([9, 9, 9]);
  expect(rowsRead(notes)).toBeLessThan(5000);
  const acts = await looks("?verb=viewer.list");
  expect(acts.flatMap(({ people }) => people ?? []).toSorted()).toEqual(
    [...both, ...many].toSorted(),
  );
  const before = await rows();
  expect(before).toBe(3);
  await pages();
  expect(await rows()).toBe(before);
});

test("another key, another sender's list and another face are entries of their own", async () => {
  await peopleRead();
  await get("/v1/contacts");
  await get(`/v1/contacts?senderId=${sender.id}`);
  await get(`/v1/contacts/${contactId}`);
  const made = await world.call<{ key: string }>("POST", "/v1/api-keys", {
    name: "CRM",
    scopes: ["read"],
  });
  const headers = { Authorization: `Bearer ${made.body.key}` };
  expect((await fetchRaw("/v1/contacts", { headers })).status).toBe(200);
  const acts = await looks(`?subject=${contactId}`);
  expect(acts.map(({ verb, subject }) => [verb, subject]).toSorted()).toEqual(
    [
      ["contact.list", world.id],
      ["contact.list", world.id],
      ["contact.list", sender.id],
      ["contact.read", contactId],
    ].toSorted(),
  );
  expect(new Set(acts.map(({ actor }) => actor.id)).size).toBe(2);
});

test("the list of acts and looks is one, page by page, without a gap and without one twice", async () => {
  await peopleRead();
  for (const path of [
    "/v1/viewers",
    "/v1/viewers/aben",
    "/v1/visits",
    "/v1/viewers/afriend",
    "/v1/contacts",
  ]) {
    passTime(minute);
    await get(path);
  }
  const all = (await audit("?limit=200")).items;
  expect(all.map(({ verb }) => verb).slice(0, 5)).toEqual([
    "contact.list",
    "viewer.read",
    "visit.list",
    "viewer.read",
    "viewer.list",
  ]);
  const paged: Act[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await audit(`?limit=2${cursor ? `&cursor=${cursor}` : ""}`);
    paged.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  expect(paged).toEqual(all);
});

test("of whoever is erased a hash is left, and a look that comes late brings nobody back", async () => {
  await peopleRead();
  await get("/v1/viewers");
  await get("/v1/viewers/afriend/introductions");
  await world.call("DELETE", "/v1/viewers/afriend");
  const acts = await looks();
  expect(JSON.stringify(acts)).not.toContain("afriend");
  const [list] = acts.filter(({ verb }) => verb === "viewer.list");
  const [hash] = (list?.people ?? []).filter((id) => id !== "aben");
  expect(hash).toMatch(/^\S{20,}$/);
  expect(list?.people).toContain("aben");
  const erased = (await audit("?verb=viewer.erase")).items[0];
  expect(erased?.subject).toBe(hash);
  expect(acts.filter(({ verb }) => verb === "introduction.list")).toMatchObject([
    { subject: hash },
  ]);
  expect((await looks(`?subject=${hash}`)).length).toBe(2);
});

test("the console tells a day's looks of one at one place in one line, with how many, and names nobody", async () => {
  await peopleRead();
  await openKit();
  passTime(hour);
  await world.call("POST", "/v1/contacts", { senderId: sender.id, name: "Cai" });
  await openKit();
  const look = await desk();
  const cells = (html: string) =>
    [...html.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = ""]) => cell);
  const told = async (language: string) => cells(await look("/audit", language));
  const acts = {
    en: "Opened a kit, with readers and contacts in it (4)",
    "zh-Hans": "打开分享包，看到读者和联系人 (4)",
    "zh-Hant": "開啟分享包，看到讀者和聯絡人 (4)",
  };
  for (const [language, act] of Object.entries(acts)) {
    const lines = await told(language);
    expect(
      lines.filter((cell) => cell === act),
      `${language}: ${lines.join(" | ")}`,
    ).toHaveLength(1);
    expect(lines.join()).not.toContain("Ben");
  }
  expect(await look("/audit?format=csv")).toContain("aben");
});

test("looks are kept for a year, acts for good", async () => {
  await peopleRead();
  await get("/v1/viewers");
  await env.DB_A.prepare("UPDATE looks SET at = at - ?")
    .bind(364 * day)
    .run();
  const clock = async () => {
    await env.DB_A.prepare("DELETE FROM schedule_runs").run();
    const work = createExecutionContext();
    await worker.scheduled?.(createScheduledController({ scheduledTime: new Date() }), env, work);
    await waitOnExecutionContext(work);
  };
  await clock();
  expect(await rows()).toBe(1);
  await env.DB_A.prepare("UPDATE looks SET at = at - ?")
    .bind(2 * day)
    .run();
  const acts = (await audit("?limit=200")).items.filter(({ people }) => people === null);
  await clock();
  expect(await rows()).toBe(0);
  expect((await audit("?limit=200")).items).toEqual(acts);
});
