/** From a content's draft to an immutable version. */
import { type ContentId, knownId } from "../../../domain/ids.ts";
import { compileContent, failPublish, waitsForImages } from "../../contents/compile-content.ts";
import { defineJob } from "../job-work.ts";

export const job = defineJob("publish", {
  parse: ({ contentId, acceptAchieved }) => ({
    contentId: knownId<ContentId>(String(contentId)),
    acceptAchieved: acceptAchieved === true,
  }),
  mustWait: waitsForImages,
  run: compileContent,
  fail: failPublish,
  again: "Publish again",
});
