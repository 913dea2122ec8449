/** Sums that reports read: equal to what visits say, whatever happened and how often it was told. */
import {
  createExecutionContext,
  createScheduledController,
  waitOnExecutionContext,
} from "cloudflare:test";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import worker from "../../src/index.ts";
import { completionOf } from "../../src/insight/completion.ts";
import { interleaved } from "./interleaved.ts";
import { addManyVisits, record, rowsRead } from "./recorded.ts";
import {
  addSender,
  deliver,
  endVisits,
  env,
  freshWorld,
  newWorkspace,
  publish,
  publishAgain,
  sampleContent,
  tellConsumers,
  type World,
} from "./world.ts";

const quarter = 900_000;
const day = 86_400_000;
const midnight = Math.floor(Date.now() / day) * day;

let world: World;
let contentId: string;
let senders: string[];

type Report = {
  reads: number;
  viewers: number;
  engagedMs: number | null;
  medianEngagedMs: number | null;
  completion: number | null;
  scroll: number | null;
  open: number;
  countedUntil: string;
  sections: { id: string; heading: string; readers: number | null; totalMs: number | null }[];
  senders: { senderId: string; reads: number; viewers: number; engagedMs: number | null }[];
  channels: { channel: string; reads: number; engagedMs: number | null }[];
  days: { date: string; reads: number; engagedMs: number | null }[];
};

type Visit = {
  id: string;
  quarter: number;
  version: number;
  senderId: string;
  channel: string;
  viewerId: string | null;
  engagedMs: number;
  scroll: number;
  sections: number[];
  bot: number;
};

const sql = (text: string, ...values: unknown[]) => env.DB_A.prepare(text).bind(...values);
const readReport = async () =>
  (await world.call<Report>("GET", `/v1/contents/${contentId}/report`)).body;

beforeAll(async () => {
  await freshWorld();
  // Tests deliver themselves: an event of a real queue would make its trips to D1 in the order that a test chooses.
  vi.spyOn(env.BEATS, "send").mockResolvedValue({} as never);
  vi.spyOn(env.JOBS, "send").mockResolvedValue({} as never);
  world = await newWorkspace();
  senders = [(await addSender(world, "A")).id, (await addSender(world, "B")).id];
  contentId = await publish(world);
  await world.call("PATCH", `/v1/contents/${contentId}`, {
    body: `## 新的\n\n新的一段。\n\n${sampleContent.body.replace("## 问\n\n问他接下来会发生什么。\n\n", "")}`,
  });
  await publishAgain(world, contentId);
});

/** Takes away all visits and what was made of them: before every run of a property too, so that a failure shrinks alone. */
async function forgetVisits() {
  const tables = [
    "visits",
    "open_visits",
    "counted_visits",
    "rollups",
    "outbox",
    "outbox_positions",
  ];
  await env.DB_A.batch(tables.map((table) => sql(`DELETE FROM ${table}`)));
}

beforeEach(forgetVisits);

/** Writes a visit as the consumer of beats leaves it: open, one revision on where it was over. */
async function writeVisit(written: Visit) {
  await env.DB_A.batch([
    sql(
      `INSERT INTO visits (target, quarter, id, workspace_id, content_id, version, sender_id, channel, rung,
         refused, viewer_id, last_beat_at, engaged_ms, scroll, sections, seq, end_seq, was_cut, app, device, bot,
         own, revision)
       SELECT ?2, j.value ->> 'quarter', j.value ->> 'id', ?3, ?2, j.value ->> 'version',
         j.value ->> 'senderId', j.value ->> 'channel', 'anonymous', 0, j.value ->> 'viewerId',
         j.value ->> 'quarter', j.value ->> 'engagedMs', j.value ->> 'scroll', j.value ->> 'sections', 1, 0, 0,
         'wechat', 'phone', j.value ->> 'bot', 0, 0
       FROM json_each(?1) AS j WHERE true
       ON CONFLICT (target, quarter, id) DO UPDATE SET viewer_id = excluded.viewer_id,
         engaged_ms = excluded.engaged_ms, scroll = excluded.scroll, sections = excluded.sections,
         bot = excluded.bot, revision = revision + (closed_at IS NOT NULL), closed_at = NULL`,
      JSON.stringify([written]),
      contentId,
      world.id,
    ),
    sql(
      "INSERT INTO open_visits VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      contentId,
      written.quarter,
      written.id,
    ),
  ]);
}

