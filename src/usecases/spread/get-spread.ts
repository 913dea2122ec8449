import { type ContentId, type LinkCode, type SenderId, targetOfContent } from "../../domain/ids.ts";
import { reachByChannel } from "../../insight/spread/channels.ts";
import { destinationWords, reachByDestination } from "../../insight/spread/destinations.ts";
import { metricsOfAll } from "../../insight/spread/metrics.ts";
import { findContent } from "../../storage/contents.ts";
import { noteLook } from "../audit/note-look.ts";
import { found, invalidField } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { thousandth } from "../rounded.ts";
import { judgedTrees, viewKinds } from "./judge-nodes.ts";
import { loadSpread } from "./load-trees.ts";
import { namesInTrees } from "./names-in-trees.ts";
import { type ShownNode, shownNodes } from "./spread-view.ts";

export type SpreadQuery = {
  senderId?: SenderId | undefined;
  code?: LinkCode | undefined;
  limit: number;
  cursor?: string | undefined;
};

/**
 * How a content spread: figures of all its trees, the kinds of their nodes, and the nodes themselves, those
 * with most people below them first, so that a page never holds a node before its parent. Readers who agreed to
 * nothing are in every figure and in the counts of whoever is nearest above them, and are no nodes; those who came by a link
 * for one contact are in none, since a count there is that contact.
 */
export async function getSpread(caller: Caller, contentId: ContentId, query: SpreadQuery) {
  requireScope(caller, "read");
  const { scope } = caller;
  const content = found(await findContent(scope, contentId), "content");
  const { limit, cursor, ...filter } = query;
  const from = placeOf(cursor);
  const target = targetOfContent(content.id);
  const { trees, isComplete } = await loadSpread(scope, { target, ...filter });
  const nodes = trees.flatMap(shownNodes).sort(byBranch);
  const page = nodes.slice(from, from + limit);
  const judged = await judgedTrees(scope, target, trees);
  const names = await namesInTrees(
    caller,
    trees,
    page.flatMap(({ viewerId }) => viewerId ?? []),
  );
  const destinations = reachByDestination(trees);
  const { kinds, ...verdict } = viewKinds(judged, names);
  await noteLook(
    caller,
    { verb: "spread.read", subject: contentId },
    [...page, ...kinds].flatMap(({ viewerId }) => viewerId ?? []),
  );
  const sum = (value: (node: ShownNode) => number) =>
    nodes.reduce((total, node) => total + value(node), 0);
  return {
    contentId: contentId as string,
    title: content.title,
    isComplete,
    shown: nodes.length,
    unnamed: sum(({ unnamed }) => unnamed),
    metrics: rounded(metricsOfAll(trees.map(({ tree }) => tree.parents))),
    channels: reachByChannel(trees.map(({ root, tree }) => ({ channel: root.channel, tree }))),
    destinations: { items: destinations, sentence: destinationWords(destinations) },
    ...verdict,
    kinds: kinds.map(({ key: _, ...node }) => node),
    nodes: page.map((node) => {
      const contact = names.contact(node.viewerId);
      const name = node.kind === "sender" ? names.sender(node.senderId) : (contact?.name ?? null);
      return { ...node, sharedTo: [...node.sharedTo], name, contact };
    }),
    edges: page.flatMap(({ id, parent, steps }) =>
      parent === null ? [] : [{ from: parent, to: id, steps }],
    ),
    nextCursor: from + limit < nodes.length ? `p${from + limit}` : null,
  };
}

/** Parents come first: more people are below them than below any child. */
function byBranch(a: ShownNode, b: ShownNode): number {
  return (
    b.below - a.below ||
    Number(b.kind === "sender") - Number(a.kind === "sender") ||
    (a.id < b.id ? -1 : 1)
  );
}

function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const [, place] = /^p(\d{1,9})$/.exec(cursor) ?? [];
  if (place !== undefined) return Number(place);
  throw invalidField(
    "cursor",
    "Pass nextCursor of the page before, or leave it out to start again.",
  );
}

function rounded(metrics: ReturnType<typeof metricsOfAll>) {
  return {
    ...metrics,
    meanDepth: thousandth(metrics.meanDepth),
    largestBroadcastShare: thousandth(metrics.largestBroadcastShare),
    structuralVirality: thousandth(metrics.structuralVirality),
  };
}
