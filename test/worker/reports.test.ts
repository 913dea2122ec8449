/** Reports: one meaning a word, parts of a text, periods, teams, senders, links and the whole workspace. */
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { day, endAll, hour, type WrittenVisit, writeVisits } from "./readers.ts";
import {
  addLink,
  addSender,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  sampleContent,
  type World,
} from "./world.ts";

let world: World;
let contentId: string;
let lin: string;
let chen: string;
let wang: string;
let expected: number[];

const sql = (text: string, ...values: unknown[]) => env.DB_A.prepare(text).bind(...values);
const now = Date.now();
const today = now - (now % day);

type Section = {
  heading: string;
  readers: number | null;
  heat: number | null;
  dropOff: number | null;
  readAgain: number | null;
  missing: { zh: string; en: string } | null;
};
type Report = {
  isComplete: boolean;
  reads: number;
  viewers: number;
  engagedMs: number;
  completion: number;
  scroll: number;
  sections: Section[];
  goals: { name: string; visits: number; value: number | null }[];
  teams: { team: string | null; senders: number; reads: number }[];
  senders: { senderId: string; reads: number; viewers: number }[];
  channels: { channel: string; reads: number }[];
};

const report = async (query = "") =>
  (await world.call<Report>("GET", `/v1/contents/${contentId}/report${query}`)).body;

let serial = 0;
const visit = (over: Partial<WrittenVisit> = {}): WrittenVisit => ({
  id: `avisit${serial++}`,
  at: today - hour,
  contentId,
  senderId: lin,
  viewerId: `av${serial}`,
  engagedMs: 30_000,
  scroll: 800,
  sections: expected.map((ms) => ms),
  ...over,
});

beforeAll(async () => {
  await freshWorld();
  vi.spyOn(env.BEATS, "send").mockResolvedValue({} as never);
  world = await newWorkspace({ timezone: "UTC" });
  lin = (await addSender(world, "Lin", { team: "east" })).id;
  chen = (await addSender(world, "Chen", { team: "east" })).id;
  wang = (await addSender(world, "Wang")).id;
  contentId = await publish(world);
  const content = await world.call<{ sections: { expectedMs: number }[] }>(
    "GET",
    `/v1/contents/${contentId}`,
  );
  expected = content.body.sections.map(({ expectedMs }) => expectedMs);
});

beforeEach(async () => {
  const tables =
    "visits open_visits viewers spread_nodes tag_awards viewer_contents outbox outbox_positions counted_visits rollups goals copies";
  await env.DB_A.batch(tables.split(" ").map((table) => sql(`DELETE FROM ${table}`)));
});

