/** Where people passed a page on to, and how many came that way: as far as pages were told. */
import type { ShareDestination } from "../../domain/vocabulary.ts";
import { counted, type Words } from "../words.ts";
import type { SpreadTree } from "./tree.ts";

/** A tree with the destinations that each of its nodes is known to have shared to. */
export type SharedTree = {
  readonly tree: Pick<SpreadTree, "parents">;
  readonly sharedTo: readonly (readonly ShareDestination[])[];
};

export type DestinationReach = {
  /** Unknown: the app told the page nothing, or the same person shared to several. */
  readonly to: ShareDestination | "unknown";
  /** Places whose page said that it was shared there; of unknown ones those through whom somebody came. */
  readonly shares: number;
  /** Readers who came directly through those. */
  readonly readers: number;
};

const order = ["chat", "moments", "other", "unknown"] as const;

/** Re-shares by destination; how the sender's own link went out is its channel's affair, and is not among them. */
export function reachByDestination(trees: readonly SharedTree[]): DestinationReach[] {
  const sums = new Map(order.map((to) => [to, { shares: 0, readers: 0 }]));
  const add = (to: DestinationReach["to"], what: "shares" | "readers") => {
    const sum = sums.get(to);
    if (sum) sum[what]++;
  };
  for (const { tree, sharedTo } of trees) {
    const direct = new Int32Array(tree.parents.length);
    for (const parent of tree.parents.subarray(1)) {
      direct[parent] = (direct[parent] as number) + 1;
      if (parent > 0) add(wayOf(sharedTo[parent] ?? []), "readers");
    }
    for (let node = 1; node < direct.length; node++) {
      const known = sharedTo[node] ?? [];
      for (const to of known) add(to, "shares");
      if (known.length === 0 && (direct[node] as number) > 0) add("unknown", "shares");
    }
  }
  return order.map((to) => ({ to, ...(sums.get(to) ?? { shares: 0, readers: 0 }) }));
}

/** By which destination whoever comes through a place came: known where there is but one. */
export function wayOf(known: readonly ShareDestination[]): DestinationReach["to"] {
  const [only, another] = known;
  return only === undefined || another !== undefined ? "unknown" : only;
}

/** What is known of destinations, and that the rest is not. */
export function destinationWords(reach: readonly DestinationReach[]): Words {
  const unknown = reach.find(({ to }) => to === "unknown")?.readers ?? 0;
  const all = reach.reduce((sum, part) => sum + part.readers, 0);
  const readers = counted(all, "位读者", "reader");
  if (all === 0) return { zh: "还没有人经由转发而来。", en: "Nobody has come by a re-share yet." };
  if (unknown === all) {
    return {
      zh: `${readers.zh}经由转发而来；转到了哪里不知道：只有微信里的页面能得知，别处没有人告诉页面。`,
      en: `${readers.en} came by re-shares; where those went is unknown: only pages inside WeChat are told, elsewhere no page is.`,
    };
  }
  return {
    zh: `${readers.zh}经由转发而来，其中 ${all - unknown} 位知道转到了哪里，${unknown} 位不知道：只有微信里的页面能得知。`,
    en: `${readers.en} came by re-shares; of ${all - unknown} it is known where those went, of ${unknown} it is not: only pages inside WeChat are told.`,
  };
}
