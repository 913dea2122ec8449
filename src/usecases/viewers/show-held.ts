/** What a viewer sees of what is held of them. The page chooses the words, in whatever language. */
import type { Instant } from "../../domain/units.ts";
import type { Certainty, Naming } from "../../domain/vocabulary.ts";
import { findContact } from "../../storage/contacts.ts";
import { readTitles } from "../../storage/content-names.ts";
import { signedInSince } from "../../storage/outside-ids.ts";
import { listConsents, type ViewerConsent } from "../../storage/viewers.ts";
import { listVisits } from "../../storage/visit-queries.ts";
import { requireReader } from "../kernel/actor.ts";
import { rfc3339, rfc3339OrNull } from "../time.ts";
import type { ViewerHolder } from "./privacy-token.ts";

/** How many visits the page shows; the export has them all. */
const shownVisits = 50;

export interface HeldView {
  workspaceName: string;
  retentionDays: number;
  timeZone: string;
  /** RFC 3339; "today" and "yesterday" are told from it. */
  now: string;
  /** Since when they are remembered. */
  since: string;
  withdrawnAt: string | null;
  /**
   * As whom the workspace knows them, and how it came to. Without the name itself where that is a guess: whoever a
   * contact's link was forwarded to is not told whose it was.
   */
  name: { name: string | null; certainty: Certainty | null; by: Naming | null } | null;
  /** Since when a mark of their WeChat account is kept; null where none is. */
  signedInSince: string | null;
  visits: readonly { title: string; at: string; engagedMs: number }[];
  /** There are more than are shown. */
  hasMore: boolean;
  consents: readonly (Omit<ViewerConsent, "answeredAt"> & { at: string })[];
}

const at = (moment: Instant) => rfc3339(moment);

/** Reads, never writes. */
export async function showHeld(holder: ViewerHolder): Promise<HeldView> {
  requireReader(holder);
  const { scope, workspace, viewer, now } = holder;
  const [page, consents, contact, signedIn] = await Promise.all([
    listVisits(scope, { limit: shownVisits }, { viewerId: viewer.id }),
    listConsents(scope, viewer.id),
    viewer.contactId === null ? null : findContact(scope, viewer.contactId),
    signedInSince(scope, viewer.id),
  ]);
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
      name: viewer.certainty === "confirmed" || contact.saidBy !== null ? contact.name : null,
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
  };
}
