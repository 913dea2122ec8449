import { minute, times } from "../../domain/units.ts";
import { addAudit, addAuditOnce } from "../../storage/audit.ts";
import { newId } from "../../storage/new-id.ts";
import { nameActor } from "../kernel/actor.ts";
import type { Scoped } from "../kernel/context.ts";
import { type Audit, keep } from "../kernel/write.ts";

/** A screen that keeps itself up to date reads its list over and over: within this it is one look. */
const oneLook = times(15, minute);

/**
 * Keeps in the audit that somebody read a list of people: one row, with how many they were. A list of nobody is
 * nobody's business.
 */
export async function noteList(caller: Scoped, act: Audit, count: number): Promise<void> {
  if (count === 0) return;
  const { scope, actor } = caller;
  const at = caller.now();
  const row = { id: newId(scope.shard), at, ...nameActor(actor), ...act, count };
  await keep(scope, [
    actor.kind === "console" ? addAuditOnce(scope, row, oneLook) : addAudit(scope, row),
  ]);
}
