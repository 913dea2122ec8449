/** The address of a viewer's own page: signed, so that it opens what is held of one person and nothing else. */
import { knownId, shardOf, type ViewerId, type WorkspaceId } from "../../domain/ids.ts";
import { openScope } from "../../storage/scope.ts";
import { findViewer, type Viewer } from "../../storage/viewers.ts";
import { findWorkspace } from "../../storage/workspaces.ts";
import { type Caller, type Context, type Scoped, scopedTo } from "../kernel/context.ts";

/** A viewer who asks for themselves. */
export type ViewerHolder = Caller & { viewer: Viewer };

/** The address under which a viewer sees what is held of them. */
export async function privacyUrl(
  ctx: Pick<Scoped, "keys" | "origin">,
  viewer: Pick<Viewer, "id" | "workspaceId">,
): Promise<string> {
  const token = await ctx.keys.sign("privacy", `${viewer.id}.${viewer.workspaceId}`);
  return `${ctx.origin}/privacy/${token}`;
}

/** Who holds such an address, or null where it is forged or they have been erased. */
export async function openPrivacy(ctx: Context, token: string): Promise<ViewerHolder | null> {
  const payload = await ctx.keys.verify("privacy", token);
  const [viewerId, workspaceId] = payload?.split(".") ?? [];
  if (!viewerId || !workspaceId || !ctx.shards.has(shardOf(workspaceId))) return null;
  const scope = openScope(ctx.shards, knownId<WorkspaceId>(workspaceId));
  const [viewer, workspace] = await Promise.all([
    findViewer(scope, knownId<ViewerId>(viewerId)),
    findWorkspace(scope),
  ]);
  if (!viewer || !workspace) return null;
  return { ...scopedTo(ctx, workspace, { kind: "reader" }), viewer };
}
