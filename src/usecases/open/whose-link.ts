import type { LinkCode, WorkspaceId } from "../../domain/ids.ts";
import type { Context } from "../kernel/context.ts";

/** Whose readers a link's are, as a page says it that tells what is held of them. */
export type LinkOwner = {
  code: LinkCode;
  workspaceId: WorkspaceId;
  workspaceName: string;
  retentionDays: number;
};

/** The workspace behind a link, whether or not it is open; null where there is no such link. */
export async function whoseLink(ctx: Context, text: string): Promise<LinkOwner | null> {
  const landing = await ctx.links.landing(text);
  if (!landing) return null;
  const { code, workspaceId, workspaceName, retentionDays } = landing;
  return { code, workspaceId, workspaceName, retentionDays };
}
