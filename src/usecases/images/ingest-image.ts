/** The work of an ingest job: from an upload to the base of which every sender's picture is made. */

import { nextDraft } from "../../domain/content.ts";
import type { JobId } from "../../domain/ids.ts";
import type { IngestInput } from "../../domain/job.ts";
import { minute, times } from "../../domain/units.ts";
import { photonCodec } from "../../integrations/photon.ts";
import { findContent } from "../../storage/contents.ts";
import {
  discardImage,
  findImage,
  type Image,
  listPublishedMedia,
  settleFailed,
  settleReady,
} from "../../storage/images.ts";
import { updateJob } from "../../storage/jobs.ts";
import { type Base, baseSteps, smallerBase } from "../../variation/image/index.ts";
import { AppError, errorOf, failureOf } from "../errors.ts";
import { wakePublish } from "../jobs/wake-publish.ts";
import type { Scoped } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import { sha256Hex } from "../sha256.ts";
import { sizeKeyOf, sizes, unpublishedFilesOf, uploadKeyOf } from "./media-keys.ts";
import { inSlices, oneAtATime } from "./one-at-a-time.ts";
import { refusingLater } from "./refused.ts";

/**
 * Makes an image's base and deletes the upload. Each step may be the last before a crash: the image is
 * settled first, then files go, and the job ends when nothing is left to do, so a run after a crash
 * finds what is missing. Throws `too-large`, `unsupported-type` or `invalid` for a file that cannot be
 * taken after all, and `conflict` where the image was deleted meanwhile.
 */
export async function ingestImage(ctx: Scoped, jobId: JobId, input: IngestInput): Promise<void> {
  const { scope, media } = ctx;
  const { mediaKey } = input;
  const before = await draftedImage(ctx, input);
  if (before?.status === "processing") await makeReady(ctx, input);
  const image = await draftedImage(ctx, input);
  if (!image) throw new AppError("conflict", "The image was deleted before it was ready.");
  if (image.failure) throw errorOf(image.failure);
  await media.delete([uploadKeyOf(mediaKey)]);
  const done = { status: "succeeded" as const, progress: 1, updatedAt: ctx.now() };
  await keep(scope, [updateJob(scope, jobId, done)]);
  await wakePublish(ctx, input.contentId);
}

/** Ends an ingest job without a base: the image keeps the reason, its files go. */
export async function failIngest(
  ctx: Scoped,
  jobId: JobId,
  input: IngestInput,
  error: AppError,
): Promise<void> {
  const { scope, media } = ctx;
  const { contentId, imageId, mediaKey } = input;
  const failure = failureOf(error);
  await keep(scope, [settleFailed(scope, imageId, failure)]);
  const image = await draftedImage(ctx, input);
  // Delivered twice: the other run had the upload first and has made the base.
  if (image?.status === "ready") return;
  if (!image) await keep(scope, [discardImage(scope, imageId)]);
  const published = await listPublishedMedia(scope, contentId);
  await media.delete(unpublishedFilesOf([{ mediaKey }], published));
  const ended = { status: "failed" as const, error: failure, updatedAt: ctx.now() };
  await keep(scope, [updateJob(scope, jobId, ended)]);
  await wakePublish(ctx, contentId);
}

/** The image, or null where it or its content was deleted. */
async function draftedImage({ scope }: Scoped, input: IngestInput): Promise<Image | null> {
  const content = await findContent(scope, input.contentId);
  return content && (await findImage(scope, input.imageId));
}

/** Makes the bases for eyes, each of the one before; none that would be no smaller. */
async function makeSmaller(
  { media }: Scoped,
  mediaKey: string,
  whole: Base,
  goOn: () => Promise<void>,
): Promise<void> {
  let base = whole;
  for (const width of Object.values(sizes).toSorted((a, b) => b - a)) {
    if (base.width <= width) continue;
    base = await inSlices(smallerBase(base.bytes, width), goOn);
    await media.put(sizeKeyOf(mediaKey, width), base.bytes, "image/jpeg");
  }
}

/** Nobody waits for a job's turn: the pictures of stateless calls come first for a while. */
const patience = times(5, minute);

/** Leaves an image that was deleted meanwhile as it is: gone. */
async function makeReady(ctx: Scoped, { contentId, imageId, mediaKey }: IngestInput) {
  const { scope, media } = ctx;
  const base = await oneAtATime(ctx, patience, async (goOn) => {
    const upload = await media.read(uploadKeyOf(mediaKey));
    if (!upload) {
      const detail = "The upload broke off before all of it was here. Repeat it.";
      throw new AppError("unavailable", detail);
    }
    const made = await refusingLater(() => inSlices(baseSteps(upload, photonCodec), goOn));
    const { bytes, width, height, texture } = made;
    await media.put(mediaKey, bytes, "image/jpeg");
    await makeSmaller(ctx, mediaKey, made, goOn);
    return { width, height, bytes: bytes.length, baseHash: await sha256Hex(bytes), texture };
  });
  const content = await findContent(scope, contentId);
  if (!content) return;
  const draft = nextDraft(content, ctx.now());
  await keep(scope, settleReady(scope, { id: imageId, contentId }, base, draft));
}