describe("one meaning a word", () => {
  test("a report says of one read what the list says of it, word by word", async () => {
    await writeVisits(world, [visit({ sections: [expected[0] ?? 0, 0, expected[2] ?? 0, 0] })]);
    await endAll();
    const { items } = (
      await world.call<{ items: Record<"completion" | "scroll" | "engagedMs", number>[] }>(
        "GET",
        "/v1/visits",
      )
    ).body;
    const [listed] = items;
    const { completion, scroll, engagedMs } = await report();
    expect(listed?.completion).toBeGreaterThan(0);
    expect({ completion, scroll, engagedMs }).toEqual({
      completion: listed?.completion,
      scroll: listed?.scroll,
      engagedMs: listed?.engagedMs,
    });
  });

  test("and of several their means and sums", async () => {
    await writeVisits(world, [
      visit({ sections: [], scroll: 200 }),
      visit({ scroll: 600 }),
      ...Array.from({ length: 3 }, () => visit({ viewerId: null, scroll: 1000 })),
    ]);
    await endAll();
    const { items } = (await world.call<{ items: { completion: number }[] }>("GET", "/v1/visits"))
      .body;
    expect(items.map(({ completion }) => completion).sort()).toEqual([0, 1]);
    expect(await report()).toMatchObject({ reads: 5, viewers: 2, scroll: 0.76, completion: 0.8 });
  });

  test("but not where one or two of them are unnamed, also not of a part that as few of them read", async () => {
    const [first = 0, second = 0] = expected;
    const three = Array.from({ length: 3 }, () => visit({ sections: [first, second] }));
    await writeVisits(world, [...three, visit({ viewerId: null, sections: [first, second] })]);
    await endAll();
    const held = { readers: null, heat: null, dropOff: null, readAgain: null };
    const why = { en: expect.stringContaining("One or two of its readers stay unnamed") };
    const one = await report();
    expect(one).toMatchObject({ reads: 4, scroll: null, completion: null });
    expect(one.sections.slice(0, 2)).toMatchObject([
      { ...held, missing: why },
      { ...held, missing: why },
    ]);
    await writeVisits(world, [
      visit({ viewerId: null, sections: [first] }),
      visit({ viewerId: null, sections: [first] }),
    ]);
    await endAll();
    const more = await report();
    expect(more.sections[0]).toMatchObject({ readers: 6, heat: 1, missing: null });
    // Of the second part one of the three is the rest of what the others' rows say.
    expect(more.sections[1]).toMatchObject({ readers: null, heat: null, missing: why });
  });

  test("is defined once: the contract says the same of a word wherever it stands", async () => {
    const contract = (await (await fetchRaw("/openapi.json")).json()) as {
      components: {
        schemas: Record<string, { properties?: Record<string, { description?: string }> }>;
      };
    };
    const { ContentReport, Visit, WorkspaceReport, LinkReport } = contract.components.schemas;
    const said = (word: string) =>
      [ContentReport, Visit, WorkspaceReport, LinkReport].flatMap(
        (schema) => schema?.properties?.[word]?.description ?? [],
      );
    for (const [word, places] of [
      ["completion", 2],
      ["scroll", 2],
      ["engagedMs", 4],
      ["reads", 3],
      ["clicks", 2],
    ] as const) {
      expect(said(word), word).toHaveLength(places);
      expect(new Set(said(word)).size, word).toBe(1);
    }
  });
});

describe("parts of a text", () => {
  test("tell heat, who stopped and who read again, in the order of the text", async () => {
    const [first = 0, second = 0, third = 0] = expected;
    await writeVisits(world, [
      ...Array.from({ length: 3 }, () => visit({ sections: [first, 2 * second, third, 1] })),
      ...Array.from({ length: 3 }, () => visit({ viewerId: null, sections: [first, second] })),
    ]);
    await endAll();
    const { sections } = await report();
    expect(sections[1]).toMatchObject({
      readers: 6,
      heat: 1.5,
      dropOff: 0,
      readAgain: 0.5,
      missing: null,
    });
    expect(sections[2]).toMatchObject({ readers: 3, heat: 1, dropOff: 0.5, readAgain: 0 });
  });

  test("below three readers say why a figure is missing", async () => {
    await writeVisits(world, [visit(), visit()]);
    await endAll();
    const { sections } = await report();
    for (const section of sections) {
      expect(section).toMatchObject({ readers: null, heat: null, dropOff: null, readAgain: null });
      expect(section.missing?.zh).toBe("读者不足 3 位，不显示，以免指向个人。");
    }
  });
});

