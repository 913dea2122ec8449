/**
 * The sums that reports read. Whoever changes them reads them first, and writes on the condition that nobody else did
 * meanwhile.
 */
import type { ContentId, TargetId, WorkspaceId } from "../domain/ids.ts";
import { type RollupKey, type RollupRow, rowName, type Sums } from "../domain/rollup.ts";
import type { Condition } from "./run.ts";
import type { Scope, Statement } from "./scope.ts";
import { selectSql } from "./scope.ts";
import { readShard } from "./shard.ts";

/** Sums of visits that there are, or of those that have gone. */
export type Half = "live" | "gone";
/** A row as it was read: revision 0 where there is none yet. */
export type ReadRollup = RollupRow & { half: Half; revision: number };

const isGone = (half: Half) => (half === "gone" ? 1 : 0);

/** The rows of these keys as they are, with no cells where there is no row. */
export async function readRollups(
  d1: D1Database,
  half: Half,
  keys: readonly (RollupKey & { workspaceId: WorkspaceId })[],
): Promise<ReadRollup[]> {
  const results = await readShard<RollupKey & { sums: string; revision: number }>(
    d1,
    "clock",
    `SELECT r.target, r.part, r.key, r.sums, r.revision FROM json_each(?1) AS j JOIN rollups r
         ON r.target = j.value ->> 'target' AND r.part = j.value ->> 'part' AND r.key = j.value ->> 'key'
           AND r.gone = ?2`,
    JSON.stringify(keys.map(({ target, part, key }) => ({ target, part, key }))),
    isGone(half),
  );
  const known = new Map(results.map((row) => [rowName(row), row]));
  return keys.map(({ target, part, key, workspaceId }) => {
    const row = known.get(rowName({ target, part, key }));
    const sums: Sums = row ? JSON.parse(row.sums) : {};
    return { target, part, key, workspaceId, half, sums, revision: row?.revision ?? 0 };
  });
}

const asJson = (rows: readonly ReadRollup[]) =>
  JSON.stringify(rows.map((row) => ({ ...row, gone: isGone(row.half) })));

/**
 * Statements: write rows, each the next revision of the one that was read. Unnamed reads that are none any more leave
 * no row, for there is one a sender and day: who wrote one anew would be found out by the content's own.
 */
export function writeRollups(rows: readonly ReadRollup[]): Statement[] {
  const isOver = ({ part, sums }: ReadRollup) =>
    part === "unnamed" && Object.keys(sums).length === 0;
  const over = rows.filter(isOver);
  const sql = `INSERT INTO rollups (target, part, key, gone, workspace_id, sums, revision)
    SELECT j.value ->> 'target', j.value ->> 'part', j.value ->> 'key', j.value ->> 'gone',
      j.value ->> 'workspaceId', j.value ->> 'sums', (j.value ->> 'revision') + 1
    FROM json_each(?) AS j WHERE true
    ON CONFLICT (target, part, key, gone) DO UPDATE SET sums = excluded.sums, revision = excluded.revision`;
  const drop = `DELETE FROM rollups WHERE (target, part, key, gone) IN (
    SELECT value ->> 'target', value ->> 'part', value ->> 'key', value ->> 'gone' FROM json_each(?))`;
  return [
    { sql, params: [asJson(rows.filter((row) => !isOver(row)))] },
    ...(over.length === 0 ? [] : [{ sql: drop, params: [asJson(over)] }]),
  ];
}

/**
 * The revision of a target's own row, 0 where there is none yet. Whoever changes any of a target's sums writes that row
 * too, so it tells of every change.
 */
export type SumsAsRead = { target: TargetId; revision: number };

/** Nobody has changed any sum of these targets since they were read. */
export function sumsAsRead(sums: readonly SumsAsRead[]): Condition {
  return {
    name: "sums-as-read",
    holds: {
      sql: `NOT EXISTS (SELECT 1 FROM json_each(?) AS j LEFT JOIN rollups r
        ON r.target = j.value ->> 'target' AND r.part = 'content' AND r.key = '' AND r.gone = 0
        WHERE coalesce(r.revision, 0) <> j.value ->> 'revision')`,
      params: [JSON.stringify(sums)],
    },
  };
}

/**
 * Statements: empty the sums of a target's visits that there are, as if none had been counted; those of
 * visits that have gone stay.
 */
export function emptyRollups(target: TargetId): Statement[] {
  return [
    // Emptied and not deleted, so that whoever has read them finds that they changed.
    {
      sql: "UPDATE rollups SET sums = '{}', revision = revision + 1 WHERE target = ? AND gone = 0",
      params: [target],
    },
    { sql: "DELETE FROM counted_visits WHERE target = ?", params: [target] },
  ];
}

/** A row of a content's report; of a sender with their name. */
export type ReportRow = Pick<RollupRow, "part" | "key" | "sums"> & {
  name: string | null;
  team: string | null;
};

/** What a content's report is made of: a row or two for itself, each of its senders and each UTC day with a read. */
export async function readReport(scope: Scope, contentId: ContentId): Promise<ReportRow[]> {
  const rows = await selectSql<Omit<ReportRow, "sums"> & { sums: string }>(
    scope,
    `SELECT r.part, r.key, r.sums, s.name, s.team FROM rollups r
     LEFT JOIN senders s ON r.part = 'sender' AND s.id = r.key
     WHERE r.workspace_id = ?1 AND r.target = ?2 AND r.part IN ('content', 'sender', 'day')
     ORDER BY r.target, r.part, r.key, r.gone`,
    contentId,
  );
  return rows.map((row) => ({ ...row, sums: JSON.parse(row.sums) }));
}

/** Open visits are counted this far: the figure bounds its own cost. */
export const mostOpen = 1000;

/** How many visits of a content are not over, up to `mostOpen`. */
export async function countOpen(scope: Scope, contentId: ContentId): Promise<number> {
  const [row] = await selectSql<{ open: number }>(
    scope,
    `SELECT count(*) AS open FROM (SELECT 1 FROM contents c JOIN open_visits o ON o.target = c.id
     WHERE c.workspace_id = ?1 AND c.id = ?2 LIMIT ${mostOpen})`,
    contentId,
  );
  return row?.open ?? 0;
}
