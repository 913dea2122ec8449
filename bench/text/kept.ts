/** What advice for a recorded post promised, and what the options that were recorded for those sentences bring. */

import type { Advice } from "../../src/variation/text/codebook/advice.ts";
import {
  buildCodebook,
  compileCaption,
  gainBetween,
  withMoreOptions,
} from "../../src/variation/text/index.ts";
import type { RecordedPost } from "../../test/support/recorded.ts";
import { approvedOptions } from "./mixed.ts";

/** Few enough that the largest team's floor is asked for as well. */
const TEAMS = Array.from({ length: 10 }, (_, i) => ({ key: `team ${i}`, size: 20 }));

/** Senders more, at the floor that the advice is about. */
export interface Kept {
  readonly promised: number;
  readonly reached: number;
  /** Whether it was said to serve all. */
  readonly servesAll: boolean;
}

/**
 * Of all pieces of advice that its options suffice for: as the post is before anybody has written an option, and when
 * half of its sentences have theirs.
 */
export function keptAdvice(post: RecordedPost): Kept[] {
  const options = approvedOptions(post);
  const half = [...options.keys()].filter((_, i) => i % 2 === 0);
  return [[], half].flatMap((had) => keptOf(post, options, new Set(had)));
}

/** Whether what was reached is within a third of what was promised. */
export const isWithinAThird = ({ promised, reached }: Kept): boolean =>
  Math.abs(reached - promised) <= promised / 3;

/** Whether what was reached lies between the two numbers that are told, give or take some part of each. */
export const isAsTold = ({ promised, reached }: Kept, part = 0): boolean => {
  const { atLeast, atMost } = gainBetween(promised);
  return reached >= atLeast * (1 - part) && reached <= atMost * (1 + part);
};

function keptOf(
  { id, text }: RecordedPost,
  options: ReadonlyMap<string, readonly string[]>,
  had: ReadonlySet<string>,
): Kept[] {
  const of = (added: ReadonlyMap<string, readonly string[]>) =>
    served(id, withMoreOptions(text, added));
  const before = new Map([...options].filter(([sentence]) => had.has(sentence)));
  const { capacity, advice } = of(before);
  return advice.flatMap((piece): Kept[] => {
    const added = writtenFor(piece, options, had);
    if (added === null) return [];
    const reached = of(new Map([...before, ...added])).capacity[piece.floor];
    const { gain: promised, servesAll } = piece;
    return [{ promised, servesAll, reached: reached - capacity[piece.floor] }];
  });
}

/** What was recorded for each sentence named; null where that is fewer than was advised, or was there already. */
function writtenFor(
  { sentences, options: more }: Advice,
  options: ReadonlyMap<string, readonly string[]>,
  had: ReadonlySet<string>,
): Map<string, readonly string[]> | null {
  const ways = sentences.map(
    ({ sentenceId }) =>
      [
        sentenceId,
        had.has(sentenceId) ? [] : (options.get(sentenceId) ?? []).slice(0, more),
      ] as const,
  );
  return ways.every(([, own]) => own.length === more) ? new Map(ways) : null;
}

function served(id: string, draft: string) {
  const compiled = compileCaption({ drafts: [draft] });
  if (!compiled.ok) throw new Error(`${id}: ${JSON.stringify(compiled.errors)}`);
  return buildCodebook(compiled.plan, { teams: TEAMS, seed: id }).report;
}
