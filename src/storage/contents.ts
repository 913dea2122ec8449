import { and, eq, isNull } from "drizzle-orm";
import type { ContentId, JobId } from "./ids.ts";
import { type PageQuery, selectPage } from "./page.ts";
import { contents, versions } from "./schema.ts";
import { batch, insert, type Scope, type Statement, selectOne, update } from "./scope.ts";

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

/** Makes a version and points the content at it, in one transaction. */
export async function publishVersion(
  scope: Scope,
  version: Omit<Version, "workspaceId">,
  also: Statement[],
): Promise<void> {
  await batch(scope, [
    insert(scope, versions, version),
    updateContent(scope, version.contentId, {
      publishedVersion: version.version,
      compilingJobId: null,
      withdrawnAt: null,
    }),
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
