import type { ContentId } from "../../domain/ids.ts";
import type { AuthorLanguage } from "../../domain/vocabulary.ts";
import { findContent } from "../../storage/contents.ts";
import { sentenceJudge, sentencesOf, withSentenceOptions } from "../../variation/text/index.ts";
import { isRefused } from "../contents/write-sentence.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { weighCaptions } from "./weigh-captions.ts";

export type WeighedOption = Awaited<ReturnType<typeof weighOption>>;

/**
 * How many people a content's drafts would serve with one more way of saying a sentence, and for which words
 * that way cannot be used; with an empty text, how many they serve. Stores nothing.
 */
export async function weighOption(
  caller: Caller,
  id: ContentId,
  { sentenceId, text }: { sentenceId: string; text: string },
  language: AuthorLanguage,
) {
  requireScope(caller, "read", "own-team");
  const content = found(await findContent(caller.scope, id), "content");
  const { brands, bannedWords } = caller.workspace;
  const rules = { brands, bannedWords };
  const place = content.drafts.findIndex((draft) =>
    sentencesOf(draft, rules).some((one) => one.id === sentenceId),
  );
  const source = content.drafts[place];
  const way = source === undefined ? "" : text.trim();
  const judged = way === "" ? undefined : sentenceJudge(source ?? "", sentenceId, rules)?.(way);
  const refused = judged?.failed.filter(isRefused) ?? [];
  const drafts = content.drafts.map((draft, at) => {
    if (at !== place || way === "" || refused.length > 0) return draft;
    const known = sentencesOf(draft, rules).find((one) => one.id === sentenceId)?.options ?? [];
    const ways = [...known.map((option) => option.text), way];
    return withSentenceOptions(draft, sentenceId, ways, rules) ?? draft;
  });
  const { vetoes, apart } = content;
  const weighed = await weighCaptions(caller, { drafts, vetoes, apart }, language);
  const { seats, served, capacity } = weighed;
  return { text: way, refused, seats, served, capacity };
}
