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
