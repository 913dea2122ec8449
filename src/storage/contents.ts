import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { ContentId, JobId } from "../domain/ids.ts";
import { type PageQuery, selectPage } from "./page.ts";
import { contents, versions } from "./schema.ts";
import { batch, insert, type Scope, type Statement, selectOne, update, within } from "./scope.ts";

export type Content = typeof contents.$inferSelect;
export type Version = typeof versions.$inferSelect;

const alive = isNull(contents.deletedAt);

export function createContent(scope: Scope, row: Omit<Content, "workspaceId">): Statement {
  return insert(scope, contents, row);
}

export function findContent(scope: Scope, id: ContentId): Promise<Content | null> {
  return selectOne(scope, contents, eq(contents.id, id), alive);
}

/** Statement: changes a content. */
export function updateContent(
  scope: Scope,
  id: ContentId,
  set: Partial<Omit<Content, "id" | "workspaceId">>,
): Statement {
  return update(scope, contents, set, eq(contents.id, id));
}

/**
 * Statement: changes a content whose words are still those that were read. Where they are not, the whole
 * transaction fails, and isChangedSince knows it: a draft version that would be null is refused by D1.
 */
export function updateUnchangedContent(
  scope: Scope,
  { id, ...read }: Content,
  {
    draftVersion,
    ...set
  }: Partial<Omit<Content, "id" | "workspaceId">> & Pick<Content, "draftVersion">,
): Statement {
  const unchanged = and(
    eq(contents.drafts, read.drafts),
    eq(contents.vetoes, read.vetoes),
    eq(contents.draftVersion, read.draftVersion),
    sql`${contents.publishedVersion} IS ${read.publishedVersion}`,
    alive,
  );
  return update(
    scope,
    contents,
    { ...set, draftVersion: sql`CASE WHEN ${unchanged} THEN ${draftVersion} END` } as never,
    eq(contents.id, id),
  );
}

/** True where updateUnchangedContent found the content changed. */
export function isChangedSince(error: unknown): boolean {
  const cause = error instanceof Error ? `${error.message} ${String(error.cause ?? "")}` : "";
  return cause.includes("NOT NULL constraint failed: contents.draft_version");
}

export function listContents(scope: Scope, page: PageQuery) {
  return selectPage(
    scope,
    contents,
    {
      at: contents.createdAt,
      id: contents.id,
      place: (row) => ({ at: row.createdAt, id: row.id }),
    },
    page,
    [alive],
  );
}

/** What there is to share, the newest first, under the titles that were published. */
export async function listShared(
  scope: Scope,
  limit: number,
): Promise<{ id: ContentId; title: string }[]> {
  return await scope.db
    .select({ id: contents.id, title: versions.title })
    .from(contents)
    .innerJoin(
      versions,
      and(eq(versions.contentId, contents.id), eq(versions.version, contents.publishedVersion)),
    )
    .where(within(scope, contents, alive, isNull(contents.withdrawnAt)))
    .orderBy(desc(contents.createdAt), desc(contents.id))
    .limit(limit);
}

export function findVersion(
  scope: Scope,
  contentId: ContentId,
  version: number,
): Promise<Version | null> {
  return selectOne(
    scope,
    versions,
    and(eq(versions.contentId, contentId), eq(versions.version, version)),
  );
}

/**
 * Makes a version of a content as it was read and points the content at it, in one transaction. A draft
 * that was changed since is not what is published: its number goes one ahead of the version's.
 */
export async function publishVersion(
  scope: Scope,
  version: Omit<Version, "workspaceId">,
  content: Pick<Content, "draftVersion" | "updatedAt">,
  also: Statement[],
): Promise<void> {
  await batch(scope, [
    insert(scope, versions, version),
    update(
      scope,
      contents,
      {
        publishedVersion: version.version,
        draftVersion: sql`CASE WHEN ${contents.updatedAt} > ${content.updatedAt}
          THEN ${version.version + 1} ELSE ${Math.max(version.version, content.draftVersion)} END`,
        compilingJobId: null,
        withdrawnAt: null,
      } as never,
      eq(contents.id, version.contentId),
    ),
    ...also,
  ]);
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
