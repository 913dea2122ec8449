import { hash32, seeded, shuffled } from "../hash.ts";
import type { Codebook } from "./codebook.ts";

/** Somebody who gets a row, or has one. */
export interface Holder {
  readonly team: string;
}

/** Somebody who gets a row: the one that says what they had before, where there is one. */
export interface Newcomer extends Holder {
  readonly kept?: number | undefined;
}

/**
 * All rows in the order in which a team's senders get them: the team's own, shuffled by the codebook's
 * seed; the spare ones; then those kept for other teams.
 */
export function dealOrder(codebook: Codebook, team: string): number[] {
  const own = codebook.teams.find(({ key }) => key === team)?.rows ?? [];
  const order = shuffled(own, seeded(`deal ${codebook.seed} ${hash32(team)}`));
  const others = codebook.teams.flatMap(({ key, rows }) => (key === team ? [] : rows));
  return [...order, ...codebook.spare, ...others];
}

/**
 * A row for everybody, in their order: the first that nobody has; where all are taken, one that nobody of
 * the same team has, and of those the one that fewest have. So everybody has a text, and a team shares a
 * wording only where there is no other. Empty where the codebook has no row at all.
 *
 * @param held rows that somebody has already, each with its holder's team.
 */
export function dealAll(
  codebook: Codebook,
  holders: readonly Newcomer[],
  held: readonly (Holder & { readonly row: number })[] = [],
): number[] {
  const counts = new Map<number, number>();
  const within = new Set<string>();
  const take = (row: number, team: string) => {
    counts.set(row, (counts.get(row) ?? 0) + 1);
    within.add(`${row} ${team}`);
  };
  for (const { row, team } of held) take(row, team);
  for (const { kept, team } of holders) if (kept !== undefined) take(kept, team);
  const orders = new Map<string, { rows: number[]; next: number }>();
  return holders.flatMap(({ team, kept }) => {
    if (kept !== undefined) return [kept];
    const order = orders.get(team) ?? { rows: dealOrder(codebook, team), next: 0 };
    orders.set(team, order);
    // What was taken once is never free again, so nobody looks at it twice.
    while (counts.has(order.rows[order.next] ?? -1)) order.next++;
    const row = order.rows[order.next] ?? leastShared(order.rows, team, counts, within);
    if (row === undefined) return [];
    take(row, team);
    return [row];
  });
}

function leastShared(
  rows: readonly number[],
  team: string,
  counts: ReadonlyMap<number, number>,
  within: ReadonlySet<string>,
): number | undefined {
  const cost = (row: number) => (within.has(`${row} ${team}`) ? 1e9 : 0) + (counts.get(row) ?? 0);
  return rows.reduce<number | undefined>(
    (best, row) => (best === undefined || cost(row) < cost(best) ? row : best),
    undefined,
  );
}
