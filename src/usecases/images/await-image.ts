import { type Duration, second, times } from "../../domain/units.ts";
import { discardImage } from "../../storage/images.ts";
import { findJob } from "../../storage/jobs.ts";
import { errorOf } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { forgetAnswer, reviseAnswer } from "../kernel/idempotency.ts";
import { type Done, keep } from "../kernel/write.ts";
import { pause } from "../pause.ts";
import type { ImageView } from "./image-url.ts";
import { showImage } from "./show-image.ts";
import type { Upload } from "./upload-image.ts";

/** The longest that a caller is kept waiting. */
export const maxPatience: Duration = times(15, second);

/** How long until the first look at the job, how much longer each time, and at most. */
const [firstGap, growth, longestGap] = [40, 1.5, 1500];

/**
 * The image of an upload once its job is over, or as it is when the caller's patience ends: then it is
 * still processing. Where the file turns out to be damaged nothing is left of it, and its error is
 * thrown as if the call had found it. What an Idempotency-Key repeats is the answer given here.
 *
 * @param patience milliseconds, at most `maxPatience`.
 */
export async function awaitImage(
  caller: Caller,
  { id, contentId, jobId }: Upload,
  patience: Duration,
): Promise<Done<ImageView>> {
  requireScope(caller, "write");
  const { scope } = caller;
  const until = caller.now() + Math.min(patience, maxPatience);
  for (let gap = firstGap; caller.now() < until; gap = Math.min(gap * growth, longestGap)) {
    await pause(Math.min(gap, until - caller.now()));
    const job = await findJob(scope, jobId);
    if (job?.status === "failed" && job.error) {
      await keep(scope, [discardImage(scope, id), ...forgetAnswer(caller)]);
      throw errorOf(job.error);
    }
    if (job?.status === "succeeded") {
      const body = await showImage(caller, contentId, id);
      await keep(scope, reviseAnswer(caller, { outcome: "created", body }));
      return { outcome: "created", answer: body };
    }
  }
  return { outcome: "accepted", answer: await showImage(caller, contentId, id) };
}
