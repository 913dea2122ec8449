import type { Section } from "../../domain/content.ts";
import type { ContentId } from "../../domain/ids.ts";
import { daysOf } from "../../insight/days.ts";
import { findContent } from "../../storage/contents.ts";
import {
  lastSections,
  readsByQuarter,
  readsBySender,
  readTotals,
  type SectionPlace,
  sectionHeat,
  visitedVersions,
} from "../../storage/visit-queries.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { dayIn } from "../time.ts";
import { SectionsOfVersions } from "./list-visits.ts";

/** Per-section figures of fewer readers would show what one of them did. */
const fewestReaders = 3;

/** Who read a content: totals, what of it, through whom, and when, in the workspace's days. */
export async function getContentReport(caller: Caller, contentId: ContentId) {
  requireScope(caller, "read");
  const { scope, workspace } = caller;
  const content = found(await findContent(scope, contentId), "content");
  const [totals, senders, quarters, depths] = await Promise.all([
    readTotals(scope, contentId),
    readsBySender(scope, contentId),
    readsByQuarter(scope, contentId),
    lastSections(scope, contentId),
  ]);
  const scrolled = depths.reduce((sum, { scroll, reads }) => sum + (scroll / 1000) * reads, 0);
  return {
    contentId,
    title: content.title,
    reads: totals.reads,
    viewers: totals.viewers,
    engagedMs: totals.engagedMs,
    medianEngagedMs: totals.medianEngagedMs,
    completion: totals.reads === 0 ? 0 : Math.round((scrolled / totals.reads) * 1000) / 1000,
    clicks: totals.clicks,
    opens: totals.opens,
    sections: await heat(caller, contentId, content.sections),
    senders,
    days: daysOf(quarters, dayIn(workspace.timezone)),
  };
}

/**
 * Time per section, versions added up by the section's lasting id. A section with fewer than three
 * readers shows no figures.
 */
async function heat({ scope }: Scoped, contentId: ContentId, current: readonly Section[]) {
  const versions = new SectionsOfVersions(scope);
  const headings = new Map(current.map(({ id, heading }) => [id, heading]));
  const places: SectionPlace[] = [];
  for (const version of await visitedVersions(scope, contentId)) {
    for (const [ordinal, { id, heading }] of (await versions.of(contentId, version)).entries()) {
      places.push({ version, ordinal, id });
      if (!headings.has(id)) headings.set(id, heading);
    }
  }
  const measured = await sectionHeat(scope, contentId, places);
  const heatById = new Map(measured.map((row) => [row.id, row]));
  return [...headings].map(([id, heading]) => {
    const { readers, ms } = heatById.get(id) ?? { readers: 0, ms: 0 };
    return readers < fewestReaders
      ? { id, heading, readers: null, totalMs: null, meanMs: null }
      : { id, heading, readers, totalMs: ms, meanMs: Math.round(ms / readers) };
  });
}
