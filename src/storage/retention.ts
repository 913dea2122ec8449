/**
 * What a workspace's retention period ends. Nothing here is confined to one workspace: each row goes by
 * the period of its own. Every call deletes a bounded number of rows, so that a large backlog is
 * worked off over several turns of the clock instead of failing whole.
 */

import type { ViewerId } from "../domain/ids.ts";
import { day, earlier, type Instant, times } from "../domain/units.ts";
import type { VisitKey } from "../domain/visit.ts";
import { columnsOf, type ManifestTable, manifest } from "./manifest.ts";
import type { Statement } from "./scope.ts";
import { readShard } from "./shard.ts";

/** Most rows of one kind that one call deletes. */
const atOnce = 5000;

const periodOf = (owner: string) =>
  `(SELECT retention_days * 86400000 FROM workspaces w WHERE w.id = ${owner}.workspace_id)`;

export type ExpiredVisit = VisitKey & { viewerId: ViewerId | null };

/**
 * Visits past their workspace's retention period. They are found through their senders' index, not by
 * looking at every visit there is: CROSS JOIN has SQLite keep that order.
 */
export async function listExpiredVisits(d1: D1Database, now: Instant): Promise<ExpiredVisit[]> {
  const results = await readShard<ExpiredVisit>(
    d1,
    "clock",
    `SELECT v.target, v.quarter, v.id, v.viewer_id AS viewerId FROM workspaces w
       CROSS JOIN senders s ON s.workspace_id = w.id
       CROSS JOIN visits v ON v.sender_id = s.id AND v.quarter < ?1 - w.retention_days * 86400000
       LIMIT ?2`,
    now,
    atOnce,
  );
  return results;
}

/** A person's rows are one viewer's or those of several who were merged: they go together, or not yet. */
const hasVisits = (root: string) => `EXISTS (SELECT 1 FROM viewers m
  JOIN visits v ON v.viewer_id = m.id WHERE m.id = ${root} OR m.merged_into = ${root})`;

/** True of a viewer whom nobody but themselves has named. */
const isUnsaid = (w: string) =>
  `(${w}.contact_id IS NULL OR (${w}.named_by IN ('form', 'wechat') AND ${w}.certainty = 'probable'))`;

/** What was typed by viewers who are no more; each statement after another finds the same. */
const saidByNobody = `SELECT id FROM contacts c WHERE c.said_by IS NOT NULL AND c.created_at < ?1
  AND c.said_by NOT IN (SELECT id FROM viewers) LIMIT ?2`;

const deleteViewers = `DELETE FROM viewers WHERE id IN (
  SELECT g.id FROM (
    SELECT DISTINCT coalesce(w.merged_into, w.id) AS root FROM json_each(?) j
    JOIN viewers w ON w.id = j.value ->> 'viewerId') r
  JOIN viewers g ON g.id = r.root OR g.merged_into = r.root
  WHERE NOT ${hasVisits("r.root")})`;

const keysOfVisits =
  "SELECT value ->> 'target', value ->> 'quarter', value ->> 'id' FROM json_each(?)";

/**
 * Statements: deletes visits and what the manifest says goes with them and with viewers whose last visit went;
 * none where there are no visits. What they were counted as goes with the sums (usecases/rollups).
 */
export function deleteVisits(visits: readonly ExpiredVisit[]): Statement[] {
  if (visits.length === 0) return [];
  const hanging = manifest
    .filter(({ kept, name }) => kept.by === "visit" && name !== "counted_visits")
    .map((table) => `DELETE FROM ${table.name} WHERE ${inVisits(table)}`);
  const ofViewers = manifest
    .filter(({ kept, name }) => kept.by === "viewer" && name !== "viewers")
    .flatMap((table) =>
      columnsOf(table, "viewer").map(
        (column) => `DELETE FROM ${table.name}
          WHERE ${column} IN (SELECT value ->> 'viewerId' FROM json_each(?))
            AND NOT EXISTS (SELECT 1 FROM visits v WHERE v.viewer_id = ${table.name}.${column})`,
      ),
    );
  return [
    ...hanging,
    `DELETE FROM visits WHERE (target, quarter, id) IN (${keysOfVisits})`,
    ...ofViewers,
    deleteViewers,
  ].map((sql) => ({ sql, params: [JSON.stringify(visits)] }));
}

/** By the whole key where the table has it, since that is what its index begins with. */
function inVisits(table: ManifestTable): string {
  const [visit = "id"] = columnsOf(table, "visit");
  const names = table.columns.map(({ name }) => name);
  return names.includes("target") && names.includes("quarter") && visit === "id"
    ? `(target, quarter, id) IN (${keysOfVisits})`
    : `${visit} IN (SELECT value ->> 'id' FROM json_each(?))`;
}

/**
/** Longer than an answer may be ahead of its visit's own row: a queue's delay. */
const orphanAge = times(2, day);

/**
 * Statements: deletes rows past the retention period, as the manifest says of each table but visits; and before
 * it viewers whom nobody has named and of whom no visit is left, what such a one typed, and yeses that made nobody a viewer. These tables have no
 * index by time, since every reader would pay for it, so they are looked through whole: once a day is enough.
 */
export function expireTraces(now: Instant): Statement[] {
  const past = manifest.flatMap((table) => {
    const { name, kept } = table;
    if (kept.by !== "retention" || name === "visits") return [];
    const key = table.key.join(", ");
    const [viewer] = columnsOf(table, "viewer");
    const outlived =
      kept.longer === "viewer" && viewer !== undefined
        ? `AND (t.${viewer} IS NULL OR t.${viewer} NOT IN (SELECT id FROM viewers))`
        : "";
    const sql = `DELETE FROM ${name} WHERE (${key}) IN (
      SELECT ${key} FROM ${name} t WHERE t.${kept.since} < ?1 - ${periodOf("t")} ${outlived} LIMIT ?2)`;
    return [{ sql, params: [now, atOnce] }];
  });
  const orphans = [
    `DELETE FROM viewers WHERE id IN (
       SELECT w.id FROM viewers w JOIN viewers k ON k.id = coalesce(w.merged_into, w.id)
       WHERE ${isUnsaid("w")} AND ${isUnsaid("k")} AND w.created_at < ?1
         AND NOT ${hasVisits("k.id")} LIMIT ?2)`,
    `UPDATE links SET contact_id = NULL WHERE contact_id IN (${saidByNobody})`,
    `DELETE FROM contacts WHERE id IN (${saidByNobody})`,
    `DELETE FROM consents WHERE id IN (
       SELECT id FROM consents c WHERE c.answered_at < ?1
         AND c.viewer_id IS NOT NULL AND c.viewer_id NOT IN (SELECT id FROM viewers) LIMIT ?2)`,
  ].map((sql) => ({ sql, params: [earlier(now, orphanAge), atOnce] }));
  return [...past, ...orphans];
}
