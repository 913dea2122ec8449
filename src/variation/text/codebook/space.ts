import { type Draw, seeded } from "../hash.ts";
import { normalise } from "../normalise.ts";
import { isSlot, type Part, type Plan, type PlanDraft, type Row } from "../plan.ts";
import { renderVariant, rewordable } from "../render.ts";

/** A row with the texts it is judged by. */
export interface Candidate {
  readonly row: Row;
  /** Normalised, protected spans left out: floors are measured on it. */
  readonly words: string;
  /** Normalised, whole. */
  readonly whole: string;
}

/** How many rows a plan has; Infinity beyond 2^53. */
export function countRows(plan: Plan): number {
  return plan.drafts.reduce((sum, draft) => sum + countWays(draft.parts), 0);
}

function countWays(parts: readonly Part[]): number {
  let ways = 1;
  for (const part of parts) {
    if (isSlot(part) && !part.style)
      ways *= part.options.reduce((sum, option) => sum + countWays(option), 0);
  }
  return ways;
}

/**
 * At most `limit` candidates in a seeded order, no two equal after normalisation: all the plan has
 * when it has no more than that, else a sample in which each draft has a share.
 */
export function candidates(plan: Plan, limit: number, seed: string): Candidate[] {
  const draw = seeded(`candidates ${seed}`);
  const rows = countRows(plan) <= limit ? allRows(plan) : sampleRows(plan, limit, draw);
  const seen = new Set<string>();
  const seenWords = new Set<string>();
  const out: Candidate[] = [];
  for (const row of rows) {
    const words = normalise(rewordable(plan, row));
    if (seenWords.has(words)) continue;
    const whole = normalise(renderVariant(plan, row).core);
    if (seen.has(whole)) continue;
    seenWords.add(words);
    seen.add(whole);
    out.push({ row, words, whole });
  }
  for (let i = out.length - 1; i > 0; i--) {
    const j = draw.below(i + 1);
    [out[i], out[j]] = [out[j] as Candidate, out[i] as Candidate];
  }
  return out;
}

function allRows(plan: Plan): Row[] {
  return plan.drafts.flatMap((draft, index) =>
    Array.from({ length: countWays(draft.parts) }, (_, n) => {
      const choices = new Array<number>(draft.slots).fill(0);
      unrank(draft.parts, n, choices);
      return { draft: index, choices };
    }),
  );
}

/** Writes the n-th combination of a sequence's slots into `choices`. */
function unrank(parts: readonly Part[], n: number, choices: number[]): void {
  let rest = n;
  for (const part of parts) {
    if (!isSlot(part) || part.style) continue;
    const ways = part.options.map(countWays);
    const total = ways.reduce((sum, way) => sum + way, 0);
    let here = rest % total;
    rest = Math.floor(rest / total);
    let option = 0;
    while (here >= (ways[option] as number)) here -= ways[option++] as number;
    choices[part.at] = option;
    unrank(part.options[option] ?? [], here, choices);
  }
}

function sampleRows(plan: Plan, limit: number, draw: Draw): Row[] {
  const share = Math.ceil(limit / plan.drafts.length);
  const poor = plan.drafts.filter((draft) => countWays(draft.parts) <= share);
  const left = limit - poor.reduce((sum, draft) => sum + countWays(draft.parts), 0);
  const each = Math.ceil(left / Math.max(1, plan.drafts.length - poor.length));
  return plan.drafts.flatMap((draft, index) => {
    const ways = countWays(draft.parts);
    if (ways <= share) {
      return allRows({ ...plan, drafts: [draft] }).map((row) => ({ ...row, draft: index }));
    }
    return sampleDraft(draft, each, draw).map((choices) => ({ draft: index, choices }));
  });
}

function sampleDraft(draft: PlanDraft, count: number, draw: Draw): number[][] {
  const seen = new Set<string>();
  const out: number[][] = [];
  for (let tries = 0; out.length < count && tries < count * 2; tries++) {
    const choices = new Array<number>(draft.slots).fill(0);
    choose(draft.parts, choices, draw);
    const key = choices.join();
    if (seen.has(key)) continue;
    seen.add(key);
    out.push(choices);
  }
  return out;
}

function choose(parts: readonly Part[], choices: number[], draw: Draw): void {
  for (const part of parts) {
    if (!isSlot(part) || part.style) continue;
    const option = draw.below(part.options.length);
    choices[part.at] = option;
    choose(part.options[option] ?? [], choices, draw);
  }
}
