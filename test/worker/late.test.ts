/** What comes in after it was deleted: late messages of a page leave nothing, and a no is heard all the same. */
import { beforeEach, describe, expect, test } from "vitest";
import {
  beat,
  consent,
  drain,
  openPage,
  passTime,
  phone,
  readAndAgree,
  readingWorld,
  readOn,
  send,
} from "./people.ts";
import { addLink, endVisits, env, fetchRaw, publish, publishAgain, type World } from "./world.ts";

let world: World;
let contentId: string;
let code: string;
let senderId: string;
let queued: string[];

beforeEach(async () => {
  const reading = await readingWorld({ demo: true });
  ({ world, contentId, code, queued } = reading);
  senderId = reading.sender.id;
});

const tables = [
  "visits",
  "viewers",
  "consents",
  "goals",
  "spread_nodes",
  "open_visits",
  "rollups",
  "link_visits",
  "spread_shares",
];

async function held(): Promise<Record<string, number>> {
  const counts = await Promise.all(
    tables.map(async (name) => {
      const row = await env.DB_A.prepare(`SELECT count(*) AS n FROM ${name}`).first<{
        n: number;
      }>();
      return [name, row?.n ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}

/** A reader of whom nothing has come in yet, and one who is in the middle; both go on afterwards. */
async function readThrough(end: () => Promise<{ status: number }>) {
  const early = await readAndAgree(code, queued);
  const late = await openPage(code);
  await consent(late.token, true);
  await readOn(late.token);
  const waiting = queued.splice(0);
  expect((await end()).status).toBe(204);
  const before = await held();
  queued.push(...waiting);
  await drain(queued);
  await beat(early.token, 3, 20_000);
  await drain(queued);
  passTime(200_000);
  await endVisits();
  return { early, before };
}

test("of a cleared demo no row comes back by what its readers' pages still say", async () => {
  const { early } = await readThrough(() => world.call("DELETE", "/v1/workspace/demo"));
  await consent(early.token, false, early.cookie);
  await drain(queued);
  expect(await held()).toEqual({});
});

test("of a deleted content nothing is added to what was read before", async () => {
  const { before } = await readThrough(() => world.call("DELETE", `/v1/contents/${contentId}`));
  const after = await held();
  expect({ ...after, rollups: 0, open_visits: 0 }).toEqual({
    ...before,
    rollups: 0,
    open_visits: 0,
  });
  const { results } = await env.DB_A.prepare("SELECT engaged_ms AS ms FROM visits").all();
  expect(results).toEqual([{ ms: 8000 }]);
});

test("of a deleted content a no still takes back who read it", async () => {
  const { early } = await readThrough(() => world.call("DELETE", `/v1/contents/${contentId}`));
  passTime(1000);
  await consent(early.token, false, early.cookie);
  await drain(queued);
  const { results } = await env.DB_A.prepare("SELECT viewer_id AS viewer FROM visits").all();
  expect(results).toEqual([{ viewer: null }]);
  expect(await held()).not.toHaveProperty("viewers");
});

describe("of a content that was merely withdrawn", () => {
  const withdraw = () => world.call("POST", `/v1/contents/${contentId}/withdraw`);
  const engaged = async () =>
    (await env.DB_A.prepare("SELECT engaged_ms AS ms FROM visits ORDER BY ms").all()).results;

  test("a visit that had begun is heard to its end, be its first beat written before or after", async () => {
    const { token } = await readAndAgree(code, queued);
    const late = await openPage(code);
    await readOn(late.token);
    passTime(1000);
    expect((await withdraw()).status).toBe(200);
    passTime(20_000);
    await beat(token, 3, 20_000);
    await beat(late.token, 3, 15_000);
    await drain(queued);
    expect(await engaged()).toEqual([{ ms: 15_000 }, { ms: 20_000 }]);
    passTime(200_000);
    await endVisits();
    const { body } = await world.call<{ reads: number }>("GET", `/v1/contents/${contentId}/report`);
    expect(body.reads).toBe(2);
  });

  test("none counts that begins afterwards, also where an isolate still showed the page", async () => {
    passTime(1000);
    const before = Date.now();
    passTime(1000);
    const { token } = await openPage(code);
    await consent(token, true);
    expect((await withdraw()).status).toBe(200);
    // What another isolate knew of the link was some seconds old when it gave that page out.
    await env.DB_A.prepare("UPDATE contents SET withdrawn_at = ?").bind(before).run();
    await readOn(token);
    await drain(queued);
    expect(await held()).toEqual({});
    passTime(61_000);
    expect((await fetchRaw(`/s/${code}`, { headers: { "User-Agent": phone } })).status).toBe(410);
  });

  test("visits count anew once it is published again", async () => {
    await withdraw();
    passTime(1000);
    await publishAgain(world, contentId);
    passTime(61_000);
    const { token } = await openPage(code);
    await readOn(token);
    await drain(queued);
    expect(await engaged()).toEqual([{ ms: 8000 }]);
  });
});

const takeBack = {
  withdrawn: () => world.call("POST", `/v1/contents/${contentId}/withdraw`),
  deleted: () => world.call("DELETE", `/v1/contents/${contentId}`),
};
const ends = ["withdrawn", "deleted"] as const;
const share = (token: string) => send("/t/share", JSON.stringify({ token, to: "moments" }));
const pixel = (of: string) => fetchRaw(`/p/${of}.gif`, { headers: { "User-Agent": phone } });
const rows = async (sql: string) => (await env.DB_A.prepare(sql).all()).results;

describe.each(ends)("of a content that was %s", (how) => {
  test("it is not noted where its page was shared on to, nor that a mail with its picture was opened", async () => {
    const { token } = await readAndAgree(code, queued);
    await share(token);
    await drain(queued);
    const before = await rows("SELECT * FROM spread_shares");
    expect(before).toHaveLength(1);
    await send("/t/share", JSON.stringify({ token, to: "chat" }));
    await takeBack[how]();
    await send("/t/share", JSON.stringify({ token, to: "other" }));
    passTime(61_000);
    await pixel(code);
    await drain(queued);
    expect(await rows("SELECT * FROM spread_shares")).toEqual(before);
    expect(await rows("SELECT opens FROM links")).toEqual([{ opens: 0 }]);
  });

  test("no yes is taken that nobody could prove, and a no is", async () => {
    const { token } = await openPage(code);
    await takeBack[how]();
    passTime(61_000);
    const yes = await consent(token, true);
    expect([yes.status, yes.headers.getSetCookie()]).toEqual([403, []]);
    expect((await consent(token, false)).status).toBe(204);
    await drain(queued);
    expect(await rows("SELECT * FROM viewers")).toEqual([]);
  });
});

test("clicks and opens that were under way add nothing to what was deleted meanwhile", async () => {
  const page = await addLink(world, { url: "https://shop.example/a", senderId });
  const other = await addLink(world, { contentId: await publish(world), senderId });
  const click = () => fetchRaw(`/s/${page.code}`, { headers: { "User-Agent": phone } });
  await click();
  await drain(queued);
  await click();
  await Promise.all([pixel(code), pixel(other.code)]);
  await world.call("DELETE", `/v1/links/${page.code}`);
  await takeBack.deleted();
  await drain(queued);
  const counted = "SELECT clicks, opens FROM links WHERE code = ?";
  const of = (one: string) => env.DB_A.prepare(counted).bind(one).first();
  expect(await of(page.code)).toEqual({ clicks: 1, opens: 0 });
  expect(await of(code)).toEqual({ clicks: 0, opens: 0 });
  expect(await of(other.code)).toEqual({ clicks: 0, opens: 1 });
});
