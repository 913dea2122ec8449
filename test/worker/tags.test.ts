/** Tags: points that visits earn, whatever happens to the visits and however often it is told. */
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { OutboxEvent } from "../../src/domain/outbox.ts";
import { readOutbox } from "../../src/storage/outbox.ts";
import { overtaken } from "./interleaved.ts";
import {
  closeAll,
  day,
  endAll,
  hour,
  tellAgain,
  type WrittenVisit,
  writeVisits,
} from "./readers.ts";
import {
  addSender,
  deliver,
  env,
  freshWorld,
  newWorkspace,
  publish,
  sampleContent,
  tellConsumers,
  type World,
} from "./world.ts";

let world: World;
let senderId: string;
let contentId: string;
let other: string;

const sql = (text: string, ...values: unknown[]) => env.DB_A.prepare(text).bind(...values);
const now = Date.now();
const interest = "interest:创造力";

type Tag = {
  tag: string;
  score: number;
  sentence: { zh: string; en: string };
  parts: { ruleId: string; visitId: string | null; points: number; why: { en: string } }[];
};

const tagsOf = async (viewerId = "av1", query = "") =>
  (await world.call<{ tags: Tag[] }>("GET", `/v1/viewers/${viewerId}/tags${query}`)).body.tags;
const scoreOf = async (viewerId: string, tag: string) =>
  (await tagsOf(viewerId)).find((one) => one.tag === tag)?.score ?? 0;

const visit = (over: Partial<WrittenVisit> = {}): WrittenVisit => ({
  id: "avisit1",
  at: now - hour,
  contentId,
  senderId,
  viewerId: "av1",
  engagedMs: 60_000,
  sections: [60_000, 0, 0, 0],
  ...over,
});

const rule = {
  when: { all: [{ kind: "engaged", atLeastMs: 30_000, on: { topic: "创造力" } }] },
  tag: "想学方法",
  points: 40,
  perDay: 60,
  halfLifeDays: null,
  cooldownDays: 0,
  use: "Offer the course",
};

async function published(over: object = {}, backDate = false) {
  const made = await world.call<{ id: string }>("POST", "/v1/tag-rules", { ...rule, ...over });
  const done = await world.call<{ version: number; jobId: string | null }>(
    "POST",
    `/v1/tag-rules/${made.body.id}/publish`,
    { backDate },
  );
  if (done.body.jobId) await deliver("jobs", [done.body.jobId]);
  return { id: made.body.id, ...done.body };
}

beforeAll(async () => {
  await freshWorld();
  // Tests deliver themselves: an event of a real queue would make its trips to D1 in the order that a test chooses.
  vi.spyOn(env.BEATS, "send").mockResolvedValue({} as never);
  vi.spyOn(env.JOBS, "send").mockResolvedValue({} as never);
  world = await newWorkspace();
  senderId = (await addSender(world, "A")).id;
  contentId = await publish(world);
  other = await publish(world, { ...sampleContent, title: "别的", topics: ["饮食"] });
});

beforeEach(async () => {
  const tables =
    "visits open_visits viewers spread_nodes tag_awards tag_rules tag_rule_versions outbox outbox_positions counted_visits rollups";
  await env.DB_A.batch(tables.split(" ").map((table) => sql(`DELETE FROM ${table}`)));
});

