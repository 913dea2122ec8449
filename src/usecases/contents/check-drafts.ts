import { compileCaption, MAX_SOURCE_CHARS, type Plan } from "../../variation/text/index.ts";
import type { Scoped } from "../kernel/context.ts";
import { captionFaults } from "./caption-faults.ts";

/** The most characters that a draft has with its markup. */
export const maxDraftCharacters = MAX_SOURCE_CHARS;

/**
 * Compiles a caption's drafts under the workspace's brands and banned words, without the
 * phrases that its author vetoed. Throws `invalid` with
 * the draft, line and column of each fault.
 */
export function checkDrafts(
  { workspace }: Scoped,
  { drafts, vetoes }: { drafts: readonly string[]; vetoes: readonly string[] },
): Plan {
  const { brands, bannedWords } = workspace;
  const compiled = compileCaption({ drafts, protect: brands, bannedWords, lexicon: { vetoes } });
  if (!compiled.ok) throw captionFaults(compiled.errors);
  return compiled.plan;
}
