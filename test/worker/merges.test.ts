/** Viewers who turn out to be one person: whatever order it is said and taken back in, nothing is lost by it. */
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { knownId, type ViewerId } from "../../src/domain/ids.ts";
import type { Caller } from "../../src/usecases/kernel/context.ts";
import { eraseViewer } from "../../src/usecases/viewers/erase-viewer.ts";
import { identifyViewer } from "../../src/usecases/viewers/identify-viewer.ts";
import { mergeViewers, unmergeViewer } from "../../src/usecases/viewers/merge-viewers.ts";
import { settleMerges } from "../../src/usecases/viewers/settle-merges.ts";
import { failingAt, interleaved } from "./interleaved.ts";
import { callerIn, passTime, readAndAgree, readingWorld } from "./people.ts";
import { endVisits, env, type World } from "./world.ts";

let world: World;
let sender: { id: string };
let contentId: string;
let code: string;
let contacts: string[];
let queued: string[];

beforeEach(async () => {
  ({ world, sender, contentId, code, queued } = await readingWorld());
  contacts = [];
  for (const name of ["甲", "乙"]) {
    const made = await world.call<{ id: string }>("POST", "/v1/contacts", {
      senderId: sender.id,
      name,
    });
    contacts.push(made.body.id);
  }
});

/** Somebody who may do all of it; each with a clock that goes on by itself. */
const caller = () => callerIn(world);

type Row = Record<string, string | number | null>;
const rows = async (sql: string) => (await env.DB_A.prepare(sql).all<Row>()).results;

const idOf = (at: number) => knownId<ViewerId>(`a00000000000000${at}`);

