/**
 * What each visit was added to the sums as, beside what it is now: read in one moment, for whoever changes sums goes by
 * all of it and writes on the condition that nobody else did meanwhile.
 */
import type { ContentId, TargetId, ViewerId } from "../domain/ids.ts";
import type { CountedVisit } from "../domain/rollup.ts";
import type { Instant } from "../domain/units.ts";
import type { Counting, StoredVisit, VisitKey } from "../domain/visit.ts";
import type { SumsAsRead } from "./rollups.ts";
import type { Scope, Statement } from "./scope.ts";
import { selectSql } from "./scope.ts";
import { readShard, readShardTogether } from "./shard.ts";

/** Joins a row's alias to the key in a row of json_each. */
const byKey = (alias: string) =>
  `${alias}.target = j.value ->> 'target' AND ${alias}.quarter = j.value ->> 'quarter' AND ${alias}.id = j.value ->> 'id'`;

/** What of a visit decides whether and how it counts. */
export type ClosedVisit = Omit<
  CountedVisit,
  "sections" | "engagedMs" | "doubtful" | "completion" | "reached" | "again"
> &
  Counting &
  Pick<StoredVisit, "engagedMs" | "contentId"> & { sections: number[] };

const closedVisit = `v.target, v.quarter, v.id, v.workspace_id AS workspaceId, v.content_id AS contentId,
  v.version, v.viewer_id AS viewerId, v.sender_id AS senderId, v.channel, v.app,
  v.engaged_ms AS engagedMs, v.scroll, v.sections, v.bot, v.own, v.burst,
  v.seen_ms AS seenMs, v.heard`;

type Packed<Row> = Omit<Row, "sections" | "again"> & { sections: string; again?: string };

function unpacked<Row extends { sections: unknown }>(results: Packed<Row>[]): Row[] {
  return results.map(({ sections, again, ...row }) => {
    const lists = again === undefined ? {} : { again: JSON.parse(again) };
    return { ...row, sections: JSON.parse(sections), ...lists } as unknown as Row;
  });
}

const selectClosed =
  `SELECT ${closedVisit} FROM json_each(?1, '$.keys') AS j JOIN visits v ON ${byKey("v")}
  WHERE v.closed_at IS NOT NULL` as const;

/** The keys of a target's visits in their order, after one of them. */
export async function listVisitKeys(
  d1: D1Database,
  target: TargetId,
  after: Pick<VisitKey, "quarter" | "id"> | null,
  limit: number,
): Promise<VisitKey[]> {
  const results = await readShard<VisitKey>(
    d1,
    "clock",
    `SELECT target, quarter, id FROM visits WHERE target = ? AND (quarter, id) > (?, ?)
       ORDER BY quarter, id LIMIT ?`,
    target,
    after?.quarter ?? 0,
    after?.id ?? "",
    limit,
  );
  return results;
}

/** A section of a version by its lasting id, with the time that reading it takes. */
export type SectionFacts = { id: string; expectedMs: number };

/** The sections of versions in their order, by "CONTENT VERSION". */
export async function readSectionFacts(
  d1: D1Database,
  versions: readonly { contentId: ContentId; version: number }[],
): Promise<Map<string, SectionFacts[]>> {
  if (versions.length === 0) return new Map();
  const results = await readShard<{ contentId: ContentId; version: number; facts: string }>(
    d1,
    "clock",
    `SELECT v.content_id AS contentId, v.version,
         (SELECT json_group_array(json_object('id', s.value ->> 'id', 'expectedMs', s.value ->> 'expectedMs'))
          FROM json_each(v.sections) s) AS facts
       FROM json_each(?) AS j JOIN versions v
         ON v.content_id = j.value ->> 'contentId' AND v.version = j.value ->> 'version'`,
    JSON.stringify(versions),
  );
  return new Map(
    results.map(({ contentId, version, facts }) => [`${contentId} ${version}`, JSON.parse(facts)]),
  );
}

const countedVisit = `c.target, c.quarter, c.id, c.workspace_id AS workspaceId, c.version,
  c.viewer_id AS viewerId, c.sender_id AS senderId, c.channel, c.app, c.engaged_ms AS engagedMs, c.scroll,
  c.sections, c.doubtful, c.completion, c.reached, c.again`;

const selectCounted =
  `SELECT ${countedVisit} FROM json_each(?1, '$.keys') AS j JOIN counted_visits c ON ${byKey("c")}` as const;

