import type { ViewerId } from "../../domain/ids.ts";
import { findViewer, listConsents } from "../../storage/viewers.ts";
import { listVisits } from "../../storage/visit-queries.ts";
import { found } from "../errors.ts";
import { checkViewerInSight } from "../in-sight.ts";
import { mayDo, ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { getRelationship } from "../relationships/get-relationship.ts";
import { viewViewerTags } from "../tags/viewer-tags.ts";
import { rfc3339 } from "../time.ts";
import { viewVisits } from "../visits/list-visits.ts";
import { privacyUrl } from "./privacy-token.ts";
import { viewViewer } from "./viewer-view.ts";

/** How much of what somebody did one look shows; the list of visits has the rest. */
const shownVisits = 50;

/**
 * A viewer with tags, the tie to them, and what they did, the newest first; for a lead what they did through the lead's team. Who looks at a person is kept in the audit. Throws `not-found`;
 * under the id of a viewer that was merged the one they turned out to be is found.
 */
export async function getViewer(caller: Caller, id: ViewerId) {
  requireScope(caller, "read", "own-team");
  const { scope } = caller;
  const viewer = found(await findViewer(scope, id), "viewer");
  await checkViewerInSight(caller, viewer.id);
  const team = ownTeam(caller) ?? undefined;
  const [view, visits, consents, { tags }, relationship] = await Promise.all([
    viewViewer(caller, viewer),
    listVisits(scope, { limit: shownVisits }, { viewerId: viewer.id, team }).then(({ items }) =>
      viewVisits(caller, items),
    ),
    listConsents(scope, viewer.id),
    viewViewerTags(caller, viewer.id),
    // A tie is made of all that they read, also through other teams.
    team === undefined ? getRelationship(caller, viewer.id) : null,
  ]);
  const timeline = [
    ...visits.map((visit) => ({ kind: "visit" as const, at: visit.startedAt, visit })),
    ...consents.map(({ answeredAt, ...consent }) => ({
      kind: "consent" as const,
      at: rfc3339(answeredAt),
      consent,
    })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  await write(caller, {
    statements: [],
    outcome: "done",
    answer: undefined,
    audit: { verb: "viewer.read", subject: viewer.id },
  });
  // Whoever has that address may erase them by it: it is for those who may do so here.
  const own = mayDo(caller, "admin") ? await privacyUrl(caller, viewer) : null;
  return { ...view, privacyUrl: own, tags, relationship, timeline };
}
