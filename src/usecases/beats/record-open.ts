import { countMessage } from "../../tracking/queue-messages.ts";
import type { Context } from "../kernel/context.ts";

/** Counts a pixel that a person's browser or mail program fetched. An unknown code or a burst counts nothing. */
export async function recordOpen(
  ctx: Context,
  text: string,
  isBot: boolean,
  isBurst: () => Promise<boolean>,
): Promise<void> {
  const landing = isBot ? null : await ctx.links.landing(text);
  if (landing && !(await isBurst()))
    await ctx.queues.send("beats", countMessage(landing.code, "open"));
}
