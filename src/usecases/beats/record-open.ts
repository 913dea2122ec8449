import { countMessage } from "../../tracking/queue-messages.ts";
import type { Context } from "../kernel/context.ts";
import { refuse } from "../open/open-link.ts";

/**
 * Counts a pixel that a person's browser or mail program fetched. An unknown code, a burst, or what was taken back
 * counts nothing; a link that has expired or rests counts all the same, since the mail is opened.
 */
export async function recordOpen(
  ctx: Context,
  text: string,
  isBot: boolean,
  isBurst: () => Promise<boolean>,
): Promise<void> {
  const landing = isBot ? null : await ctx.links.landing(text);
  if (!landing || refuse(landing, ctx.now()) === "withdrawn") return;
  if (!(await isBurst())) await ctx.queues.send("beats", countMessage(landing.code, "open"));
}
