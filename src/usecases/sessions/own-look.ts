/**
 * The address by which a sender looks at their own page in a browser that does not know them yet: another
 * app's, a computer's, or any where links are on a host of their own. It gives no access to the kit.
 */

import { knownId, type LinkCode, type SenderId } from "../../domain/ids.ts";
import { hour, type Instant, instant, later } from "../../domain/units.ts";
import type { Sender } from "../../storage/senders.ts";
import type { Context, Scoped } from "../kernel/context.ts";

/** Passed on by mistake, it is a link like any other after this. */
const knows = hour;

/** What such an address leads to. */
export interface OwnLook {
  code: LinkCode;
  /** The value of the cookie that knows the sender; null where the hour is over. */
  cookie: string | null;
}

/** The address for one of the sender's links. It knows its sender for an hour from `ctx.now()`. */
export async function ownLookUrl(ctx: Scoped, sender: Sender, code: LinkCode): Promise<string> {
  const payload = `${sender.id}.${code}.${later(ctx.now(), knows)}`;
  return `${ctx.shareOrigin}/kit/look/${await ctx.keys.sign("own-look", payload)}`;
}

/** Reads the token of such an address; null where it is forged. */
export async function readOwnLook(ctx: Context, token: string): Promise<OwnLook | null> {
  const payload = await ctx.keys.verify("own-look", token);
  const [senderId, code, until] = payload?.split(".") ?? [];
  if (!senderId || !code) return null;
  const isOver = ctx.now() >= endOf(until);
  const cookie = isOver ? null : await ctx.keys.sign("own-looks", senderId);
  return { code: knownId<LinkCode>(code), cookie };
}

/** The sender whose own looks a cookie stands for, or null where it is forged. */
export async function ownLooker(ctx: Context, cookie: string): Promise<SenderId | null> {
  const senderId = await ctx.keys.verify("own-looks", cookie);
  return senderId === null ? null : knownId<SenderId>(senderId);
}

function endOf(text: string | undefined): Instant {
  return instant(Number(text));
}
