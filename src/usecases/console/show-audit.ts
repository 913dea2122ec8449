import type { LocalClock } from "../../insight/local-time.ts";
import { tagWords } from "../../insight/tags/explain.ts";
import type { Words } from "../../insight/words.ts";
import { type AuditName, readAuditNames } from "../../storage/audit-names.ts";
import { listAudit } from "../audit/list-audit.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import type { PageQuery } from "../listing.ts";
import { clockIn } from "../readers/clock.ts";
import { instantOf } from "../time.ts";

export type AuditScreen = Awaited<ReturnType<typeof showAudit>>;
export type Named = Omit<AuditName, "name"> & { name: Words };

/**
 * Who did what to what, and who was shown people where, with what colleagues, posts and the rest are called today.
 * Contacts and readers keep their names to themselves: to look at one is an act that the audit keeps.
 */
export async function showAudit(caller: Caller, page: PageQuery) {
  requireScope(caller, "admin");
  const { items: rows, nextCursor } = await listAudit(caller, page);
  const items = byDay(rows, clockIn(caller.workspace.timezone));
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

type Act = Awaited<ReturnType<typeof listAudit>>["items"][number];

/** Acts as they are, and of one day's looks of one at the same place one row, at the last of them, with all whom they showed. */
function byDay(rows: readonly Act[], clock: LocalClock): Act[] {
  const looks = Map.groupBy(rows, ({ at, actor, verb, subject, people, id }) =>
    people === null ? id : [clock(instantOf(at)).day, actor.id, verb, subject].join(" "),
  );
  return [...looks.values()].flatMap(([newest, ...others]) => {
    if (!newest?.people) return newest ?? [];
    const people = [...new Set([newest, ...others].flatMap((look) => look.people ?? []))];
    return [{ ...newest, people, count: people.length }];
  });
}
