import type { Names } from "../../insight/words.ts";
import { readHeadings, readTitles } from "../../storage/content-names.ts";
import { readOutsidePages } from "../../storage/page-sections.ts";
import type { Scope } from "../../storage/scope.ts";

/** What contents, outside pages and their parts are called, for sentences about them; null for what is gone. */
export async function namesOf(scope: Scope, targets: Iterable<string>): Promise<Names> {
  const ids = [...new Set(targets)];
  const [titles, headings] = await Promise.all([readTitles(scope, ids), readHeadings(scope, ids)]);
  const untitled = ids.filter((id) => !titles.has(id));
  const pages = await readOutsidePages(scope, untitled);
  return {
    title: (target) => {
      const page = pages.get(target);
      return titles.get(target) ?? (page ? pageName(page.url) : null);
    },
    heading: (target, sectionId) =>
      headings.get(`${target} ${sectionId}`) ||
      pages.get(target)?.headings.get(Number(sectionId)) ||
      null,
  };
}

const longestName = 60;

/** An outside page in a line: its address as people read it, without what only machines need. */
export function pageName(url: string): string {
  const { host, pathname, search } = new URL(url);
  const name = `${host}${pathname === "/" ? "" : pathname}${search}`;
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1)}…`;
}
