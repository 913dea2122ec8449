import { listSenderWords, type Sender } from "../../storage/senders.ts";
import { type Undrawn, undrawnOf } from "../../variation/image/index.ts";
import type { Scoped } from "../kernel/context.ts";
import { coverage } from "./glyphs.ts";
import { componentsOf, type Marks } from "./marks.ts";
import { blockOf, type Shown } from "./sender-block.ts";

/** So many of them are named. */
const named = 20;

/** Senders of whose texts on an image something cannot be drawn: those texts are left out as a whole. */
export async function undrawnSenders(
  ctx: Scoped,
  image: Marks & Parameters<typeof componentsOf>[0],
): Promise<{ count: number; senders: (Undrawn & { senderId: string })[] }> {
  const components = componentsOf(image).filter(({ type }) => type === "text");
  if (components.length === 0) return { count: 0, senders: [] };
  const has = await coverage(ctx.fonts);
  const affected = (await listSenderWords(ctx.scope)).flatMap((sender) => {
    const texts = blockOf(components, sender, "").map(({ says }) => says);
    const undrawn = undrawnOf(texts.join(" "), has);
    return undrawn ? [{ senderId: sender.id, ...undrawn }] : [];
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