const selectRevisions = `SELECT j.value AS target, coalesce(r.revision, 0) AS revision
  FROM json_each(?1, '$.targets') AS j
  LEFT JOIN rollups r ON r.target = j.value AND r.part = 'content' AND r.key = '' AND r.gone = 0` as const;

/** What statements that travel together share: visits, and each of their targets once. */
const asked = (keys: readonly VisitKey[]) =>
  JSON.stringify({ keys, targets: [...new Set(keys.map(({ target }) => target))] });

/** What visits were added to the sums as, those that were not left out, and how the sums stood at that moment. */
export type CountedAsRead = { counted: CountedVisit[]; sums: SumsAsRead[] };

/** What these visits were added to the sums as, asked together with the sums' revisions. */
export async function readCounted(
  d1: D1Database,
  keys: readonly VisitKey[],
): Promise<CountedAsRead> {
  const [counted = [], sums = []] = await readShardTogether<never>(
    d1,
    "clock",
    [selectCounted, selectRevisions],
    asked(keys),
  );
  return { counted: unpacked<CountedVisit>(counted), sums };
}

/** The same with those of these visits that are over, all of one moment. */
export async function readToCount(
  d1: D1Database,
  keys: readonly VisitKey[],
): Promise<CountedAsRead & { closed: ClosedVisit[] }> {
  const [closed = [], counted = [], sums = []] = await readShardTogether<never>(
    d1,
    "clock",
    [selectClosed, selectCounted, selectRevisions],
    asked(keys),
  );
  return { closed: unpacked<ClosedVisit>(closed), counted: unpacked<CountedVisit>(counted), sums };
}

/**
 * All visits that some viewers were counted with. By itself SQLite would take the key's first column, a
 * content, and look at all visits of it.
 */
export async function readCountedOfViewers(
  d1: D1Database,
  viewers: readonly { target: TargetId; viewerId: ViewerId }[],
): Promise<CountedVisit[]> {
  if (viewers.length === 0) return [];
  const results = await readShard<Packed<CountedVisit>>(
    d1,
    "clock",
    `SELECT ${countedVisit} FROM json_each(?) AS j
       JOIN counted_visits c INDEXED BY counted_visits_by_viewer
         ON c.target = j.value ->> 'target' AND c.viewer_id = j.value ->> 'viewerId'`,
    JSON.stringify(viewers),
  );
  return unpacked<CountedVisit>(results);
}

/** What visits of a period were counted as, the latest first, up to a bound. */
export async function readCountedOfPeriod(
  scope: Scope,
  contentId: ContentId,
  { since, until }: { since: Instant; until: Instant },
  limit: number,
): Promise<CountedVisit[]> {
  const rows = await selectSql<Packed<CountedVisit>>(
    scope,
    `SELECT ${countedVisit} FROM counted_visits c
     WHERE c.workspace_id = ?1 AND c.target = ?2 AND c.quarter >= ?3 AND c.quarter < ?4
     ORDER BY c.quarter DESC, c.id DESC LIMIT ?5`,
    contentId,
    since,
    until,
    limit,
  );
  return unpacked<CountedVisit>(rows);
}

/** Statements: note what visits were added as, and forget those that are added no more. */
export function writeCounted(
  counted: readonly CountedVisit[],
  uncounted: readonly VisitKey[],
): Statement[] {
  const insert = `INSERT OR REPLACE INTO counted_visits (target, quarter, id, workspace_id, version, viewer_id,
      sender_id, channel, app, engaged_ms, scroll, sections, doubtful, completion, reached, again)
    SELECT j.value ->> 'target', j.value ->> 'quarter', j.value ->> 'id', j.value ->> 'workspaceId',
      j.value ->> 'version', j.value ->> 'viewerId', j.value ->> 'senderId', j.value ->> 'channel',
      j.value ->> 'app', j.value ->> 'engagedMs', j.value ->> 'scroll', j.value ->> 'sections',
      j.value ->> 'doubtful', j.value ->> 'completion', j.value ->> 'reached', j.value ->> 'again'
    FROM json_each(?) AS j`;
  const forget = `DELETE FROM counted_visits WHERE (target, quarter, id) IN (
    SELECT value ->> 'target', value ->> 'quarter', value ->> 'id' FROM json_each(?))`;
  return [
    ...(counted.length === 0 ? [] : [{ sql: insert, params: [JSON.stringify(counted)] }]),
    ...(uncounted.length === 0 ? [] : [{ sql: forget, params: [JSON.stringify(uncounted)] }]),
  ];
}
