/** Clearing a workspace of what was made to be looked at. */
import { sql } from "drizzle-orm";
import type { Instant } from "../domain/units.ts";
import { manifest } from "./manifest.ts";
import type { Condition } from "./run.ts";
import { contents, links, senders, workspaces } from "./schema.ts";
import { type Scope, type Statement, selectSql, update, writeSql } from "./scope.ts";

/** What a workspace is, may do and has to prove, and what late messages still look for: all that stays. */
const stays = new Set([
  "workspaces",
  "api_keys",
  "members",
  "accounts",
  "domain_proofs",
  "notices",
  "tombstones",
  "idempotency",
  "audit",
  "looks",
  "tag_rules",
  "tag_rule_versions",
  "jobs",
  "senders",
  "contents",
  "versions",
  "assignments",
  "links",
]);

/**
 * Statements: all that was read, copied, noted and drawn goes; posts, people and links are deleted as they are one by
 * one, so that a late message about them meets what it meets then.
 */
export function clearDemo(scope: Scope, now: Instant): Statement[] {
  const cleared = manifest
    .filter(
      ({ name, columns }) => !stays.has(name) && columns.some((one) => one.name === "workspace_id"),
    )
    .map(({ name }) => writeSql(scope, `DELETE FROM ${name} WHERE workspace_id = ?1`));
  const ofTargets = (table: string) =>
    writeSql(
      scope,
      `DELETE FROM ${table} WHERE target IN (SELECT l.target FROM links l WHERE l.workspace_id = ?1)`,
    );
  return [
    ...cleared,
    ofTargets("rollups"),
    ofTargets("open_visits"),
    writeSql(
      scope,
      "DELETE FROM link_visits WHERE code IN (SELECT l.code FROM links l WHERE l.workspace_id = ?1)",
    ),
    update(scope, contents, { deletedAt: now }, sql`${contents.deletedAt} IS NULL`),
    update(scope, links, { deletedAt: now }, sql`${links.deletedAt} IS NULL`),
    update(
      scope,
      senders,
      {
        deletedAt: now,
        portraitKey: null,
        wechatQrKey: null,
        kitEpoch: sql`${senders.kitEpoch} + 1`,
      },
      sql`${senders.deletedAt} IS NULL`,
    ),
    update(scope, workspaces, { isDemo: false }),
  ];
}

/** The workspace still holds what was made to be looked at. */
export function isDemo({ workspaceId }: Scope): Condition {
  return {
    name: "is-demo",
    holds: {
      sql: "EXISTS (SELECT 1 FROM workspaces w WHERE w.id = ? AND w.is_demo = 1)",
      params: [workspaceId],
    },
  };
}

/** Where the files lie that go with it, and which links are kept in caches. */
export async function filesOfDemo(scope: Scope) {
  const [media, people, codes] = await Promise.all([
    selectSql<{ mediaKey: string }>(
      scope,
      `SELECT i.media_key AS mediaKey FROM images i WHERE i.workspace_id = ?1 UNION
       SELECT j.value ->> 'mediaKey' FROM versions v, json_each(v.images) j WHERE v.workspace_id = ?1`,
    ),
    selectSql<{ key: string }>(
      scope,
      `SELECT s.portrait_key AS key FROM senders s WHERE s.workspace_id = ?1 AND s.portrait_key IS NOT NULL
       UNION SELECT s.wechat_qr_key FROM senders s WHERE s.workspace_id = ?1 AND s.wechat_qr_key IS NOT NULL`,
    ),
    selectSql<{ code: string }>(
      scope,
      "SELECT l.code FROM links l WHERE l.workspace_id = ?1 AND l.deleted_at IS NULL",
    ),
  ]);
  return { media, people: people.map(({ key }) => key), codes: codes.map(({ code }) => code) };
}
