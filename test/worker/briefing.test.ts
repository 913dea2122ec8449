/** A sender's list for the day: who, why, and what came of it. */
import {
  createExecutionContext,
  createScheduledController,
  waitOnExecutionContext,
} from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createContext } from "../../src/app.ts";
import { type BriefingItemId, knownId } from "../../src/domain/ids.ts";
import worker from "../../src/index.ts";
import { readOutbox } from "../../src/storage/outbox.ts";
import { showOwnBriefing } from "../../src/usecases/briefing/get-briefing.ts";
import { settleOwnItem } from "../../src/usecases/briefing/settle-item.ts";
import { openKit } from "../../src/usecases/sessions/kit-token.ts";
import { day, endAll, hour, minute, type WrittenVisit, writeVisits } from "./readers.ts";
import {
  addSender,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  origin,
  publish,
  sampleContent,
  tellConsumers,
  type World,
} from "./world.ts";

let world: World;
let sender: { id: string; kitUrl: string };
let other: { id: string; kitUrl: string };
let contentId: string;

const sql = (text: string, ...values: unknown[]) => env.DB_A.prepare(text).bind(...values);
const now = Date.now();

type Words = { zh: string; en: string };
type Item = {
  id: string | null;
  viewerId: string;
  why: { kind: string; visitIds: string[]; sentence: Words }[];
  topic: string | null;
  opener: Words;
  state: string;
  outcome: string | null;
  isRisingMiddle: boolean;
};
type Briefing = {
  date: string;
  madeAt: string | null;
  items: Item[];
  hidden: { viewerId: string; reason: string; sentence: Words }[];
  precision: { kind: string; rate: { hits: number; trials: number }; isHidden: boolean }[];
  postingWindows: { from: string; at: string; basis: string }[];
  text: Words;
};

const list = async (of = sender, query = "", in_ = world) =>
  (await in_.call<Briefing>("GET", `/v1/senders/${of.id}/briefing${query}`)).body;
const make = (of = sender, in_ = world) => in_.call("POST", `/v1/senders/${of.id}/briefing`);
const settle = (id: string | null, body: object, of = sender) =>
  world.call("POST", `/v1/senders/${of.id}/briefing/${id}`, body);

let serial = 0;
const visit = (
  viewerId: string | null,
  hoursAgo: number,
  over: Partial<WrittenVisit> = {},
): WrittenVisit => ({
  id: `avisit${serial++}`,
  at: now - hoursAgo * hour,
  contentId,
  senderId: sender.id,
  viewerId,
  engagedMs: 4 * minute,
  sections: [0, 2 * minute, minute, minute],
  ...over,
});

/** A zone in which it is some hour of the day now. */
const zoneAt = (wanted: number) => {
  const ahead = ((wanted - new Date(now).getUTCHours() + 36) % 24) - 12;
  return ahead === 0 ? "Etc/GMT" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
};

async function tickClock() {
  const work = createExecutionContext();
  await worker.scheduled?.(createScheduledController({ scheduledTime: new Date() }), env, work);
  await waitOnExecutionContext(work);
}

const news = async () => {
  const rows = await readOutbox(env.DB_A, { after: 0, limit: 200 });
  return rows.flatMap(({ events }) => events.filter((event) => event.kind === "briefing.ready"));
};

beforeAll(async () => {
  await freshWorld();
  vi.spyOn(env.BEATS, "send").mockResolvedValue({} as never);
  world = await newWorkspace({ timezone: zoneAt(9) });
  sender = await addSender(world, "Lin", { team: "east" });
  other = await addSender(world, "Chen", { team: "east" });
  contentId = await publish(world);
});

beforeEach(async () => {
  const tables =
    "visits open_visits viewers spread_nodes spread_touches tag_awards viewer_contents outbox outbox_positions counted_visits rollups briefings briefing_items goals contacts schedule_runs";
  await env.DB_A.batch(tables.split(" ").map((table) => sql(`DELETE FROM ${table}`)));
});

