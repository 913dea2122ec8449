import { type Content, findContent } from "../../storage/contents.ts";
import type { ContentId } from "../../storage/ids.ts";
import { readWorkspace } from "../../storage/workspaces.ts";
import { hash32, type Suggestion, suggestOptions } from "../../variation/text/index.ts";
import type { Caller } from "../context.ts";
import { found } from "../errors.ts";
import { captionFaults } from "./caption-faults.ts";
import { revisionOf } from "./wordings.ts";

/** Other words for one place of one of a content's drafts; the id holds for this state of the draft. */
export type PlacedSuggestion = Suggestion & { id: string; draft: number };

/** The lexicon's options for each draft of a content, in their places, and what its author vetoed. */
export async function suggestWordings(caller: Caller, id: ContentId) {
  return suggestionsOf(caller, found(await findContent(caller.scope, id), "content"));
}

/** The same for a content as it is at hand. Throws `invalid` where a draft's markup does not parse. */
export async function suggestionsOf(
  caller: Caller,
  content: Pick<Content, "drafts" | "draftVersion" | "vetoes">,
) {
  const { drafts, draftVersion, vetoes } = content;
  return {
    drafts,
    draftVersion,
    revision: revisionOf(drafts),
    vetoes,
    suggestions: await suggestionsFor(caller, content),
  };
}

/** Throws `invalid` where a draft's markup does not parse. */
export async function suggestionsFor(
  { scope }: Caller,
  { drafts, vetoes }: Pick<Content, "drafts" | "vetoes">,
): Promise<PlacedSuggestion[]> {
  const { brands, bannedWords } = await readWorkspace(scope);
  return drafts.flatMap((source, draft) => {
    const offered = suggestOptions({ draft: source, protect: brands, bannedWords, vetoes });
    if (!offered.ok) throw captionFaults(offered.errors.map((error) => ({ ...error, draft })));
    return offered.suggestions.map((suggestion) => ({
      id: `${draft}.${suggestion.offset}.${hash32(`${source}\n${suggestion.markup}`).toString(36)}`,
      draft,
      ...suggestion,
    }));
  });
}
