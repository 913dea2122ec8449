import { type BriefingItemId, knownId, type SenderId, type ViewerId } from "../../domain/ids.ts";
import type { BriefingEvent } from "../../domain/outbox.ts";
import type { BriefingItem, Candidate } from "../../insight/briefing/briefing.ts";
import { addBriefing, type BriefingItemRow } from "../../storage/briefings.ts";
import { newId } from "../../storage/new-id.ts";
import { tellOutbox } from "../../storage/outbox-news.ts";
import { AppError } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import { type Composed, composeBriefing, type Morning } from "./compose-briefing.ts";

/** What a row keeps of a line; who it is about stands beside it. */
export type StoredLine = Omit<BriefingItem, "viewerId">;

/** Thrown where a list of that sender and day is there already: it is made once. */
export class AlreadyMade extends AppError {
  constructor() {
    super("conflict", "This list has been made. Read it.");
  }
}

/** Makes a sender's list for a day and tells of it. Throws AlreadyMade. */
export async function makeBriefing(
  ctx: Scoped,
  senderId: SenderId,
  date: string,
  morning: Morning,
): Promise<void> {
  const { scope, workspace } = ctx;
  const composed = await composeBriefing(ctx, senderId, morning);
  const of = { senderId, date, madeAt: morning.at };
  const rows = rowsOf(composed).map(
    (row): Omit<BriefingItemRow, "workspaceId"> => ({
      id: newId<BriefingItemId>(scope.shard),
      ...of,
      ...row,
      state: "open",
      outcome: null,
      settledAt: null,
      snoozedUntil: null,
    }),
  );
  const event: BriefingEvent = {
    kind: "briefing.ready",
    workspaceId: workspace.workspaceId,
    senderId,
    date,
    items: composed.items.length,
    at: morning.at,
  };
  await keep(
    scope,
    [...addBriefing(scope, of, rows), ...tellOutbox([event], morning.at)],
    [{ free: /^briefings\./, error: () => new AlreadyMade() }],
  );
}

type Row = Pick<BriefingItemRow, "viewerId" | "place" | "leftOut" | "line">;

/** Who is left out keeps their reasons: by them the record of those who are shown is judged. */
function rowsOf({ items, hidden, candidates }: Composed): Row[] {
  const shown = items.map(({ viewerId, ...line }, index): Row => {
    return { viewerId: knownId<ViewerId>(viewerId), place: index + 1, leftOut: null, line };
  });
  const left = hidden.flatMap(({ viewerId, reason }): Row[] => {
    const candidate = candidates.get(viewerId);
    if (!candidate) return [];
    const line = unscored(candidate);
    return [{ viewerId: knownId<ViewerId>(viewerId), place: null, leftOut: reason, line }];
  });
  return [...shown, ...left];
}

function unscored({ reasons, topic, purpose, isRisingMiddle }: Candidate): StoredLine {
  const lastSeenAt = Math.max(...reasons.map(({ at }) => at));
  return { reasons, topic, purpose, isRisingMiddle, score: 0, lastSeenAt };
}