/** Viewers who each read once, and were each seen a moment after the one before. */
async function someViewers(
  names: readonly (readonly [contact: number, certainty: string] | null)[],
) {
  await env.DB_A.batch([
    env.DB_A.prepare("DELETE FROM viewers"),
    env.DB_A.prepare("DELETE FROM visits"),
    ...names.flatMap((name, at) => [
      env.DB_A.prepare(
        `INSERT INTO viewers (id, workspace_id, contact_id, certainty, named_by, named_at, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ).bind(
        idOf(at),
        world.id,
        name && (contacts[name[0]] ?? null),
        name?.[1] ?? null,
        name && "api",
        name && 500,
        1000 + at,
      ),
      env.DB_A.prepare(
        `INSERT INTO visits (target, quarter, id, workspace_id, content_id, version, sender_id, channel, rung,
           refused, code, viewer_id, started_at, last_beat_at, engaged_ms, scroll, sections, seq, end_seq, was_cut,
           app, device, bot, own, revision)
         VALUES (?1, 900000, ?2, ?3, ?1, 1, ?4, 'chat', 'anonymous', 0, ?5, ?6, 900000, 905000, 5000, 100, '[]', 2, 2,
           0, 'wechat', 'phone', 0, 0, 0)`,
      ).bind(contentId, `a11111111111111${at}`, world.id, sender.id, code, idOf(at)),
    ]),
  ]);
}

const anybody = fc.nat(3).map(idOf);
const anyName = fc.option(
  fc.tuple(fc.nat(1), fc.constantFrom("probable" as const, "confirmed" as const)),
  { freq: 1 },
);
const fourNames = fc.tuple(anyName, anyName, anyName, anyName);

type Act =
  | { kind: "merge"; one: ViewerId; other: ViewerId }
  | { kind: "undo"; one: ViewerId }
  | { kind: "identify"; one: ViewerId; contact: number; certainty: "probable" | "confirmed" }
  | { kind: "erase"; one: ViewerId };

const merge = fc.record({ kind: fc.constant("merge" as const), one: anybody, other: anybody });
const undo = fc.record({ kind: fc.constant("undo" as const), one: anybody });
const identify = fc.record({
  kind: fc.constant("identify" as const),
  one: anybody,
  contact: fc.nat(1),
  certainty: fc.constantFrom("probable" as const, "confirmed" as const),
});
const erase = fc.record({ kind: fc.constant("erase" as const), one: anybody });

/** Does it; whatever is refused has changed nothing. */
async function act(asking: Caller, what: Act): Promise<boolean> {
  try {
    if (what.kind === "merge") await mergeViewers(asking, what.one, what.other);
    if (what.kind === "undo") await unmergeViewer(asking, what.one);
    if (what.kind === "erase") await eraseViewer(asking, what.one);
    if (what.kind === "identify") {
      const contactId = knownId<never>(contacts[what.contact] ?? "");
      await identifyViewer(asking, what.one, { contactId, certainty: what.certainty });
    }
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: expect.stringMatching(/conflict|invalid|not-found/) });
    return false;
  }
}

/** Whoever turned out to be somebody leads to one who is themselves, and every visit is somebody's. */
async function expectOneStep() {
  expect(
    await rows(`SELECT w.id FROM viewers w LEFT JOIN viewers k ON k.id = w.merged_into
      WHERE w.merged_into IS NOT NULL AND (k.id IS NULL OR k.merged_into IS NOT NULL)`),
  ).toEqual([]);
  expect(
    await rows(
      "SELECT v.id FROM visits v LEFT JOIN viewers w ON w.id = v.viewer_id WHERE w.id IS NULL",
    ),
  ).toEqual([]);
}

const everything = () => rows("SELECT * FROM viewers ORDER BY id");

describe("whatever is said of four viewers", () => {
  test("taking every merge back, in any order, leaves them as they were, with their names", async () => {
    const asking = await caller();
    await fc.assert(
      fc.asyncProperty(
        fourNames,
        fc.array(fc.oneof({ weight: 3, arbitrary: merge }, undo), { minLength: 6, maxLength: 12 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        async (names, acts, order) => {
          await someViewers(names);
          const before = await everything();
          const saidToBe = new Map<string, string>();
          const rootOf = (id: string): string => {
            const other = saidToBe.get(id);
            return other === undefined ? id : rootOf(other);
          };
          for (const one of acts) {
            const [first = "", second = ""] =
              one.kind === "merge" ? [rootOf(one.one), rootOf(one.other)].toSorted() : [];
            if (await act(asking, one)) {
              if (one.kind === "merge") saidToBe.set(second, first);
              else saidToBe.delete(one.one);
            }
            await expectOneStep();
            const led = await rows("SELECT id, coalesce(merged_into, id) AS root FROM viewers");
            expect(led).toEqual(led.map(({ id }) => ({ id, root: rootOf(String(id)) })));
          }
          for (const at of order) await act(asking, { kind: "undo", one: idOf(at) });
          expect(await everything()).toEqual(before);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("every visit stays the person's who it is, until they are erased, and then nothing of theirs stays", async () => {
    const asking = await caller();
    await fc.assert(
      fc.asyncProperty(
        fourNames,
        fc.array(
          fc.oneof(
            { weight: 4, arbitrary: merge },
            undo,
            { weight: 2, arbitrary: identify },
            erase,
          ),
          { maxLength: 8 },
        ),
        async (names, acts) => {
          await someViewers(names);
          const left = new Set([0, 1, 2, 3].map(idOf));
          for (const one of acts) {
            const together = await rows(
              `SELECT w.id, coalesce(w.merged_into, w.id) AS root FROM viewers w`,
            );
            const root = together.find(({ id }) => id === one.one)?.root;
            const done = await act(asking, one);
            if (done && one.kind === "erase") {
              for (const row of together) {
                if (row.root === root) left.delete(knownId<ViewerId>(String(row.id)));
              }
            }
            await expectOneStep();
            const kept = (table: string, column: string) =>
              rows(`SELECT ${column} AS id FROM ${table} ORDER BY 1`).then((all) =>
                all.map(({ id }) => id),
              );
            expect(await kept("viewers", "id")).toEqual([...left].toSorted());
            expect(await kept("visits", "viewer_id")).toEqual([...left].toSorted());
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("in every order", () => {
  test("two merges at once make one person of three, whom every id leads to", async () => {
    const [first, second] = [await caller(), await caller()];
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        await someViewers([null, null, null]);
        const done = await interleaved<unknown>(scheduler, [
          () => mergeViewers(first, idOf(2), idOf(1)),
          () => mergeViewers(second, idOf(1), idOf(0)),
        ]);
        expect(done.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
        await expectOneStep();
        expect(await rows("SELECT id FROM viewers WHERE merged_into IS NULL")).toEqual([
          { id: idOf(0) },
        ]);
      }),
      { numRuns: 25 },
    );
  });

  test("two who are said to be somebody from outside at once are one person, of one contact", async () => {
    const [first, second] = [await caller(), await caller()];
    const who = (crm: string) => ({
      name: "张先生",
      senderId: knownId<never>(sender.id),
      externalIds: { crm },
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        await someViewers([null, null]);
        const crm = String(run++);
        const done = await interleaved<unknown>(scheduler, [
          () => identifyViewer(first, idOf(0), who(crm)),
          () => identifyViewer(second, idOf(1), who(crm)),
        ]);
        expect(done.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
        expect(
          await rows(`SELECT id FROM contacts WHERE external_ids ->> 'crm' = '${crm}'`),
        ).toHaveLength(1);
        expect(await rows("SELECT merged_into FROM viewers ORDER BY id")).toEqual([
          { merged_into: null },
          { merged_into: idOf(0) },
        ]);
      }),
      { numRuns: 25 },
    );
  });

  test("a merge during an erasure leaves no visit behind that is nobody's", async () => {
    const [first, second] = [await caller(), await caller()];
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        await someViewers([null, null]);
        await interleaved<unknown>(scheduler, [
          () => mergeViewers(first, idOf(1), idOf(0)),
          () => eraseViewer(second, idOf(0)),
        ]);
        await expectOneStep();
      }),
      { numRuns: 25 },
    );
  });
});

test("a merge that is settled is settled in the sums too, wherever it breaks off", async () => {
  await readAndAgree(code, queued);
  passTime(60_000);
  await readAndAgree(code, queued);
  await endVisits();
  const [one, two] = await rows("SELECT id FROM viewers ORDER BY created_at");
  await mergeViewers(await caller(), knownId(String(two?.id)), knownId(String(one?.id)));
  passTime(25 * 3_600_000);
  const told = async () => {
    const report = `/v1/contents/${contentId}/report`;
    const { viewers, reads } = (await world.call<{ viewers: number; reads: number }>("GET", report))
      .body;
    const [held] = await rows("SELECT count(DISTINCT viewer_id) AS n FROM visits");
    return { reads, viewers, held: held?.n };
  };
  const ctx = await caller();
  let failing = 0;
  while (
    await failingAt(failing++, async () => {
      await settleMerges(ctx, env.DB_A).catch(() => undefined);
    })
  ) {
    const { reads, viewers, held } = await told();
    expect(reads).toBe(2);
    expect(viewers).toBe(held);
  }
  expect(await told()).toEqual({ reads: 2, viewers: 1, held: 1 });
});
