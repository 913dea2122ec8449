import { buildCodebook, type CapacityReport } from "./codebook/build.ts";
import { type CaptionInput, compileCaption } from "./compile.ts";
import type { CaptionError } from "./errors.ts";
import { type RenderedSlot, renderVariant } from "./render.ts";

export interface VaryInput extends CaptionInput {
  /** How many variants, from 1. */
  readonly count: number;
  /** Among how many teams they are spread as evenly as can be; one by default. */
  readonly teams?: number;
  readonly seed?: string;
}

export interface VariedText {
  readonly text: string;
  readonly draft: number;
  readonly slots: readonly RenderedSlot[];
  /** Which team it is for, from 0. */
  readonly team: number;
}

export type Varied =
  | { readonly ok: true; readonly variants: readonly VariedText[]; readonly report: CapacityReport }
  | { readonly ok: false; readonly errors: readonly CaptionError[] };

/**
 * Varies a caption without storing anything: compile, codebook, render. Each wording comes back once: fewer
 * than asked for where the text has no more, and the report says why. Throws a RangeError for counts below one.
 */
export function varyText({ count, teams = 1, seed = "", ...caption }: VaryInput): Varied {
  if (![count, teams].every((n) => Number.isSafeInteger(n) && n > 0)) {
    throw new RangeError("count and teams are whole numbers from 1.");
  }
  const compiled = compileCaption(caption);
  if (!compiled.ok) return compiled;
  const sizes = Array.from({ length: teams }, (_, i) => ({
    key: String(i),
    size: Math.floor(count / teams) + (i < count % teams ? 1 : 0),
  }));
  const { codebook, report } = buildCodebook(compiled.plan, { teams: sizes, spare: 0, seed });
  const given = new Set<number>();
  const variants = codebook.teams.flatMap(({ rows }, team) =>
    rows.flatMap((index): VariedText[] => {
      const row = codebook.rows[index];
      if (row === undefined || given.has(index)) return [];
      given.add(index);
      const { core, draft, slots } = renderVariant(compiled.plan, row);
      return [{ text: core, draft, slots, team }];
    }),
  );
  return { ok: true, variants, report };
}
