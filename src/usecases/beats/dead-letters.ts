import { storeDeadLetters } from "../../storage/dead-letters.ts";
import type { Context } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";

/**
 * Keeps messages that no try could write. False where the database does not answer. They are kept in
 * one shard, whatever shard they claim: a poison message may name none.
 */
export async function buryMessages(
  ctx: Context,
  queue: string,
  letters: readonly { id: string; body: string }[],
): Promise<boolean> {
  const [d1] = ctx.shards.values();
  if (!d1) return false;
  try {
    await keep(d1, [storeDeadLetters(queue, letters, ctx.now())]);
    return true;
  } catch (error) {
    ctx.log.error("dead-letters-not-kept", error, { queue });
    return false;
  }
}
