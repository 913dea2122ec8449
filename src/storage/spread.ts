/** Who opened a target through whom. storage/write-harvest.ts gives readers their nodes as they read. */
import type { ContactId, LinkCode, SenderId, TargetId, ViewerId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import type { VisitKey } from "../domain/visit.ts";
import { type Scope, type Statement, selectSql } from "./scope.ts";

const byKey =
  "v.target = j.value ->> 'target' AND v.quarter = j.value ->> 'quarter' AND v.id = j.value ->> 'id'";

/**
 * Statements: note through whom viewers came on these visits, and let the first way of each decide their place.
 * Whatever order visits end in and however often it is told, the earliest time wins.
 */
export function recordTouches(keys: readonly VisitKey[]): Statement[] {
  const json = JSON.stringify(keys.map(({ target, quarter, id }) => ({ target, quarter, id })));
  const insert = `INSERT INTO spread_touches (target, ref_hash, parent_hash, workspace_id, root_code, viewer_id, at)
    SELECT v.target, v.ref_hash, coalesce(v.parent_hash, ''), v.workspace_id, v.code, v.viewer_id,
      coalesce(v.started_at, v.quarter)
    FROM json_each(?) j CROSS JOIN visits v ON ${byKey}
    WHERE v.closed_at IS NOT NULL AND v.viewer_id IS NOT NULL AND v.ref_hash IS NOT NULL AND v.code IS NOT NULL
      AND v.bot = 0 AND v.own = 0 AND v.burst = 0
      AND EXISTS (SELECT 1 FROM spread_nodes n WHERE n.target = v.target AND n.ref_hash = v.ref_hash)
    ON CONFLICT (target, ref_hash, parent_hash) DO UPDATE SET at = min(at, excluded.at), viewer_id = excluded.viewer_id
    WHERE excluded.at < at OR excluded.viewer_id <> viewer_id`;
  const first = `(SELECT nullif(t.parent_hash, '') FROM spread_touches t
    WHERE t.target = spread_nodes.target AND t.ref_hash = spread_nodes.ref_hash ORDER BY t.at, t.parent_hash LIMIT 1)`;
  const place = `UPDATE spread_nodes SET parent_hash = ${first}
    WHERE (target, ref_hash) IN (
      SELECT v.target, v.ref_hash FROM json_each(?) j CROSS JOIN visits v ON ${byKey}
      WHERE v.viewer_id IS NOT NULL AND v.ref_hash IS NOT NULL)
      AND parent_hash IS NOT ${first}
      AND EXISTS (SELECT 1 FROM spread_touches t WHERE t.target = spread_nodes.target
        AND t.ref_hash = spread_nodes.ref_hash)`;
  return [insert, place].map((sql) => ({ sql, params: [json] }));
}

/** A place in a tree; whose it is, where they agreed to be remembered. */
export type NodeRow = {
  refHash: string;
  parentHash: string | null;
  rootCode: LinkCode;
  senderId: SenderId;
  viewerId: ViewerId | null;
  contactId: ContactId | null;
  /** Whether the viewer is that contact for certain. */
  isConfirmed: 0 | 1;
  day: Instant;
};

const nodeColumns = `n.ref_hash AS refHash, n.parent_hash AS parentHash, n.root_code AS rootCode, n.sender_id AS senderId,
       n.viewer_id AS viewerId, w.contact_id AS contactId, w.certainty IS 'confirmed' AS isConfirmed, n.day`;

/** A part of a target's nodes in the order of their hashes, after one of them. */
export function readNodes(
  scope: Scope,
  { target, code, senderId }: SpreadFilter,
  after: string,
  limit: number,
): Promise<NodeRow[]> {
  return selectSql<NodeRow>(
    scope,
    `SELECT ${nodeColumns}
     FROM spread_nodes n LEFT JOIN viewers w ON w.id = n.viewer_id
     WHERE n.workspace_id = ?1 AND n.target = ?2 AND n.ref_hash > ?3
       AND (?4 IS NULL OR n.root_code = ?4) AND (?5 IS NULL OR n.sender_id = ?5)
     ORDER BY n.ref_hash LIMIT ?6`,
    target,
    after,
    code ?? null,
    senderId ?? null,
    limit,
  );
}

/** A target's trees, or one link's, or one sender's. */
export type SpreadFilter = {
  target: TargetId;
  code?: LinkCode | undefined;
  senderId?: SenderId | undefined;
};

export type TouchRow = { refHash: string; parentHash: string; rootCode: LinkCode; at: Instant };

/** The ways by which a target's viewers came. */
export function readTouches(
  scope: Scope,
  { target, code }: SpreadFilter,
  limit: number,
): Promise<TouchRow[]> {
  return selectSql<TouchRow>(
    scope,
    `SELECT ref_hash AS refHash, parent_hash AS parentHash, root_code AS rootCode, at FROM spread_touches
     WHERE workspace_id = ?1 AND target = ?2 AND (?3 IS NULL OR root_code = ?3)
     ORDER BY ref_hash, parent_hash LIMIT ?4`,
    target,
    code ?? null,
    limit,
  );
}

/** A link at the root of trees. */
export type RootLink = {
  code: LinkCode;
  channel: string;
  senderId: SenderId;
  senderName: string;
  /** It was made for one contact. */
  isForOne: 0 | 1;
};

/** Links by code, deleted ones included: their readers stay. */
export function readRoots(scope: Scope, codes: readonly LinkCode[]): Promise<RootLink[]> {
  return selectSql<RootLink>(
    scope,
    `SELECT l.code, l.channel, l.sender_id AS senderId, s.name AS senderName,
       l.contact_id IS NOT NULL AS isForOne
     FROM json_each(?2) j CROSS JOIN links l ON l.code = j.value JOIN senders s ON s.id = l.sender_id
     WHERE l.workspace_id = ?1`,
    JSON.stringify(codes),
  );
}

/** A node with its target, for ways that lead across trees. */
export type PlacedNode = NodeRow & { target: TargetId };

/** Nodes by target and hash. */
export function findNodes(
  scope: Scope,
  places: readonly { target: TargetId; refHash: string }[],
): Promise<PlacedNode[]> {
  return selectSql<PlacedNode>(
    scope,
    `SELECT n.target, ${nodeColumns}
     FROM json_each(?2) j CROSS JOIN spread_nodes n
       ON n.target = j.value ->> 'target' AND n.ref_hash = j.value ->> 'refHash'
     LEFT JOIN viewers w ON w.id = n.viewer_id WHERE n.workspace_id = ?1`,
    JSON.stringify(places),
  );
}

/** The nodes of some viewers, in all trees, up to a bound. */
export function nodesOfViewers(
  scope: Scope,
  viewerIds: readonly ViewerId[],
  limit: number,
): Promise<PlacedNode[]> {
  return selectSql<PlacedNode>(
    scope,
    `SELECT n.target, ${nodeColumns}
     FROM json_each(?2) j CROSS JOIN spread_nodes n ON n.viewer_id = j.value
     LEFT JOIN viewers w ON w.id = n.viewer_id WHERE n.workspace_id = ?1
     ORDER BY n.target, n.ref_hash LIMIT ?3`,
    JSON.stringify(viewerIds),
    limit,
  );
}

/** The viewers who are a contact for certain: whoever is only guessed to be one may be somebody else. */
export async function viewersOfContacts(
  scope: Scope,
  contactIds: readonly ContactId[],
): Promise<ViewerId[]> {
  const rows = await selectSql<{ id: ViewerId }>(
    scope,
    `SELECT v.id FROM json_each(?2) j CROSS JOIN viewers v ON v.contact_id = j.value
     WHERE v.workspace_id = ?1 AND v.certainty = 'confirmed'`,
    JSON.stringify(contactIds),
  );
  return rows.map(({ id }) => id);
}
