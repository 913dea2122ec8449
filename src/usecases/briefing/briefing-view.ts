/** A sender's list as it is shown, with what it found, what it left out, and how right its reasons have been. */
import { contentOfTarget, knownId, type SenderId, type ViewerId } from "../../domain/ids.ts";
import { day, earlier, type Instant, instant, times } from "../../domain/units.ts";
import { type Briefing, type BriefingItem, valuedAnew } from "../../insight/briefing/briefing.ts";
import { openerWords, type Who } from "../../insight/briefing/opener.ts";
import type { PastLine } from "../../insight/briefing/precision.ts";
import {
  precisionOf,
  precisionWords,
  type ReasonPrecision,
} from "../../insight/briefing/precision.ts";
import { type Reason, reasonWords } from "../../insight/briefing/reason.ts";
import { briefingText, leftOutWords } from "../../insight/briefing/text.ts";
import { postingWindows, staggered } from "../../insight/hours.ts";
import type { Names, Now } from "../../insight/words.ts";
import type { BriefingItemRow } from "../../storage/briefings.ts";
import { readingQuarters } from "../../storage/recent-viewers.ts";
import { listSenderTeams } from "../../storage/senders.ts";
import type { ViewerName } from "../../storage/visit-queries.ts";
import { namesInSight, seenInPart } from "../in-sight.ts";
import { ownTeam } from "../kernel/actor.ts";
import type { Scoped } from "../kernel/context.ts";
import { clockIn } from "../readers/clock.ts";
import { namesOf } from "../readers/names.ts";
import { thousandth, viewRate } from "../rounded.ts";
import { rfc3339, rfc3339OrNull } from "../time.ts";
import { readPast } from "./compose-briefing.ts";
import type { StoredLine } from "./make-briefing.ts";

/** A line with what became of it; of a list that is not made yet nothing has. */
export type Line = {
  item: BriefingItem;
  row: Pick<BriefingItemRow, "id" | "state" | "outcome" | "snoozedUntil"> | null;
};

export type Listed = {
  date: string;
  madeAt: Instant | null;
  lines: readonly Line[];
  hidden: Briefing["hidden"];
};

/** The line that a row keeps. */
export function lineOf(row: BriefingItemRow): Line {
  return { item: { viewerId: row.viewerId, ...(row.line as StoredLine) }, row };
}

export async function viewBriefing(
  ctx: Scoped,
  senderId: SenderId,
  list: Listed,
  past: readonly PastLine[],
) {
  const { date, madeAt, hidden } = list;
  const [{ contactOf, names, now }, windows, lines] = await Promise.all([
    spokenOf(ctx, list),
    windowsOf(ctx, senderId),
    linesInSight(ctx, list, past),
  ]);
  // Also of what is on no line: a reason that is hidden is said to be.
  const onLines = new Set(lines.flatMap(({ item }) => item.reasons.map(({ kind }) => kind)));
  const kinds = new Set([...onLines, ...past.flatMap(({ reasons }) => reasons)]);
  const precision = [...kinds].sort().map((kind) => {
    const record = precisionOf(kind, past);
    // A list is kept as it was made: what stands on it is not hidden, whatever the record has come to since.
    return { ...record, isHidden: record.isHidden && !onLines.has(kind) };
  });
  const items = lines.map(({ item }) => item);
  return {
    senderId: senderId as string,
    date,
    madeAt: rfc3339OrNull(madeAt),
    items: lines.map((line) => viewLine(line, contactOf(line.item.viewerId), names, now)),
    hidden: hidden.map(({ viewerId, reason }) => ({
      viewerId,
      contact: contactOf(viewerId),
      reason,
      sentence: leftOutWords[reason],
    })),
    precision: precision.map(viewPrecision),
    postingWindows: windows,
    text: briefingText(
      { items, hidden, precision },
      (viewerId) => whoOf(contactOf(viewerId)),
      names,
      now,
    ),
  };
}

/** The lines alone: what a list says beside them is made of far more rows than they are. */
export async function viewLines(ctx: Scoped, list: Listed) {
  const [{ contactOf, names, now }, lines] = await Promise.all([
    spokenOf(ctx, { ...list, hidden: [] }),
    linesInSight(ctx, list),
  ]);
  return lines.map((line) => viewLine(line, contactOf(line.item.viewerId), names, now));
}

/**
 * Lines as the caller may see them. Whether somebody rises is found out of all that they read: to a lead it is not said
 * of who reads through other teams too, and of nobody in which third of the workspace they are. Order and scores are by
 * the record of the lead's own team.
 */
