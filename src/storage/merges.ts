/** Viewers who turned out to be one person: noted, undone within a day, and settled after it. */
import { eq, sql } from "drizzle-orm";
import type { ViewerId } from "../domain/ids.ts";
import { day, earlier, type Instant } from "../domain/units.ts";
import { viewers } from "./schema.ts";
import { type Scope, type Statement, update, writeSql } from "./scope.ts";
import { readShard } from "./shard.ts";
import { namedLater, nameViewer, type Viewer } from "./viewers.ts";

const notLent = {
  lentAt: null,
  wasContactId: null,
  wasCertainty: null,
  wasNamedBy: null,
  wasNamedAt: null,
};

/**
 * Statements: note that a viewer, with all that turned out to be it, is another one.
 *
 * @param lends - the other takes over its name
 */
export function mergeViewer(
  scope: Scope,
  viewer: Viewer,
  into: Viewer,
  now: Instant,
  lends = false,
): Statement[] {
  const lentAt = namedLater(into, now);
  const lent = {
    lentAt,
    wasContactId: into.contactId,
    wasCertainty: into.certainty,
    wasNamedBy: into.namedBy,
    wasNamedAt: into.namedAt,
  };
  const set = { mergedAt: now, saidToBe: into.id, ...(lends ? lent : notLent) };
  return [
    writeSql(
      scope,
      `UPDATE viewers SET merged_into = ?2 WHERE +workspace_id = ?1 AND (id = ?3 OR merged_into = ?3)`,
      into.id,
      viewer.id,
    ),
    update(scope, viewers, set, eq(viewers.id, viewer.id)),
    ...(lends ? [nameViewer(scope, into.id, { ...viewer, namedAt: lentAt })] : []),
  ];
}

/**
 * Statements: a viewer is itself again, with all that turned out to be it. The name that it lent goes: the other one
 * gets its own back, or, where a third has lent it another since, will have its own back after that one.
 */
export function unmergeViewer(scope: Scope, { id, mergedInto, ...was }: Viewer): Statement[] {
  const set = { mergedInto: null, mergedAt: null, saidToBe: null, ...notLent };
  return [
    writeSql(
      scope,
      `UPDATE viewers SET merged_into = ?2 WHERE +workspace_id = ?1 AND id IN (
         WITH RECURSIVE own(id) AS (
           SELECT id FROM viewers WHERE merged_into = ?3 AND said_to_be = ?2
           UNION SELECT v.id FROM own JOIN viewers v ON v.merged_into = ?3 AND v.said_to_be = own.id)
         SELECT id FROM own)`,
      id,
      mergedInto,
    ),
    update(scope, viewers, set, eq(viewers.id, id)),
    ...(was.lentAt === null || was.saidToBe === null
      ? []
      : takeBack(scope, was, was.saidToBe, was.lentAt)),
  ];
}

function takeBack(
  scope: Scope,
  { wasContactId, wasCertainty, wasNamedBy, wasNamedAt }: Omit<Viewer, "id" | "mergedInto">,
  from: ViewerId,
  lentAt: Instant,
): Statement[] {
  const back = {
    contactId: wasContactId,
    certainty: wasCertainty,
    namedBy: wasNamedBy,
    namedAt: wasNamedAt,
  };
  const isNamedSo = sql`${viewers.id} = ${from} AND ${viewers.namedAt} = ${lentAt}`;
  const followed = sql`${viewers.mergedInto} IS NOT NULL AND ${viewers.saidToBe} = ${from}
    AND ${viewers.wasNamedAt} = ${lentAt}`;
  return [
    update(scope, viewers, back, isNamedSo),
    update(scope, viewers, { wasContactId, wasCertainty, wasNamedBy, wasNamedAt }, followed),
  ];
}

/** For how long a merge can be undone; then what the two left is put together for good. */
export const mergeReversibleFor = day;

/**
 * Viewers whose merge can no longer be undone and that still have visits of their own, each with whom it was said to
 * be: what that one was said to be in turn may still be undone.
 */
export async function listSettledMerges(
  d1: D1Database,
  now: Instant,
): Promise<{ id: ViewerId; into: ViewerId }[]> {
  const results = await readShard<{ id: ViewerId; into: ViewerId }>(
    d1,
    "clock",
    `SELECT w.id, w.said_to_be AS "into" FROM viewers w
       WHERE w.merged_into IS NOT NULL AND w.said_to_be IS NOT NULL AND w.merged_at <= ?
         AND EXISTS (SELECT 1 FROM visits v WHERE v.viewer_id = w.id) LIMIT 200`,
    earlier(now, mergeReversibleFor),
  );
  return results;
}

/** What a viewer stands for now: another one, or nobody who may be remembered. */
export type Standing = { id: ViewerId; into: ViewerId | null; withdrawnAt: Instant | null };

/** Those of some viewers that are not simply themselves. */
export async function readStandings(
  d1: D1Database,
  ids: readonly ViewerId[],
  now: Instant,
): Promise<Standing[]> {
  if (ids.length === 0) return [];
  const results = await readShard<Standing>(
    d1,
    "clock",
    `SELECT w.id, CASE WHEN w.merged_at <= ?2 THEN w.said_to_be END AS "into",
         w.withdrawn_at AS withdrawnAt
       FROM json_each(?1) j CROSS JOIN viewers w ON w.id = j.value
       WHERE w.withdrawn_at IS NOT NULL OR w.merged_at <= ?2`,
    JSON.stringify(ids),
    earlier(now, mergeReversibleFor),
  );
  return results;
}
