/** What reports ask besides a content's own sums. */
import type { ContentId, SenderId, TargetId } from "../domain/ids.ts";
import type { RollupRow, Sums } from "../domain/rollup.ts";
import type { Instant } from "../domain/units.ts";
import { type Scope, selectSql } from "./scope.ts";
import { isOfTeamAlone } from "./visit-sql.ts";

/** Names and teams of senders by id, those who left among them. */
export async function readSenderNames(
  scope: Scope,
): Promise<Map<string, { name: string; team: string | null }>> {
  const rows = await selectSql<{ id: string; name: string; team: string | null }>(
    scope,
    "SELECT id, name, team FROM senders WHERE workspace_id = ?1",
  );
  return new Map(rows.map(({ id, ...sender }) => [id, sender]));
}

/** A row of one part over all targets; of a content with its title. */
export type WideRow = Pick<RollupRow, "target" | "key" | "sums"> & {
  title: string | null;
  url: string | null;
};

/** All sums of a workspace's targets, or of one sender's share of each. */
export async function readWide(
  scope: Scope,
  part: "content" | "sender",
  key: string,
  limit: number,
): Promise<WideRow[]> {
  const rows = await selectSql<Omit<WideRow, "sums"> & { sums: string }>(
    scope,
    `SELECT r.target, r.key, r.sums, c.title, (SELECT l.url FROM links l INDEXED BY links_by_page
       WHERE l.target = r.target AND l.workspace_id = ?1 AND l.url IS NOT NULL LIMIT 1) AS url
     FROM rollups r LEFT JOIN contents c ON c.id = r.target
     WHERE r.workspace_id = ?1 AND r.part = ?2 AND r.key = ?3 ORDER BY r.target, r.gone LIMIT ?4`,
    part,
    key,
    limit,
  );
  return rows.map((row) => ({ ...row, sums: JSON.parse(row.sums) }));
}

/** A target's rows of one sender: what there is, and what visits left that have gone. */
export async function readSenderRows(
  scope: Scope,
  target: TargetId,
  senderId: SenderId,
): Promise<Sums[]> {
  const rows = await selectSql<{ sums: string }>(
    scope,
    `SELECT sums FROM rollups WHERE workspace_id = ?1 AND target = ?2 AND part = 'sender' AND key = ?3`,
    target,
    senderId,
  );
  return rows.map(({ sums }) => JSON.parse(sums));
}

/** A target's rows of the whole of it: what there is, and what visits left that have gone. */
export async function readContentRows(scope: Scope, target: TargetId): Promise<Sums[]> {
  const rows = await selectSql<{ sums: string }>(
    scope,
    `SELECT sums FROM rollups WHERE workspace_id = ?1 AND target = ?2 AND part = 'content' AND key = ''`,
    target,
  );
  return rows.map(({ sums }) => JSON.parse(sums));
}

/** How many visits of a content reached each goal, the most reached first; of a period where one is given. */
export function countGoals(
  scope: Scope,
  contentId: ContentId,
  { since, until }: { since?: Instant | undefined; until?: Instant | undefined },
): Promise<{ name: string; visits: number; value: number | null }[]> {
  return selectSql(
    scope,
    `SELECT name, count(*) AS visits, sum(value) AS value FROM goals
     WHERE workspace_id = ?1 AND target = ?2 AND quarter >= ?3 AND quarter < ?4
     GROUP BY name ORDER BY visits DESC, name LIMIT 100`,
    contentId,
    since ?? 0,
    until ?? Number.MAX_SAFE_INTEGER,
  );
}

/** How a content's viewers read it, by the sender through whom they read it last. */
export function countReaders(
  scope: Scope,
  contentId: ContentId,
  team: string | null,
): Promise<{ senderId: SenderId; viewers: number; qualified: number; converted: number }[]> {
  return selectSql(
    scope,
    `SELECT c.sender_id AS senderId, count(*) AS viewers, sum(c.qualified) AS qualified, sum(c.converted) AS converted
     FROM viewer_contents c WHERE c.workspace_id = ?1 AND c.target = ?2
       AND (?3 IS NULL OR ${isOfTeamAlone("c", "?3")}) GROUP BY c.sender_id`,
    contentId,
    team,
  );
}

/** What each sender did with a content's caption: the newest copy of any version. */
export function readCopies(
  scope: Scope,
  contentId: ContentId,
): Promise<{ senderId: SenderId; version: number; edited: number; copiedAt: Instant }[]> {
  return selectSql(
    scope,
    `SELECT sender_id AS senderId, version, edited, max(copied_at) AS copiedAt FROM copies
     WHERE workspace_id = ?1 AND content_id = ?2 GROUP BY sender_id`,
    contentId,
  );
}
