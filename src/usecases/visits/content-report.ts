import type { ContentId } from "../../domain/ids.ts";
import type { Sums } from "../../domain/rollup.ts";
import { day, earlier, type Instant, instant, later, quarter, times } from "../../domain/units.ts";
import { daysOf } from "../../insight/days.ts";
import { addSums, medianOf, Rollup } from "../../insight/rollups.ts";
import { findContent } from "../../storage/contents.ts";
import { readCountedOfPeriod } from "../../storage/counted-visits.ts";
import { countsOfContent } from "../../storage/links.ts";
import { readBacklog } from "../../storage/outbox.ts";
import { countGoals, readSenderNames } from "../../storage/report-queries.ts";
import { countOpen, type ReportRow, readReport } from "../../storage/rollups.ts";
import { shownOf, shownParts } from "../../tracking/rungs.ts";
import { found } from "../errors.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { clockIn, wholeDays } from "../readers/clock.ts";
import { partsOf } from "../reports/parts.ts";
import { sectionsOf } from "../reports/section-figures.ts";
import { rollupsConsumer } from "../rollups/consumer-name.ts";
import { rfc3339 } from "../time.ts";

/** Visits of a period that one call adds up. */
const mostVisits = 20_000;

export type ReportPeriod = { since?: Instant | undefined; until?: Instant | undefined };

/**
 * Who read a content: totals, what of it, through whom, and when, in the workspace's days. Without a period it is
 * made of sums alone, so it costs the same whatever number of visits there were; a period's figures are added up
 * from its visits by the same rules, up to a bound that `isComplete` tells of, and know nothing of visits that
 * retention has taken. It is widened to whole days, and what one or two readers did who agreed to nothing is in no
 * figure but how many reads there were. A team's lead gets what came through the team, of which it is not known which part was read or
 * on which day. Those that are open or whose end has not been taken up yet are not in it, which `open` and
 * `countedUntil` say.
 */
export async function getContentReport(
  caller: Caller,
  contentId: ContentId,
  period: ReportPeriod = {},
) {
  requireScope(caller, "read", "own-team");
  const { scope, workspace } = caller;
  const team = ownTeam(caller);
  const clock = clockIn(workspace.timezone);
  const asked = wholeDays({ since: period.since, until: period.until }, clock);
  const content = found(await findContent(scope, contentId), "content");
  const [{ rows: all, isComplete }, counts, open, until, goals] = await Promise.all([
    rowsOf(caller, contentId, asked),
    team === null ? countsOfContent(scope, contentId) : { clicks: 0, opens: 0 },
    team === null ? countOpen(scope, contentId) : 0,
    countedUntil(caller),
    team === null ? countGoals(scope, contentId, asked) : [],
  ]);
  const rows =
    team === null ? all : all.filter((row) => row.part === "sender" && row.team === team);
  const sums = team === null ? (sumsOf(rows, "content").get("")?.sums ?? {}) : teamSums(rows);
  const [reads = 0, viewers = 0, engagedMs = 0, scroll = 0] = sums.total ?? [];
  const [completion = 0] = sums.completion ?? [];
  const [unnamed = 0] = sums.unnamed ?? [];
  const shown = <T>(value: T) => shownOf(unnamed, value);
  const mean = (permille: number) => (reads === 0 ? 0 : Math.round(permille / reads) / 1000);
  const senders = sendersOf(rows);
  return {
    contentId,
    title: content.title,
    isComplete,
    reads,
    viewers,
    engagedMs: shown(engagedMs),
    medianEngagedMs: shown(medianOf(sums)),
    completion: shown(mean(completion)),
    scroll: shown(mean(scroll)),
    doubtful: sums.doubtful?.[0] ?? 0,
    ...counts,
    open,
    countedUntil: rfc3339(until),
    sections: await sectionsOf(caller, contentId, content.sections, sums),
    goals,
    // A team is a whole of its own.
    senders: [...Map.groupBy(senders, (sender) => sender.team).values()]
      .flatMap((own) => shownParts(own))
      .sort(mostRead),
    teams: shownParts(teamsOf(senders)),
    channels: shownParts(
      partsOf(sums, "channel").map(({ name: channel, ...part }) => ({ channel, ...part })),
    ),
    apps: shownParts(partsOf(sums, "app").map(({ name: app, ...part }) => ({ app, ...part }))),
    days: shownParts(daysOf(quartersOf(rows), clock)),
  };
}

