/**
 * The address of a sender's kit holds a token bound to the sender's epoch: raising the epoch ends every
 * address and session handed out before.
 */

import { knownId, type SenderId, shardOf, type WorkspaceId } from "../../domain/ids.ts";
import { openScope } from "../../storage/scope.ts";
import { findSender, type Sender } from "../../storage/senders.ts";
import { findWorkspace } from "../../storage/workspaces.ts";
import { type Caller, type Context, scopedTo } from "../kernel/context.ts";

type KitPurpose = "kit" | "kit-session";

/** A sender who asks through their own kit. */
export type KitHolder = Caller & { sender: Sender };

const payloadOf = (sender: Pick<Sender, "id" | "workspaceId" | "kitEpoch">) =>
  `${sender.id}.${sender.workspaceId}.${sender.kitEpoch}`;

export async function kitUrl(ctx: Context, sender: Sender): Promise<string> {
  return `${ctx.origin}/kit/${await ctx.keys.sign("kit", payloadOf(sender))}`;
}

/** The cookie that a kit's address is swapped for, or null where the address is forged or its epoch is over. */
export async function enterKit(ctx: Context, token: string): Promise<string | null> {
  const holder = await openKit(ctx, "kit", token);
  return holder && (await ctx.keys.sign("kit-session", payloadOf(holder.sender)));
}

/** Who holds a kit address or session, or null where it is forged or its epoch is over. */
export async function openKit(
  ctx: Context,
  purpose: KitPurpose,
  token: string,
): Promise<KitHolder | null> {
  const payload = await ctx.keys.verify(purpose, token);
  const [senderId, workspaceId, epoch] = payload?.split(".") ?? [];
  if (!senderId || !workspaceId || !ctx.shards.has(shardOf(workspaceId))) return null;
  const scope = openScope(ctx.shards, knownId<WorkspaceId>(workspaceId));
  const [sender, workspace] = await Promise.all([
    findSender(scope, knownId<SenderId>(senderId)),
    findWorkspace(scope),
  ]);
  if (!sender || !workspace || sender.kitEpoch !== Number(epoch)) return null;
  return { ...scopedTo(ctx, workspace, { kind: "kit", id: sender.id }), sender };
}

/**
 * The sender a kit session names, by its signature alone and without a read: enough to know the
 * sender's own opens, not enough to show them anything.
 */
export async function kitSenderId(ctx: Context, session: string): Promise<SenderId | null> {
  const payload = await ctx.keys.verify("kit-session", session);
  const [senderId] = payload?.split(".") ?? [];
  return senderId ? knownId<SenderId>(senderId) : null;
}
