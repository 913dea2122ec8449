/** What of a section decides whether it is still the same one. */
export interface SectionText {
  heading: string;
  text: string;
}

/** Renamed sections count as the same from this similarity of their texts on (Dice, 0..1). */
const SAME_TEXT = 0.8;
/** Shorter texts ("see below") are alike by chance. */
const MIN_LENGTH = 12;

/**
 * Gives each section of the next version the id it had in the previous one, so that figures go on.
 *
 * A section is the same when its heading is (case, spaces and punctuation aside), or, renamed, when
 * its text is nearly identical: Sørensen–Dice coefficient of character bigrams ≥ 0.8. Where several
 * fit, the most similar texts pair first, then the nearer places. Every other section gets `newId()`;
 * an id is never given twice.
 */
export function carrySectionIds<T extends SectionText>(
  previous: readonly (SectionText & { id: string })[],
  next: readonly T[],
  newId: () => string,
): (T & { id: string })[] {
  const from = previous.map(fingerprint);
  const to = next.map(fingerprint);
  const ids = new Map<number, string>();
  const used = new Set<number>();

  const pair = (fits: (a: Fingerprint, b: Fingerprint, likeness: number) => boolean): void => {
    const pairs: { likeness: number; distance: number; a: number; b: number }[] = [];
    for (const [a, one] of from.entries()) {
      for (const [b, other] of to.entries()) {
        if (used.has(a) || ids.has(b)) continue;
        const likeness = dice(one, other);
        if (fits(one, other, likeness)) pairs.push({ likeness, distance: Math.abs(a - b), a, b });
      }
    }
    pairs.sort((x, y) => y.likeness - x.likeness || x.distance - y.distance || x.b - y.b);
    for (const { a, b } of pairs) {
      const id = previous[a]?.id;
      if (id === undefined || used.has(a) || ids.has(b)) continue;
      used.add(a);
      ids.set(b, id);
    }
  };

  pair((a, b) => a.heading === b.heading);
  pair((a, b, likeness) => likeness >= SAME_TEXT && Math.min(a.length, b.length) >= MIN_LENGTH);
  return next.map((section, index) => ({ ...section, id: ids.get(index) ?? newId() }));
}

interface Fingerprint {
  heading: string;
  length: number;
  bigrams: Map<string, number>;
  total: number;
}

const IGNORED = /[\s\p{P}\p{S}]/gu;
const normalise = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(IGNORED, "");

function fingerprint(section: SectionText): Fingerprint {
  const text = normalise(section.text);
  const bigrams = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const bigram = text.slice(i, i + 2);
    bigrams.set(bigram, (bigrams.get(bigram) ?? 0) + 1);
  }
  const heading = normalise(section.heading) || section.heading.trim();
  return { heading, length: text.length, bigrams, total: Math.max(0, text.length - 1) };
}

function dice(a: Fingerprint, b: Fingerprint): number {
  if (a.total + b.total === 0) return 0;
  let shared = 0;
  for (const [bigram, count] of a.bigrams) shared += Math.min(count, b.bigrams.get(bigram) ?? 0);
  return (2 * shared) / (a.total + b.total);
}
