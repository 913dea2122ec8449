import type { AuthorLanguage } from "../../domain/vocabulary.ts";
import { teamSizes } from "../../storage/senders.ts";
import { lintFold } from "../../variation/text/index.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { foldLimits } from "../variants/fold-limits.ts";
import { type CaptionToVary, varyCaption } from "../variations/vary-caption.ts";

/** As many wordings as are made for a first idea: enough for a company, quick enough while somebody writes. */
const mostTried = 200;
const shown = 3;

export type CaptionsToWeigh = Pick<CaptionToVary, "apart"> & {
  drafts: string[];
  vetoes?: string[] | undefined;
};

export type Weighed = Awaited<ReturnType<typeof weighCaptions>>;

/**
 * How many of the workspace's senders some caption drafts would serve, what would serve more, and a few of the
 * wordings; stores nothing. Throws `invalid` with the places where the markup is wrong.
 */
export async function weighCaptions(
  caller: Caller,
  { drafts, vetoes = [], apart = [] }: CaptionsToWeigh,
  language: AuthorLanguage,
) {
  requireScope(caller, "read", "own-team");
  const teams = await teamSizes(caller.scope);
  const seats = teams.reduce((sum, { size }) => sum + size, 0);
  const count = Math.min(mostTried, Math.max(shown, seats));
  const { variants, report } = varyCaption(caller, {
    drafts,
    lexicon: { vetoes },
    apart,
    language,
    count,
    teams: Math.max(1, Math.min(teams.length, count)),
  });
  return {
    seats,
    served: Math.min(seats, variants.length),
    capacity: report.capacity,
    advice: report.advice.map(({ text, gain }) => ({ text, gain })),
    samples: variants.slice(0, shown).map(({ text }) => ({ text, folded: lintFold(text).folded })),
    foldLimits,
  };
}