describe("a list", () => {
  test("says who, why with evidence, about what and how to open, in both languages", async () => {
    const contact = await world.call<{ id: string }>("POST", "/v1/contacts", {
      senderId: sender.id,
      name: "悠悠妈妈",
    });
    await writeVisits(world, [visit("av1", 30), visit("av1", 3)]);
    await sql("UPDATE viewers SET contact_id = ?, certainty = 'confirmed'", contact.body.id).run();
    await endAll();
    const { items, madeAt, text } = await list();
    expect(madeAt).toBeNull();
    expect(items).toHaveLength(1);
    const [item] = items;
    expect(item).toMatchObject({ id: null, viewerId: "av1", topic: "创造力", state: "open" });
    expect(item?.why.map(({ kind }) => kind).sort()).toEqual(["long-read", "section-again"]);
    const again = item?.why.find(({ kind }) => kind === "section-again");
    expect(again?.visitIds).toHaveLength(2);
    expect(again?.sentence.zh).toMatch(
      /^《三步读懂孩子的创造力》里的“看”一节读了 2 次，最近一次在(今天|昨天)/,
    );
    expect(again?.sentence.en).toMatch(
      /^read the part “看” of “三步读懂孩子的创造力” twice, last (today|yesterday) /,
    );
    expect(item?.opener.zh).toMatch(/^悠悠妈妈，您好，关于《三步读懂孩子的创造力》/);
    expect(text.zh).toContain("1. 悠悠妈妈：");
    expect(text.en).toContain("Hello 悠悠妈妈");
  });

  test("holds nobody who did not agree, nobody else's readers, and nothing that is not news", async () => {
    await writeVisits(world, [
      visit(null, 3),
      visit("av2", 3, { senderId: other.id }),
      visit("av3", 24 * 5),
      visit("av4", 3, { bot: 1 }),
      visit("av5", 3, { engagedMs: 20_000, sections: [0, 9000, 9000, 0] }),
    ]);
    await endAll();
    expect(await list()).toMatchObject({
      items: [],
      hidden: [],
      text: { en: "Nobody to turn to today." },
    });
    expect((await list(other)).items.map(({ viewerId }) => viewerId)).toEqual(["av2"]);
  });

  test("is made once: what happens later is for tomorrow's", async () => {
    await writeVisits(world, [visit("av1", 3)]);
    await endAll();
    await make();
    const made = await list();
    expect(made.madeAt).not.toBeNull();
    await writeVisits(world, [visit("av2", 2), visit("av1", 1)]);
    await endAll();
    await make();
    expect((await list()).items).toEqual(made.items);
    expect(await news()).toMatchObject([{ senderId: sender.id, items: 1, date: made.date }]);
    expect(
      (await world.call("GET", `/v1/senders/${sender.id}/briefing?date=2020-01-01`)).status,
    ).toBe(404);
    expect(
      (await world.call("GET", `/v1/senders/${sender.id}/briefing?date=2020-02-31`)).status,
    ).toBe(422);
  });

  test("has at most ten, and says of everybody else why not", async () => {
    await writeVisits(
      world,
      Array.from({ length: 13 }, (_, at) => visit(`av${at + 10}`, 3 + at)),
    );
    await endAll();
    await make();
    const { items, hidden, text } = await list();
    expect([items.length, hidden.length]).toEqual([10, 3]);
    expect(new Set(hidden.map(({ reason }) => reason))).toEqual(new Set(["cap"]));
    expect(hidden[0]?.sentence).toEqual({ zh: "名单已满", en: "the list is full" });
    expect(text.en).toContain("3 more left out: the list is full (3).");
  });

  test("says when to post, each of a team at a minute of their own", async () => {
    const [mine, theirs] = [(await list()).postingWindows, (await list(other)).postingWindows];
    expect(mine.map(({ from, basis }) => [from, basis])).toEqual([
      ["07:00", "usual"],
      ["11:30", "usual"],
      ["20:00", "usual"],
    ]);
    expect(mine[0]?.at).not.toBe(theirs[0]?.at);
  });
});

