/** Some wordings, each beside the one it is most like: where two people's captions look alike, it is there. */
import { bigramsOf, overlap } from "./distance.ts";
import { normalise } from "./normalise.ts";
import { type Difference, wordDifference } from "./options/difference.ts";

interface Beside {
  /** The place of the nearest other, from 0; null where there is no other. */
  readonly nearest: number | null;
  /** The text itself, with what the nearest other does not say marked as new. */
  readonly parts: readonly Difference[];
}

/** Each of some texts word by word beside the other that is nearest to it; of several, the first. */
export function besideNearest(texts: readonly string[]): Beside[] {
  const grams = texts.map((text) => bigramsOf(normalise(text)));
  return texts.map((text, at) => {
    const nearest = nearestTo(at, texts, grams);
    const other = nearest === null ? text : (texts[nearest] ?? text);
    return { nearest, parts: wordDifference(other, text).filter(({ kind }) => kind !== "gone") };
  });
}

function nearestTo(
  at: number,
  texts: readonly string[],
  grams: readonly ReadonlySet<string>[],
): number | null {
  const own = grams[at] ?? new Set<string>();
  let nearest: number | null = null;
  let most = -1;
  for (const [place, other] of grams.entries()) {
    if (place === at) continue;
    const near = texts[place] === texts[at] ? 1 : overlap(own, other);
    if (near > most) [nearest, most] = [place, near];
  }
  return nearest;
}
