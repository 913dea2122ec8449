import { nextDraft } from "../../domain/content.ts";
import type { ContentId } from "../../domain/ids.ts";
import {
  type Content,
  contentUnchanged,
  findContent,
  updateContent,
} from "../../storage/contents.ts";
import { AppError, found, invalidField } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { type Accepted, acceptedDrafts } from "./accepted-drafts.ts";
import { checkDrafts } from "./check-drafts.ts";
import { isOptionId, offeredSentences, withApproved } from "./offered-sentences.ts";
import { type PlacedSuggestion, suggestionsFor, suggestionsOf } from "./suggest-wordings.ts";
import { revisionOf } from "./wordings.ts";

export type Settled = {
  /** Ids of suggestions: their options that pass the gates go into the draft as markup. */
  approve?: string[] | undefined;
  /** All options of sentences that passed, that nothing is doubted of and that nobody stumbled over. */
  approveAll?: boolean | undefined;
  /** Phrases, or single options as "phrase>option", not to be used or offered again. */
  veto?: string[] | undefined;
  /** Vetoes to take back. */
  allow?: string[] | undefined;
  /** Whole rewordings that pass every gate: each becomes a draft, after the others. */
  accept?: Accepted[] | undefined;
  /** The drafts' state that all of this was decided on; another one by now is a conflict. */
  revision?: string | undefined;
};

const maxVetoes = 500;

/**
 * Puts approved suggestions, of the lexicon or of a model, into a content's drafts, adds accepted rewordings as drafts, remembers vetoes,
 * and answers what is left to suggest. An option vetoed in the same call is not part of what is approved.
 * All or nothing: throws `conflict` where the drafts have changed since the revision or an id was given,
 * be it while this runs.
 */
export async function settleSuggestions(
  caller: Caller,
  id: ContentId,
  { approve = [], approveAll = false, veto = [], allow = [], accept = [], revision }: Settled,
) {
  requireScope(caller, "write");
  const content = found(await findContent(caller.scope, id), "content");
  if (revision !== undefined && revision !== revisionOf(content.drafts)) throw changed();
  const kept = content.vetoes.filter((phrase) => !allow.includes(phrase));
  const vetoes = [...new Set([...kept, ...veto])];
  if (vetoes.length > maxVetoes) {
    throw invalidField("veto", `A content has at most ${maxVetoes} vetoes: take some back.`);
  }
  const options = approve.filter(isOptionId);
  const entries = approve.filter((one) => !isOptionId(one));
  const takesOptions = options.length > 0 || approveAll;
  if (takesOptions && entries.length > 0) {
    throw invalidField("approve", "Approve the lexicon's suggestions in a call of their own.");
  }
  const drafts = [
    ...(takesOptions
      ? withApproved(caller.workspace, content.drafts, await offeredSentences(caller, content), {
          ids: options,
          all: approveAll,
        })
      : approvedDrafts(caller, content, { approve: entries, vetoes })),
    ...acceptedDrafts(caller, content.drafts, accept),
  ];
  if (takesOptions || entries.length + accept.length > 0)
    checkDrafts(caller, { ...content, drafts, vetoes });
  const now = caller.now();
  // What is settled already leaves nothing new to publish.
  const isNew =
    JSON.stringify([drafts, vetoes]) !== JSON.stringify([content.drafts, content.vetoes]);
  const set = { drafts, vetoes, ...nextDraft(content, now) };
  return await write(caller, {
    statements: isNew ? [updateContent(caller.scope, id, set)] : [],
    guards: isNew ? [{ condition: contentUnchanged(caller.scope, content), error: changed }] : [],
    outcome: "done",
    answer: await suggestionsOf(caller, isNew ? { ...content, ...set } : content),
    audit: isNew ? { verb: "content.settle-suggestions", subject: id } : null,
  });
}

function changed(): AppError {
  return new AppError(
    "conflict",
    "The drafts have changed since these suggestions were made. Ask for them again.",
  );
}

/** The drafts with the markup of approved suggestions in its places. */
function approvedDrafts(
  { workspace }: Scoped,
  content: Pick<Content, "drafts" | "vetoes">,
  { approve, vetoes }: { approve: readonly string[]; vetoes: readonly string[] },
): string[] {
  if (approve.length === 0) return content.drafts;
  const offered = new Map(suggestionsFor(workspace, content).map((one) => [one.id, one]));
  const changes = [...new Set(approve)].map((key, index) => {
    const suggestion = offered.get(key);
    if (!suggestion) throw changed();
    const markup = markupWithout(suggestion, vetoes);
    if (markup === undefined) {
      throw invalidField(`approve[${index}]`, "No option of this suggestion is left to approve.");
    }
    return { ...suggestion, markup };
  });
  return content.drafts.map((source, draft) =>
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
}

/** A suggestion's markup without what is vetoed; undefined where no option is left. */
function markupWithout(
  { words, entry, options }: PlacedSuggestion,
  vetoes: readonly string[],
): string | undefined {
  if (vetoes.includes(words) || vetoes.includes(`@${entry}`)) return undefined;
  const good = options
    .filter(({ text, failed }) => failed.length === 0 && !vetoes.includes(`${words}>${text}`))
    .map(({ text }) => text);
  return good.length === 0 ? undefined : `{${[words, ...good].join("|")}}`;
}