/** Of one or two reads by people who did not agree it is told how many they were, and nothing else. */
const mayTell = (unnamed: number) => unnamed !== 1 && unnamed !== 2;

/** The parts of a whole of which that may be told: those that are few, and where they are few together the next few. */
function toldOf(unnamed: readonly number[]): boolean[] {
  const few = unnamed.filter((n) => !mayTell(n)).reduce((all, n) => all + n, 0);
  const next = Math.min(...unnamed.filter((n) => n > 2));
  return unnamed.map((n) => mayTell(n) && (mayTell(few) || n !== next));
}

/** What the report has to say, counted one by one from the rows of visits. */
async function truth() {
  const { results } = await sql("SELECT * FROM visits WHERE closed_at IS NOT NULL").all<
    Record<string, string & number>
  >();
  const { results: versions } = await sql("SELECT version, sections FROM versions").all<{
    version: number;
    sections: string;
  }>();
  const idsOf = new Map(
    versions.map((row) => [
      row.version,
      (JSON.parse(row.sections) as { id: string }[]).map(({ id }) => id),
    ]),
  );
  const expectedOf = new Map(
    versions.map((row) => [
      row.version,
      (JSON.parse(row.sections) as { expectedMs: number }[]).map(({ expectedMs }) => expectedMs),
    ]),
  );
  const reads = results.filter((row) => row.engaged_ms! >= 1000 && !row.bot && !row.own);
  const mean = (permille: (row: (typeof reads)[number]) => number) =>
    reads.length === 0
      ? 0
      : Math.round(reads.reduce((all, row) => all + permille(row), 0) / reads.length) / 1000;
  const sum = (rows: typeof reads) => rows.reduce((ms, row) => ms + Number(row.engaged_ms), 0);
  const unnamedOf = (rows: typeof reads) => rows.filter((row) => row.viewer_id === null).length;
  const isTold = mayTell(unnamedOf(reads));
  const shown = <Part extends object>(
    parts: Map<string, typeof reads>,
    view: (key: string, rows: typeof reads) => Part,
  ) => {
    const told = toldOf([...parts.values()].map(unnamedOf));
    return [...parts].map(([key, rows], at) => ({
      ...{ reads: rows.length, engagedMs: told[at] ? sum(rows) : null },
      ...view(key, rows),
    }));
  };
  const viewers = (rows: typeof reads) =>
    new Set(rows.flatMap((row) => (row.viewer_id === null ? [] : [row.viewer_id]))).size;
  const grouped = (of: (row: (typeof reads)[number]) => string) => Map.groupBy(reads, of);
  const sections = new Map<string, { readers: Set<string>; unnamed: number; totalMs: number }>();
  for (const row of reads) {
    for (const [at, ms] of (JSON.parse(row.sections!) as number[]).entries()) {
      if (ms === 0) continue;
      const id = idsOf.get(Number(row.version))?.[at] ?? "";
      const section = sections.get(id) ?? { readers: new Set(), unnamed: 0, totalMs: 0 };
      if (row.viewer_id === null) section.unnamed += 1;
      section.readers.add(row.viewer_id ?? row.id!);
      section.totalMs += ms;
      sections.set(id, section);
    }
  }
  const times = reads.map((row) => Number(row.engaged_ms)).sort((a, b) => a - b);
  const middle = [times[Math.floor((times.length - 1) / 2)], times[Math.floor(times.length / 2)]];
  return {
    median: !isTold ? null : times.length === 0 ? 0 : (Number(middle[0]) + Number(middle[1])) / 2,
    figures: {
      reads: reads.length,
      viewers: viewers(reads),
      engagedMs: isTold ? sum(reads) : null,
      scroll: isTold ? mean((row) => Number(row.scroll)) : null,
      completion: !isTold
        ? null
        : mean((row) =>
            Math.round(
              1000 *
                completionOf(
                  JSON.parse(row.sections ?? "[]"),
                  expectedOf.get(Number(row.version)) ?? [],
                ),
            ),
          ),
      senders: shown(
        grouped((row) => row.sender_id!),
        (senderId, rows) => ({ senderId, viewers: viewers(rows) }),
      ).sort((a, b) => b.reads - a.reads || (a.senderId < b.senderId ? -1 : 1)),
      channels: shown(
        grouped((row) => row.channel!),
        (channel) => ({ channel }),
      ).sort((a, b) => b.reads - a.reads || (a.channel < b.channel ? -1 : 1)),
      // The workspace's timezone is Asia/Shanghai, eight hours ahead.
      days: shown(
        grouped((row) => new Date(Number(row.quarter) + 8 * 3_600_000).toISOString().slice(0, 10)),
        (date) => ({ date }),
      ).sort((a, b) => (a.date < b.date ? -1 : 1)),
    },
    sections: new Map(
      [...sections].map(([id, { readers, unnamed, totalMs }]) => [
        id,
        isTold && mayTell(unnamed)
          ? { readers: readers.size, totalMs }
          : { readers: 0, totalMs: 0 },
      ]),
    ),
  };
}

