import { pingShard } from "../../storage/health.ts";
import type { Context } from "../kernel/context.ts";

/** Asks every shard's database for a row; says which ones answer. */
export async function checkHealth(ctx: Context) {
  const shards = await Promise.all(
    [...ctx.shards].map(async ([name, d1]) => ({ name, ok: await pingShard(d1) })),
  );
  return { ok: shards.every(({ ok }) => ok), shards };
}
