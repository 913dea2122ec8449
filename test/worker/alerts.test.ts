/** What a sender is told at once: of visits that are over, with the figure as it is, and once. */
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { endAll, hour, tellAgain, type WrittenVisit, writeVisits } from "./readers.ts";
import {
  addSender,
  deliver,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  tellConsumers,
  type World,
} from "./world.ts";

let world: World;
let lin: { id: string; kitUrl: string };
let chen: { id: string; kitUrl: string };
let contentId: string;

const sql = (text: string, ...values: unknown[]) => env.DB_A.prepare(text).bind(...values);
const now = Date.now();

type Alert = {
  id: string;
  sender: { id: string; name: string };
  viewerId: string;
  contact: { name: string } | null;
  tag: string;
  points: number;
  visit: { id: string; contentId: string; title: string; engagedMs: number };
  sentence: { zh: string; en: string };
};
type Page = { items: Alert[]; nextCursor: string | null };

const alerts = async (query = "", of = world) =>
  (await of.call<Page>("GET", `/v1/alerts${query}`)).body;

const visit = (over: Partial<WrittenVisit> = {}): WrittenVisit => ({
  id: "avisit1",
  at: now - hour,
  contentId,
  senderId: lin.id,
  viewerId: "av1",
  engagedMs: 60_000,
  sections: [60_000, 0, 0, 0],
  ...over,
});

async function publishRule(over: object = {}) {
  const rule = {
    when: { all: [{ kind: "engaged", atLeastMs: 30_000 }] },
    tag: "想学方法",
    points: 40,
    halfLifeDays: null,
    cooldownDays: 0,
    use: "Call them",
    notify: true,
    ...over,
  };
  const { body } = await world.call<{ id: string }>("POST", "/v1/tag-rules", rule);
  const path = `/v1/tag-rules/${body.id}/publish`;
  const done = await world.call<{ jobId: string }>("POST", path, { backDate: true });
  await deliver("jobs", [done.body.jobId]);
  return body.id;
}

beforeAll(async () => {
  await freshWorld();
  vi.spyOn(env.BEATS, "send").mockResolvedValue({} as never);
  world = await newWorkspace();
  lin = await addSender(world, "Lin", { team: "east" });
  chen = await addSender(world, "Chen");
  contentId = await publish(world);
});

beforeEach(async () => {
  const tables =
    "visits open_visits viewers spread_nodes tag_awards tag_rules tag_rule_versions alerts outbox outbox_positions counted_visits rollups viewer_contents contacts";
  await env.DB_A.batch(tables.split(" ").map((table) => sql(`DELETE FROM ${table}`)));
});

