/** Everyday use that once went wrong: the order of visits within a quarter-hour, and a body of very many headings. */
import { beforeAll, describe, expect, test, vi } from "vitest";
import { type WrittenVisit, writeVisits } from "./readers.ts";
import { record } from "./recorded.ts";
import {
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
let senderId: string;

beforeAll(async () => {
  await freshWorld();
  vi.spyOn(env.BEATS, "send").mockResolvedValue({} as never);
  world = await newWorkspace();
  senderId = (await addSender(world)).id;
  contentId = await publish(world);
});

describe("visits of one quarter-hour", () => {
  const quarter = 900_000;
  const begun = Math.floor(Date.now() / quarter) * quarter - quarter;
  /** Ids and rows in an order that is not that of time. */
  const secondsLater = [300, 10, 890, 11, 600, 0, 301];

  beforeAll(async () => {
    const visits = secondsLater.map(
      (seconds, at): WrittenVisit => ({
        id: `avisit${at}`,
        at: begun + 1000 * seconds,
        contentId,
        senderId,
        viewerId: `aviewer${at}`,
      }),
    );
    const before = { id: "avisit9", at: begun - 5000, contentId, senderId, viewerId: "aviewer9" };
    await writeVisits(world, [...visits, before]);
  });

  const newestFirst = [...secondsLater]
    .sort((a, b) => b - a)
    .concat(-5)
    .map((seconds) => new Date(begun + 1000 * seconds).toISOString());

  async function walk(limit: number, filter = "") {
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const after: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const { body } = await world.call<{
        items: { startedAt: string }[];
        nextCursor: string | null;
      }>("GET", `/v1/visits?limit=${limit}${filter}${after}`);
      seen.push(...body.items.map(({ startedAt }) => startedAt));
      cursor = body.nextCursor;
    }
    return seen;
  }

  test.each([
    ["all at once", 200, ""],
    ["one by one", 1, ""],
    ["in threes, of a sender", 3, "sender"],
    ["in twos, of a content", 2, "content"],
  ])("are told newest first to the second: %s", async (_, limit, of) => {
    const filter = { sender: `&senderId=${senderId}`, content: `&contentId=${contentId}` }[of];
    expect(await walk(limit, filter)).toEqual(newestFirst);
  });

  test("are told in an order that the contract names", async () => {
    const contract = (await (await fetchRaw("/openapi.json")).json()) as {
      paths: Record<string, { get: { summary: string } }>;
    };
    expect(contract.paths["/v1/visits"]?.get.summary).toContain("newest first");
  });
});

test("one reader of a sender among very many others is found, and no page looks at all of these", async () => {
  const other = await newWorkspace();
  const { id: sender } = await addSender(other);
  const content = await publish(other);
  await env.DB_A.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 4499)
     INSERT INTO viewers (id, workspace_id, created_at) SELECT 'amany' || i, ?1, 1000 + i FROM n`,
  )
    .bind(other.id)
    .run();
  await writeVisits(other, [
    { id: "amanyv", at: Date.now(), contentId: content, senderId: sender, viewerId: "amany3" },
  ]);
  const pages: number[] = [];
  const found: string[] = [];
  const asked = await record(async () => {
    for (let cursor: string | null = ""; cursor !== null; ) {
      const after: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const { body } = await other.call<{ items: { id: string }[]; nextCursor: string | null }>(
        "GET",
        `/v1/viewers?senderId=${sender}${after}`,
      );
      pages.push(body.items.length);
      found.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
  });
  expect([pages, found]).toEqual([[0, 0, 1], ["amany3"]]);
  const looks = asked.filter(({ sql }) =>
    sql.includes("EXISTS (SELECT 1 FROM visits v JOIN senders"),
  );
  expect(looks).toHaveLength(3);
  expect(Math.max(...looks.flatMap(({ rowsRead }) => rowsRead))).toBeLessThan(6000);
});

describe("a body of four thousand headings", () => {
  const bodyOf = (mark: string) =>
    Array.from({ length: 4000 }, (_, at) => `## ${mark}${at}\n\n${at}号的一句话。`).join("\n\n");

  /** Look-ups in maps, which is what comparing texts comes down to. */
  async function stepsOf(work: () => Promise<unknown>): Promise<number> {
    const get = vi.spyOn(Map.prototype, "get");
    try {
      await work();
      return get.mock.calls.length;
    } finally {
      get.mockRestore();
    }
  }

  test.each([
    ["renamed", "乙"],
    ["as they were", "甲"],
  ])("%s is changed in as many steps as it was made in", async (_, mark) => {
    let id = "";
    const making = await stepsOf(async () => {
      const made = await world.call<{ id: string; sections: unknown[] }>("POST", "/v1/contents", {
        ...sampleContent,
        body: bodyOf("甲"),
      });
      expect(made.status).toBe(201);
      expect(made.body.sections.length).toBeGreaterThanOrEqual(4000);
      id = made.body.id;
    });
    let queries = 0;
    const changing = await stepsOf(async () => {
      const asked = await record(async () => {
        const { status } = await world.call("PATCH", `/v1/contents/${id}`, {
          body: `${bodyOf(mark)}\n\n最后一句。`,
        });
        expect(status).toBe(200);
      });
      queries = asked.length;
    });
    // The sections that there were are read as well as those that come.
    expect(changing).toBeLessThanOrEqual(4 * making);
    expect(queries).toBeLessThanOrEqual(50);
  });
});
