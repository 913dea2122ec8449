import { daysOf } from "../../insight/days.ts";
import { findContent } from "../../storage/contents.ts";
import type { ContentId, Ms } from "../../storage/ids.ts";
import type { Section } from "../../storage/schema.ts";
import {
  lastSections,
  readsByQuarter,
  readsBySender,
  readTotals,
  sectionHeat,
} from "../../storage/visit-queries.ts";
import { readWorkspace } from "../../storage/workspaces.ts";
import type { Caller, Scoped } from "../context.ts";
import { found } from "../errors.ts";
import { SectionsOfVersions } from "./list-visits.ts";

/** Per-section figures of fewer readers would show what one of them did. */
const fewestReaders = 3;

/** Who read a content: totals, what of it, through whom, and when, in the workspace's days. */
export async function getContentReport(caller: Caller, contentId: ContentId) {
  const { scope } = caller;
  const content = found(await findContent(scope, contentId), "content");
  const { timezone } = await readWorkspace(scope);
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
    days: daysOf(quarters, dayIn(timezone)),
  };
}

/**
 * Time per section, versions added up by the section's lasting id. A section with fewer than three
 * readers shows no figures.
 */
async function heat(ctx: Scoped, contentId: ContentId, current: readonly Section[]) {
  const versions = new SectionsOfVersions(ctx.scope);
  const byId = new Map<string, { id: string; heading: string; readers: number; ms: Ms }>();
  for (const { id, heading } of current) byId.set(id, { id, heading, readers: 0, ms: 0 });
  for (const { version, ordinal, readers, ms } of await sectionHeat(ctx.scope, contentId)) {
    const section = (await versions.of(contentId, version))[ordinal];
    if (!section) continue;
    const { id, heading } = section;
    const sum = byId.get(id) ?? { id, heading, readers: 0, ms: 0 };
    byId.set(id, { ...sum, readers: sum.readers + readers, ms: sum.ms + ms });
  }
  return [...byId.values()].map(({ id, heading, readers, ms }) =>
    readers < fewestReaders
      ? { id, heading, readers: null, totalMs: null, meanMs: null }
      : { id, heading, readers, totalMs: ms, meanMs: Math.round(ms / readers) },
  );
}

/** The day of a timezone that holds a time, as YYYY-MM-DD. */
function dayIn(timezone: string): (at: Ms) => string {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: timezone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return (at) => format.format(at);
}
