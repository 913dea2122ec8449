/** The one hot write: a harvest, as set-based statements of one transaction. */
import { day, type Instant } from "../domain/units.ts";
import type { Harvest } from "../tracking/harvest.ts";
import type { Statement } from "./scope.ts";
import { isRead, openVisits, upsertAnswers, upsertVisits } from "./visit-sql.ts";

/** True where the visit of a row in the parameter is so; written when the visit's own row is. */
const visitIs = (condition: string) => `EXISTS (
  SELECT 1 FROM visits v WHERE v.target = j.value ->> 'target' AND v.quarter = j.value ->> 'quarter'
    AND v.id = j.value ->> 'visitId' AND ${condition}
)`;
const isRefused = visitIs("v.refused");

const insertNodes = `
INSERT INTO spread_nodes (target, ref_hash, parent_hash, workspace_id, root_code, sender_id, viewer_id, day)
SELECT j.value ->> 'target', j.value ->> 'refHash', j.value ->> 'parentHash', j.value ->> 'workspaceId',
  j.value ->> 'rootCode', j.value ->> 'senderId',
  CASE WHEN NOT ${isRefused} THEN j.value ->> 'viewerId' END,
  (j.value ->> 'quarter') - (j.value ->> 'quarter') % ${day}
FROM json_each(?) AS j
WHERE ${visitIs(`(${isRead("v")} OR (v.viewer_id IS NOT NULL AND v.bot = 0 AND v.burst = 0))`)}
ON CONFLICT (target, ref_hash) DO UPDATE SET viewer_id = excluded.viewer_id
WHERE viewer_id IS NULL AND excluded.viewer_id IS NOT NULL`;

/**
 * Who opens a contact's own link first is probably that contact, unless somebody has said otherwise. Whoever opens it
 * after them may have it from them.
 */
const insertViewers = `
INSERT INTO viewers (id, workspace_id, contact_id, certainty, named_by, named_at, created_at)
SELECT j.value ->> 'id', j.value ->> 'workspaceId', c.id,
  CASE WHEN c.id IS NOT NULL THEN 'probable' END, CASE WHEN c.id IS NOT NULL THEN 'link' END,
  CASE WHEN c.id IS NOT NULL THEN ?2 END, ?2
FROM (SELECT value, row_number() OVER (PARTITION BY value ->> 'contactId' ORDER BY key) AS place FROM json_each(?1)) AS j
LEFT JOIN contacts c ON c.id = j.value ->> 'contactId' AND c.workspace_id = j.value ->> 'workspaceId' AND j.place = 1
  AND NOT EXISTS (SELECT 1 FROM viewers w WHERE w.contact_id = c.id AND w.id <> j.value ->> 'id')
WHERE ${visitIs("v.viewer_id = j.value ->> 'id'")}
ON CONFLICT (id) DO UPDATE SET contact_id = excluded.contact_id, certainty = excluded.certainty,
  named_by = excluded.named_by, named_at = excluded.named_at
WHERE contact_id IS NULL AND named_by IS NULL AND excluded.contact_id IS NOT NULL`;

/** A refusal leaves the tree a tree, with a nameless node; one that a later answer took back leaves it as it is. */
const unnameNodes = `
UPDATE spread_nodes SET viewer_id = NULL FROM json_each(?) AS j
WHERE spread_nodes.target = j.value ->> 'target' AND spread_nodes.ref_hash = j.value ->> 'refHash'
  AND viewer_id IS NOT NULL AND ${isRefused}`;

/** How a reader came who refuses from now on is nobody's business; the ways of their other refs stay. */
const dropTouches = `
DELETE FROM spread_touches WHERE (target, ref_hash) IN (
  SELECT j.value ->> 'target', j.value ->> 'refHash' FROM json_each(?) AS j WHERE ${isRefused})`;

/**
 * A visit may turn out to be a machine's when its place in the tree is there already. The place goes, or where others
 * came through it stays without a name, unless its viewer also came by it as a person.
 */
const isOfMachine = (table: string) => `(target, ref_hash) IN (
    SELECT j.value ->> 'target', j.value ->> 'refHash' FROM json_each(?) AS j
    WHERE j.value ->> 'refHash' IS NOT NULL AND ${visitIs("v.bot")})
  AND NOT EXISTS (SELECT 1 FROM visits v WHERE v.viewer_id = ${table}.viewer_id AND v.target = ${table}.target
    AND v.ref_hash = ${table}.ref_hash AND v.bot = 0 AND v.own = 0 AND v.burst = 0)`;
const dropMachines = [
  `DELETE FROM spread_touches WHERE ${isOfMachine("spread_touches")}`,
  `DELETE FROM spread_nodes WHERE ${isOfMachine("spread_nodes")}
     AND NOT EXISTS (SELECT 1 FROM spread_nodes c
       WHERE c.target = spread_nodes.target AND c.parent_hash = spread_nodes.ref_hash)`,
  `UPDATE spread_nodes SET viewer_id = NULL WHERE viewer_id IS NOT NULL AND ${isOfMachine("spread_nodes")}`,
  `DELETE FROM goals WHERE visit_id IN (
     SELECT j.value ->> 'visitId' FROM json_each(?) AS j WHERE ${visitIs("v.bot")})`,
];

