import { parseAccept } from "hono/utils/accept";

/** The languages the pages speak, each as it stands in a `lang` attribute. */
export const LANGUAGES = ["zh-Hans", "zh-Hant", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each as those who speak it call it. */
export const LANGUAGE_NAMES: Spoken<string> = {
  "zh-Hans": "简体中文",
  "zh-Hant": "繁體中文",
  en: "English",
};

/** One thing said in every language of the pages. */
export type Spoken<Words> = Readonly<Record<Language, Words>>;

/**
 * The language of a page's frame: what the browser prefers and the pages speak; else that of the text it
 * frames; else English for whoever asked for a third language, and Chinese for whoever asked for none.
 *
 * @param accept - the Accept-Language header
 * @param text - the language tag of what the frame is around, if anything
 */
export function chooseLanguage(
  accept: string | null | undefined,
  text?: string | null | undefined,
): Language {
  const accepted = accept ? parseAccept(accept).map(({ type }) => type) : [];
  for (const tag of text ? [...accepted, text] : accepted) {
    const language = spoken(tag);
    if (language) return language;
  }
  return accepted.length > 0 || text ? "en" : "zh-Hans";
}

/** The pages' language for a tag ("zh-TW", "en-GB"), or undefined where they do not speak it. */
function spoken(tag: string): Language | undefined {
  const [primary, ...rest] = tag.toLowerCase().split("-");
  if (primary === "en") return "en";
  if (primary !== "zh") return undefined;
  if (rest.includes("hans")) return "zh-Hans";
  return rest.some((part) => ["hant", "tw", "hk", "mo"].includes(part)) ? "zh-Hant" : "zh-Hans";
}
