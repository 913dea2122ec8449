/**
 * The one way by which points are given and reads are summed up by viewer and content: what a viewer's whole history earns is compared with what was written
 * of it, and the difference is added. So a visit that closes twice, is corrected, comes late or is gone, a rule
 * that is dated back and two who do it at once all end in the same points.
 */

import { type AlertId, knownId, type ViewerId, type VisitId } from "../../domain/ids.ts";
import type { TaggedEvent } from "../../domain/outbox.ts";
import { duration, earlier, instant } from "../../domain/units.ts";
import { ALERT_WITHIN_MS, alertsFor } from "../../insight/tags/alert.ts";
import { entriesDue } from "../../insight/tags/due.ts";
import { type LedgerEntry, newest } from "../../insight/tags/ledger.ts";
import type { RuleVersion } from "../../insight/tags/rule.ts";
import { type Alert, addAlerts } from "../../storage/alerts.ts";
import { newId } from "../../storage/new-id.ts";
import { tellOutbox } from "../../storage/outbox-news.ts";
import {
  addAwards,
  forgetAwards,
  livingViewers,
  readAwards,
  retainedSince,
  type TagAward,
} from "../../storage/tag-awards.ts";
import {
  readViewerContents,
  viewerContentsAsRead,
  writeViewerContents,
} from "../../storage/viewer-contents.ts";
import type { Scoped } from "../kernel/context.ts";
import { Raced, repeat } from "../kernel/repeat.ts";
import { keep } from "../kernel/write.ts";
import { clockIn } from "../readers/clock.ts";
import { type History, readHistories } from "../readers/history.ts";
import { changesOf, summariesOf } from "../readers/summaries.ts";
import { ruleVersions } from "./rule-versions.ts";

/** Viewers whose histories are held at once. */
const atOnce = 500;

/** Brings the points of these viewers up to what they did. Throws Raced where others are always quicker. */
export async function scoreViewers(ctx: Scoped, viewerIds: readonly ViewerId[]): Promise<void> {
  for (let from = 0; from < viewerIds.length; from += atOnce) {
    await repeat(null, () => scoreSome(ctx, viewerIds.slice(from, from + atOnce)));
  }
}

async function scoreSome(ctx: Scoped, viewerIds: readonly ViewerId[]): Promise<void> {
  const { scope, workspace } = ctx;
  const now = ctx.now();
  const since = retainedSince(workspace.retentionDays, now);
  const [rules, living, histories, awards, contents] = await Promise.all([
    ruleVersions(scope),
    livingViewers(scope, viewerIds),
    readHistories(scope, viewerIds, since),
    readAwards(scope, viewerIds),
    readViewerContents(scope, viewerIds),
  ]);
  const clock = clockIn(workspace.timezone);
  const known = Map.groupBy(awards, ({ viewerId }) => viewerId);
  const appended = [...living].flatMap((viewerId) => {
    const written = (known.get(viewerId) ?? []).map(entryOf);
    const moments = histories.get(viewerId)?.moments ?? [];
    const entries = entriesDue(rules, { moments, written }, { since, now, clock });
    return entries.map((entry) => ({ viewerId, entry }));
  });
  const alerts = [...Map.groupBy(appended, ({ viewerId }) => viewerId)].flatMap(
    ([viewerId, own]) => {
      const written = (known.get(viewerId) ?? []).map(entryOf);
      const entries = own.map(({ entry }) => entry);
      return newAlerts(ctx, viewerId, {
        rules,
        written,
        entries,
        history: histories.get(viewerId),
      });
    },
  );
  const gone = viewerIds.filter((id) => !living.has(id) && known.has(id));
  const rows = appended.map(({ viewerId, entry }) => awardOf(viewerId, entry));
  const reads = [...living].flatMap((id) => summariesOf(histories.get(id)?.reads ?? []));
  const { changed, gone: unread, asRead } = changesOf(reads, contents);
  const statements = [
    ...writeViewerContents(scope, changed, unread),
    ...addAwards(scope, rows),
    ...addAlerts(scope, alerts),
    ...forgetAwards(scope, gone),
    ...tellOutbox(newsOf(ctx, rules, histories, appended), now),
  ];
  if (statements.length === 0) return;
  const error = () => new Raced();
  // Histories were read no later than what stood of them: who finds that unchanged writes nothing older over it.
  await keep(scope, statements, [
    { free: /^tag_awards\./, error },
    { condition: viewerContentsAsRead(asRead), error },
  ]);
}

type Appended = { viewerId: ViewerId; entry: LedgerEntry };

/**
 * A tag is news with the first entry of a visit, which is over then, so that the figure is no guess; one of
 * more than a day ago is history.
 */
function newsOf(
  { workspace, now }: Scoped,
  rules: readonly RuleVersion[],
  histories: ReadonlyMap<ViewerId, History>,
  appended: readonly Appended[],
): TaggedEvent[] {
  const recent = earlier(now(), duration(ALERT_WITHIN_MS));
  const byKey = new Map(rules.map((rule) => [`${rule.ruleId} ${rule.version}`, rule]));
  return appended.flatMap(({ viewerId, entry }): TaggedEvent[] => {
    const { ruleId, version, tag, source, points, at } = entry;
    if (entry.seq > 1 || points <= 0 || at < recent) return [];
    const read = histories.get(viewerId)?.reads.find(({ row }) => row.id === source);
    if (!read) return [];
    const { target, quarter, id } = read.row;
    const notify = byKey.get(`${ruleId} ${version}`)?.notify === true;
    return [
      {
        kind: "viewer.tagged",
        workspaceId: workspace.workspaceId,
        visit: { target, quarter, id },
        ...{ ruleId, version, tag, points, notify },
        at: instant(at),
      },
    ];
  });
}

/** What a viewer's visits give their senders to know at once; what was told before is known by its key. */
function newAlerts(
  { scope, now }: Scoped,
  viewerId: ViewerId,
  {
    rules,
    written,
    entries,
    history,
  }: {
    rules: readonly RuleVersion[];
    written: readonly LedgerEntry[];
    entries: readonly LedgerEntry[];
    history: History | undefined;
  },
): Alert[] {
  if (!rules.some(({ notify }) => notify)) return [];
  const counting = newest([...written, ...entries]);
  const touched = new Set(entries.map(({ source }) => source));
  const reads = (history?.reads ?? []).filter(({ row }) => touched.has(row.id));
  return reads.flatMap(({ row: { id, senderId, target, quarter } }) =>
    alertsFor(id, counting, rules, now()).map(
      ({ ruleId, tag }): Alert => ({
        id: newId<AlertId>(scope.shard),
        ...{ senderId, viewerId, target, quarter, ruleId, tag },
        visitId: knownId<VisitId>(id),
        toldAt: now(),
      }),
    ),
  );
}

/** An entry as its row holds it. */
function awardOf(viewerId: ViewerId, entry: LedgerEntry): TagAward {
  const { at, recordedAt, evidence, ...rest } = entry;
  return {
    viewerId,
    ...rest,
    at: instant(at),
    recordedAt: instant(recordedAt),
    evidence: [...evidence],
  };
}

/** A row as the core takes it. */
export function entryOf({ viewerId: _, ...award }: TagAward): LedgerEntry {
  return { ...award, evidence: award.evidence as LedgerEntry["evidence"] };
}
