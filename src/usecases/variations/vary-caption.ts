import type { ApartPair } from "../../domain/content.ts";
import type { AuthorLanguage } from "../../domain/vocabulary.ts";
import { draftOfSegments, varyText } from "../../variation/text/index.ts";
import { adviceLanguage, tellCapacity } from "../contents/capacity-view.ts";
import { captionFaults } from "../contents/caption-faults.ts";
import { guessLanguage } from "../contents/guess-language.ts";
import { shortfall } from "../contents/shortfall.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";

export type CaptionToVary = {
  drafts?: string[] | undefined;
  /** Or one draft as segments, each with its options, the original first; whatever stands between them is theirs. */
  segments?: string[][] | undefined;
  /** Words that survive byte for byte, beside the workspace's brands. */
  protect?: string[] | undefined;
  /** 1..200 */
  count: number;
  teams?: number | undefined;
  lexicon?: boolean | { vetoes: string[] } | undefined;
  /** Wordings of two sentences that a person does not want to read together. */
  apart?: readonly ApartPair[] | undefined;
  seed?: string | undefined;
  /** In which advice is told, where it is another than the workspace's. */
  language?: AuthorLanguage | undefined;
};

/**
 * Varies a caption under the workspace's brands and banned words, and stores nothing. Fewer variants
 * than asked for come back where the text has no more; the report's `reason` says so in numbers.
 * Throws `invalid` with the draft, line and column of each fault.
 */
export function varyCaption(caller: Caller, input: CaptionToVary) {
  requireScope(caller, "read", "own-team");
  const {
    segments = [],
    drafts = [draftOfSegments(segments)],
    protect = [],
    count,
    teams = 1,
    lexicon = true,
    apart = [],
    seed = "",
    language = adviceLanguage(caller, guessLanguage(drafts.join("\n"))),
  } = input;
  const { brands, bannedWords } = caller.workspace;
  const all = [...new Set([...brands, ...protect])];
  const varied = varyText({
    drafts,
    protect: all,
    bannedWords,
    count,
    teams,
    lexicon,
    apart,
    seed,
  });
  if (!varied.ok) throw captionFaults(varied.errors);
  const { variants, report } = varied;
  const reason = shortfall(report, "team");
  const told = tellCapacity(report, language);
  return { variants, report: { ...told, ...(reason === undefined ? {} : { reason }) } };
}
