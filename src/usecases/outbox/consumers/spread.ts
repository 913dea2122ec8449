/** Notes through whom viewers came; the first way decides their place in the spread tree. */
import { shardOf } from "../../../domain/ids.ts";
import { recordTouches } from "../../../storage/spread.ts";
import { keep } from "../../kernel/write.ts";
import type { OutboxConsumer } from "../consumer.ts";

export const consumer: OutboxConsumer = {
  name: "spread",
  consume: async ({ shards }, events) => {
    for (const [shard, own] of Map.groupBy(events, ({ target }) => shardOf(target))) {
      const d1 = shards.get(shard);
      if (d1) await keep(d1, recordTouches(own));
    }
  },
};
