/** The one hot write: a harvest, as set-based statements in one transaction. */
import { day, type Instant } from "../domain/units.ts";
import type { Harvest } from "../tracking/harvest.ts";
import { openVisits, upsertAnswers, upsertVisits } from "./visit-sql.ts";

/** True of a row that belongs to a visit whose reader has refused to be remembered. */
const isRefused = `EXISTS (
  SELECT 1 FROM visits v WHERE v.target = j.value ->> 'target' AND v.quarter = j.value ->> 'quarter'
    AND v.id = j.value ->> 'visitId' AND v.refused
)`;

const insertNodes = `
INSERT INTO spread_nodes (target, ref_hash, parent_hash, workspace_id, root_code, sender_id, viewer_id, day)
SELECT j.value ->> 'target', j.value ->> 'refHash', j.value ->> 'parentHash', j.value ->> 'workspaceId',
  j.value ->> 'rootCode', j.value ->> 'senderId',
  CASE WHEN NOT ${isRefused} THEN j.value ->> 'viewerId' END,
  (j.value ->> 'quarter') - (j.value ->> 'quarter') % ${day}
FROM json_each(?) AS j WHERE true
ON CONFLICT (target, ref_hash) DO UPDATE SET viewer_id = excluded.viewer_id
WHERE viewer_id IS NULL AND excluded.viewer_id IS NOT NULL`;

const insertViewers = `
INSERT INTO viewers (id, workspace_id, contact_id, created_at)
SELECT j.value ->> 'id', j.value ->> 'workspaceId',
  (SELECT c.id FROM contacts c
   WHERE c.id = j.value ->> 'contactId' AND c.workspace_id = j.value ->> 'workspaceId'), ?2
FROM json_each(?1) AS j WHERE NOT ${isRefused}
ON CONFLICT (id) DO UPDATE SET contact_id = excluded.contact_id
WHERE contact_id IS NULL AND excluded.contact_id IS NOT NULL`;

/** A refusal leaves the tree a tree, with a nameless node. */
const unnameNodes = `
UPDATE spread_nodes SET viewer_id = NULL FROM json_each(?) AS j
WHERE spread_nodes.target = j.value ->> 'target' AND spread_nodes.ref_hash = j.value ->> 'refHash'
  AND viewer_id IS NOT NULL`;

/**
 * Who takes a yes back on the visit they gave it was never a viewer. Runs while the visit's row still
 * names them.
 */
const removeRevoked = `
DELETE FROM viewers WHERE id IN (
    SELECT v.viewer_id FROM json_each(?) AS j JOIN visits v
      ON v.target = j.value ->> 'target' AND v.quarter = j.value ->> 'quarter' AND v.id = j.value ->> 'visitId'
    WHERE v.viewer_id IS NOT NULL)
  AND (SELECT count(*) FROM visits v WHERE v.viewer_id = viewers.id) = 1`;

/** Who refused on their first visit was never a viewer. */
const removeViewers = `
DELETE FROM viewers WHERE id IN (SELECT j.value ->> 'viewerId' FROM json_each(?) AS j)
  AND NOT EXISTS (SELECT 1 FROM visits v WHERE v.viewer_id = viewers.id)`;

const insertConsents = `
INSERT INTO consents (id, workspace_id, viewer_id, choice, text_version, language, answered_at)
SELECT j.value ->> 'id', j.value ->> 'workspaceId', j.value ->> 'viewerId', j.value ->> 'choice',
  j.value ->> 'textVersion', j.value ->> 'language', j.value ->> 'answeredAt'
FROM json_each(?) AS j WHERE true ON CONFLICT (id) DO NOTHING`;

/** From here on a visit takes no further goals: a page's own are a handful, a forger's endless. */
const maxGoals = 20;

const insertGoals = `
INSERT INTO goals (visit_id, name, workspace_id, target, sender_id, value, quarter)
SELECT j.value ->> 'visitId', j.value ->> 'name', j.value ->> 'workspaceId', j.value ->> 'target',
  j.value ->> 'senderId', j.value ->> 'value', j.value ->> 'quarter'
FROM json_each(?1) AS j
WHERE (SELECT count(*) FROM goals g WHERE g.visit_id = j.value ->> 'visitId') < ?2
ON CONFLICT (visit_id, name) DO UPDATE SET value = excluded.value
WHERE excluded.value > coalesce(value, -1e308)`;

/** Writes a harvest as one transaction; returns how many rows D1 wrote, indexes included. */
export async function writeHarvest(
  d1: D1Database,
  harvest: Harvest,
  now: Instant,
): Promise<number> {
  // json_each gives `->>` of a JSON boolean as 0 or 1, and of an array as its text.
  const json = (rows: object[]) => JSON.stringify(rows);
  const { visits, answered, refusals, nodes, viewers, consents, goals } = harvest;
  const statements = [
    visits.length > 0 && d1.prepare(upsertVisits).bind(json(visits)),
    refusals.length > 0 && d1.prepare(removeRevoked).bind(json(refusals)),
    answered.length > 0 && d1.prepare(upsertAnswers).bind(json(answered)),
    visits.length > 0 && d1.prepare(openVisits).bind(json(visits)),
    viewers.length > 0 && d1.prepare(insertViewers).bind(json(viewers), now),
    nodes.length > 0 && d1.prepare(insertNodes).bind(json(nodes)),
    refusals.length > 0 && d1.prepare(unnameNodes).bind(json(refusals)),
    refusals.length > 0 && d1.prepare(removeViewers).bind(json(refusals)),
    consents.length > 0 && d1.prepare(insertConsents).bind(json(consents)),
    goals.length > 0 && d1.prepare(insertGoals).bind(json(goals), maxGoals),
  ].filter((statement) => statement !== false);
  if (statements.length === 0) return 0;
  const results = await d1.batch(statements);
  return results.reduce((sum, { meta }) => sum + meta.rows_written, 0);
}
