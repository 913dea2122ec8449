/** How a visit's seconds came about, in plain sentences: one a cause, each in Chinese and in English. */
import { between, type Duration, duration } from "../domain/units.ts";
import type { AnonymousVisit } from "../domain/visit.ts";
import { boundsOf, worthOf } from "./qualify.ts";

/** What a sentence is about. */
export const causes = ["beats", "idle", "hidden", "cut", "bot", "confidence"] as const;
export type Cause = (typeof causes)[number];

export type Sentence = { about: Cause; zh: string; en: string };

type Explained = Pick<
  AnonymousVisit,
  | "seq"
  | "endSeq"
  | "engagedMs"
  | "idleMs"
  | "trustMs"
  | "wasCut"
  | "bot"
  | "own"
  | "burst"
  | "seenMs"
  | "heard"
  | "startedAt"
  | "lastBeatAt"
>;

/** Seconds as people say them: with one decimal, and none where it says nothing. */
const seconds = (ms: Duration) => String(Math.round(ms / 100) / 10);

/**
 * The sentences of a visit whose reader agreed to be remembered: beats, idle cuts, hidden times, clamps, and
 * what follows from them. When a reader came who did not agree is not known, nor is anything explained.
 */
export function explainVisit(visit: Explained): Sentence[] {
  const { seq, engagedMs, idleMs, trustMs, wasCut, bot, startedAt, lastBeatAt } = visit;
  const said: Sentence[] = [
    {
      about: "beats",
      zh: `页面报告了 ${seq} 次，最近一次累计阅读 ${seconds(engagedMs)} 秒。`,
      en: `The page reported ${seq === 1 ? "once" : `${seq} times`}; the newest report says ${seconds(engagedMs)} s in all.`,
    },
  ];
  if (idleMs > 0) {
    said.push({
      about: "idle",
      zh: `读者有 ${seconds(idleMs)} 秒没有任何操作，超过读完屏幕内容所需的时间，这段没有计入；在此之前无操作的 ${seconds(trustMs)} 秒计入了。`,
      en: `For ${seconds(idleMs)} s nothing was done, longer than what was on the screen takes to read: not counted. The ${seconds(trustMs)} s without a touch before that are.`,
    });
  }
  const away = duration(between(startedAt, lastBeatAt) - engagedMs - idleMs);
  // Less than a second is what a page takes to load and a beat to arrive.
  if (away >= 1000) {
    said.push({
      about: "hidden",
      zh: `从打开到最近一次报告之间，有 ${seconds(away)} 秒页面在后台、被遮挡或设备休眠，没有计入。`,
      en: `Between the opening and the newest report the page was hidden, covered or asleep for ${seconds(away)} s: not counted.`,
    });
  }
  if (wasCut) {
    said.push({
      about: "cut",
      zh: "页面报告的时间多于服务器看到的时间，或与报告次数不符，已按可能的最大值计。",
      en: "The page claimed more time than the server saw pass, or more than its reports add up to: taken as the most that can be true.",
    });
  }
  if (bot) {
    said.push({
      about: "bot",
      zh: "浏览器由程序操作，或是抓取工具，不算阅读。",
      en: "The browser is driven by a program, or is a fetcher: this is not a read.",
    });
  }
  return [...said, worth(visit)];
}

function worth(visit: Explained): Sentence {
  const { atLeastMs, atMostMs } = boundsOf(visit);
  const least = seconds(atLeastMs);
  const most = atMostMs === null ? null : seconds(atMostMs);
  const about = "confidence";
  switch (worthOf(visit)) {
    case "doubtful":
      return visit.burst
        ? {
            about,
            zh: "存疑：同一地址在一分钟内打开这条链接的次数超过常人所能，不计入任何统计。",
            en: "In doubt: within a minute this link was opened from one place more often than people do. It is in no figure.",
          }
        : {
            about,
            zh: "存疑：服务器没有在一秒以上的时间里两次收到页面的报告，不计入任何统计。",
            en: "In doubt: the server did not hear from the page twice over at least a second of its own time. It is in no figure.",
          };
    case "complete":
      return { about, zh: `数据完整：${least} 秒。`, en: `Nothing is owed: ${least} s.` };
    case "truncated":
      return {
        about,
        zh: `页面没有告别就关闭了：至少 ${least} 秒。`,
        en: `The page went without a word: at least ${least} s.`,
      };
    case "estimated":
      return { about, zh: `估计值：至多 ${most} 秒。`, en: `An estimate: at most ${most} s.` };
    default:
      return most === null
        ? { about, zh: `真实时长至少 ${least} 秒。`, en: `The truth is at least ${least} s.` }
        : {
            about,
            zh: `真实时长在 ${least} 到 ${most} 秒之间。`,
            en: `The truth lies between ${least} and ${most} s.`,
          };
  }
}
