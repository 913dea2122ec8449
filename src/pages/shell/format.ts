import { graphemes } from "./grapheme.ts";
import type { Language, Spoken } from "./language.ts";

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes longer than all the rest of a page, so each kind is made once. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** How a language writes times and lengths of time. */
interface Ways {
  locale: string;
  recent: readonly [today: string, yesterday: string];
  seconds: (seconds: number) => string;
  minutes: (minutes: number) => string;
  both: (minutes: number, seconds: number) => string;
}

const WAYS: Spoken<Ways> = {
  "zh-Hans": {
    locale: "zh-CN",
    recent: ["今天", "昨天"],
    seconds: (seconds) => `${seconds} 秒`,
    minutes: (minutes) => `${minutes} 分钟`,
    both: (minutes, seconds) => `${minutes} 分 ${seconds} 秒`,
  },
  "zh-Hant": {
    locale: "zh-TW",
    recent: ["今天", "昨天"],
    seconds: (seconds) => `${seconds} 秒`,
    minutes: (minutes) => `${minutes} 分鐘`,
    both: (minutes, seconds) => `${minutes} 分 ${seconds} 秒`,
  },
  en: {
    locale: "en-GB",
    recent: ["today", "yesterday"],
    seconds: (seconds) => `${seconds} s`,
    minutes: (minutes) => `${minutes} min`,
    both: (minutes, seconds) => `${minutes} min ${seconds} s`,
  },
};

/** "2026年11月22日" or "22 November 2026" from "2026-11-22" or an RFC 3339 time. */
export function formatDate(date: string, language: Language, timeZone = "UTC"): string {
  const { locale } = WAYS[language];
  return formatter(locale, { dateStyle: "long", timeZone }).format(new Date(date));
}

/** "2026年11月22日 21:05" or "22 November 2026 21:05" from an RFC 3339 time: for what is kept, where "today" would not stay true. */
export function formatMoment(at: string, timeZone: string, language: Language): string {
  return `${formatDate(at, language, timeZone)} ${formatter("en-GB", { timeZone, timeStyle: "short" }).format(new Date(at))}`;
}

/** The day in a timezone that holds a moment, as "2026-11-22"; both times are RFC 3339. */
export function dayOf(at: string, timeZone: string): string {
  // en-CA writes a day as RFC 3339 does.
  return formatter("en-CA", { timeZone, dateStyle: "short" }).format(new Date(at));
}

/** "40 秒", "3 分 20 秒", "12 分钟"; "40 s", "3 min 20 s", "12 min". Seconds matter only while few. */
export function formatDuration(ms: number, language: Language): string {
  const ways = WAYS[language];
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes === 0) return ways.seconds(rest);
  if (minutes >= 10 || rest === 0) return ways.minutes(Math.round(seconds / 60));
  return ways.both(minutes, rest);
}

const DAY_MS = 86_400_000;

/**
 * "今天 21:05", "昨天 21:05", "11月20日 21:05", and of another year than now's "2027年11月20日 21:05", in the
 * workspace's timezone. Times are RFC 3339.
 */
export function formatWhen(at: string, now: string, timeZone: string, language: Language): string {
  const { locale, recent } = WAYS[language];
  // en-CA writes a day as RFC 3339 does, so that days can be told apart by number.
  const day = formatter("en-CA", { timeZone, dateStyle: "short" });
  const then = new Date(at);
  const [today, that] = [day.format(new Date(now)), day.format(then)];
  const days = (Date.parse(today) - Date.parse(that)) / DAY_MS;
  const year = today.slice(0, 4) === that.slice(0, 4) ? {} : { year: "numeric" as const };
  const label =
    recent[days] ??
    formatter(locale, { timeZone, ...year, month: "long", day: "numeric" }).format(then);
  return `${label} ${formatter("en-GB", { timeZone, timeStyle: "short" }).format(then)}`;
}

/** Minutes to read, at least 1. */
export const readingMinutes = (ms: number): number => Math.max(1, Math.round(ms / 60_000));

/** The start of a text, for a description: whole characters, one line, an ellipsis where cut. */
export function excerpt(text: string, length = 100): string {
  const line = text.replace(/\s+/g, " ").trim();
  let start = "";
  let count = 0;
  for (const grapheme of graphemes(line)) {
    if (count === length - 1) {
      // Room for one more: the last character of all, or the ellipsis in its place.
      return start + grapheme === line ? line : `${start.trimEnd()}…`;
    }
    start += grapheme;
    count++;
  }
  return start;
}
