/** For senders who came later: their wording and link of what is shared now. */
import { knownId, type SenderId } from "../../../domain/ids.ts";
import { updateJob } from "../../../storage/jobs.ts";
import { keep } from "../../kernel/write.ts";
import { dealShared } from "../../variants/deal-shared.ts";
import { defineJob } from "../job-work.ts";

export const job = defineJob("deal", {
  parse: ({ senderIds }) => ({
    senderIds: (senderIds as unknown[]).map((id) => knownId<SenderId>(String(id))),
  }),
  mustWait: async () => false,
  async run(ctx, id, { senderIds }) {
    await dealShared(ctx, senderIds);
    const done = { status: "succeeded" as const, progress: 1, updatedAt: ctx.now() };
    await keep(ctx.scope, [updateJob(ctx.scope, id, done)]);
  },
  again: "Open the sender's kit",
});
