import { ownWords } from "./own.ts";
import { peopleWords } from "./people.ts";
import { picturesWords } from "./pictures.ts";
import { shareWords } from "./share.ts";

const of = (language: keyof typeof shareWords) => ({
  ...shareWords[language],
  ...ownWords[language],
  ...picturesWords[language],
  ...peopleWords[language],
});

/** All that the kit says. */
export const KIT_WORDS = { "zh-Hans": of("zh-Hans"), "zh-Hant": of("zh-Hant"), en: of("en") };
