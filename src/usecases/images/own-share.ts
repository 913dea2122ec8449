import type { Content } from "../../storage/contents.ts";
import { thousandth } from "../rounded.ts";
import { componentsOf, type Marks } from "./marks.ts";

/** What makes pictures without texture differ: components, another poster, an order of their own. */
export const ownAdvice = ["components", "one", "order"] as const;

type Advice = { readonly kind: (typeof ownAdvice)[number]; readonly text: string };

/** Less of a picture than this is nothing that anybody has of their own. */
const LEAST_SHARE = 0.01;

const advice: readonly Advice[] = [
  {
    kind: "components",
    text: "Place a code, the sender's name or their portrait on it (components).",
  },
  {
    kind: "one",
    text: "Upload other posters too, and let each sender show one of them (imageDeal: one).",
  },
  {
    kind: "order",
    text: "Upload further pictures, up to nine for a post, and let each sender show them in an order of their own (imageDeal: order).",
  },
];

/**
 * What of an image is each sender's own. A table, a plain surface or an icon has nothing that could differ
 * where nobody sees it: senders' files then differ in bytes that no decoder shows.
 */
export function ownOf(
  texture: number,
  image: Marks & Parameters<typeof componentsOf>[0],
  { imageDeal }: Pick<Content, "imageDeal">,
): { texture: number; advice: readonly Advice[] } {
  const differs = texture >= LEAST_SHARE || componentsOf(image).length > 0 || imageDeal !== "same";
  return { texture: thousandth(texture), advice: differs ? [] : advice };
}
