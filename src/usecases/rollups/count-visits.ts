/** Brings the sums up to what visits are now. */

import type { CountedVisit } from "../../domain/rollup.ts";
import type { VisitKey } from "../../domain/visit.ts";
import { isDoubtful, tellsOfARead } from "../../domain/visit.ts";
import { type ClosedVisit, readClosedVisits, readSectionIds } from "../../storage/rollups.ts";
import { repeat } from "../kernel/repeat.ts";
import { recount } from "./recount.ts";

/**
 * Counts these visits as they are. One that is open again keeps what it was counted as until it is over, and
 * one that has gone is left to whoever took it away. Throws Raced where others are always quicker.
 */
export function countVisits(d1: D1Database, keys: readonly VisitKey[]): Promise<void> {
  return repeat(async () => {
    const visits = await readClosedVisits(d1, keys);
    if (visits.length === 0) return;
    const told = visits.filter(tellsOfARead);
    const sectionIds = await readSectionIds(d1, versionsOf(told));
    await recount(d1, {
      counted: told.map((visit) =>
        countedVisit(visit, sectionIds.get(`${visit.contentId} ${visit.version}`) ?? []),
      ),
      uncounted: visits.filter((visit) => !tellsOfARead(visit)),
    });
  });
}

function countedVisit(visit: ClosedVisit, sectionIds: readonly string[]): CountedVisit {
  const { target, quarter, id, workspaceId, version, viewerId, senderId, channel, app } = visit;
  const { engagedMs, scroll, sections } = visit;
  const spent = sections.flatMap((ms, at): [string, number][] => {
    // A page of somebody else's has no versions: its sections go by their places.
    const section = visit.contentId === null ? String(at) : sectionIds[at];
    return ms > 0 && section !== undefined ? [[section, ms]] : [];
  });
  return {
    ...{ target, quarter, id, workspaceId, version, viewerId, senderId, channel, app },
    ...{ engagedMs, scroll, sections: Object.fromEntries(spent) },
    doubtful: isDoubtful(visit),
  };
}

function versionsOf(visits: readonly ClosedVisit[]) {
  const versions = new Map(
    visits.flatMap(({ contentId, version }) =>
      contentId === null ? [] : [[`${contentId} ${version}`, { contentId, version }] as const],
    ),
  );
  return [...versions.values()];
}