describe("the morning", () => {
  test("makes every sender's list once, by the workspace's own clock, and says so in the log", async () => {
    const asleep = await newWorkspace({ timezone: zoneAt(2) });
    const sleeper = await addSender(asleep);
    await writeVisits(world, [visit("av1", 3)]);
    await endAll();
    const said = vi.spyOn(console, "info").mockImplementation(() => {});
    await tickClock();
    await sql("DELETE FROM schedule_runs").run();
    await tickClock();
    const told = await news();
    expect(told.map((event) => "senderId" in event && event.senderId).sort()).toEqual(
      [sender.id, other.id].sort(),
    );
    await tellConsumers();
    const ready = said.mock.calls.map(([line]) => JSON.parse(String(line)));
    expect(ready).toHaveLength(2);
    expect(ready).toContainEqual({
      event: "briefing.ready",
      requestId: expect.any(String),
      workspaceId: world.id,
      senderId: sender.id,
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      items: 1,
    });
    expect((await list()).madeAt).not.toBeNull();
    expect((await list(sleeper, "", asleep)).madeAt).toBeNull();
  });
});

describe("what becomes of a line", () => {
  beforeEach(async () => {
    await writeVisits(world, [visit("av1", 3), visit("av2", 4), visit("av3", 5)]);
    await endAll();
    await make();
  });

  /** As if the list had been made so many days ago. */
  const age = (days: number) =>
    env.DB_A.batch([
      sql("UPDATE briefings SET date = '2026-01-01', made_at = made_at - ?", days * day),
      sql(
        "UPDATE briefing_items SET date = '2026-01-01', made_at = made_at - ?1, settled_at = settled_at - ?1",
        days * day,
      ),
    ]);

  test("feeds back: who was turned to rests, who was put off waits", async () => {
    const { items } = await list();
    const idOf = (viewerId: string) => items.find((item) => item.viewerId === viewerId)?.id ?? null;
    const done = await settle(idOf("av1"), { state: "done", outcome: "talk" });
    expect(done.body).toMatchObject({ state: "done", outcome: "talk", snoozedUntil: null });
    const snoozed = await settle(idOf("av2"), { state: "snoozed", snoozeDays: 3 });
    expect(Date.parse(String(snoozed.body.snoozedUntil)) - Date.now()).toBeGreaterThan(2 * day);
    expect((await list()).items.map(({ viewerId, state }) => [viewerId, state])).toContainEqual([
      "av1",
      "done",
    ]);
    await age(1);
    const next = await list();
    expect(next.items.map(({ viewerId }) => viewerId)).toEqual(["av3"]);
    expect(next.hidden.map(({ viewerId, reason }) => [viewerId, reason])).toEqual([
      ["av1", "contacted-lately"],
      ["av2", "snoozed"],
    ]);
  });

  test("marks its reasons right or wrong, and a goal does as well", async () => {
    const { items } = await list();
    await settle(items.find(({ viewerId }) => viewerId === "av1")?.id ?? null, {
      state: "done",
      outcome: "meeting",
    });
    await settle(items.find(({ viewerId }) => viewerId === "av2")?.id ?? null, {
      state: "done",
      outcome: "no-answer",
    });
    await writeVisits(world, [visit("av3", -1, { id: "agoal" })]);
    await sql(
      "INSERT INTO goals VALUES ('agoal', 'booked', ?, ?, ?, NULL, 0)",
      world.id,
      contentId,
      sender.id,
    ).run();
    await endAll();
    await age(8);
    await sql("UPDATE visits SET quarter = quarter - ? WHERE id = 'agoal'", 7 * day).run();
    const { precision } = await list();
    expect(precision.find(({ kind }) => kind === "long-read")).toMatchObject({
      rate: { hits: 2, trials: 3 },
      isHidden: false,
    });
  });

  test("says of a reason that it is hidden, also where it is on no line", async () => {
    const row = (at: number, leftOut: string | null) => ({
      id: `apast${at}${leftOut ?? ""}`,
      viewerId: `apast${at}`,
      place: leftOut === null ? 1 : null,
      leftOut,
    });
    const rows = [
      ...Array.from({ length: 40 }, (_, at) => row(at, null)),
      ...Array.from({ length: 12 }, (_, at) => row(100 + at, "cap")),
    ];
    await sql(
      `INSERT INTO briefing_items (workspace_id, id, sender_id, date, viewer_id, place, left_out, line, state, made_at)
       SELECT ?2, j.value ->> 'id', ?3, '2020-01-01', j.value ->> 'viewerId', j.value ->> 'place', j.value ->> 'leftOut',
         '{"reasons":[{"kind":"came-back"}]}', 'open', ?4 FROM json_each(?1) j`,
      JSON.stringify(rows),
      world.id,
      sender.id,
      now - 20 * day,
    ).run();
    const { precision, items } = await list();
    expect(items.flatMap(({ why }) => why.map(({ kind }) => kind))).not.toContain("came-back");
    expect(precision.find(({ kind }) => kind === "came-back")).toMatchObject({
      rate: { hits: 0, trials: 40 },
      isHidden: true,
    });
  });

  test("is told by the sender's own kit as well, and by nobody else's", async () => {
    const ctx = await createContext(env, createExecutionContext(), "test", origin);
    const holder = async (of: typeof sender) => {
      const kit = await openKit(ctx, "kit", new URL(of.kitUrl).pathname.split("/").at(-1) ?? "");
      if (!kit) throw new Error("The kit does not open");
      return kit;
    };
    const own = await showOwnBriefing(await holder(sender));
    expect(own.items).toHaveLength(3);
    const id = knownId<BriefingItemId>(own.items[0]?.id ?? "");
    await expect(settleOwnItem(await holder(other), id, { state: "done" })).rejects.toThrow(
      "not-found",
    );
    await settleOwnItem(await holder(sender), id, { state: "done", outcome: "deal" });
    expect((await list()).items[0]).toMatchObject({ state: "done", outcome: "deal" });
    expect((await settle(id, { state: "done" }, other)).status).toBe(404);
    expect((await settle(id, { state: "snoozed", outcome: "talk" })).status).toBe(422);
  });

  test("stands first in the sender's kit once it was made, and is settled there", async () => {
    const entry = await fetchRaw(new URL(sender.kitUrl).pathname);
    const Cookie = (entry.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
    const kit = async () => await (await fetchRaw("/kit", { headers: { Cookie } })).text();
    const path = /data-task="([^"]+)" data-state="open"/.exec(await kit())?.[1] ?? "";
    const put = async (body: object, Origin = origin) => {
      const init = { method: "PUT", headers: { Cookie, Origin }, body: JSON.stringify(body) };
      return (await fetchRaw(path, init)).status;
    };
    expect(await put({ state: "done", outcome: "talk" }, "https://elsewhere.test")).toBe(403);
    expect(await put({ state: "done" })).toBe(400);
    expect(await put({ state: "done", outcome: "talk" })).toBe(204);
    expect(await kit()).toContain(`data-task="${path}" data-state="done"`);
    expect((await list()).items[0]?.outcome).toBe("talk");
    await sql("DELETE FROM briefings").run();
    expect(await kit()).not.toContain("/kit/tasks/");
  });

  test("goes with the viewer it is about", async () => {
    await sql("DELETE FROM viewers WHERE id = 'av1'").run();
    await sql("DELETE FROM schedule_runs").run();
    await tickClock();
    expect(JSON.stringify(await list())).not.toContain("av1");
  });
});

