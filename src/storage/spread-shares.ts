/** Where places of spread trees were shared on to: the first report of a destination is kept, of no person. */
import type { LinkCode, TargetId } from "../domain/ids.ts";
import { day, type Instant, startOf } from "../domain/units.ts";
import type { ShareDestination } from "../domain/vocabulary.ts";
import { leadsToNothing } from "./link-facts.ts";
import { type Scope, type Statement, selectSql } from "./scope.ts";

export type SpreadShare = { code: LinkCode; refHash: string; destination: ShareDestination };

/**
 * Statements: note shares, each destination of a place once; none where there are none. Nothing of a link that is none,
 * nor of a page that was deleted or taken back: whoever passes that on passes on nothing.
 */
export function recordShares(shares: readonly SpreadShare[], now: Instant): Statement[] {
  if (shares.length === 0) return [];
  const sql = `INSERT INTO spread_shares (target, ref_hash, destination, workspace_id, day)
    SELECT l.target, j.value ->> 'refHash', j.value ->> 'destination', l.workspace_id, ?2
    FROM json_each(?1) j CROSS JOIN links l ON l.code = j.value ->> 'code'
    LEFT JOIN contents c ON c.id = l.content_id
    WHERE NOT ${leadsToNothing} AND c.withdrawn_at IS NULL ON CONFLICT DO NOTHING`;
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
