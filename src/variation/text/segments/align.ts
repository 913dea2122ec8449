/** Further drafts cut into segments and laid beside the first one's, where they say the same in the same order. */
import { differingFact, type Fact, factsOf } from "../facts/facts.ts";
import { normalise } from "../normalise.ts";
import { merged, type RowSegment } from "./merged.ts";

/** At most so many segments in a row are taken for one another's rewording. */
const BLOCK = 3;
/** Two blocks say the same with at least this share of the shorter one's bigrams in common. */
const ALIKE = 0.12;
/** And neither is longer than the other by more than this. */
const LONGER = 1.8;
/** So many letters are read, for each that all drafts have: what says itself over and over is like everything. */
const READ_AGAIN = 200;
/** Beside its letters, what one comparison costs. */
const EACH = 8;

/**
 * Lays drafts of one caption beside each other. All of them together may be read only so often: a draft that is come to
 * when that is used up stands as a whole.
 */
export class Aligner {
  private readonly brands: readonly string[];
  private readonly readings = new Map<RowSegment, Read>();
  private left: number;

  constructor(brands: readonly string[], rows: readonly (readonly RowSegment[])[]) {
    this.brands = brands;
    const letters = rows.flat().reduce((sum, { text }) => sum + text.length, 0);
    this.left = READ_AGAIN * letters;
  }

  /**
   * A row with a further draft beside it: where facts, lines and order agree and each pair of blocks plainly says the
   * same, the draft's blocks become options of the row's. Undefined where it has to stand as a whole.
   */
  align(row: readonly RowSegment[], other: readonly RowSegment[]): RowSegment[] | undefined {
    const [a, b] = [row, other].map((segments) => segments.map((s) => this.read(s)));
    const blocks = a && b && this.blocksOf(a, b);
    if (blocks === undefined || blocks.length < 2) return undefined;
    return blocks.map(({ from, to, otherFrom, otherTo }) =>
      merged(row.slice(from, to), other.slice(otherFrom, otherTo)),
    );
  }

  private read(segment: RowSegment): Read {
    const known = this.readings.get(segment);
    if (known !== undefined) return known;
    const words = normalise(segment.text);
    const facts = factsOf(segment.text, this.brands);
    const made = { facts, ...said(words), breaks: segment.gap.includes("\n") };
    this.readings.set(segment, made);
    return made;
  }

  /** Whether two may still be held against each other. */
  private mayRead(one: Said, other: Said): boolean {
    this.left -= EACH + one.words.length + other.words.length;
    return this.left >= 0;
  }

  /**
   * The row of block pairs that covers both and is most alike; dynamic programming over both ends. Only ends that
   * something leads to are gone on from: drafts that say other things part at once.
   */
  private blocksOf(a: readonly Read[], b: readonly Read[]): readonly Block[] | undefined {
    const ends: Map<number, Best>[] = Array.from({ length: a.length + 1 }, () => new Map());
    ends[0]?.set(0, { score: 0, block: null, before: null });
    for (let i = 0; i < a.length; i++) {
      for (const [j, before] of [...(ends[i] ?? [])].sort(([x], [y]) => x - y)) {
        for (const [to, otherTo] of endsFrom(i, j, a.length, b.length)) {
          const [one, two] = [together(a.slice(i, to)), together(b.slice(j, otherTo))];
          if (!this.mayRead(one, two)) return undefined;
          const likeness = sameBlock(one, two, to === a.length && otherTo === b.length);
          if (likeness === undefined) continue;
          const score = before.score + likeness;
          // Of as good ones the one whose last block is the smaller.
          if (score >= (ends[to]?.get(otherTo)?.score ?? 0)) {
            const block = { from: i, to, otherFrom: j, otherTo };
            ends[to]?.set(otherTo, { score, block, before });
          }
        }
      }
    }
    const best = ends[a.length]?.get(b.length);
    const blocks: Block[] = [];
    for (let at = best; at?.block != null; at = at.before ?? undefined) blocks.unshift(at.block);
    return best !== undefined && this.areNearest(a, b, blocks) ? blocks : undefined;
  }

