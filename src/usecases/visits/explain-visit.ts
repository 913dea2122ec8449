import type { VisitId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/units.ts";
import { findVisit } from "../../storage/visit-queries.ts";
import { explainVisit as explain } from "../../tracking/explanation.ts";
import { boundsOf, worthOf } from "../../tracking/qualify.ts";
import { noteLook } from "../audit/note-look.ts";
import { found } from "../errors.ts";
import { checkInSight } from "../in-sight.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";

/**
 * How a visit's seconds came about. Throws `not-found` for an unknown visit, and for that of a reader who
 * did not agree to be remembered: it is part of sums alone.
 *
 * @param startedAt when it began, as the list says; without it all visits of the workspace are looked through
 */
export async function explainVisit(caller: Caller, id: VisitId, startedAt: Instant | undefined) {
  requireScope(caller, "read", "own-team");
  const agreed = found(await findVisit(caller.scope, id, startedAt), "visit");
  await checkInSight(caller, agreed.senderId, "visit");
  await noteLook(caller, { verb: "visit.read", subject: agreed.id }, [agreed.viewerId]);
  return {
    id: agreed.id,
    engagedMs: agreed.engagedMs,
    ...boundsOf(agreed),
    confidence: worthOf(agreed),
    sentences: explain(agreed),
  };
}
