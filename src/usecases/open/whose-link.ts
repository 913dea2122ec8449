import type { LinkCode } from "../../domain/ids.ts";
import type { Context } from "../kernel/context.ts";

/** Whose readers a link's are, as a page says it that tells what is held of them. */
export type LinkOwner = { code: LinkCode; workspaceName: string; retentionDays: number };

/** The workspace behind a link, whether or not it is open; null where there is no such link. */
export async function whoseLink(ctx: Context, text: string): Promise<LinkOwner | null> {
  const landing = await ctx.links.landing(text);
  if (!landing) return null;
  const { code, workspaceName, retentionDays } = landing;
  return { code, workspaceName, retentionDays };
}
