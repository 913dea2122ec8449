import type { JobId } from "../../domain/ids.ts";
import { updateJob } from "../../storage/jobs.ts";
import { listViewerIds } from "../../storage/tag-awards.ts";
import type { Scoped } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import { scoreViewers } from "./score-viewers.ts";

/** Viewers of one slice: of ten queries or so, so that a queue's turn of 1,000 is enough for 50,000 viewers. */
const atOnce = 500;

/**
 * Brings the points of every viewer up to the rules that there are, in slices. What is so already writes
 * nothing, so that it may begin again at any time.
 */
export async function dateBackTags(ctx: Scoped, jobId: JobId): Promise<void> {
  const { scope } = ctx;
  let last = "";
  for (;;) {
    const viewerIds = await listViewerIds(scope, last, atOnce);
    await scoreViewers(ctx, viewerIds);
    last = viewerIds.at(-1) ?? "";
    if (viewerIds.length < atOnce) break;
    // Says that it goes on, so that nobody wakes it a second time.
    await keep(scope, [updateJob(scope, jobId, { progress: 0.5, updatedAt: ctx.now() })]);
  }
  const done = { status: "succeeded" as const, progress: 1, updatedAt: ctx.now() };
  await keep(scope, [updateJob(scope, jobId, done)]);
}
