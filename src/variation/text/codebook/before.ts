/** What people had in a version before, looked for among the rows of this one. */
import { normalise } from "../normalise.ts";
import type { Plan, Row } from "../plan.ts";
import { renderVariant } from "../render.ts";
import type { Codebook } from "./codebook.ts";
import type { Holder } from "./deal.ts";
import type { RowGate } from "./row-gate.ts";
import type { Speech } from "./speech.ts";

/** Somebody's wording of a version before. */
export interface Had extends Holder {
  readonly row: Row;
  /** What it says. */
  readonly core: string;
}

/** Rows read in one slice of work. */
const READ = 500;

/**
 * Finds rows by which people can keep what they had: it has to be said to the letter. A row that was not looked
 * at is put behind `rows`.
 *
 * @returns by place in `rows`, the row as it was dressed, and whose team had it; where two had one, the first
 */
export function* foundBefore(
  plan: Plan,
  speech: Speech,
  gate: RowGate,
  rows: Row[],
  had: readonly Had[],
): Generator<void, Map<number, Had>> {
  const found = new Map<number, Had>();
  if (had.length === 0) return found;
  const keyOf = (row: Row) => `${row.draft} ${speech.key(row)}`;
  const places = new Map(rows.map((row, place) => [keyOf(row), place]));
  const others = new Map<string, Had>();
  for (const [i, one] of had.entries()) {
    if (i % READ === 0) yield;
    if (said(plan, one.row) !== one.core || !gate.passes(one.row)) {
      if (!others.has(normalise(one.core))) others.set(normalise(one.core), one);
      continue;
    }
    const place = places.get(keyOf(one.row)) ?? rows.push(one.row) - 1;
    places.set(keyOf(one.row), place);
    if (!found.has(place)) found.set(place, one);
  }
  if (others.size === 0) return found;
  // The plan is another: what somebody had may be what it says with other choices.
  for (const [place, row] of rows.entries()) {
    if (place % READ === 0) yield;
    const core = said(plan, row);
    const one = core === undefined ? undefined : others.get(normalise(core));
    if (one !== undefined && one.core === core && !found.has(place))
      found.set(place, { ...one, row });
  }
  return found;
}

/** What a row says; undefined where it is not of this plan. */
function said(plan: Plan, row: Row): string | undefined {
  try {
    return renderVariant(plan, row).core;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * For each holder the row that says what they had, if it is one of their own team's; undefined where there is none. Nobody
 * gets a row of another team's by that, and none is given to two.
 */
export function rowsKept(
  plan: Plan,
  codebook: Codebook,
  holders: readonly (Holder & { readonly core: string | undefined })[],
): (number | undefined)[] {
  const blocks = new Map(codebook.teams.map(({ key, rows }) => [key, new Set(rows)]));
  const saying = new Map(codebook.rows.map((row, index) => [renderVariant(plan, row).core, index]));
  const given = new Set<number>();
  return holders.map(({ team, core }) => {
    const row = core === undefined ? undefined : saying.get(core);
    if (row === undefined || given.has(row) || !blocks.get(team)?.has(row)) return undefined;
    given.add(row);
    return row;
  });
}
