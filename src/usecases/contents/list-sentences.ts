import type { Offer } from "../../domain/content.ts";
import type { ContentId } from "../../domain/ids.ts";
import { type Content, findContent } from "../../storage/contents.ts";
import { sentencesOf } from "../../variation/text/index.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { ownWaysOf } from "./own-lines.ts";
import { revisionOf } from "./wordings.ts";

/** A content's drafts as rows of sentences: what each may say instead, what waits for a person, what is vetoed. */
export async function listSentences(caller: Caller, id: ContentId) {
  requireScope(caller, "read", "own-team");
  return await viewSentences(caller, found(await findContent(caller.scope, id), "content"));
}

/** The same for a content as it is at hand. */
export async function viewSentences(
  ctx: Scoped,
  { id, drafts, offers, apart }: Pick<Content, "id" | "drafts" | "offers" | "apart">,
) {
  const { brands, bannedWords } = ctx.workspace;
  const rules = { brands, bannedWords };
  const vetoed = offers.filter((offer) => offer.vetoed);
  const isVetoed = (way: { sentenceId: string; text: string }) =>
    vetoed.some(({ sentenceId, text }) => sentenceId === way.sentenceId && text === way.text);
  const ways = (await ownWaysOf(ctx, id)).filter((way) => !isVetoed(way));
  const waiting: (Offer & { senders?: number })[] = [
    ...ways.map((way) => ({ ...way, from: "senders" as const, vetoed: false })),
    ...offers.filter((offer) => !offer.vetoed),
  ];
  return {
    revision: revisionOf(drafts),
    apart,
    drafts: drafts.map((source, draft) => ({
      draft,
      sentences: sentencesOf(source, rules, waiting).map((sentence) => ({
        ...sentence,
        offered: sentence.offered.map((option) => ({
          ...option,
          ...sourceOf(waiting, sentence.id, option.text),
        })),
        vetoed: vetoed.filter((one) => one.sentenceId === sentence.id).map(({ text }) => text),
      })),
    })),
  };
}

function sourceOf(
  offers: readonly (Offer & { senders?: number })[],
  id: string,
  text: string,
): Pick<Offer, "from"> & { senders?: number } {
  const offer = offers.find((one) => one.sentenceId === id && one.text === text);
  const { from = "person", senders } = offer ?? {};
  return { from, ...(senders === undefined ? {} : { senders }) };
}
