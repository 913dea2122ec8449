import { normalise } from "./normalise.ts";

/**
 * J2: shared character bigrams over all bigrams of the two normalised texts, 0..1. Of texts too
 * short for a bigram, equal ones give 1 and others 0.
 */
export function jaccardBigrams(a: string, b: string): number {
  const left = bigramsOf(normalise(a));
  const right = bigramsOf(normalise(b));
  if (left.size === 0 && right.size === 0) return normalise(a) === normalise(b) ? 1 : 0;
  return overlap(left, right);
}

/** The shared part of two sets of bigrams, 0..1; 0 where both are empty. */
export function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size + right.size === 0) return 0;
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared++;
  return shared / (left.size + right.size - shared);
}

/** Levenshtein distance of the normalised texts over the longer one's length, 0..1. */
export function editDistanceRatio(a: string, b: string): number {
  const left = normalise(a);
  const right = normalise(b);
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 0 : editDistance(left, right) / longest;
}

/** The character bigrams of a normalised text. */
export function bigramsOf(text: string): Set<string> {
  const out = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) out.add(text.slice(i, i + 2));
  return out;
}

/** Levenshtein distance in UTF-16 units, as the texts are. */
export function editDistance(a: string, b: string): number {
  return editsBelow(a, b, Math.max(a.length, b.length) + 1);
}

/** The same where it is less than `most`, else `most`. */
export function editsBelow(a: string, b: string, most: number): number {
  return editsOfUnits(unitsOf(a), unitsOf(b), most);
}

/** A text's UTF-16 units: thousands of comparisons read them faster than the text. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

/**
 * Levenshtein distance where it is less than `most`, else `most`: by diagonals, each followed as far as so many edits reach
 * (Ukkonen 1985). Its time grows with the square of `most` and not with the texts' product, which pays where all that is
 * asked is whether two long texts are a few edits apart.
 */
export function editsOfUnits(a: Uint16Array, b: Uint16Array, most: number): number {
  const goal = b.length - a.length;
  if (Math.abs(goal) >= most) return most;
  // How far into `a` each diagonal was followed; diagonal d holds the pairs of places i and i + d.
  const middle = most + 1;
  const width = 2 * middle + 1;
  if (lanes.length < 2 * width) lanes = new Int32Array(2 * width);
  lanes.fill(NOWHERE, 0, 2 * width);
  let [before, here] = [middle, width + middle];
  const start = slide(a, b, 0, 0);
  lanes[here] = start;
  if (goal === 0 && start === a.length) return 0;
  for (let edits = 1; edits < most; edits++) {
    [before, here] = [here, before];
    // From a diagonal farther off the goal is out of reach with the edits that are left.
    const spare = most - 1 - edits;
    const last = Math.min(edits, goal + spare);
    for (let d = Math.max(-edits, goal - spare); d <= last; d++) {
      const at = before + d;
      const from = Math.max(
        (lanes[at] as number) + 1,
        lanes[at - 1] as number,
        (lanes[at + 1] as number) + 1,
      );
      const i = slide(a, b, Math.min(from, a.length, b.length - d), d);
      lanes[here + d] = i;
      if (d === goal && i === a.length) return edits;
    }
  }
  return most;
}

function slide(a: Uint16Array, b: Uint16Array, from: number, diagonal: number): number {
  const end = Math.min(a.length, b.length - diagonal);
  let i = from;
  while (i < end && a[i] === b[i + diagonal]) i++;
  return i;
}

/** Room for two steps of diagonals, used by every call anew. */
let lanes = new Int32Array(256);

/** Less than any place in a text, also when it is counted up. */
const NOWHERE = -(2 ** 30);