type Unnamed = {
  senderId: string;
  channel: string;
  date: string;
  reads: number;
  engagedMs: number | null;
};

/** What people who did not agree read, one by one from the rows of visits: by sender, channel and day. */
async function unnamedTruth(): Promise<Unnamed[]> {
  const { results } = await sql(
    `SELECT sender_id AS senderId, channel, date(quarter / 1000 + 8 * 3600, 'unixepoch') AS date,
       count(*) AS reads, sum(engaged_ms) AS engagedMs
     FROM visits WHERE viewer_id IS NULL AND engaged_ms >= 1000 AND NOT bot AND NOT own
     GROUP BY senderId, channel, date`,
  ).all<Unnamed>();
  return [...Map.groupBy(results, ({ date }) => date).values()].flatMap((parts) => {
    const told = toldOf(parts.map(({ reads }) => reads));
    return parts.map((part, at) => ({ ...part, engagedMs: told[at] ? part.engagedMs : null }));
  });
}

async function expectUnnamedTruth() {
  const { body } = await world.call<{ items: (Unnamed & { contentId: string })[] }>(
    "GET",
    "/v1/visits/unnamed",
  );
  const inOrder = (a: Unnamed, b: Unnamed) =>
    `${b.date} ${a.senderId} ${a.channel}` < `${a.date} ${b.senderId} ${b.channel}` ? -1 : 1;
  const truths = await unnamedTruth();
  expect(body.items.toSorted(inOrder)).toEqual(
    truths.map((sum) => ({ contentId, ...sum })).sort(inOrder),
  );
  return truths;
}

async function expectTruth() {
  const report = await readReport();
  const { figures, median, sections } = await truth();
  await expectUnnamedTruth();
  expect(report).toMatchObject(figures);
  for (const list of ["senders", "channels", "days"] as const) {
    expect(report[list]).toHaveLength(figures[list].length);
  }
  if (median === null) expect(report.medianEngagedMs).toBeNull();
  else {
    expect(report.medianEngagedMs).not.toBeNull();
    const off = Math.abs((report.medianEngagedMs ?? 0) - median);
    expect(off).toBeLessThanOrEqual(median * 0.02 + 1);
  }
  for (const { id, readers, totalMs } of report.sections) {
    const { readers: all = 0, totalMs: ms = 0 } = sections.get(id) ?? {};
    expect({ readers, totalMs }).toEqual(
      all < 3 ? { readers: null, totalMs: null } : { readers: all, totalMs: ms },
    );
  }
}

