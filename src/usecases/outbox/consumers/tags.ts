/** Gives viewers the tags that visits have earned them, or takes them back. */
import type { WorkspaceId } from "../../../domain/ids.ts";
import { enterWorkspace } from "../../kernel/context.ts";
import { scoreVisits } from "../../tags/score-visits.ts";
import type { OutboxConsumer } from "../consumer.ts";

export const consumer: OutboxConsumer = {
  name: "tags",
  consume: async (ctx, events) => {
    for (const [id, own] of Map.groupBy(events, ({ workspaceId }): WorkspaceId => workspaceId)) {
      await scoreVisits(await enterWorkspace(ctx, id, { kind: "clock" }), own);
    }
  },
};
