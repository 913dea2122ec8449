/** A viewer whom a call could not erase, since others were busy with the same sums. Nobody gives it up. */
import { knownId, type ViewerId } from "../../../domain/ids.ts";
import { later, minute, times } from "../../../domain/units.ts";
import { updateJob } from "../../../storage/jobs.ts";
import { keep } from "../../kernel/write.ts";
import { eraseByJob } from "../../viewers/erase-viewer.ts";
import { defineJob } from "../job-work.ts";

/** After all tries of a queue in vain. */
const rest = times(10, minute);

export const job = defineJob("erase", {
  parse: ({ viewerId }) => ({ viewerId: knownId<ViewerId>(String(viewerId)) }),
  mustWait: async () => false,
  run: (ctx, id, { viewerId }) => eraseByJob(ctx, viewerId, id),
  async fail({ scope, now }, id) {
    const again = { status: "queued" as const, attempts: 0, updatedAt: now() };
    await keep(scope, [updateJob(scope, id, { ...again, notBefore: later(now(), rest) })]);
  },
  again: "Erase the viewer again",
});
