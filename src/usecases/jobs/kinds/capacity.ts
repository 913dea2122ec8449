/** How many senders a content's draft serves. */
import { type ContentId, knownId } from "../../../domain/ids.ts";
import { countCapacity } from "../../contents/count-capacity.ts";
import { defineJob } from "../job-work.ts";

export const job = defineJob("capacity", {
  parse: ({ contentId }) => ({ contentId: knownId<ContentId>(String(contentId)) }),
  mustWait: async () => false,
  run: countCapacity,
  again: "Ask for the capacity again",
});
