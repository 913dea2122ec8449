import type { ContentId } from "../../domain/ids.ts";
import { recordKitOpen } from "../../storage/kit-opens.ts";
import { requireKit } from "../kernel/actor.ts";
import { write } from "../kernel/write.ts";
import type { KitHolder } from "../sessions/kit-token.ts";

/**
 * Notes that a sender has a content open in their kit. The kit's script says so once the page is before somebody's
 * eyes: a GET says nothing, since chats, scanners and browsers fetch the address too.
 */
export async function recordOpened(kit: KitHolder, contentId: ContentId) {
  const senderId = requireKit(kit);
  return await write(kit, {
    statements: [recordKitOpen(kit.scope, { senderId, contentId, at: kit.now() })],
    outcome: "done",
    answer: undefined,
    audit: null,
  });
}
