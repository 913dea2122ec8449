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

/** The picture takes more memory than one upload may. */
export function tooMuchMemory(): ImageRefused {
  return new ImageRefused(
    "image-too-large",
    "The picture takes too much memory to decode. Save it as JPEG, with 8 bits a channel, or smaller.",
  );
}
