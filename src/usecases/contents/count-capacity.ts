/** How many senders a draft serves: counted once for each state of it, by a job, with a pause for others. */
import type { JobId } from "../../domain/ids.ts";
import type { CapacityInput } from "../../domain/job.ts";
import { type Content, findContent, keepCounted } from "../../storage/contents.ts";
import { updateJob } from "../../storage/jobs.ts";
import { teamSizes } from "../../storage/senders.ts";
import { codebookSteps, hash32, type Plan, type TeamSize } from "../../variation/text/index.ts";
import { found } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import { pause } from "../pause.ts";
import { teamKey } from "../variants/team-key.ts";
import { wordingsBefore } from "../variants/wordings-before.ts";
import { checkDrafts } from "./check-drafts.ts";

/** The senders there are, by team. */
export async function seatedTeams({ scope }: Scoped): Promise<TeamSize[]> {
  return (await teamSizes(scope)).map(({ team, size }) => ({ key: teamKey(team), size }));
}

/** Another one whenever a report of before speaks of something else: words, rules or seats. */
export function capacityState(
  { workspace: { brands, bannedWords, varyLayout } }: Scoped,
  { drafts, vetoes, apart }: Pick<Content, "drafts" | "vetoes" | "apart">,
  teams: readonly TeamSize[],
): string {
  const all = JSON.stringify([drafts, vetoes, apart, brands, bannedWords, varyLayout, teams]);
  // Two hashes, so that two states have the same name only where both agree.
  return `1.${hash32(all).toString(36)}.${hash32(`again ${all}`).toString(36)}`;
}

type Compiling = {
  content: Pick<Content, "id" | "publishedVersion">;
  plan: Plan;
  teams: readonly TeamSize[];
};

/**
 * The codebook of a content's draft for some teams, in which people keep what they have where they can. The job's progress moves from `from` to `to` meanwhile, in
 * few writes, and others work between the slices.
 */
export async function compileCodebook(
  ctx: Scoped,
  jobId: JobId,
  { content, plan, teams }: Compiling,
  [from, to]: readonly [number, number],
) {
  const { scope, now } = ctx;
  const had = await wordingsBefore(ctx, content.id, content.publishedVersion);
  const steps = codebookSteps(plan, { teams, seed: content.id, had: [...had.values()] });
  let told = 0;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (value - told >= toldAgain) {
      told = value;
      const progress = from + (to - from) * value;
      await keep(scope, [updateJob(scope, jobId, { progress, updatedAt: now() })]);
    }
    await pause();
  }
}

/** So much of the work is done between two writes of its progress. */
const toldAgain = 0.1;

/** The work of a capacity job. Throws `invalid` for faulty markup. */
export async function countCapacity(
  ctx: Scoped,
  jobId: JobId,
  { contentId }: CapacityInput,
): Promise<void> {
  const { scope } = ctx;
  const content = found(await findContent(scope, contentId), "content");
  const teams = await seatedTeams(ctx);
  const state = capacityState(ctx, content, teams);
  const plan = checkDrafts(ctx, content);
  const { report } = await compileCodebook(ctx, jobId, { content, plan, teams }, [0, 1]);
  await keep(scope, [
    keepCounted(scope, contentId, jobId, { state, report }),
    updateJob(scope, jobId, { status: "succeeded", progress: 1, updatedAt: ctx.now() }),
  ]);
}
