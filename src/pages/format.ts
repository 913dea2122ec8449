import type { Language } from "./language.ts";

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes longer than all the rest of a page, so each kind is made once. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

const LOCALE: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };

/** "2026年11月22日" or "22 November 2026" from "2026-11-22" or an RFC 3339 time. */
export function formatDate(date: string, language: Language, timeZone = "UTC"): string {
  return formatter(LOCALE[language], { dateStyle: "long", timeZone }).format(new Date(date));
}

/** "40 秒", "3 分 20 秒", "12 分钟"; "40 s", "3 min 20 s", "12 min". Seconds matter only while few. */
export function formatDuration(ms: number, language: Language): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes === 0) return language === "zh" ? `${rest} 秒` : `${rest} s`;
  if (minutes >= 10 || rest === 0) {
    const rounded = Math.round(seconds / 60);
    return language === "zh" ? `${rounded} 分钟` : `${rounded} min`;
  }
  return language === "zh" ? `${minutes} 分 ${rest} 秒` : `${minutes} min ${rest} s`;
}

const DAY_MS = 86_400_000;
const RECENT: Record<Language, readonly [today: string, yesterday: string]> = {
  zh: ["今天", "昨天"],
  en: ["today", "yesterday"],
};

/** "今天 21:05", "昨天 21:05", "11月20日 21:05" in the workspace's timezone. Times are RFC 3339. */
export function formatWhen(at: string, now: string, timeZone: string, language: Language): string {
  // en-CA writes a day as RFC 3339 does, so that days can be told apart by number.
  const day = formatter("en-CA", { timeZone, dateStyle: "short" });
  const then = new Date(at);
  const days = (Date.parse(day.format(new Date(now))) - Date.parse(day.format(then))) / DAY_MS;
  const label =
    RECENT[language][days] ??
    formatter(LOCALE[language], { timeZone, month: "long", day: "numeric" }).format(then);
  return `${label} ${formatter("en-GB", { timeZone, timeStyle: "short" }).format(then)}`;
}

/** Minutes to read, at least 1. */
export const readingMinutes = (ms: number): number => Math.max(1, Math.round(ms / 60_000));

/** The start of a text, for a description: whole characters, one line, an ellipsis where cut. */
export function excerpt(text: string, length = 100): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  return characters.length <= length
    ? characters.join("")
    : `${characters
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`;
}
