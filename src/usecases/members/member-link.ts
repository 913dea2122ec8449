/** A member's sign-in link: it works once, for a day, and the newest one alone. */

import { knownId, type MemberId, shardOf, type WorkspaceId } from "../../domain/ids.ts";
import { day, later } from "../../domain/units.ts";
import { findMember, type Member } from "../../storage/members.ts";
import { openScope } from "../../storage/scope.ts";
import type { Context, Scoped } from "../kernel/context.ts";
import { sha256Hex } from "../sha256.ts";

/** A new link, and what of it is kept. */
export async function makeLink(ctx: Scoped, id: MemberId) {
  const once = crypto.randomUUID().replaceAll("-", "");
  const token = await ctx.keys.sign("console-link", `${id}.${ctx.scope.workspaceId}.${once}`);
  return {
    url: `${ctx.origin}/console/sign-in/${token}`,
    linkHash: await sha256Hex(token),
    linkUntil: later(ctx.now(), day),
  };
}

/** Whose link that is, or null where it is forged, used, too old, or a newer one was made. */
export async function openLink(ctx: Context, token: string) {
  const payload = await ctx.keys.verify("console-link", token);
  const [id, workspaceId] = payload?.split(".") ?? [];
  if (!id || !workspaceId || !ctx.shards.has(shardOf(workspaceId))) return null;
  const scope = openScope(ctx.shards, knownId<WorkspaceId>(workspaceId));
  const member = await findMember(scope, knownId<MemberId>(id));
  const linkHash = await sha256Hex(token);
  return member && holds(member, linkHash, ctx.now()) ? { scope, member, linkHash } : null;
}

function holds({ linkHash, linkUntil }: Member, given: string, now: number): boolean {
  return linkHash === given && linkUntil !== null && linkUntil > now;
}
