/** A target's spread trees, one for each root link, of people and not of refs. */
import type { ContactId, ViewerId } from "../../domain/ids.ts";
import type { ShareDestination } from "../../domain/vocabulary.ts";
import { touchesOf } from "../../insight/spread/identity.ts";
import { foldTouches, type Touch } from "../../insight/spread/node.ts";
import { type SpreadTree, treeOf } from "../../insight/spread/tree.ts";
import type { Scope } from "../../storage/scope.ts";
import {
  type NodeRow,
  type RootLink,
  readNodes,
  readRoots,
  readTouches,
  type SpreadFilter,
  type TouchRow,
} from "../../storage/spread.ts";
import { readShares } from "../../storage/spread-shares.ts";

/** Somebody who agreed to be remembered; several viewers who are one contact for certain are one person. */
export type Person = { key: string; viewerId: ViewerId; contactId: ContactId | null };

export type LoadedTree = {
  root: RootLink;
  tree: SpreadTree;
  /** By node: null for the root, and for whoever agreed to nothing and is part of counts alone. */
  people: readonly (Person | null)[];
  /** All ways by which people came, the later ones too. */
  touches: readonly Touch[];
  /** By node: where it is known to have been shared on to. */
  sharedTo: readonly (readonly ShareDestination[])[];
};

export type LoadedSpread = {
  trees: readonly LoadedTree[];
  /** False where there are more nodes than one call looks at. */
  isComplete: boolean;
};

const atOnce = 20_000;
const mostNodes = 200_000;

/** Trees in the order of their size, the largest first, ties by code. */
export async function loadSpread(scope: Scope, filter: SpreadFilter): Promise<LoadedSpread> {
  const nodes: NodeRow[] = [];
  let isComplete = false;
  while (!isComplete && nodes.length < mostNodes) {
    const rows = await readNodes(scope, filter, nodes.at(-1)?.refHash ?? "", atOnce);
    for (const row of rows) nodes.push(row);
    isComplete = rows.length < atOnce;
  }
  const touches = await readTouches(scope, filter, mostNodes);
  const shares = await readShares(scope, filter.target, mostNodes);
  const codes = [...new Set(nodes.map(({ rootCode }) => rootCode))];
  const roots = new Map((await readRoots(scope, codes)).map((root) => [root.code, root]));
  const ways = Map.groupBy(touches, ({ rootCode }) => rootCode);
  const trees = [...Map.groupBy(nodes, ({ rootCode }) => rootCode)].flatMap(([code, rows]) => {
    const root = roots.get(code);
    if (!root) return [];
    const own = ways.get(code) ?? [];
    return [root.isForOne ? treeOfOne(root, rows, own, shares) : treeFrom(root, rows, own, shares)];
  });
  trees.sort((a, b) => size(b) - size(a) || (a.root.code < b.root.code ? -1 : 1));
  return { trees, isComplete };
}

const size = ({ tree }: LoadedTree) => tree.parents.length;

/**
 * Who a viewer is in trees: their contact where that is certain, so that two devices are one person. Whoever is only
 * guessed to be a contact may be a friend whom the contact's link was forwarded to.
 */
export function personOf({ viewerId, contactId, isConfirmed }: NodeRow): Person | null {
  if (viewerId === null) return null;
  const key = contactId !== null && isConfirmed ? `c:${contactId}` : `v:${viewerId}`;
  return { key, viewerId, contactId };
}

/**
 * The tree of a link that was made for one contact, of people who agreed alone: there whoever agreed to nothing is no
 * count among many but that very contact, or somebody to whom they passed it on.
 */
function treeOfOne(
  root: RootLink,
  rows: readonly NodeRow[],
  ways: readonly TouchRow[],
  shares: Awaited<ReturnType<typeof readShares>>,
): LoadedTree {
  const parentOf = new Map(
    rows.flatMap(({ refHash, parentHash, viewerId }) =>
      viewerId === null ? [[refHash, parentHash] as const] : [],
    ),
  );
  /** The nearest node from this one upwards that agreed; null for the link itself, also where its ways lead in a circle. */
  const nearest = (from: string | null): string | null => {
    let at = from;
    for (let steps = 0; at !== null && parentOf.has(at); steps++) {
      at = steps > parentOf.size ? null : (parentOf.get(at) ?? null);
    }
    return at;
  };
  const agreed = rows
    .filter(({ viewerId }) => viewerId !== null)
    .map((row) => ({ ...row, parentHash: nearest(row.parentHash) }));
  const led = ways
    .filter(({ refHash }) => !parentOf.has(refHash))
    .map((way) => ({ ...way, parentHash: nearest(way.parentHash || null) ?? "" }));
  return treeFrom(root, agreed, led, shares);
}

/**
 * One root link's tree. A ref that agreed to nothing has one way; a person may have several, of which the
 * earliest decides. Of who agreed to nothing only the day is known, so the tree goes by days, and what was
 * first of a person is settled before.
 */
function treeFrom(
  root: RootLink,
  rows: readonly NodeRow[],
  ways: readonly TouchRow[],
  shares: Awaited<ReturnType<typeof readShares>>,
): LoadedTree {
  const waysOf = Map.groupBy(ways, ({ refHash }) => refHash);
  const people = new Map<string, Person>();
  const owners = new Map<string, string>();
  for (const row of rows) {
    const person = personOf(row);
    if (!person) continue;
    owners.set(row.refHash, person.key);
    const known = people.get(person.key);
    if (!known || person.viewerId < known.viewerId) people.set(person.key, person);
  }
  const touches = rows.flatMap((row): Touch[] => {
    const own = waysOf.get(row.refHash) ?? [];
    if (own.length === 0) return [{ reader: row.refHash, parent: row.parentHash, at: row.day }];
    return own.map(({ parentHash, at }) => ({
      reader: row.refHash,
      parent: parentHash === "" ? null : parentHash,
      at,
    }));
  });
  const all = touchesOf(touches, owners);
  const dayOf = new Map(rows.map(({ refHash, day }) => [owners.get(refHash) ?? refHash, day]));
  for (const { refHash, day } of rows) {
    const key = owners.get(refHash) ?? refHash;
    dayOf.set(key, Math.min(dayOf.get(key) ?? day, day) as typeof day);
  }
  const first = new Map<string, Touch>();
  for (const touch of all) {
    const known = first.get(touch.reader);
    if (!known || isEarlier(touch, known)) first.set(touch.reader, touch);
  }
  const tree = treeOf(
    foldTouches(
      [...first.values()].map((touch) => ({ ...touch, at: dayOf.get(touch.reader) ?? 0 })),
    ),
  );
  const sharedTo = new Map<string, Set<ShareDestination>>();
  for (const { refHash, destination } of shares) {
    const key = owners.get(refHash) ?? refHash;
    sharedTo.set(key, (sharedTo.get(key) ?? new Set()).add(destination));
  }
  return {
    root,
    tree,
    people: tree.keys.map((key) => people.get(key) ?? null),
    touches: all,
    sharedTo: tree.keys.map((key) => [...(sharedTo.get(key) ?? [])].sort()),
  };
}

/** Of two at once the link itself, then the lesser key, as the core has it. */
function isEarlier(a: Touch, b: Touch): boolean {
  return a.at !== b.at ? a.at < b.at : (a.parent ?? "") < (b.parent ?? "");
}
