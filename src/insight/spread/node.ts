/**
 * Who opened through whom, as touches come in: late, twice, out of order. A reader's row only ever
 * takes minima, so that any order of arrival, any number of times, by consumers at once, ends in the
 * same rows; the database does the same in one statement, {@link mergeNodes} is its model.
 */

/** One opening: a reader came through a parent, or through the link itself. */
export type Touch = {
  /** The reader's key within the root link: a hashed ref, until consent and identity give another. */
  readonly reader: string;
  /** Through whom; null where the link itself was opened. */
  readonly parent: string | null;
  /** When the reader's ref was made, in ms since the epoch. Coarse is fine: equal times are allowed. */
  readonly at: number;
};

/** All that is kept of a reader in one tree. */
export type SpreadNode = {
  readonly reader: string;
  /** The first touch; null for a stub, somebody known only because others came through them. */
  readonly first: { readonly at: number; readonly parent: string | null } | null;
  /** The first time somebody came through this reader; null where nobody did. */
  readonly passedOnAt: number | null;
};

/** What a touch says about its reader, and about whom they came through. One's own ref says nothing. */
export function nodesOf({ reader, parent, at }: Touch): SpreadNode[] {
  if (parent === reader) return [];
  const own = { reader, first: { at, parent }, passedOnAt: null };
  if (parent === null) return [own];
  return [own, { reader: parent, first: null, passedOnAt: at }];
}

/** Two accounts of one reader as one. Commutative, associative, idempotent. */
export function mergeNodes(a: SpreadNode, b: SpreadNode): SpreadNode {
  return {
    reader: a.reader,
    first: earlier(a.first, b.first),
    passedOnAt:
      a.passedOnAt === null || b.passedOnAt === null
        ? (a.passedOnAt ?? b.passedOnAt)
        : Math.min(a.passedOnAt, b.passedOnAt),
  };
}

/** Touches, or more touches to nodes that are there, as one row a reader. */
export function foldTouches(
  touches: Iterable<Touch>,
  nodes: Iterable<SpreadNode> = [],
): SpreadNode[] {
  const rows = new Map<string, SpreadNode>();
  const take = (node: SpreadNode) => {
    const known = rows.get(node.reader);
    rows.set(node.reader, known ? mergeNodes(known, node) : node);
  };
  for (const node of nodes) take(node);
  for (const touch of touches) for (const node of nodesOf(touch)) take(node);
  return [...rows.values()];
}

/** The first touch decides; of two at once the link itself, then the lesser key. */
function earlier(a: SpreadNode["first"], b: SpreadNode["first"]): SpreadNode["first"] {
  if (!a || !b) return a ?? b;
  if (a.at !== b.at) return a.at < b.at ? a : b;
  return (a.parent ?? "") <= (b.parent ?? "") ? a : b;
}
