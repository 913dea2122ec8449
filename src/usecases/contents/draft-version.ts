import type { Content } from "../../storage/contents.ts";

/**
 * The number a content's draft has after a change: one above what is published, so that a draft
 * numbered higher than the published version has something to publish.
 */
export function nextDraftVersion(
  content: Pick<Content, "draftVersion" | "publishedVersion">,
): number {
  const { draftVersion, publishedVersion } = content;
  return draftVersion === publishedVersion ? draftVersion + 1 : draftVersion;
}
