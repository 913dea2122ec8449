/** The codebook itself, once it is decided which rows are handed out and to whom. */
import { hash32 } from "../hash.ts";
import { draftOf, type Plan, type Row, slotsIn } from "../plan.ts";
import { CODEBOOK_FORMAT, type Codebook } from "./codebook.ts";
import type { RowGate } from "./row-gate.ts";
import type { TeamSize } from "./teams.ts";

/** Rows dressed in one slice of work. */
const DRESSED = 500;

/** Puts the rows together as they go out; who had one before has it in the dress that they know. */
export function* makeCodebook(
  plan: Plan,
  all: readonly Row[],
  gate: RowGate,
  given: {
    readonly teams: readonly TeamSize[];
    readonly blocks: readonly (readonly number[])[];
    readonly spare: readonly number[];
    readonly seed: string;
    /** Rows that somebody had, as they had them. */
    readonly before: ReadonlyMap<number, { readonly row: Row }>;
  },
): Generator<void, Codebook> {
  const { teams, blocks, seed } = given;
  const used = [...new Set([...blocks.flat(), ...given.spare])];
  const place = new Map(used.map((index, i) => [index, i]));
  const places = (list: readonly number[]) => list.map((index) => place.get(index) ?? 0);
  const rows: Row[] = [];
  for (const [i, index] of used.entries()) {
    const had = given.before.get(index)?.row;
    rows.push(had ?? dressed(plan, all[index] as Row, `${seed} ${i}`, gate));
    if (i % DRESSED === 0) yield;
  }
  return {
    format: CODEBOOK_FORMAT,
    seed,
    rows,
    teams: teams.map(({ key }, i) => ({ key, rows: places(blocks[i] ?? []) })),
    spare: places(given.spare),
  };
}

/**
 * Style is dealt when the words are chosen: it plays no part in how far apart they are. A row that
 * fails a gate in its dress goes out plain.
 */
function dressed(plan: Plan, row: Row, dress: string, gate: RowGate): Row {
  const slots = slotsIn(draftOf(plan, row).parts).filter(({ style }) => style);
  if (slots.length === 0) return row;
  const choices = [...row.choices];
  for (const { at, slot, options } of slots)
    choices[at] = hash32(`${dress} ${slot}`) % options.length;
  const styled = { draft: row.draft, choices };
  return gate.passes(styled) ? styled : row;
}
