import { hash32, seeded, shuffled } from "../hash.ts";
import type { Codebook } from "./codebook.ts";

export interface Deal {
  /** The team the sender has now. */
  readonly team: string;
  /** Rows somebody already has, whatever their team is now. */
  readonly taken: ReadonlySet<number>;
}

/**
 * The row for a sender who needs one: the next free one of the team's own, in an order shuffled by
 * the codebook's seed so that options can be compared; else a spare one; null when none is left.
 * Nobody else's row changes.
 */
export function dealRow(codebook: Codebook, { team, taken }: Deal): number | null {
  const own = codebook.teams.find(({ key }) => key === team)?.rows ?? [];
  const order = shuffled(own, seeded(`deal ${codebook.seed} ${hash32(team)}`));
  return [...order, ...codebook.spare].find((row) => !taken.has(row)) ?? null;
}

/** Rows for several new senders of one team; shorter than `count` when the codebook runs out. */
export function dealRows(codebook: Codebook, deal: Deal & { readonly count: number }): number[] {
  const taken = new Set(deal.taken);
  const dealt: number[] = [];
  while (dealt.length < deal.count) {
    const row = dealRow(codebook, { team: deal.team, taken });
    if (row === null) break;
    taken.add(row);
    dealt.push(row);
  }
  return dealt;
}