async function linesInSight(
  ctx: Scoped,
  { lines, madeAt }: Listed,
  ownPast?: readonly PastLine[],
): Promise<readonly Line[]> {
  const team = ownTeam(ctx);
  if (team === null) return lines;
  const at = madeAt ?? ctx.now();
  const past = ownPast ?? (await readPast(ctx, at, team));
  const viewers = lines.map(({ item }) => knownId<ViewerId>(item.viewerId));
  const inPart = await seenInPart(ctx, viewers);
  const seen = lines.flatMap(({ item }) => {
    const isInPart = inPart.has(knownId<ViewerId>(item.viewerId));
    const reasons = item.reasons.filter(({ kind }) => !(isInPart && kind === "rising"));
    return reasons.length === 0 ? [] : [{ ...item, reasons, isRisingMiddle: false }];
  });
  const rowOf = new Map(lines.map(({ item, row }) => [item.viewerId, row]));
  return valuedAnew(seen, past, at).map((item) => ({
    item,
    row: rowOf.get(item.viewerId) ?? null,
  }));
}

/** Whom and what a list speaks of, and as of when. */
async function spokenOf(ctx: Scoped, { madeAt, lines, hidden }: Listed) {
  const { scope, workspace } = ctx;
  const viewers = [...lines.map(({ item }) => item), ...hidden].map(({ viewerId }) =>
    knownId<ViewerId>(viewerId),
  );
  const [contacts, names] = await Promise.all([
    namesInSight(ctx, viewers),
    namesOf(
      scope,
      lines.flatMap(({ item }) => item.reasons.map(({ contentId }) => contentId)),
    ),
  ]);
  return {
    contactOf: (viewerId: string) => contacts.get(knownId<ViewerId>(viewerId)) ?? null,
    names,
    now: { at: madeAt ?? ctx.now(), clock: clockIn(workspace.timezone) },
  };
}

/** Whom a sentence may speak of: by name to their face where it is certain alone. */
const whoOf = (contact: ViewerName | null): Who =>
  contact && { name: contact.name, isSure: contact.certainty === "confirmed" };

function viewLine({ item, row }: Line, contact: ViewerName | null, names: Names, now: Now) {
  const { viewerId, reasons, topic, purpose, score, lastSeenAt, isRisingMiddle } = item;
  const [first] = reasons;
  return {
    id: (row?.id ?? null) as string | null,
    viewerId,
    contact,
    why: reasons.map((reason) => viewReason(reason, names, now)),
    topic,
    purpose,
    opener: first ? openerWords(first, purpose, whoOf(contact), names) : null,
    lastSeenAt: rfc3339(instant(lastSeenAt)),
    score: thousandth(score),
    isRisingMiddle,
    state: row?.state ?? ("open" as const),
    outcome: row?.outcome ?? null,
    snoozedUntil: rfc3339OrNull(row?.snoozedUntil ?? null),
  };
}

/** A reason opens into the visits that it rests on: /v1/visits/{id}/explanation says how their seconds came about. */
function viewReason(reason: Reason, names: Names, now: Now) {
  return {
    kind: reason.kind,
    at: rfc3339(instant(reason.at)),
    contentId: contentOfTarget(reason.contentId) as string | null,
    title: names.title(reason.contentId),
    visitIds: [...reason.visitIds],
    sentence: reasonWords(reason, names, now),
  };
}

function viewPrecision(record: ReasonPrecision) {
  const { kind, rate, baseline, isHidden } = record;
  return {
    kind,
    rate: viewRate(rate),
    baseline: baseline ? viewRate(baseline) : null,
    isHidden,
    sentence: precisionWords(record),
  };
}

const readsOf = times(60, day);
const mostReads = 2000;

/** When the sender's own readers read; within a window each of a team has a minute of their own. */
async function windowsOf({ scope, workspace, now }: Scoped, senderId: SenderId) {
  const clock = clockIn(workspace.timezone);
  const [quarters, senders] = await Promise.all([
    readingQuarters(scope, senderId, earlier(now(), readsOf), mostReads),
    listSenderTeams(scope),
  ]);
  const own = senders.find(({ id }) => id === senderId);
  const team = senders
    .filter((one) => one.team === own?.team)
    .map(({ id }) => id)
    .sort();
  const place = Math.max(0, team.indexOf(senderId));
  return postingWindows(quarters.map((at) => clock(at).minute)).map((window) => ({
    from: time(window.from),
    to: time(window.to),
    at: time(staggered(window, place, Math.max(1, team.length))),
    share: thousandth(window.share),
    basis: window.basis,
  }));
}

/** Minutes of the day as 07:30. */
function time(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
