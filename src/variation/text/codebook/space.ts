import { type Draw, seeded } from "../hash.ts";
import {
  goesTogether,
  isSlot,
  type Part,
  type Plan,
  type PlanDraft,
  type Row,
  type Slot,
} from "../plan.ts";
import type { Speech } from "./speech.ts";

/** A place where rows have a choice, with how many ways each of its options can be said. */
interface Place {
  readonly at: number;
  readonly options: readonly Ways[];
}

/** A sequence's places, and in how many ways it can be said in all; Infinity beyond 2^53. */
interface Ways {
  readonly places: readonly Place[];
  readonly ways: number;
}

function waysOf(parts: readonly Part[]): Ways {
  const slots = parts.filter((part): part is Slot => isSlot(part) && !part.style && !part.again);
  const places = slots.map((slot): Place => ({ at: slot.at, options: slot.options.map(waysOf) }));
  return { places, ways: places.reduce((product, place) => product * waysAt(place), 1) };
}

function waysAt({ options }: Place): number {
  return options.reduce((sum, { ways }) => sum + ways, 0);
}

/** Rows looked at in one slice of work. */
const SLICE = 2000;
/** Steps of work that all rows together may cost. */
const MOST_STEPS = 400_000;

/** How many rows are looked at where `wanted` would be good: fewer where each is very long. */
export function affordable(speech: Speech, wanted: number, atLeast = 0): number {
  return Math.max(atLeast, Math.min(wanted, Math.ceil(MOST_STEPS / speech.steps)));
}

/**
 * At most `limit` rows in a seeded order, what the author wrote first, no two of a draft alike after
 * normalisation: all the plan has when it has no more than that, else a sample in which each draft has a share.
 */
export function* candidateRows(
  plan: Plan,
  speech: Speech,
  limit: number,
  seed: string,
): Generator<void, Row[]> {
  const draw = seeded(`candidates ${seed}`);
  const drafts = plan.drafts.map((draft) => ({ draft, ...waysOf(draft.parts) }));
  const all = drafts.reduce((sum, { ways }) => sum + ways, 0);
  const shares = all <= limit ? drafts.map(({ ways }) => ways) : sharesOf(drafts, limit);
  const seen = new Set<string>();
  const firsts: Row[] = [];
  const others: Row[] = [];
  let looked = 0;
  for (const [index, { draft, places, ways }] of drafts.entries()) {
    const share = shares[index] ?? 0;
    const rows =
      ways <= share ? everyRow(places, ways, draft) : sampleRows(places, share, draft, draw);
    for (const choices of rows) {
      if (++looked % SLICE === 0) yield;
      const row = { draft: index, choices };
      if (!goesTogether(draft, choices)) continue;
      const key = `${index} ${speech.key(row)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      (firsts.length === index ? firsts : others).push(row);
    }
  }
  for (let i = others.length - 1; i > 0; i--) {
    const j = draw.below(i + 1);
    [others[i], others[j]] = [others[j] as Row, others[i] as Row];
  }
  return firsts.concat(others);
}

/** Poor drafts give all they have, the others share what is left. */
function sharesOf(drafts: readonly Ways[], limit: number): number[] {
  const share = Math.ceil(limit / drafts.length);
  const poor = drafts.filter(({ ways }) => ways <= share);
  const left = limit - poor.reduce((sum, { ways }) => sum + ways, 0);
  const each = Math.ceil(left / Math.max(1, drafts.length - poor.length));
  return drafts.map(({ ways }) => (ways <= share ? ways : each));
}

function* everyRow(
  places: readonly Place[],
  ways: number,
  { slots }: PlanDraft,
): Generator<number[]> {
  for (let n = 0; n < ways; n++) {
    const choices = new Array<number>(slots).fill(0);
    unrank(places, n, choices);
    yield choices;
  }
}

/** Writes the n-th combination of a sequence's places into `choices`. */
function unrank(places: readonly Place[], n: number, choices: number[]): void {
  let rest = n;
  for (const place of places) {
    const total = waysAt(place);
    let here = rest % total;
    rest = Math.floor(rest / total);
    let option = 0;
    while (here >= (place.options[option] as Ways).ways)
      here -= (place.options[option++] as Ways).ways;
    choices[place.at] = option;
    unrank(place.options[option]?.places ?? [], here, choices);
  }
}

/** What the author wrote, and then different rows at random: at most two tries for each that is wanted. */
function* sampleRows(
  places: readonly Place[],
  count: number,
  { slots }: PlanDraft,
  draw: Draw,
): Generator<number[]> {
  yield new Array<number>(slots).fill(0);
  for (let tries = 1; tries < count * 2; tries++) {
    const choices = new Array<number>(slots).fill(0);
    choose(places, choices, draw);
    yield choices;
  }
}

function choose(places: readonly Place[], choices: number[], draw: Draw): void {
  for (const { at, options } of places) {
    const option = draw.below(options.length);
    choices[at] = option;
    choose(options[option]?.places ?? [], choices, draw);
  }
}
