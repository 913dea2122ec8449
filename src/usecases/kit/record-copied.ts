import type { ContentId } from "../../domain/ids.ts";
import { recordCopy } from "../../storage/assignments.ts";
import { findVersion } from "../../storage/contents.ts";
import type { Context } from "../context.ts";
import { found } from "../errors.ts";
import type { KitHolder } from "./kit-token.ts";

export type Copied = { contentId: ContentId; version: number; edited: boolean };

/** Notes which version a sender copied, and whether the words were edited before. */
export async function recordCopied(
  ctx: Context,
  { scope, sender }: KitHolder,
  { contentId, version, edited }: Copied,
): Promise<void> {
  found(await findVersion(scope, contentId, version), "version");
  const copy = { contentId, version, senderId: sender.id, edited, copiedAt: ctx.now() };
  await recordCopy(scope, copy);
}
