import { findContent } from "../../storage/contents.ts";
import type { ContentId } from "../../storage/ids.ts";
import type { Caller } from "../context.ts";
import { AppError, found, invalidField } from "../errors.ts";
import { type PlacedSuggestion, suggestionsFor, suggestWordings } from "./suggest-wordings.ts";
import { updateContent } from "./update-content.ts";

export type Settled = {
  /** Ids of suggestions: their options that pass the gates go into the draft as markup. */
  approve?: string[] | undefined;
  /** Phrases, or single options as "phrase>option", not to be used or offered again. */
  veto?: string[] | undefined;
  /** Vetoes to take back. */
  allow?: string[] | undefined;
};

const maxVetoes = 500;

/**
 * Puts approved suggestions into a content's drafts, remembers vetoes, and answers what is left to
 * suggest. An option vetoed in the same call is not part of what is approved. All or nothing: throws
 * `conflict` where the draft has changed since an id was given.
 */
export async function settleSuggestions(
  caller: Caller,
  id: ContentId,
  { approve = [], veto = [], allow = [] }: Settled,
) {
  const content = found(await findContent(caller.scope, id), "content");
  const kept = content.vetoes.filter((phrase) => !allow.includes(phrase));
  const vetoes = [...new Set([...kept, ...veto])];
  if (vetoes.length > maxVetoes) {
    throw invalidField("veto", `A content has at most ${maxVetoes} vetoes: take some back.`);
  }
  const offered = new Map((await suggestionsFor(caller, content)).map((one) => [one.id, one]));
  const changes = [...new Set(approve)].map((key, index) => {
    const suggestion = offered.get(key);
    if (!suggestion) {
      throw new AppError(
        "conflict",
        "The draft has changed since these suggestions were made. Ask for them again.",
      );
    }
    const markup = markupWithout(suggestion, vetoes);
    if (markup === undefined) {
      throw invalidField(`approve[${index}]`, "No option of this suggestion is left to approve.");
    }
    return { ...suggestion, markup };
  });
  const drafts = content.drafts.map((source, draft) =>
    changes
      .filter((change) => change.draft === draft)
      // From the end, so that the offsets before stay true.
      .sort((a, b) => b.offset - a.offset)
      .reduce(
        (text, { offset, length, markup }) =>
          text.slice(0, offset) + markup + text.slice(offset + length),
        source,
      ),
  );
  await updateContent(caller, id, { ...(changes.length > 0 ? { drafts } : {}), vetoes });
  return suggestWordings(caller, id);
}

/** A suggestion's markup without what is vetoed; undefined where no option is left. */
function markupWithout(
  { words, options }: PlacedSuggestion,
  vetoes: readonly string[],
): string | undefined {
  if (vetoes.includes(words)) return undefined;
  const good = options
    .filter(({ text, failed }) => failed.length === 0 && !vetoes.includes(`${words}>${text}`))
    .map(({ text }) => text);
  return good.length === 0 ? undefined : `{${[words, ...good].join("|")}}`;
}
