import { listContents } from "../../storage/contents.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { listNodes } from "../spread/list-nodes.ts";

/** Contents whose topics one may choose from. */
const newest = 100;

/** Nodes over the newest contents, with the topics that one may ask for. */
export async function showNodes(caller: Caller, topic: string | undefined) {
  requireScope(caller, "read", "own-team");
  const [view, { items }] = await Promise.all([
    listNodes(caller, { topic }),
    listContents(caller.scope, { limit: newest }),
  ]);
  return { ...view, topics: [...new Set(items.flatMap(({ topics }) => topics))].sort() };
}
