import type { ContentId } from "../../domain/ids.ts";
import { findContent } from "../../storage/contents.ts";
import { hasProcessing } from "../../storage/images.ts";
import { findJob } from "../../storage/jobs.ts";
import type { Scoped } from "../kernel/context.ts";
import { wakeJob } from "./wake-job.ts";

/** Wakes the publish job of a content, where it has waited for images and the last of them is settled. */
export async function wakePublish(ctx: Scoped, contentId: ContentId): Promise<void> {
  const { scope } = ctx;
  const content = await findContent(scope, contentId);
  if (!content?.compilingJobId || (await hasProcessing(scope, contentId))) return;
  const job = await findJob(scope, content.compilingJobId);
  if (job?.status === "queued") await wakeJob(ctx, job);
}
