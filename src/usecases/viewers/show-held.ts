/** What a viewer sees of what is held of them. */
import type { Instant } from "../../domain/units.ts";
import { findContact } from "../../storage/contacts.ts";
import { readTitles } from "../../storage/content-names.ts";
import { signedInSince } from "../../storage/outside-ids.ts";
import { listConsents } from "../../storage/viewers.ts";
import { listVisits } from "../../storage/visit-queries.ts";
import { requireReader } from "../kernel/actor.ts";
import { rfc3339, rfc3339OrNull } from "../time.ts";
import type { HeldView } from "./held-view.ts";
import { keptRecords } from "./kept-records.ts";
import type { ViewerHolder } from "./privacy-token.ts";

/** How many visits the page shows; the export has them all. */
const shownVisits = 50;

const at = (moment: Instant) => rfc3339(moment);

/** Reads, never writes. */
export async function showHeld(holder: ViewerHolder): Promise<HeldView> {
  requireReader(holder);
  const { scope, workspace, viewer, now } = holder;
  const [page, consents, contact, signedIn, records] = await Promise.all([
    listVisits(scope, { limit: shownVisits }, { viewerId: viewer.id }),
    listConsents(scope, viewer.id),
    viewer.contactId === null ? null : findContact(scope, viewer.contactId),
    signedInSince(scope, viewer.id),
    keptRecords(holder, viewer),
  ]);
  const isTheirs = viewer.certainty === "confirmed" || contact?.saidBy != null;
  const titles = await readTitles(
    scope,
    page.items.flatMap(({ contentId }) => contentId ?? []),
    "all",
  );
  return {
    workspaceName: workspace.name,
    retentionDays: workspace.retentionDays,
    timeZone: workspace.timezone,
    now: at(now()),
    since: at(viewer.createdAt),
    withdrawnAt: rfc3339OrNull(viewer.withdrawnAt),
    name: contact && {
      name: isTheirs ? contact.name : null,
      phone: (isTheirs && contact.attributes.phone) || null,
      certainty: viewer.certainty,
      by: viewer.namedBy,
    },
    signedInSince: rfc3339OrNull(signedIn),
    visits: page.items.map(({ contentId, startedAt, engagedMs }) => ({
      title: (contentId && titles.get(contentId)) ?? "",
      at: at(startedAt),
      engagedMs,
    })),
    hasMore: page.nextCursor !== null,
    consents: consents.map(({ answeredAt, ...consent }) => ({ ...consent, at: at(answeredAt) })),
    records,
  };
}
