import type { ContentId } from "../../domain/ids.ts";
import { recordCopy } from "../../storage/assignments.ts";
import { findVersion } from "../../storage/versions.ts";
import { found } from "../errors.ts";
import { requireKit } from "../kernel/actor.ts";
import { write } from "../kernel/write.ts";
import type { KitHolder } from "../sessions/kit-token.ts";

export type Copied = { contentId: ContentId; version: number; edited: boolean };

/** Notes which version a sender copied, and whether the words were edited before. */
export async function recordCopied(kit: KitHolder, { contentId, version, edited }: Copied) {
  const senderId = requireKit(kit);
  found(await findVersion(kit.scope, contentId, version), "version");
  const copy = { contentId, version, senderId, edited, copiedAt: kit.now() };
  return await write(kit, {
    statements: [recordCopy(kit.scope, copy)],
    outcome: "done",
    answer: undefined,
    audit: null,
  });
}
