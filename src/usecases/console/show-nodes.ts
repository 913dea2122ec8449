import { listAllSenders } from "../../storage/all-senders.ts";
import { listContents } from "../../storage/contents.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { listNodes } from "../spread/list-nodes.ts";

/** Contents whose topics one may choose from. */
const newest = 100;

/**
 * Nodes over the newest contents, with the topics that one may ask for.
 *
 * @param team of a lead, who sees colleagues of their own; ranks stay those among all
 */
export async function showNodes(caller: Caller, topic: string | undefined, team: string | null) {
  requireScope(caller, "read");
  const [view, { items }, senders] = await Promise.all([
    listNodes(caller, { topic }),
    listContents(caller.scope, { limit: newest }),
    team === null ? [] : listAllSenders(caller.scope),
  ]);
  const own = new Set<string>(senders.filter((one) => one.team === team).map(({ id }) => id));
  const isShown = (senderId: string | null) =>
    team === null || (senderId !== null && own.has(senderId));
  return {
    ...view,
    kinds: view.kinds.filter(({ senderId }) => isShown(senderId)),
    topics: [...new Set(items.flatMap(({ topics }) => topics))].sort(),
  };
}
