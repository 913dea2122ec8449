import { tagWords } from "../../insight/tags/explain.ts";
import type { Words } from "../../insight/words.ts";
import { type AuditName, readAuditNames } from "../../storage/audit-names.ts";
import { listAudit } from "../audit/list-audit.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import type { PageQuery } from "../listing.ts";

export type AuditScreen = Awaited<ReturnType<typeof showAudit>>;
export type Named = Omit<AuditName, "name"> & { name: Words };

/**
 * Who did what to what, with what colleagues, posts and the rest are called today. Contacts and readers keep their
 * names to themselves: to look at one is an act that the audit keeps.
 */
export async function showAudit(caller: Caller, page: PageQuery) {
  requireScope(caller, "admin");
  const { items, nextCursor } = await listAudit(caller, page);
  const names = await readAuditNames(
    caller.scope,
    items.flatMap(({ actor, subject }) => (actor.id === null ? [subject] : [actor.id, subject])),
  );
  const named = (id: string | null): Named | null => {
    const found = id === null ? undefined : names.get(id);
    if (!found) return null;
    const { name } = found;
    return { ...found, name: found.kind === "rule" ? tagWords(name) : { zh: name, en: name } };
  };
  return {
    acts: items.map((act) => ({
      ...act,
      actor: { ...act.actor, named: named(act.actor.id) },
      named: named(act.subject),
      isAll: act.subject === caller.scope.workspaceId,
    })),
    nextCursor,
  };
}
