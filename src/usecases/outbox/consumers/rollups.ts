/** Adds visits to the sums that reports read. */
import { shardOf } from "../../../domain/ids.ts";
import { rollupsConsumer } from "../../rollups/consumer-name.ts";
import { countVisits } from "../../rollups/count-visits.ts";
import type { OutboxConsumer } from "../consumer.ts";

export const consumer: OutboxConsumer = {
  name: rollupsConsumer,
  consume: async ({ shards }, events) => {
    for (const [shard, ofShard] of Map.groupBy(events, ({ target }) => shardOf(target))) {
      const d1 = shards.get(shard);
      if (d1) await countVisits(d1, ofShard);
    }
  },
};
