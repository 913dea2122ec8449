/** What the parts of outside pages are called. */
import type { TargetId } from "../domain/ids.ts";
import { type Scope, type Statement, selectSql, writeSql } from "./scope.ts";

/** Statements: an outside page's parts are called so from now on, in the order in which its script counts them. */
export function namePageSections(
  scope: Scope,
  target: TargetId,
  headings: readonly string[],
): Statement[] {
  const json = JSON.stringify(headings);
  return [
    writeSql(scope, "DELETE FROM page_sections WHERE target = ?2 AND workspace_id = ?1", target),
    writeSql(
      scope,
      `INSERT INTO page_sections (workspace_id, target, place, heading)
       SELECT ?1, ?2, j.key, j.value FROM json_each(?3) j WHERE true`,
      target,
      json,
    ),
  ];
}

/** The names of an outside page's parts by their places. */
export async function readPageSections(
  scope: Scope,
  target: TargetId,
): Promise<Map<number, string>> {
  const rows = await selectSql<{ place: number; heading: string }>(
    scope,
    `SELECT place, heading FROM page_sections WHERE workspace_id = ?1 AND target = ?2 ORDER BY place`,
    target,
  );
  return new Map(rows.map(({ place, heading }) => [place, heading]));
}

/** An outside page, and the names of its parts by their places. */
export type OutsidePage = { readonly url: string; readonly headings: ReadonlyMap<number, string> };

/** Those of some targets that are outside pages. */
export async function readOutsidePages(
  scope: Scope,
  targets: readonly string[],
): Promise<Map<string, OutsidePage>> {
  if (targets.length === 0) return new Map();
  const wanted = JSON.stringify([...new Set(targets)]);
  const [addresses, parts] = await Promise.all([
    selectSql<{ target: string; url: string | null }>(
      scope,
      `SELECT j.value AS target, (SELECT l.url FROM links l INDEXED BY links_by_page
         WHERE l.target = j.value AND l.workspace_id = ?1 AND l.url IS NOT NULL LIMIT 1) AS url
       FROM json_each(?2) j`,
      wanted,
    ),
    selectSql<{ target: string; place: number; heading: string }>(
      scope,
      `SELECT p.target, p.place, p.heading FROM json_each(?2) j
       CROSS JOIN page_sections p ON p.target = j.value WHERE p.workspace_id = ?1`,
      wanted,
    ),
  ]);
  const headings = Map.groupBy(parts, ({ target }) => target);
  return new Map(
    addresses.flatMap(({ target, url }): [string, OutsidePage][] => {
      const own = (headings.get(target) ?? []).map(
        ({ place, heading }) => [place, heading] as const,
      );
      return url === null ? [] : [[target, { url, headings: new Map(own) }]];
    }),
  );
}
