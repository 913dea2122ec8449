/** The list keeps score of itself: how often a reason led to something, against chance. */
import { type Rate, rateOf } from "../stats/rate.ts";
import { counted, type Words } from "../words.ts";
import type { ReasonKind } from "./reason.ts";

/** Somebody who qualified on a day: on the list, or left out by a cap alone; an outcome within seven days or none. */
export type PastLine = {
  readonly reasons: readonly ReasonKind[];
  readonly wasShown: boolean;
  readonly hadOutcome: boolean;
};

export type ReasonPrecision = {
  readonly kind: ReasonKind;
  /** Outcomes among lines shown. */
  readonly rate: Rate;
  /** The same among people left out by a cap; null while there are fewer than ten. */
  readonly baseline: Rate | null;
  /** Does no better than chance after thirty lines: it is hidden, and said to be. */
  readonly isHidden: boolean;
};

/** What is believed of a reason before it has been tried: one outcome in five, as sure as five trials. */
const prior = { a: 1, b: 4 };
const linesToJudge = 30;
const linesToCompare = 10;

/** A reason's own record. */
export function precisionOf(kind: ReasonKind, past: readonly PastLine[]): ReasonPrecision {
  const lines = past.filter(({ reasons }) => reasons.includes(kind));
  const tally = (onList: boolean) => {
    const some = lines.filter(({ wasShown }) => wasShown === onList);
    return { hits: some.filter(({ hadOutcome }) => hadOutcome).length, trials: some.length };
  };
  const shown = tally(true);
  const left = tally(false);
  const rate = rateOf(shown, prior);
  const baseline = left.trials >= linesToCompare ? rateOf(left, prior) : null;
  const isHidden = shown.trials >= linesToJudge && baseline !== null && rate.low <= baseline.mean;
  return { kind, rate, baseline, isHidden };
}

/** "Listed 11 times, 7 of them led to something within seven days." */
export function precisionWords({ rate, baseline, isHidden }: ReasonPrecision): Words {
  if (rate.trials === 0) {
    return { zh: "还没有到期的记录", en: "no line of it is old enough to say yet" };
  }
  const times = counted(rate.trials, "次", "time");
  const left = counted(baseline?.trials ?? 0, "次", "time");
  const hits = baseline?.hits ?? 0;
  return {
    zh: `列出 ${times.zh}，${rate.hits} 次在七天内有了结果${isHidden ? `；只因名单满了没列入的 ${left.zh}里有 ${hits} 次，所以不比偶然好，已隐藏` : ""}`,
    en: `listed ${times.en}, led to something within seven days ${rate.hits} of them${isHidden ? `; of ${left.en} left out by a full list ${hits}, so no better than chance: hidden` : ""}`,
  };
}