/** The rows that a report is made of: those that are kept, or a period's, made as those are. */
async function rowsOf(
  { scope, now }: Scoped,
  contentId: ContentId,
  { since, until }: ReportPeriod,
): Promise<{ rows: ReportRow[]; isComplete: boolean }> {
  if (since === undefined && until === undefined) {
    return { rows: await readReport(scope, contentId), isComplete: true };
  }
  const period = { since: since ?? instant(0), until: until ?? later(now(), day) };
  const [visits, senders] = await Promise.all([
    readCountedOfPeriod(scope, contentId, period, mostVisits),
    readSenderNames(scope),
  ]);
  const rollup = new Rollup();
  const byReader = Map.groupBy(visits, ({ viewerId, id }) => viewerId ?? `visit ${id}`);
  for (const own of byReader.values()) rollup.addReader(own);
  const rows = rollup.rows().map((row): ReportRow => {
    const sender = row.part === "sender" ? senders.get(row.key) : undefined;
    return { ...row, name: sender?.name ?? null, team: sender?.team ?? null };
  });
  return { rows, isComplete: visits.length < mostVisits };
}

/** Senders' shares by team; whoever has none is a team of those without. */
function teamsOf(senders: readonly ReturnType<typeof sendersOf>[number][]) {
  return [...Map.groupBy(senders, ({ team }) => team)]
    .map(([team, own]) => ({
      team,
      senders: own.length,
      reads: own.reduce((sum, { reads }) => sum + reads, 0),
      engagedMs: own.reduce((sum, { engagedMs }) => sum + engagedMs, 0),
      unnamed: own.reduce((sum, { unnamed }) => sum + unnamed, 0),
    }))
    .sort((a, b) => b.reads - a.reads || ((a.team ?? "") < (b.team ?? "") ? -1 : 1));
}

/** Until when what was over is in the sums: now, unless visits wait to be added. */
async function countedUntil({ shards, scope, now }: Scoped): Promise<Instant> {
  const d1 = shards.get(scope.shard);
  const waiting = d1 ? await readBacklog(d1, rollupsConsumer) : null;
  // An event bears the end of its quarter-hour.
  return waiting === null ? now() : earlier(waiting, quarter);
}

/** What came through a team's senders: of them there is how much was read, by channel and app, and not which part. */
function teamSums(rows: readonly ReportRow[]): Sums {
  return rows.reduce((sums: Sums, row) => addSums(sums, row.sums), {});
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
      const [unnamed = 0] = sums.unnamed ?? [];
      return { senderId, name: name ?? "", team, reads, viewers, engagedMs, doubtful, unnamed };
    })
    .filter(({ reads, doubtful }) => reads + doubtful > 0)
    .sort(mostRead);
}

type OfSender = { senderId: string; reads: number };

function mostRead(a: OfSender, b: OfSender): number {
  return b.reads - a.reads || (a.senderId < b.senderId ? -1 : 1);
}

/** Reads by quarter-hour, the oldest first. */
function quartersOf(rows: readonly ReportRow[]) {
  return [...sumsOf(rows, "day")]
    .flatMap(([start, { sums }]) =>
      Object.entries(sums).map(([at, [reads = 0, engagedMs = 0, unnamed = 0]]) => ({
        quarter: later(instant(Number(start)), times(Number(at), quarter)),
        ...{ reads, engagedMs, unnamed },
      })),
    )
    .sort((a, b) => a.quarter - b.quarter);
}
