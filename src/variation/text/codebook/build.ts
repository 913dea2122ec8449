import { type FloorName, floors } from "../../../domain/vocabulary.ts";
import { lintFold } from "../fold.ts";
import type { Plan, Row } from "../plan.ts";
import { renderVariant } from "../render.ts";
import { type Advice, adviseSteps } from "./advice.ts";
import { foundBefore, type Had } from "./before.ts";
import type { Codebook } from "./codebook.ts";
import { evenOverDrafts } from "./even.ts";
import { COMPANY_FLOOR, Distances, type Nearest, TEAM_FLOOR } from "./floors.ts";
import { makeCodebook } from "./make.ts";
import { RowGate } from "./row-gate.ts";
import { selectRows } from "./select.ts";
import { type Sharing, sharingOf } from "./sharing.ts";
import { affordable, candidateRows } from "./space.ts";
import { Speech } from "./speech.ts";
import { partRows, type TeamSize } from "./teams.ts";

export interface CodebookInput {
  /** Every team with at least one sender; senders without a team are a team of their own. */
  readonly teams: readonly TeamSize[];
  /** Rows kept for senders who join later; by default a tenth of the seats, at least three. */
  readonly spare?: number;
  readonly seed: string;
  /** What people had before: they keep it where that costs nobody a distance. */
  readonly had?: readonly Had[];
}

/** How far apart wordings stand at their closest: the ratios of the closest pair, by each measure. */
export interface Achieved {
  readonly nearestJ2: number;
  readonly nearestEdit: number;
  readonly teamNearestJ2: number;
  readonly teamNearestEdit: number;
}

export interface CapacityReport {
  readonly seats: number;
  /** Different wordings that are handed out; fewer than `seats` where the text has no more. */
  readonly served: number;
  /** Who shares a wording, where there are fewer than seats. */
  readonly sharing: Sharing;
  /**
   * How many senders the text serves at each floor; `atLeast` tells that counting stopped there.
   */
  readonly capacity: { readonly company: number; readonly team: number; readonly atLeast: boolean };
  /** The closest pair of different wordings handed out, over the rewordable characters. */
  readonly achieved: Achieved;
  /** The same over all characters. */
  readonly overall: Pick<Achieved, "nearestJ2" | "nearestEdit">;
  /** The floors that hold for everybody, in the order of `floors`. */
  readonly holds: readonly FloorName[];
  /** How many of the wordings handed out a messenger folds. */
  readonly folded: number;
  /** What to add, most gain first; empty where all floors hold. */
  readonly advice: readonly Advice[];
}

/** A finished codebook, and what it gives. */
export interface Built {
  readonly codebook: Codebook;
  readonly report: CapacityReport;
}

/** Rows looked at, at least; and for each row wanted. */
const POOL = 4096;
const POOL_PER_ROW = 2;
/** Capacity is counted at least this far, whatever is needed. */
const COUNT_TO = 300;
const COUNT_TEAM_TO = 60;

