import type { OwnEdit } from "../../domain/content.ts";
import type { ContentId } from "../../domain/ids.ts";
import { recordCopy } from "../../storage/assignments.ts";
import { findContent } from "../../storage/contents.ts";
import { keepOwnEdits } from "../../storage/own-lines.ts";
import { findVersion, type Version } from "../../storage/versions.ts";
import {
  decodeCodebook,
  editsOf,
  masked,
  type Plan,
  renderVariant,
} from "../../variation/text/index.ts";
import { found } from "../errors.ts";
import { requireKit } from "../kernel/actor.ts";
import { write } from "../kernel/write.ts";
import { ownWords } from "../senders/own-words.ts";
import type { KitHolder } from "../sessions/kit-token.ts";
import { dealtOf } from "../variants/deal.ts";
import { namesUsedBy } from "./names-used.ts";

export type Copied = {
  contentId: ContentId;
  version: number;
  edited: boolean;
  /** The caption as it was copied; of no use where the sender does not agree that head office may learn from it. */
  text?: string | undefined;
};

/**
 * Notes which version a sender copied, and whether the words were edited before. Of an edited caption that its
 * sender shows to head office the sentences that they changed are kept, without names, and nothing else.
 */
export async function recordCopied(kit: KitHolder, { text, ...copied }: Copied) {
  const senderId = requireKit(kit);
  const { contentId } = copied;
  const [content, known] = await Promise.all([
    findContent(kit.scope, contentId),
    findVersion(kit.scope, contentId, copied.version),
  ]);
  const version = found(content && known, "version");
  const edits = text === undefined ? undefined : await ownEdits(kit, version, text);
  const at = kit.now();
  return await write(kit, {
    statements: [
      recordCopy(kit.scope, { ...copied, senderId, copiedAt: at }),
      ...(edits ? [keepOwnEdits(kit.scope, { contentId, senderId, edits, updatedAt: at })] : []),
    ],
    outcome: "done",
    answer: undefined,
    audit: null,
  });
}

/** The sentences that a sender says otherwise than they were given them. */
async function ownEdits(kit: KitHolder, version: Version, text: string): Promise<OwnEdit[]> {
  const { sender, workspace } = kit;
  const [dealt, names] = await Promise.all([dealtOf(kit, version, [sender]), namesUsedBy(kit)]);
  const own = dealt.get(sender.id);
  const row = own && decodeCodebook(version.codebook).rows[own.row];
  if (!row) return [];
  const plan = JSON.parse(version.plan) as Plan;
  const { caption } = renderVariant(plan, row, ownWords(sender));
  const { brands } = workspace;
  return editsOf(plan, row, caption, text.trim()).map(({ sentenceId, given, text: said }) => ({
    sentenceId,
    text: masked(said, { names, given, brands }),
  }));
}
