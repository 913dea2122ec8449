/** What senders were told at once of what their readers did: with the figure as it is, never a guess. */
import { contentOfTarget, type SenderId } from "../../domain/ids.ts";
import { day, earlier, times } from "../../domain/units.ts";
import { explainMatch } from "../../insight/tags/evidence.ts";
import { tagWords } from "../../insight/tags/explain.ts";
import { newest, ofOneVisit } from "../../insight/tags/ledger.ts";
import {
  type AlertFilter,
  awardsOfAlerts,
  listAlerts,
  type ToldAlert,
} from "../../storage/alerts.ts";
import type { Page } from "../../storage/page.ts";
import type { TagAward } from "../../storage/tag-awards.ts";
import { noteLook } from "../audit/note-look.ts";
import { namesInSight, seenInPart } from "../in-sight.ts";
import { ownTeam, requireKit, requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { type PageQuery, viewPage } from "../listing.ts";
import { clockIn } from "../readers/clock.ts";
import { namesOf } from "../readers/names.ts";
import { entryOf } from "../tags/score-viewers.ts";
import { contentsOfEntries } from "../tags/tag-view.ts";
import { rfc3339 } from "../time.ts";

/**
 * Alerts of all senders or of one, the newest first. One whose points were taken back is left out, so that a page
 * may be shorter than asked for; for a lead also one that rests on more than its own visit, of who reads through others too.
 */
export async function readAlerts(
  caller: Caller,
  { limit, cursor, ...filter }: Omit<AlertFilter, "team"> & PageQuery,
) {
  requireScope(caller, "read", "own-team");
  const team = ownTeam(caller) ?? undefined;
  const page = await viewPage(
    listAlerts(caller.scope, { ...filter, team }, { limit, cursor }),
    (row) => row,
  );
  const view = await viewAlerts(caller, page);
  await noteLook(
    caller,
    { verb: "alert.list", subject: filter.senderId ?? caller.scope.workspaceId },
    view.items.map(({ viewerId }) => viewerId),
  );
  return view;
}

/** How long an alert is news in a kit. */
const newsFor = times(2, day);
const mostInKit = 5;

/** What the sender of a kit was told lately. */
export async function readOwnAlerts(kit: Caller & { sender: { id: SenderId } }) {
  const senderId = requireKit(kit);
  const since = earlier(kit.now(), newsFor);
  const page = await listAlerts(kit.scope, { senderId, since }, { limit: mostInKit });
  return (await viewAlerts(kit, page)).items;
}

async function viewAlerts(caller: Scoped, { items, nextCursor }: Page<ToldAlert>) {
  const { scope, workspace, now } = caller;
  const viewers = items.map(({ viewerId }) => viewerId);
  const [awards, contacts, inPart] = await Promise.all([
    awardsOfAlerts(scope, items),
    namesInSight(caller, viewers),
    seenInPart(caller, viewers),
  ]);
  const counting = new Map(
    items.map((alert) => {
      const entries = awards.filter(isOf(alert)).map(entryOf);
      return [alert.id, newest(inPart.has(alert.viewerId) ? ofOneVisit(entries) : entries)];
    }),
  );
  const names = await namesOf(scope, [
    ...items.map(({ target }) => target),
    ...contentsOfEntries([...counting.values()].flat()),
  ]);
  const when = { at: now(), clock: clockIn(workspace.timezone) };
  return {
    items: items.flatMap((alert) => {
      const entries = (counting.get(alert.id) ?? []).filter(({ points }) => points > 0);
      // Of a rule that was changed meanwhile the newest version speaks.
      const entry = entries.toSorted((a, b) => b.version - a.version)[0];
      if (!entry) return [];
      const { id, senderId, senderName, viewerId, visitId, target, tag, ruleId } = alert;
      return [
        {
          id: id as string,
          toldAt: rfc3339(alert.toldAt),
          sender: { id: senderId as string, name: senderName },
          viewerId,
          contact: contacts.get(viewerId) ?? null,
          tag,
          name: tagWords(tag),
          ruleId,
          points: entry.points,
          visit: {
            id: visitId as string,
            contentId: contentOfTarget(target) as string | null,
            title: names.title(target),
            startedAt: rfc3339(alert.startedAt),
            engagedMs: alert.engagedMs,
          },
          sentence: explainMatch(entry.evidence, names, when),
        },
      ];
    }),
    nextCursor,
  };
}

const isOf = (alert: ToldAlert) => (award: TagAward) =>
  award.viewerId === alert.viewerId &&
  award.ruleId === alert.ruleId &&
  award.tag === alert.tag &&
  award.source === alert.visitId;