const visit = (at: number): Visit => ({
  id: `av${at}`,
  quarter: midnight - (at % 5) * 7 * quarter,
  version: 1 + (at % 2),
  senderId: senders[at % 3 === 0 ? 0 : 1] ?? "",
  channel: at % 4 === 0 ? "group:读书会" : "chat",
  viewerId: at % 3 === 2 ? null : `aviewer${at % 2}`,
  engagedMs: 0,
  scroll: 0,
  sections: [0, 0, 0],
  bot: 0,
});

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant("beat" as const),
      at: fc.nat(9),
      ms: fc.integer({ min: 1, max: 90_000 }),
      section: fc.nat(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom("bot" as const, "refusal" as const, "yes" as const),
      at: fc.nat(9),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom("end" as const, "tell" as const, "again" as const, "both" as const),
    }),
  },
);

describe("the sums", () => {
  test("are what the visits say, whatever came late, twice, at once or was taken back", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        await forgetVisits();
        const visits = new Map<number, Visit>();
        for (const one of steps) {
          if ("at" in one) {
            const known = visits.get(one.at);
            const now = known ?? visit(one.at);
            if (one.does === "beat") {
              now.engagedMs += one.ms;
              now.scroll = Math.min(1000, now.scroll + (one.ms % 300));
              now.sections = now.sections.map((ms, at) => ms + (at === one.section ? one.ms : 0));
            } else if (!known) continue;
            else if (one.does === "bot") now.bot = 1;
            else if (one.does === "refusal") now.viewerId = null;
            else now.viewerId = "aviewer9";
            visits.set(one.at, now);
            await writeVisit(now);
          } else if (one.does === "end") await deliver("beats", ["a tick1"], Date.now() + day);
          else if (one.does === "tell") await tellConsumers();
          else if (one.does === "both") await Promise.all([tellConsumers(), tellConsumers()]);
          else await sql("DELETE FROM outbox_positions").run();
        }
        await endVisits(Date.now() + day);
        await expectTruth();
      }),
      { numRuns: 20 },
    );
  });

  test("are right whatever order those who count one visit at once come in, also while it is told anew", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        await forgetVisits();
        const unnamed = { ...visit(2), engagedMs: 5000, sections: [5000, 0, 0] };
        await writeVisit(unnamed);
        await deliver("beats", ["a tick1"], Date.now() + day);
        const more = async () => {
          await writeVisit({ ...unnamed, engagedMs: 9000, sections: [9000, 0, 0] });
          await deliver("beats", ["a tick1"], Date.now() + day);
          await tellConsumers();
        };
        const ended = await interleaved(scheduler, [tellConsumers, more, tellConsumers]);
        expect(ended.filter(({ status }) => status === "rejected")).toEqual([]);
        await tellConsumers();
        await expectTruth();
      }),
      { numRuns: 25 },
    );
  });

  test("are rebuilt from visits, whatever they had become", async () => {
    await addMany(1500);
    await sql(
      "INSERT INTO rollups VALUES (?, 'content', '', 0, ?, '{\"total\":[7,7,7,7]}', 3)",
      contentId,
      world.id,
    ).run();
    await rebuild();
    await expectTruth();
    expect((await readReport()).reads).toBeGreaterThan(1000);
    await rebuild();
    await expectTruth();
  });

  test("of senders that were kept before they told apps get them, as a rebuild would", async () => {
    await addMany(300);
    await rebuild();
    const sums = async () => {
      const { results } = await sql("SELECT part, key, sums FROM rollups ORDER BY part, key").all<{
        part: string;
        key: string;
        sums: string;
      }>();
      return results.map((row) => ({ ...row, sums: JSON.parse(row.sums) }));
    };
    const rebuilt = await sums();
    expect(rebuilt.find(({ part }) => part === "sender")?.sums).toHaveProperty("app:wechat");
    await sql(
      `UPDATE rollups SET sums = (SELECT json_group_object(j.key, json(j.value)) FROM json_each(rollups.sums) j
         WHERE j.key NOT LIKE 'app:%') WHERE part = 'sender'`,
    ).run();
    expect(await sums()).not.toEqual(rebuilt);
    const migration = env.TEST_MIGRATIONS.find(({ name }) => name.startsWith("0036_sender_apps"));
    const fills = migration?.queries.filter((query) => query.includes("UPDATE rollups")) ?? [];
    expect(fills).toHaveLength(1);
    // How many of each cell are unnamed came after that.
    const counts = env.TEST_MIGRATIONS.find(({ name }) => name.startsWith("0040_"))?.queries ?? [];
    await env.DB_A.batch([...fills, ...counts].map((query) => sql(query)));
    expect(await sums()).toEqual(rebuilt);
  });

  test("that were kept before they told how many were unnamed get it, as a rebuild would", async () => {
    await addMany(300);
    await rebuild();
    const sums = async () => {
      const { results } = await sql("SELECT part, key, sums FROM rollups ORDER BY part, key").all<{
        sums: string;
      }>();
      return results.map((row) => ({ ...row, sums: JSON.parse(row.sums) }));
    };
    const rebuilt = await sums();
    await sql(
      `UPDATE rollups SET sums = (SELECT json_group_object(j.key, json(CASE
           WHEN j.key = 'total' THEN j.value ELSE json_remove(j.value, '$[2]') END))
         FROM json_each(rollups.sums) j WHERE j.key <> 'unnamed' OR rollups.part <> 'content')
       WHERE part <> 'unnamed'`,
    ).run();
    expect(await sums()).not.toEqual(rebuilt);
    const migration = env.TEST_MIGRATIONS.find(({ name }) => name.startsWith("0040_"));
    await env.DB_A.batch((migration?.queries ?? []).map((query) => sql(query)));
    expect(await sums()).toEqual(rebuilt);
  });

  test("of visits that expire survive them, also a rebuild, and name nobody", async () => {
    for (const at of [1, 2, 3]) {
      await writeVisit({ ...visit(at), engagedMs: 5000 * at, sections: [at * 1000, 0, 0] });
    }
    await endVisits(Date.now() + day);
    const before = await readReport();
    expect(before.reads).toBe(3);
    await sql("UPDATE visits SET quarter = quarter - ?", 400 * day).run();
    await sql("UPDATE counted_visits SET quarter = quarter - ?", 400 * day).run();
    const figures = ({ countedUntil: _, ...report }: Report) => report;
    await tickClock();
    for (const table of ["visits", "counted_visits"]) {
      expect(await sql(`SELECT count(*) AS n FROM ${table}`).first("n"), table).toBe(0);
    }
    const kept = JSON.stringify((await sql("SELECT * FROM rollups WHERE gone = 1").all()).results);
    expect(kept).not.toContain("aviewer");
    expect(figures(await readReport()).reads).toBe(before.reads);
    await rebuild();
    const after = await readReport();
    expect(figures({ ...after, days: [] })).toEqual(figures({ ...before, days: [] }));
  });

  test("of unnamed reads go with their visits", async () => {
    const rows = () => sql("SELECT count(*) AS n FROM rollups WHERE part = 'unnamed'").first("n");
    for (const at of [2, 5]) {
      const past = visit(at).quarter - 400 * day;
      await writeVisit({ ...visit(at), quarter: past, engagedMs: 5000 });
    }
    await endVisits(Date.now() + day);
    expect(await rows()).toBe(2);
    await tickClock();
    expect((await readReport()).reads).toBe(2);
    expect(await rows()).toBe(0);
  });

  test("of unnamed reads are made for a deployment of before there were any", async () => {
    await addMany(1500);
    await rebuild();
    await sql("DELETE FROM rollups WHERE part = 'unnamed'").run();
    const migration = env.TEST_MIGRATIONS.find(({ name }) => name.startsWith("0032_"));
    await env.DB_A.prepare(migration?.queries.at(-1) ?? "").run();
    expect((await expectUnnamedTruth()).length).toBeGreaterThan(50);
  });

  test("are told to lag behind where nobody has taken up what is over", async () => {
    await writeVisit({ ...visit(1), engagedMs: 5000 });
    const at = Date.now() + day;
    await deliver("beats", ["a tick1"], at);
    const behind = await readReport();
    expect(behind.reads).toBe(0);
    expect(Date.parse(behind.countedUntil)).toBe(at - (at % quarter));
    await tellConsumers();
    expect((await readReport()).reads).toBe(1);
  });

  test("are not told to lag behind by what tells of no visit's end", async () => {
    await writeVisit({ ...visit(1), engagedMs: 5000 });
    await endVisits(Date.now() + day);
    const tagged = JSON.stringify([{ kind: "viewer.tagged" }]);
    await sql("INSERT INTO outbox (at, events) VALUES (?, ?)", midnight - day, tagged).run();
    expect(Date.parse((await readReport()).countedUntil)).toBeGreaterThan(midnight - day);
  });
});