describe("an alert", () => {
  test("comes once the visit is over, with its figure, to the sender it came through", async () => {
    const said = vi.spyOn(console, "info").mockImplementation(() => {});
    await publishRule();
    await writeVisits(world, [visit()]);
    await tellAgain("tags");
    expect((await alerts()).items).toEqual([]);
    await endAll();
    const { items } = await alerts();
    expect(items).toMatchObject([
      {
        sender: { id: lin.id, name: "Lin" },
        viewerId: "av1",
        contact: null,
        tag: "想学方法",
        points: 40,
        visit: { id: "avisit1", contentId, title: "三步读懂孩子的创造力", engagedMs: 60_000 },
      },
    ]);
    // What a consumer tells is heard by the others a minute later.
    await tellConsumers();
    const lines = said.mock.calls.map(([line]) => JSON.parse(String(line)));
    expect(lines).toMatchObject([
      { event: "viewer.tagged", workspaceId: world.id, visitId: "avisit1", points: 40 },
    ]);
    expect(JSON.stringify(lines)).not.toContain("想学方法");
    expect(items[0]?.sentence.en).toContain("read “三步读懂孩子的创造力” for 60 s");
    expect(items[0]?.sentence.zh).toContain("读了《三步读懂孩子的创造力》 60 秒");
    expect((await alerts(`?senderId=${chen.id}`)).items).toEqual([]);
    expect((await alerts(`?senderId=${lin.id}`)).items).toHaveLength(1);
    expect((await alerts(`?since=${new Date(now + hour).toISOString()}`)).items).toEqual([]);
    expect((await alerts("", await newWorkspace())).items).toEqual([]);
  });

  test("is told once, however often its visit is", async () => {
    await publishRule();
    await writeVisits(world, [visit()]);
    await endAll();
    const [first] = (await alerts()).items;
    await tellAgain("tags");
    await tellAgain("tags");
    expect((await alerts()).items).toEqual([first]);
  });

  test("waits while the visit is open again, then tells the new figure and nothing anew", async () => {
    await publishRule();
    await writeVisits(world, [visit()]);
    await endAll();
    const [first] = (await alerts()).items;
    await writeVisits(world, [visit({ engagedMs: 95_000 })]);
    expect((await alerts()).items).toEqual([]);
    await endAll();
    const { items } = await alerts();
    expect(items.map(({ id, visit: { engagedMs } }) => [id, engagedMs])).toEqual([
      [first?.id, 95_000],
    ]);
    expect(items[0]?.sentence.en).toContain("for 95 s");
  });

  test("goes with what it was for: the read, the rule, the reader", async () => {
    const rule = await publishRule();
    await writeVisits(world, [visit(), visit({ id: "avisit2", viewerId: "av2" })]);
    await endAll();
    expect((await alerts()).items).toHaveLength(2);
    await writeVisits(world, [visit({ bot: 1 })]);
    await endAll();
    expect((await alerts()).items.map(({ viewerId }) => viewerId)).toEqual(["av2"]);
    expect((await world.call("DELETE", "/v1/viewers/av2")).status).toBeLessThan(300);
    expect(await sql("SELECT count(*) AS n FROM alerts WHERE viewer_id = 'av2'").first("n")).toBe(
      0,
    );
    await writeVisits(world, [visit({ id: "avisit3", viewerId: "av3" })]);
    await endAll();
    expect((await alerts()).items).toHaveLength(1);
    await world.call("DELETE", `/v1/tag-rules/${rule}`);
    await writeVisits(world, [visit({ id: "avisit4", viewerId: "av4" })]);
    await endAll();
    expect((await alerts()).items.map(({ viewerId }) => viewerId)).toEqual([]);
  });

  test("is nobody's whose rule does not notify, nor of a visit of more than a day ago", async () => {
    await publishRule({ notify: false });
    await publishRule({ tag: "别的", when: { all: [{ kind: "engaged", atLeastMs: 50_000 }] } });
    await writeVisits(world, [
      visit({ engagedMs: 40_000 }),
      visit({ id: "aold", viewerId: "av2", at: now - 30 * hour }),
    ]);
    await endAll();
    expect((await alerts()).items).toEqual([]);
  });

  test("pages, the newest first", async () => {
    await publishRule();
    for (const at of [1, 2, 3]) {
      await writeVisits(world, [visit({ id: `avisit${at}`, viewerId: `av${at}` })]);
      await endAll();
      await sql("UPDATE alerts SET told_at = ? WHERE viewer_id = ?", now + at, `av${at}`).run();
    }
    const first = await alerts("?limit=2");
    const next = await alerts(`?limit=2&cursor=${first.nextCursor}`);
    const viewers = [...first.items, ...next.items].map(({ viewerId }) => viewerId);
    expect([viewers, next.nextCursor]).toEqual([["av3", "av2", "av1"], null]);
    expect((await world.call("GET", "/v1/alerts?cursor=nonsense")).status).toBe(400);
  });

  test("stands at the top of the sender's kit, by name where there is one", async () => {
    await publishRule();
    const contact = { senderId: lin.id, name: "悠悠妈妈" };
    const { body } = await world.call<{ id: string }>("POST", "/v1/contacts", contact);
    await writeVisits(world, [visit()]);
    await sql("UPDATE viewers SET contact_id = ?", body.id).run();
    await endAll();
    const kit = async (of: { kitUrl: string }) => {
      const door = await fetchRaw(new URL(of.kitUrl).pathname);
      const Cookie = door.headers.get("Set-Cookie")?.split(";")[0] ?? "";
      return await (
        await fetchRaw("/kit", { headers: { Cookie, "Accept-Language": "en" } })
      ).text();
    };
    const own = await kit(lin);
    expect(own).toContain("想学方法");
    expect(own).toContain("for 60 s");
    expect(own.indexOf("悠悠妈妈")).toBeLessThan(own.indexOf('id="caption"'));
    expect(await kit(chen)).not.toContain("想学方法");
  });
});

test("faults of a rule are told in Chinese to whoever asks for it", async () => {
  const rule = {
    when: { all: [{ kind: "recency", withinDays: 3 }] },
    ...{ tag: "x", points: 10, halfLifeDays: null, cooldownDays: 0, use: "" },
  };
  const told = async (language?: string) => {
    const headers: Record<string, string> = language ? { "Accept-Language": language } : {};
    const { body } = await world.call<{ errors: { path: string; message: string }[] }>(
      "POST",
      "/v1/tag-rules",
      rule,
      { headers },
    );
    return body.errors.find(({ path }) => path === "use");
  };
  expect(await told("zh-CN,zh;q=0.9")).toEqual({
    path: "use",
    message: "请写明拿这个标签做什么，没有用处的标签不要建。",
  });
  expect((await told("en"))?.message).toContain("a dead tag");
  expect((await told())?.message).toContain("a dead tag");
});
