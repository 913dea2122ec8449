import { type Content, updateContent } from "../../storage/contents.ts";
import { updateJob } from "../../storage/jobs.ts";
import type { Statement } from "../../storage/scope.ts";
import { dropVersion } from "../../storage/versions.ts";
import { type AppError, failureOf } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";

/** Statements: what waits to go out of a content does not, and why; none where nothing waits. */
export function endWaiting(
  { scope, now }: Pick<Scoped, "scope" | "now">,
  { id, waiting }: Pick<Content, "id" | "waiting">,
  error: AppError,
): Statement[] {
  if (waiting === null) return [];
  const ended = { status: "failed" as const, error: failureOf(error), updatedAt: now() };
  return [
    updateJob(scope, waiting.jobId, ended),
    updateContent(scope, id, { waiting: null }),
    dropVersion(scope, id, waiting.version),
  ];
}
