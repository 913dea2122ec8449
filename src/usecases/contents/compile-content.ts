/** The work of a publish job: from a content's draft to an immutable version. */

import type { JobId } from "../../domain/ids.ts";
import type { PublishInput } from "../../domain/job.ts";
import type { AuthorLanguage } from "../../domain/vocabulary.ts";
import {
  type Content,
  endCompiling,
  findContent,
  keepCapacity,
  publishedBy,
  updateContent,
} from "../../storage/contents.ts";
import { hasProcessing, type Image, isReady, listImages } from "../../storage/images.ts";
import { updateJob } from "../../storage/jobs.ts";
import { makeVersion } from "../../storage/versions.ts";
import { adviceText, type CapacityReport, encodeCodebook } from "../../variation/text/index.ts";
import { AppError, failureOf, found } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";
import { keep, write } from "../kernel/write.ts";
import { adviceLanguage } from "./capacity-view.ts";
import { checkDrafts } from "./check-drafts.ts";
import { capacityState, compileCodebook, seatedTeams } from "./count-capacity.ts";
import { endWaiting } from "./end-waiting.ts";
import { goOut, releaseVersion } from "./release-version.ts";
import { shortfall } from "./shortfall.ts";

/** True while the job is to publish a content with images still being made; the last one wakes it. */
export async function waitsForImages(
  { scope }: Scoped,
  jobId: JobId,
  { contentId }: PublishInput,
): Promise<boolean> {
  const content = await findContent(scope, contentId);
  return content?.compilingJobId === jobId && (await hasProcessing(scope, contentId));
}

/**
 * Compiles and publishes, or where a time to come was named has the finished version wait until then: so what goes out
 * is what was approved, whatever is changed meanwhile, and what is wrong with it is told at once. Throws `invalid` for faulty markup, and `below-floor` with the numbers where
 * the text does not hold for every sender what the workspace insists on and nobody accepted what it achieves, and
 * `image-failed` where one of its images could not be made.
 */
export async function compileContent(
  ctx: Scoped,
  jobId: JobId,
  input: PublishInput,
): Promise<void> {
  const { scope } = ctx;
  const content = found(await findContent(scope, input.contentId), "content");
  if (content.waiting?.jobId === jobId) return await releaseVersion(ctx, jobId, content);
  // Delivered twice: the other run published it, and a second version would be nobody's wish.
  if (content.compilingJobId !== jobId) {
    throw new AppError("conflict", "Another job published this content meanwhile.");
  }
  checkImages(await listImages(scope, content.id));
  const plan = checkDrafts(ctx, content);
  const version = nextVersion(content);
  const teams = await seatedTeams(ctx);
  const given = { content, plan, teams };
  const { codebook, report } = await compileCodebook(ctx, jobId, given, [0, 0.8]);
  const capacity = { state: capacityState(ctx, content, teams), report };
  await keep(scope, [
    keepCapacity(scope, content.id, capacity),
    updateJob(scope, jobId, { progress: 0.8, updatedAt: ctx.now() }),
  ]);
  const short = shortfall(report, ctx.workspace.insistOn);
  if (short !== undefined && !input.acceptAchieved) {
    throw belowFloor(short, report, adviceLanguage(ctx, content.language));
  }

  // One uploaded meanwhile and not ready yet belongs to the next version.
  const images = (await listImages(scope, content.id)).filter(isReady);
  const now = ctx.now();
  const row = {
    contentId: content.id,
    version,
    title: content.title,
    language: content.language,
    topics: content.topics,
    purpose: content.purpose,
    kind: content.kind,
    sections: content.sections,
    imageDeal: content.imageDeal,
    images: images.map(({ id, mediaKey, baseHash, type, width, height, qr, line, components }) => ({
      id,
      mediaKey,
      baseHash,
      type,
      width,
      height,
      qr,
      line,
      components,
    })),
    plan: JSON.stringify(plan),
    codebook: encodeCodebook(codebook),
    report: JSON.stringify(report),
    publishedAt: input.at ?? now,
  };
  const guard = { condition: publishedBy(scope, content.id, jobId), error: withdrawn };
  if (input.at === undefined || input.at <= now) {
    const previous = content.publishedVersion;
    const going = { version: row, previous, codebook, draftedAt: content.updatedAt, guard };
    return await goOut(ctx, jobId, { ...going, before: [makeVersion(scope, row)] });
  }
  const waiting = { version, at: input.at, jobId, draftedAt: content.updatedAt };
  await write(ctx, {
    statements: [
      makeVersion(scope, row),
      updateContent(scope, content.id, { compilingJobId: null, waiting }),
      updateJob(scope, jobId, {
        status: "queued",
        progress: 0.9,
        attempts: 0,
        notBefore: input.at,
        updatedAt: now,
      }),
    ],
    guards: [guard],
    outcome: "done",
    answer: undefined,
    audit: null,
  });
}

/** Why a publish comes to nothing whose content was withdrawn while it was under way. */
export function withdrawn(): AppError {
  return new AppError(
    "conflict",
    "The content was withdrawn meanwhile. Publish it again to share it.",
  );
}

/** Ends a publish job without a version: the content is not being published any more. */
export async function failPublish(
  ctx: Scoped,
  jobId: JobId,
  { contentId }: PublishInput,
  error: AppError,
): Promise<void> {
  const { scope, now } = ctx;
  const content = await findContent(scope, contentId);
  const waits =
    content?.waiting?.jobId === jobId ? await endWaiting(ctx, content, error) : undefined;
  const ended = { status: "failed" as const, error: failureOf(error), updatedAt: now() };
  await write(ctx, {
    statements: [
      ...(waits?.statements ?? []),
      updateJob(scope, jobId, ended),
      endCompiling(scope, contentId, jobId),
    ],
    outcome: "done",
    answer: undefined,
    // What was asked for stands in the audit; so does that it came to nothing.
    audit: { verb: "content.not-published", subject: contentId },
  });
  await waits?.forget();
}

/** Nobody is to find out from the published page that a picture is missing. */
function checkImages(images: readonly Image[]): void {
  const errors = images.flatMap(({ failure }, index) =>
    failure ? [{ path: `images[${index}]`, message: failure.detail }] : [],
  );
  if (errors.length === 0) return;
  throw new AppError(
    "image-failed",
    "An image of this content could not be made; errors says which and why. Take it out or upload another in its place, then publish again.",
    errors,
  );
}

function nextVersion({ draftVersion, publishedVersion }: Content): number {
  return publishedVersion !== null && draftVersion <= publishedVersion
    ? publishedVersion + 1
    : draftVersion;
}

function belowFloor(
  numbers: string,
  { advice: [first], seats }: CapacityReport,
  language: AuthorLanguage,
): AppError {
  const what = first ? adviceText(first, seats, language) : "write another draft.";
  return new AppError("below-floor", `${numbers} Publish it as it is, or add wordings: ${what}`);
}
