/** What was recovered of what was planted. */
import { type ContentId, knownId, targetOfContent } from "../../src/domain/ids.ts";
import { figuresOf, type JudgedTree } from "../../src/insight/kinds/figures.ts";
import { kindsOf } from "../../src/insight/kinds/node-kind.ts";
import { INTEREST } from "../../src/insight/tags/built-in.ts";
import { scoresAt } from "../../src/insight/tags/score.ts";
import { readAwards } from "../../src/storage/tag-awards.ts";
import { hashRefIds } from "../../src/usecases/open/refs.ts";
import { judgedTrees } from "../../src/usecases/spread/judge-nodes.ts";
import { loadSpread } from "../../src/usecases/spread/load-trees.ts";
import { ruleVersions } from "../../src/usecases/tags/rule-versions.ts";
import { entryOf } from "../../src/usecases/tags/score-viewers.ts";
import type { Plan } from "./plan.ts";
import type { World } from "./world.ts";

/** Of those found how many are right, of those there are how many were found. */
export type Recovery = { found: number; planted: number; right: number };
export type Outcome = {
  tags: Recovery;
  parents: Recovery;
  trusted: Recovery & { judged: number; verdict: string };
  briefing: Recovery;
  visits: number;
  nodes: number;
  depth: number;
  /** People who were erased half-way, by the verb that a key calls. */
  erased: number;
  /** Rows anywhere that lead to somebody who was erased. */
  traces: number;
};

/** Below so many points a tag is a hint and no interest: one long read by mistake earns ten. */
const leastScore = 20;

export async function scoreCampaign(world: World, plan: Plan): Promise<Outcome> {
  const spread = await parentsOf(world, plan);
  const { raw } = world;
  const one = (text: string) => Number(raw.prepare(text).get()?.n);
  return {
    tags: await tagsOf(world, plan),
    parents: spread.parents,
    trusted: spread.trusted,
    briefing: briefingOf(world, plan),
    visits: one("SELECT count(*) AS n FROM visits"),
    nodes: one("SELECT count(*) AS n FROM spread_nodes"),
    depth: spread.depth,
    erased: one("SELECT count(*) AS n FROM audit WHERE verb = 'viewer.erase'"),
    traces: tracesOf(world, plan),
  };
}

/** A viewer's interest is planted where they met the topic; by tags of the built-in rules it is found. */
async function tagsOf(world: World, plan: Plan): Promise<Recovery> {
  const { scope } = await world.caller();
  const rules = await ruleVersions(scope);
  const topicOf = new Map(plan.contents.map(({ id, topic }) => [id, topic]));
  const planted = new Set<string>();
  for (const { person, contentId, at, isBot } of plan.touches) {
    const half = at < plan.half ? 0 : person.viewers.length - 1;
    const viewerId = person.viewers[half];
    const topic = topicOf.get(contentId) ?? "";
    if (!viewerId || isBot || plan.erased.has(viewerId) || !person.interests.has(topic)) continue;
    planted.add(`${viewerId} ${topic}`);
  }
  const viewers = plan.people.flatMap((person) => person.viewers);
  const found = new Set<string>();
  for (let from = 0; from < viewers.length; from += 500) {
    const awards = await readAwards(scope, viewers.slice(from, from + 500));
    for (const [viewerId, own] of Map.groupBy(awards, (award) => award.viewerId)) {
      for (const { tag, score } of scoresAt(own.map(entryOf), rules, { at: plan.end })) {
        // Points fade by a third in a fortnight: the bar fades with them.
        if (score >= leastScore * 2 ** (-14 / 30))
          found.add(`${viewerId} ${tag.slice(INTEREST.length)}`);
      }
    }
  }
  return recovery(found, planted);
}

function recovery(found: ReadonlySet<string>, planted: ReadonlySet<string>): Recovery {
  const right = [...found].filter((one) => planted.has(one)).length;
  return { found: found.size, planted: planted.size, right };
}

