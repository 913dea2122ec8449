import type { ContentId } from "../../domain/ids.ts";
import { type Content, findContent } from "../../storage/contents.ts";
import type { Workspace } from "../../storage/workspaces.ts";
import {
  hash32,
  reviewOptions,
  type Suggestion,
  suggestOptions,
} from "../../variation/text/index.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { captionFaults } from "./caption-faults.ts";
import { offeredSentences } from "./offered-sentences.ts";
import { revisionOf } from "./wordings.ts";

/** Other words for one place of one of a content's drafts; the id holds for this state of the draft. */
export type PlacedSuggestion = Suggestion & { id: string; draft: number };

/**
 * The lexicon's options for each draft of a content, in their places, what a model proposed for its sentences,
 * what its author vetoed, and which of the author's own options want a second look.
 */
export async function suggestWordings(caller: Caller, id: ContentId) {
  requireScope(caller, "read", "own-team");
  return await suggestionsOf(caller, found(await findContent(caller.scope, id), "content"));
}

/** The same for a content as it is at hand. Throws `invalid` where a draft's markup does not parse. */
export async function suggestionsOf(
  ctx: Scoped,
  content: Pick<Content, "id" | "drafts" | "draftVersion" | "vetoes" | "language">,
) {
  const { workspace } = ctx;
  const { drafts, draftVersion, vetoes } = content;
  const suggestions = suggestionsFor(workspace, content);
  return {
    drafts,
    draftVersion,
    revision: revisionOf(drafts),
    vetoes,
    suggestions,
    sentences: await offeredSentences(ctx, content),
    doubts: drafts.flatMap((source, draft) =>
      reviewOptions(source, workspace).map((doubt) => ({ draft, ...doubt })),
    ),
  };
}

/** Throws `invalid` where a draft's markup does not parse. */
export function suggestionsFor(
  { brands, bannedWords }: Pick<Workspace, "brands" | "bannedWords">,
  { drafts, vetoes }: Pick<Content, "drafts" | "vetoes">,
): PlacedSuggestion[] {
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
