import type { Codebook } from "./codebook.ts";

/** Who shares a wording with whom, where a text has fewer wordings than there are senders. */
export interface Sharing {
  /** Senders whose wording somebody else has too. */
  readonly senders: number;
  /** How many different wordings they share. */
  readonly wordings: number;
  /** The most senders who have one and the same. */
  readonly most: number;
  /** Senders whose wording a colleague of their own team has: more of them than the team has wordings. */
  readonly withinTeams: number;
  /** The wordings that most senders share, with the teams that have them. */
  readonly groups: readonly SharedWording[];
}

export interface SharedWording {
  /** Index of the row. */
  readonly row: number;
  readonly senders: number;
  readonly teams: readonly string[];
}

const GROUPS_TOLD = 20;

/** Reads from a codebook's seats who shares; nobody where each row has one seat. */
export function sharingOf({ teams }: Codebook): Sharing {
  const holders = new Map<number, string[]>();
  for (const { key, rows } of teams) {
    for (const row of rows) holders.set(row, [...(holders.get(row) ?? []), key]);
  }
  const shared = [...holders].filter(([, keys]) => keys.length > 1);
  const within = shared.map(
    ([, keys]) =>
      keys.filter((key, i) => keys.indexOf(key) !== i || keys.indexOf(key, i + 1) > 0).length,
  );
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
  return {
    senders: sum(shared.map(([, keys]) => keys.length)),
    wordings: shared.length,
    most: Math.max(0, ...shared.map(([, keys]) => keys.length)),
    withinTeams: sum(within),
    groups: shared
      .map(([row, keys]) => ({ row, senders: keys.length, teams: [...new Set(keys)] }))
      .sort((a, b) => b.senders - a.senders)
      .slice(0, GROUPS_TOLD),
  };
}
