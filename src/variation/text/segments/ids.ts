import { hash32 } from "../hash.ts";

/** A name for each segment of a draft, made from what it says at first: it outlives edits elsewhere. */
export function segmentIds(texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const id = `s${hash32(text.trim()).toString(36)}`;
    const nth = (seen.get(id) ?? 0) + 1;
    seen.set(id, nth);
    return nth === 1 ? id : `${id}.${nth}`;
  });
}
