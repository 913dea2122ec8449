/** From a content's draft to an immutable version. */
import { type ContentId, knownId } from "../../../domain/ids.ts";
import { instant } from "../../../domain/units.ts";
import { compileContent, failPublish, waitsForImages } from "../../contents/compile-content.ts";
import { defineJob } from "../job-work.ts";

export const job = defineJob("publish", {
  parse: ({ contentId, acceptAchieved, at }) => ({
    contentId: knownId<ContentId>(String(contentId)),
    acceptAchieved: acceptAchieved === true,
    ...(typeof at === "number" ? { at: instant(at) } : {}),
  }),
  mustWait: waitsForImages,
  run: compileContent,
  fail: failPublish,
  again: "Publish again",
});
