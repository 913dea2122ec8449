import { tickMessage } from "../../tracking/queue-messages.ts";
import type { Context } from "../kernel/context.ts";

/** Sends the clock's message through the beats queue of each shard: what closes visits is its arrival. */
export async function sendTicks(ctx: Context): Promise<void> {
  for (const shard of ctx.shards.keys()) await ctx.queues.send("beats", tickMessage(shard));
}
