import type { ViewerId } from "../../domain/ids.ts";
import { day, earlier, type Instant, instant, later, times } from "../../domain/units.ts";
import { dateOf } from "../../insight/local-time.ts";
import { explainEntry, type TakenBack, tagWords } from "../../insight/tags/explain.ts";
import { ofOneVisit } from "../../insight/tags/ledger.ts";
import { scoreHistory, scoresAt } from "../../insight/tags/score.ts";
import { visitsBesideTeam } from "../../storage/console.ts";
import { readUncounted } from "../../storage/histories.ts";
import { livingViewers, readAwards } from "../../storage/tag-awards.ts";
import { noteLook } from "../audit/note-look.ts";
import { found, invalidField } from "../errors.ts";
import { checkViewerInSight } from "../in-sight.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { clockIn } from "../readers/clock.ts";
import { namesOf } from "../readers/names.ts";
import { rfc3339 } from "../time.ts";
import { ruleVersions } from "./rule-versions.ts";
import { entryOf } from "./score-viewers.ts";
import { contentsOfEntries, viewTag } from "./tag-view.ts";

/**
 * A viewer's tags, strongest first, each explained. Who looks is kept in the audit.
 *
 * @param at as it was shown then, by what was known then; without it as of now
 */
export async function getViewerTags(caller: Caller, viewerId: ViewerId, at?: Instant) {
  requireScope(caller, "read", "own-team");
  const view = await viewViewerTags(caller, viewerId, at);
  await noteLook(caller, { verb: "viewer.tags", subject: viewerId }, [viewerId]);
  return view;
}

/** The same for who keeps the look themselves. */
export async function viewViewerTags(ctx: Scoped, viewerId: ViewerId, at?: Instant) {
  const { scope, workspace } = ctx;
  const entries = await entriesOf(ctx, viewerId);
  const rules = await ruleVersions(scope);
  const asOf = at ?? ctx.now();
  const scores = scoresAt(entries, rules, at === undefined ? { at: asOf } : { at, knownAt: at });
  const names = await namesOf(
    scope,
    contentsOfEntries(scores.flatMap(({ parts }) => parts.map(({ entry }) => entry))),
  );
  const now = { at: asOf, clock: clockIn(workspace.timezone) };
  return {
    viewerId: viewerId as string,
    at: rfc3339(asOf),
    tags: scores.map((tag) => viewTag(tag, names, now)),
  };
}

const mostDays = 366;

/** Why it was 40 on Tuesday: one tag's score at the end of each day, as it was shown then. Who looks is kept in the audit. */
export async function getTagHistory(
  caller: Caller,
  viewerId: ViewerId,
  { tag, since, until }: { tag: string; since?: Instant | undefined; until?: Instant | undefined },
) {
  requireScope(caller, "read", "own-team");
  const now = caller.now();
  const to = until ?? now;
  const from = since ?? earlier(to, times(30, day));
  if (from > to || to - from > mostDays * day) {
    throw invalidField("since", `Ask for at most ${mostDays} days that end after they begin.`);
  }
  const entries = (await entriesOf(caller, viewerId)).filter((entry) => entry.tag === tag);
  const clock = clockIn(caller.workspace.timezone);
  const instants: Instant[] = [];
  for (let at = from; at < to; at = later(at, day)) instants.push(endOfDay(at, clock));
  const moments = [...new Set(instants.map((at) => Math.min(at, now)))];
  const { scope } = caller;
  const [rules, names, uncounted] = await Promise.all([
    ruleVersions(scope),
    namesOf(scope, contentsOfEntries(entries)),
    readUncounted(scope, viewerId),
  ]);
  const turnedOut = new Map(
    uncounted.map(({ id, bot, own }): [string, TakenBack] => [
      id,
      bot ? "bot" : own ? "own" : "doubtful",
    ]),
  );
  const scores = scoreHistory(tag, entries, rules, moments);
  await noteLook(caller, { verb: "viewer.tags", subject: viewerId }, [viewerId]);
  return {
    viewerId: viewerId as string,
    tag,
    name: tagWords(tag),
    days: scores.map(({ at, score }) => ({
      date: dateOf(clock(at).day),
      at: rfc3339(instant(at)),
      score,
    })),
    entries: entries
      .toSorted((a, b) => a.recordedAt - b.recordedAt || a.at - b.at || a.seq - b.seq)
      .map((entry) => ({
        ruleId: entry.ruleId,
        version: entry.version,
        points: entry.points,
        at: rfc3339(instant(entry.at)),
        recordedAt: rfc3339(instant(entry.recordedAt)),
        isCorrection: entry.seq > 1,
        why: explainEntry(entry, turnedOut.get(entry.source) ?? "unmet", names, { at: now, clock }),
      })),
  };
}

/** The last minute of the local day that holds a moment. */
function endOfDay(at: Instant, clock: ReturnType<typeof clockIn>): Instant {
  const { minute } = clock(at);
  return instant(at + (1439 - minute) * 60_000);
}

/**
 * What a viewer's points were given for; for the lead of a team, what their own visits through it gave. What is left out
 * there may have come through others: who moved whom is told by visits that are not theirs to see, and of who also reads
 * through others a count or a sum tells of those reads.
 */
async function entriesOf(caller: Scoped, viewerId: ViewerId) {
  const { scope } = caller;
  await checkViewerInSight(caller, viewerId);
  const living = await livingViewers(scope, [viewerId]);
  found(living.has(viewerId) ? viewerId : null, "viewer");
  const entries = (await readAwards(scope, [viewerId])).map(entryOf);
  const team = ownTeam(caller);
  if (team === null) return entries;
  const visits = await visitsBesideTeam(scope, viewerId, team);
  const visible = new Set(visits.filter(({ isOwn }) => isOwn).map(({ id }) => id));
  const own = entries.filter(({ source }) => visible.has(source));
  return visible.size === visits.length ? own : ofOneVisit(own);
}
