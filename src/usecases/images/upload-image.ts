import { photonCodec } from "../../integrations/photon.ts";
import { commit } from "../../storage/commit.ts";
import { findContent, updateContent } from "../../storage/contents.ts";
import { type ContentId, type ImageId, newId } from "../../storage/ids.ts";
import { createImage, listImages } from "../../storage/images.ts";
import { makeBase } from "../../variation/image/index.ts";
import { nextDraftVersion } from "../contents/draft-version.ts";
import type { Caller } from "../context.ts";
import { found } from "../errors.ts";
import { viewImage } from "./image-url.ts";
import { refusing } from "./refused.ts";

/**
 * Adds an image to a content's draft. What is kept is its base, from which every sender's picture is
 * made; it takes all the memory there is for a moment, which is why nothing waits while it is made.
 */
export async function uploadImage(caller: Caller, contentId: ContentId, bytes: Uint8Array) {
  const { scope } = caller;
  const content = found(await findContent(scope, contentId), "content");
  const base = refusing(() => makeBase(bytes, photonCodec));
  const { width, height } = base;
  const id = newId<ImageId>(scope.shard);
  const baseHash = await sha256(base.bytes);
  const mediaKey = `${id}.${baseHash.slice(0, 24)}`;
  const contentType = "image/jpeg";
  await caller.media.put(mediaKey, base.bytes, contentType);

  const now = caller.now();
  const image = {
    id,
    contentId,
    position: (await listImages(scope, contentId)).length,
    type: contentType,
    width,
    height,
    bytes: base.bytes.length,
    baseHash,
    mediaKey,
    qr: null,
    line: null,
    createdAt: now,
  };
  const answer = await viewImage(caller, { ...image, workspaceId: scope.workspaceId });
  const changed = { draftVersion: nextDraftVersion(content), updatedAt: now };
  await commit(scope, now, [createImage(scope, image), updateContent(scope, contentId, changed)], {
    status: 201,
    body: answer,
  });
  return answer;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
