/** What a spread tree shows: people who agreed, each with what came through them; everybody else as counts. */
import type { SenderId, ViewerId } from "../../domain/ids.ts";
import type { ShareDestination } from "../../domain/vocabulary.ts";
import { subtreeSizes } from "../../insight/spread/metrics.ts";
import { shownTree } from "../../insight/spread/shown.ts";
import { type Worth, worthOf, worthWords } from "../../insight/spread/worth.ts";
import type { LoadedTree } from "./load-trees.ts";

export type ShownNode = {
  /** Of the root the link's code, else the code and the viewer. */
  id: string;
  kind: "sender" | "viewer";
  code: string;
  senderId: SenderId;
  viewerId: ViewerId | null;
  /** Id of the nearest node above that may be shown; null for a root. */
  parent: string | null;
  /** Steps to it: 1 where nobody stands between. */
  steps: number;
  /** Readers who came directly through this one. */
  direct: number;
  /** Readers who came through this one at any distance. */
  below: number;
  /** Readers who agreed to nothing, of whom this is the nearest node above that may be shown. */
  unnamed: number;
  /** Where it is known to have been shared on to; empty where nobody told. */
  sharedTo: readonly ShareDestination[];
  worth: Worth & { sentence: ReturnType<typeof worthWords> };
};

/** The nodes of a tree that may be shown, a parent before its children. */
export function shownNodes({ root, tree, people, touches, sharedTo }: LoadedTree): ShownNode[] {
  const shown = shownTree(
    tree.parents,
    people.map((person) => person !== null),
  );
  const below = subtreeSizes(tree.parents);
  const worths = worthOf(tree, touches);
  const direct = new Int32Array(tree.parents.length);
  for (const parent of tree.parents.subarray(1)) direct[parent] = (direct[parent] as number) + 1;
  const idAt = (place: number) => {
    const viewerId = people[shown.nodes[place] ?? 0]?.viewerId;
    return viewerId === undefined ? root.code : `${root.code}.${viewerId}`;
  };
  return shown.nodes.map((node, place): ShownNode => {
    const above = shown.parents[place] ?? -1;
    const worth = worths[node] ?? { atMost: 0, atLeast: 0, of: 0 };
    return {
      id: idAt(place),
      kind: node === 0 ? "sender" : "viewer",
      code: root.code,
      senderId: root.senderId,
      viewerId: people[node]?.viewerId ?? null,
      parent: above === -1 ? null : idAt(above),
      steps: shown.steps[place] ?? 0,
      direct: direct[node] ?? 0,
      below: (below[node] ?? 1) - 1,
      unnamed: shown.unnamed[place] ?? 0,
      sharedTo: sharedTo[node] ?? [],
      worth: { ...worth, sentence: worthWords(worth) },
    };
  });
}
