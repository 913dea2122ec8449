import { shardOf, type ViewerId, type WorkspaceId } from "../../domain/ids.ts";
import type { Context } from "../kernel/context.ts";
import { isOver } from "../viewers/standing.ts";
import {
  type ReaderSigns,
  readViewerCookie,
  refusalCookie,
  viewerCookie,
} from "./reader-identity.ts";

/** Whom a browser is remembered as, or null where they have not agreed, or not any more. */
export async function rememberedAs(
  ctx: Context,
  workspaceId: WorkspaceId,
  { cookie, gpc }: ReaderSigns,
): Promise<{ id: ViewerId; coversSignIn: boolean } | null> {
  if (gpc || cookie(refusalCookie(workspaceId)) !== undefined) return null;
  const known = await readViewerCookie(ctx, workspaceId, cookie(viewerCookie(workspaceId)));
  // Silence under a notice is no yes to more than that.
  if (!known || known.isOnlyNoticed) return null;
  const d1 = ctx.shards.get(shardOf(known.id));
  return d1 && !(await isOver(ctx, d1, known.id)) ? known : null;
}
