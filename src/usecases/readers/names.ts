import type { Names } from "../../insight/words.ts";
import { readHeadings, readTitles } from "../../storage/content-names.ts";
import type { Scope } from "../../storage/scope.ts";

/** What contents and their parts are called, for sentences about them; null for what is gone. */
export async function namesOf(scope: Scope, contentIds: Iterable<string>): Promise<Names> {
  const ids = [...new Set(contentIds)];
  const [titles, headings] = await Promise.all([readTitles(scope, ids), readHeadings(scope, ids)]);
  return {
    title: (contentId) => titles.get(contentId) ?? null,
    heading: (contentId, sectionId) => headings.get(`${contentId} ${sectionId}`) || null,
  };
}
