import { encodeMessage } from "../../tracking/beat-message.ts";
import { clampBeat } from "../../tracking/merge.ts";
import { parseBeat } from "../../tracking/protocol.ts";
import type { Agent } from "../../tracking/user-agent.ts";
import { AppError } from "../errors.ts";
import type { Context } from "../kernel/context.ts";
import { readVisit } from "../open/visit-token.ts";

/**
 * Takes a beat: believes what can be true of it and hands it to the queue, which is all that 204
 * promises. Throws `malformed`, `forbidden` (no token of ours, or older than a day), or `unavailable`
 * where the queue refuses; the page's next total repairs that.
 */
export async function recordBeat(ctx: Context, text: string, agent: Agent): Promise<void> {
  const parsed = parseBeat(text);
  if (!parsed.ok) {
    throw new AppError(
      "malformed",
      `This is not a beat: its ${parsed.reason} does not fit the format.`,
    );
  }
  const claims = await readVisit(ctx, parsed.beat.token);
  if (!claims) {
    throw new AppError(
      "forbidden",
      "The visit token is not ours or older than a day. Open the page again.",
    );
  }
  const now = ctx.now();
  const message = encodeMessage({
    ...clampBeat(parsed.beat, claims, now),
    claims,
    receivedAt: now,
    device: agent.device,
    app: agent.app,
    isBot: agent.bot,
  });
  try {
    await ctx.queues.send("beats", message);
  } catch {
    throw new AppError("unavailable", "The beat could not be taken. The next one repairs it.");
  }
}
