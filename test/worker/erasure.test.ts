/** What an erasure leaves: nothing that leads to the person, wherever one looks, whatever comes late. */
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { beforeEach, describe, expect, test, vi } from "vitest";
import localStart from "../../scripts/local/entry/index.ts";
import { Kept } from "../../scripts/local/entry/kept.ts";
import { keepingQueue } from "../../scripts/local/entry/queue.ts";
import { manifest } from "../../src/storage/manifest.ts";
import {
  beat,
  consent,
  drain,
  holdQueue,
  jar,
  openPage,
  passTime,
  phone,
  readAndAgree,
  searchEverywhere,
  send,
} from "./people.ts";
import {
  addLink,
  addSender,
  deliver,
  endVisits,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  type World,
} from "./world.ts";

const name = "悠悠妈妈";

let world: World;
let sender: { id: string; kitUrl: string };
let contentId: string;
let contactId: string;
let code: string;
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
    name,
    notes: "喜欢画画",
  });
  contactId = contact.body.id;
  const link = { contentId, senderId: sender.id, contactId };
  code = (await addLink(world, link)).code;
  queued = holdQueue();
});

const ids = async (sql: string) => {
  const { results } = await env.DB_A.prepare(sql).all<Record<string, string>>();
  return results.flatMap((row) => Object.values(row)).filter((id) => id !== null);
};

/** All that leads to the one reader there is. */
const traces = async () => [
  ...(await ids("SELECT id FROM viewers")),
  ...(await ids("SELECT id FROM visits")),
  contactId,
  name,
  "喜欢画画",
];

/** Says with a key who the viewer is, so that an answer with their name is kept for its repetition. */
async function confirm() {
  const [id] = await ids("SELECT id FROM viewers");
  const named = await world.call<{ viewerId: string }>(
    "POST",
    `/v1/viewers/${id}/identify`,
    { contactId },
    { once: "key-1" },
  );
  expect(named.status).toBe(200);
  return named.body.viewerId;
}

/** Delivers what a local queue was given to the Worker as `npm start` runs it. */
async function consumeLocally(bodies: readonly string[]): Promise<void> {
  const work = createExecutionContext();
  const messages = bodies.map((body, index) => ({
    ...{ id: `again-${index}`, body, attempts: 1, timestamp: new Date() },
    ...{ ack: () => {}, retry: () => {} },
  }));
  const batch = { queue: "beats", messages, ackAll: () => {}, retryAll: () => {} };
  const local = { ...env, KEPT: env.DB_A };
  await localStart.queue(batch as unknown as MessageBatch<string>, local, work);
  await waitOnExecutionContext(work);
}

type Erased = { erasedAt: string; receipt: string };

