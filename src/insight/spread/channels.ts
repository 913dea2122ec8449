/** How far each channel carried: readers reached directly against all. */
import type { SpreadTree } from "./tree.ts";

export type ChannelReach = {
  readonly channel: string;
  /** Readers who opened the sender's own link. */
  readonly firstLevel: number;
  /** All readers, those they passed it on to among them. */
  readonly total: number;
};

/** By channel of the root link, the widest first, ties by channel. */
export function reachByChannel(
  trees: readonly { readonly channel: string; readonly tree: Pick<SpreadTree, "parents"> }[],
): ChannelReach[] {
  const channels = new Map<string, { firstLevel: number; total: number }>();
  for (const { channel, tree } of trees) {
    const known = channels.get(channel) ?? { firstLevel: 0, total: 0 };
    let direct = 0;
    for (const parent of tree.parents) if (parent === 0) direct++;
    channels.set(channel, {
      firstLevel: known.firstLevel + direct,
      total: known.total + tree.parents.length - 1,
    });
  }
  return [...channels]
    .map(([channel, reach]) => ({ channel, ...reach }))
    .sort((a, b) => b.total - a.total || (a.channel < b.channel ? -1 : 1));
}
