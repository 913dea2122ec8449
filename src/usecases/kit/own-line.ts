import type { ContentId } from "../../domain/ids.ts";
import { keepOwnLine } from "../../storage/own-lines.ts";
import { masked } from "../../variation/text/index.ts";
import { invalidField } from "../errors.ts";
import { requireKit } from "../kernel/actor.ts";
import { write } from "../kernel/write.ts";
import { bannedOwnWords, saysBanned } from "../senders/own-words.ts";
import type { KitHolder } from "../sessions/kit-token.ts";
import { publishedVersion } from "../variants/make-variants.ts";
import { namesUsedBy } from "./names-used.ts";

export type OwnLineWish = {
  contentId: ContentId;
  /** Null for none any more. */
  line: string | null;
  /** Whether head office may see what the sender writes for this content. */
  shared: boolean;
};

/**
 * Remembers a line of the sender's own for a content: in their kit it stands before their caption. Head office sees it
 * only where they agree, where others wrote the same, and without names and facts of its own. Throws `invalid` for a word that the workspace
 * bans.
 */
export async function setOwnLine(
  kit: KitHolder,
  { contentId, line, shared }: OwnLineWish,
): Promise<void> {
  const senderId = requireKit(kit);
  await publishedVersion(kit, contentId);
  const { brands, bannedWords } = kit.workspace;
  if (line !== null && saysBanned(line, bannedWords)) throw invalidField("line", bannedOwnWords);
  const shown = shared && line ? masked(line, { names: await namesUsedBy(kit), brands }) : null;
  const kept = { contentId, senderId, line, shown, shared, updatedAt: kit.now() };
  await write(kit, {
    statements: [keepOwnLine(kit.scope, kept)],
    outcome: "done",
    answer: undefined,
    audit: null,
  });
}
