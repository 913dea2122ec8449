/** Where an image's files lie in R2. */

import type { ImageId, SenderId, WorkspaceId } from "../../domain/ids.ts";
import { knownId } from "../../domain/ids.ts";

/** The key of the base: the image's id, and of which upload it is made. */
export function mediaKeyOf(id: ImageId, uploadHash: string): string {
  return `${id}.${uploadHash.slice(0, 24)}`;
}

/** Where the upload waits for its base to be made. */
export function uploadKeyOf(mediaKey: string): string {
  return `${mediaKey}.upload`;
}

/** Widths of the smaller bases, for eyes: a page's cover and a preview; a grid. */
export const sizes = { cover: 1200, grid: 300 } as const;

/** Where a smaller base lies. */
export function sizeKeyOf(mediaKey: string, width: number): string {
  return `${mediaKey}.w${width}`;
}

/** The key of the whole base, of that or of a smaller one's. */
export function wholeKeyOf(key: string): string {
  return key.replace(/\.w\d+$/, "");
}

export function imageIdOf(mediaKey: string): ImageId {
  return knownId<ImageId>(mediaKey.split(".", 1)[0] ?? "");
}

/** Where a sender's portraits lie, each under a hash of its own. */
export function portraitPlaceOf(id: SenderId): string {
  return `${id}.portrait.`;
}

/** Where the codes lie by which a sender is added in WeChat. */
export function wechatQrPlaceOf(id: SenderId): string {
  return `${id}.wechat-qr.`;
}

/** Where a workspace's logos lie. */
export function logoPlaceOf(id: WorkspaceId): string {
  return `${id}.logo.`;
}

/** True of what its owner may replace or take away. */
export function isReplaceable(key: string): boolean {
  return ["portrait", "wechat-qr", "logo"].includes(key.split(".")[1] ?? "");
}

/** All that may lie in R2 for images: their bases of all sizes, and uploads not worked off yet. */
export function filesOf(images: Iterable<{ mediaKey: string }>): string[] {
  return [...images].flatMap(({ mediaKey }) => [
    mediaKey,
    ...Object.values(sizes).map((width) => sizeKeyOf(mediaKey, width)),
    uploadKeyOf(mediaKey),
  ]);
}

/** What of that nobody is shown any more: a published version goes on having its pictures. */
export function unpublishedFilesOf(
  images: Iterable<{ mediaKey: string }>,
  published: ReadonlySet<string>,
): string[] {
  return filesOf([...images].filter(({ mediaKey }) => !published.has(mediaKey)));
}
