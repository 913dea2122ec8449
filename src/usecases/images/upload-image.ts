import { toHex } from "../../domain/encoding.ts";
import type { ContentId, ImageId } from "../../domain/ids.ts";
import { commit, forgetAnswer } from "../../storage/commit.ts";
import { findContent } from "../../storage/contents.ts";
import { createImage, discardImage, type Image } from "../../storage/images.ts";
import { createJob, deleteJob } from "../../storage/jobs.ts";
import { newId } from "../../storage/new-id.ts";
import { batch } from "../../storage/scope.ts";
import { admitImage, uprightSize } from "../../variation/image/index.ts";
import type { Caller } from "../context.ts";
import { AppError, found } from "../errors.ts";
import { queuedJob } from "../jobs/queued-job.ts";
import { wakeJob } from "../jobs/wake-job.ts";
import { sha256 } from "../sha256.ts";
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
  const { scope } = caller;
  found(await findContent(scope, contentId), "content");
  const header = refusing(() => admitImage(bytes));
  const id = newId<ImageId>(scope.shard);
  const mediaKey = mediaKeyOf(id, toHex(await sha256(bytes)));
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
    createdAt: now,
  };
  const body = await viewImage(caller, image);
  await commit(scope, now, [createJob(scope, job), createImage(scope, image)], {
    status: 202,
    body,
  });
  try {
    await caller.media.put(uploadKeyOf(mediaKey), bytes, `image/${header.type}`);
  } catch (error) {
    console.error(JSON.stringify({ event: "upload-not-kept", imageId: id, error: String(error) }));
    const undo = [discardImage(scope, id), deleteJob(scope, job.id), ...forgetAnswer(scope)];
    await batch(scope, undo);
    throw new AppError("unavailable", "The file could not be kept. Upload it again in a moment.");
  }
  await wakeJob(caller, job);
  return { id, contentId, jobId: job.id };
}
