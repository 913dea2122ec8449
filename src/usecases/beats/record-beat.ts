import { parseBeat } from "../../tracking/protocol.ts";
import type { Agent } from "../../tracking/user-agent.ts";
import { AppError } from "../errors.ts";
import type { Context } from "../kernel/context.ts";
import { readVisit } from "../open/visit-token.ts";
import { notABeat, queueBeat } from "./queue-beat.ts";

/**
 * Takes a beat: believes what can be true of it and hands it to the queue, which is all that 204
 * promises. Throws `malformed`, `forbidden` (no token of ours, or older than a day), or `unavailable`
 * where the queue refuses; the page says it again.
 */
export async function recordBeat(ctx: Context, text: string, agent: Agent): Promise<void> {
  const parsed = parseBeat(text);
  if (!parsed.ok) throw notABeat(parsed.reason);
  const claims = await readVisit(ctx, parsed.beat.token);
  if (!claims) {
    throw new AppError(
      "forbidden",
      "The visit token is not ours or older than a day. Open the page again.",
    );
  }
  await queueBeat(ctx, parsed.beat, claims, agent);
}
