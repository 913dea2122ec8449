import { deleteVisits, listExpiredVisits } from "../../storage/retention.ts";
import type { Context } from "../kernel/context.ts";
import { repeat } from "../kernel/repeat.ts";
import { recount } from "./recount.ts";

/**
 * Deletes visits past their workspace's retention period with all that hangs on them, up to a bound. What
 * they were counted as stays in the sums of visits that have gone.
 */
export function expireVisits(ctx: Context, d1: D1Database): Promise<void> {
  return repeat(null, async () => {
    const expired = await listExpiredVisits(d1, ctx.now());
    await recount(d1, {
      counted: [],
      uncounted: expired,
      retires: true,
      also: deleteVisits(expired),
    });
  });
}
