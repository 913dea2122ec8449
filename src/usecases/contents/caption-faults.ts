import type { CaptionError } from "../../variation/text/index.ts";
import { AppError } from "../errors.ts";

/** The error of a caption that does not compile: `invalid`, with each fault's draft, line and column. */
export function captionFaults(errors: readonly CaptionError[]): AppError {
  return new AppError(
    "invalid",
    "A caption's markup needs mending. Each error names its draft, line and column.",
    errors.map((error) => ({
      path: `drafts[${error.draft}]`,
      message: `Line ${error.line}, column ${error.column}: ${error.message}`,
    })),
  );
}

/** The error of a sentence that makes its drafts not compile: what is wrong, for whoever knows of no line and no column. */
export function sentenceFaults(errors: readonly CaptionError[]): AppError {
  return new AppError(
    "invalid",
    "An option cannot be used; errors names the word.",
    [...new Set(errors.map(({ message }) => message))].map((message) => ({
      path: "write",
      message,
    })),
  );
}
