import { listSenderWords, type Sender } from "../../storage/senders.ts";
import { type Undrawn, undrawnOf } from "../../variation/image/index.ts";
import type { Scoped } from "../kernel/context.ts";
import { coverage } from "./glyphs.ts";
import { componentsOf } from "./marks.ts";
import { blockOf, type Shown } from "./sender-block.ts";

/** So many of them are named. */
const named = 20;

/** A sender of whose block on some image something is not drawn. */
type UndrawnSender = Undrawn & {
  senderId: string;
  /** An avatar is placed, and there is no portrait of this sender. */
  lacksPortrait: boolean;
};

/**
 * Senders of whose texts on images something cannot be drawn (those texts are left out as a whole), or who
 * have no portrait where one is placed.
 */
export async function undrawnSenders(
  ctx: Scoped,
  images: readonly Parameters<typeof componentsOf>[0][],
): Promise<{ count: number; senders: UndrawnSender[] }> {
  const components = images.flatMap(componentsOf);
  const texts = components.filter(({ type }) => type === "text");
  const showsPortrait = components.some(({ type }) => type === "avatar");
  if (texts.length === 0 && !showsPortrait) return { count: 0, senders: [] };
  const has = await coverage(ctx.fonts);
  const affected = (await listSenderWords(ctx.scope)).flatMap((sender) => {
    const words = blockOf(texts, sender, "").map(({ says }) => says);
    const undrawn = undrawnOf(words.join(" "), has);
    const lacksPortrait = showsPortrait && sender.portraitKey === null;
    if (!undrawn && !lacksPortrait) return [];
    return [{ senderId: sender.id, characters: [], scripts: [], ...undrawn, lacksPortrait }];
  });
  return { count: affected.length, senders: affected.slice(0, named) };
}

/** What of a sender's own words no picture can show; undefined where all can be drawn. */
export async function undrawnOfSender(
  { fonts }: Pick<Scoped, "fonts">,
  sender: Pick<Sender, keyof Shown>,
): Promise<Undrawn | undefined> {
  const { name, title, phone, team } = sender;
  const words = [name, title, phone, team].filter((text) => text !== null);
  return undrawnOf(words.join(" "), await coverage(fonts));
}
