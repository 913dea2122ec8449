import { type AuditFilter, listAudit as list } from "../../storage/audit.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { rfc3339 } from "../time.ts";

/** Who did what to what in the workspace, the newest first: ids alone. Of lists of people how many they held. */
export function listAudit(caller: Caller, query: PageQuery & AuditFilter) {
  requireScope(caller, "admin");
  return viewPage(
    list(caller.scope, query, query),
    ({ id, at, actorKind, actorId, verb, subject, count }) => ({
      id,
      at: rfc3339(at),
      actor: { kind: actorKind, id: actorId },
      verb,
      subject,
      count,
    }),
  );
}
