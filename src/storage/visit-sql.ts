/**
 * The statements that write visits. Their columns stand once, in schema.ts; how two accounts of a visit
 * become one stands in tracking/merge.ts, and what a refusal takes away in tracking/rungs.ts.
 */
import { getTableColumns } from "drizzle-orm";
import { quarter } from "../domain/units.ts";
import { readMinEngaged, readMinSeen, type VisitTotals } from "../domain/visit.ts";
import { type MergeRule, mergeRules } from "../tracking/merge.ts";
import { columnsWhere, type VisitColumn, visitColumns } from "../tracking/rungs.ts";
import { visits } from "./schema.ts";

const columns = getTableColumns(visits);
const nameOf = (column: VisitColumn) => columns[column].name;

// A new visit is not over (its closedAt is absent, and so null) and was never opened again.
const values = Object.keys(columns).map((field) =>
  field === "revision" ? "0" : `j.value ->> '${field}'`,
);
const insertVisits = `
INSERT INTO visits (${Object.values(columns).map(({ name }) => name)})
SELECT ${values} FROM json_each(?) AS j WHERE true
ON CONFLICT (target, quarter, id) DO UPDATE SET`;

/** What has changed since a visit was over opens it again, as its next revision. */
const reopen = "revision = revision + (closed_at IS NOT NULL), closed_at = NULL";

/**
 * What the server saw pass of a visit whose tokens are several: from the first of them to the last beat. A visit
 * that is over at the aggregate rung keeps the quarter-hour of its last beat alone, of which no span can be told: of
 * what is said of it later counts what the token itself saw.
 */
const spanned = `(CASE WHEN closed_at IS NOT NULL AND rung = 'aggregate' THEN max(seen_ms, excluded.seen_ms)
    ELSE max(last_beat_at, excluded.last_beat_at)
      - min(last_beat_at - seen_ms, excluded.last_beat_at - excluded.seen_ms) END)`;

type Total = { name: string; merged: string; grown?: string };

function totalOf(column: keyof VisitTotals): Total {
  const { name } = columns[column];
  const merged = `max(${name}, excluded.${name})`;
  const rules: Record<MergeRule, Total> = {
    grows: { name, merged, grown: `excluded.${name} > ${name}` },
    follows: { name, merged },
    "grows each": { name, merged: largerEach(name), grown: anyLarger(name) },
    spans: {
      name,
      merged: spanned,
      grown: `(${name} < ${readMinSeen} AND ${spanned} > ${name})`,
    },
    joins: {
      name,
      merged: `${name} | excluded.${name}`,
      grown: `(${name} | excluded.${name}) <> ${name}`,
    },
    named: { name, merged: named(name) },
  };
  return rules[mergeRules[column]];
}

const totals = (Object.keys(mergeRules) as (keyof VisitTotals)[]).map(totalOf);

function largerEach(name: string): string {
  return `(
    SELECT json_group_array(ms) FROM (
      SELECT max(value) AS ms FROM (
        SELECT key, value FROM json_each(visits.${name})
        UNION ALL SELECT key, value FROM json_each(excluded.${name})
      ) GROUP BY key ORDER BY key
    )
  )`;
}

function anyLarger(name: string): string {
  return `EXISTS (
    SELECT 1 FROM json_each(excluded.${name}) AS e
    WHERE e.value > coalesce(json_extract(visits.${name}, '$[' || e.key || ']'), 0)
  )`;
}

function named(name: string): string {
  return `CASE WHEN (seq > 0) = (excluded.seq > 0) THEN max(${name}, excluded.${name})
    WHEN seq > 0 THEN ${name} ELSE excluded.${name} END`;
}

/**
 * Every figure is a total that only grows, so a beat merges whatever order, number of times and number of
 * consumers. What changes nothing writes nothing, and no indexed column is touched.
 */
export const upsertVisits = `${insertVisits}
  ${totals.map(({ name, merged }) => `${name} = ${merged}`).join(",\n  ")},
  ${reopen}
WHERE ${totals.flatMap(({ grown }) => grown ?? []).join("\n  OR ")}`;

const personal = columnsWhere(({ erases }) => erases === "goes").map(nameOf);

/**
 * The latest answer to the notice decides what the visit's row may hold, whenever it comes; of two of one
 * moment the refusal.
 */
export const upsertAnswers = `${insertVisits}
  refused = excluded.refused,
  answered_at = excluded.answered_at,
  rung = excluded.rung,
  ${personal.map((name) => `${name} = CASE WHEN NOT excluded.refused THEN coalesce(${name}, excluded.${name}) END`).join(",\n  ")},
  ${reopen}
WHERE excluded.answered_at > answered_at
  OR (excluded.answered_at = answered_at AND excluded.refused > refused)`;

/** domain's `tellsOfARead` of a row of visits by its alias. */
export const tellsOfARead = (v: string) =>
  `(${v}.engaged_ms >= ${readMinEngaged} AND ${v}.bot = 0 AND ${v}.own = 0)`;

/** domain's `isRead` of a row of visits by its alias. */
export const isRead = (v: string) =>
  `(${tellsOfARead(v)} AND ${v}.burst = 0 AND ${v}.seen_ms >= ${readMinSeen} AND ${v}.heard & (${v}.heard - 1) <> 0)`;

/** Marks visits as open, but for those that are over and that nothing new was said of. */
export const openVisits = `
INSERT INTO open_visits (target, quarter, id)
SELECT v.target, v.quarter, v.id FROM json_each(?) AS j JOIN visits v
  ON v.target = j.value ->> 'target' AND v.quarter = j.value ->> 'quarter' AND v.id = j.value ->> 'id'
WHERE v.closed_at IS NULL ON CONFLICT DO NOTHING`;

/** Whether a row of viewer_contents, by its alias, sums up nothing that was read through others than a team's senders. */
export const isOfTeamAlone = (c: string, team: string) =>
  `NOT EXISTS (SELECT 1 FROM visits o LEFT JOIN senders t ON t.id = o.sender_id
     WHERE o.viewer_id = ${c}.viewer_id AND o.target = ${c}.target AND t.team IS NOT ${team} AND ${isRead("o")})`;

/** The time in `expression` as each rung keeps it once a visit is over. */
export function roundedAtClose(column: VisitColumn, expression: string): string {
  const { rounds } = visitColumns[column];
  if (rounds === "as it is") return expression;
  const start = `${expression} - ${expression} % ${quarter}`;
  const kept = rounds === "quarter" ? start : `${start} + ${quarter}`;
  return `CASE rung WHEN 'aggregate' THEN ${kept} ELSE ${expression} END`;
}
