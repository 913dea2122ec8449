import { LANG_TAG, type Language } from "./language.ts";

/** "2026年11月22日" or "22 November 2026" from "2026-11-22" or an RFC 3339 time. */
export function formatDate(date: string, language: Language, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    dateStyle: "long",
    timeZone,
  }).format(new Date(date));
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

/** "今天 21:05", "昨天 21:05", "11月20日 21:05" in the workspace's timezone. Times are RFC 3339. */
export function formatWhen(at: string, now: string, timeZone: string, language: Language): string {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short" });
  const [then, today] = [new Date(at), new Date(now)];
  const days = (Date.parse(day.format(today)) - Date.parse(day.format(then))) / 86_400_000;
  const relative = new Intl.RelativeTimeFormat(LANG_TAG[language], { numeric: "auto" });
  const label =
    days === 0 || days === 1
      ? relative.format(-days, "day")
      : new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
          timeZone,
          month: "long",
          day: "numeric",
        }).format(then);
  return `${label} ${time.format(then)}`;
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
