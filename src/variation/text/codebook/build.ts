import { gatesOf, withinLength } from "../gates/gates.ts";
import { hash32 } from "../hash.ts";
import { authored, draftOf, type Plan, type Row, slotsIn } from "../plan.ts";
import { renderVariant } from "../render.ts";
import { type Advice, advise } from "./advice.ts";
import { CODEBOOK_FORMAT, type Codebook } from "./codebook.ts";
import { COMPANY_FLOOR, Distances, type Nearest, TEAM_FLOOR } from "./floors.ts";
import { selectApart, selectFarthest } from "./select.ts";
import { type Candidate, candidates } from "./space.ts";
import { partition, type TeamSize } from "./teams.ts";

export interface CodebookInput {
  /** Every team with at least one sender; senders without a team are a team of their own. */
  readonly teams: readonly TeamSize[];
  /** Rows kept for senders who join later; by default a tenth of the seats, at least three. */
  readonly spare?: number;
  readonly seed: string;
  /** Called with 0..1 as the work goes on. */
  readonly onProgress?: (done: number) => void;
}

export interface CapacityReport {
  readonly seats: number;
  /** Senders who get a wording nobody else has; fewer than `seats` where the text has no more. */
  readonly served: number;
  /**
   * How many senders the text serves at each floor; `atLeast` tells that counting stopped there.
   */
  readonly capacity: { readonly company: number; readonly team: number; readonly atLeast: boolean };
  /** The closest pair in the rows handed out, over the rewordable characters. */
  readonly achieved: {
    readonly nearestJ2: number;
    readonly nearestEdit: number;
    readonly teamNearestJ2: number;
    readonly teamNearestEdit: number;
  };
  /** The same over all characters. */
  readonly overall: CapacityReport["achieved"];
  /** Whether every sender is served and both floors hold: else publishing needs acceptAchieved. */
  readonly meetsFloors: boolean;
  /** What to add, most gain first; empty where the floors hold. */
  readonly advice: readonly Advice[];
}

/** Candidates looked at, at least; and for each row wanted. */
const POOL = 4096;
const POOL_PER_ROW = 3;
/** Capacity is counted at least this far, whatever is needed. */
const COUNT_TO = 300;
const COUNT_TEAM_TO = 60;

/**
 * Chooses the wordings to hand out: at least the company floor apart where the text can, a team's
 * own at least the team floor apart, else as far apart as they get, best first; never two the same.
 * Deterministic in (plan, teams, spare, seed). Throws a RangeError for sizes that are not counts.
 */
export function buildCodebook(
  plan: Plan,
  { teams, spare, seed, onProgress = () => {} }: CodebookInput,
): { codebook: Codebook; report: CapacityReport } {
  const seats = countSeats(teams);
  const extra = spare ?? Math.max(3, Math.ceil(seats / 10));
  const wanted = seats + extra;
  onProgress(0);

  const all = candidates(plan, Math.max(POOL, wanted * POOL_PER_ROW), seed);
  const fit = all.map((_, i) => i).filter((i) => rightLength(plan, all[i] as Candidate));
  const words = new Distances(all, (candidate) => candidate.words);
  onProgress(0.2);

  const countTo = Math.max(wanted, COUNT_TO);
  const { apart, chosen, pool } = choose(plan, all, words, fit, { countTo, wanted });
  onProgress(0.5);
  const { blocks, left } = partition(words, chosen, teams);
  const team = selectApart(words, pool.slice(0, POOL / 2), TEAM_FLOOR, COUNT_TEAM_TO).length;
  onProgress(0.7);

  const codebook = makeCodebook(plan, all, teams, blocks, left.slice(0, extra), seed);
  const rows = blocks.flat();
  const achieved = measure(words, rows, blocks);
  const used = rows.map((index) => all[index] as Candidate);
  const whole = new Distances(used, (candidate) => candidate.whole);
  const overall = measure(
    whole,
    used.map((_, i) => i),
    reindex(blocks),
  );
  onProgress(0.8);

  const meetsFloors =
    rows.length === seats &&
    achieved.nearestJ2 <= COMPANY_FLOOR.j2 &&
    achieved.nearestEdit >= COMPANY_FLOOR.edit &&
    achieved.teamNearestJ2 <= TEAM_FLOOR.j2 &&
    achieved.teamNearestEdit >= TEAM_FLOOR.edit;
  const report: CapacityReport = {
    seats,
    served: rows.length,
    capacity: { company: apart.length, team, atLeast: apart.length >= countTo },
    achieved,
    overall,
    meetsFloors,
    advice: meetsFloors ? [] : advise(plan, seed, seats),
  };
  onProgress(1);
  return { codebook, report };
}