describe("an erasure", () => {
  test("leaves nothing of the viewer in any table, KV or R2, though beats and answers arrive late", async () => {
    const { token, cookie } = await readAndAgree(code, queued);
    await endVisits();
    // What is still on its way: a beat and an answer of that visit, and a whole later one.
    await beat(token, 3, 9000);
    await consent(token, true, cookie);
    const later = await openPage(code, cookie);
    await beat(later.token, 2, 3000);
    const late = queued.splice(0);
    // What could not be written is kept, ids and all.
    await deliver("beats-dead", [`a nonsense ${late[0]}`]);
    const id = await confirm();
    await world.call("GET", `/v1/viewers/${id}`);
    const before = await traces();
    expect(await searchEverywhere(before)).not.toEqual([]);
    const erased = await world.call<Erased>("DELETE", `/v1/viewers/${id}`);
    expect(erased.status).toBe(200);
    expect(await searchEverywhere(before)).toEqual([]);

    await deliver("beats", late);
    await endVisits();
    expect(await searchEverywhere(before)).toEqual([]);
    // Who comes back with the old cookie is nobody, and their read is a sum.
    expect(await ids("SELECT rung FROM visits")).toEqual(["aggregate"]);
    expect(await ids("SELECT id FROM viewers")).toEqual([]);
    const nodes = await ids("SELECT viewer_id FROM spread_nodes");
    expect(nodes).toEqual([]);
    expect((await ids("SELECT ref_hash FROM spread_nodes")).length).toBeGreaterThan(0);
  });

  test("leaves nothing of who was erased in what dies after it, nor in what a local start keeps on disk", async () => {
    const { token, cookie } = await readAndAgree(code, queued);
    await endVisits();
    const [id] = await ids("SELECT id FROM viewers");
    const before = [id ?? "", ...(await ids("SELECT id FROM visits"))];
    const kept = new Kept();
    const beats = keepingQueue(env.BEATS, "BEATS", kept, env.DB_A);
    await beat(token, 3, 9000);
    await consent(token, true, cookie);
    const late = queued.splice(0);
    for (const body of late) await beats.send(body);
    const waiting = queued.splice(0);
    const onDisk = async () =>
      JSON.stringify((await env.DB_A.prepare("SELECT body FROM kept").all()).results);
    expect(await onDisk()).toContain(id);

    await world.call("DELETE", `/v1/viewers/${id}`);
    // One was tried to the end while they were erased; others wait beside it that are of somebody else.
    const other = "a nonsense of nobody";
    await deliver("beats-dead", [...late, `poison ${late[0]}`, other]);
    expect(await ids("SELECT body FROM dead_letters")).toEqual([other]);
    // The runtime was away meanwhile, and sends what it kept.
    const { results } = await env.DB_A.prepare("SELECT id FROM kept").all<{ id: string }>();
    expect(results).toHaveLength(waiting.length);
    await consumeLocally(waiting);
    await endVisits();
    expect(await searchEverywhere(before)).toEqual([]);
    expect(await onDisk()).toBe("[]");
  });

  test("leaves the sums as they were, which name nobody", async () => {
    await readAndAgree(code, queued);
    await endVisits();
    const report = async () =>
      (
        await world.call<{ reads: number; engagedMs: number }>(
          "GET",
          `/v1/contents/${contentId}/report`,
        )
      ).body;
    const { reads, engagedMs } = await report();
    expect(reads).toBe(1);
    await world.call("DELETE", `/v1/viewers/${(await ids("SELECT id FROM viewers"))[0]}`);
    expect(await report()).toMatchObject({ reads, engagedMs });
    await endVisits();
    expect(await report()).toMatchObject({ reads, engagedMs });
  });

  test("lets the same browser agree anew, as somebody else", async () => {
    const { cookie } = await readAndAgree(code, queued);
    const [id] = await ids("SELECT id FROM viewers");
    await world.call("DELETE", `/v1/viewers/${id}`);
    const { token } = await openPage(code, cookie);
    const again = await consent(token, true, cookie);
    expect(jar(again)).not.toBe("");
    passTime(9000);
    await beat(token);
    await drain(queued);
    const [anew, ...more] = await ids("SELECT id FROM viewers");
    expect(more).toEqual([]);
    expect(anew).not.toBe(id);
  });

  test("takes those who turned out to be the same person along", async () => {
    await readAndAgree(code, queued);
    passTime(60_000);
    await readAndAgree(code, queued);
    const [first, second] = await ids("SELECT id FROM viewers ORDER BY created_at");
    await world.call("POST", `/v1/viewers/${second}/merge`, { viewerId: first });
    await world.call("DELETE", `/v1/viewers/${second}`);
    expect(await ids("SELECT id FROM viewers UNION SELECT id FROM visits")).toEqual([]);
  });

  test("leaves the contact that was only guessed to be them", async () => {
    const open = (await addLink(world, { contentId, senderId: sender.id })).code;
    await readAndAgree(open, queued);
    const [id] = await ids("SELECT id FROM viewers");
    await env.DB_A.prepare(
      "UPDATE viewers SET contact_id = ?, certainty = 'probable', named_by = 'kit'",
    )
      .bind(contactId)
      .run();
    await world.call("DELETE", `/v1/viewers/${id}`);
    expect(await ids("SELECT id FROM contacts")).toEqual([contactId]);
  });

  test("is told in the audit, by a hash that is the receipt's", async () => {
    await readAndAgree(code, queued);
    const [id] = await ids("SELECT id FROM viewers");
    const { body } = await world.call<Erased>("DELETE", `/v1/viewers/${id}`);
    const audit = await world.call<{ items: { verb: string; subject: string }[] }>(
      "GET",
      "/v1/audit",
    );
    const act = audit.body.items.find(({ verb }) => verb === "viewer.erase");
    expect(body.receipt).toContain(act?.subject ?? "nothing");
    expect((await world.call("DELETE", `/v1/viewers/${id}`)).status).toBe(404);
  });

  test("of a contact alone leaves their viewers nameless and their link at work", async () => {
    await readAndAgree(code, queued);
    expect((await world.call("DELETE", `/v1/contacts/${contactId}`)).status).toBe(204);
    expect(await searchEverywhere([contactId, name])).toEqual([]);
    const { token } = await openPage(code);
    expect(token).not.toBe("");
    expect(await ids("SELECT certainty FROM viewers")).not.toContain("confirmed");
  });
});

const exported = (id: unknown) =>
  world.call<{ held: Record<string, Record<string, unknown>[]> }>(
    "GET",
    `/v1/viewers/${id}/export`,
  );