describe("a report", () => {
  test("is of a period where one is asked for, by the same rules", async () => {
    await writeVisits(world, [
      visit({ at: today - 3 * day, viewerId: "avs" }),
      visit({ at: today - 2 * day, viewerId: "avs", senderId: chen }),
      visit({ at: today - hour }),
    ]);
    await endAll();
    const whole = await report();
    const date = (days: number) => new Date(today - days * day).toISOString().slice(0, 10);
    const all = await report(`?since=${date(9)}`);
    expect({ ...all, isComplete: true, countedUntil: 0 }).toEqual({ ...whole, countedUntil: 0 });
    const some = await report(`?since=${date(3)}&until=${date(1)}`);
    expect(some).toMatchObject({ isComplete: true, reads: 2, viewers: 1 });
    expect(some.senders.map(({ senderId }) => senderId).sort()).toEqual([lin, chen].sort());
  });

  test("is a table as well, a line for each part", async () => {
    await writeVisits(world, [visit(), visit(), visit({ senderId: chen })]);
    await endAll();
    const answer = await fetchRaw(`/v1/contents/${contentId}/report`, {
      headers: { Authorization: `Bearer ${world.key}`, Accept: "text/csv" },
    });
    expect(answer.headers.get("Content-Type")).toContain("text/csv");
    const lines = (await answer.text()).replace("\uFEFF", "").trim().split("\r\n");
    expect(lines[0]).toBe(
      "part,key,name,reads,viewers,engagedMs,completion,heat,dropOff,readAgain,missing",
    );
    expect(lines[1]).toBe(`content,${contentId},三步读懂孩子的创造力,3,3,90000,1,,,,`);
    expect(lines).toContain(`sender,${lin},Lin,2,2,60000,,,,,`);
    expect(lines).toContain("team,east,east,3,,90000,,,,,");
  });

  test.each([
    [undefined, "Fewer than 3 readers: not shown, since it would point to persons."],
    ["zh-CN,en;q=0.5", "读者不足 3 位，不显示，以免指向个人。"],
  ])(
    "as a table says why a figure is missing, in the language of who asks (%s)",
    async (asked, why) => {
      await writeVisits(world, [visit(), visit()]);
      await endAll();
      const answer = await fetchRaw(`/v1/contents/${contentId}/report`, {
        headers: {
          Authorization: `Bearer ${world.key}`,
          Accept: "text/csv",
          ...(asked ? { "Accept-Language": asked } : {}),
        },
      });
      const parts = (await answer.text())
        .split("\r\n")
        .filter((line) => line.startsWith("section,"));
      expect(parts).toHaveLength(expected.length);
      for (const part of parts)
        expect(part.replaceAll('"', "").endsWith(`,,,,,,,${why}`), part).toBe(true);
    },
  );

  test("counts goals by name, and shares by team", async () => {
    await writeVisits(world, [
      visit({ id: "a1" }),
      visit({ id: "a2", senderId: chen }),
      visit({ id: "a3", senderId: wang }),
    ]);
    await sql(
      `INSERT INTO goals SELECT v.id, 'booked', ?1, ?2, v.sender_id, 10, v.quarter FROM visits v WHERE v.id <> 'a3'`,
      world.id,
      contentId,
    ).run();
    await endAll();
    const { goals, teams } = await report();
    expect(goals).toEqual([{ name: "booked", visits: 2, value: 20 }]);
    expect(teams.map(({ team, senders, reads }) => [team, senders, reads])).toEqual([
      ["east", 2, 2],
      [null, 1, 1],
    ]);
  });

  test("of a sender, a link and the workspace agree with the content's", async () => {
    const link = await addLink(world, { contentId, senderId: lin, channel: "chat" });
    const outside = await addLink(world, {
      url: "https://example.com/page",
      senderId: lin,
      channel: "chat",
    });
    await writeVisits(world, [visit(), visit(), visit({ senderId: chen, channel: "moments" })]);
    await endAll();
    type Wide = {
      reads: number;
      pages: { contentId: string | null; reads: number }[];
      channels: { channel: string; reads: number }[];
    };
    const get = async <T>(path: string) => (await world.call<T>("GET", path)).body;
    expect(await get<Wide>("/v1/report")).toMatchObject({
      reads: 3,
      pages: [{ contentId, reads: 3, viewers: 3 }],
      channels: [
        { channel: "chat", reads: 2 },
        { channel: "moments", reads: 1 },
      ],
    });
    expect(await get<Wide>(`/v1/senders/${lin}/report`)).toMatchObject({
      name: "Lin",
      reads: 2,
      pages: [{ contentId, reads: 2 }],
      apps: [{ app: "wechat", reads: 2 }],
    });
    expect(await get(`/v1/links/${link.code}/report`)).toMatchObject({
      reads: 2,
      clicks: 0,
      channel: "chat",
    });
    expect(await get(`/v1/links/${outside.code}/report`)).toMatchObject({
      reads: 0,
      contentId: null,
      url: "https://example.com/page",
    });
    const stranger = await newWorkspace();
    for (const path of [
      `/v1/senders/${lin}/report`,
      `/v1/links/${link.code}/report`,
      `/v1/contents/${contentId}/activity`,
    ]) {
      expect((await stranger.call("GET", path)).status, path).toBe(404);
    }
  });
});