  /** No block may be more like another place of the other draft than like its own. */
  private areNearest(a: readonly Read[], b: readonly Read[], blocks: readonly Block[]): boolean {
    const places = new Map<string, Set<number>>();
    for (const [j, { bigrams }] of b.entries()) {
      for (const pair of bigrams) places.set(pair, (places.get(pair) ?? new Set()).add(j));
    }
    return blocks.every(({ from, to, otherFrom, otherTo }) => {
      const own = together(a.slice(from, to));
      const likeness = share(own, together(b.slice(otherFrom, otherTo)));
      const like = new Set(own.bigrams.flatMap((pair) => [...(places.get(pair) ?? [])]));
      return [...like].every((j) => {
        const other = b[j];
        if (other === undefined || (j >= otherFrom && j < otherTo)) return true;
        return this.mayRead(own, other) && share(own, other) <= likeness;
      });
    });
  }
}

/** What words say, as it is held against others. */
interface Said {
  readonly words: string;
  /** Each two letters that stand side by side. */
  readonly bigrams: readonly string[];
  readonly has: ReadonlySet<string>;
}

interface Read extends Said {
  readonly facts: readonly Fact[];
  readonly breaks: boolean;
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** The best way to a pair of ends: how alike, and by which block from which pair before. */
interface Best {
  readonly score: number;
  readonly block: Block | null;
  readonly before: Best | null;
}

function said(words: string): Said {
  const bigrams = Array.from({ length: Math.max(0, words.length - 1) }, (_, i) =>
    words.slice(i, i + 2),
  );
  return { words, bigrams, has: new Set(bigrams) };
}

/** Segments as one block, with those that it is made of. */
function together(parts: readonly Read[]): Said & { readonly parts: readonly Read[] } {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return { ...only, parts };
  return { ...said(parts.map(({ words }) => words).join("")), parts };
}

/** Where blocks that begin at two places may end: one segment for one, or for several. */
function endsFrom(i: number, j: number, length: number, otherLength: number): [number, number][] {
  const sizes = Array.from({ length: BLOCK }, (_, n) => n + 1);
  return sizes
    .flatMap((m) => sizes.filter((n) => m === 1 || n === 1).map((n): [number, number] => [m, n]))
    .map(([m, n]): [number, number] => [i + m, j + n])
    .filter(([to, otherTo]) => to <= length && otherTo <= otherLength);
}

type Together = ReturnType<typeof together>;

/** How alike two blocks are; undefined where they do not say the same. */
function sameBlock(one: Together, two: Together, last: boolean): number | undefined {
  const lines = ({ parts }: Together) => parts.filter(({ breaks }) => breaks).length;
  const ends = ({ parts }: Together) => parts[parts.length - 1]?.breaks;
  if (!last && (lines(one) !== lines(two) || ends(one) !== ends(two))) return undefined;
  const [x, y] = [one.words.length, two.words.length];
  if (Math.min(x, y) === 0 || Math.max(x, y) > LONGER * Math.min(x, y)) return undefined;
  // Of several sentences for one, each is said there: none is left out or said twice.
  const shares =
    one.parts.length > 1
      ? one.parts.map((part) => share(part, two))
      : two.parts.map((part) => share(part, one));
  const likeness = share(one, two);
  if (Math.min(likeness, ...shares) < ALIKE) return undefined;
  const facts = ({ parts }: Together) => parts.flatMap((part) => part.facts);
  return differingFact(facts(one), facts(two)) === undefined ? likeness : undefined;
}

/** The share of the shorter text's bigrams that the other has too. */
function share(x: Said, y: Said): number {
  const [short, long] = x.words.length < y.words.length ? [x, y] : [y, x];
  if (short.bigrams.length === 0) return 0;
  return short.bigrams.filter((pair) => long.has.has(pair)).length / short.bigrams.length;
}
