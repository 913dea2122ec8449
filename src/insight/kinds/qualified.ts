/** When somebody who opened really read. */

/**
 * A read that qualifies: three fifths of the text, or half of the time that it takes to read.
 *
 * @param completion 0..1
 * @param expectedMs of the whole text; 0 where it is not known
 */
export function isQualified(read: {
  readonly completion: number;
  readonly engagedMs: number;
  readonly expectedMs: number;
}): boolean {
  if (read.completion >= 0.6) return true;
  return read.expectedMs > 0 && read.engagedMs >= read.expectedMs / 2;
}
