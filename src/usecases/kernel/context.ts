/** What a use case is given: stores, the clock, the keys, who asks, and for whom. */

import type { WorkspaceId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/units.ts";
import type { TextModel } from "../../integrations/model.ts";
import type { Outside } from "../../integrations/outside.ts";
import type { Stores } from "../../storage/platform.ts";
import { openScope, type Scope } from "../../storage/scope.ts";
import { findWorkspace, type Workspace } from "../../storage/workspaces.ts";
import type { Keyring } from "../keyring.ts";
import type { Actor } from "./actor.ts";
import type { Once } from "./idempotency.ts";
import type { Log } from "./log.ts";

export type Context = Stores & {
  now: () => Instant;
  keys: Keyring;
  /** "https://host", without a slash at the end: where this deployment answers. */
  origin: string;
  requestId: string;
  log: Log;
  /** Proposes wordings; undefined where the deployment has none. */
  model: TextModel | undefined;
  /** Asks outside systems, as far as they may be asked. */
  outside: Outside;
  /** True where so many queries more are not too many for one call. */
  mayAsk: (more: number) => boolean;
};

/** A context confined to one workspace, read once, for somebody. */
export type Scoped = Context & {
  scope: Scope;
  workspace: Workspace;
  actor: Actor;
  /** "https://host" of the workspace's links, codes and pictures. */
  shareOrigin: string;
};

/** What a verb of the workspace is given. Its first line checks the actor. */
export type Caller = Scoped & {
  /** The request's Idempotency-Key, where it has one. */
  once: Once | null;
};

/** A context for whoever runs the deployment: of no workspace, with records of its own. */
export type Operator = Context & Pick<Caller, "scope" | "actor" | "once">;

/** The context of an actor in a workspace that is at hand. */
export function scopedTo(ctx: Context, workspace: Workspace, actor: Actor): Caller {
  const scope = openScope(ctx.shards, workspace.workspaceId);
  const shareOrigin = workspace.shareOrigin ?? ctx.origin;
  return { ...ctx, scope, workspace, actor, shareOrigin, once: null };
}

/** The same for a workspace by id. Throws where it does not exist: nothing that names it outlives it. */
export async function enterWorkspace(ctx: Context, id: WorkspaceId, actor: Actor): Promise<Caller> {
  const workspace = await findWorkspace(openScope(ctx.shards, id));
  if (!workspace) throw new Error("The workspace that a row names does not exist");
  return scopedTo(ctx, workspace, actor);
}
