import type { JobId } from "../../domain/ids.ts";
import { defaultChannel } from "../../domain/vocabulary.ts";
import { keepCopies } from "../../storage/assignments.ts";
import { type Content, waitsFor } from "../../storage/contents.ts";
import { updateJob } from "../../storage/jobs.ts";
import type { Statement } from "../../storage/scope.ts";
import { listSenderTeams } from "../../storage/senders.ts";
import { findVersion, showVersion, type Version } from "../../storage/versions.ts";
import { type Codebook, decodeCodebook, type Plan, rowsKept } from "../../variation/text/index.ts";
import { found } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";
import { type Guard, write } from "../kernel/write.ts";
import { dealtAtOnce } from "../variants/deal.ts";
import { newLinks } from "../variants/ensure-links.ts";
import { teamKey } from "../variants/team-key.ts";
import { wordingsBefore } from "../variants/wordings-before.ts";
import { withdrawn } from "./compile-content.ts";

/** Shows the version of a content that waited for its time; what was changed of the draft since is not in it. */
export async function releaseVersion(
  ctx: Scoped,
  jobId: JobId,
  { id, waiting, publishedVersion }: Pick<Content, "id" | "waiting" | "publishedVersion">,
): Promise<void> {
  const { version: number = 0, draftedAt = ctx.now() } = waiting ?? {};
  const version = found(await findVersion(ctx.scope, id, number), "version");
  await goOut(ctx, jobId, {
    version: { ...version, publishedAt: ctx.now() },
    previous: publishedVersion,
    codebook: decodeCodebook(version.codebook),
    draftedAt,
    before: [],
    guard: { condition: waitsFor(ctx.scope, id, jobId), error: withdrawn },
  });
}

/** What a version needs to go out. */
type Going = {
  version: Pick<Version, "contentId" | "version" | "publishedAt" | "plan">;
  /** The version that readers see now, or saw until it was withdrawn. */
  previous: number | null;
  codebook: Codebook;
  draftedAt: Version["publishedAt"];
  /** Statements that come first. */
  before: readonly Statement[];
  /** What must hold in that moment. */
  guard: Guard;
};

/**
 * A version goes out: everybody there is now gets their wording and their link with it; who joins later, by a job. Whose
 * wording it says too keeps that, and having copied it.
 */
export async function goOut(
  ctx: Scoped,
  jobId: JobId,
  { version, previous, codebook, draftedAt, before, guard }: Going,
): Promise<void> {
  const { scope } = ctx;
  const { contentId, publishedAt: updatedAt } = version;
  const [senders, had] = await Promise.all([
    listSenderTeams(scope),
    wordingsBefore(ctx, contentId, previous),
  ]);
  const kept = rowsKept(
    JSON.parse(version.plan) as Plan,
    codebook,
    senders.map(({ id, team }) => ({ team: teamKey(team), core: had.get(id)?.core })),
  );
  const dealt = senders.map((sender, index) => ({ ...sender, kept: kept[index] }));
  const keeping = dealt.flatMap(({ id, kept: row }) => (row === undefined ? [] : [id]));
  const places = senders.map(({ id: senderId }) => ({ channel: defaultChannel, senderId }));
  await write(ctx, {
    statements: [
      ...before,
      ...showVersion(scope, version, draftedAt),
      ...dealtAtOnce(ctx, version, codebook, dealt),
      ...(previous === null
        ? []
        : [keepCopies(scope, contentId, previous, version.version, keeping)]),
      newLinks(ctx, contentId, places),
      updateJob(scope, jobId, { status: "succeeded", progress: 1, updatedAt }),
    ],
    guards: [guard],
    outcome: "done",
    answer: undefined,
    audit: { verb: "content.version", subject: contentId },
  });
}
