import type { LinkCode } from "../../storage/ids.ts";
import type { Context } from "../context.ts";
import { countMessage } from "./messages.ts";

/** Counts a pixel that a person's browser or mail program fetched. An unknown code counts nothing. */
export async function recordOpen(ctx: Context, code: LinkCode, isBot: boolean): Promise<void> {
  if (isBot || !(await ctx.links.landing(code))) return;
  await ctx.queues.sendBeat(countMessage(code, "open"));
}
