/** The one writer of problem+json (RFC 9457). */
import { HTTPException } from "hono/http-exception";
import type { AccountFault } from "../domain/account.ts";
import { outsideSystems } from "../domain/vocabulary.ts";
import {
  type AccountErrorCode,
  type AccountLack,
  AppError,
  type ErrorCode,
} from "../usecases/errors.ts";
import type { Context } from "../usecases/kernel/context.ts";

type Kind = { status: number; title: string };

/** What can be wrong with an account of an outside system, whichever it is. */
const accountKinds = {
  "not-configured": { status: 409, title: "No account" },
  "ticket-missing": { status: 409, title: "No ticket" },
  "secret-unreadable": { status: 409, title: "The secret cannot be read" },
  "address-refused": { status: 502, title: "The address that asks is not on the account's list" },
  "credential-refused": { status: 502, title: "The account's id and secret do not fit" },
  "token-refused": { status: 502, title: "The account's token was refused" },
  "code-refused": { status: 502, title: "The sign-in's code was refused" },
  "quota-spent": { status: 429, title: "The account has asked too often" },
  refused: { status: 502, title: "The account's server refused" },
  "proxy-refused": { status: 502, title: "The proxy refused" },
  "proxy-not-allowed": { status: 409, title: "The proxy may not be asked" },
  unavailable: { status: 502, title: "The account's server cannot be reached" },
  timeout: { status: 504, title: "The account's server took too long" },
  malformed: { status: 502, title: "The account's server cannot be understood" },
} as const satisfies Record<AccountLack | AccountFault, Kind>;

const ofAccounts = Object.fromEntries(
  outsideSystems.flatMap((system) =>
    Object.entries(accountKinds).map(([word, kind]) => [`${system}-${word}`, kind]),
  ),
) as Record<AccountErrorCode, Kind>;

const kinds: Record<ErrorCode, Kind> = {
  ...ofAccounts,
  malformed: { status: 400, title: "The request cannot be read" },
  "bad-cursor": { status: 400, title: "The cursor cannot be read" },
  unauthenticated: { status: 401, title: "Not authenticated" },
  forbidden: { status: 403, title: "Not allowed" },
  "not-found": { status: 404, title: "Not found" },
  conflict: { status: 409, title: "Conflict" },
  "idempotency-key-reused": { status: 409, title: "Idempotency-Key used before" },
  "secret-already-issued": { status: 409, title: "Secret already issued" },
  "below-floor": { status: 409, title: "The wordings are too much alike" },
  "not-published": { status: 409, title: "Not published" },
  withdrawn: { status: 409, title: "Withdrawn" },
  "not-dealt": { status: 409, title: "Not made yet" },
  "image-failed": { status: 409, title: "An image could not be made" },
  "too-large": { status: 413, title: "Too large" },
  "unsupported-type": { status: 415, title: "Unsupported type" },
  invalid: { status: 422, title: "Some fields are wrong" },
  "rate-limited": { status: 429, title: "Too many requests" },
  unavailable: { status: 503, title: "Temporarily unavailable" },
  "model-not-configured": { status: 409, title: "No model" },
  "nothing-to-reword": { status: 409, title: "Nothing to reword" },
  "model-rate-limited": { status: 429, title: "The model has had enough" },
  "model-refused": { status: 502, title: "The model refused" },
  "model-unavailable": { status: 502, title: "The model cannot be reached" },
  "model-malformed": { status: 502, title: "The model's answer cannot be read" },
  "model-spent": { status: 429, title: "The model's free allowance is used up" },
  "model-needs-plan": { status: 502, title: "The model needs a paid plan" },
  "model-cut-short": { status: 502, title: "The model's answer was cut short" },
  "model-timeout": { status: 504, title: "The model took too long" },
};

export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId: string;
  errors?: { path: string; message: string }[];
};

/**
 * An error as problem+json. What is not ours is logged and answered as 500, with nothing of it.
 */
export function problemResponse(
  error: unknown,
  { log, requestId }: Pick<Context, "log" | "requestId">,
): Response {
  const known = asAppError(error);
  if (!known) log.error("unexpected-error", error);
  const { status, title } = kindOf(known);
  return writeProblem(
    {
      type: `urn:starling:problem:${known?.code ?? "internal"}`,
      title,
      status,
      code: known?.code ?? "internal",
      detail:
        known?.detail ??
        "Something broke on our side. Try again; quote the request id if it persists.",
      requestId,
      ...(known?.errors ? { errors: known.errors } : {}),
    },
    retryHeaders(status, known),
  );
}

/** 405, and the methods that the address knows. */
export function wrongMethodResponse(methods: readonly string[], requestId: string): Response {
  const code = "method-not-allowed";
  const detail = `This address answers to ${methods.join(", ")} only.`;
  const problem = {
    type: `urn:starling:problem:${code}`,
    title: "Method not allowed",
    code,
    detail,
  };
  return writeProblem({ ...problem, status: 405, requestId }, { Allow: methods.join(", ") });
}

function kindOf(known: AppError | null): Kind {
  return known ? kinds[known.code] : { status: 500, title: "Unexpected error" };
}

/** When to come again, where that helps; also for a page in place of a problem. */
export function retryHeaders(status: number, known: AppError | null): Record<string, string> {
  if (status === 429) return { "Retry-After": String(known?.retryAfter ?? 60) };
  return status === 503 ? { "Retry-After": "5" } : {};
}

function writeProblem(problem: Problem, headers: Readonly<Record<string, string>>): Response {
  const { status } = problem;
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...(status === 401 ? { "WWW-Authenticate": "Bearer" } : {}),
      ...headers,
    },
  });
}

/** Hono's own complaints about a request's form, in our words. */
function asAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (!(error instanceof HTTPException)) return null;
  if (error.status === 413) {
    return new AppError("too-large", "The request body is larger than this call takes.");
  }
  if (error.status === 415) {
    return new AppError("unsupported-type", "Send the body as application/json.");
  }
  if (error.status === 400) {
    return new AppError(
      "malformed",
      "The body is not valid JSON. Check quotes, commas and encoding.",
    );
  }
  return null;
}
