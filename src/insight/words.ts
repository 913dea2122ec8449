/** Sentences that people read, in Chinese and in English at once: a caller picks one at the last moment. */
import { calendarDate, type LocalClock } from "./local-time.ts";

export type Words = {
  readonly zh: string;
  readonly en: string;
};

/** What ids are called; null for what is gone or has no name. */
export type Names = {
  title(contentId: string): string | null;
  heading(contentId: string, sectionId: string): string | null;
};

/** When a sentence is read, and by which wall clock. */
export type Now = {
  readonly at: number;
  readonly clock: LocalClock;
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Parts of a sentence, one after the other. */
export function joined(parts: readonly Words[], between: Words = { zh: "，", en: ", " }): Words {
  return {
    zh: parts.map((part) => part.zh).join(between.zh),
    en: parts.map((part) => part.en).join(between.en),
  };
}

/** 40 s, 13 min: to the second below two minutes, then to the minute. */
export function lasting(ms: number): Words {
  if (ms < 120_000) {
    const seconds = Math.round(ms / 1000);
    return { zh: `${seconds} 秒`, en: `${seconds} s` };
  }
  const minutes = Math.round(ms / 60_000);
  return { zh: `${minutes} 分钟`, en: `${minutes} min` };
}

/** A count with its noun; English alone has a plural. */
export function counted(count: number, zh: string, one: string, more = `${one}s`): Words {
  return { zh: `${count} ${zh}`, en: `${count} ${count === 1 ? one : more}` };
}

/** How often: once, twice, 5 times. */
export function often(times: number): Words {
  const en = times === 1 ? "once" : times === 2 ? "twice" : `${times} times`;
  return { zh: `${times} 次`, en };
}

/** A share of one as whole per cents; what is not nothing is not called nothing. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return "< 1 %";
  return `${Math.round(share * 100)} %`;
}

/** Today 21:05, yesterday 21:05, 12 Nov 21:05; with the year where it is another one. */
export function moment(at: number, now: Now): Words {
  const { day, minute } = now.clock(at);
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  const today = now.clock(now.at).day;
  if (day === today) return { zh: `今天 ${time}`, en: `today ${time}` };
  if (day === today - 1) return { zh: `昨天 ${time}`, en: `yesterday ${time}` };
  const date = calendarDate(day);
  const on = date.year === calendarDate(today).year ? dayOfYear(date) : dated(date);
  return { zh: `${on.zh} ${time}`, en: `${on.en} ${time}` };
}

type CalendarDate = ReturnType<typeof calendarDate>;

/** 12 Nov 2026. */
export function dated(date: CalendarDate): Words {
  const { zh, en } = dayOfYear(date);
  return { zh: `${date.year} 年 ${zh}`, en: `${en} ${date.year}` };
}

function dayOfYear({ month, date }: CalendarDate): Words {
  return { zh: `${month} 月 ${date} 日`, en: `${date} ${MONTHS[month - 1]}` };
}

/** A content by its title, or said to be gone. */
export function titled(contentId: string, names: Names): Words {
  const title = names.title(contentId);
  if (title === null) return { zh: "一篇已撤下的内容", en: "a post that is gone" };
  return { zh: `《${title}》`, en: `“${title}”` };
}

/** A part of a content by its heading, or said to have none. */
export function headed(contentId: string, sectionId: string, names: Names): Words {
  const heading = names.heading(contentId, sectionId);
  if (heading === null) return { zh: "一节", en: "one part" };
  return { zh: `“${heading}”一节`, en: `the part “${heading}”` };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
