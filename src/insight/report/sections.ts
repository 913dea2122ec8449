/** Which parts of a text were read: heat, where readers stop, what they read again. */
import type { Words } from "../words.ts";

/** Sums of one section over the reads of a period. */
export type SectionSums = {
  readonly sectionId: string;
  readonly expectedMs: number;
  /** Time spent on it by all readers. */
  readonly ms: number;
  /** Reads that spent time on it or on anything after it. */
  readonly reached: number;
  /** Reads that spent twice its expected time or more. */
  readonly again: number;
};

/** A figure, or the reason why it is missing. */
export type Told<T> = { readonly value: T } | { readonly missing: Words };

export type SectionFigures = {
  readonly sectionId: string;
  /** Mean time spent by those who reached it, as a share of its expected time. */
  readonly heat: Told<number>;
  /** Of those who reached the section before, the share that did not reach this one. */
  readonly dropOff: Told<number>;
  /** Of those who reached it, the share that read it again. */
  readonly readAgain: Told<number>;
};

/** Below so many readers a figure would speak of persons. */
export const FEWEST_READERS_TOLD = 3;

/** Figures of sections in the order of the text. */
export function sectionFigures(sums: readonly SectionSums[], reads: number): SectionFigures[] {
  return sums.map(({ sectionId, expectedMs, ms, reached, again }, at) => {
    const before = at === 0 ? reads : (sums[at - 1]?.reached ?? 0);
    return {
      sectionId,
      heat:
        expectedMs > 0
          ? told(reached, () => ms / reached / expectedMs)
          : { missing: noExpectation },
      // One or two who went on would be told by the share of those who stopped.
      dropOff: told(reached === 0 ? before : Math.min(before, reached), () => 1 - reached / before),
      readAgain: told(reached, () => again / reached),
    };
  });
}

/** A figure over so many readers; below three the reason why there is none. */
export function told<T>(readers: number, value: () => T): Told<T> {
  return readers < FEWEST_READERS_TOLD ? { missing: tooFew } : { value: value() };
}

const noExpectation: Words = {
  zh: "这一节没有可读的文字，无法比较。",
  en: "This section has no text to compare its time with.",
};

/** How many there are is not said either: of two reads of a post it would tell that one stopped. */
const tooFew: Words = {
  zh: `读者不足 ${FEWEST_READERS_TOLD} 位，不显示，以免指向个人。`,
  en: `Fewer than ${FEWEST_READERS_TOLD} readers: not shown, since it would point to persons.`,
};

/** Why a figure of enough readers is missing: who agreed is known, and so the rest would be too. */
export const heldBack: Words = {
  zh: "读者里没有同意被记住的只有一两位，不显示，以免指向个人。",
  en: "One or two of its readers stay unnamed: not shown, since it would point to them.",
};
