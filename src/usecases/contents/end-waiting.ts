import { type Content, updateContent } from "../../storage/contents.ts";
import { updateJob } from "../../storage/jobs.ts";
import type { Statement } from "../../storage/scope.ts";
import { dropVersion, findVersion } from "../../storage/versions.ts";
import { type AppError, failureOf } from "../errors.ts";
import { deleteUnshown } from "../images/delete-unshown.ts";
import type { Scoped } from "../kernel/context.ts";

type Ended = {
  statements: Statement[];
  /** Deletes, once they are written, the pictures that only this version still had. */
  forget: () => Promise<void>;
};

/** What waits to go out of a content does not, and why; nothing where nothing waits. */
export async function endWaiting(
  ctx: Scoped,
  { id, waiting }: Pick<Content, "id" | "waiting">,
  error: AppError,
): Promise<Ended> {
  if (waiting === null) return { statements: [], forget: async () => {} };
  const { scope, now } = ctx;
  const version = await findVersion(scope, id, waiting.version);
  const ended = { status: "failed" as const, error: failureOf(error), updatedAt: now() };
  return {
    statements: [
      updateJob(scope, waiting.jobId, ended),
      updateContent(scope, id, { waiting: null }),
      dropVersion(scope, id, waiting.version),
    ],
    forget: () => deleteUnshown(ctx, id, version?.images ?? []),
  };
}
