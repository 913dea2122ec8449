import { asc, eq } from "drizzle-orm";
import type { ContentId, ImageId } from "./ids.ts";
import { images, versions } from "./schema.ts";
import {
  insert,
  remove,
  type Scope,
  type Statement,
  select,
  selectOne,
  update,
  within,
} from "./scope.ts";

export type Image = typeof images.$inferSelect;

export function createImage(scope: Scope, row: Omit<Image, "workspaceId">): Statement {
  return insert(scope, images, row);
}

export function findImage(scope: Scope, id: ImageId): Promise<Image | null> {
  return selectOne(scope, images, eq(images.id, id));
}

/** A content's images in the order they are shown. */
export function listImages(scope: Scope, contentId: ContentId): Promise<Image[]> {
  return select(scope, images, [eq(images.contentId, contentId)], {
    orderBy: [asc(images.position), asc(images.id)],
  });
}

export function updateImage(
  scope: Scope,
  id: ImageId,
  set: Partial<Omit<Image, "id" | "workspaceId">>,
): Statement {
  return update(scope, images, set, eq(images.id, id));
}

export function deleteImage(scope: Scope, id: ImageId): Statement {
  return remove(scope, images, eq(images.id, id));
}

/** The keys of all files that any version of a content shows. */
export async function listPublishedMedia(scope: Scope, contentId: ContentId): Promise<Set<string>> {
  const rows = await scope.db
    .select({ images: versions.images })
    .from(versions)
    .where(within(scope, versions, eq(versions.contentId, contentId)));
  return new Set(rows.flatMap((row) => row.images.map(({ mediaKey }) => mediaKey)));
}
