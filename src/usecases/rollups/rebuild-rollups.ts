/** The work of a rebuild job: the sums of a content from nothing but its visits. */
import { type JobId, targetOfContent } from "../../domain/ids.ts";
import type { RebuildInput } from "../../domain/job.ts";
import type { VisitKey } from "../../domain/visit.ts";
import { listVisitKeys } from "../../storage/counted-visits.ts";
import { updateJob } from "../../storage/jobs.ts";
import { emptyRollups } from "../../storage/rollups.ts";
import type { Scoped } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import { countVisits } from "./count-visits.ts";

/** Visits of one slice, of eight queries: a queue's turn of 1,000 queries is enough for 240,000 visits. */
const atOnce = 2000;

/**
 * Empties the sums and counts every visit that there is again, in slices; what visits left that have gone
 * stays. Visits that close meanwhile are counted by either, and once. Until it is done the report shows the
 * part that is counted.
 */
export async function rebuildRollups(
  ctx: Scoped,
  jobId: JobId,
  { contentId }: RebuildInput,
): Promise<void> {
  const { scope } = ctx;
  const d1 = ctx.shards.get(scope.shard);
  if (!d1) throw new Error("The scope's own shard is not bound");
  const target = targetOfContent(contentId);
  await keep(d1, emptyRollups(target));
  let last: VisitKey | null = null;
  for (;;) {
    const keys: VisitKey[] = await listVisitKeys(d1, target, last, atOnce);
    await countVisits(d1, keys);
    last = keys.at(-1) ?? null;
    if (keys.length < atOnce) break;
    // Says that it goes on, so that nobody wakes it a second time.
    await keep(scope, [updateJob(scope, jobId, { progress: 0.5, updatedAt: ctx.now() })]);
  }
  await keep(scope, [
    updateJob(scope, jobId, { status: "succeeded", progress: 1, updatedAt: ctx.now() }),
  ]);
}
