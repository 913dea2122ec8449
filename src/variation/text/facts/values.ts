/** Numbers as they are said, as values: what 三天, 3天 and "three days" have in common. */
import { sourceOf } from "../words/pattern.ts";
import { once, rulesOf } from "../words/words.ts";

const DIGITS = new Map(
  ["零〇", "一壹", "二两兩贰貳", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].flatMap(
    (forms, value) => [...forms].map((form) => [form, value] as const),
  ),
);

const PLACES = new Map(
  (
    [
      ["十拾", 10],
      ["百佰", 100],
      ["千仟", 1000],
      ["万萬", 10_000],
      ["亿億", 100_000_000],
    ] as const
  ).flatMap(([forms, value]) => [...forms].map((form) => [form, value] as const)),
);

/** Chinese numerals, without what counts nothing by itself (半, 几). */
export const HAN_NUMERAL = "零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳";

/** The value of a Chinese numeral; digits side by side are read one by one (三四 is "3 4"). */
export function hanValue(numeral: string): string {
  const chars = [...numeral];
  const said = () => chars.map((char) => DIGITS.get(char) ?? PLACES.get(char) ?? char).join(" ");
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const char of chars) {
    const place = PLACES.get(char);
    if (place === undefined) {
      if (digit) return said();
      digit = DIGITS.get(char) ?? 0;
    } else if (place >= 10_000) {
      total += (section + (digit ?? 0) || 1) * place;
      section = 0;
      digit = undefined;
    } else {
      section += (digit ?? 1) * place;
      digit = undefined;
    }
  }
  return String(total + section + (digit ?? 0));
}

/** Values by the ids of numbers.words, from the first of each run on: #2 is second in a row, x2 is twice. */
const RUNS: readonly (readonly [from: number, values: readonly (number | string)[]])[] = [
  [1, Array.from({ length: 20 }, (_, value) => value)],
  [21, [20, 30, 40, 50, 60, 70, 80, 90]],
  [29, [100, 1000, 1_000_000, 1_000_000_000, 12, "1/2", "1/4", "x2", "x3", "x2", "x3"]],
  [40, Array.from({ length: 12 }, (_, index) => `#${index + 1}`)],
  [52, ["x1", 2]],
];
/** Half, quarter, double and first to third, which mostly count nothing: "half past", "a third of us". */
const MOSTLY_NOTHING = new Set(["nu34", "nu35", "nu38", "nu40", "nu41", "nu42"]);

const englishNumbers = once(() => {
  const values = new Map<string, string>(
    RUNS.flatMap(([from, run]) => run.map((value, i) => [`nu${from + i}`, String(value)] as const)),
  );
  const rules = rulesOf("numbers", "latin").filter(({ id }) => values.has(id));
  return {
    pattern: new RegExp(sourceOf(rules, "latin"), "giu"),
    words: rules.map(({ id, words, flags = [] }) => ({
      whole: new RegExp(`^(?:${words.join("|")})$`, "iu"),
      value: values.get(id) ?? "",
      soft: MOSTLY_NOTHING.has(id) || flags.includes("soft") || flags.includes("rewording"),
    })),
  };
});

/** English words that are numbers, as one global pattern. */
export const englishNumber = () => englishNumbers().pattern;

/** The value of an English number word, and whether it often is no number at all ("one of us", "both"). */
export function englishValue(word: string): { value: string; soft: boolean } {
  const { value = word, soft = false } =
    englishNumbers().words.find(({ whole }) => whole.test(word)) ?? {};
  return { value, soft };
}
