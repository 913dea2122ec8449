import type { ContentId } from "../../domain/ids.ts";
import { type Content, findContent } from "../../storage/contents.ts";
import { isClean, sentencesOf, wordDifference } from "../../variation/text/index.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { type SentenceRow, waitingFor } from "./offered-sentences.ts";
import { revisionOf } from "./wordings.ts";

/** A content's drafts as rows of sentences: what each may say instead, what waits for a person, what is vetoed. */
export async function listSentences(caller: Caller, id: ContentId) {
  requireScope(caller, "read", "own-team");
  return await viewSentences(caller, found(await findContent(caller.scope, id), "content"));
}

/** The same for a content as it is at hand, with what is kept for its sentences where that is at hand too. */
export async function viewSentences(
  ctx: Scoped,
  { id, drafts, apart }: Pick<Content, "id" | "drafts" | "apart">,
  atHand?: readonly SentenceRow[],
) {
  const { brands, bannedWords } = ctx.workspace;
  const { rows, waiting } = await waitingFor(ctx, id, atHand);
  return {
    revision: revisionOf(drafts),
    apart,
    drafts: drafts.map((source, draft) => ({
      draft,
      sentences: sentencesOf(source, { brands, bannedWords }, waiting).map((sentence) => {
        const row = rows.find((one) => one.sentence === sentence.id);
        const { stage = null, error = null, vetoed = [] } = row ?? {};
        return {
          ...sentence,
          offered: sentence.offered.map(({ sentenceId: _, out, ...option }) => ({
            ...option,
            noticed: out,
            passes: option.from === "model" && isClean({ ...option, out }),
            difference: wordDifference(sentence.text, option.text),
          })),
          vetoed,
          asked:
            stage === null
              ? null
              : { stage, ...(error && { error: { code: error.code, detail: error.detail } }) },
        };
      }),
    })),
  };
}
