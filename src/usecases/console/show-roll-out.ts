import type { ContentId } from "../../domain/ids.ts";
import { day, hour, type Instant, later, minute } from "../../domain/units.ts";
import { countDealt, listCopies } from "../../storage/assignments.ts";
import { countUnopened } from "../../storage/console.ts";
import { type Content, findContent } from "../../storage/contents.ts";
import { readCopies } from "../../storage/report-queries.ts";
import { besideNearest, type CapacityReport } from "../../variation/text/index.ts";
import { contentStatus } from "../contents/content-view.ts";
import { AppError, found } from "../errors.ts";
import { sizesInSight } from "../in-sight.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { farthest, rfc3339, shownIn } from "../time.ts";
import { pageVariants } from "../variants/list-variants.ts";
import { varyCaption } from "../variations/vary-caption.ts";

/** Captions on one page of the wall. */
const perPage = 100;
/** Captions that are shown before anything is published. */
const mostSamples = 12;

export type RollOutView = Awaited<ReturnType<typeof showRollOut>>;
export type WallCaption = RollOutView["wall"][number];

/** Where a post's publishing stands, and what everybody gets of it. */
export async function showRollOut(caller: Caller, id: ContentId, cursor: string | undefined) {
  requireScope(caller, "read", "own-team");
  const { scope } = caller;
  const content = found(await findContent(scope, id), "content");
  const status = contentStatus(content);
  const teams = await sizesInSight(caller);
  const isShared = content.publishedVersion !== null && content.withdrawnAt === null;
  const wall = isShared ? await wallOf(caller, id, content.publishedVersion ?? 0, cursor) : null;
  const report = content.capacity?.report as CapacityReport | undefined;
  const isAhead =
    content.publishedVersion !== null && content.draftVersion > content.publishedVersion;
  const senders = teams.reduce((sum, { size }) => sum + size, 0);
  const team = ownTeam(caller);
  const [dealt, unopened] = await Promise.all([
    isShared && !isAhead && team === null ? dealtNow(caller, id) : null,
    isShared ? countUnopened(scope, id, team) : 0,
  ]);
  const { timezone } = caller.workspace;
  const { waiting } = content;
  return {
    id,
    title: content.title,
    status,
    timezone,
    now: rfc3339(caller.now()),
    /** What is offered as a time to publish at, and between which it may lie, as the workspace's clocks show it. */
    offered: offeredTime(caller.now(), timezone),
    earliest: shownIn(timezone)(later(caller.now(), minute)),
    latest: shownIn(timezone)(later(caller.now(), farthest.year)),
    /** When the version that waits goes out, and whether the draft was changed since it was made. */
    waiting: waiting
      ? { at: rfc3339(waiting.at), isChanged: content.updatedAt > waiting.draftedAt }
      : null,
    isAhead,
    isShared,
    /** Who has not opened it in their kit. */
    unopened,
    /** A few captions as people would get them, before anybody does. */
    samples: isShared ? [] : samplesOf(caller, content, senders),
    compilingJobId: content.compilingJobId,
    senders,
    capacity: dealt
      ? dealt
      : report
        ? {
            seats: report.seats,
            served: Math.min(report.served, report.seats),
            sharing: report.sharing.senders,
          }
        : null,
    wall: wall?.captions ?? [],
    nextCursor: wall?.nextCursor ?? null,
  };
}

/** What people have of the version that is out, whoever came or left since it was made. */
async function dealtNow({ scope }: Caller, id: ContentId) {
  const [count] = await countDealt(scope, [id]);
  return count ? { seats: count.dealt, served: count.served, sharing: count.sharing } : null;
}

function samplesOf(caller: Caller, { drafts, vetoes, apart }: Content, senders: number) {
  if (senders === 0 || drafts.length === 0) return [];
  try {
    const count = Math.min(mostSamples, senders);
    const { variants } = varyCaption(caller, { drafts, lexicon: { vetoes }, apart, count });
    return besideNearest(variants.map(({ text }) => text)).map(({ parts }) => parts);
  } catch (error) {
    // What is wrong with the markup is told by the editor, and when it is published.
    if (error instanceof AppError && error.code === "invalid") return [];
    throw error;
  }
}

/** The next nine o'clock in the morning, when people begin to read; not one that passes while somebody thinks. */
function offeredTime(now: Instant, timezone: string): string {
  const shown = shownIn(timezone);
  const nine = (at: Instant) => `${shown(at).slice(0, 10)}T09:00`;
  const soon = later(now, hour);
  return shown(soon) < nine(soon) ? nine(soon) : nine(later(soon, day));
}

async function wallOf(caller: Caller, id: ContentId, version: number, cursor: string | undefined) {
  const [{ items, nextCursor }, copies, ever] = await Promise.all([
    pageVariants(caller, id, { limit: perPage, cursor }),
    listCopies(caller.scope, id, version),
    readCopies(caller.scope, id),
  ]);
  const copiers = new Set(ever.map(({ senderId }) => senderId));
  const copied = new Map(copies.map((copy) => [copy.senderId, copy]));
  const written = items.filter(({ variant }) => variant !== null);
  const marked = besideNearest(written.map(({ variant }) => variant?.caption ?? ""));
  const besideOf = new Map(written.map(({ sender }, i) => [sender.id, marked[i]]));
  const said = items.map(wordsOf);
  const captions = items.map(({ sender, variant }, at) => {
    const copy = copied.get(sender.id);
    const beside = besideOf.get(sender.id);
    return {
      sender: { id: sender.id, name: sender.name, team: sender.team },
      caption: variant?.caption ?? null,
      /** The caption with what it says otherwise than the nearest one on this page, and whose that is. */
      parts: beside?.parts ?? [],
      nearest: beside?.nearest == null ? null : (written[beside.nearest]?.sender.name ?? null),
      url: variant?.link.url ?? null,
      folded: variant?.fold.folded ?? false,
      copied: copy ? { at: rfc3339(copy.copiedAt), edited: copy.edited } : null,
      /** They copied another wording, which this version does not say. */
      copiedBefore: copy === undefined && copiers.has(sender.id),
      /** Who on this page has the same words. */
      same: items
        .filter((_, other) => other !== at && variant !== null && said[other] === said[at])
        .map((one) => one.sender.name),
    };
  });
  return { captions, nextCursor };
}

type Dealt = Awaited<ReturnType<typeof pageVariants>>["items"][number];

/** What somebody says, whoever signs it: of two who have the same words each puts a name of their own below. */
const wordsOf = ({ sender, variant }: Dealt): string | null =>
  variant && JSON.stringify([variant.draft, variant.slots, sender.opener, sender.closer]);
