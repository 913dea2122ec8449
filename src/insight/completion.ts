/**
 * How much of a text was read: the sections that were given half of their expected reading time or
 * more, weighed by that time.
 *
 * @param spentMs by section ordinal; missing ones count as 0
 * @param expectedMs by section ordinal
 * @returns 0..1, in thousandths; 0 for a text without sections
 */
export function completionOf(spentMs: readonly number[], expectedMs: readonly number[]): number {
  const whole = expectedMs.reduce((sum, ms) => sum + ms, 0);
  if (whole === 0) return 0;
  const read = expectedMs.reduce(
    (sum, ms, ordinal) => ((spentMs[ordinal] ?? 0) >= ms / 2 ? sum + ms : sum),
    0,
  );
  return Math.round((read / whole) * 1000) / 1000;
}