describe("whoever first opened a contact's link may be somebody it was forwarded to, and until they are confirmed", () => {
  beforeEach(async () => {
    await readAndAgree(code, queued);
    await endVisits();
  });

  test("their export holds nothing of the contact", async () => {
    const [id] = await ids("SELECT id FROM viewers");
    const { body } = await exported(id);
    expect(body.held.viewers).toMatchObject([{ id, certainty: "probable", namedBy: "link" }]);
    expect(Object.keys(body.held)).not.toContain("contacts");
    expect(Object.keys(body.held)).not.toContain("links");
    expect(JSON.stringify(body)).not.toContain(name);
  });

  test("their erasure leaves the contact and its link", async () => {
    const [id] = await ids("SELECT id FROM viewers");
    expect((await world.call("DELETE", `/v1/viewers/${id}`)).status).toBe(200);
    expect(await ids("SELECT name FROM contacts")).toEqual([name]);
    expect(await ids("SELECT contact_id FROM links WHERE contact_id IS NOT NULL")).toEqual([
      contactId,
    ]);
    expect(await searchEverywhere([String(id)])).toEqual([]);
  });

  test("their own page does not tell them whose link it was", async () => {
    const [id] = await ids("SELECT id FROM viewers");
    const page = async () => {
      const { body } = await world.call<{ privacyUrl: string }>("GET", `/v1/viewers/${id}`);
      const headers = { "Accept-Language": "en", Accept: "text/html" };
      return await (await fetchRaw(new URL(body.privacyUrl).pathname, { headers })).text();
    };
    const guessed = await page();
    expect(guessed).not.toContain(name);
    expect(guessed).toContain("There is a guess at who you are");
    await confirm();
    expect(await page()).toContain(name);
  });

  test("the kit tells them and the contact apart", async () => {
    const [friend] = await ids("SELECT id FROM viewers");
    const open = (await addLink(world, { contentId, senderId: sender.id })).code;
    passTime(60_000);
    await readAndAgree(open, queued);
    const [other] = await ids(`SELECT id FROM viewers WHERE id <> '${friend}'`);
    await world.call("POST", `/v1/viewers/${other}/identify`, { contactId });
    const entry = await fetchRaw(new URL(sender.kitUrl).pathname);
    const Cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    const kit = await fetchRaw("/kit", { headers: { Cookie, "Accept-Language": "en" } });
    const readers = /<ul class="readers">.*?<\/ul>/s.exec(await kit.text())?.[0] ?? "";
    expect(readers.match(/<li>/g)).toHaveLength(2);
    expect(readers.match(/probably/g)).toHaveLength(1);
  });
});

test("an export holds every row that is theirs, and what nobody but the machinery needs is not in it", async () => {
  await readAndAgree(code, queued);
  await endVisits();
  const id = await confirm();
  const { body } = await exported(id);
  expect(Object.keys(body.held).toSorted()).toEqual(
    ["consents", "contacts", "links", "spread_nodes", "spread_touches", "viewer_contents"].concat([
      "viewers",
      "visits",
    ]),
  );
  expect(body.held.visits).toMatchObject([{ viewerId: id, engagedMs: 8000, code }]);
  expect(body.held.contacts).toMatchObject([{ name, notes: "喜欢画画" }]);
  expect(body.held.visits?.[0]).not.toHaveProperty("refHash");
  const audit = await world.call<{ items: object[] }>("GET", "/v1/audit");
  expect(audit.body.items).toContainEqual(
    expect.objectContaining({ verb: "viewer.export", subject: id }),
  );
});

test("who withdraws stays in what was, and is nobody from then on", async () => {
  const { cookie } = await readAndAgree(code, queued);
  const [id] = await ids("SELECT id FROM viewers");
  passTime(1000);
  expect((await world.call("POST", `/v1/viewers/${id}/withdraw`)).status).toBe(204);
  passTime(1000);
  await readAndAgree(code, queued, cookie);
  expect((await ids("SELECT rung FROM visits")).toSorted()).toEqual(["aggregate", "anonymous"]);
});

test("no address, user agent string or fingerprint is in any column of a populated database", async () => {
  const address = "203.0.113.77";
  const headers = { "CF-Connecting-IP": address, "Accept-Language": "zh-CN,zh;q=0.9" };
  const { token } = await openPage(code);
  const answer = { token, choice: true, textVersion: "2026-11", language: "zh-Hans" };
  await send("/t/consent", JSON.stringify(answer), headers);
  passTime(9000);
  await send("/t", `2 ${token} 2 p 1 8000 0 0 900 3000,5000`, headers);
  await deliver("beats", queued.splice(0));
  await deliver("beats-dead", ["a nonsense"]);
  await endVisits();
  await confirm();
  for (const table of ["visits", "viewers", "consents", "spread_nodes", "audit", "outbox"]) {
    expect(await ids(`SELECT 'a' AS row FROM ${table}`), table).not.toEqual([]);
  }
  const forbidden = [
    address,
    phone,
    "Mozilla",
    "AppleWebKit",
    "iPhone OS",
    "MicroMessenger",
    "zh;q=",
  ];
  expect(await searchEverywhere(forbidden)).toEqual([]);
  const columns = manifest.flatMap(({ name: table, columns: all }) =>
    all.map((column) => `${table}.${column.name}`),
  );
  expect(columns.length).toBeGreaterThan(100);
  // An account's `agent_id` is the number of an app of the workspace's own in WeCom.
  const forbiddenName = /(?:[._])(?:ip|address|agent(?!_id)|ua|fingerprint|canvas)(?:_|$)/;
  expect(columns.filter((column) => forbiddenName.test(column))).toEqual([]);
});