async function parentsOf(world: World, plan: Plan) {
  const { scope } = await world.caller();
  const people = plan.touches.filter(({ isBot }) => !isBot);
  const refs = new Set(
    people.flatMap(({ ref, parent }) => (parent === null ? [ref] : [ref, parent])),
  );
  const hashes = await hashRefIds(world.ctx, refs);
  // Of a person whose viewer is known the key is the viewer; of everybody else their own hashed ref.
  const keyAt = new Map<string, string>();
  const nodes = world.raw
    .prepare("SELECT ref_hash AS ref, viewer_id AS viewer FROM spread_nodes")
    .all();
  for (const { ref, viewer } of nodes)
    keyAt.set(String(ref), viewer === null ? String(ref) : `v:${viewer}`);
  const keyOf = (ref: string | null) => {
    const hash = ref === null ? null : (hashes.get(knownId(ref)) ?? "");
    return hash === null ? "" : (keyAt.get(hash) ?? hash);
  };
  const first = new Map<string, { at: number; parent: string }>();
  for (const { ref, parent, code, at } of people) {
    const key = `${code} ${keyOf(ref)}`;
    const known = first.get(key);
    if (!known || at < known.at) first.set(key, { at, parent: keyOf(parent) });
  }
  const planted = new Set([...first].map(([key, { parent }]) => `${key} < ${parent}`));
  const found = new Set<string>();
  const judged: JudgedTree[] = [];
  let depth = 0;
  for (const { id } of plan.contents) {
    const target = targetOfContent(knownId<ContentId>(id));
    const { trees } = await loadSpread(scope, { target });
    judged.push(...(await judgedTrees(scope, target, trees)));
    for (const { root, tree } of trees) {
      const depths = new Int32Array(tree.parents.length);
      for (let node = 1; node < tree.parents.length; node++) {
        const parent = tree.parents[node] ?? 0;
        depths[node] = (depths[parent] ?? 0) + 1;
        depth = Math.max(depth, depths[node] ?? 0);
        found.add(`${root.code} ${tree.keys[node]} < ${tree.keys[parent]}`);
      }
    }
  }
  return { parents: recovery(found, planted), trusted: trustedOf(judged, plan), depth };
}

function trustedOf(judged: readonly JudgedTree[], { senders }: Plan): Outcome["trusted"] {
  const own = new Set(senders.map(({ id }) => `s:${id}`));
  const kinds = kindsOf(figuresOf(judged).filter(({ key }) => own.has(key)));
  const found = new Set(
    kinds.nodes.flatMap(({ kind, figures }) => (kind === "trusted" ? [figures.key] : [])),
  );
  const planted = new Set(
    senders.flatMap(({ id, kind }) => (kind === "trusted" ? [`s:${id}`] : [])),
  );
  return { ...recovery(found, planted), judged: kinds.judged, verdict: kinds.verdict };
}

function briefingOf({ raw }: World, { people }: Plan): Recovery {
  const rows = raw
    .prepare("SELECT viewer_id AS viewer FROM briefing_items WHERE place IS NOT NULL")
    .all();
  const planted = new Set(people.flatMap(({ hot, viewers }) => (hot ? viewers.slice(0, 1) : [])));
  return recovery(new Set(rows.map(({ viewer }) => String(viewer))), planted);
}

/** The outbox names visits and no viewers, so that every table is looked through as it is. */
function tracesOf({ raw }: World, { erased }: Plan): number {
  const tables = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  let traces = 0;
  for (const { name } of tables) {
    const columns = raw.prepare(`SELECT name FROM pragma_table_info('${name}')`).all();
    for (const column of columns) {
      if (column.name !== "viewer_id" && !(name === "viewers" && column.name === "id")) continue;
      const count = raw
        .prepare(
          `SELECT count(*) AS n FROM ${name} WHERE ${column.name} IN (SELECT value FROM json_each(?))`,
        )
        .get(JSON.stringify([...erased]));
      traces += Number(count?.n ?? 0);
    }
  }
  return traces;
}
