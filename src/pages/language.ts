import { parseAccept } from "hono/utils/accept";

/** The languages the pages speak. */
export type Language = "zh" | "en";

/** The `lang` attribute of a page. */
export const LANG_TAG: Record<Language, string> = { zh: "zh-CN", en: "en" };

/**
 * The page language for a content's own language tag ("zh-Hans", "en-GB") or, without one, for an
 * Accept-Language header. Chinese unless English is asked for first.
 */
export function chooseLanguage(
  contentLanguage: string | null | undefined,
  acceptLanguage?: string | null,
): Language {
  const asked = contentLanguage
    ? [contentLanguage]
    : acceptLanguage
      ? parseAccept(acceptLanguage).map(({ type }) => type)
      : [];
  for (const tag of asked) {
    const primary = tag.toLowerCase().split("-")[0];
    if (primary === "zh" || primary === "en") return primary;
  }
  return "zh";
}
