/** What viewers did, as tags, relationships and briefings read it: their reads, and who came through them. */
import type {
  ContentId,
  SenderId,
  TargetId,
  ViewerId,
  VisitId,
  WorkspaceId,
} from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import type { VisitKey } from "../domain/visit.ts";
import { type Scope, selectSql } from "./scope.ts";
import { readShard } from "./shard.ts";
import { isRead } from "./visit-sql.ts";

/** A read of a viewer that is over. */
export type ReadRow = {
  viewerId: ViewerId;
  id: VisitId;
  target: TargetId;
  quarter: Instant;
  contentId: ContentId | null;
  version: number;
  senderId: SenderId;
  at: Instant;
  engagedMs: number;
  /** By ordinal of the version's sections. */
  sections: number[];
  hasGoal: boolean;
};

/** Somebody who opened a target through a viewer: by a hashed ref, on a UTC day, in a tree of a sender's link. */
export type ThroughRow = {
  viewerId: ViewerId;
  id: string;
  target: TargetId;
  at: Instant;
  senderId: SenderId;
};

/** A version's topics, and its sections in their order. */
export type VersionFacts = {
  contentId: ContentId;
  version: number;
  topics: string[];
  sections: { id: string; heading: string; expectedMs: number }[];
};

/** Of one viewer no more reads are looked at: a person's reading, not a machine's. */
const mostReads = 2000;

const isCounted = `v.closed_at IS NOT NULL AND ${isRead("v")}`;

/** The reads of some viewers since a time, in no order. */
export async function readReads(
  scope: Scope,
  viewerIds: readonly ViewerId[],
  since: Instant,
): Promise<ReadRow[]> {
  const rows = await selectSql<
    Omit<ReadRow, "sections" | "hasGoal"> & { sections: string; hasGoal: number }
  >(
    scope,
    `SELECT v.viewer_id AS viewerId, v.id, v.target, v.quarter, v.content_id AS contentId, v.version,
       v.sender_id AS senderId, coalesce(v.started_at, v.quarter) AS at, v.engaged_ms AS engagedMs, v.sections,
       EXISTS (SELECT 1 FROM goals g WHERE g.visit_id = v.id) AS hasGoal
     FROM json_each(?2) j CROSS JOIN visits v ON v.viewer_id = j.value AND v.quarter >= ?3
     WHERE v.workspace_id = ?1 AND ${isCounted} LIMIT ?4`,
    JSON.stringify(viewerIds),
    since,
    mostReads * Math.max(1, viewerIds.length),
  );
  return rows.map((row) => ({
    ...row,
    sections: JSON.parse(row.sections) as number[],
    hasGoal: row.hasGoal === 1,
  }));
}

/** Who came through some viewers since a day, themselves left out. */
export function readThrough(
  scope: Scope,
  viewerIds: readonly ViewerId[],
  since: Instant,
): Promise<ThroughRow[]> {
  return selectSql<ThroughRow>(
    scope,
    `SELECT p.viewer_id AS viewerId, c.ref_hash AS id, c.target, c.day AS at, c.sender_id AS senderId
     FROM json_each(?2) j CROSS JOIN spread_nodes p ON p.viewer_id = j.value
     CROSS JOIN spread_nodes c ON c.target = p.target AND c.parent_hash = p.ref_hash
     WHERE p.workspace_id = ?1 AND c.day >= ?3 AND c.viewer_id IS NOT p.viewer_id`,
    JSON.stringify(viewerIds),
    since,
  );
}

/** What visits of a viewer, under whatever id, turned out to be that are no reads. */
export function readUncounted(
  scope: Scope,
  viewerId: ViewerId,
): Promise<{ id: VisitId; bot: 0 | 1; own: 0 | 1 }[]> {
  return selectSql(
    scope,
    `SELECT v.id, v.bot, v.own FROM visits v
     WHERE v.workspace_id = ?1 AND (v.bot = 1 OR v.own = 1 OR v.burst = 1)
       AND v.viewer_id IN (SELECT ?2 UNION SELECT a.id FROM viewers a WHERE a.merged_into = ?2)`,
    viewerId,
  );
}

