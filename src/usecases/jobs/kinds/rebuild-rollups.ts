/** A content's sums, from its visits. */
import { type ContentId, knownId } from "../../../domain/ids.ts";
import { rebuildRollups } from "../../rollups/rebuild-rollups.ts";
import { defineJob } from "../job-work.ts";

export const job = defineJob("rebuild-rollups", {
  parse: ({ contentId }) => ({ contentId: knownId<ContentId>(String(contentId)) }),
  mustWait: async () => false,
  run: rebuildRollups,
  again: "Ask for the sums again",
});
