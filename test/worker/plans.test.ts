/** No query of the API, the pages, the queues or the clock looks at rows that are not its own. */
import {
  createExecutionContext,
  createScheduledController,
  waitOnExecutionContext,
} from "cloudflare:test";
import { beforeAll, expect, test, vi } from "vitest";
import worker from "../../src/index.ts";
import { addManyPeople, addManyVisits, planOf, type Query, record } from "./recorded.ts";
import {
  addLink,
  addSender,
  admin,
  call,
  capacityOf,
  deliver,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  origin,
  publish,
  tellConsumers,
} from "./world.ts";

const minute = 60_000;
const midnight = Math.floor(Date.now() / 86_400_000) * 86_400_000;

/** Tables that are looked through whole on purpose, each with why. */
const wholeTables: Record<string, string> = {
  outbox_positions: "a row for each consumer",
  schedule_runs: "a row for each task of the clock",
  outbox: "a week of events, when somebody is erased",
  dead_letters: "what no try could write, for a month",
  link_visits: "a day of counts, swept once an hour",
  open_visits: "what is open now, looked at by each tick",
  spread_shares: "once a day, as spread_nodes",
  spread_nodes: "once a day, since an index by time would cost every reader a row",
  consents: "once a day, since an index by time would cost every reader a row",
  counted: "fifteen days of messages, by their day",
  viewers: "once a day, for those of whom no visit is left",
  tag_awards: "once a day, for viewers who are no more",
  spread_touches: "once a day, as spread_nodes",
  viewer_contents: "once a day, as spread_nodes",
  briefing_items: "once a day, as spread_nodes",
  alerts: "once a day, as spread_nodes",
  workspaces: "once an hour, each with its own period",
};

/**
 * Queries whose rows grow up to a bound of their own, by a part of their text, and why they cannot stay as few: work that
 * goes on by slices reads a slice, an answer that is as long reads what it shows, and what no index can know is looked for
 * among so many.
 */
const bounds: { part: string; rows: number; why: string }[] = [
  {
    part: "(quarter, id) > (?, ?)",
    rows: 2001,
    why: "a slice of a rebuild, which reads every visit once",
  },
  {
    part: "INSERT OR REPLACE INTO counted_visits",
    rows: 2001,
    why: "the same slice, written",
  },
  {
    part: "INDEXED BY counted_visits_by_viewer",
    rows: 10_000,
    why: "all reads of a slice's readers: whether somebody is a returning one is told by these alone",
  },
  {
    part: "DELETE FROM viewers WHERE id IN (\n       SELECT w.id FROM viewers w",
    rows: 20_010,
    why: "once a day, whoever has no visit left: an index of that would cost each reader a row, more than the day's look",
  },
  {
    part: 'select "created_at", "id" from "viewers"',
    rows: 2000,
    why: "where two thousand viewers end, read off the index",
  },
  {
    part: "EXISTS (SELECT 1 FROM visits v JOIN senders s ON s.id = v.sender_id",
    rows: 6000,
    why: "two thousand viewers with what each read: no index knows through whom somebody read, since senders hand over",
  },
  { part: "INTO tag_awards", rows: 100, why: "a slice of a rule's past, as it is dated back" },
  { part: "JOIN tag_awards a ON a.source", rows: 1000, why: "the awards of that slice's visits" },
  { part: "DELETE FROM tag_awards", rows: 100, why: "a slice of what the clock sweeps" },
  {
    part: "FROM counted_visits c\n     WHERE",
    rows: 20_000,
    why: "readers and medians of any period, which no sums hold: told of its latest reads, so many",
  },
  {
    part: "SELECT v.quarter FROM visits v",
    rows: 2003,
    why: "at which hours somebody's readers read, told by the latest so many",
  },
  {
    part: `"quarter" >= ?) order by`,
    rows: 200,
    why: "a quarter-hour's visits, which its index does not order by the second",
  },
  {
    part: "FROM viewers w JOIN visits v ON v.viewer_id = w.id",
    rows: 100,
    why: "all that one person read, since it is what is asked for",
  },
  {
    part: "CROSS JOIN visits v ON v.viewer_id = w.id",
    rows: 150,
    why: "how often each of a page's viewers came, counted over what these read",
  },
];

/** Asked of a content with two hundred visits, and of one with two hundred thousand; in a workspace of as few people and links, and of 20,000. */
let ofFew: Query[];
let queries: Query[];

async function tick(at: number) {
  const work = createExecutionContext();
  await worker.scheduled?.(createScheduledController({ scheduledTime: new Date(at) }), env, work);
  await waitOnExecutionContext(work);
}

