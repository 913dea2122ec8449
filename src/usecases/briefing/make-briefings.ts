/** Each morning of a workspace every sender's list is made, whichever minute the clock fires in. */
import type { SenderId } from "../../domain/ids.ts";
import { dateOf } from "../../insight/local-time.ts";
import { findBriefing, listTimezones, sendersWithoutBriefing } from "../../storage/briefings.ts";
import { findSender } from "../../storage/senders.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import { type Caller, type Context, enterWorkspace } from "../kernel/context.ts";
import { clockIn } from "../readers/clock.ts";
import { readMorning } from "./compose-briefing.ts";
import { AlreadyMade, makeBriefing } from "./make-briefing.ts";
import { todayIn } from "./read-briefing.ts";

/** By the workspace's clock: before anybody is at work, after the evening's reading is over. */
const morningMinute = 5 * 60;
/** Lists that one turn of the clock makes for a workspace: eight queries each. */
const atOnce = 60;

/** Makes the lists of today that are not made yet, up to a bound: the rest is for the next turn. */
export async function makeBriefings(ctx: Context, d1: D1Database): Promise<void> {
  const failures: unknown[] = [];
  for (const { id, timezone } of await listTimezones(d1)) {
    const { day, minute } = clockIn(timezone)(ctx.now());
    if (minute < morningMinute) continue;
    try {
      const scoped = await enterWorkspace(ctx, id, { kind: "clock" });
      const date = dateOf(day);
      const senders = await sendersWithoutBriefing(scoped.scope, date, atOnce);
      if (senders.length === 0) continue;
      const morning = await readMorning(scoped, ctx.now());
      for (const senderId of senders) {
        await makeBriefing(scoped, senderId, date, morning).catch(unlessMade);
      }
    } catch (error) {
      ctx.log.error("briefings-not-made", error, { workspaceId: id });
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Some briefings were not made");
}

/** Makes a sender's list for today now, where it is not made yet. */
export async function makeBriefingNow(caller: Caller, senderId: SenderId) {
  requireScope(caller, "write");
  const { scope } = caller;
  found(await findSender(scope, senderId), "sender");
  const date = todayIn(caller);
  if (!(await findBriefing(scope, senderId, date))) {
    const morning = await readMorning(caller, caller.now());
    await makeBriefing(caller, senderId, date, morning).catch(unlessMade);
  }
  return { outcome: "done" as const, answer: { senderId: senderId as string, date } };
}

function unlessMade(error: unknown): void {
  if (!(error instanceof AlreadyMade)) throw error;
}
