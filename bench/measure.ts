/** What every benchmark here reports, and the clock and statistics they share. */

/**
 * One measured figure; `budget` is the most that the design allows, `before` what it was before something was
 * mended, in the same unit.
 */
export interface Measurement {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly budget?: number;
  readonly before?: number;
}

/** A file bench/NAME.bench.ts exports `bench` of this type; `npm run bench -- NAME` runs it. */
export type Bench = () => Promise<readonly Measurement[]> | readonly Measurement[];

/** @returns the middle value; of an even number, the mean of the two in the middle */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error("The median of nothing is not defined.");
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? 0)) / 2;
}

/**
 * Times `act` over and over, after a warm-up, and gives the median of one call.
 *
 * @returns milliseconds
 */
export async function time(
  act: () => unknown,
  { rounds = 31, callsPerRound = 1 } = {},
): Promise<number> {
  for (let i = 0; i < callsPerRound; i++) await act();
  const took: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    for (let i = 0; i < callsPerRound; i++) await act();
    took.push((performance.now() - begun) / callsPerRound);
  }
  return median(took);
}

/**
 * Times several acts in turns by what they take of the processor, all threads together, so that what
 * else the machine does has no say.
 *
 * @returns milliseconds of one call, for each act
 */
export async function cpuTimeInTurns(
  acts: readonly (() => unknown)[],
  { rounds = 31 } = {},
): Promise<number[]> {
  const took: number[][] = acts.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, act] of acts.entries()) {
      const begun = process.cpuUsage();
      await act();
      const { user, system } = process.cpuUsage(begun);
      if (round > 0) took[i]?.push((user + system) / 1000);
    }
  }
  return took.map(median);
}
