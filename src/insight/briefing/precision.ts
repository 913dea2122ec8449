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

/** "Led to something 7 of 11 times." */
export function precisionWords({ rate, baseline, isHidden }: ReasonPrecision): Words {
  const times = counted(rate.trials, "次", "time");
  const hidden = {
    zh: isHidden ? `，不比偶然（${baseline?.hits}/${baseline?.trials}）好，已隐藏` : "",
    en: isHidden
      ? `, no better than chance (${baseline?.hits} of ${baseline?.trials}): hidden`
      : "",
  };
  return {
    zh: `${times.zh}中有 ${rate.hits} 次有结果${hidden.zh}`,
    en: `led to something ${rate.hits} of ${times.en}${hidden.en}`,
  };
}
