import { editDistanceFrom } from "../distance.ts";
import { BigramTable } from "./bigrams.ts";
import type { Candidate } from "./space.ts";

/** How far apart two wordings must at least be. */
export interface Floor {
  /** Highest J2 allowed. */
  readonly j2: number;
  /** Lowest edit distance ratio allowed. */
  readonly edit: number;
}

/** Between any two senders of a workspace. */
export const COMPANY_FLOOR: Floor = { j2: 0.8, edit: 0.08 };
/** Between any two senders of one team, who share an audience. */
export const TEAM_FLOOR: Floor = { j2: 0.6, edit: 0.2 };

export interface Nearest {
  /** The J2 of the closest pair; 0 where there is no pair. */
  readonly j2: number;
  /** The edit distance ratio of the closest pair; 1 where there is no pair. */
  readonly edit: number;
}

/** Distances among a fixed list of candidates, by index. */
export class Distances {
  private readonly table: BigramTable;
  private readonly texts: readonly string[];
  /** The last text whose edit distances were asked for: callers hold one still and vary the other. */
  private from = -1;
  private edits: (text: string) => number = () => 0;

  constructor(all: readonly Candidate[], text: (candidate: Candidate) => string) {
    this.texts = all.map(text);
    this.table = new BigramTable(this.texts);
  }

  j2(a: number, b: number): number {
    return this.table.j2(a, b);
  }

  edit(a: number, b: number): number {
    const longest = this.longer(a, b);
    return longest === 0 ? 0 : this.editsFrom(a)(this.texts[b] as string) / longest;
  }

  /** Whether two candidates are at least a floor apart; the edit distance is counted only if in doubt. */
  apart(a: number, b: number, floor: Floor): boolean {
    if (this.table.j2(a, b) > floor.j2) return false;
    const needed = floor.edit * this.longer(a, b);
    return this.table.fewestEdits(a, b) >= needed || this.edit(a, b) >= floor.edit;
  }

  /** The closest pair of a group by each measure. */
  nearest(group: readonly number[]): Nearest {
    let j2 = 0;
    let edit = 1;
    group.forEach((a, i) => {
      for (let k = 0; k < i; k++) {
        const b = group[k] as number;
        j2 = Math.max(j2, this.table.j2(a, b));
        if (this.table.fewestEdits(a, b) < edit * this.longer(a, b)) {
          edit = Math.min(edit, this.edit(a, b));
        }
      }
    });
    return { j2, edit };
  }

  private longer(a: number, b: number): number {
    return Math.max((this.texts[a] as string).length, (this.texts[b] as string).length);
  }

  private editsFrom(a: number): (text: string) => number {
    if (this.from !== a) {
      this.edits = editDistanceFrom(this.texts[a] as string);
      this.from = a;
    }
    return this.edits;
  }
}