/** Builds a codebook in one go; see codebookSteps. */
export function buildCodebook(plan: Plan, input: CodebookInput): Built {
  const steps = codebookSteps(plan, input);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Chooses the wordings to hand out: at least the company floor apart where the text can, a team's own at least
 * the team floor apart, else as far apart as they get; shared among teams only when there are no more.
 * Yields 0..1 after each slice of some ten milliseconds, so that a caller can let others work meanwhile.
 * Deterministic in (plan, teams, spare, seed, had). Throws a RangeError for sizes that are not counts.
 */
export function* codebookSteps(
  plan: Plan,
  { teams, spare, seed, had = [] }: CodebookInput,
): Generator<number, Built> {
  const seats = countSeats(teams);
  const extra = spare ?? Math.max(3, Math.ceil(seats / 10));
  const wanted = seats + extra;
  const speech = new Speech(plan);

  const limit = affordable(speech, Math.max(POOL, wanted * POOL_PER_ROW), 2 * wanted);
  const sampled = yield* telling(0.02, candidateRows(plan, speech, limit, seed));
  const gate = new RowGate(plan);
  const all: Row[] = [];
  for (const [i, row] of sampled.entries()) {
    if (gate.passes(row)) all.push(row);
    if (i % GATED === 0) yield 0.1 + (0.15 * i) / sampled.length;
  }
  const before = yield* telling(0.28, foundBefore(plan, speech, gate, all, had));
  const distances = yield* telling(0.3, Distances.of(speech, all));

  const pool = Array.from({ length: distances.count }, (_, i) => i);
  const countTo = Math.max(wanted, COUNT_TO);
  const most = { most: countTo, below: true };
  const select = (first: ReadonlySet<number>) =>
    telling(0.35, selectRows(distances, pool, COMPANY_FLOOR, { ...most, first }));
  let selected = yield* select(new Set(before.keys()));
  // What people had stands in the way of others: how many the text serves comes first.
  if (before.size > 0 && selected.apart < wanted) selected = yield* select(new Set());
  const { taken, apart, closest } = selected;
  const even = evenOverDrafts(taken.slice(0, apart), (row) => all[row]?.draft ?? 0);
  const [kept, others] = [true, false].map((was) => even.filter((row) => before.has(row) === was));
  const chosen = different(distances, [
    ...(kept ?? []),
    ...(others ?? []),
    ...taken.slice(apart, wanted),
  ]);
  const places = new Map(teams.map(({ key }, index) => [key, index]));
  const homes = new Map([...before].map(([row, who]) => [row, places.get(who.team)]));
  const parted = yield* telling(0.55, partRows(distances, chosen, teams, seed, homes));
  const sample = pool.slice(0, POOL / 2);
  const team = yield* telling(
    0.65,
    selectRows(distances, sample, TEAM_FLOOR, { most: COUNT_TEAM_TO, below: false }),
  );

  const { blocks, left } = parted;
  const handed = [...new Set(blocks.flat())];
  const given = { teams, blocks, spare: left.slice(0, extra), seed, before };
  const codebook = yield* telling(0.68, makeCodebook(plan, all, gate, given));
  // Of very many rows that all keep the floor, the closest pair is known from choosing them.
  const known = handed.length > COUNTED_AGAIN && apart >= chosen.length;
  const company =
    known && closest !== undefined
      ? { ...closest, edit: COMPANY_FLOOR.edit }
      : yield* telling(0.7, distances.nearest(handed));
  const inTeams: Nearest[] = [];
  let fewest = 1;
  for (const [i, block] of blocks.entries()) {
    const nearest = yield* telling(0.8, distances.nearest([...new Set(block)], fewest));
    fewest = Math.min(fewest, nearest.edit);
    inTeams.push(nearest);
    if (i % TEAMS_AT_ONCE === 0) yield 0.8;
  }
  const overall = yield* telling(0.82, nearestOverall(speech, all, company.pair));
  const achieved: Achieved = {
    nearestJ2: company.j2,
    nearestEdit: company.edit,
    teamNearestJ2: Math.max(0, ...inTeams.map(({ j2 }) => j2)),
    teamNearestEdit: Math.min(1, ...inTeams.map(({ edit }) => edit)),
  };
  const sharing = sharingOf(codebook);
  const holds = floorsThatHold(sharing, achieved);
  const report = {
    seats,
    served: handed.length,
    sharing,
    capacity: { company: apart, team: team.apart, atLeast: apart >= countTo },
    achieved,
    overall,
    holds,
    folded: yield* telling(0.83, countFolded(plan, codebook.rows.slice(0, handed.length))),
  };
  yield 0.85;
  const aim = holds.includes("company")
    ? { seed, floor: "team" as const, seats: Math.max(0, ...teams.map(({ size }) => size)) }
    : { seed, floor: "company" as const, seats };
  const advice = holds.length === floors.length ? [] : yield* telling(0.9, adviseSteps(plan, aim));
  return { codebook, report: { ...report, advice } };
}

/** Above this many rows the closest pair is not looked for once more: its edits are told as the floor. */
const COUNTED_AGAIN = 1500;
/** Teams whose closest pairs are looked for in one slice of work. */
const TEAMS_AT_ONCE = 10;
/** Rows gated in one slice of work. */
const GATED = 500;

/** Rows of different drafts may say the same: the first stands for all. Nothing but facts is told apart by them. */
function different(distances: Distances, rows: readonly number[]): number[] {
  const said = new Set<string>();
  return rows.filter((row) => {
    const words = distances.words(row);
    if (words === "") return true;
    if (said.has(words)) return false;
    said.add(words);
    return true;
  });
}

/** Passes work on in its slices, telling how far all of it is. */
function* telling<T>(progress: number, work: Generator<void, T>): Generator<number, T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    yield progress;
  }
}

function floorsThatHold(
  { senders }: Sharing,
  { nearestJ2, nearestEdit, teamNearestJ2, teamNearestEdit }: Achieved,
): FloorName[] {
  if (senders > 0) return [];
  if (nearestJ2 > COMPANY_FLOOR.j2 || nearestEdit < COMPANY_FLOOR.edit) return ["distinct"];
  const inTeams = teamNearestJ2 <= TEAM_FLOOR.j2 && teamNearestEdit >= TEAM_FLOOR.edit;
  return inTeams ? [...floors] : ["distinct", "company"];
}

function countSeats(teams: readonly TeamSize[]): number {
  const keys = new Set(teams.map(({ key }) => key));
  const whole = teams.every(({ size }) => Number.isSafeInteger(size) && size >= 0);
  if (keys.size !== teams.length || !whole) {
    throw new RangeError("Each team is named once, with a whole number of senders.");
  }
  return teams.reduce((sum, { size }) => sum + size, 0);
}

/** The closest pair measured over all characters; where nobody has another, nothing is close. */
function* nearestOverall(
  speech: Speech,
  all: readonly Row[],
  pair: readonly [number, number] | undefined,
): Generator<void, CapacityReport["overall"]> {
  const rows = pair?.flatMap((index) => all[index] ?? []) ?? [];
  if (rows.length < 2) return { nearestJ2: 0, nearestEdit: 1 };
  const distances = yield* Distances.of(speech, rows, true);
  return { nearestJ2: distances.j2(0, 1), nearestEdit: distances.edit(0, 1) };
}

function* countFolded(plan: Plan, rows: readonly Row[]): Generator<void, number> {
  let folded = 0;
  for (const [i, row] of rows.entries()) {
    if (lintFold(renderVariant(plan, row).core).folded) folded++;
    if (i % GATED === 0) yield;
  }
  return folded;
}
