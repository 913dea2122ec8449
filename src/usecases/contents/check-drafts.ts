import type { Content } from "../../storage/contents.ts";
import {
  compileCaption,
  MAX_CAPTION_CHARS,
  MAX_SOURCE_CHARS,
  type Plan,
} from "../../variation/text/index.ts";
import type { Scoped } from "../kernel/context.ts";
import { captionFaults } from "./caption-faults.ts";

/** The most characters that a draft has with its markup. */
export const maxDraftCharacters = MAX_SOURCE_CHARS;
/** And all of a content's together. */
export const maxCaptionCharacters = MAX_CAPTION_CHARS;

/**
 * Compiles a caption's drafts under the workspace's brands and banned words, without the
 * phrases and pairs that its author vetoed. Throws `invalid` with
 * the draft, line and column of each fault, or as `told` tells them.
 *
 * @param lexicon - false where what Starling would vary itself is not asked for
 */
export function checkDrafts(
  { workspace }: Scoped,
  { drafts, vetoes, apart }: Pick<Content, "drafts" | "vetoes" | "apart">,
  told = captionFaults,
  lexicon = true,
): Plan {
  const { brands, bannedWords, varyLayout } = workspace;
  const words = { drafts, protect: brands, bannedWords, lexicon: lexicon && { vetoes } };
  const compiled = compileCaption({ ...words, apart, varyLayout });
  if (!compiled.ok) throw told(compiled.errors);
  return compiled.plan;
}