/** Topics and sections of some versions. */
export async function readVersionFacts(
  scope: Scope,
  versions: readonly { contentId: ContentId; version: number }[],
): Promise<VersionFacts[]> {
  if (versions.length === 0) return [];
  const rows = await selectSql<{
    contentId: ContentId;
    version: number;
    topics: string;
    sections: string;
  }>(
    scope,
    `SELECT v.content_id AS contentId, v.version, v.topics, (
       SELECT json_group_array(json_object('id', s.value ->> 'id', 'heading', s.value ->> 'heading',
         'expectedMs', s.value ->> 'expectedMs')) FROM json_each(v.sections) s) AS sections
     FROM json_each(?2) j CROSS JOIN versions v
       ON v.content_id = j.value ->> 'contentId' AND v.version = j.value ->> 'version'
     WHERE v.workspace_id = ?1`,
    JSON.stringify(versions),
  );
  return rows.map((row) => ({
    ...row,
    topics: JSON.parse(row.topics) as string[],
    sections: JSON.parse(row.sections) as VersionFacts["sections"],
  }));
}

/** What contents are called and about, those that are gone among them. */
export type ContentFacts = {
  id: ContentId;
  title: string;
  topics: string[];
  purpose: string | null;
  publishedVersion: number | null;
};

/** Titles, topics and purposes of some contents. */
export async function readContentFacts(
  scope: Scope,
  ids: readonly string[],
): Promise<ContentFacts[]> {
  if (ids.length === 0) return [];
  const rows = await selectSql<Omit<ContentFacts, "topics"> & { topics: string }>(
    scope,
    `SELECT c.id, c.title, c.topics, c.purpose, c.published_version AS publishedVersion
     FROM json_each(?2) j CROSS JOIN contents c ON c.id = j.value
     WHERE c.workspace_id = ?1 AND c.deleted_at IS NULL`,
    JSON.stringify(ids),
  );
  return rows.map((row) => ({ ...row, topics: JSON.parse(row.topics) as string[] }));
}

/** Whom visits are of now, and whose share brought them: the viewers that their end has to do with. */
export async function viewersOfVisits(
  scope: Scope,
  keys: readonly VisitKey[],
): Promise<ViewerId[]> {
  const rows = await selectSql<{ viewerId: ViewerId | null; parentId: ViewerId | null }>(
    scope,
    `SELECT v.viewer_id AS viewerId, p.viewer_id AS parentId
     FROM json_each(?2) j CROSS JOIN visits v ON v.target = j.value ->> 'target'
       AND v.quarter = j.value ->> 'quarter' AND v.id = j.value ->> 'id'
     LEFT JOIN spread_nodes p ON p.target = v.target AND p.ref_hash = v.parent_hash
     WHERE v.workspace_id = ?1`,
    JSON.stringify(keys.map(({ target, quarter, id }) => ({ target, quarter, id }))),
  );
  const both = rows.flatMap(({ viewerId, parentId }) => [viewerId, parentId]);
  return [...new Set(both.filter((id) => id !== null))];
}

/** Viewers through whom somebody came since a day, in order of id. Every node is looked at: once a day. */
export async function viewersPassedOn(
  d1: D1Database,
  since: Instant,
): Promise<{ workspaceId: WorkspaceId; viewerId: ViewerId }[]> {
  const results = await readShard<{ workspaceId: WorkspaceId; viewerId: ViewerId }>(
    d1,
    "clock",
    `SELECT DISTINCT p.workspace_id AS workspaceId, p.viewer_id AS viewerId FROM spread_nodes c
       CROSS JOIN spread_nodes p ON p.target = c.target AND p.ref_hash = c.parent_hash
       WHERE c.day >= ? AND c.parent_hash IS NOT NULL AND p.viewer_id IS NOT NULL
       ORDER BY p.viewer_id`,
    since,
  );
  return results;
}

/** Contents that were published, the newest first; with a topic those about it. */
export async function listContentIds(
  scope: Scope,
  topic: string | null,
  limit: number,
): Promise<ContentId[]> {
  const rows = await selectSql<{ id: ContentId }>(
    scope,
    `SELECT id FROM contents WHERE workspace_id = ?1 AND deleted_at IS NULL AND published_version IS NOT NULL
       AND (?2 IS NULL OR EXISTS (SELECT 1 FROM json_each(topics) WHERE value = ?2))
     ORDER BY created_at DESC, id DESC LIMIT ?3`,
    topic,
    limit,
  );
  return rows.map(({ id }) => id);
}
