/**
 * Rows that are equally good, so ordered that every beginning of them has as many of one draft as of another
 * while both have some. Rows were chosen by how much room they have, which says nothing of how often a draft
 * should be heard: one served nine people and another three, and drafts could not be compared. Each round begins
 * with another draft, so that where rounds fall on teams no team has one draft alone.
 */
export function evenOverDrafts(
  rows: readonly number[],
  draftOf: (row: number) => number,
): number[] {
  const drafts = [...Map.groupBy(rows, draftOf)].sort(([a], [b]) => a - b).map(([, of]) => of);
  const rounds = Math.max(0, ...drafts.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => {
    const first = round % drafts.length;
    return [...drafts.slice(first), ...drafts.slice(0, first)].flatMap((of) => of[round] ?? []);
  }).flat();
}
