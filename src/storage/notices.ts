/** What a workspace adds to the notice: every version of it, since answers name the one that they were given to. */
import { desc } from "drizzle-orm";
import type { Notice, NoticeWords } from "../domain/notice.ts";
import type { Instant } from "../domain/units.ts";
import { notices } from "./schema.ts";
import { type Scope, type Statement, select, writeSql } from "./scope.ts";

/** The newest version, or null where there never was one. */
export async function newestNotice(scope: Scope): Promise<Notice | null> {
  const [row] = await select(scope, notices, [], { orderBy: [desc(notices.version)], limit: 1 });
  return row ? { version: row.version, words: row.words } : null;
}

/** Statement: adds the next version. */
export function addNotice(scope: Scope, words: NoticeWords, now: Instant): Statement {
  return writeSql(
    scope,
    `INSERT INTO notices (workspace_id, version, words, created_at)
     SELECT ?1, coalesce(max(version), 0) + 1, ?2, ?3 FROM notices WHERE workspace_id = ?1`,
    JSON.stringify(words),
    now,
  );
}
