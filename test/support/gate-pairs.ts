/** The labelled set that gates are measured on: segments with faithful and with falsified rewordings. */
import { readFileSync } from "node:fs";

/** The half that gates are tuned on, and the half that is only measured. */
export const HALVES = ["tuned", "held-out"] as const;
/** The two, and what strangers to the gates wrote; the last one's posts in two halves, of which one is only measured. */
export const PARTS = [...HALVES, "strangers", "fresh-seen", "fresh-held"] as const;
export type Part = (typeof PARTS)[number];

export interface GatePair {
  /** The kind of post it might stand in. */
  readonly post: string;
  readonly original: string;
  readonly option: string;
  /** The whole post where a part's sections are posts, as the product knows it; the segment alone elsewhere. */
  readonly within: string;
  /** What was falsified; absent where the option says the same. */
  readonly falsified?: string;
}

/** The pairs of one part. Throws an Error naming the line of what it cannot read. */
export function gatePairs(part: Part): GatePair[] {
  const file = new URL(`../fixtures/gates/${part}.pairs`, import.meta.url);
  const pairs: Omit<GatePair, "within">[] = [];
  const posts = new Map<string, string[]>();
  let post = "";
  let original = "";
  readFileSync(file, "utf8")
    .split("\n")
    .forEach((line, index) => {
      if (line === "" || line.startsWith("#")) return;
      const section = /^\[(.+)\]$/.exec(line)?.[1];
      const [, sign, falsified, text = ""] = /^([=+-]) (?:([a-z]+) \| )?(.+)$/u.exec(line) ?? [];
      if (section !== undefined) post = section;
      else if (sign === "=") {
        original = text;
        posts.set(post, [...(posts.get(post) ?? []), text]);
      } else if (original !== "" && (sign === "-") === (falsified !== undefined) && text !== "") {
        pairs.push({ post, original, option: text, ...(falsified && { falsified }) });
      } else throw new Error(`Line ${index + 1} of ${part}.pairs is no "=", "+" or "- kind |".`);
    });
  return pairs.map((pair) => ({
    ...pair,
    within: part.startsWith("fresh") ? (posts.get(pair.post) ?? []).join("\n") : pair.original,
  }));
}
