import { seeded } from "../hash.ts";
import { type Distances, SLICE, TEAM_FLOOR } from "./floors.ts";

export interface TeamSize {
  readonly key: string;
  /** How many senders the team has; a whole number. */
  readonly size: number;
}

/** Which rows each team has, in the order of the teams, and which are nobody's yet. */
export interface Parted {
  readonly blocks: number[][];
  readonly left: number[];
}

/** The team, by its place, that a row belonged to before and goes to again where it suits. */
export type Homes = ReadonlyMap<number, number | undefined>;

/** Teams that are tried for a row before the one that suits it best is taken. */
const TEAMS_TRIED = 24;
/** How often every row that stands too near a colleague's is offered an exchange. */
const ROUNDS = 6;
/** Rows that are offered in one exchange. */
const OFFERED = 96;
/** Pairs that all exchanges may compare: where a team is far too crowded, no exchange helps. */
const MOST_COMPARED = 200_000;

/**
 * Parts rows among teams so that a team's are the team floor apart: each row goes to the team with most empty
 * seats that it suits, and rows that suit none are exchanged against others. Where there are fewer rows
 * than seats, teams share rows: each row is given to as few teams as can be, and twice within a team only
 * when it has all of them.
 */
export function* partRows(
  distances: Distances,
  rows: readonly number[],
  teams: readonly TeamSize[],
  seed: string,
  homes: Homes = new Map(),
): Generator<void, Parted> {
  const parting = new Parting(distances, rows, teams, homes);
  yield* parting.deal();
  yield* parting.exchange(seed);
  parting.share();
  return { blocks: parting.blocks, left: parting.left() };
}

class Parting {
  readonly blocks: number[][];
  private readonly distances: Distances;
  private readonly rows: readonly number[];
  private readonly teams: readonly TeamSize[];
  private readonly homes: Homes;
  private readonly nobodys: Set<number>;
  /** Pairs compared so far. */
  private compared = 0;

  constructor(
    distances: Distances,
    rows: readonly number[],
    teams: readonly TeamSize[],
    homes: Homes,
  ) {
    this.homes = homes;
    this.distances = distances;
    this.rows = rows;
    this.teams = teams;
    this.blocks = teams.map(() => []);
    this.nobodys = new Set(rows);
  }

  left(): number[] {
    return this.rows.filter((row) => this.nobodys.has(row));
  }

  /** Gives each row to a team that it suits; then fills the seats that are empty with what is left. */
  *deal(): Generator<void, void> {
    let work = 0;
    const waiting: number[] = [];
    for (const row of this.rows) {
      const open = this.neediest(TEAMS_TRIED);
      if (open.length === 0) return;
      const suited = this.homeFirst(row, open).find((team) => {
        work += this.blocks[team]?.length ?? 0;
        return this.near(row, team) === 0;
      });
      if (suited === undefined) waiting.push(row);
      else this.give(row, suited);
      if (work > SLICE) {
        work = 0;
        yield;
      }
    }
    for (const row of waiting) {
      const open = this.neediest(TEAMS_TRIED);
      const [best] = open
        .map((team) => ({ team, near: this.near(row, team) }))
        .sort((a, b) => a.near - b.near);
      if (best !== undefined) this.give(row, best.team);
      yield;
    }
  }

  /** Exchanges rows that stand too near a colleague's against free ones or another team's, while it helps. */
  *exchange(seed: string): Generator<void, void> {
    const draw = seeded(`exchange ${seed}`);
    this.compared = 0;
    for (let round = 0; round < ROUNDS; round++) {
      let helped = false;
      for (const [team, block] of this.blocks.entries()) {
        for (let seat = 0; seat < block.length; seat++) {
          const row = block[seat] as number;
          const near = this.near(row, team, seat);
          if (near === 0) continue;
          if (this.compared > MOST_COMPARED) return;
          if (this.exchangeOne(team, seat, near, (bound) => draw.below(bound))) helped = true;
          yield;
        }
      }
      if (!helped) return;
    }
  }

  private exchangeOne(
    team: number,
    seat: number,
    near: number,
    draw: (bound: number) => number,
  ): boolean {
    const block = this.blocks[team] as number[];
    const row = block[seat] as number;
    let tried = 0;
    for (const free of this.nobodys) {
      if (++tried > OFFERED) break;
      if (this.near(free, team, seat, near) >= near) continue;
      block[seat] = free;
      this.nobodys.delete(free);
      this.nobodys.add(row);
      return true;
    }
    for (let offered = 0; offered < OFFERED; offered++) {
      const other = draw(this.blocks.length);
      const theirs = this.blocks[other] as number[];
      if (other === team || theirs.length === 0) continue;
      const place = draw(theirs.length);
      const offer = theirs[place] as number;
      const before = near + this.near(offer, other, place);
      const here = this.near(offer, team, seat, before);
      const after = here >= before ? here : here + this.near(row, other, place, before);
      if (after >= before) continue;
      block[seat] = offer;
      theirs[place] = row;
      return true;
    }
    return false;
  }

  /** Fills what is empty with rows that others have: those that fewest have, and none twice while avoidable. */
  share(): void {
    const holders = new Map(this.rows.map((row) => [row, 0]));
    for (const row of this.blocks.flat()) holders.set(row, (holders.get(row) ?? 0) + 1);
    this.blocks.forEach((block, team) => {
      const size = this.teams[team]?.size ?? 0;
      while (block.length < size && this.rows.length > 0) {
        const here = new Map<number, number>();
        for (const row of block) here.set(row, (here.get(row) ?? 0) + 1);
        const cost = (one: number) => [here.get(one) ?? 0, holders.get(one) ?? 0] as const;
        const row = this.rows.reduce((best, other) => {
          const [a, b] = [cost(best), cost(other)];
          return b[0] < a[0] || (b[0] === a[0] && b[1] < a[1]) ? other : best;
        });
        block.push(row);
        holders.set(row, (holders.get(row) ?? 0) + 1);
      }
    });
  }

  private give(row: number, team: number): void {
    this.blocks[team]?.push(row);
    this.nobodys.delete(row);
  }

  /** How many of a team's rows, but for one seat, a row stands too near; counted up to `most`. */
  private near(row: number, team: number, but = -1, most = Number.POSITIVE_INFINITY): number {
    let count = 0;
    const block = this.blocks[team] ?? [];
    for (let seat = 0; seat < block.length && count < most; seat++) {
      this.compared++;
      if (seat !== but && !this.suits(row, block[seat] as number)) count++;
    }
    return count;
  }

  private suits(row: number, other: number): boolean {
    if (row === other) return false;
    const { distances } = this;
    return (
      distances.farBeyond(row, other, TEAM_FLOOR.j2) || distances.apart(row, other, TEAM_FLOOR)
    );
  }

  /** The same teams with the one first that had the row before, if it has a seat. */
  private homeFirst(row: number, open: readonly number[]): readonly number[] {
    const home = this.homes.get(row);
    if (home === undefined) return open;
    const size = this.teams[home]?.size ?? 0;
    const isOpen = (this.blocks[home]?.length ?? 0) < size;
    return isOpen ? [home, ...open.filter((team) => team !== home)] : open;
  }

  /** Teams with empty seats, most first. */
  private neediest(most: number): number[] {
    return this.teams
      .map(({ size }, team) => ({ team, empty: size - (this.blocks[team]?.length ?? 0) }))
      .filter(({ empty }) => empty > 0)
      .sort((a, b) => b.empty - a.empty)
      .slice(0, most)
      .map(({ team }) => team);
  }
}
