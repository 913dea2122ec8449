import type { ImageDeal } from "../../domain/vocabulary.ts";
import { hash32, seeded, shuffled } from "../text/hash.ts";

/** Where a sender stands when pictures are dealt. */
type DealPlace = {
  /** Of the version: the same for all its senders. */
  readonly seed: string;
  /** Whose senders share an audience; "" for those without a team. */
  readonly team: string;
  /** How many of the team were dealt to before. */
  readonly place: number;
};

/** Of so many pictures the order is dealt; those that come after them stay last. */
const MOST_DEALT = 12;

/**
 * Which of `count` pictures a sender shows, as indexes in the order they are shown. Of a team, each run of
 * `count` senders has each picture first (or as their only one) once, in an order drawn by the seed. With
 * `order`, no two of a team have the same order until there is none left: what comes after the first
 * picture goes through all its permutations, by a stride that takes neighbours far apart.
 *
 * @param at null where the sender was not dealt to: all pictures, as the author has them.
 */
export function dealImages(count: number, deal: ImageDeal, at: DealPlace | null): number[] {
  const all = Array.from({ length: count }, (_, i) => i);
  if (deal === "same" || at === null || count < 2) return all;
  const dealt = all.slice(0, MOST_DEALT);
  const run = Math.floor(at.place / dealt.length);
  const own = `${at.seed} ${hash32(at.team)}`;
  const firsts = shuffled(dealt, seeded(`first image ${own} ${run}`));
  const first = firsts[at.place % dealt.length] ?? 0;
  if (deal === "one") return [first];
  const rest = dealt.filter((i) => i !== first);
  const orders = factorial(rest.length);
  const start = seeded(`images ${own}`).below(orders);
  return [
    first,
    ...permuted(rest, (start + run * strideOf(orders)) % orders),
    ...all.slice(MOST_DEALT),
  ];
}

/** The permutation with that number (Lehmer's code). */
function permuted(items: readonly number[], number: number): number[] {
  const left = [...items];
  let rest = number;
  return items.map((_, i) => {
    const size = factorial(items.length - 1 - i);
    const [taken = 0] = left.splice(Math.floor(rest / size), 1);
    rest %= size;
    return taken;
  });
}

/** Goes through all numbers below `orders`, in steps near the golden section of them. */
function strideOf(orders: number): number {
  let stride = Math.max(1, Math.round(orders * 0.618));
  while (commonDivisor(stride, orders) !== 1) stride++;
  return stride;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}
