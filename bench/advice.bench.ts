/**
 * Whether advice keeps its word: what options for the sentences that it names bring, as a strong model recorded them and
 * a strict reader left them, against what was told they would.
 */
import { recordedPosts } from "../test/support/recorded.ts";
import { type Measurement, median } from "./measure.ts";
import { isAsTold, isWithinAThird, keptAdvice } from "./text/kept.ts";

export function bench(): Measurement[] {
  return (["zh", "en"] as const).flatMap((language): Measurement[] => {
    const posts = recordedPosts().filter(({ id }) => id.startsWith("en") === (language === "en"));
    const pieces = posts.flatMap(keptAdvice);
    const told = pieces.filter(({ servesAll }) => !servesAll);
    const within = pieces.filter(isWithinAThird).length / pieces.length;
    return [
      { what: `${language}: pieces of advice`, value: pieces.length, unit: "" },
      {
        what: `${language}: reached of what was promised, median`,
        value: median(pieces.map(({ promised, reached }) => reached / promised)),
        unit: "×",
      },
      { what: `${language}: share whose middle holds within a third`, value: within, unit: "" },
      {
        what: `${language}: share told as two numbers, not as serving all`,
        value: told.length / pieces.length,
        unit: "",
      },
      {
        what: `${language}: of those, reached between the two`,
        value: told.filter((piece) => isAsTold(piece)).length / told.length,
        unit: "",
      },
      {
        what: `${language}: of those, reached within a third of the two`,
        value: told.filter((piece) => isAsTold(piece, 1 / 3)).length / told.length,
        unit: "",
      },
    ];
  });
}
