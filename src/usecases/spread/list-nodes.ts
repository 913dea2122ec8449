import { type ContentId, knownId, targetOfContent } from "../../domain/ids.ts";
import type { JudgedTree } from "../../insight/kinds/figures.ts";
import { listContentIds } from "../../storage/histories.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { judgedTrees, viewKinds } from "./judge-nodes.ts";
import { type LoadedTree, loadSpread } from "./load-trees.ts";
import { namesInTrees } from "./names-in-trees.ts";

/** Contents that one call pools, the newest: five queries each. */
const mostContents = 8;

/** Trusted nodes and broadcasters over the newest contents of a topic, or of all. */
export async function listNodes(caller: Caller, { topic }: { topic?: string | undefined }) {
  requireScope(caller, "read");
  const { scope } = caller;
  const contents = await listContentIds(scope, topic ?? null, mostContents);
  const judged: JudgedTree[] = [];
  const trees: LoadedTree[] = [];
  let isComplete = true;
  for (const id of contents) {
    const target = targetOfContent(knownId<ContentId>(id));
    const spread = await loadSpread(scope, { target });
    isComplete &&= spread.isComplete;
    judged.push(...(await judgedTrees(scope, target, spread.trees)));
    trees.push(...spread.trees);
  }
  return {
    topic: topic ?? null,
    contents: contents.length,
    isComplete,
    ...viewKinds(judged, await namesInTrees(scope, trees)),
  };
}
