import type { VisitClaims } from "../../domain/visit.ts";
import { encodeMessage } from "../../tracking/beat-message.ts";
import { clampBeat } from "../../tracking/merge.ts";
import type { Beat, BeatFault } from "../../tracking/protocol.ts";
import type { Agent } from "../../tracking/user-agent.ts";
import { AppError } from "../errors.ts";
import type { Context } from "../kernel/context.ts";

/** What to answer where a text is no beat. */
export function notABeat(fault: BeatFault): AppError {
  return new AppError("malformed", `This is not a beat: its ${fault} does not fit the format.`);
}

/**
 * Believes what can be true of a beat and hands it to the queue. Throws `unavailable` where that refuses;
 * the page says it again.
 */
export async function queueBeat(
  ctx: Context,
  beat: Beat,
  claims: VisitClaims,
  agent: Agent,
): Promise<void> {
  const now = ctx.now();
  const { isMachine, ...totals } = clampBeat(beat, claims, now);
  const message = encodeMessage({
    ...totals,
    claims,
    receivedAt: now,
    device: agent.device,
    app: agent.app,
    isBot: agent.bot || isMachine,
  });
  try {
    await ctx.queues.send("beats", message);
  } catch {
    throw new AppError("unavailable", "The beat could not be taken. The next one repairs it.");
  }
}