describe("a visit that is over", () => {
  test("earns what the built-in rules give, and says why in both languages", async () => {
    await writeVisits(world, [visit()]);
    await tellConsumers();
    expect(await tagsOf()).toEqual([]);
    await endAll();
    const [tag] = await tagsOf();
    expect(tag).toMatchObject({ tag: interest, score: 10 });
    expect(tag?.sentence.zh).toContain("读了《三步读懂孩子的创造力》 60 秒");
    expect(tag?.sentence.en).toContain("for 60 s");
    expect(tag?.parts[0]).toMatchObject({
      ruleId: "built-in:read",
      visitId: "avisit1",
      points: 10,
    });
  });

  test("earns nothing where its reader did not agree, or is a machine, or the sender", async () => {
    await writeVisits(world, [
      visit({ id: "a1", viewerId: null }),
      visit({ id: "a2", viewerId: "av2", bot: 1 }),
      visit({ id: "a3", viewerId: "av3", own: 1 }),
      visit({ id: "a4", viewerId: "av4", engagedMs: 999 }),
    ]);
    await endAll();
    expect(await sql("SELECT count(*) AS n FROM tag_awards").first("n")).toBe(0);
  });

  test("earns its points once, however often it is told", async () => {
    await writeVisits(world, [visit()]);
    await endAll();
    const rows = (await sql("SELECT * FROM tag_awards").all()).results;
    await tellAgain("tags");
    await tellAgain("tags");
    expect((await sql("SELECT * FROM tag_awards").all()).results).toEqual(rows);
  });

  test("is summed up as it is, also by who read it before it was corrected and writes after that", async () => {
    // Of no topic: no points, whose keys would tell of the race, are due for it.
    const untold = await publish(world, { ...sampleContent, title: "无题", topics: [] });
    const read = (engagedMs: number) =>
      visit({ contentId: untold, engagedMs, sections: [engagedMs] });
    await writeVisits(world, [read(60_000)]);
    await closeAll();
    const correct = async () => {
      await writeVisits(world, [read(20_000)]);
      await endAll();
    };
    expect(await overtaken("INTO viewer_contents", correct, tellConsumers)).toBe(true);
    const rows = await sql("SELECT * FROM viewer_contents WHERE target = ?", untold).all();
    expect(rows.results).toMatchObject([{ reads: 1, engaged_ms: 20_000 }]);
  });

  test("has its points replaced and not added to by a correction, and the past stays readable", async () => {
    await published({ when: { all: [{ kind: "engaged", atLeastMs: 30_000 }] } }, true);
    await writeVisits(world, [visit({ at: now - 2 * hour })]);
    await endAll();
    expect(await scoreOf("av1", rule.tag)).toBe(40);
    await writeVisits(world, [visit({ at: now - 2 * hour, bot: 1 })]);
    await endAll();
    expect(await scoreOf("av1", rule.tag)).toBe(0);
    const history = await world.call<{
      name: { zh: string };
      entries: { points: number; isCorrection: boolean; why: { zh: string; en: string } }[];
      days: { score: number }[];
    }>("GET", `/v1/viewers/av1/tags/history?tag=${encodeURIComponent(rule.tag)}`);
    expect(history.body.entries.map(({ points, isCorrection }) => [points, isCorrection])).toEqual([
      [40, false],
      [0, true],
    ]);
    expect(history.body.name.zh).toBe(rule.tag);
    // Each says why: what was found, and what the visit turned out to be.
    expect(history.body.entries.map(({ why }) => why)).toEqual([
      { zh: expect.stringContaining("60 秒"), en: expect.stringContaining("for 60 s") },
      {
        zh: "收回：这次访问后来发现来自程序，不算阅读",
        en: "taken back: the visit turned out to come from a program and is no read",
      },
    ]);
    for (const [change, said] of [
      [{ own: 1, bot: 0 }, "it was the sender's own look at their link"],
      [{ burst: 1, own: 0, bot: 0 }, "the visit is doubtful"],
      [{ burst: 0, own: 0, bot: 0 }, "it does not meet the rule any more"],
    ] as const) {
      const set = Object.entries(change).map(([column, value]) => `${column} = ${value}`);
      await sql(`UPDATE visits SET ${set.join(", ")}`).run();
      const { body } = await world.call<typeof history.body>(
        "GET",
        `/v1/viewers/av1/tags/history?tag=${encodeURIComponent(rule.tag)}`,
      );
      expect(body.entries.at(-1)?.why.en).toContain(said);
    }
    expect(history.body.days.length).toBeGreaterThanOrEqual(30);
  });

  test("loses its points with the viewer who took back their yes", async () => {
    await writeVisits(world, [visit()]);
    await endAll();
    await writeVisits(world, [visit({ viewerId: null })]);
    await sql("DELETE FROM viewers").run();
    await endAll();
    expect(await sql("SELECT count(*) AS n FROM tag_awards").first("n")).toBe(0);
    expect((await world.call("GET", "/v1/viewers/av1/tags")).status).toBe(404);
  });

  test("ends in the same points in whatever order, number and cut it is told", async () => {
    const change = fc.record({
      id: fc.nat(3),
      viewer: fc.nat(1),
      engagedMs: fc.constantFrom(500, 40_000, 90_000),
      hours: fc.nat(3),
      topic: fc.boolean(),
    });
    const step = fc.oneof(
      { weight: 4, arbitrary: change },
      { weight: 1, arbitrary: fc.constantFrom("end", "tell", "again") },
    );
    const ledger = async () => {
      const { results } = await sql(
        `SELECT viewer_id, rule_id, tag, source, points, at FROM tag_awards a WHERE points <> 0 AND seq = (
           SELECT max(seq) FROM tag_awards b WHERE b.viewer_id = a.viewer_id AND b.rule_id = a.rule_id
             AND b.version = a.version AND b.tag = a.tag AND b.source = a.source)
         ORDER BY viewer_id, rule_id, tag, source`,
      ).all();
      return results;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        const clean = "visits open_visits viewers tag_awards outbox outbox_positions";
        await env.DB_A.batch(clean.split(" ").map((table) => sql(`DELETE FROM ${table}`)));
        for (const one of steps) {
          if (one === "end") await closeAll();
          else if (one === "tell") await tellConsumers();
          else if (one === "again") await tellAgain("tags");
          else {
            const { id, viewer, engagedMs, hours, topic } = one as typeof one & { id: number };
            const at = now - (1 + id * 4) * hour;
            const written = visit({
              id: `avisit${id}`,
              at,
              viewerId: `av${viewer}`,
              engagedMs,
              contentId: id % 2 === 0 ? contentId : other,
              sections: topic ? [engagedMs, 0, 0, 0] : [0, engagedMs / (hours + 1), 0, 0],
            });
            await writeVisits(world, [written]);
          }
        }
        await endAll();
        const incremental = await ledger();
        await sql("DELETE FROM tag_awards").run();
        await tellAgain("tags");
        expect(incremental).toEqual(await ledger());
      }),
      { numRuns: 12 },
    );
  });
});

