/** Spread trees through the API: who opened through whom, and nobody shown who did not agree. */
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  knownId,
  type LinkCode,
  type RefId,
  type TargetId,
  type VisitId,
} from "../../src/domain/ids.ts";
import { duration, instant } from "../../src/domain/units.ts";
import { run } from "../../src/storage/run.ts";
import { writeHarvest } from "../../src/storage/write-harvest.ts";
import { encodeMessage } from "../../src/tracking/beat-message.ts";
import type { Harvest } from "../../src/tracking/harvest.ts";
import { day, endAll, hour, tellAgain, type WrittenVisit, writeVisits } from "./readers.ts";
import {
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

let world: World;
let senderId: string;
let contentId: string;
let code: string;
let chat: string;

const sql = (text: string, ...values: unknown[]) => env.DB_A.prepare(text).bind(...values);
const now = Date.now();
const start = now - (now % day) - 2 * day;

type Node = {
  id: string;
  kind: string;
  viewerId: string | null;
  name: string | null;
  parent: string | null;
  steps: number;
  direct: number;
  below: number;
  unnamed: number;
  worth: { atMost: number; atLeast: number; of: number; sentence: { zh: string; en: string } };
};
type Spread = {
  nodes: Node[];
  edges: { from: string; to: string; steps: number }[];
  nextCursor: string | null;
  shown: number;
  unnamed: number;
  metrics: Record<string, number>;
  channels: { channel: string; firstLevel: number; total: number }[];
  kinds: {
    kind: string;
    senderId: string | null;
    known: number;
    direct: number;
    sentence: { en: string };
  }[];
  verdict: string;
};

const spread = async (query = "", of = contentId) =>
  (await world.call<Spread>("GET", `/v1/contents/${of}/spread${query}`)).body;
const byViewer = ({ nodes }: Spread) =>
  new Map(nodes.map((node) => [node.viewerId ?? "root", node]));

let serial = 0;
/** A read through a ref; without a viewer of somebody who agreed to nothing. */
const visit = (
  refHash: string,
  parentHash: string | null,
  over: Partial<WrittenVisit> = {},
): WrittenVisit => ({
  id: `avisit${serial++}`,
  at: start + hour,
  contentId,
  senderId,
  code,
  refHash,
  parentHash,
  ...over,
});

beforeAll(async () => {
  await freshWorld();
  vi.spyOn(env.BEATS, "send").mockResolvedValue({} as never);
  world = await newWorkspace();
  senderId = (await addSender(world, "Lin")).id;
  contentId = await publish(world);
  code = (await addLink(world, { contentId, senderId, channel: "moments" })).code;
  chat = (await addLink(world, { contentId, senderId, channel: "chat" })).code;
});

beforeEach(async () => {
  const tables =
    "visits open_visits viewers spread_nodes spread_touches tag_awards viewer_contents outbox outbox_positions counted_visits rollups contacts";
  await env.DB_A.batch(tables.split(" ").map((table) => sql(`DELETE FROM ${table}`)));
});

describe("a spread tree", () => {
  test("shows who agreed, and whoever did not as counts of the nearest node above", async () => {
    await writeVisits(world, [
      visit("r1", null, { viewerId: "av1" }),
      visit("r2", "r1"),
      visit("r3", "r2", { viewerId: "av3", at: start + 3 * hour }),
      visit("r4", "r1"),
      visit("r5", null),
    ]);
    await endAll();
    const tree = await spread();
    const nodes = byViewer(tree);
    expect(tree).toMatchObject({ shown: 3, unnamed: 3, nextCursor: null });
    expect(tree.metrics).toMatchObject({ size: 6, depth: 3, maxBreadth: 2 });
    expect(nodes.get("root")).toMatchObject({
      kind: "sender",
      id: code,
      direct: 2,
      below: 5,
      unnamed: 1,
      name: "Lin",
    });
    expect(nodes.get("av1")).toMatchObject({
      parent: code,
      steps: 1,
      direct: 2,
      below: 3,
      unnamed: 2,
    });
    expect(nodes.get("av3")).toMatchObject({ parent: `${code}.av1`, steps: 2, below: 0 });
    expect(tree.edges).toContainEqual({ from: `${code}.av1`, to: `${code}.av3`, steps: 2 });
    expect(JSON.stringify(tree)).not.toMatch(/"r[1-5]"/);
  });

  test("tells what a node is worth in bounds: who had another way would have come anyway", async () => {
    await writeVisits(world, [
      visit("r1", null, { viewerId: "av1" }),
      visit("r2", "r1", { viewerId: "av2", at: start + 2 * hour }),
      visit("r2", null, { viewerId: "av2", at: start + 3 * hour }),
      visit("r3", "r1", { viewerId: "av3", at: start + 4 * hour }),
    ]);
    await endAll();
    const { worth } = byViewer(await spread()).get("av1") as Node;
    expect(worth).toMatchObject({ atMost: 2, atLeast: 1, of: 3 });
    expect(worth.sentence.en).toBe(
      "Without them at most 2 of these 3 readers (67 %) would not have come, at least 1.",
    );
  });

  test("has one parent for a reader, the first, in whatever order visits end and are told", async () => {
    const late = visit("r2", "r1", { viewerId: "av2", at: start + 5 * hour });
    const early = visit("r2", "r0", { viewerId: "av2", at: start + 2 * hour });
    await writeVisits(world, [
      visit("r0", null, { viewerId: "av0" }),
      visit("r1", null, { viewerId: "av1" }),
      late,
    ]);
    await endAll();
    expect(byViewer(await spread()).get("av2")?.parent).toBe(`${code}.av1`);
    await writeVisits(world, [early]);
    await endAll();
    await tellAgain("spread");
    expect(byViewer(await spread()).get("av2")?.parent).toBe(`${code}.av0`);
    expect(
      await sql("SELECT count(*) AS n FROM spread_touches WHERE ref_hash = 'r2'").first("n"),
    ).toBe(2);
  });

  test("takes two viewers who are one contact for one person, who keeps the earliest place", async () => {
    const contact = await world.call<{ id: string }>("POST", "/v1/contacts", {
      senderId,
      name: "Mei",
    });
    await writeVisits(world, [
      visit("r1", null, { viewerId: "av1" }),
      visit("r2", "r1", { viewerId: "av2", at: start + 3 * hour }),
      visit("r3", null, { viewerId: "av3", at: start + day }),
      visit("r4", "r3", { at: start + day }),
    ]);
    const nameBoth = (certainty: string) =>
      sql(
        "UPDATE viewers SET contact_id = ?, certainty = ? WHERE id IN ('av2', 'av3')",
        contact.body.id,
        certainty,
      ).run();
    await nameBoth("confirmed");
    await endAll();
    const tree = await spread();
    expect(tree.shown).toBe(3);
    expect(byViewer(tree).get("av2")).toMatchObject({
      name: "Mei",
      parent: `${code}.av1`,
      direct: 1,
    });
    // Whoever is only guessed to be a contact may be a friend with a forwarded link.
    await nameBoth("probable");
    const guessed = await spread();
    expect(guessed.shown).toBe(4);
    expect(byViewer(guessed).get("av2")).toMatchObject({ direct: 0 });
  });

  test("stays a tree when somebody on it is forgotten", async () => {
    await writeVisits(world, [
      visit("r1", null, { viewerId: "av1" }),
      visit("r2", "r1", { viewerId: "av2" }),
    ]);
    await endAll();
    const { metrics } = await spread();
    await sql("UPDATE spread_nodes SET viewer_id = NULL WHERE viewer_id = 'av1'").run();
    await sql("DELETE FROM spread_touches WHERE viewer_id = 'av1'").run();
    const after = await spread();
    expect(after.metrics).toEqual(metrics);
    expect(byViewer(after).get("av2")).toMatchObject({ parent: code, steps: 2 });
    expect(JSON.stringify(after)).not.toContain("av1");
  });

  test("is asked for by link, and counts first hand against all by channel", async () => {
    await writeVisits(world, [
      visit("r1", null, { viewerId: "av1" }),
      visit("r2", "r1"),
      visit("r3", null, { viewerId: "av3", code: chat }),
    ]);
    await endAll();
    expect((await spread()).channels).toEqual([
      { channel: "moments", firstLevel: 1, total: 2 },
      { channel: "chat", firstLevel: 1, total: 1 },
    ]);
    expect((await spread(`?code=${chat}`)).metrics.size).toBe(2);
    expect((await spread("?senderId=anobody")).metrics.size).toBe(0);
    const stranger = await newWorkspace();
    expect((await stranger.call("GET", `/v1/contents/${contentId}/spread`)).status).toBe(404);
  });

  test("says insufficient data of nodes with few readers, with n", async () => {
    await writeVisits(world, [visit("r1", null, { viewerId: "av1" }), visit("r2", "r1")]);
    await endAll();
    const { kinds, verdict } = await spread();
    expect(verdict).toBe("too-few-nodes");
    expect(kinds.find((node) => node.senderId === senderId)).toMatchObject({
      kind: "insufficient",
      direct: 1,
      known: 1,
      reachRank: 1,
      trustRank: null,
      sentence: {
        en: "Insufficient data: of 1 direct reader 1 agreed to be remembered, so that it is known how they read; at least 12 are needed.",
        zh: "数据不足：直接带来的 1 位读者里，1 位同意记录、看得到读得怎样，至少要 12 位。",
      },
    });
  });
});

describe("a large tree", () => {
  /** A tree as they grow: most through somebody early, half of them without a name. */
  async function grow(count: number) {
    await sql(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
       INSERT INTO spread_nodes (target, ref_hash, parent_hash, workspace_id, root_code, sender_id, viewer_id, day)
       SELECT ?2, printf('r%07d', i), CASE WHEN i % 4 = 0 THEN NULL ELSE printf('r%07d', 1 + (i * 31) % (i / 2 + 1)) END,
         ?3, ?4, ?5, CASE WHEN i % 2 = 0 THEN printf('av%07d', i) END, ?6 FROM n`,
      count,
      contentId,
      world.id,
      code,
      senderId,
      start,
    ).run();
  }

  test("is paged, with no node before its parent and none twice", async () => {
    await grow(1000);
    const seen = new Set<string>();
    let cursor = "";
    let pages = 0;
    do {
      const page = await spread(`?limit=200${cursor}`);
      for (const { id, parent } of page.nodes) {
        if (parent !== null) expect(seen).toContain(parent);
        expect(seen).not.toContain(id);
        seen.add(id);
      }
      cursor = page.nextCursor === null ? "" : `&cursor=${page.nextCursor}`;
      pages++;
    } while (cursor !== "");
    expect([seen.size, pages]).toEqual([501, 3]);
  });

  test("is drawn with its largest branches and counts for the rest, whatever its size", async () => {
    const drawn = async () => {
      const answer = await fetchRaw(`/v1/contents/${contentId}/spread.svg?language=en`, {
        headers: { Authorization: `Bearer ${world.key}` },
      });
      expect(answer.headers.get("Content-Type")).toBe("image/svg+xml");
      return await answer.text();
    };
    const counts = (svg: string) => ({
      drawn: (svg.match(/<circle/g) ?? []).length,
      more: [...svg.matchAll(/>(\d+) more</g)].reduce((sum, [, more]) => sum + Number(more), 0),
    });
    await grow(9);
    const small = counts(await drawn());
    expect(small.drawn + small.more).toBe(10);
    await sql("DELETE FROM spread_nodes").run();
    await grow(20_000);
    const large = counts(await drawn());
    expect(large.drawn).toBe(60);
    expect(large.drawn + large.more).toBe(20_001);
  });

  test("of several links tells beside what joins them how many readers came, their senders not among them", async () => {
    await writeVisits(world, [
      visit("a", null),
      visit("b", "a"),
      { ...visit("c", null), code: chat },
    ]);
    await endAll();
    const answer = await fetchRaw(`/v1/contents/${contentId}/spread.svg?language=en`, {
      headers: { Authorization: `Bearer ${world.key}` },
    });
    const svg = await answer.text();
    expect(svg).toContain(">All links 3</text>");
    expect(svg).toContain("2 links, 3 readers;");
  });
});

describe("introductions", () => {
  test("are ways from senders to a person, over whoever agreed, shortest first", async () => {
    await writeVisits(world, [
      visit("r1", null, { viewerId: "av1" }),
      visit("r2", "r1"),
      visit("r3", "r2", { viewerId: "av3" }),
      visit("q1", null, { viewerId: "av4", code: chat }),
      visit("q3", "q1", { viewerId: "av3", code: chat, at: start + 2 * day }),
    ]);
    await endAll();
    type Paths = {
      paths: {
        steps: {
          from: { name: string | null; viewerId: string | null };
          to: { viewerId: string };
          between: number;
        }[];
      }[];
    };
    const ways = async () =>
      (await world.call<Paths>("GET", "/v1/viewers/av3/introductions")).body.paths.map(
        ({ steps }) =>
          steps.map(({ from, to, between }) => [from.name ?? from.viewerId, to.viewerId, between]),
      );
    expect(await ways()).toEqual([
      [
        ["Lin", "av1", 0],
        ["av1", "av3", 1],
      ],
      [
        ["Lin", "av4", 0],
        ["av4", "av3", 0],
      ],
    ]);
    expect((await world.call("GET", "/v1/viewers/anobody/introductions")).status).toBe(404);
    // Of a link for one contact, whoever stays unnamed on it would be that contact.
    const isOf = (contact: string | null) =>
      sql("UPDATE links SET contact_id = ? WHERE code = ?", contact, code).run();
    await isOf("acontact");
    expect((await ways())[0]?.[1]).toEqual(["av1", "av3", 0]);
    await isOf(null);
  });
});

describe("nodes over contents", () => {
  test("are pooled by topic", async () => {
    await writeVisits(world, [visit("r1", null, { viewerId: "av1" }), visit("r2", "r1")]);
    await endAll();
    const ask = async (topic: string) =>
      (
        await world.call<Spread & { contents: number }>(
          "GET",
          `/v1/nodes?topic=${encodeURIComponent(topic)}`,
        )
      ).body;
    expect(await ask("创造力")).toMatchObject({ contents: 1, judged: 0, verdict: "too-few-nodes" });
    expect((await ask("创造力")).kinds).toHaveLength(2);
    expect(await ask("没有")).toMatchObject({ contents: 0, kinds: [] });
  });
});

test("a refusal takes away the ways by which its reader came, and leaves them in the tree", async () => {
  await writeVisits(world, [
    visit("r1", null, { viewerId: "av1" }),
    visit("r2", "r1", { viewerId: "av2" }),
  ]);
  await endAll();
  await sql("UPDATE visits SET refused = 1 WHERE ref_hash = 'r1'").run();
  const row = await sql("SELECT quarter, id FROM visits WHERE ref_hash = 'r1'").first<{
    quarter: number;
    id: string;
  }>();
  const key = { target: contentId, quarter: row?.quarter, visitId: row?.id };
  const refused = { ...key, refHash: "r1", viewerId: null };
  const nothing = {
    visits: [],
    answered: [],
    nodes: [],
    viewers: [],
    consents: [],
    goals: [],
    machines: [],
  };
  const harvest = { ...nothing, refusals: [refused] } as unknown as Harvest;
  await run(env.DB_A, writeHarvest(harvest, instant(now)));
  const { results } = await sql("SELECT ref_hash AS ref FROM spread_touches").all();
  expect(results).toEqual([{ ref: "r2" }]);
  expect(byViewer(await spread()).get("av2")).toMatchObject({ parent: code, steps: 2 });
});

describe("a reader's place", () => {
  /** A beat of somebody who agreed to nothing, a minute ago. */
  const beat = (seq: number, engagedMs: number) =>
    encodeMessage({
      claims: {
        visitId: knownId<VisitId>("abeat"),
        code: knownId<LinkCode>(code),
        target: knownId<TargetId>(contentId),
        contentVersion: 1,
        sectionCount: 4,
        own: knownId<RefId>("AAAAAAAB"),
        parent: null,
        viewerId: null,
        rung: "aggregate",
        isOwn: false,
        isPreview: false,
        isBot: false,
        isBurst: false,
        issuedAt: instant(now - 60_000),
        mintedAt: instant(now - 60_000),
      },
      receivedAt: instant(now - 60_000 + 5000 * seq),
      seq,
      end: false,
      engagedMs: duration(engagedMs),
      idleMs: duration(0),
      trustMs: duration(0),
      scroll: 100,
      sections: [],
      wasCut: false,
      isBot: false,
      device: "phone",
      app: "wechat",
    });
  const places = () => sql("SELECT count(*) AS n FROM spread_nodes").first("n");

  test("is theirs whichever of their beats comes last", async () => {
    await deliver("beats", [beat(2, 1500)]);
    expect(await places()).toBe(0);
    await deliver("beats", [beat(1, 600)]);
    expect(await places()).toBe(1);
  });

  test("is nobody's who looked for less than a second", async () => {
    await deliver("beats", [beat(1, 600), beat(2, 900)]);
    expect(await places()).toBe(0);
  });
});
