/** Why an image cannot be taken. Stable: these are part of the HTTP contract. */
export type RefusalReason =
  | "image-empty"
  | "image-type-unsupported"
  | "image-coding-unsupported"
  | "image-colour-unsupported"
  | "image-too-large"
  | "image-truncated"
  | "image-damaged";

/** An image that is refused: a stable reason and a sentence that says what to do. */
export class ImageRefused extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string) {
    super(message);
    this.name = "ImageRefused";
    this.reason = reason;
  }
}

/** The file ends before the picture does. */
export function truncated(what: string): ImageRefused {
  return new ImageRefused(
    "image-truncated",
    `The file ends inside ${what}. Upload the whole file again.`,
  );
}

/** The file is all there but contradicts itself. */
export function damaged(what: string): ImageRefused {
  return new ImageRefused(
    "image-damaged",
    `The file is damaged: ${what}. Export the picture again and upload that file.`,
  );
}

/** The memory that one upload may take in all: the file, its pixels or coefficients, and the base. */
export const MAX_WORKING_BYTES = 96 * 1024 * 1024;

/**
 * The picture takes more memory than one upload may.
 *
 * @param bytes that it would take in all.
 */
export function tooMuchMemory(bytes: number): ImageRefused {
  const megabytes = (count: number) => Math.ceil(count / 2 ** 20);
  return new ImageRefused(
    "image-too-large",
    `The picture takes ${megabytes(bytes)} MB of memory to decode; the limit is ${megabytes(MAX_WORKING_BYTES)} MB. Save it as an ordinary JPEG, not progressive, or smaller.`,
  );
}