describe("a rule", () => {
  test("that names no use, or could never work, is refused with the field", async () => {
    const refused = await world.call<{ errors: { path: string }[] }>("POST", "/v1/tag-rules", {
      ...rule,
      use: "",
      when: { all: [{ kind: "recency", withinDays: 3 }] },
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map(({ path }) => path)).toEqual(["when.all", "use"]);
    const typo = await world.call("POST", "/v1/tag-rules", { ...rule, cooldown: 3 });
    expect(typo.status).toBe(422);
  });

  test("does nothing as a draft; a dry run says what it would do and changes nothing", async () => {
    await writeVisits(world, [visit(), visit({ id: "a2", viewerId: "av2", contentId: other })]);
    const made = await world.call<{ id: string }>("POST", "/v1/tag-rules", rule);
    await endAll();
    const before = (await sql("SELECT * FROM tag_awards").all()).results;
    const { body } = await world.call<{
      looked: number;
      viewers: number;
      isComplete: boolean;
      summary: { zh: string; en: string };
      examples: { viewerId: string; tag: string; score: number; why: { en: string } }[];
    }>("POST", `/v1/tag-rules/${made.body.id}/dry-run`);
    expect(body).toMatchObject({ looked: 2, viewers: 1, isComplete: true });
    expect(body.examples).toMatchObject([{ viewerId: "av1", tag: rule.tag, score: 40 }]);
    expect(body.summary.en).toBe("Would tag 1 viewer of 2 looked at; 1 example.");
    expect((await sql("SELECT * FROM tag_awards").all()).results).toEqual(before);
    expect(await scoreOf("av1", rule.tag)).toBe(0);
  });

  test("judges visits from its publishing on; dated back it judges all, and nothing counts twice", async () => {
    await writeVisits(world, [visit()]);
    await endAll();
    const { id } = await published();
    await tellAgain("tags");
    expect(await scoreOf("av1", rule.tag)).toBe(0);
    await writeVisits(world, [visit({ id: "alater", at: Date.now() + 1000 })]);
    await endAll();
    // Begun a second from now, so that its points count from then on.
    const at = `?at=${new Date(Date.now() + day).toISOString()}`;
    const later = async () =>
      (await tagsOf("av1", at)).find((one) => one.tag === rule.tag)?.score ?? 0;
    expect(await later()).toBe(40);
    await world.call("PATCH", `/v1/tag-rules/${id}`, { points: 15 });
    expect(await later()).toBe(40);
    const again = await world.call<{ jobId: string; version: number }>(
      "POST",
      `/v1/tag-rules/${id}/publish`,
      { backDate: true },
    );
    expect(again.body.version).toBe(2);
    await deliver("jobs", [again.body.jobId]);
    expect(await later()).toBe(30);
    type Told = { sentence: { zh: string; en: string } };
    const read = await world.call<Told & { versions: (Told & { since: string | null })[] }>(
      "GET",
      `/v1/tag-rules/${id}`,
    );
    expect(read.body.versions).toHaveLength(2);
    expect(read.body.versions[1]?.since).toBeNull();
    // Each in words, so that whoever reads what points were given for need not take a rule apart.
    expect(
      read.body.versions.map(({ sentence }) => /: (\d+) points/.exec(sentence.en)?.[1]),
    ).toEqual(["40", "15"]);
    expect(read.body.sentence).toEqual(read.body.versions[1]?.sentence);
    const all = await world.call<{ items: (Told & { id: string })[]; builtIn: Told[] }>(
      "GET",
      "/v1/tag-rules",
    );
    expect(all.body.items.find((one) => one.id === id)?.sentence).toEqual(read.body.sentence);
    expect(all.body.builtIn[0]?.sentence.en).toBe(
      "Read posts on one topic for 30 s or more in one visit: 10 points of “interested in the topic”; half after 30 days; at most 20 a person and day; the group “reading” in all at most 60.",
    );
    await world.call("DELETE", `/v1/tag-rules/${id}`);
    expect(await later()).toBe(0);
  });

  test("tells of a tag once, with the figure of a visit that is over", async () => {
    await published({ notify: true }, true);
    await writeVisits(world, [visit()]);
    const told = async () => {
      const rows = await readOutbox(env.DB_A, { after: 0, limit: 100 });
      return rows.flatMap(({ events }) =>
        events.filter((event: OutboxEvent) => event.kind === "viewer.tagged"),
      );
    };
    expect(await told()).toEqual([]);
    await endAll();
    await tellAgain("tags");
    const own = (await told()).filter((event) => event.tag === rule.tag);
    expect(own).toMatchObject([{ visit: { id: "avisit1" }, points: 40, notify: true }]);
    expect(JSON.stringify(own)).not.toContain("av1");
  });

  test("is nobody else's", async () => {
    const { id } = await published();
    const stranger = await newWorkspace();
    for (const [method, path] of [
      ["GET", `/v1/tag-rules/${id}`],
      ["DELETE", `/v1/tag-rules/${id}`],
      ["POST", `/v1/tag-rules/${id}/dry-run`],
      ["POST", `/v1/tag-rules/${id}/publish`],
      ["GET", "/v1/viewers/av1/tags"],
    ] as const) {
      expect((await stranger.call(method, path)).status, path).toBe(404);
    }
  });
});

describe("lists", () => {
  test("count viewers by tag, and page the viewers of one with why", async () => {
    await writeVisits(
      world,
      ["av1", "av2", "av3"].map((viewerId, at) => visit({ id: `a${at}`, viewerId })),
    );
    await endAll();
    const tags = await world.call<{ items: { tag: string; viewers: number }[] }>("GET", "/v1/tags");
    expect(tags.body.items).toMatchObject([{ tag: interest, viewers: 3 }]);
    const path = `/v1/tags/viewers?tag=${encodeURIComponent(interest)}&limit=2`;
    const first = await world.call<{ items: { viewerId: string }[]; nextCursor: string }>(
      "GET",
      path,
    );
    const next = await world.call<{ items: { viewerId: string }[]; nextCursor: null }>(
      "GET",
      `${path}&cursor=${first.body.nextCursor}`,
    );
    expect([...first.body.items, ...next.body.items].map(({ viewerId }) => viewerId)).toEqual([
      "av1",
      "av2",
      "av3",
    ]);
    expect(next.body.nextCursor).toBeNull();
  });
});
