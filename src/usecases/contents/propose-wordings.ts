import type { ContentId } from "../../domain/ids.ts";
import type { ModelFailure, TextModel } from "../../integrations/model.ts";
import { findContent } from "../../storage/contents.ts";
import {
  maskDraft,
  type Proposal,
  type ProposalRules,
  proposalPrompt,
  readProposals,
} from "../../variation/text/index.ts";
import { AppError, found, invalidField } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Context } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { modelError } from "./model-error.ts";
import { suggestionsOf } from "./suggest-wordings.ts";
import { wordingsOf } from "./wordings.ts";

export const maxProposals = 10;
const usualProposals = 5;

export type Asked = {
  /** Which draft, from 0; every draft where it is absent. */
  draft?: number | undefined;
  /** How many rewordings of each; at most maxProposals. */
  count?: number | undefined;
};

/** What came of asking for one draft: proposals, or why there are none. */
type Outcome = {
  draft: number;
  proposals: readonly Proposal[];
  error: AppError | undefined;
};

/** Fewer letters than this between the facts leave nothing to say in other words. */
const fewestLetters = 8;
/** Connections that a Worker may hold open at once; more would wait, with their clocks running. */
const atOnce = 6;

/**
 * Asks the deployment's model for whole rewordings of a content's drafts and judges them. Nothing of them
 * is used until a person accepts one. What went wrong with some drafts is told beside the proposals for
 * the others; where it went wrong with all, throws the first one's error.
 */
export async function proposeWordings(
  caller: Caller,
  id: ContentId,
  { draft: only, count = usualProposals }: Asked,
) {
  requireScope(caller, "write");
  const content = found(await findContent(caller.scope, id), "content");
  const { model } = caller;
  if (!model) {
    throw new AppError(
      "model-not-configured",
      "This deployment has no model, so only the lexicon suggests. docs/deploy.md says how to add one.",
    );
  }
  if (only !== undefined && content.drafts[only] === undefined) {
    throw invalidField("propose.draft", "There is no such draft: count from 0.");
  }
  const suggestions = suggestionsOf(caller, content);
  const { brands, bannedWords } = caller.workspace;
  const rules = { brands, bannedWords, known: wordingsOf(content.drafts), count };
  const asked = content.drafts
    .map((source, draft) => ({ source, draft }))
    .filter(({ draft }) => only === undefined || draft === only);

  const outcomes: Outcome[] = [];
  for (let from = 0; from < asked.length; from += atOnce) {
    const some = asked.slice(from, from + atOnce).map(async ({ source, draft }) => ({
      draft,
      ...(await proposalsFor(caller, model, source, rules)),
    }));
    outcomes.push(...(await Promise.all(some)));
  }
  const proposals = outcomes.flatMap((outcome) =>
    outcome.proposals.map((proposal) => ({ draft: outcome.draft, ...proposal })),
  );
  const failures = outcomes.flatMap(({ draft, error }) => (error ? [{ draft, error }] : []));
  if (proposals.length === 0 && failures[0]) throw failures[0].error;
  const missed = failures.map(({ draft, error: { code, detail } }) => ({ draft, code, detail }));
  const answer = { ...suggestions, model: { name: model.name }, proposals, missed };
  // Nothing is written but the answer: a repeat with the same Idempotency-Key does not ask again.
  return await write(caller, { statements: [], outcome: "done", answer, audit: null });
}

async function proposalsFor(
  ctx: Context,
  model: TextModel,
  source: string,
  rules: ProposalRules & { brands: readonly string[]; count: number },
): Promise<Omit<Outcome, "draft">> {
  const masked = maskDraft(source, rules.brands);
  if (masked.rewordable < fewestLetters) {
    const error = new AppError(
      "nothing-to-reword",
      "This draft is made of facts and conditions, which nobody rewords. Add a sentence around them.",
    );
    return { proposals: [], error };
  }
  const answer = await model.propose(proposalPrompt(masked, rules.count));
  if (!answer.ok) return failed(ctx, answer);
  const read = readProposals(masked, answer.text, rules);
  if (!read.ok) return failed(ctx, { ok: false, reason: "malformed", what: "not-text" });
  return { proposals: read.proposals, error: undefined };
}

function failed({ log }: Context, failure: ModelFailure): Omit<Outcome, "draft"> {
  const { ok: _, ...what } = failure;
  log.warn("model-failed", what);
  return { proposals: [], error: modelError(failure) };
}
