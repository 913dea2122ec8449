/** Figures that the console's lists show of all contents at once: from sums, never from visits. */
import type { ContentId, SenderId, ViewerId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { mostOpen } from "./rollups.ts";
import { type Scope, selectSql } from "./scope.ts";

export type PostFigures = {
  id: ContentId;
  reads: number;
  engagedMs: number;
  /** How many of the reads are by people who did not agree to be remembered. */
  unnamed: number;
  /** Senders who copied the published version's caption. */
  copied: number;
  /** Senders who are there and had it open in their kit, or copied it. */
  opened: number;
};

/** Senders of the asked team. */
const ofTeam = "(SELECT t.id FROM senders t WHERE t.workspace_id = ?1 AND t.team = ?3)";

/**
 * Reads of each of the newest contents, their time, and who has copied them.
 *
 * @param team - what came through this team's senders and what they did alone; null: everybody
 */
export function postFigures(
  scope: Scope,
  limit: number,
  team: string | null,
): Promise<PostFigures[]> {
  const rows = team === null ? "r.part = 'content'" : `r.part = 'sender' AND r.key IN ${ofTeam}`;
  const theirs = team === null ? "" : `AND k.sender_id IN ${ofTeam}`;
  return selectSql<PostFigures>(
    scope,
    `SELECT c.id,
       (SELECT coalesce(sum(r.sums ->> '$.total[0]'), 0) FROM rollups r
         WHERE r.target = c.id AND ${rows}) AS reads,
       (SELECT coalesce(sum(r.sums ->> '$.total[2]'), 0) FROM rollups r
         WHERE r.target = c.id AND ${rows}) AS engagedMs,
       (SELECT coalesce(sum(r.sums ->> '$.unnamed[0]'), 0) FROM rollups r
         WHERE r.target = c.id AND ${rows}) AS unnamed,
       (SELECT count(*) FROM copies k
         WHERE k.content_id = c.id AND k.version = c.published_version ${theirs}) AS copied,
       (SELECT count(*) FROM senders s WHERE s.workspace_id = ?1 AND s.deleted_at IS NULL
         AND (?3 IS NULL OR s.team = ?3) AND (
         EXISTS (SELECT 1 FROM kit_opens o WHERE o.sender_id = s.id AND o.content_id = c.id)
         OR EXISTS (SELECT 1 FROM copies k WHERE k.sender_id = s.id AND k.content_id = c.id))) AS opened
     FROM contents c WHERE c.workspace_id = ?1 AND c.deleted_at IS NULL
     ORDER BY c.created_at DESC, c.id DESC LIMIT ?2`,
    limit,
    team,
  );
}

/** Senders, of a team or of all, who neither opened a content in their kit nor copied it. */
export async function countUnopened(
  scope: Scope,
  contentId: ContentId,
  team: string | null,
): Promise<number> {
  const [row] = await selectSql<{ count: number }>(
    scope,
    `SELECT count(*) AS count FROM senders s WHERE s.workspace_id = ?1 AND s.deleted_at IS NULL
       AND (?3 IS NULL OR s.team = ?3)
       AND NOT EXISTS (SELECT 1 FROM kit_opens o WHERE o.sender_id = s.id AND o.content_id = ?2)
       AND NOT EXISTS (SELECT 1 FROM copies k WHERE k.sender_id = s.id AND k.content_id = ?2)`,
    contentId,
    team,
  );
  return row?.count ?? 0;
}

/** The sums of all contents' UTC days from one on; a day once for each content that was read on it. */
export async function daySums(
  scope: Scope,
  from: Instant,
): Promise<{ start: number; sums: Record<string, number[]> }[]> {
  const rows = await selectSql<{ key: string; sums: string }>(
    scope,
    `SELECT r.key, r.sums FROM contents c CROSS JOIN rollups r
       ON r.target = c.id AND r.part = 'day' AND r.key >= ?2
     WHERE c.workspace_id = ?1`,
    String(from),
  );
  return rows.map(({ key, sums }) => ({ start: Number(key), sums: JSON.parse(sums) }));
}

/** How many senders, of a team or of all, copied a caption since a moment, of any content. */
export async function countSharers(
  scope: Scope,
  since: Instant,
  team: string | null,
): Promise<number> {
  const [row] = await selectSql<{ sharers: number }>(
    scope,
    `SELECT count(DISTINCT k.sender_id) AS sharers FROM contents c CROSS JOIN copies k ON k.content_id = c.id
     WHERE c.workspace_id = ?1 AND k.copied_at >= ?2 AND (?3 IS NULL OR k.sender_id IN ${ofTeam})`,
    since,
    team,
  );
  return row?.sharers ?? 0;
}

/** How many visits of any content are not over, up to `mostOpen`. */
export async function countAllOpen(scope: Scope): Promise<number> {
  const [row] = await selectSql<{ open: number }>(
    scope,
    `SELECT count(*) AS open FROM (SELECT 1 FROM contents c CROSS JOIN open_visits o ON o.target = c.id
     WHERE c.workspace_id = ?1 LIMIT ${mostOpen})`,
  );
  return row?.open ?? 0;
}

export type SenderFigures = {
  id: SenderId;
  /** When they last copied a caption, of any content. */
  copiedAt: Instant | null;
  reads: number;
};

/** What each sender copied last, and the reads that came through them: over all contents, from sums. */
export function senderFigures(scope: Scope): Promise<SenderFigures[]> {
  return selectSql<SenderFigures>(
    scope,
    `SELECT s.id, k.copiedAt, coalesce(r.reads, 0) AS reads FROM senders s
     LEFT JOIN (SELECT k.sender_id AS id, max(k.copied_at) AS copiedAt
       FROM contents c CROSS JOIN copies k ON k.content_id = c.id
       WHERE c.workspace_id = ?1 GROUP BY k.sender_id) k ON k.id = s.id
     LEFT JOIN (SELECT r.key AS id, sum(r.sums ->> '$.total[0]') AS reads
       FROM contents c CROSS JOIN rollups r ON r.target = c.id AND r.part = 'sender'
       WHERE c.workspace_id = ?1 GROUP BY r.key) r ON r.id = s.id
     WHERE s.workspace_id = ?1 AND s.deleted_at IS NULL`,
  );
}

/** A viewer's visits, under whatever id, each with whether it came through a team. */
export function visitsBesideTeam(
  scope: Scope,
  viewerId: ViewerId,
  team: string,
): Promise<{ id: string; isOwn: 0 | 1 }[]> {
  return selectSql(
    scope,
    `SELECT v.id, s.team IS ?3 AS isOwn FROM visits v LEFT JOIN senders s ON s.id = v.sender_id
     WHERE v.workspace_id = ?1
       AND v.viewer_id IN (SELECT ?2 UNION SELECT a.id FROM viewers a WHERE a.merged_into = ?2)`,
    viewerId,
    team,
  );
}

/** Which of some viewers have visits, under whatever id, that came through others than a team's senders. */
export async function viewersBesideTeam(
  scope: Scope,
  viewerIds: readonly ViewerId[],
  team: string,
): Promise<Set<ViewerId>> {
  if (viewerIds.length === 0) return new Set();
  const rows = await selectSql<{ viewerId: ViewerId }>(
    scope,
    `SELECT j.value AS viewerId FROM json_each(?2) j WHERE EXISTS (
       SELECT 1 FROM (SELECT j.value AS id UNION SELECT a.id FROM viewers a WHERE a.merged_into = j.value) w
       CROSS JOIN visits v ON v.viewer_id = w.id LEFT JOIN senders s ON s.id = v.sender_id
       WHERE v.workspace_id = ?1 AND s.team IS NOT ?3)`,
    JSON.stringify([...new Set(viewerIds)]),
    team,
  );
  return new Set(rows.map(({ viewerId }) => viewerId));
}

/** Did a viewer read something through a sender of a team? */
export async function hasReadThroughTeam(
  scope: Scope,
  viewerId: ViewerId,
  team: string,
): Promise<boolean> {
  const rows = await selectSql(
    scope,
    `SELECT 1 FROM visits v CROSS JOIN senders s ON s.id = v.sender_id
     WHERE v.workspace_id = ?1 AND v.viewer_id = ?2 AND s.team = ?3 LIMIT 1`,
    viewerId,
    team,
  );
  return rows.length > 0;
}