describe("counting", () => {
  /** Rows that D1 writes, indexes included, while visits that are over are counted. */
  async function rowsWritten(): Promise<number> {
    await deliver("beats", ["a tick1"], Date.now() + day);
    const batch = env.DB_A.batch.bind(env.DB_A);
    let rows = 0;
    const spy = vi.spyOn(env.DB_A, "batch").mockImplementation(async (statements) => {
      const results = await batch(statements);
      for (const { meta } of results) rows += meta.rows_written;
      return results as never;
    });
    await tellConsumers();
    spy.mockRestore();
    return rows;
  }

  // Each new row of sums has one of an index, and each of the three consumers that look at visits notes its place.
  test.each([
    ["of a reader who is remembered", "aviewer0", 11],
    ["of one who is not, who is in a sum of their own", null, 12],
  ])("writes few rows for a visit that is alone in its minute, %s", async (_, viewerId, bound) => {
    await writeVisit({ ...visit(0), viewerId, engagedMs: 5000, sections: [5000, 0, 0] });
    expect(await rowsWritten()).toBeLessThanOrEqual(bound);
  });

  test("writes a row for each of many and one more where its reader is remembered, and few for all", async () => {
    for (let at = 0; at < 60; at++) {
      const viewerId = at % 2 === 0 ? `aviewer${at}` : null;
      await writeVisit({ ...visit(at), viewerId, engagedMs: 5000, sections: [5000, 0, 0] });
    }
    // The content, two senders, five days and each sender's unnamed reads of a day, all with an index, and the
    // consumers' places.
    expect(await rowsWritten()).toBeLessThanOrEqual(60 + 30 + 2 * (1 + 2 + 5 + 2 * 5) + 3);
  });
});

