import type { ViewerId } from "../../domain/ids.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { viewRelationship } from "./relationship-view.ts";
import { readRelationship } from "./relationships.ts";

/**
 * How strong the tie to one viewer is, against everybody who read something lately; null of who read nothing in all
 * that time.
 */
export async function getRelationship(caller: Caller, id: ViewerId) {
  requireScope(caller, "read");
  const at = caller.now();
  const tie = await readRelationship(caller, at, id);
  return tie ? viewRelationship(tie, at, caller.workspace.timezone) : null;
}
