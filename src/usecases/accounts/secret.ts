/** An account's secrets at rest: sealed with the deployment's keys, and bound to their account. */
import type { WorkspaceId } from "../../domain/ids.ts";
import type { OutsideSystem } from "../../domain/vocabulary.ts";
import type { Context } from "../kernel/context.ts";

type Place = { workspaceId: WorkspaceId; system: OutsideSystem };

const placeOf = ({ workspaceId, system }: Place, what: "secret" | "lent") =>
  `${what} ${system} ${workspaceId}`;

export function sealFor(
  { keys }: Pick<Context, "keys">,
  place: Place,
  what: "secret" | "lent",
  text: string,
): Promise<string> {
  return keys.seal(placeOf(place, what), text);
}

/** Null where there is none, or its key is gone. */
export async function unsealFor(
  { keys }: Pick<Context, "keys">,
  place: Place,
  what: "secret" | "lent",
  sealed: string | null,
): Promise<{ text: string; isNewest: boolean } | null> {
  return sealed === null ? null : await keys.unseal(placeOf(place, what), sealed);
}
