import type { SenderId, ViewerId } from "../domain/ids.ts";
import { hasReadThroughTeam, viewersBesideTeam } from "../storage/console.ts";
import {
  findSender,
  findSenderEver,
  findSenders,
  type Sender,
  teamSizes,
} from "../storage/senders.ts";
import { namesOfViewers } from "../storage/visit-queries.ts";
import { found } from "./errors.ts";
import { ownTeam } from "./kernel/actor.ts";
import type { Scoped } from "./kernel/context.ts";

/** A sender whom the caller may see. Throws `not-found` for others, as where there is none. */
export async function senderInSight(caller: Scoped, id: SenderId): Promise<Sender> {
  return inSight(caller, await findSender(caller.scope, id), "sender");
}

/** Throws `not-found`, under the name of what is theirs, where the caller may not see somebody's. */
export async function checkInSight(caller: Scoped, id: SenderId, kind: string): Promise<void> {
  if (ownTeam(caller) !== null) inSight(caller, await findSenderEver(caller.scope, id), kind);
}

/** Throws `not-found` for a viewer who read nothing through a team that is not the caller's to see. */
export async function checkViewerInSight(caller: Scoped, id: ViewerId): Promise<void> {
  const team = ownTeam(caller);
  if (team === null) return;
  found((await hasReadThroughTeam(caller.scope, id, team)) || null, "viewer");
}

/** Which of some senders the caller may see; everybody asks of a few, a lead alone has to look. */
export async function sendersInSight(
  caller: Scoped,
  ids: readonly SenderId[],
): Promise<(id: SenderId) => boolean> {
  const team = ownTeam(caller);
  if (team === null) return () => true;
  const senders = await findSenders(caller.scope, [...new Set(ids)]);
  const own = new Set(senders.filter((one) => one.team === team).map(({ id }) => id));
  return (id) => own.has(id);
}

/** The contacts behind viewers, by viewer id, as far as the caller may know them. */
export function namesInSight(caller: Scoped, ids: readonly ViewerId[]) {
  return namesOfViewers(caller.scope, ids, ownTeam(caller));
}

/**
 * Of some viewers those of whom the caller may see a part alone, since they read through other teams too: what sums up
 * all that they did is not to be shown of them.
 */
export async function seenInPart(
  caller: Scoped,
  ids: readonly ViewerId[],
): Promise<ReadonlySet<ViewerId>> {
  const team = ownTeam(caller);
  return team === null ? new Set() : await viewersBesideTeam(caller.scope, ids, team);
}

/** How many senders each team has that the caller may see. */
export async function sizesInSight(caller: Scoped) {
  const team = ownTeam(caller);
  const sizes = await teamSizes(caller.scope);
  return team === null ? sizes : sizes.filter((one) => one.team === team);
}

function inSight(caller: Scoped, sender: Sender | null, kind: string): Sender {
  const team = ownTeam(caller);
  return found(team === null || sender?.team === team ? sender : null, kind);
}
