import { and, desc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import type { ContentId, JobId, SenderId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { type Page, type PageQuery, selectPage } from "./page.ts";
import type { Condition } from "./run.ts";
import { contents, copies, versions } from "./schema.ts";
import {
  type Asked,
  insert,
  isIn,
  type Scope,
  type Statement,
  select,
  selectFields,
  selectOne,
  update,
} from "./scope.ts";

export type Content = typeof contents.$inferSelect;
/** A content without its long texts. */
export type ContentSummary = Omit<Content, "body" | "drafts" | "sections" | "vetoes">;

/** Nobody deleted it. */
export const alive = isNull(contents.deletedAt);

export function createContent(scope: Scope, row: Omit<Content, "workspaceId">): Statement {
  return insert(scope, contents, row);
}

export function findContent(scope: Scope, id: ContentId): Promise<Content | null> {
  return selectOne(scope, contents, eq(contents.id, id), alive);
}

/** Contents of the scope by id, without their words; one that is not there is left out. */
export function findContents(
  scope: Scope,
  ids: readonly ContentId[],
): Promise<{ id: ContentId }[]> {
  return select(scope, contents, [isIn(contents.id, ids), alive], {
    columns: { id: contents.id },
    byName: true,
  });
}

/** Statement: changes a content. */
export function updateContent(
  scope: Scope,
  id: ContentId,
  set: Partial<Omit<Content, "id" | "workspaceId">>,
): Statement {
  return update(scope, contents, set, eq(contents.id, id));
}

type Capacity = NonNullable<Content["capacity"]>;

/** Statement: keeps the report that a job counted, as long as it is the one that was asked last. */
export function keepCounted(
  scope: Scope,
  id: ContentId,
  jobId: JobId,
  capacity: Capacity,
): Statement {
  const isAsked = sql`${contents.capacity} ->> 'jobId' = ${jobId}`;
  return update(scope, contents, { capacity }, and(eq(contents.id, id), isAsked));
}

/** Statement: keeps the report that a publish came by, unless a job counts that of another state. */
export function keepCapacity(scope: Scope, id: ContentId, capacity: Capacity): Statement {
  const free = sql`(${contents.capacity} ->> 'state' = ${capacity.state} OR NOT EXISTS (SELECT 1 FROM jobs j
    WHERE j.id = ${contents.capacity} ->> 'jobId' AND j.status IN ('queued', 'running')))`;
  return update(scope, contents, { capacity }, and(eq(contents.id, id), free));
}

/** The content's words are still those that were read. */
export function contentUnchanged(
  { workspaceId }: Scope,
  { id, drafts, vetoes, draftVersion, publishedVersion }: Content,
): Condition {
  return {
    name: "content-unchanged",
    holds: {
      sql: `EXISTS (SELECT 1 FROM contents WHERE id = ? AND workspace_id = ? AND drafts = ? AND vetoes = ?
        AND draft_version = ? AND published_version IS ? AND deleted_at IS NULL)`,
      params: [
        id,
        workspaceId,
        JSON.stringify(drafts),
        JSON.stringify(vetoes),
        draftVersion,
        publishedVersion,
      ],
    },
  };
}

/** The content is in the state that was read. */
export function contentAsRead(
  { workspaceId }: Scope,
  { id, draftVersion, updatedAt }: Content,
): Condition {
  return {
    name: "content-as-read",
    holds: {
      sql: `EXISTS (SELECT 1 FROM contents WHERE id = ? AND workspace_id = ? AND draft_version = ?
        AND updated_at = ? AND deleted_at IS NULL)`,
      params: [id, workspaceId, draftVersion, updatedAt],
    },
  };
}

/** Nobody counted, or began to count, the content's capacity since it was read. */
export function capacityAsRead({ workspaceId }: Scope, { id, capacity }: Content): Condition {
  return {
    name: "capacity-as-read",
    holds: {
      sql: `EXISTS (SELECT 1 FROM contents WHERE id = ? AND workspace_id = ? AND capacity IS ?
        AND deleted_at IS NULL)`,
      params: [id, workspaceId, capacity === null ? null : JSON.stringify(capacity)],
    },
  };
}

/** That job is the one that publishes the content: nobody withdrew or deleted it meanwhile. */
export function publishedBy({ workspaceId }: Scope, id: ContentId, jobId: JobId): Condition {
  return {
    name: "published-by-this-job",
    holds: {
      sql: `EXISTS (SELECT 1 FROM contents WHERE id = ? AND workspace_id = ? AND compiling_job_id = ?
        AND deleted_at IS NULL)`,
      params: [id, workspaceId, jobId],
    },
  };
}

/** That job is the one whose version waits to go out. */
export function waitsFor({ workspaceId }: Scope, id: ContentId, jobId: JobId): Condition {
  return {
    name: "waits-for-this-job",
    holds: {
      sql: `EXISTS (SELECT 1 FROM contents WHERE id = ? AND workspace_id = ?
        AND waiting ->> 'jobId' = ? AND deleted_at IS NULL)`,
      params: [id, workspaceId, jobId],
    },
  };
}

/** What waits to go out of the content, and which job publishes it, is what was read. */
export function publishingAsRead(
  { workspaceId }: Scope,
  { id, waiting, compilingJobId }: Content,
): Condition {
  return {
    name: "publishing-as-read",
    holds: {
      sql: `EXISTS (SELECT 1 FROM contents WHERE id = ? AND workspace_id = ? AND waiting IS ?
        AND compiling_job_id IS ? AND deleted_at IS NULL)`,
      params: [id, workspaceId, waiting === null ? null : JSON.stringify(waiting), compilingJobId],
    },
  };
}

/** Contents without their long texts, the newest first. */
export function listContents(scope: Scope, page: PageQuery): Promise<Page<ContentSummary>> {
  const { body, drafts, sections, vetoes, ...columns } = getTableColumns(contents);
  return selectPage(
    scope,
    contents,
    {
      columns,
      at: contents.createdAt,
      id: contents.id,
      place: (row) => ({ at: row.createdAt, id: row.id }),
    },
    page,
    [alive],
  );
}

const itsVersion = and(
  eq(versions.contentId, contents.id),
  eq(versions.version, contents.publishedVersion),
);

function newestShared(limit: number): Asked {
  return {
    join: [[versions, itsVersion]],
    where: [alive, isNull(contents.withdrawnAt)],
    orderBy: [desc(contents.createdAt), desc(contents.id)],
    limit,
  };
}

/** What there is to share, the newest first, under the titles that were published. */
export function listShared(
  scope: Scope,
  limit: number,
): Promise<{ id: ContentId; title: string }[]> {
  const fields = { id: contents.id, title: versions.title };
  return selectFields(scope, contents, fields, newestShared(limit));
}

/** What there is to share, as one sender stands to it. */
export type SharedContent = {
  id: ContentId;
  /** As published, whatever drafts came after. */
  title: string;
  publishedAt: Instant;
  /** Did this sender copy the caption that is theirs now? */
  copied: number;
};

/** The same with what a sender did about it. */
export function listSharedWith(
  scope: Scope,
  senderId: SenderId,
  limit: number,
): Promise<SharedContent[]> {
  const copied = sql<number>`EXISTS (SELECT 1 FROM ${copies} WHERE ${copies.contentId} = ${contents.id} AND ${copies.version} = ${contents.publishedVersion} AND ${copies.senderId} = ${senderId})`;
  const { title, publishedAt } = versions;
  const fields = { id: contents.id, title, publishedAt, copied };
  return selectFields(scope, contents, fields, newestShared(limit));
}

/** Statement: the content stops compiling, if that job is still the one that compiles it. */
export function endCompiling(scope: Scope, id: ContentId, jobId: JobId): Statement {
  return update(
    scope,
    contents,
    { compilingJobId: null },
    eq(contents.id, id),
    eq(contents.compilingJobId, jobId),
  );
}
