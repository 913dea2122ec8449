/** What of a section decides whether it is still the same one. */
export interface SectionText {
  heading: string;
  text: string;
}

/** Renamed sections count as the same from this similarity of their texts on (Dice, 0..1). */
const SAME_TEXT = 0.8;
/** Shorter texts ("see below") are alike by chance. */
const MIN_LENGTH = 12;

/** So many pairs are looked at one by one; of more sections only those that are likely the same. */
const MAX_PAIRS = 2_500;
/** A bigram that more sections have tells none of them from another. */
const RARE = 16;
/** So many likely ones are looked at for each section. */
const LIKELY = 8;

/**
 * Gives each section of the next version the id it had in the previous one, so that figures go on.
 *
 * A section is the same when its heading is (case, spaces and punctuation aside), or, renamed, when
 * its text is nearly identical: Sørensen–Dice coefficient of character bigrams ≥ 0.8. Where several
 * fit, the most similar texts pair first, then the nearer places. Every other section gets `newId()`;
 * an id is never given twice. The effort grows with the length of the texts, not with its square.
 */
export function carrySectionIds<T extends SectionText>(
  previous: readonly (SectionText & { id: string })[],
  next: readonly T[],
  newId: () => string,
): (T & { id: string })[] {
  const from = previous.map(fingerprint);
  const to = next.map(fingerprint);
  const given = new Map<number, number>();
  const used = new Set<number>();

  const pair = (candidates: Iterable<Pair>, isSame: (likeness: number) => boolean): void => {
    const pairs = [...candidates]
      .map((each) => ({ ...each, likeness: dice(each.one, each.other) }))
      .filter(({ likeness }) => isSame(likeness))
      .sort(
        (x, y) => y.likeness - x.likeness || distance(x) - distance(y) || x.other.at - y.other.at,
      );
    for (const { one, other } of pairs) {
      if (used.has(one.at) || given.has(other.at)) continue;
      used.add(one.at);
      given.set(other.at, one.at);
    }
  };

  pair(
    pairsBy(from, to, ({ heading }) => heading),
    () => true,
  );
  const isLong = ({ length }: Fingerprint) => length >= MIN_LENGTH;
  pair(
    alikePairs(
      from.filter((one) => isLong(one) && !used.has(one.at)),
      to.filter((other) => isLong(other) && !given.has(other.at)),
    ),
    (likeness) => likeness >= SAME_TEXT,
  );
  return next.map((section, at) => ({
    ...section,
    id: previous[given.get(at) ?? -1]?.id ?? newId(),
  }));
}

interface Pair {
  one: Fingerprint;
  other: Fingerprint;
}

const distance = ({ one, other }: Pair): number => Math.abs(one.at - other.at);

/** Every pair that has a key in common; where those are many, equal texts and else equal places in their group. */
function* pairsBy(
  from: readonly Fingerprint[],
  to: readonly Fingerprint[],
  keyOf: (section: Fingerprint) => string,
): Iterable<Pair> {
  const groups = Map.groupBy(from, keyOf);
  for (const [key, others] of Map.groupBy(to, keyOf)) {
    const ones = groups.get(key) ?? [];
    if (ones.length * others.length <= MAX_PAIRS) yield* everyPair(ones, others);
    else {
      yield* pairsInOrder(ones, others, ({ text }) => text);
      yield* pairsInOrder(ones, others, () => "");
    }
  }
}

function* everyPair(ones: readonly Fingerprint[], others: readonly Fingerprint[]): Iterable<Pair> {
  for (const one of ones) for (const other of others) yield { one, other };
}

/** The first with the first and so on, of each key. */
function* pairsInOrder(
  ones: readonly Fingerprint[],
  others: readonly Fingerprint[],
  keyOf: (section: Fingerprint) => string,
): Iterable<Pair> {
  const groups = Map.groupBy(ones, keyOf);
  for (const [key, group] of Map.groupBy(others, keyOf)) {
    for (const [at, other] of group.entries()) {
      const one = groups.get(key)?.[at];
      if (one) yield { one, other };
    }
  }
}

/** Pairs whose texts may be alike: all of a few; of many, equal ones and those that share rare bigrams. */
function* alikePairs(ones: readonly Fingerprint[], others: readonly Fingerprint[]): Iterable<Pair> {
  if (ones.length * others.length <= MAX_PAIRS) return yield* everyPair(ones, others);
  yield* pairsInOrder(ones, others, ({ text }) => text);
  const holders = new Map<string, Fingerprint[]>();
  for (const one of ones) {
    for (const bigram of one.bigrams.keys()) {
      const list = holders.get(bigram);
      if (!list) holders.set(bigram, [one]);
      // One more than is rare is kept, to tell that it is not.
      else if (list.length <= RARE) list.push(one);
    }
  }
  for (const other of others) {
    const shared = new Map<Fingerprint, number>();
    for (const bigram of other.bigrams.keys()) {
      const list = holders.get(bigram) ?? [];
      if (list.length > RARE) continue;
      for (const one of list) shared.set(one, (shared.get(one) ?? 0) + 1);
    }
    const likely = [...shared].sort(([, a], [, b]) => b - a).slice(0, LIKELY);
    for (const [one] of likely) yield { one, other };
  }
}

interface Fingerprint {
  /** Its place among the sections. */
  at: number;
  heading: string;
  text: string;
  length: number;
  bigrams: Map<string, number>;
  total: number;
}

const IGNORED = /[\s\p{P}\p{S}]/gu;
const normalise = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(IGNORED, "");

function fingerprint(section: SectionText, at: number): Fingerprint {
  const text = normalise(section.text);
  const bigrams = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const bigram = text.slice(i, i + 2);
    bigrams.set(bigram, (bigrams.get(bigram) ?? 0) + 1);
  }
  const heading = normalise(section.heading) || section.heading.trim();
  return { at, heading, text, length: text.length, bigrams, total: Math.max(0, text.length - 1) };
}

function dice(a: Fingerprint, b: Fingerprint): number {
  if (a.total + b.total === 0) return 0;
  const [few, many] = a.bigrams.size < b.bigrams.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [bigram, count] of few.bigrams) {
    shared += Math.min(count, many.bigrams.get(bigram) ?? 0);
  }
  return (2 * shared) / (a.total + b.total);
}
