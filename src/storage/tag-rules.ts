/** Rules that give tags: drafts, and versions that are never changed but in when they end. */
import { eq, isNull, sql } from "drizzle-orm";
import type { TagRuleId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { type Page, type PageQuery, selectPage } from "./page.ts";
import type { Condition } from "./run.ts";
import { tagRules, tagRuleVersions } from "./schema.ts";
import {
  insert,
  type Scope,
  type Statement,
  select,
  selectOne,
  update,
  writeSql,
} from "./scope.ts";

export type TagRuleRow = typeof tagRules.$inferSelect;
export type TagRuleVersionRow = typeof tagRuleVersions.$inferSelect;

const alive = isNull(tagRules.deletedAt);

export function createTagRule(scope: Scope, row: Omit<TagRuleRow, "workspaceId">): Statement {
  return insert(scope, tagRules, row);
}

export function findTagRule(scope: Scope, id: TagRuleId): Promise<TagRuleRow | null> {
  return selectOne(scope, tagRules, eq(tagRules.id, id), alive);
}

export function listTagRules(scope: Scope, page: PageQuery): Promise<Page<TagRuleRow>> {
  return selectPage(
    scope,
    tagRules,
    {
      at: tagRules.createdAt,
      id: tagRules.id,
      place: (row) => ({ at: row.createdAt, id: row.id }),
    },
    page,
    [alive],
  );
}

/** Statement: changes a rule's draft, or takes the rule away. */
export function updateTagRule(
  scope: Scope,
  id: TagRuleId,
  set: Partial<Pick<TagRuleRow, "draft" | "updatedAt" | "deletedAt">>,
): Statement {
  return update(scope, tagRules, set, eq(tagRules.id, id));
}

/** The versions of a rule, the oldest first. */
export function listTagRuleVersions(scope: Scope, id: TagRuleId): Promise<TagRuleVersionRow[]> {
  return select(scope, tagRuleVersions, [eq(tagRuleVersions.ruleId, id)], {
    orderBy: [sql`${tagRuleVersions.version}`],
  });
}

/** All versions of the rules that there are, of which those with an end in the past may still hold. */
export function listAllVersions(scope: Scope): Promise<TagRuleVersionRow[]> {
  const ofLiving = sql`EXISTS (SELECT 1 FROM tag_rules r WHERE r.id = ${tagRuleVersions.ruleId} AND r.deleted_at IS NULL)`;
  return select(scope, tagRuleVersions, [ofLiving], {
    orderBy: [sql`${tagRuleVersions.ruleId}`, sql`${tagRuleVersions.version}`],
  });
}

/** Statements: puts a version in force and ends the one before. */
export function publishTagRule(
  scope: Scope,
  { workspaceId: _, ...row }: TagRuleVersionRow,
  endsBefore: Instant,
): Statement[] {
  return [
    // An end stays where it is: what a version has been cut to, no later one gives back.
    writeSql(
      scope,
      `UPDATE tag_rule_versions SET until = min(coalesce(until, ?3), ?3)
       WHERE workspace_id = ?1 AND rule_id = ?2`,
      row.ruleId,
      endsBefore,
    ),
    insert(scope, tagRuleVersions, row),
    update(
      scope,
      tagRules,
      { publishedVersion: row.version, updatedAt: row.publishedAt },
      eq(tagRules.id, row.ruleId),
    ),
  ];
}

/** The rule is in the state that was read. */
export function tagRuleAsRead(
  { workspaceId }: Scope,
  { id, publishedVersion, updatedAt }: TagRuleRow,
): Condition {
  return {
    name: "tag-rule-as-read",
    holds: {
      sql: `EXISTS (SELECT 1 FROM tag_rules WHERE id = ? AND workspace_id = ? AND published_version IS ?
        AND updated_at = ? AND deleted_at IS NULL)`,
      params: [id, workspaceId, publishedVersion, updatedAt],
    },
  };
}
