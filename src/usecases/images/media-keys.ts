/** Where an image's files lie in R2. */

import type { ImageId } from "../../domain/ids.ts";
import { knownId } from "../../domain/ids.ts";

/** The key of the base: the image's id, and of which upload it is made. */
export function mediaKeyOf(id: ImageId, uploadHash: string): string {
  return `${id}.${uploadHash.slice(0, 24)}`;
}

/** Where the upload waits for its base to be made. */
export function uploadKeyOf(mediaKey: string): string {
  return `${mediaKey}.upload`;
}

export function imageIdOf(mediaKey: string): ImageId {
  return knownId<ImageId>(mediaKey.split(".", 1)[0] ?? "");
}

/** All that may lie in R2 for images: their bases, and uploads not worked off yet. */
export function filesOf(images: Iterable<{ mediaKey: string }>): string[] {
  return [...images].flatMap(({ mediaKey }) => [mediaKey, uploadKeyOf(mediaKey)]);
}
