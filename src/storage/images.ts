import { and, asc, eq, exists, sql } from "drizzle-orm";
import type { Failure } from "../domain/content.ts";
import type { ContentId, ImageId } from "../domain/ids.ts";
import type { ImageStatus } from "../domain/vocabulary.ts";
import type { Content } from "./contents.ts";
import type { Condition } from "./run.ts";
import { contents, images, versions } from "./schema.ts";
import {
  insert,
  remove,
  type Scope,
  type Statement,
  select,
  selectFields,
  selectOne,
  update,
} from "./scope.ts";
import { selectShard } from "./shard.ts";

export type Image = typeof images.$inferSelect;
export type ReadyImage = Image & { status: "ready"; bytes: number; baseHash: string };

export const isReady = (image: Image): image is ReadyImage => image.status === "ready";

/** Statement: adds an image after those the content has. */
export function createImage(scope: Scope, row: Omit<Image, "workspaceId" | "position">): Statement {
  const last = sql`(SELECT max(position) FROM images WHERE content_id = ${row.contentId})`;
  return insert(scope, images, { ...row, position: sql`coalesce(${last} + 1, 0)` });
}

export function findImage(scope: Scope, id: ImageId): Promise<Image | null> {
  return selectOne(scope, images, eq(images.id, id));
}

/** What has become of an image, whichever workspace of the shard it belongs to. */
export async function findImageStatus(d1: D1Database, id: ImageId): Promise<ImageStatus | null> {
  const rows = selectShard(d1, "door").select({ status: images.status }).from(images);
  return (await rows.where(eq(images.id, id)).get())?.status ?? null;
}

const inOrder = { orderBy: [asc(images.position), asc(images.id)] };

/** A content's images in the order they are shown. */
export function listImages(scope: Scope, contentId: ContentId): Promise<Image[]> {
  return select(scope, images, [eq(images.contentId, contentId)], inOrder);
}

/** The images of many contents, each content's in the order they are shown. */
export function listImagesOf(scope: Scope, contentIds: readonly ContentId[]): Promise<Image[]> {
  const ids = sql`(SELECT value FROM json_each(${JSON.stringify(contentIds)}))`;
  return select(scope, images, [sql`${images.contentId} IN ${ids}`], inOrder);
}

/** True where a content has an image whose base is still being made. */
export async function hasProcessing(scope: Scope, contentId: ContentId): Promise<boolean> {
  const processing = [eq(images.contentId, contentId), eq(images.status, "processing")];
  return (await selectOne(scope, images, ...processing)) !== null;
}

export function updateImage(
  scope: Scope,
  id: ImageId,
  set: Partial<Omit<Image, "id" | "workspaceId">>,
): Statement {
  return update(scope, images, set, eq(images.id, id));
}

const stillProcessing = (id: ImageId) => and(eq(images.id, id), eq(images.status, "processing"));

/**
 * Statements: the image is ready, and its content's draft has changed by it. One that is not being made
 * any more stays as it is, and so does its content.
 */
export function settleReady(
  scope: Scope,
  { id, contentId }: Pick<Image, "id" | "contentId">,
  base: { width: number; height: number; bytes: number; baseHash: string; texture: number },
  draft: Pick<Content, "draftVersion" | "updatedAt">,
): Statement[] {
  const processing = sql`(SELECT id FROM images WHERE ${stillProcessing(id)})`;
  return [
    update(scope, contents, draft, eq(contents.id, contentId), exists(processing)),
    update(scope, images, { ...base, status: "ready" }, stillProcessing(id)),
  ];
}

/** Statement: the image cannot be made. One that is not being made any more stays as it is. */
export function settleFailed(scope: Scope, id: ImageId, failure: Failure): Statement {
  return update(scope, images, { status: "failed", failure }, stillProcessing(id));
}

/** No version is being made of the content this moment, which may have taken an image in already. */
export function notBeingMade({ workspaceId }: Scope, contentId: ContentId): Condition {
  return {
    name: "version-not-being-made",
    holds: {
      sql: `NOT EXISTS (SELECT 1 FROM jobs JOIN contents ON contents.compiling_job_id = jobs.id
        WHERE contents.id = ? AND contents.workspace_id = ? AND jobs.status = 'running')`,
      params: [contentId, workspaceId],
    },
  };
}

/** Statements: takes an image out of its content's draft. */
export function deleteImage(
  scope: Scope,
  { id, contentId }: Pick<Image, "id" | "contentId">,
  draft: Pick<Content, "draftVersion" | "updatedAt">,
): Statement[] {
  return [
    update(scope, contents, draft, eq(contents.id, contentId)),
    remove(scope, images, eq(images.id, id)),
  ];
}

/** Statement: forgets an image that came to nothing. */
export function discardImage(scope: Scope, id: ImageId): Statement {
  return remove(scope, images, eq(images.id, id));
}

/** Statement: forgets all images of a content. */
export function deleteImagesOf(scope: Scope, contentId: ContentId): Statement {
  return remove(scope, images, eq(images.contentId, contentId));
}

/** The keys of all files that any version of a content shows. */
export async function listPublishedMedia(scope: Scope, contentId: ContentId): Promise<Set<string>> {
  const where = [eq(versions.contentId, contentId)];
  const rows = await selectFields(scope, versions, { images: versions.images }, { where });
  return new Set(rows.flatMap((row) => row.images.map(({ mediaKey }) => mediaKey)));
}
