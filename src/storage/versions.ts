/** What was published of contents: versions, which never change. */
import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import type { Section } from "../domain/content.ts";
import type { ContentId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { alive, type Content, findContent } from "./contents.ts";
import { contents, versions } from "./schema.ts";
import {
  insert,
  isIn,
  remove,
  type Scope,
  type Statement,
  selectFields,
  selectOne,
  update,
} from "./scope.ts";

export type Version = typeof versions.$inferSelect;

/** Where a content stands, and the version that readers see; null where there is none. One query. */
export async function findPublished(
  scope: Scope,
  id: ContentId,
): Promise<{
  content: Pick<Content, "publishedVersion" | "withdrawnAt"> | null;
  version: Version | null;
}> {
  const [version] = await selectFields(scope, versions, getTableColumns(versions), {
    join: [[contents, and(eq(contents.id, versions.contentId), alive)]],
    where: [
      eq(versions.contentId, id),
      eq(versions.version, contents.publishedVersion),
      isNull(contents.withdrawnAt),
    ],
  });
  if (version) {
    const { version: publishedVersion } = version;
    return { content: { publishedVersion, withdrawnAt: null }, version };
  }
  return { content: await findContent(scope, id), version: null };
}

/** The sections of some versions of a content, the oldest first. */
export async function sectionsOfVersions(
  scope: Scope,
  contentId: ContentId,
  wanted: readonly number[],
): Promise<Section[][]> {
  const rows = await selectFields(
    scope,
    versions,
    { sections: versions.sections },
    {
      where: [
        eq(versions.contentId, contentId),
        // One parameter, however many versions there are: D1 takes a hundred of a statement.
        isIn(versions.version, wanted),
      ],
      orderBy: [versions.version],
    },
  );
  return rows.map(({ sections }) => sections);
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

/** Statement: makes a version of a content. */
export function makeVersion(scope: Scope, version: Omit<Version, "workspaceId">): Statement {
  return insert(scope, versions, version);
}

/** Statement: forgets a version that nobody has seen. */
export function dropVersion(scope: Scope, contentId: ContentId, version: number): Statement {
  return remove(
    scope,
    versions,
    eq(versions.contentId, contentId),
    eq(versions.version, version),
    sql`NOT EXISTS (SELECT 1 FROM ${contents} WHERE ${contents.id} = ${contentId}
      AND ${contents.publishedVersion} = ${version})`,
  );
}

/**
 * Statements: points a content at a version. A draft that was changed since it was made is not what is published:
 * its number goes one ahead of the version's.
 */
export function showVersion(
  scope: Scope,
  { contentId, version, publishedAt }: Pick<Version, "contentId" | "version" | "publishedAt">,
  draftedAt: Instant,
): Statement[] {
  return [
    update(
      scope,
      contents,
      {
        publishedVersion: version,
        draftVersion: sql`CASE WHEN ${contents.updatedAt} > ${draftedAt} THEN ${version + 1}
          ELSE max(${version}, ${contents.draftVersion}) END`,
        compilingJobId: null,
        waiting: null,
        withdrawnAt: null,
      },
      eq(contents.id, contentId),
    ),
    update(
      scope,
      versions,
      { publishedAt },
      eq(versions.contentId, contentId),
      eq(versions.version, version),
    ),
  ];
}