describe("what senders did with a content", () => {
  test("tells who has not even opened it, and of one sender what is left to share", async () => {
    const fresh = await newWorkspace();
    const names = ["A", "B", "C", "D"];
    const senders = await Promise.all(names.map((name) => addSender(fresh, name)));
    const [a, b, c] = senders.map(({ id }) => id) as [string, string, string];
    const first = await publish(fresh);
    const second = await publish(fresh, { ...sampleContent, title: "第二篇" });
    await sql(
      "INSERT INTO kit_opens VALUES (?, ?, ?, ?, ?, 3)",
      b,
      first,
      fresh.id,
      now,
      now,
    ).run();
    await sql("INSERT INTO copies VALUES (?, 1, ?, ?, 0, ?)", first, c, fresh.id, now).run();
    await sql(
      "INSERT INTO kit_opens VALUES (?, ?, ?, ?, ?, 1)",
      a,
      first,
      fresh.id,
      now,
      now,
    ).run();
    await writeVisits(fresh, [visit({ contentId: first, senderId: a })]);
    await endAll();
    type Activity = { items: { name: string; title: string; opens: number; shared: boolean }[] };
    const { body } = await fresh.call<Activity>("GET", `/v1/contents/${first}/activity`);
    expect(body).toMatchObject({ senders: 4, opened: 3, copied: 1, shared: 1 });
    expect(body.items.map(({ name, opens }) => [name, opens])).toEqual([
      ["D", 0],
      ["B", 3],
      ["C", 0],
      ["A", 1],
    ]);
    const own = await fresh.call<Activity>("GET", `/v1/senders/${a}/activity`);
    expect(own.body).toMatchObject({ name: "A", contents: 2, opened: 1, copied: 0, shared: 1 });
    expect(own.body.items.map(({ title, shared }) => [title, shared])).toEqual([
      ["第二篇", false],
      [sampleContent.title, true],
    ]);
    expect((await world.call("GET", `/v1/senders/${a}/activity`)).status).toBe(404);
    expect(second).not.toBe(first);
  });

  test("shows those first who have not shared it, and compares nobody by luck", async () => {
    await sql("INSERT INTO copies VALUES (?, 1, ?, ?, 1, ?)", contentId, chen, world.id, now).run();
    await writeVisits(world, [
      ...Array.from({ length: 3 }, () => visit()),
      visit({ senderId: wang, sections: [] }),
    ]);
    await endAll();
    const { body } = await world.call<{
      senders: number;
      copied: number;
      shared: number;
      teams: unknown[];
      items: {
        name: string;
        copiedAt: string | null;
        edited: boolean | null;
        shared: boolean;
        thorough: { trials: number; against: string } | null;
      }[];
    }>("GET", `/v1/contents/${contentId}/activity`);
    expect(body).toMatchObject({ senders: 3, copied: 1, shared: 2 });
    expect(body.items.map(({ name, edited, shared }) => [name, edited, shared])).toEqual([
      ["Chen", true, false],
      ["Lin", null, true],
      ["Wang", null, true],
    ]);
    expect(body.items[2]?.thorough).toMatchObject({ trials: 1, against: "alike" });
    expect(body.teams).toMatchObject([
      { team: "east", thorough: { hits: 3, trials: 3, against: "alike" } },
      { team: null, thorough: { trials: 1, against: "alike" } },
    ]);
  });
});

test("a content that was published a hundred times and more has a report", async () => {
  await writeVisits(world, [visit()]);
  await endAll();
  const versions = Array.from({ length: 150 }, (_, at) => [`version:${at + 1}`, [1]]);
  await sql(
    "UPDATE rollups SET sums = json_patch(sums, ?) WHERE target = ? AND part = 'content'",
    JSON.stringify(Object.fromEntries(versions)),
    contentId,
  ).run();
  expect((await report()).sections).toHaveLength(expected.length);
});
