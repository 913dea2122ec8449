/** Where places of spread trees were shared on to: the first report of a destination is kept, of no person. */
import type { TargetId, WorkspaceId } from "../domain/ids.ts";
import { day, type Instant, startOf } from "../domain/units.ts";
import type { ShareDestination } from "../domain/vocabulary.ts";
import { type Scope, type Statement, selectSql } from "./scope.ts";

export type SpreadShare = {
  target: TargetId;
  refHash: string;
  destination: ShareDestination;
  workspaceId: WorkspaceId;
};

/** Statements: note shares, each destination of a place once; none where there are none. */
export function recordShares(shares: readonly SpreadShare[], now: Instant): Statement[] {
  if (shares.length === 0) return [];
  const sql = `INSERT INTO spread_shares (target, ref_hash, destination, workspace_id, day)
    SELECT j.value ->> 'target', j.value ->> 'refHash', j.value ->> 'destination', j.value ->> 'workspaceId', ?2
    FROM json_each(?1) j WHERE true ON CONFLICT DO NOTHING`;
  return [{ sql, params: [JSON.stringify(shares), startOf(day, now)] }];
}

/** Where a target's places were shared on to. */
export function readShares(
  scope: Scope,
  target: TargetId,
  limit: number,
): Promise<{ refHash: string; destination: ShareDestination }[]> {
  return selectSql(
    scope,
    `SELECT ref_hash AS refHash, destination FROM spread_shares
     WHERE workspace_id = ?1 AND target = ?2 ORDER BY ref_hash, destination LIMIT ?3`,
    target,
    limit,
  );
}
