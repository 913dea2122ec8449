import type { ContentStatus } from "../../domain/vocabulary.ts";
import type { Content, ContentSummary } from "../../storage/contents.ts";
import type { Image } from "../../storage/images.ts";
import { viewImage } from "../images/image-url.ts";
import type { Scoped } from "../kernel/context.ts";
import { rfc3339, rfc3339OrNull } from "../time.ts";

export function contentStatus(row: ContentSummary): ContentStatus {
  if (row.compilingJobId !== null) return "compiling";
  if (row.withdrawnAt !== null) return "withdrawn";
  return row.publishedVersion === null ? "draft" : "published";
}

/** The state that a content is in: another one whenever something of its draft changes. */
export function contentRevision({
  draftVersion,
  updatedAt,
}: Pick<Content, "draftVersion" | "updatedAt">): string {
  return `${draftVersion}.${updatedAt.toString(36)}`;
}

/** A content as a list shows it: without its long texts. */
export async function viewSummary(ctx: Scoped, row: ContentSummary, images: readonly Image[]) {
  return {
    id: row.id,
    title: row.title,
    topics: row.topics,
    purpose: row.purpose,
    kind: row.kind,
    kindGuessed: !row.kindSaid,
    language: row.language,
    draftVersion: row.draftVersion,
    revision: contentRevision(row),
    publishedVersion: row.publishedVersion,
    status: contentStatus(row),
    publishAt: rfc3339OrNull(row.waiting?.at ?? null),
    imageDeal: row.imageDeal,
    images: await Promise.all(images.map((image) => viewImage(ctx, image, row))),
    createdAt: rfc3339(row.createdAt),
    updatedAt: rfc3339(row.updatedAt),
  };
}

export async function viewContent(ctx: Scoped, row: Content, images: readonly Image[]) {
  return {
    ...(await viewSummary(ctx, row, images)),
    body: row.body,
    drafts: row.drafts,
    sections: row.sections.map(({ id, heading, expectedMs }) => ({ id, heading, expectedMs })),
  };
}
