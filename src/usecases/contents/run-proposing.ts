/** The work of a propose job: two questions for each group of sentences, and a result for each sentence. */
import type { ContentId, JobId } from "../../domain/ids.ts";
import type { ProposeInput } from "../../domain/job.ts";
import type { OfferStage } from "../../domain/vocabulary.ts";
import type { ModelFailure, TextModel } from "../../integrations/model.ts";
import { findContent } from "../../storage/contents.ts";
import { updateJob } from "../../storage/jobs.ts";
import { keepOffers, listOffers } from "../../storage/sentence-offers.ts";
import { type Offers, Proposing } from "../../variation/text/index.ts";
import { AppError, failureOf, found } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import { modelError } from "./model-error.ts";

/** One group of a draft's sentences. */
type Group = { proposing: Proposing; asked: readonly number[] };

/**
 * Asks for options of each group of sentences, asks once more for what failed, and has a stranger read what
 * is left. Each group is kept as it comes: one that fails, or a run that breaks off, loses nothing of the
 * others, and a later run goes on where this one ended. Throws the first error where nothing came at all.
 */
export async function runProposing(ctx: Scoped, jobId: JobId, input: ProposeInput): Promise<void> {
  const { scope, model } = ctx;
  const content = found(await findContent(scope, input.contentId), "content");
  if (!model) throw new AppError("model-not-configured", "This deployment has no model any more.");
  const groups = groupsOf(ctx, content.drafts, input.draft);
  if (groups.length === 0) {
    throw new AppError(
      "nothing-to-reword",
      "These drafts are made of facts and conditions, which nobody rewords. Add a sentence around them.",
    );
  }
  const before = await listOffers(scope, [content.id]);
  const isDone = ({ proposing, asked }: Group) =>
    asked.every((i) =>
      before.some(
        (row) =>
          row.jobId === jobId &&
          row.stage !== "failed" &&
          row.sentence === proposing.sentences[i]?.id,
      ),
    );
  let first: AppError | undefined;
  let got = 0;
  for (const [at, group] of groups.entries()) {
    if (!isDone(group)) {
      const part = { ctx, jobId, contentId: content.id, group };
      const error = await workGroup(part, model, (share) =>
        progress(ctx, jobId, (at + share) / groups.length),
      );
      first ??= error;
      if (error !== undefined) continue;
    }
    got++;
  }
  if (got === 0 && first !== undefined) throw first;
  const ended = { status: "succeeded" as const, progress: 1, updatedAt: ctx.now() };
  await keep(scope, [updateJob(scope, jobId, ended)]);
}

type Part = { ctx: Scoped; jobId: JobId; contentId: ContentId; group: Group };

/** Works one group; the error where no options came. */
async function workGroup(
  part: Part,
  model: TextModel,
  tell: (share: number) => Promise<void>,
): Promise<AppError | undefined> {
  const { proposing, asked } = part.group;
  const answer = await model.propose(proposing.question(asked));
  await tell(0.4);
  const offers = answer.ok ? proposing.judge(asked, answer.text) : undefined;
  if (offers === undefined) {
    const error = answer.ok ? unreadable() : failed(part.ctx, answer);
    await keepPart(part, "failed", new Map(), error);
    return error;
  }
  await keepPart(part, "proposed", offers);
  const all = await askAgain(part, model, offers);
  await tell(0.7);
  await keepPart(part, "proposed", all);
  const question = proposing.readingQuestion(asked, all);
  if (question === undefined) return undefined;
  const reading = await model.propose(question);
  const read = reading.ok ? proposing.read(asked, all, reading.text) : undefined;
  if (read !== undefined) await keepPart(part, "read", read);
  // What was proposed stays, and says that nobody has read it a second time.
  else await keepPart(part, "proposed", all, reading.ok ? unreadable() : failed(part.ctx, reading));
  await tell(0.99);
  return undefined;
}

/** The offers with what came of asking once more for those that failed. */
async function askAgain(part: Part, model: TextModel, offers: Offers): Promise<Offers> {
  const { proposing, asked } = part.group;
  const question = proposing.again(asked, offers);
  if (question === undefined) return offers;
  const answer = await model.propose(question);
  if (!answer.ok) {
    failed(part.ctx, answer);
    return offers;
  }
  return proposing.judge(asked, answer.text, offers) ?? offers;
}

/** A sentence that stands in two drafts is asked about once. */
function groupsOf({ workspace }: Scoped, drafts: readonly string[], only: number | null): Group[] {
  const { brands, bannedWords } = workspace;
  const known = new Set<string>();
  return drafts.flatMap((source, draft): Group[] => {
    if (only !== null && draft !== only) return [];
    const proposing = new Proposing(source, { brands, bannedWords });
    const groups = proposing.groups(known);
    for (const i of groups.flat()) known.add(proposing.sentences[i]?.id ?? "");
    return groups.map((asked) => ({ proposing, asked }));
  });
}

async function keepPart(
  { ctx, jobId, contentId, group: { proposing, asked } }: Part,
  stage: OfferStage,
  offers: Offers,
  error?: AppError,
): Promise<void> {
  const updatedAt = ctx.now();
  const rows = asked.flatMap((i) => {
    const sentence = proposing.sentences[i]?.id;
    if (sentence === undefined) return [];
    const options = (offers.get(i) ?? []).map(({ text, by, out }) => ({ text, by, out }));
    const failure = error === undefined ? null : failureOf(error);
    return [{ contentId, sentence, jobId, stage, options, error: failure, updatedAt }];
  });
  await keep(ctx.scope, [keepOffers(ctx.scope, rows)]);
}

async function progress({ scope, now }: Scoped, jobId: JobId, share: number): Promise<void> {
  await keep(scope, [updateJob(scope, jobId, { progress: share, updatedAt: now() })]);
}

function failed({ log }: Scoped, failure: ModelFailure): AppError {
  const { ok: _, ...what } = failure;
  log.warn("model-failed", what);
  return modelError(failure);
}

function unreadable(): AppError {
  return modelError({ ok: false, reason: "malformed", what: "not-text" });
}
