/** Brings the sums up to what visits are now. */

import type { ViewerId } from "../../domain/ids.ts";
import type { CountedVisit } from "../../domain/rollup.ts";
import type { VisitKey } from "../../domain/visit.ts";
import { isDoubtful, tellsOfARead } from "../../domain/visit.ts";
import { completionOf } from "../../insight/completion.ts";
import {
  type ClosedVisit,
  readSectionFacts,
  readToCount,
  type SectionFacts,
} from "../../storage/counted-visits.ts";
import type { Statement } from "../../storage/scope.ts";
import { repeat } from "../kernel/repeat.ts";
import { recount } from "./recount.ts";

type Change = {
  /** Who turned out to be whom: their visits are counted as the other's. */
  readers?: ReadonlyMap<ViewerId, ViewerId>;
  /** Done in the same transaction. */
  also?: readonly Statement[];
};

/**
 * Counts these visits as they are. One that is open again keeps what it was counted as until it is over, and
 * one that has gone is left to whoever took it away. Throws Raced where others are always quicker.
 */
export function countVisits(
  d1: D1Database,
  keys: readonly VisitKey[],
  { readers = new Map(), also = [] }: Change = {},
): Promise<void> {
  return repeat(null, async () => {
    const { closed, ...asRead } = await readToCount(d1, keys);
    if (closed.length + also.length === 0) return;
    const visits = closed.map((visit) => {
      const { viewerId } = visit;
      return { ...visit, viewerId: viewerId && (readers.get(viewerId) ?? viewerId) };
    });
    const told = visits.filter(tellsOfARead);
    const sections = await readSectionFacts(d1, versionsOf(told));
    await recount(d1, {
      asRead,
      counted: told.map((visit) =>
        countedVisit(visit, sections.get(`${visit.contentId} ${visit.version}`) ?? []),
      ),
      uncounted: visits.filter((visit) => !tellsOfARead(visit)),
      also,
    });
  });
}

function countedVisit(visit: ClosedVisit, facts: readonly SectionFacts[]): CountedVisit {
  const { target, quarter, id, workspaceId, version, viewerId, senderId, channel, app } = visit;
  const { engagedMs, scroll, sections } = visit;
  // A page of somebody else's has no versions: its sections go by their places.
  const idAt = (at: number) => (visit.contentId === null ? String(at) : facts[at]?.id);
  const spent = sections.flatMap((ms, at) => {
    const section = idAt(at);
    const expectedMs = facts[at]?.expectedMs ?? 0;
    return ms > 0 && section !== undefined ? [{ section, ms, expectedMs }] : [];
  });
  const expected = facts.map(({ expectedMs }) => expectedMs);
  return {
    ...{ target, quarter, id, workspaceId, version, viewerId, senderId, channel, app },
    ...{ engagedMs, scroll },
    sections: Object.fromEntries(spent.map(({ section, ms }) => [section, ms])),
    completion: Math.round(1000 * completionOf(sections, expected)),
    reached: spent.at(-1)?.section ?? null,
    again: spent.flatMap(({ section, ms, expectedMs }) =>
      expectedMs > 0 && ms >= timesForAgain * expectedMs ? [section] : [],
    ),
    doubtful: isDoubtful(visit),
  };
}

/** A part that was given twice the time that reading it takes was read again. */
const timesForAgain = 2;

function versionsOf(visits: readonly ClosedVisit[]) {
  const versions = new Map(
    visits.flatMap(({ contentId, version }) =>
      contentId === null ? [] : [[`${contentId} ${version}`, { contentId, version }] as const],
    ),
  );
  return [...versions.values()];
}
