import type { ContentId, ImageId } from "../../domain/ids.ts";
import { findContent } from "../../storage/contents.ts";
import { createImage, discardImage, type Image } from "../../storage/images.ts";
import { createJob, deleteJob } from "../../storage/jobs.ts";
import { newId } from "../../storage/new-id.ts";
import { admitImage, uprightSize } from "../../variation/image/index.ts";
import { AppError, found } from "../errors.ts";
import { queuedJob } from "../jobs/queued-job.ts";
import { wakeJob } from "../jobs/wake-job.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { forgetAnswer } from "../kernel/idempotency.ts";
import { keep, write } from "../kernel/write.ts";
import { sha256Hex } from "../sha256.ts";
import { viewImage } from "./image-url.ts";
import { mediaKeyOf, uploadKeyOf } from "./media-keys.ts";
import { refusing } from "./refused.ts";

/** An image whose base a job makes. */
export type Upload = Pick<Image, "id" | "contentId"> & { jobId: NonNullable<Image["jobId"]> };

/**
 * Takes a file as an image of a content's draft: looks at what it is, keeps it as it came and queues the
 * job that makes its base. The row is written before the file, so that whatever stops in between leaves
 * a row that its job ends, and never a file that nobody knows of. Throws `too-large`, `unsupported-type`
 * or `invalid` for a file that cannot be taken.
 */
export async function uploadImage(
  caller: Caller,
  contentId: ContentId,
  bytes: Uint8Array,
): Promise<Upload> {
  requireScope(caller, "write");
  const { scope } = caller;
  const content = found(await findContent(scope, contentId), "content");
  const header = refusing(() => admitImage(bytes));
  const id = newId<ImageId>(scope.shard);
  const mediaKey = mediaKeyOf(id, await sha256Hex(bytes));
  const now = caller.now();
  const job = queuedJob(
    scope,
    { kind: "ingest", input: { contentId, imageId: id, mediaKey } },
    now,
  );
  const image = {
    id,
    contentId,
    status: "processing" as const,
    jobId: job.id,
    failure: null,
    ...uprightSize(header),
    mediaKey,
    type: "image/jpeg",
    bytes: null,
    baseHash: null,
    qr: null,
    line: null,
    components: null,
    texture: null,
    createdAt: now,
  };
  await write(caller, {
    statements: [createJob(scope, job), createImage(scope, image)],
    outcome: "accepted",
    answer: await viewImage(caller, image, content),
    audit: { verb: "image.upload", subject: id },
  });
  try {
    await caller.media.put(uploadKeyOf(mediaKey), bytes, `image/${header.type}`);
  } catch (error) {
    caller.log.error("upload-not-kept", error, { imageId: id });
    const undo = [discardImage(scope, id), deleteJob(scope, job.id), ...forgetAnswer(caller)];
    await keep(scope, undo);
    throw new AppError("unavailable", "The file could not be kept. Upload it again in a moment.");
  }
  await wakeJob(caller, job);
  return { id, contentId, jobId: job.id };
}
