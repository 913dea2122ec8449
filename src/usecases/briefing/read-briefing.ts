import type { SenderId } from "../../domain/ids.ts";
import { dateOf } from "../../insight/local-time.ts";
import { findBriefing, listBriefingItems } from "../../storage/briefings.ts";
import { AppError, invalidField } from "../errors.ts";
import { ownTeam } from "../kernel/actor.ts";
import type { Scoped } from "../kernel/context.ts";
import { clockIn } from "../readers/clock.ts";
import { type Listed, lineOf, viewBriefing } from "./briefing-view.ts";
import { composeBriefing, readMorning, readPast } from "./compose-briefing.ts";

/** Today by the workspace's clock, as YYYY-MM-DD. */
export function todayIn({ workspace, now }: Scoped): string {
  return dateOf(clockIn(workspace.timezone)(now()).day);
}

/**
 * A sender's list for a day: as it was made that morning, else for today as it would be made now, without ids
 * since nothing is kept of it. To a lead it is made by their team's record alone. Throws `not-found` for another day of which there is none.
 */
export async function readBriefing(ctx: Scoped, senderId: SenderId, wanted?: string) {
  const today = todayIn(ctx);
  const date = wanted ?? today;
  if (!isDate(date)) {
    throw invalidField("date", "Use a date such as 2026-11-26.");
  }
  const made = await findList(ctx, senderId, date);
  const team = ownTeam(ctx);
  if (made) return await viewBriefing(ctx, senderId, made, await readPast(ctx, ctx.now(), team));
  if (date !== today) {
    throw new AppError(
      "not-found",
      "No list was made for that day. Leave the date out for today's.",
    );
  }
  const morning = await readMorning(ctx, ctx.now(), team);
  const { items, hidden } = await composeBriefing(ctx, senderId, morning);
  const lines = items.map((item) => ({ item, row: null }));
  return await viewBriefing(ctx, senderId, { date, madeAt: null, lines, hidden }, morning.past);
}

/** A day of the calendar: 31 February is none. */
function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The list that was made for a day, or null. */
export async function findList(
  { scope }: Scoped,
  senderId: SenderId,
  date: string,
): Promise<Listed | null> {
  const made = await findBriefing(scope, senderId, date);
  if (!made) return null;
  const rows = await listBriefingItems(scope, senderId, date);
  return {
    date,
    madeAt: made.madeAt,
    lines: rows.filter(({ place }) => place !== null).map(lineOf),
    hidden: rows.flatMap(({ viewerId, leftOut }) =>
      leftOut === null ? [] : [{ viewerId, reason: leftOut }],
    ),
  };
}