/** True of a viewer that is part of a merge: it goes with the person that it is part of. */
const isMerged = `EXISTS (
  SELECT 1 FROM viewers a WHERE a.merged_into = coalesce(viewers.merged_into, viewers.id))`;

/**
 * Who takes a yes back on the visit they gave it was never a viewer. Runs while the visit's row still
 * names them.
 */
const removeRevoked = `
DELETE FROM viewers WHERE id IN (
    SELECT v.viewer_id FROM json_each(?) AS j JOIN visits v
      ON v.target = j.value ->> 'target' AND v.quarter = j.value ->> 'quarter' AND v.id = j.value ->> 'visitId'
    WHERE v.viewer_id IS NOT NULL AND v.answered_at <= j.value ->> 'answeredAt')
  AND (SELECT count(*) FROM visits v WHERE v.viewer_id = viewers.id) = 1 AND NOT ${isMerged}`;

/** Who refused on their first visit was never a viewer. */
const removeViewers = `
DELETE FROM viewers WHERE id IN (SELECT j.value ->> 'viewerId' FROM json_each(?) AS j)
  AND NOT EXISTS (SELECT 1 FROM visits v WHERE v.viewer_id = viewers.id) AND NOT ${isMerged}`;

/** What somebody typed of themselves goes with them, where they are no viewer any more; links for it stay at work. */
const dropSaid = (viewers: string) => {
  const said = `said_by IN (${viewers})
    AND NOT EXISTS (SELECT 1 FROM viewers w WHERE w.id = contacts.said_by)`;
  return [
    `UPDATE links SET contact_id = NULL WHERE contact_id IN (SELECT id FROM contacts WHERE ${said})`,
    `DELETE FROM contacts WHERE ${said}`,
  ];
};
const dropRevokedSaid = dropSaid(`SELECT v.viewer_id FROM json_each(?) AS j JOIN visits v
  ON v.target = j.value ->> 'target' AND v.quarter = j.value ->> 'quarter' AND v.id = j.value ->> 'visitId'`);
const dropViewersSaid = dropSaid("SELECT j.value ->> 'viewerId' FROM json_each(?) AS j");

/** A visit has one proof: its id follows from the visit's. */
const insertConsents = `
INSERT INTO consents (id, workspace_id, viewer_id, choice, text_version, language, answered_at,
  text_hash)
SELECT j.value ->> 'id', j.value ->> 'workspaceId', j.value ->> 'viewerId', j.value ->> 'choice',
  j.value ->> 'textVersion', j.value ->> 'language', j.value ->> 'answeredAt',
  nullif(j.value ->> 'textHash', '')
FROM json_each(?) AS j WHERE true
ON CONFLICT (id) DO UPDATE SET viewer_id = excluded.viewer_id, choice = excluded.choice,
  text_version = excluded.text_version, language = excluded.language, answered_at = excluded.answered_at,
  text_hash = excluded.text_hash
WHERE excluded.answered_at > answered_at
  OR (excluded.answered_at = answered_at AND excluded.choice < choice)`;

/** From here on a visit takes no further goals: a page's own are a handful, a forger's endless. */
const maxGoals = 20;

const insertGoals = `
INSERT INTO goals (visit_id, name, workspace_id, target, sender_id, value, quarter)
SELECT j.value ->> 'visitId', j.value ->> 'name', j.value ->> 'workspaceId', j.value ->> 'target',
  j.value ->> 'senderId', j.value ->> 'value', j.value ->> 'quarter'
FROM json_each(?1) AS j
WHERE (SELECT count(*) FROM goals g WHERE g.visit_id = j.value ->> 'visitId') < ?2
  AND NOT ${visitIs("v.bot")}
ON CONFLICT (visit_id, name) DO UPDATE SET value = excluded.value
WHERE excluded.value > coalesce(value, -1e308)`;

/** Statements: writes a harvest, in this order and in one transaction. */
export function writeHarvest(harvest: Harvest, now: Instant): Statement[] {
  const { visits, answered, refusals, nodes, viewers, consents, goals, machines } = harvest;
  return [
    ...forAll(visits, upsertVisits),
    ...forAll(refusals, removeRevoked),
    ...dropRevokedSaid.flatMap((sql) => forAll(refusals, sql)),
    ...forAll(answered, upsertAnswers),
    ...forAll(visits, openVisits),
    ...forAll(viewers, insertViewers, now),
    ...forAll(nodes, insertNodes),
    ...forAll(refusals, unnameNodes),
    ...forAll(refusals, dropTouches),
    ...forAll(refusals, removeViewers),
    ...dropViewersSaid.flatMap((sql) => forAll(refusals, sql)),
    ...forAll(consents, insertConsents),
    ...forAll(goals, insertGoals, maxGoals),
    ...dropMachines.flatMap((sql) => forAll(machines, sql)),
  ];
}

/**
 * A statement over rows that travel as one JSON parameter; none where there are no rows. json_each gives
 * `->>` of a JSON boolean as 0 or 1, and of an array as its text.
 */
function forAll(rows: readonly object[], sql: string, ...params: number[]): Statement[] {
  return rows.length === 0 ? [] : [{ sql, params: [JSON.stringify(rows), ...params] }];
}
