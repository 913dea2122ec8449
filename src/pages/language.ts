import { parseAccept } from "hono/utils/accept";

/** The languages the pages speak. */
export type Language = "zh" | "en";

/** The `lang` attribute of a page. */
export const LANG_TAG: Record<Language, string> = { zh: "zh-CN", en: "en" };

/**
 * The page language for a content's own language tag ("zh-Hans", "en-GB") and an Accept-Language
 * header: the first of them, in that order, that the pages speak; else Chinese.
 */
export function chooseLanguage(
  contentLanguage: string | null | undefined,
  acceptLanguage?: string | null,
): Language {
  const accepted = acceptLanguage ? parseAccept(acceptLanguage).map(({ type }) => type) : [];
  for (const tag of contentLanguage ? [contentLanguage, ...accepted] : accepted) {
    const primary = tag.toLowerCase().split("-")[0];
    if (primary === "zh" || primary === "en") return primary;
  }
  return "zh";
}
