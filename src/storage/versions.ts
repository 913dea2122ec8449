/** What was published of contents: versions, which never change. */
import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import type { Section } from "../domain/content.ts";
import type { ContentId } from "../domain/ids.ts";
import { alive, type Content, findContent } from "./contents.ts";
import { contents, versions } from "./schema.ts";
import { insert, type Scope, type Statement, selectFields, selectOne, update } from "./scope.ts";

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
        sql`${versions.version} IN (SELECT value FROM json_each(${JSON.stringify(wanted)}))`,
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

/**
 * Statements: makes a version of a content as it was read and points the content at it. A draft that was
 * changed since is not what is published: its number goes one ahead of the version's.
 */
export function publishVersion(
  scope: Scope,
  version: Omit<Version, "workspaceId">,
  content: Pick<Content, "draftVersion" | "updatedAt">,
): Statement[] {
  return [
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
      },
      eq(contents.id, version.contentId),
    ),
  ];
}