beforeAll(async () => {
  ofFew = await recordAll(200, 200);
  queries = await recordAll(200_000, 20_000);
});

/** Everything that is asked of D1 around a content with so many visits, in a workspace with so many contacts, links and readers. */
async function recordAll(visitCount: number, peopleCount: number): Promise<Query[]> {
  await freshWorld();
  vi.restoreAllMocks();
  vi.spyOn(env.BEATS, "send").mockResolvedValue({} as never);
  const world = await newWorkspace();
  const sender = await addSender(world, "A", { externalId: "ext-1" });
  const other = await addSender(world, "B");
  const contentId = await publish(world);
  const senders = [sender.id, other.id];
  await addManyVisits(visitCount, { contentId, workspaceId: world.id, senders, until: midnight });
  await addManyPeople(peopleCount, {
    workspaceId: world.id,
    senderId: sender.id,
    until: midnight,
  });
  const contact = await world.call<{ id: string }>("POST", "/v1/contacts", {
    senderId: sender.id,
    name: "Mei",
  });
  const contactId = contact.body.id;
  await env.DB_A.prepare(
    `INSERT INTO viewers (id, workspace_id, contact_id, created_at)
     VALUES ('aviewer3', ?1, ?2, 0)`,
  )
    .bind(world.id, contactId)
    .run();
  await env.DB_A.prepare(
    "INSERT INTO open_visits SELECT target, quarter, id FROM visits LIMIT 20",
  ).run();
  return await record(async () => {
    const visits = `/v1/visits?limit=5`;
    const first = await world.call<{ nextCursor: string }>("GET", visits);
    for (const filter of [
      `cursor=${first.body.nextCursor}`,
      `contentId=${contentId}`,
      `senderId=${sender.id}`,
      `contentId=${contentId}&senderId=${sender.id}`,
      "viewerId=aviewer3",
      `contactId=${contactId}`,
      `since=${new Date(midnight - 86_400_000).toISOString()}`,
    ]) {
      expect((await world.call("GET", `${visits}&${filter}`)).status, filter).toBe(200);
    }
    const rebuilt = await world.call<{ jobId: string }>(
      "POST",
      `/v1/contents/${contentId}/report/rebuild`,
    );
    await deliver("jobs", [rebuilt.body.jobId]);
    const rule = await world.call<{ id: string }>("POST", "/v1/tag-rules", {
      when: { all: [{ kind: "engaged", atLeastMs: 30_000 }] },
      tag: "reader",
      points: 10,
      halfLifeDays: 30,
      cooldownDays: 0,
      use: "Call them",
    });
    const ofRule = `/v1/tag-rules/${rule.body.id}`;
    await world.call("POST", `${ofRule}/dry-run`);
    await world.call("PATCH", ofRule, { points: 11 });
    const dated = await world.call<{ jobId: string }>("POST", `${ofRule}/publish`, {
      backDate: true,
    });
    await deliver("jobs", [dated.body.jobId]);
    for (const [viewer, crm] of [
      ["aother6", "7"],
      ["aother9", "new"],
    ]) {
      const who = { name: "Lan", senderId: sender.id, externalIds: { crm } };
      const named = await world.call("POST", `/v1/viewers/${viewer}/identify`, who);
      expect(named.status).toBe(200);
    }
    const link = await addLink(world, {
      contentId,
      senderId: sender.id,
      channel: "chat",
      contactId,
    });
    for (const path of [
      "/v1/workspace",
      "/v1/api-keys",
      "/v1/audit",
      "/v1/senders",
      `/v1/senders/${sender.id}`,
      "/v1/contacts",
      `/v1/contacts?senderId=${sender.id}`,
      `/v1/contacts/${contactId}`,
      "/v1/contents",
      "/v1/own-lines",
      `/v1/own-lines?contentId=${contentId}`,
      `/v1/contents/${contentId}`,
      `/v1/contents/${contentId}/report`,
      `/v1/contents/${contentId}/capacity`,
      `/v1/contents/${contentId}/variants`,
      `/v1/contents/${contentId}/variants/${sender.id}`,
      "/v1/links",
      `/v1/links?contentId=${contentId}`,
      `/v1/links?senderId=${sender.id}`,
      `/v1/links?contentId=${contentId}&senderId=${sender.id}`,
      `/v1/links/${link.code}`,
      "/v1/visits/unnamed",
      `/v1/visits/unnamed?contentId=${contentId}`,
      `/v1/visits/unnamed?senderId=${sender.id}&contentId=${contentId}`,
      "/v1/tag-rules",
      ofRule,
      "/v1/tags",
      "/v1/tags/viewers?tag=reader",
      "/v1/viewers",
      `/v1/viewers?senderId=${sender.id}`,
      `/v1/viewers?contactId=${contactId}`,
      "/v1/viewers/aviewer3",
      "/v1/viewers/aviewer3/export",
      "/v1/viewers/aviewer3/tags",
      "/v1/viewers/aviewer3/tags/history?tag=reader",
      "/v1/viewers/aviewer3/introductions",
      `/v1/contents/${contentId}/spread`,
      `/v1/contents/${contentId}/spread?senderId=${sender.id}&code=${link.code}`,
      "/v1/nodes",
      "/v1/relationships",
      "/v1/report",
      `/v1/senders/${sender.id}/report`,
      `/v1/links/${link.code}/report`,
      `/v1/contents/${contentId}/activity`,
      `/v1/senders/${sender.id}/activity`,
      "/v1/alerts",
      `/v1/alerts?senderId=${sender.id}`,
      `/v1/contents/${contentId}/report?since=2026-01-01`,
      `/v1/senders/${sender.id}/briefing`,
    ]) {
      expect((await world.call("GET", path)).status, path).toBeLessThan(300);
    }
    expect((await capacityOf(world, contentId)).status).toBe(200);
    const drawn = await fetchRaw(`/v1/contents/${contentId}/spread.svg`, {
      headers: { Authorization: `Bearer ${world.key}` },
    });
    expect(drawn.status).toBe(200);
    await drawn.body?.cancel();
    await call("GET", "/v1/dead-letters", undefined, admin);
    await world.call("PATCH", `/v1/senders/${sender.id}`, { name: "C" }, { once: "key-1" });
    await world.call("PUT", "/v1/senders/by-external-id/ext-1", { name: "D" });
    await world.call("POST", "/v1/senders", { name: "E" }, { once: "key-2" });
    await world.call("POST", "/v1/senders/bulk", { senders: [{ name: "F", externalId: "ext-2" }] });
    await world.call("POST", "/v1/links/bulk", { links: [{ contentId, senderId: other.id }] });
    await publish(world);
    const wechat = "/v1/integrations/wechat";
    const proofs = [{ name: "MP_verify_a.txt" }];
    const account = { appId: "wx0123456789abcdef", ticketMode: "pushed", proofs };
    expect((await world.call("PUT", wechat, account)).status).toBe(200);
    const ticket = {
      ticket: "t".repeat(40),
      expiresAt: new Date(Date.now() + minute).toISOString(),
    };
    expect((await world.call("PUT", `${wechat}/ticket`, ticket)).status).toBe(200);
    const secret = "0123456789abcdef";
    await world.call("PUT", wechat, { ...account, ticketMode: "fetched", appSecret: secret });
    // Nobody answers there: what the lease and the fault leave is asked for too.
    for (const [method, path] of [
      ["GET", ""],
      ["POST", "/test"],
      ["GET", `/js-config?url=${origin}/s/a`],
    ] as const) {
      await world.call(method, wechat + path);
    }
    expect((await fetchRaw("/MP_verify_a.txt")).status).toBe(200);
    await world.call("DELETE", wechat);

    const door = await fetchRaw("/console/sign-in", {
      method: "POST",
      headers: { Origin: origin },
      body: new URLSearchParams({ key: world.key }),
    });
    const atDesk = { Cookie: door.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
    for (const path of [
      "",
      "/posts",
      "/find",
      `/posts/${contentId}`,
      `/posts/${contentId}/roll-out`,
      `/posts/${contentId}/activity`,
      `/posts/${contentId}/report`,
      `/posts/${contentId}/spread`,
      "/alerts",
      "/nodes",
      "/rules",
      "/rules/new",
      `/briefing?sender=${sender.id}`,
      "/readers/aviewer3",
      "/readers/aviewer3/paths",
      "/readers/aviewer3/tags?tag=reader",
      `/posts/${contentId}/words`,
      "/people",
      "/people?team=A",
      `/people/${sender.id}`,
      "/readers",
      `/readers?post=${contentId}`,
      "/links",
      `/links?sender=${sender.id}`,
      `/links/${link.code}`,
      "/members",
      "/keys",
      "/audit",
      "/settings",
      "/settings/integrations",
    ]) {
      const shown = await fetchRaw(`/console${path}`, { headers: atDesk });
      expect(shown.status, path).toBe(200);
      await shown.text();
    }

    const kit = await fetchRaw(new URL(sender.kitUrl).pathname);
    const cookie = kit.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    expect((await fetchRaw("/kit", { headers: { Cookie: cookie } })).status).toBeLessThan(400);
    const opened = await fetchRaw(`/s/${link.code}`);
    const page = await fetchRaw(opened.headers.get("Location") ?? "");
    const token = /data-token="([^"]+)"/.exec(await page.text())?.[1] ?? "";
    expect(token).not.toBe("");

    const sent = vi.mocked(env.BEATS.send).mock.calls.map(([body]) => body);
    await deliver("beats", [...sent, `${link.code} count1 open`, "a tick1"], Date.now());
    await deliver("beats", ["a tick1"], Date.now() + 10 * minute);
    await tellConsumers();
    await tick(Date.now());
    await world.call("DELETE", ofRule);
    for (const [method, path, body] of [
      ["DELETE", "/v1/viewers/aother9/identity"],
      ["POST", "/v1/viewers/aother9/merge", { viewerId: "aother6" }],
      ["DELETE", "/v1/viewers/aother6/merge"],
      ["POST", "/v1/viewers/aother9/withdraw"],
      ["DELETE", "/v1/viewers/aother6"],
    ] as const) {
      expect((await world.call(method, path, body)).status, `${method} ${path}`).toBeLessThan(300);
    }
    await world.call("DELETE", `/v1/links/${link.code}`);
    await world.call("DELETE", `/v1/contacts/${contactId}`);
    await world.call("DELETE", `/v1/senders/${other.id}`);
    await world.call("POST", `/v1/contents/${contentId}/withdraw`);
    await world.call("DELETE", `/v1/contents/${contentId}`);
  });
}

