/** What a page says of the language that its text is in, which may be one that the pages do not speak. */
import type { Language } from "./language.ts";

/** Scripts written from right to left. */
const rightToLeft = new Set([
  "Adlm",
  "Arab",
  "Hebr",
  "Mand",
  "Mend",
  "Nkoo",
  "Rohg",
  "Samr",
  "Syrc",
  "Thaa",
]);

export interface TextLanguage {
  /** For the `lang` attribute. */
  lang: string;
  dir: "ltr" | "rtl";
  /** Open Graph's form: language and territory, "zh_TW". */
  ogLocale: string;
}

/** Reads a language tag; what is missing in it is added as CLDR's likely subtags have it ("fr" is fr_FR). */
export function textLanguage(tag: string): TextLanguage {
  const { language, script, region } = localeOf(tag);
  return {
    lang: tag,
    dir: rightToLeft.has(script ?? "") ? "rtl" : "ltr",
    ogLocale: region ? `${language}_${region}` : language,
  };
}

/** Attributes of what is in the frame's language and stands amid a text of another. */
export function frameAttributes(
  frame: Language,
  text: TextLanguage,
): { lang?: Language; dir?: "ltr" } {
  if (isSameWriting(frame, text.lang)) return {};
  return { lang: frame, ...(text.dir === "rtl" ? { dir: "ltr" } : {}) };
}

/** Attributes of a text that stands in a frame of another language. */
export function textAttributes(
  text: TextLanguage,
  frame: Language,
): { lang?: string; dir?: "ltr" | "rtl" } {
  return isSameWriting(text.lang, frame) ? {} : { lang: text.lang, dir: text.dir };
}

function isSameWriting(one: string, other: string): boolean {
  const [a, b] = [localeOf(one), localeOf(other)];
  return a.language === b.language && a.script === b.script;
}

/** Languages that were read; a workspace has a few, and whoever makes up many has them read again. */
const locales = new Map<string, Intl.Locale>();
const mostLocales = 100;

/** Read once: a page asks several times for the same few. */
function localeOf(tag: string): Intl.Locale {
  const known = locales.get(tag);
  if (known) return known;
  if (locales.size >= mostLocales) locales.clear();
  const read = readLocale(tag);
  locales.set(tag, read);
  return read;
}

/** Every tag that has a tag's letters is taken when a content is made; not every one names a language. */
function readLocale(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return new Intl.Locale("und");
  }
}
