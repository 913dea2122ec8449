import type { ContentId } from "../../domain/ids.ts";
import { findContent } from "../../storage/contents.ts";
import { createJob } from "../../storage/jobs.ts";
import { AppError, found, invalidField } from "../errors.ts";
import { queuedJob } from "../jobs/queued-job.ts";
import { wakeJob } from "../jobs/wake-job.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { checkDrafts } from "./check-drafts.ts";
import { suggestionsOf } from "./suggest-wordings.ts";

/**
 * Has the deployment's model asked, by a job, for options of the sentences of a content's drafts, or of one.
 * Nothing of them is used until a person approves it. Throws `model-not-configured` where there is no model.
 */
export async function proposeSentences(
  caller: Caller,
  id: ContentId,
  { draft }: { draft?: number | undefined },
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
  if (draft !== undefined && content.drafts[draft] === undefined) {
    throw invalidField("propose.draft", "There is no such draft: count from 0.");
  }
  checkDrafts(caller, content);
  const task = { kind: "propose" as const, input: { contentId: id, draft: draft ?? null } };
  const job = queuedJob(caller.scope, task, caller.now());
  const suggestions = await suggestionsOf(caller, content);
  const done = await write(caller, {
    statements: [createJob(caller.scope, job)],
    outcome: "accepted",
    answer: { ...suggestions, model: { name: model.name }, jobId: job.id },
    audit: { verb: "content.propose", subject: id },
  });
  await wakeJob(caller, job);
  return done;
}
