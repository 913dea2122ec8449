/**
 * What an author's own options must have in common: digits, prices, numbers, dates, addresses, links and
 * brands, as values, so that 三天 may stand for 3天 and 本周末 for 这周末. Every pattern reads a text once,
 * from left to right.
 */
import { notAQuantity } from "../protect/numbers.ts";
import { englishNumber, englishValue, HAN_NUMERAL, hanValue } from "./values.ts";

/** One fact: its value for comparing, and how the text says it. */
export interface Fact {
  readonly value: string;
  readonly text: string;
  /** What it counts or is part of, where that could be another: minutes, 折, the morning. */
  readonly unit?: string;
  /**
   * Often no fact at all (第一, one, 明天 in talk): an option may leave it out, but not say another in its
   * place.
   */
  readonly soft: boolean;
}

const LINK =
  /(?:https?:\/\/|www\.)[^\s\p{Script=Han}，。！？；：、）】》”’]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|[@＠][\p{L}\p{N}_-]+|[#＃][^#＃\s]{1,40}[#＃]?/giu;

const DIGITS =
  /\p{Nd}+(?:[.,:：/．，](?=\p{Nd})\p{Nd}+)*(?:\s?[%％‰])?|[\u00bc-\u00be\u2150-\u215e①-⓿❶-➓㈠-㈩㊀-㊉]/gu;

const HAN_NUMBER = new RegExp(`第?[${HAN_NUMERAL}]+|[两兩]`, "gu");
/** Behind one of these a lone Chinese numeral counts. */
const COUNTED =
  /^(?:[元块塊角分毛折倍成天日号號月年岁歲周週点點时時秒刻名位人口户戶家个個件款套盒箱袋包罐支条條张張斤两兩克吨噸米平尺里升节節堂门門题題页頁本册篇期届場场次遍回站关步种種类類项項样樣餐顿頓层層楼樓室栋座间間台臺辆輛架把双雙对對颗粒只隻片枚杯碗份单單组組批代级級档格]|小时|小時|分钟|分鐘|公斤|万|亿)/u;

const WEEKDAY =
  /([下上]?)个?個?(?:周|週|星期|礼拜|禮拜)([一二三四五六日天末](?:[、和至到及/]?(?:周|週|星期)?[一二三四五六日天末](?![\p{Nd}年点點月整])(?<!一(?=[早直起大定天])))*)/gu;
const NEAR_DAY =
  /[今明后後昨前][天日晚早]|大[后後]天|月[底初中]|年[底初]|[下上]个?個?[周週月](?![一二三四五六日天末])/gu;
const SEASON = /[春夏秋冬](?=[季天])/gu;
const FEAST =
  /双十[一二]|雙十[一二]|国庆|國慶|春节|春節|中秋|端午|元旦|元宵|清明|除夕|圣诞|聖誕|母亲节|母親節|父亲节|父親節|教师节|教師節|儿童节|兒童節|情人节|情人節|七夕|妇女节|婦女節|暑假|寒假|五一(?=[假小黄黃节節期当當])/gu;
const ENGLISH_DAY =
  /\b(?:(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?(?![\p{L}])|(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![\p{L}]))\b/giu;
const ENGLISH_NEAR = /\b(?:today|tonight|tomorrow|yesterday)\b/giu;
const ROAD =
  /\p{Script=Han}{2}(?:(?<![走一半顺順带帶让讓赶趕迷问問上行])路|街|巷|弄|大道)(?=\p{Nd})/gu;

const UNITS: readonly (readonly [string, RegExp])[] = [
  ["%", /^[%％‰]|^\s?percent\b/iu],
  ["second", /^秒|^[\s-]?(?:seconds?|secs?)\b/iu],
  ["minute", /^分[钟鐘]|^[\s-]?(?:minutes?|mins?)\b/iu],
  ["hour", /^个?個?(?:小时|小時|钟头|鐘頭)|^[\s-]?(?:hours?|hrs?)\b/iu],
  ["day", /^[天日]|^[\s-]?days?\b/iu],
  ["week", /^个?個?(?:周(?!年)|週(?!年)|星期|礼拜|禮拜)|^[\s-]?weeks?\b/iu],
  ["months", /^[个個]月|^[\s-]?months?\b/iu],
  ["year", /^[年载]|^[\s-]?years?\b/iu],
  ["rate", /^折/u],
  ["money", /^[元块塊]|^\s?(?:dollars?|pounds?|euros?)\b/iu],
  ["am", /^\s?a\.?m\b/iu],
  ["pm", /^\s?p\.?m\b/iu],
];
const MORNING = /(?:上午|早上|清晨|凌晨|早晨|[今明]早)$/u;
const EVENING = /(?:下午|晚上|傍晚|夜里|夜裡|[今明]晚)$/u;

/** Whether a text could hold a fact at all; brands are looked for apart. */
export const MAY_BE_FACT = new RegExp(
  `[\\p{N}${HAN_NUMERAL}@＠#＃.节節假周週期拜天日晚早底初中月年季]|[\\p{Script=Latin}]{3}|国庆|國慶`,
  "u",
);

/** The facts of a text, in no order that means anything. */
export function factsOf(text: string, brands: readonly string[] = []): Fact[] {
  const facts: Fact[] = [];
  const add = (value: string, words: string, soft = false) =>
    facts.push({ value, text: words.trim(), soft });
  const count = (value: string, words: string, at: number, soft = false) => {
    const unit = unitAt(
      text.slice(Math.max(0, at - 4), at),
      text.slice(at + words.length).slice(0, 9),
    );
    const [before, behind] = unit?.words ?? ["", ""];
    const named = before + words.trim() + behind;
    facts.push({ value, text: named, soft, ...(unit && { unit: unit.name }) });
  };
  let rest = text;
  const take = (
    pattern: RegExp,
    each: (words: string, groups: readonly (string | undefined)[], at: number) => void,
  ) => {
    rest = rest.replace(pattern, (words: string, ...more: unknown[]) => {
      const at = more.find((item) => typeof item === "number") ?? 0;
      const groups = more.slice(0, more.indexOf(at)) as (string | undefined)[];
      each(words, groups, at as number);
      return "\u0001".repeat(words.length);
    });
  };
  for (const brand of brands)
    if (brand !== "" && text.includes(brand)) add(`brand ${brand}`, brand);
  take(LINK, (words) => add(`link ${words.toLowerCase().replace(/[.,;:!?]+$/, "")}`, words));
  take(ROAD, (words) => add(`road ${words}`, words));
  take(WEEKDAY, (words, [shift = "", days = ""]) => {
    for (const day of days.match(/[一二三四五六日天末]/gu) ?? []) {
      add(`day ${shift}${day === "天" ? "日" : day}`, words, day === "末");
    }
  });
  take(FEAST, (words) => add(`feast ${words}`, words));
  take(NEAR_DAY, (words) => add(`near ${nearDay(words)}`, words, true));
  take(SEASON, (words) => add(`season ${words}`, words, true));
  take(ENGLISH_DAY, (words) =>
    add(`day ${words.slice(0, 3).toLowerCase()}`, words, !/^\p{Lu}/u.test(words)),
  );
  take(ENGLISH_NEAR, (words) => add(`near ${words.toLowerCase()}`, words, true));
  take(DIGITS, (words, _, at) => count(digitValue(words), words, at));
  take(notAQuantity(), () => {});
  take(HAN_NUMBER, (words, _, at) => {
    const numeral = words.replace(/^第/u, "");
    const value = hanValue(numeral);
    // 零零星星; a lone 一 is mostly an article (一写作业就…).
    const nothing = /^(?:[零〇]+|一)$/u.test(words);
    const counted = COUNTED.test(rest.slice(at + words.length, at + words.length + 2));
    const soft =
      value === "1" || (numeral.length === 1 ? !counted : !counted && !words.startsWith("第"));
    if (counted || !nothing) count(value, words, at, soft);
  });
  take(englishNumber(), (words, _, at) => {
    const { value, soft } = englishValue(words);
    count(value, words, at, soft);
  });
  return facts;
}

function digitValue(words: string): string {
  const plain = words.normalize("NFKC").replace(/\s|,(?=\d{3})/g, "");
  return plain.replace(/^(\d+)\u2044(\d+)$/, "$1/$2").replace(/^(\d)\/([24])$/, (value) => value);
}

interface Unit {
  readonly name: string;
  /** What stands before the number and behind it. */
  readonly words: readonly [string, string];
}

/** Behind a number, or the part of the day before it. */
function unitAt(before: string, behind: string): Unit | undefined {
  for (const [name, pattern] of UNITS) {
    const words = pattern.exec(behind)?.[0];
    if (words !== undefined) return { name, words: ["", words] };
  }
  for (const [name, pattern] of [
    ["am", MORNING],
    ["pm", EVENING],
  ] as const) {
    const words = pattern.exec(before)?.[0];
    if (words !== undefined) return { name, words: [words, ""] };
  }
  return undefined;
}

/** 今日 is 今天, 今晚 is today too. */
function nearDay(words: string): string {
  return words
    .replace(/[日晚早]$/u, "天")
    .replace("後", "后")
    .replace(/个|個/u, "")
    .replace("週", "周");
}

/**
 * The fact by which an option differs from the first: one that is missing or new. Undefined where both
 * say the same set.
 */
export function differingFact(first: readonly Fact[], option: readonly Fact[]): Fact | undefined {
  const has = (list: readonly Fact[], { value, unit }: Fact) =>
    list.some(
      (fact) =>
        fact.value === value &&
        (fact.unit === unit || fact.unit === undefined || unit === undefined),
    );
  const missing = first.filter((fact) => !has(option, fact));
  const added = option.filter((fact) => !has(first, fact));
  const hard = (fact: Fact) => !fact.soft;
  const inPlaceOfOne = (fact: Fact) => missing.some((other) => kindOf(other) === kindOf(fact));
  return added.find(hard) ?? missing.find(hard) ?? added.find(inPlaceOfOne);
}

/** A day does not stand in for a number. */
function kindOf({ value }: Fact): string {
  return /^[a-z]{2,}(?= )/.exec(value)?.[0] ?? "number";
}