describe("relationships", () => {
  /** Two who read often, and four who did once, long ago. */
  const strongAndWeak = () => [
    ...["av4", "av5"].flatMap((id) => [2, 30, 60, 24 * 6, 24 * 9].map((hours) => visit(id, hours))),
    ...["av6", "av7", "av8", "av9"].map((id) => visit(id, 24 * 79, { sections: [] })),
  ];

  test("are thirds of the workspace, the rising of the middle first, with every part", async () => {
    const often = [2, 30, 60, 24 * 6, 24 * 9, 24 * 12].map((hours) => visit("av1", hours));
    const some = [3, 26].map((hours) => visit("av2", hours));
    const third = visit("av3", 24 * 80, { sections: [] });
    await writeVisits(world, [...often, ...some, third, ...strongAndWeak()]);
    await endAll();
    const { body } = await world.call<{
      total: number;
      items: {
        viewerId: string;
        level: string;
        isRising: boolean;
        activity: string;
        strength: number;
      }[];
    }>("GET", "/v1/relationships");
    expect(body.total).toBe(9);
    expect(body.items[0]).toMatchObject({ viewerId: "av2", level: "middle", isRising: true });
    expect(body.items.find(({ viewerId }) => viewerId === "av3")).toMatchObject({
      level: "weak",
      activity: "lost",
    });
    const strong = await world.call<{ items: { viewerId: string }[] }>(
      "GET",
      "/v1/relationships?level=strong",
    );
    expect(strong.body.items.map(({ viewerId }) => viewerId).toSorted()).toEqual([
      "av1",
      "av4",
      "av5",
    ]);
    const theirs = await world.call<{ total: number }>(
      "GET",
      `/v1/relationships?senderId=${other.id}`,
    );
    expect(theirs.body.total).toBe(0);
  });

  test("are told of each viewer as the list tells them, in a sentence with its evidence", async () => {
    await writeVisits(world, [
      ...[visit("av1", 2), visit("av1", 30), visit("av2", 24 * 130)],
      ...[3, 4, 5, 6, 7, 8, 9, 10].map((n) => visit(`av${n}`, 24 * 80, { sections: [] })),
    ]);
    await endAll();
    type Tie = { level: string; place: number; of: number; sentence: { zh: string; en: string } };
    type Viewer = { relationship: Tie | null; tags: { tag: string }[] };
    const viewer = async (id: string) =>
      (await world.call<Viewer>("GET", `/v1/viewers/${id}`)).body;
    const listed = await world.call<{ items: (Tie & { viewerId: string })[] }>(
      "GET",
      "/v1/relationships",
    );
    const { relationship, tags } = await viewer("av1");
    expect(listed.body.items[0]).toMatchObject({ viewerId: "av1", ...relationship });
    expect(relationship).toMatchObject({
      level: "strong",
      place: 1,
      of: 9,
      evidence: { reads: 2, offered: 1, answers: 0 },
    });
    expect(relationship?.sentence.zh).toMatch(
      /^强（9 位读者里排第 1）：最近一次读在.+；30 天里读了 2 次，同期新发 1 篇；.+还没有回应/,
    );
    expect(relationship?.sentence.en).toMatch(/^Strong \(no\. 1 of 9 readers\): last read /);
    const own = await world.call<{ tags: object[] }>("GET", "/v1/viewers/av1/tags");
    expect(tags).toEqual(own.body.tags);
    expect((await viewer("av2")).relationship).toBeNull();
  });

  test("are ranked for nobody where too few read anything, in words and fields alike", async () => {
    await writeVisits(world, [visit("av1", 2), visit("av2", 30)]);
    await endAll();
    const { body } = await world.call<{ items: { sentence: { en: string } }[] }>(
      "GET",
      "/v1/relationships",
    );
    const [tie] = body.items;
    expect(tie).toMatchObject({
      viewerId: "av1",
      level: null,
      levelName: null,
      place: null,
      of: 2,
    });
    expect(tie?.sentence.en).toMatch(/^Too few to be ranked \(2 readers; at least 9/);
  });
});

test("a content's own purpose decides how to open", async () => {
  const offer = await publish(world, { ...sampleContent, purpose: "repurchase", title: "回购" });
  await writeVisits(world, [visit("av1", 3, { contentId: offer })]);
  await endAll();
  expect((await list()).items[0]?.opener.zh).toContain("需要我帮您看看怎么安排吗");
});
