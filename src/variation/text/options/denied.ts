/** What a text denies and what it does not, by the clauses in which its words stand. */
import { PARTICLE } from "./alike.ts";
import { LIGHT, type ReadText } from "./crossed.ts";
import type { Deeds } from "./operators.ts";

/** So many signs of Chinese, or words of English, must have changed sides: one sign is seldom a word. */
const FEWEST = { han: 2, latin: 1 } as const;

interface Denying extends ReadText {
  readonly deeds: Deeds;
}

/**
 * A word that an option denies in place of another: of "no degree, but a licence" and "no licence, but a degree" both deny
 * once and say the same words. Undefined where words have only come to stand in a clause that denies, or out of one.
 */
export function deniedInstead(
  own: Denying,
  option: Denying,
  script: "han" | "latin",
): string | undefined {
  const [before, now] = [sides(own), sides(option)];
  const moved = (from: boolean) =>
    [...before].flatMap(([word, was]) => (was === from && now.get(word) === !from ? [word] : []));
  const [put, out] = [moved(false), moved(true)];
  const fewest = FEWEST[script];
  return put.length < fewest || out.length < fewest ? undefined : put[0];
}

/** For each word that stands once and says something: whether its clause denies. */
function sides({ tokens, deeds }: Denying): Map<string, boolean> {
  const denied = new Set(
    deeds.denied.map((at) => tokens.findLast(({ start }) => start <= at)?.clause),
  );
  const counts = Map.groupBy(tokens, ({ text }) => text);
  return new Map(
    [...counts].flatMap(([text, places]) => {
      const [place] = places;
      return place === undefined || places.length > 1 || LIGHT.test(text) || PARTICLE.test(text)
        ? []
        : [[text, denied.has(place.clause)] as const];
    }),
  );
}
