/** A visit that turns out to be a machine's when it was counted already: no face may go on counting it. */
import { beforeEach, expect, test } from "vitest";
import { consent, drain, passTime, readingWorld, readOn, send } from "./people.ts";
import { endVisits, env, fetchRaw } from "./world.ts";

type Reading = Awaited<ReturnType<typeof readingWorld>>;
type Opened = { token: string; ref: string };

const machine = {
  "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/120.0.0.0",
};

let here: Reading;

beforeEach(async () => {
  here = await readingWorld();
});

/** Somebody who agrees and reads, through somebody else's share or none. */
async function read(parentRef?: string): Promise<Opened> {
  passTime(20 * 60_000);
  const answer = await send("/t/open", JSON.stringify({ code: here.code, parentRef }));
  const opened = (await answer.json()) as Opened;
  await consent(opened.token, true);
  await readOn(opened.token);
  await send("/t", `2 ${opened.token} 3 c 1 8000 0 0 900 3000,5000 call`);
  await drain(here.queued);
  await endVisits();
  return opened;
}

/** A last beat of a visit, as a driven browser sends it while it unloads. */
async function unmask({ token }: Opened) {
  await send("/t", `2 ${token} 4 p 1 9000 0 0 900 3000,6000`, machine);
  await drain(here.queued);
  await endVisits();
}

const get = async <T = Record<string, unknown>>(path: string) =>
  (await here.world.call<T>("GET", path)).body;

type Spread = {
  metrics: { size: number };
  nodes: { kind: string; viewerId: string | null; below: number; unnamed: number }[];
};

/** What every face counts of the post. */
async function figures() {
  const { contentId, sender, world } = here;
  const report = await get<{ reads: number; viewers: number }>(`/v1/contents/${contentId}/report`);
  const spread = await get<Spread>(`/v1/contents/${contentId}/spread`);
  const nodes = await get<{ kinds: { direct: number; known: number }[] }>("/v1/nodes");
  const ties = await get<{ total: number }>("/v1/relationships");
  const tags = await get<{ items: { viewers: number }[] }>("/v1/tags");
  const entry = await fetchRaw(new URL(sender.kitUrl).pathname);
  const Cookie = entry.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const kit = await (await fetchRaw("/kit", { headers: { Cookie } })).text();
  const goals = await env.DB_A.prepare("SELECT count(*) AS n FROM goals WHERE workspace_id = ?")
    .bind(world.id)
    .first<{ n: number }>();
  return {
    reads: report.reads,
    viewers: report.viewers,
    inTree: spread.nodes.filter(({ viewerId }) => viewerId !== null).length,
    ofSender: nodes.kinds[0]?.direct ?? 0,
    known: nodes.kinds[0]?.known ?? 0,
    ties: ties.total,
    tags: tags.items.length,
    inKit: kit.includes('<ul class="readers">'),
    goals: goals?.n ?? 0,
  };
}

test("it goes from the report, the tree, the nodes, ties, tags, goals and the kit alike, and says why", async () => {
  const opened = await read();
  expect(await figures()).toMatchObject({
    ...{ reads: 1, viewers: 1, inTree: 1, ofSender: 1, known: 1, ties: 1, inKit: true },
  });
  await unmask(opened);
  expect(await figures()).toEqual({
    ...{ reads: 0, viewers: 0, inTree: 0, ofSender: 0, known: 0, ties: 0, tags: 0 },
    ...{ inKit: false, goals: 0 },
  });
  const { items } = await get<{ items: { id: string; bot: boolean }[] }>("/v1/visits");
  expect(items).toMatchObject([{ bot: true }]);
  const { sentences } = await get<{ sentences: { about: string }[] }>(
    `/v1/visits/${items[0]?.id}/explanation`,
  );
  expect(sentences.map(({ about }) => about)).toContain("bot");
});

test("through whom others came it leaves a place without a name, so that a tree stays a tree", async () => {
  const first = await read();
  await read(first.ref);
  await unmask(first);
  const { nodes, metrics } = await get<Spread>(`/v1/contents/${here.contentId}/spread`);
  expect(metrics.size).toBe(3);
  expect(nodes.filter(({ kind }) => kind !== "sender").map(({ viewerId }) => viewerId)).toEqual([
    expect.any(String),
  ]);
  expect(await figures()).toMatchObject({ reads: 1, viewers: 1, inTree: 1, ties: 1 });
});

test("what comes late of a visit that is known to be a machine's gives it no place", async () => {
  passTime(20 * 60_000);
  const answer = await send("/t/open", JSON.stringify({ code: here.code }));
  const opened = (await answer.json()) as Opened;
  await consent(opened.token, true);
  await unmask(opened);
  await readOn(opened.token);
  await drain(here.queued);
  await endVisits();
  expect(await figures()).toMatchObject({ reads: 0, inTree: 0, ofSender: 0, ties: 0 });
});
