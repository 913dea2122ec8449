/**
 * Patterns of quantities, with what limits them (满…减…, 前…名, 不到…度, ≥ …) and what they count. Their words
 * stand in words/, in Simplified and Traditional; width variants are matched by \p{Nd} and by the classes below.
 */
import { sourceOf } from "../words/pattern.ts";
import type { ListName } from "../words/rule.ts";
import { flagged, once, patternOf, rulesOf } from "../words/words.ts";

const han = (list: ListName) => once(() => `(?:${sourceOf(rulesOf(list, "han"), "han")})`);
/** What stands before a number and belongs to it. */
const before = han("limits");
/** What a number counts. */
const unit = han("units");
/** Units that another may follow: 万, 千, 百, 亿. */
const many = once(() => `(?:${sourceOf(flagged("units", "han", "many"), "han")})`);
/** What may stand behind a unit and belongs to it still. */
const joinedUnit = han("joined-units");
/** What stands behind a quantity and limits it. */
const behind = han("behind");

const SIGN = "[~～≈≥≤≧≦<>＜＞=＝±+＋－-]";
const CURRENCY = "(?:NT\\$|HK\\$|US\\$|RMB|CNY|¥|￥|\\$|＄|€|£)";
const FRACTION = "[\\u00bc-\\u00be\\u2150-\\u215e]";
const DIGITS = `(?:\\p{Nd}+(?:[.,:：/／．，](?=\\p{Nd})\\p{Nd}+)*${FRACTION}?|${FRACTION})`;
const COUNT = `${DIGITS}(?:[\\p{Script=Latin}]{0,3}\\s?[x×*＊]\\s?${DIGITS})*(?:[ -]\\p{Nd}{3,})*[+＋]?`;
const EACH =
  "(?:\\s?[/／]\\s?(?:㎡|平方米|平|小时|小時|工作日|公斤|[月年天日周週次人位斤件份节節课課堂个個晚间間套台米度吨噸板盒箱袋杯桌瓶张張]))?";

/** A quantity in digits: 满199减50, 前100名, 8.8折, ≥ 2.8.0, ￥1,299起, 138 0013 8000. */
export const digitQuantity = once(() => {
  const more = "\\s?[多余餘几幾]?";
  const counted = `(?:${more}${many()})*(?:${more}${unit()}(?:\\s?${joinedUnit()}){0,2})?`;
  const amount = `${counted}[多余餘]?${EACH}(?:\\s?${behind()})?[+＋]?`;
  const lead = `${before()}?\\s?(?:${SIGN}\\s?){0,3}(?:${CURRENCY}\\s?)?`;
  return new RegExp(`${lead}${COUNT}${amount}`, "gu");
});

/** What stands between two quantities that are one: 5月1日–5月3日, 76㎡到128㎡, ≥ 2.8.0 且 < 3.1.0. */
export const QUANTITY_JOIN = /^\s?(?:[-–—~～〜]{1,2}|至|到|或|、|和|及|且|and|\/)\s?$/u;

const NUMERAL = "[零〇一二三四五六七八九十百千万萬亿億两兩壹贰叁肆伍陆柒捌玖拾佰仟半]";

/** A quantity in Chinese numerals: 三天, 前五十名, 半价, 两三个, 上百款, 买一送一, 第二件. */
export const numeralQuantity = once(
  () =>
    new RegExp(
      `${before()}?(?:(?:数|數|几|幾|好几|好幾)?(?<!${NUMERAL})${NUMERAL}+(?:多|余|餘|来|來|几|幾)?|几|幾|数|數)` +
        `(?:${unit()}|价|價|半|送${NUMERAL})(?:半价|半價|半)?${behind()}?` +
        `(?:(?:到|至|或|、)${NUMERAL}+${unit()}${behind()}?)*` +
        `|第${NUMERAL}+\\p{Script=Han}|[一两兩二三]\\p{Script=Han}一(?!起|样|樣|定|直|般|些|下|点|點|致)\\p{Script=Han}`,
      "gu",
    ),
);

const MORE = "二三四五六七八九十百千万萬亿億两兩半";

/**
 * Numerals that stand alone or beside a unit nobody listed: 押二付三, 坏一赔一, 一万一, 两荤两素, 减半. A single 一
 * is mostly an article, and is one where it is paid, bought or given.
 */
export const LONE_NUMERAL = new RegExp(
  `[一${MORE}]{2,}|[${MORE}]|(?<=[押付买買坏壞退假缺赔賠送罚罰换換减減])一`,
  "gu",
);

/** Words with a numeral in them that count nothing. */
export const notAQuantity = once(() => patternOf("no-quantities", "han"));

/** Days and feasts that fix a date: 周六, 下周一, 星期三, 双十一, 五一, 国庆, 明天. */
export const dateWord = once(() => patternOf("dates", "han"));

/** Terms of sale that are facts in themselves. */
export const saleTerm = once(() => patternOf("terms", "han"));