/** Selects rows; a row that fails a gate when rendered whole is struck out and selection done again. */
function choose(
  plan: Plan,
  all: readonly Candidate[],
  words: Distances,
  fit: readonly number[],
  { countTo, wanted }: { countTo: number; wanted: number },
): { apart: number[]; chosen: number[]; pool: readonly number[] } {
  const verdicts = new Map<number, boolean>();
  const known: KnownGates = new Map();
  let pool = fit;
  for (;;) {
    const apart = selectApart(words, pool, COMPANY_FLOOR, countTo);
    const chosen = apart.length >= wanted ? apart : selectFarthest(words, pool, apart, wanted);
    for (const i of chosen) {
      if (!verdicts.has(i)) verdicts.set(i, passes(plan, (all[i] as Candidate).row, known));
    }
    if (chosen.every((i) => verdicts.get(i))) return { apart, chosen, pool };
    pool = pool.filter((i) => verdicts.get(i) !== false);
  }
}

function rightLength(plan: Plan, { row }: Candidate): boolean {
  const draft = authored(plan, row);
  return withinLength(renderVariant(plan, draft).core, renderVariant(plan, row).core);
}

/** The gates of each draft as authored, which is read once. */
type KnownGates = Map<string, (variant: string) => readonly unknown[]>;

function passes(plan: Plan, row: Row, known: KnownGates): boolean {
  const draft = renderVariant(plan, authored(plan, row)).core;
  const variant = renderVariant(plan, row).core;
  if (draft === variant) return true;
  const gates = known.get(draft) ?? gatesOf(draft, plan);
  known.set(draft, gates);
  return gates(variant).length === 0;
}

function countSeats(teams: readonly TeamSize[]): number {
  const keys = new Set(teams.map(({ key }) => key));
  const whole = teams.every(({ size }) => Number.isSafeInteger(size) && size >= 0);
  if (keys.size !== teams.length || !whole) {
    throw new RangeError("Each team is named once, with a whole number of senders.");
  }
  return teams.reduce((sum, { size }) => sum + size, 0);
}

/**
 * Style is dealt when the words are chosen: it plays no part in how far apart they are. A row that
 * fails a gate in its dress goes out plain.
 */
function dressed(plan: Plan, row: Row, dress: string, gates: KnownGates): Row {
  const choices = [...row.choices];
  for (const slot of slotsIn(draftOf(plan, row).parts)) {
    if (slot.style) choices[slot.at] = hash32(`${dress} ${slot.slot}`) % slot.options.length;
  }
  const styled = { draft: row.draft, choices };
  return passes(plan, styled, gates) ? styled : row;
}

function makeCodebook(
  plan: Plan,
  all: readonly Candidate[],
  teams: readonly TeamSize[],
  blocks: readonly (readonly number[])[],
  spare: readonly number[],
  seed: string,
): Codebook {
  const used = [...blocks.flat(), ...spare];
  const place = new Map(used.map((candidate, i) => [candidate, i]));
  const gates: KnownGates = new Map();
  const places = (list: readonly number[]) => list.map((candidate) => place.get(candidate) ?? 0);
  return {
    format: CODEBOOK_FORMAT,
    seed,
    rows: used.map((candidate, i) =>
      dressed(plan, (all[candidate] as Candidate).row, `${seed} ${i}`, gates),
    ),
    teams: teams.map(({ key }, i) => ({ key, rows: places(blocks[i] ?? []) })),
    spare: places(spare),
  };
}

function reindex(blocks: readonly (readonly number[])[]): number[][] {
  let next = 0;
  return blocks.map((block) => block.map(() => next++));
}

function measure(
  distances: Distances,
  rows: readonly number[],
  blocks: readonly (readonly number[])[],
): CapacityReport["achieved"] {
  const company = distances.nearest(rows);
  const inTeams: Nearest[] = blocks.map((block) => distances.nearest(block));
  return {
    nearestJ2: company.j2,
    nearestEdit: company.edit,
    teamNearestJ2: Math.max(0, ...inTeams.map(({ j2 }) => j2)),
    teamNearestEdit: Math.min(1, ...inTeams.map(({ edit }) => edit)),
  };
}
