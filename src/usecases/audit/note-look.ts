import type { ContactId, ViewerId } from "../../domain/ids.ts";
import { addLook } from "../../storage/looks.ts";
import { newId } from "../../storage/new-id.ts";
import { nameActor } from "../kernel/actor.ts";
import type { Scoped } from "../kernel/context.ts";
import { type Audit, keep } from "../kernel/write.ts";
import { clockIn, startOfDay } from "../readers/clock.ts";

/**
 * Keeps in the audit which people somebody is about to be shown, and where: what every face asks that names people or
 * tells of one. Whom somebody was shown there already that day is not noted again, so that a screen that is opened fifty
 * times costs what it costs once. Of nobody nothing is kept.
 */
export async function noteLook(
  caller: Scoped,
  { verb, subject }: Audit,
  people: readonly (ViewerId | ContactId)[],
): Promise<void> {
  if (people.length === 0) return;
  const { scope, actor, workspace } = caller;
  const at = caller.now();
  const { actorKind, actorId } = nameActor(actor);
  const look = { id: newId(scope.shard), at, actorKind, actorId: actorId ?? "", verb, subject };
  const today = startOfDay(at, clockIn(workspace.timezone));
  await keep(scope, [addLook(scope, { ...look, people: [...people] }, today)]);
}
