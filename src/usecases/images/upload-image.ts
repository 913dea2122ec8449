import { commit } from "../../storage/commit.ts";
import { findContent, updateContent } from "../../storage/contents.ts";
import { type ContentId, type ImageId, newId } from "../../storage/ids.ts";
import { createImage, listImages } from "../../storage/images.ts";
import { ImageRefused, probeImage, uprightSize } from "../../variation/image/index.ts";
import { nextDraftVersion } from "../contents/draft-version.ts";
import type { Caller } from "../context.ts";
import { AppError, found } from "../errors.ts";
import { viewImage } from "./image-url.ts";

/** Adds an image to a content's draft, after looking at its header alone. */
export async function uploadImage(caller: Caller, contentId: ContentId, bytes: Uint8Array) {
  const { scope } = caller;
  const content = found(await findContent(scope, contentId), "content");
  const header = probe(bytes);
  const { width, height } = uprightSize(header);
  const id = newId<ImageId>(scope.shard);
  const baseHash = await sha256(bytes);
  const mediaKey = `${id}.${baseHash.slice(0, 24)}`;
  const contentType = `image/${header.type}`;
  await caller.media.put(mediaKey, bytes, contentType);

  const now = caller.now();
  const image = {
    id,
    contentId,
    position: (await listImages(scope, contentId)).length,
    type: contentType,
    width,
    height,
    bytes: bytes.length,
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

function probe(bytes: Uint8Array) {
  try {
    return probeImage(bytes);
  } catch (error) {
    if (!(error instanceof ImageRefused)) throw error;
    const code = error.reason === "image-too-large" ? "too-large" : "unsupported-type";
    throw new AppError(code, error.message);
  }
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
