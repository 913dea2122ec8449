import type { Offer } from "../../domain/content.ts";
import type { ContentId } from "../../domain/ids.ts";
import { type Content, findContent } from "../../storage/contents.ts";
import { sentencesOf } from "../../variation/text/index.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { revisionOf } from "./wordings.ts";

/** A content's drafts as rows of sentences: what each may say instead, what waits for a person, what is vetoed. */
export async function listSentences(caller: Caller, id: ContentId) {
  requireScope(caller, "read", "own-team");
  return viewSentences(caller, found(await findContent(caller.scope, id), "content"));
}

/** The same for a content as it is at hand. */
export function viewSentences(
  { workspace: { brands, bannedWords } }: Scoped,
  { drafts, offers, apart }: Pick<Content, "drafts" | "offers" | "apart">,
) {
  const rules = { brands, bannedWords };
  const waiting = offers.filter((offer) => !offer.vetoed);
  const vetoed = offers.filter((offer) => offer.vetoed);
  return {
    revision: revisionOf(drafts),
    apart,
    drafts: drafts.map((source, draft) => ({
      draft,
      sentences: sentencesOf(source, rules, waiting).map((sentence) => ({
        ...sentence,
        offered: sentence.offered.map((option) => ({
          ...option,
          from: sourceOf(waiting, sentence.id, option.text),
        })),
        vetoed: vetoed.filter((one) => one.sentenceId === sentence.id).map(({ text }) => text),
      })),
    })),
  };
}

function sourceOf(offers: readonly Offer[], id: string, text: string) {
  return offers.find((one) => one.sentenceId === id && one.text === text)?.from ?? "person";
}
