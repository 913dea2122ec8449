import type { ViewerId } from "../../domain/ids.ts";
import { larger } from "../../domain/units.ts";
import { findContacts } from "../../storage/contacts.ts";
import { figuresOfViewers, type Viewer } from "../../storage/viewers.ts";
import { sendersInSight } from "../in-sight.ts";
import { ownTeam } from "../kernel/actor.ts";
import type { Scoped } from "../kernel/context.ts";
import { rfc3339, rfc3339OrNull } from "../time.ts";

/** Viewers as the workspace sees them, with what they read in short; for a lead what they read through the team. */
export async function viewViewers(caller: Scoped, rows: readonly Viewer[]) {
  const { scope } = caller;
  const team = ownTeam(caller);
  const contactIds = rows.flatMap(({ contactId }) => contactId ?? []);
  const [contacts, figures] = await Promise.all([
    findContacts(scope, contactIds),
    figuresOfViewers(
      scope,
      rows.map(({ id }) => id),
      team,
    ),
  ]);
  const seen = await sendersInSight(
    caller,
    contacts.map(({ senderId }) => senderId),
  );
  const byId = new Map(
    contacts.filter(({ senderId }) => seen(senderId)).map((contact) => [contact.id, contact]),
  );
  return rows.map((row) => {
    const contact = row.contactId === null ? undefined : byId.get(row.contactId);
    const own = figures.get(row.id);
    const firstSeenAt = team === null || !own ? row.createdAt : own.firstQuarter;
    return {
      id: row.id,
      rung: contact ? ("named" as const) : ("anonymous" as const),
      contact: contact ? { id: contact.id, name: contact.name, senderId: contact.senderId } : null,
      certainty: contact ? row.certainty : null,
      namedBy: contact ? row.namedBy : null,
      namedAt: contact ? rfc3339OrNull(row.namedAt) : null,
      firstSeenAt: rfc3339(firstSeenAt),
      // A quarter-hour begins before whoever came in it.
      lastSeenAt: own ? rfc3339(larger(own.lastQuarter, firstSeenAt)) : null,
      visits: own?.visits ?? 0,
      withdrawnAt: rfc3339OrNull(row.withdrawnAt),
    };
  });
}

/** One viewer as the workspace sees them. */
export async function viewViewer(ctx: Scoped, row: Viewer) {
  const [view] = await viewViewers(ctx, [row]);
  if (!view) throw new Error("A row has one view");
  return view;
}

/** The ids that a viewer goes by: its own and those of whoever turned out to be it. */
export function idsOf(viewer: Viewer, aliases: readonly Viewer[]): ViewerId[] {
  return [viewer.id, ...aliases.map(({ id }) => id)];
}
