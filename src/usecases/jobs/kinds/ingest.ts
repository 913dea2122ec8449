/** From an upload to the base of which every sender's picture is made. */
import { type ContentId, type ImageId, knownId } from "../../../domain/ids.ts";
import { failIngest, ingestImage } from "../../images/ingest-image.ts";
import { defineJob } from "../job-work.ts";

export const job = defineJob("ingest", {
  parse: ({ contentId, imageId, mediaKey }) => ({
    contentId: knownId<ContentId>(String(contentId)),
    imageId: knownId<ImageId>(String(imageId)),
    mediaKey: String(mediaKey),
  }),
  mustWait: async () => false,
  run: ingestImage,
  fail: failIngest,
  again: "Upload the image again",
});
