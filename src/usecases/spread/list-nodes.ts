import { type ContentId, knownId, targetOfContent } from "../../domain/ids.ts";
import type { JudgedTree } from "../../insight/kinds/figures.ts";
import { type Worth, worthOf, worthWords } from "../../insight/spread/worth.ts";
import { listAllSenders } from "../../storage/all-senders.ts";
import { listContentIds } from "../../storage/histories.ts";
import { noteLook } from "../audit/note-look.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { judgedTrees, viewKinds } from "./judge-nodes.ts";
import { type LoadedTree, loadSpread } from "./load-trees.ts";
import { namesInTrees } from "./names-in-trees.ts";

/** Contents that one call pools, the newest: five queries each. */
const mostContents = 8;

/**
 * Trusted nodes and broadcasters over the newest contents of a topic, or of all; for a lead over what their own team
 * shared alone, so that no figure, rank or verdict is made by others' readers.
 */
export async function listNodes(caller: Caller, { topic }: { topic?: string | undefined }) {
  requireScope(caller, "read", "own-team");
  const { scope } = caller;
  const team = ownTeam(caller);
  const [contents, senders] = await Promise.all([
    listContentIds(scope, topic ?? null, mostContents),
    team === null ? [] : listAllSenders(scope),
  ]);
  const own = new Set(senders.filter((one) => one.team === team).map(({ id }) => id));
  const judged: JudgedTree[] = [];
  const trees: LoadedTree[] = [];
  let isComplete = true;
  for (const id of contents) {
    const target = targetOfContent(knownId<ContentId>(id));
    const spread = await loadSpread(scope, { target });
    isComplete &&= spread.isComplete;
    const seen = spread.trees.filter(({ root }) => team === null || own.has(root.senderId));
    judged.push(...(await judgedTrees(scope, target, seen, team)));
    trees.push(...seen);
  }
  const worths = worthOfOwners(trees);
  const { kinds, ...verdict } = viewKinds(judged, await namesInTrees(caller, trees));
  await noteLook(
    caller,
    { verb: "node.list", subject: scope.workspaceId },
    kinds.flatMap(({ viewerId }) => viewerId ?? []),
  );
  return {
    topic: topic ?? null,
    contents: contents.length,
    isComplete,
    ...verdict,
    kinds: kinds.map(({ key, ...node }) => {
      const worth = worths.get(key) ?? { atMost: 0, atLeast: 0, of: 0 };
      return { ...node, worth: { ...worth, sentence: worthWords(worth) } };
    }),
  };
}

/** What each sender and person was worth, added up over trees: by removing them from every tree they are in. */
function worthOfOwners(trees: readonly LoadedTree[]): Map<string, Worth> {
  const sums = new Map<string, Worth>();
  const of = trees.reduce((sum, { tree }) => sum + tree.parents.length - 1, 0);
  for (const { root, tree, people, touches } of trees) {
    for (const [node, { atMost, atLeast }] of worthOf(tree, touches).entries()) {
      const key = node === 0 ? `s:${root.senderId}` : people[node]?.key;
      if (key === undefined) continue;
      const known = sums.get(key) ?? { atMost: 0, atLeast: 0, of };
      sums.set(key, { atMost: known.atMost + atMost, atLeast: known.atLeast + atLeast, of });
    }
  }
  return sums;
}
