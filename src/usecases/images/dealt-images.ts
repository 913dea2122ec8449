import type { VersionImage } from "../../domain/content.ts";
import type { ContentId } from "../../domain/ids.ts";
import type { Dealt } from "../../domain/landing.ts";
import type { ImageDeal } from "../../domain/vocabulary.ts";
import { dealImages } from "../../variation/image/index.ts";

type Dealing = {
  contentId: ContentId;
  images: readonly VersionImage[];
  /** Absent from a page that was cached before there was one. */
  imageDeal?: ImageDeal | undefined;
};

/**
 * The images of a version that a sender shows, in their order. The next version deals alike: who had a
 * poster keeps it, as long as the pictures and the team are the same.
 */
export function dealtImages(
  { contentId, images, imageDeal = "same" }: Dealing,
  dealt: Dealt | null | undefined,
): VersionImage[] {
  const place = dealt?.place ?? null;
  const at = place === null ? null : { seed: contentId, team: dealt?.team ?? "", place };
  return dealImages(images.length, imageDeal, at).flatMap((index) => images[index] ?? []);
}
