/** What comes in after it was deleted: late messages of a page leave nothing, and a no is heard all the same. */
import { beforeEach, expect, test } from "vitest";
import {
  beat,
  consent,
  drain,
  openPage,
  passTime,
  readAndAgree,
  readingWorld,
  readOn,
} from "./people.ts";
import { endVisits, env, type World } from "./world.ts";

let world: World;
let contentId: string;
let code: string;
let queued: string[];

beforeEach(async () => {
  ({ world, contentId, code, queued } = await readingWorld({ demo: true }));
});

const tables = [
  "visits",
  "viewers",
  "consents",
  "goals",
  "spread_nodes",
  "open_visits",
  "rollups",
  "link_visits",
];

async function held(): Promise<Record<string, number>> {
  const counts = await Promise.all(
    tables.map(async (name) => {
      const row = await env.DB_A.prepare(`SELECT count(*) AS n FROM ${name}`).first<{
        n: number;
      }>();
      return [name, row?.n ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}

/** A reader of whom nothing has come in yet, and one who is in the middle; both go on afterwards. */
async function readThrough(end: () => Promise<{ status: number }>) {
  const early = await readAndAgree(code, queued);
  const late = await openPage(code);
  await consent(late.token, true);
  await readOn(late.token);
  const waiting = queued.splice(0);
  expect((await end()).status).toBe(204);
  const before = await held();
  queued.push(...waiting);
  await drain(queued);
  await beat(early.token, 3, 20_000);
  await drain(queued);
  passTime(200_000);
  await endVisits();
  return { early, before };
}

test("of a cleared demo no row comes back by what its readers' pages still say", async () => {
  const { early } = await readThrough(() => world.call("DELETE", "/v1/workspace/demo"));
  await consent(early.token, false, early.cookie);
  await drain(queued);
  expect(await held()).toEqual({});
});

test("of a deleted content nothing is added to what was read before", async () => {
  const { before } = await readThrough(() => world.call("DELETE", `/v1/contents/${contentId}`));
  const after = await held();
  expect({ ...after, rollups: 0, open_visits: 0 }).toEqual({
    ...before,
    rollups: 0,
    open_visits: 0,
  });
  const { results } = await env.DB_A.prepare("SELECT engaged_ms AS ms FROM visits").all();
  expect(results).toEqual([{ ms: 8000 }]);
});

test("of a deleted content a no still takes back who read it", async () => {
  const { early } = await readThrough(() => world.call("DELETE", `/v1/contents/${contentId}`));
  passTime(1000);
  await consent(early.token, false, early.cookie);
  await drain(queued);
  const { results } = await env.DB_A.prepare("SELECT viewer_id AS viewer FROM visits").all();
  expect(results).toEqual([{ viewer: null }]);
  expect(await held()).not.toHaveProperty("viewers");
});
