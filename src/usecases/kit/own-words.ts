import { updateSender } from "../../storage/senders.ts";
import { requireKit } from "../kernel/actor.ts";
import { write } from "../kernel/write.ts";
import { checkOwnWords } from "../senders/own-words.ts";
import type { KitHolder } from "../sessions/kit-token.ts";

/** What a sender says around every caption of theirs; null for nothing. */
export type OwnWords = { opener: string | null; closer: string | null };

/** Changes a sender's own words, by the sender. Throws `invalid` for a word that the workspace bans. */
export async function setOwnWords(kit: KitHolder, words: OwnWords): Promise<void> {
  const senderId = requireKit(kit);
  checkOwnWords(kit, words);
  await write(kit, {
    statements: [updateSender(kit.scope, senderId, words)],
    outcome: "done",
    answer: undefined,
    audit: { verb: "sender.update", subject: senderId },
  });
}
