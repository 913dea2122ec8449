import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeFlood } from "../../bench/ingest/flood.ts";
import { instant, quarterHour } from "../../src/domain/units.ts";
import { type BeatMessage, encodeMessage, foldBeats } from "../../src/tracking/index.ts";
import { maxVisitsPerQuarter } from "../../src/usecases/beats/admit-visits.ts";
import { addLink, addSender, deliver, env, freshWorld, newWorkspace, publish } from "./world.ts";

const startMs = instant(1_793_491_200_000);

let code: string;
let target: string;

beforeEach(async () => {
  await freshWorld();
  const world = await newWorkspace();
  const { id: senderId } = await addSender(world);
  target = await publish(world);
  code = (await addLink(world, { contentId: target, senderId })).code;
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** What the database holds of each visit's figures. */
async function stored() {
  const { results } = await env.DB_A.prepare(
    "SELECT id, engaged_ms AS engagedMs, scroll, sections, seq, end_seq AS endSeq FROM visits ORDER BY id",
  ).all<{ id: string; sections: string }>();
  return results.map((row) => ({ ...row, sections: JSON.parse(row.sections) as number[] }));
}

function modelOf(messages: readonly BeatMessage[]) {
  return foldBeats(messages)
    .map(({ claims, engagedMs, scroll, sections, seq, endSeq }) => ({
      id: claims.visitId,
      ...{ engagedMs, scroll, sections, seq, endSeq },
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe("the merge in SQL", () => {
  test("is the model's, for any beats in any order, doubled, in any batches, by consumers at once", async () => {
    const { messages } = makeFlood({ code, target }, 4, 6, startMs);
    const size = messages.length * 2;
    await fc.assert(
      fc
        .asyncProperty(
          fc.shuffledSubarray([...messages, ...messages], { minLength: 1, maxLength: size }),
          fc.integer({ min: 1, max: 12 }),
          async (some, batchSize) => {
            const batches: Promise<unknown>[] = [];
            for (let at = 0; at < some.length; at += batchSize) {
              const batch = some.slice(at, at + batchSize).map(encodeMessage);
              batches.push(deliver("beats", batch));
            }
            await Promise.all(batches);
            expect(await stored()).toEqual(modelOf(some));
          },
        )
        .afterEach(async () => {
          await env.DB_A.exec("DELETE FROM visits");
        }),
      { numRuns: 15 },
    );
  });
});

describe("a flood", () => {
  const fill = (visits: number) =>
    env.DB_A.prepare("INSERT INTO link_visits (code, quarter, visits) VALUES (?, ?, ?)")
      .bind(code, quarterHour(startMs), visits)
      .run();

  test("of visits stops at what a link may begin, and leaves those alone that have begun", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    const { messages } = makeFlood({ code, target }, 3, 2, startMs);
    const visits = [0, 1, 2].map((at) =>
      messages.filter(({ claims }) => claims.visitId === `aFlood${at}`),
    );
    const bodies = (at: number) => (visits[at] ?? []).map(encodeMessage);
    await fill(maxVisitsPerQuarter - 2);
    await deliver("beats", bodies(0).slice(0, 1));
    const told = await deliver("beats", [...bodies(1), ...bodies(2)]);
    expect(told.retried).toEqual([]);
    await deliver("beats", bodies(0).slice(1));
    const rows = await stored();
    expect(rows.map(({ id }) => id)).toEqual(["aFlood0", "aFlood1"]);
    expect(rows[0]).toEqual(modelOf(visits[0] ?? [])[0]);
  });

  test("of one link leaves another's readers alone", async () => {
    await fill(maxVisitsPerQuarter);
    const world = await newWorkspace();
    const { id: senderId } = await addSender(world);
    const theirs = await publish(world);
    const other = await addLink(world, { contentId: theirs, senderId });
    const { messages } = makeFlood({ code: other.code, target: theirs }, 1, 1, startMs);
    await deliver("beats", messages.map(encodeMessage));
    expect(await stored()).toHaveLength(1);
  });

  test("of goals stops after some", async () => {
    const [message] = makeFlood({ code, target }, 1, 1, startMs).messages;
    for (let goal = 0; goal < 60; goal += 10) {
      const names = Array.from({ length: 10 }, (_, at) => `goal ${goal + at}`);
      await deliver(
        "beats",
        names.map((name) => encodeMessage({ ...(message as BeatMessage), goal: { name } })),
      );
    }
    const { n } = (await env.DB_A.prepare("SELECT count(*) AS n FROM goals").first<{
      n: number;
    }>()) ?? { n: 0 };
    expect(n).toBe(20);
  });
});
