import type { Section } from "../../domain/content.ts";
import type { ContentId } from "../../domain/ids.ts";
import type { Sums } from "../../domain/rollup.ts";
import { earlier, type Instant, instant, later, quarter, times } from "../../domain/units.ts";
import { daysOf } from "../../insight/days.ts";
import { addSums, cellsOf, medianOf } from "../../insight/rollups.ts";
import { findContent, sectionsOfVersions } from "../../storage/contents.ts";
import { countsOfContent } from "../../storage/links.ts";
import { countOpen, type ReportRow, readBacklog, readReport } from "../../storage/rollups.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { rollupsConsumer } from "../rollups/consumer-name.ts";
import { dayIn, rfc3339 } from "../time.ts";

/** Per-section figures of fewer readers would show what one of them did. */
const fewestReaders = 3;

/**
 * Who read a content: totals, what of it, through whom, and when, in the workspace's days. It is made of
 * sums alone, so it costs the same whatever number of visits there were; those that are open or whose end
 * has not been taken up yet are not in it, which `open` and `countedUntil` say.
 */
export async function getContentReport(caller: Caller, contentId: ContentId) {
  requireScope(caller, "read");
  const { scope, workspace } = caller;
  const content = found(await findContent(scope, contentId), "content");
  const [rows, counts, open, until] = await Promise.all([
    readReport(scope, contentId),
    countsOfContent(scope, contentId),
    countOpen(scope, contentId),
    countedUntil(caller),
  ]);
  const sums = sumsOf(rows, "content").get("")?.sums ?? {};
  const [reads = 0, viewers = 0, engagedMs = 0, scroll = 0] = sums.total ?? [];
  return {
    contentId,
    title: content.title,
    reads,
    viewers,
    engagedMs,
    medianEngagedMs: medianOf(sums),
    completion: reads === 0 ? 0 : Math.round(scroll / reads) / 1000,
    doubtful: sums.doubtful?.[0] ?? 0,
    ...counts,
    open,
    countedUntil: rfc3339(until),
    sections: await heat(caller, contentId, content.sections, sums),
    senders: sendersOf(rows),
    channels: partsOf(sums, "channel").map(([channel, figures]) => ({ channel, ...figures })),
    apps: partsOf(sums, "app").map(([app, figures]) => ({ app, ...figures })),
    days: daysOf(quartersOf(rows), dayIn(workspace.timezone)),
  };
}

/** Until when what was over is in the sums: now, unless visits wait to be added. */
async function countedUntil({ shards, scope, now }: Scoped): Promise<Instant> {
  const d1 = shards.get(scope.shard);
  const waiting = d1 ? await readBacklog(d1, rollupsConsumer) : null;
  // An event bears the end of its quarter-hour.
  return waiting === null ? now() : earlier(waiting, quarter);
}

/** Rows of one part by their keys: what there is and what visits left that have gone, added up. */
function sumsOf(rows: readonly ReportRow[], part: ReportRow["part"]): Map<string, ReportRow> {
  const byKey = new Map<string, ReportRow>();
  for (const row of rows) {
    if (row.part !== part) continue;
    const other = byKey.get(row.key);
    byKey.set(row.key, other ? { ...row, sums: addSums(other.sums, row.sums) } : row);
  }
  return byKey;
}

function sendersOf(rows: readonly ReportRow[]) {
  return [...sumsOf(rows, "sender")]
    .map(([senderId, { name, team, sums }]) => {
      const [reads = 0, viewers = 0, engagedMs = 0] = sums.total ?? [];
      const [doubtful = 0] = sums.doubtful ?? [];
      return { senderId, name: name ?? "", team, reads, viewers, engagedMs, doubtful };
    })
    .filter(({ reads, doubtful }) => reads + doubtful > 0)
    .sort((a, b) => b.reads - a.reads || (a.senderId < b.senderId ? -1 : 1));
}

/** Reads and their time by the names of a kind of cell, the most read first. */
function partsOf(sums: Sums, kind: string) {
  return cellsOf(sums, kind)
    .map(([name, [reads = 0, engagedMs = 0]]) => [name, { reads, engagedMs }] as const)
    .sort(([a, most], [b, more]) => more.reads - most.reads || (a < b ? -1 : 1));
}

/** Reads by quarter-hour, the oldest first. */
function quartersOf(rows: readonly ReportRow[]) {
  return [...sumsOf(rows, "day")]
    .flatMap(([start, { sums }]) =>
      Object.entries(sums).map(([at, [reads = 0, engagedMs = 0]]) => ({
        quarter: later(instant(Number(start)), times(Number(at), quarter)),
        reads,
        engagedMs,
      })),
    )
    .sort((a, b) => a.quarter - b.quarter);
}

/**
 * Time per section, versions added up by the section's lasting id. A section with fewer than three
 * readers shows no figures.
 */
async function heat(
  { scope }: Scoped,
  contentId: ContentId,
  current: readonly Section[],
  sums: Sums,
) {
  const headings = new Map(current.map(({ id, heading }) => [id, heading]));
  const visited = cellsOf(sums, "version").map(([version]) => Number(version));
  for (const { id, heading } of (await sectionsOfVersions(scope, contentId, visited)).flat()) {
    if (!headings.has(id)) headings.set(id, heading);
  }
  const heatById = new Map(cellsOf(sums, "section"));
  return [...headings].map(([id, heading]) => {
    const [readers = 0, ms = 0] = heatById.get(id) ?? [];
    return readers < fewestReaders
      ? { id, heading, readers: null, totalMs: null, meanMs: null }
      : { id, heading, readers, totalMs: ms, meanMs: Math.round(ms / readers) };
  });
}
