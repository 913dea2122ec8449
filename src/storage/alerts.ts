/** What senders were told at once. A row says that and of what; the figures are the visit's and the award's. */
import type { AlertId, SenderId, TargetId, ViewerId, VisitId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import { BadCursor, decodeCursor, encodeCursor, type Page, type PageQuery } from "./page.ts";
import { type Scope, type Statement, selectSql, writeSql } from "./scope.ts";
import type { TagAward } from "./tag-awards.ts";
import { isRead } from "./visit-sql.ts";

export type Alert = {
  id: AlertId;
  senderId: SenderId;
  viewerId: ViewerId;
  target: TargetId;
  quarter: Instant;
  visitId: VisitId;
  ruleId: string;
  tag: string;
  toldAt: Instant;
};

/** An alert with what its visit is now, which is over. */
export type ToldAlert = Omit<Alert, "quarter"> & {
  senderName: string;
  startedAt: Instant;
  engagedMs: number;
};

/** Statements: note alerts, each once, but of viewers who are gone meanwhile; none where there are none. */
export function addAlerts(scope: Scope, alerts: readonly Alert[]): Statement[] {
  if (alerts.length === 0) return [];
  return [
    writeSql(
      scope,
      `INSERT INTO alerts (workspace_id, id, sender_id, viewer_id, target, quarter, visit_id, rule_id, tag, told_at)
       SELECT ?1, j.value ->> 'id', j.value ->> 'senderId', j.value ->> 'viewerId', j.value ->> 'target',
         j.value ->> 'quarter', j.value ->> 'visitId', j.value ->> 'ruleId', j.value ->> 'tag', j.value ->> 'toldAt'
       FROM json_each(?2) AS j WHERE EXISTS (SELECT 1 FROM viewers v WHERE v.id = j.value ->> 'viewerId')
       ON CONFLICT DO NOTHING`,
      JSON.stringify(alerts),
    ),
  ];
}

export type AlertFilter = {
  senderId?: SenderId | undefined;
  /** Of senders of this team alone. */
  team?: string | undefined;
  since?: Instant | undefined;
};

/**
 * Alerts, the newest first. One whose visit was opened again is left out until it is over again, so that no
 * figure is a guess; nor is one whose visit is no read any more, or whose rule was taken away. Throws BadCursor.
 */
export async function listAlerts(
  scope: Scope,
  { senderId, team, since }: AlertFilter,
  { limit, cursor }: PageQuery,
): Promise<Page<ToldAlert>> {
  const place = cursor === undefined ? null : decodeCursor(cursor);
  if (cursor !== undefined && !place) throw new BadCursor();
  const rows = await selectSql<ToldAlert>(
    scope,
    `SELECT a.id, a.sender_id AS senderId, a.viewer_id AS viewerId, a.visit_id AS visitId, a.rule_id AS ruleId,
       a.tag, a.told_at AS toldAt, s.name AS senderName, a.target,
       coalesce(v.started_at, v.quarter) AS startedAt, v.engaged_ms AS engagedMs
     FROM alerts a INDEXED BY ${senderId ? "alerts_by_sender" : "alerts_by_workspace"}
     CROSS JOIN visits v ON v.target = a.target AND v.quarter = a.quarter AND v.id = a.visit_id
     CROSS JOIN senders s ON s.id = a.sender_id
     WHERE a.workspace_id = ?1 AND ${senderId ? "a.sender_id = ?2" : "?2 IS NULL"}
       AND (?3 IS NULL OR s.team = ?3) AND a.told_at >= ?4
       AND (?5 IS NULL OR (a.told_at, a.id) < (?5, ?6))
       AND EXISTS (SELECT 1 FROM tag_rules r WHERE r.id = a.rule_id AND r.deleted_at IS NULL)
       AND v.closed_at IS NOT NULL AND v.viewer_id = a.viewer_id AND ${isRead("v")}
     ORDER BY a.told_at DESC, a.id DESC LIMIT ?7`,
    senderId ?? null,
    team ?? null,
    since ?? 0,
    place?.at ?? null,
    place?.id ?? null,
    limit + 1,
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor =
    rows.length > limit && last ? encodeCursor({ at: last.toldAt, id: last.id }) : null;
  return { items, nextCursor };
}

/** What the rules of some alerts gave for their visits, old entries included. */
export async function awardsOfAlerts(
  scope: Scope,
  alerts: readonly Pick<ToldAlert, "viewerId" | "ruleId" | "visitId" | "tag">[],
): Promise<TagAward[]> {
  if (alerts.length === 0) return [];
  const rows = await selectSql<Omit<TagAward, "evidence"> & { evidence: string }>(
    scope,
    `SELECT w.viewer_id AS viewerId, w.rule_id AS ruleId, w.version, w.tag, w.source, w.seq, w.points, w.at,
       w.recorded_at AS recordedAt, w.evidence
     FROM json_each(?2) j CROSS JOIN tag_awards w
       ON w.viewer_id = j.value ->> 'viewerId' AND w.rule_id = j.value ->> 'ruleId'
     WHERE w.workspace_id = ?1 AND w.tag = j.value ->> 'tag' AND w.source = j.value ->> 'visitId'`,
    JSON.stringify(
      alerts.map(({ viewerId, ruleId, visitId, tag }) => ({ viewerId, ruleId, visitId, tag })),
    ),
  );
  return rows.map((row) => ({ ...row, evidence: JSON.parse(row.evidence) as unknown[] }));
}
