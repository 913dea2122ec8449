/** Points that rules gave viewers, as they came to be known: rows are added, and go with their viewer alone. */
import type { ViewerId } from "../domain/ids.ts";
import { day, earlier, type Instant, times } from "../domain/units.ts";
import { tagAwards } from "./schema.ts";
import { type Scope, type Statement, selectIn, selectSql, writeSql } from "./scope.ts";

export type TagAward = Omit<typeof tagAwards.$inferSelect, "workspaceId">;

/** All that these viewers were given, newest and old entries. */
export function readAwards(scope: Scope, viewerIds: readonly ViewerId[]): Promise<TagAward[]> {
  return selectIn(scope, tagAwards, tagAwards.viewerId, viewerIds);
}

/** Who was given something for these visits. */
export async function viewersAwardedFor(
  scope: Scope,
  sources: readonly string[],
): Promise<ViewerId[]> {
  const rows = await selectSql<{ viewerId: ViewerId }>(
    scope,
    `SELECT DISTINCT a.viewer_id AS viewerId FROM json_each(?2) j
     CROSS JOIN tag_awards a ON a.source = j.value WHERE a.workspace_id = ?1`,
    JSON.stringify(sources),
  );
  return rows.map(({ viewerId }) => viewerId);
}

/** Which of these viewers there are. */
export async function livingViewers(
  scope: Scope,
  viewerIds: readonly ViewerId[],
): Promise<Set<ViewerId>> {
  const rows = await selectSql<{ id: ViewerId }>(
    scope,
    `SELECT v.id FROM json_each(?2) j CROSS JOIN viewers v ON v.id = j.value WHERE v.workspace_id = ?1`,
    JSON.stringify(viewerIds),
  );
  return new Set(rows.map(({ id }) => id));
}

/** Some of the workspace's viewers in order of id, after one of them. */
export async function listViewerIds(
  scope: Scope,
  after: string,
  limit: number,
): Promise<ViewerId[]> {
  const rows = await selectSql<{ id: ViewerId }>(
    scope,
    `SELECT id FROM viewers INDEXED BY viewers_by_workspace WHERE workspace_id = ?1
       AND (created_at, id) > (coalesce((SELECT created_at FROM viewers WHERE id = ?2), -1), ?2)
     ORDER BY created_at, id LIMIT ?3`,
    after,
    limit,
  );
  return rows.map(({ id }) => id);
}

/** Statements: add entries, but of viewers who are gone meanwhile; none where there are none. */
export function addAwards(scope: Scope, awards: readonly TagAward[]): Statement[] {
  if (awards.length === 0) return [];
  return [
    writeSql(
      scope,
      `INSERT INTO tag_awards (workspace_id, viewer_id, rule_id, version, tag, source, seq, points, at, recorded_at,
         evidence)
       SELECT ?1, j.value ->> 'viewerId', j.value ->> 'ruleId', j.value ->> 'version', j.value ->> 'tag',
         j.value ->> 'source', j.value ->> 'seq', j.value ->> 'points', j.value ->> 'at', j.value ->> 'recordedAt',
         j.value ->> 'evidence'
       FROM json_each(?2) AS j WHERE EXISTS (SELECT 1 FROM viewers v WHERE v.id = j.value ->> 'viewerId')`,
      JSON.stringify(awards),
    ),
  ];
}

/** Statements: forget what viewers were given who are no more; none where there are none. */
export function forgetAwards(scope: Scope, viewerIds: readonly ViewerId[]): Statement[] {
  if (viewerIds.length === 0) return [];
  return [
    writeSql(
      scope,
      `DELETE FROM tag_awards WHERE viewer_id IN (SELECT value FROM json_each(?2)) AND +workspace_id = ?1`,
      JSON.stringify(viewerIds),
    ),
  ];
}

/** How many viewers hold each tag, the most held first. */
export function countTags(
  scope: Scope,
  limit: number,
): Promise<{ tag: string; viewers: number }[]> {
  return selectSql(
    scope,
    `SELECT tag, count(DISTINCT viewer_id) AS viewers FROM tag_awards
     WHERE workspace_id = ?1 GROUP BY tag ORDER BY viewers DESC, tag LIMIT ?2`,
    limit,
  );
}

/** Some viewers who were ever given a tag, in order of id, after one of them. */
export async function listTagged(
  scope: Scope,
  tag: string,
  after: string,
  limit: number,
): Promise<ViewerId[]> {
  const rows = await selectSql<{ viewerId: ViewerId }>(
    scope,
    `SELECT DISTINCT viewer_id AS viewerId FROM tag_awards
     WHERE workspace_id = ?1 AND tag = ?2 AND viewer_id > ?3 ORDER BY viewer_id LIMIT ?4`,
    tag,
    after,
    limit,
  );
  return rows.map(({ viewerId }) => viewerId);
}

/** The time before which a workspace keeps no visits. */
export function retainedSince(retentionDays: number, now: Instant): Instant {
  return earlier(now, times(retentionDays, day));
}