test("every query finds its rows by a key or an index", async () => {
  const tables = new Set(
    (await env.DB_A.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").raw()).flat(),
  );
  const bySql = new Map(queries.map((query) => [query.sql, query]));
  expect(bySql.size).toBeGreaterThan(100);
  const scans: string[] = [];
  for (const query of bySql.values()) {
    for (const step of await planOf(query)) {
      // "SCAN t" looks at every row of t; "SCAN t USING INDEX" too, in an order.
      const alias = /^SCAN (\w+)/.exec(step)?.[1];
      const table = alias === undefined ? undefined : tableOf(query.sql, alias);
      if (!tables.has(table) || table === undefined || table in wholeTables) continue;
      scans.push(`${step}: ${query.sql}`);
    }
  }
  expect(scans).toEqual([]);
});

test("none reads more than ten times the rows where there are a thousand times the visits", () => {
  const most = (asked: Query[]) => {
    const rows = new Map<string, number>();
    for (const { sql, rowsRead } of asked) {
      rows.set(sql, Math.max(rows.get(sql) ?? 0, ...rowsRead));
    }
    return rows;
  };
  const few = most(ofFew);
  const allowed = (sql: string) =>
    Math.max(
      10 * Math.max(few.get(sql) ?? 0, 5),
      ...bounds.map(({ part, rows }) => (sql.includes(part) ? rows : 0)),
    );
  const grown = [...most(queries)]
    .filter(([sql, rows]) => rows > allowed(sql))
    .map(([sql, rows]) => `${few.get(sql)} → ${rows}: ${sql}`);
  expect(grown).toEqual([]);
});

test("no list of visits or links is sorted but a contact's, which is found through its viewers", async () => {
  const lists = queries.filter(({ sql }) => /^select .* from "(?:visits|links)"/is.test(sql));
  expect(lists.length).toBeGreaterThan(10);
  for (const query of lists) {
    const plan = (await planOf(query)).join("; ");
    if (plan.includes("TEMP B-TREE FOR ORDER BY")) expect(plan).toContain("visits_by_viewer");
  }
});

test("a content's links are found without the workspace's others", async () => {
  const links = queries.filter(({ sql }) => /from "?links"? .*content_id" = \?/is.test(sql));
  expect(links.length).toBeGreaterThan(0);
  for (const query of links) {
    expect((await planOf(query)).join("; ")).toMatch(/links_by_(?:content|sender|identity)/);
  }
});

/** The table behind an alias of a statement; the alias itself where there is none. */
function tableOf(sql: string, alias: string): string {
  const named = [
    ...sql.matchAll(/\b(?:FROM|JOIN|UPDATE|INTO)\s+"?(\w+)"?(?:\s+(?:AS\s+)?(\w+))?/gi),
  ];
  return named.find(([, name, as]) => as === alias || name === alias)?.[1] ?? alias;
}
