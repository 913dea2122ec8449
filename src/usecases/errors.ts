import type { AccountFault } from "../domain/account.ts";
import type { Failure } from "../domain/content.ts";
import type { OutsideSystem } from "../domain/vocabulary.ts";

/** What keeps an account from being used: something that it lacks, or what its server said. */
export type AccountLack = "not-configured" | "ticket-missing" | "secret-unreadable";
export type AccountErrorCode = `${OutsideSystem}-${AccountLack | AccountFault}`;

/** What can go wrong, without a word of HTTP: routes give each code its status. */
export type ErrorCode =
  | "malformed"
  | "invalid"
  | "bad-cursor"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "idempotency-key-reused"
  | "secret-already-issued"
  | "below-floor"
  | "not-published"
  | "withdrawn"
  | "not-dealt"
  | "image-failed"
  | "too-large"
  | "unsupported-type"
  | "rate-limited"
  | "unavailable"
  | "model-not-configured"
  | "model-timeout"
  | "model-rate-limited"
  | "model-refused"
  | "model-unavailable"
  | "model-malformed"
  | "model-spent"
  | "model-needs-plan"
  | "model-cut-short"
  | "nothing-to-reword"
  | AccountErrorCode;

/** A field that is wrong, by its path in the input ("drafts[0]"); with the same in Chinese where it is at hand. */
export type FieldError = { path: string; message: string };

/** An answer that a caller can act on. `detail` says what to do and never repeats the input. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly detail: string;
  readonly errors: FieldError[] | undefined;
  /** Seconds to wait before the same call may succeed, where somebody told. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, detail: string, errors?: FieldError[], retryAfter?: number) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
}

/** An error as a job keeps it. */
export function failureOf({ code, detail, errors }: AppError): Failure {
  return { code, detail, ...(errors ? { errors } : {}) };
}

/** The error that a job has kept. */
export function errorOf({ code, detail, errors }: Failure): AppError {
  return new AppError(code as ErrorCode, detail, errors);
}

/** The thing that was asked for, or a not-found error that names its kind. */
export function found<T>(thing: T | null | undefined, kind: string): T {
  if (thing === null || thing === undefined) throw notFound(kind);
  return thing;
}

/** The error of a kind of thing that is not there. */
export function notFound(kind: string): AppError {
  return new AppError("not-found", `There is no such ${kind} in this workspace. Check its id.`);
}

/** The error of one wrong field. */
export function invalidField(path: string, message: string): AppError {
  return new AppError("invalid", message, [{ path, message }]);
}
