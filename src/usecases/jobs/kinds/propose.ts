/** Options for the sentences of a content's drafts, by the deployment's model. */
import { type ContentId, knownId } from "../../../domain/ids.ts";
import { runProposing } from "../../contents/run-proposing.ts";
import { defineJob } from "../job-work.ts";

export const job = defineJob("propose", {
  parse: ({ contentId, draft }) => ({
    contentId: knownId<ContentId>(String(contentId)),
    draft: typeof draft === "number" ? draft : null,
  }),
  mustWait: async () => false,
  run: runProposing,
  again: "Ask for proposals again",
});