describe("a report", () => {
  test("has a limit of its own, and so have the other heavy calls; light ones go on", async () => {
    const full = { HEAVY_LIMIT: { limit: async () => ({ success: false }) } };
    const ask = async (method: string, path: string) =>
      (await world.call(method, path, undefined, { bindings: full })).status;
    const of = `/v1/contents/${contentId}`;
    for (const path of [`${of}/report`, `${of}/capacity`, `${of}/variants`]) {
      expect(await ask("GET", path), path).toBe(429);
    }
    expect(await ask("POST", `${of}/suggestions`)).toBe(429);
    expect(await ask("GET", of)).toBe(200);
  });

  test("reads as many rows of 20,000 visits as of 200, within ten times", async () => {
    const cost = async () => {
      const queries = await record(async () => {
        expect((await readReport()).reads).toBeGreaterThan(0);
      });
      return rowsRead(queries);
    };
    await addMany(200);
    await rebuild();
    const few = await cost();
    await addMany(20_000);
    await rebuild();
    await expectTruth();
    const many = await cost();
    expect(few).toBeGreaterThan(0);
    expect(many).toBeLessThanOrEqual(few * 10);
    expect(many).toBeLessThanOrEqual(100);
  });
});

async function addMany(count: number): Promise<void> {
  await sql("DELETE FROM visits").run();
  await addManyVisits(count, { contentId, workspaceId: world.id, senders, until: midnight });
}

async function rebuild(): Promise<void> {
  const { status, body } = await world.call<{ jobId: string }>(
    "POST",
    `/v1/contents/${contentId}/report/rebuild`,
  );
  expect(status).toBe(202);
  await deliver("jobs", [body.jobId]);
  const job = await world.call<{ status: string }>("GET", `/v1/jobs/${body.jobId}`);
  expect(job.body.status).toBe("succeeded");
}

async function tickClock(): Promise<void> {
  await sql("DELETE FROM schedule_runs").run();
  const work = createExecutionContext();
  await worker.scheduled?.(createScheduledController({ scheduledTime: new Date() }), env, work);
  await waitOnExecutionContext(work);
}
