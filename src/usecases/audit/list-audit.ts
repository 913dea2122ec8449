import { type AuditFilter, listAudit as listActs } from "../../storage/audit.ts";
import { listLooks } from "../../storage/looks.ts";
import { mergePages } from "../../storage/page.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { rfc3339 } from "../time.ts";

/** Who did what to what in the workspace, and who was shown which people, the newest first: ids alone. */
export function listAudit(caller: Caller, query: PageQuery & AuditFilter) {
  requireScope(caller, "admin");
  return viewPage(
    listBoth(caller, query),
    ({ id, at, actorKind, actorId, verb, subject, count, people }) => ({
      id,
      at: rfc3339(at),
      actor: { kind: actorKind, id: actorId },
      verb,
      subject,
      count,
      people,
    }),
  );
}

async function listBoth({ scope }: Caller, query: PageQuery & AuditFilter) {
  const [acts, looks] = await Promise.all([
    listActs(scope, query, query),
    listLooks(scope, query, query),
  ]);
  const shown = looks.items.map((look) => ({
    ...look,
    actorId: look.actorId || null,
    count: look.people.length,
  }));
  const done = acts.items.map((act) => ({ ...act, people: null }));
  type Row = (typeof shown)[number] | (typeof done)[number];
  return mergePages<Row>({ ...acts, items: done }, { ...looks, items: shown }, query.limit);
}
