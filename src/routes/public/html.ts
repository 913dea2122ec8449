/** What a person meets on the faces where there is no page to show. */
import type { Context } from "hono";
import { chooseLanguage, type Language } from "../../pages/shell/language.ts";
import { renderMessage } from "../../pages/shell/message.tsx";
import type { MessageKind } from "../../pages/shell/message-words.ts";
import { respond } from "../../pages/shell/respond.ts";
import { AppError, type ErrorCode } from "../../usecases/errors.ts";
import { problemResponse, retryHeaders } from "../problem.ts";
import type { PublicEnv } from "../services.ts";

type PageStatus = 400 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;

/** The frame's language: the browser's, else that of the text it is around. */
export function languageOf(c: Context<PublicEnv>, text?: string): Language {
  return chooseLanguage(c.req.header("Accept-Language"), text);
}

/** A kind page in place of what somebody came for. */
export function messagePage(
  c: Context<PublicEnv>,
  kind: MessageKind,
  status: PageStatus,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { requestId } = c.env;
  const language = languageOf(c);
  const page = (nonce: string) => renderMessage({ language, nonce, kind, requestId });
  return respond(c, page, { status, headers });
}

/** What a person is told of an error that is no fault of the house; of any other, that it is none of theirs. */
const told: Partial<Record<ErrorCode, readonly [MessageKind, PageStatus]>> = {
  "not-found": ["not-found", 404],
  withdrawn: ["withdrawn", 410],
  "rate-limited": ["too-many", 429],
  unavailable: ["busy", 503],
  forbidden: ["stale", 403],
  conflict: ["stale", 409],
  malformed: ["unusable", 400],
  "too-large": ["unusable", 413],
  "unsupported-type": ["unusable", 415],
  invalid: ["unusable", 422],
};

/**
 * The answer to whoever met an error on a face: a page for whoever came to look or sent a form, whatever failed; a
 * problem for a script that sent something. What is not ours is logged, not shown.
 */
export function faceError(error: unknown, c: Context<PublicEnv>): Response {
  const { ctx } = c.env;
  if (!isLook(c) && !isPerson(c)) return problemResponse(error, ctx);
  const known = error instanceof AppError ? error : null;
  if (!known) ctx.log.error("unexpected-error", error);
  const [kind, status] = (known && told[known.code]) ?? (["error", 500] as const);
  return messagePage(c, kind, status, retryHeaders(status, known));
}

/** True where somebody opens an address, and sends nothing. */
export function isLook(c: Context<PublicEnv>): boolean {
  return c.req.method === "GET" || c.req.method === "HEAD";
}

/** A browser that shows what it gets, and not a script in it. */
export function isPerson(c: Context<PublicEnv>): boolean {
  return (c.req.header("Accept") ?? "").includes("text/html");
}
