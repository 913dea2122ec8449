import type { JobId } from "../../domain/ids.ts";
import { defaultChannel } from "../../domain/vocabulary.ts";
import { type Content, waitsFor } from "../../storage/contents.ts";
import { updateJob } from "../../storage/jobs.ts";
import type { Statement } from "../../storage/scope.ts";
import { listSenderTeams } from "../../storage/senders.ts";
import { findVersion, showVersion, type Version } from "../../storage/versions.ts";
import { type Codebook, decodeCodebook } from "../../variation/text/index.ts";
import { found } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";
import { type Guard, write } from "../kernel/write.ts";
import { dealtAtOnce } from "../variants/deal.ts";
import { newLinks } from "../variants/ensure-links.ts";
import { withdrawn } from "./compile-content.ts";

/** Shows the version of a content that waited for its time; what was changed of the draft since is not in it. */
export async function releaseVersion(
  ctx: Scoped,
  jobId: JobId,
  { id, waiting }: Pick<Content, "id" | "waiting">,
): Promise<void> {
  const { version: number = 0, draftedAt = ctx.now() } = waiting ?? {};
  const version = found(await findVersion(ctx.scope, id, number), "version");
  await goOut(ctx, jobId, {
    version: { ...version, publishedAt: ctx.now() },
    codebook: decodeCodebook(version.codebook),
    draftedAt,
    before: [],
    guard: { condition: waitsFor(ctx.scope, id, jobId), error: withdrawn },
  });
}

/** What a version needs to go out. */
type Going = {
  version: Pick<Version, "contentId" | "version" | "publishedAt">;
  codebook: Codebook;
  draftedAt: Version["publishedAt"];
  /** Statements that come first. */
  before: readonly Statement[];
  /** What must hold in that moment. */
  guard: Guard;
};

/** A version goes out: everybody there is now gets their wording and their link with it; who joins later, by a job. */
export async function goOut(
  ctx: Scoped,
  jobId: JobId,
  { version, codebook, draftedAt, before, guard }: Going,
): Promise<void> {
  const { scope } = ctx;
  const { contentId, publishedAt: updatedAt } = version;
  const senders = await listSenderTeams(scope);
  const places = senders.map(({ id: senderId }) => ({ channel: defaultChannel, senderId }));
  await write(ctx, {
    statements: [
      ...before,
      ...showVersion(scope, version, draftedAt),
      ...dealtAtOnce(ctx, version, codebook, senders),
      newLinks(ctx, contentId, places),
      updateJob(scope, jobId, { status: "succeeded", progress: 1, updatedAt }),
    ],
    guards: [guard],
    outcome: "done",
    answer: undefined,
    audit: { verb: "content.version", subject: contentId },
  });
}
