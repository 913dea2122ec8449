/** Who looks at people is in the audit, and whoever did not agree is a row in none of the lists that they look at. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { consent, drain, holdQueue, openPage, passTime, readAndAgree, readOn } from "./people.ts";
import {
  addLink,
  addSender,
  endVisits,
  fetchRaw,
  freshWorld,
  newWorkspace,
  origin,
  publish,
  type World,
} from "./world.ts";

type Act = {
  verb: string;
  subject: string;
  count: number | null;
  at: string;
  actor: { kind: string; id: string | null };
};

let world: World;
let sender: { id: string; kitUrl: string };
let contentId: string;
let contactId: string;
let own: string;
let queued: string[];

beforeEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await freshWorld();
  world = await newWorkspace();
  sender = await addSender(world, "林夏");
  contentId = await publish(world);
  const contact = await world.call<{ id: string }>("POST", "/v1/contacts", {
    senderId: sender.id,
    name: '=HYPERLINK("https://evil.example")',
  });
  contactId = contact.body.id;
  own = (await addLink(world, { contentId, senderId: sender.id, contactId, channel: "chat" })).code;
  queued = holdQueue();
});

const acts = async (query = "") =>
  (await world.call<{ items: Act[] }>("GET", `/v1/audit${query}`)).body.items;

/** As head office at the console. */
async function console() {
  const made = await world.call<{ id: string; signInUrl: string }>("POST", "/v1/members", {
    name: "Lin Wan",
    role: "head-office",
  });
  const entered = await fetchRaw(new URL(made.body.signInUrl).pathname, {
    method: "POST",
    headers: { Accept: "text/html", Origin: origin },
    body: new URLSearchParams({ to: "/console" }),
  });
  const Cookie = (entered.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
  return async (path: string) =>
    await (
      await fetchRaw(path, { headers: { Accept: "text/html", "Accept-Language": "en", Cookie } })
    ).text();
}

const csv = async (path: string) => {
  const headers = { Authorization: `Bearer ${world.key}`, Accept: "text/csv" };
  const answer = await fetchRaw(path, { headers });
  return { type: answer.headers.get("Content-Type"), text: await answer.text() };
};

describe.each([
  ["never answered", undefined],
  ["refused", false],
])("a reader of a contact's own link who %s", (_, choice) => {
  beforeEach(async () => {
    const { token } = await openPage(own);
    if (choice !== undefined) await consent(token, choice);
    await readOn(token);
    await drain(queued);
    await endVisits();
  });

  test("is a row in no list of the API, nor in its files", async () => {
    const list = async (path: string) => (await world.call<{ items: [] }>("GET", path)).body.items;
    expect(await list("/v1/visits")).toEqual([]);
    expect(await list(`/v1/visits?contactId=${contactId}`)).toEqual([]);
    expect(await list(`/v1/visits?code=${own}`)).toEqual([]);
    expect(await list("/v1/viewers")).toEqual([]);
    expect(await list(`/v1/viewers?contactId=${contactId}`)).toEqual([]);
    const { text } = await csv("/v1/visits");
    expect(text.trim().split("\r\n")).toHaveLength(1);
  });

  test("is in a report's file as a figure, which names neither them nor the link", async () => {
    const { text, type } = await csv(`/v1/contents/${contentId}/report`);
    expect(type).toContain("text/csv");
    expect(text).toContain("reads");
    expect(text).not.toContain(own);
    expect(text).not.toContain(contactId);
    expect(text).not.toContain("evil.example");
  });

  test("is no row at the console nor in the kit", async () => {
    const look = await console();
    const readers = await look("/console/readers");
    expect(readers).toContain("No readers yet");
    expect(readers).toContain("1 more read by people who did not agree");
    expect(readers).not.toContain("evil.example");
    const entry = await fetchRaw(new URL(sender.kitUrl).pathname);
    const Cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    const kit = await fetchRaw("/kit", { headers: { Cookie, "Accept-Language": "en" } });
    expect(await kit.text()).not.toContain('<ul class="readers">');
  });
});

test("visits come as a table, with the list's filters, and no cell is a formula", async () => {
  await readAndAgree(own, queued);
  await endVisits();
  const { text, type } = await csv(`/v1/visits?contactId=${contactId}`);
  expect(type).toBe("text/csv; charset=utf-8");
  const [head = "", row = "", ...more] = text.trim().split("\r\n");
  expect(head.replace("\uFEFF", "").split(",").slice(0, 4)).toEqual([
    "id",
    "startedAt",
    "contentId",
    "version",
  ]);
  expect(row).toContain(`"'=HYPERLINK(""https://evil.example"")",probable,8000`);
  expect(more).toEqual([]);
  expect((await csv("/v1/visits?channel=print")).text.trim().split("\r\n")).toHaveLength(1);
});

describe("the audit", () => {
  test("says who read which list of people, in one row with how many they were", async () => {
    await readAndAgree(own, queued);
    await readAndAgree(own, queued);
    await endVisits();
    await world.call("GET", "/v1/viewers");
    await world.call("GET", `/v1/contacts?senderId=${sender.id}`);
    await world.call("GET", `/v1/contacts/${contactId}`);
    await world.call("GET", `/v1/visits?contactId=${contactId}`);
    const read = (await acts()).filter(({ verb }) => /\.(?:list|read)$/.test(verb));
    const told = read.map(({ verb, subject, count }) => [verb, subject, count]).toSorted();
    expect(told).toEqual([
      ["contact.list", sender.id, 1],
      ["contact.read", contactId, 1],
      ["viewer.list", world.id, 2],
      ["visit.list", contactId, 1],
    ]);
    expect(new Set(read.map(({ actor }) => actor.kind))).toEqual(new Set(["api-key"]));
  });

  test("keeps nothing of a list that held nobody", async () => {
    await world.call("GET", "/v1/viewers");
    await world.call("GET", "/v1/visits");
    expect(await acts("?verb=viewer.list")).toEqual([]);
    expect(await acts("?verb=visit.list")).toEqual([]);
  });

  test("is found by what, by whom and when, one by one or together", async () => {
    await readAndAgree(own, queued);
    const before = new Date(Date.now()).toISOString();
    passTime(1000);
    await world.call("GET", `/v1/contacts/${contactId}`);
    const of = async (query: string) => (await acts(query)).map(({ verb }) => verb).toSorted();
    expect(await of(`?subject=${contactId}`)).toEqual(["contact.create", "contact.read"]);
    expect(await of("?verb=contact.read")).toEqual(["contact.read"]);
    const [act] = await acts("?verb=contact.read");
    expect(await of(`?actorId=${act?.actor.id}&verb=contact.read`)).toEqual(["contact.read"]);
    expect(await of("?actorKind=console")).toEqual([]);
    expect(await of(`?since=${before}`)).toEqual(["contact.read"]);
    expect(await of(`?until=${before}&subject=${contactId}`)).toEqual(["contact.create"]);
    expect((await world.call("GET", "/v1/audit?who=me")).status).toBe(422);
  });

  test("takes a screen that keeps itself up to date for one look, and says in words what was done", async () => {
    await readAndAgree(own, queued);
    const look = await console();
    for (const _ of [1, 2, 3]) await look("/console/readers");
    expect(await acts("?verb=visit.list&actorKind=console")).toMatchObject([{ count: 1 }]);
    const screen = await look("/console/audit");
    expect(screen).toContain("Read a list of reads (1)");
    expect(screen).toContain("Added a contact");
    passTime(24 * 3_600_000);
    await look("/console/readers");
    expect(await acts("?verb=visit.list&actorKind=console")).toHaveLength(2);
  });
});
