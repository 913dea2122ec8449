/**
 * Puts what happened where whoever runs Starling can act on it today: a line of the Worker's logs, by ids and figures. A
 * log's reader (`wrangler tail`, Logpush) may fetch the list that is ready and pass it on.
 */
import type { OutboxConsumer } from "../consumer.ts";

export const consumer: OutboxConsumer = {
  name: "news",
  // Visits that are over are the other consumers' affair, and too many for a log.
  consumeNews: async ({ log }, events) => {
    for (const event of events) {
      const { workspaceId } = event;
      switch (event.kind) {
        case "briefing.ready": {
          const { senderId, date, items } = event;
          log.info(event.kind, { workspaceId, senderId, date, items });
          break;
        }
        case "viewer.tagged": {
          // Of the others the list for the day tells; this one the rule wants known at once.
          const { notify, visit, ruleId, version, points } = event;
          if (notify)
            log.info(event.kind, { workspaceId, visitId: visit.id, ruleId, version, points });
        }
      }
    }
  },
};
