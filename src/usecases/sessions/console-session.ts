/**
 * Sessions of the console. A member comes by a link that works once, anybody with an API key by the key;
 * either way the browser holds a signed cookie, and each request asks again whether its member still works
 * here or its key still holds. What a session may do are the scopes of its role or its key.
 */

import {
  type ApiKeyId,
  knownId,
  type MemberId,
  shardOf,
  type WorkspaceId,
} from "../../domain/ids.ts";
import { day, type Instant, inSeconds, instant, later, times } from "../../domain/units.ts";
import type { ApiScope, Role } from "../../domain/vocabulary.ts";
import { findMember } from "../../storage/members.ts";
import { openScope } from "../../storage/scope.ts";
import { findApiKeyById, findWorkspace } from "../../storage/workspaces.ts";
import { authenticate } from "../api-keys/authenticate.ts";
import { type Caller, type Context, scopedTo } from "../kernel/context.ts";

const sessionSpan = times(7, day);
/** How long the browser keeps the cookie. */
export const sessionSeconds = inSeconds(sessionSpan);

/** What each role may do. A lead looks; what is written, head office writes. */
const scopesOf: Readonly<Record<Role, readonly ApiScope[]>> = {
  "head-office": ["read", "write", "admin"],
  "team-lead": ["read"],
};

/** Somebody at the console. */
export type ConsoleHolder = Caller & {
  /** Names this session, for its forms; opens nothing. */
  sessionId: string;
  /** The member's name; null for who came with a key. */
  name: string | null;
  role: Role;
  /** The lead's team. */
  team: string | null;
};

type Bearer =
  | { kind: "m"; id: MemberId; workspaceId: WorkspaceId; epoch: number }
  | { kind: "k"; id: ApiKeyId; workspaceId: WorkspaceId };

/** The cookie of somebody who may come in. */
export async function signSession(ctx: Context, bearer: Bearer): Promise<string> {
  const epoch = bearer.kind === "m" ? bearer.epoch : 0;
  const until = later(ctx.now(), sessionSpan);
  const own = crypto.randomUUID().replaceAll("-", "");
  const payload = [bearer.kind, bearer.id, bearer.workspaceId, epoch, until, own].join(".");
  return await ctx.keys.sign("console-session", payload);
}

/** A session of whoever holds an API key. Throws `unauthenticated`. */
export async function signInByKey(ctx: Context, key: string): Promise<string> {
  const { actor, scope } = await authenticate(ctx, key);
  if (actor.kind !== "api-key") throw new Error("A key makes an api-key actor");
  return await signSession(ctx, { kind: "k", id: actor.id, workspaceId: scope.workspaceId });
}

/** Who a session's cookie stands for, or null where it is forged, too old, or its bearer's time is over. */
export async function openConsole(ctx: Context, token: string): Promise<ConsoleHolder | null> {
  const payload = await ctx.keys.verify("console-session", token);
  const [kind, id, workspaceId, epoch, until, sessionId] = payload?.split(".") ?? [];
  if (!id || !workspaceId || !sessionId || !ctx.shards.has(shardOf(workspaceId))) return null;
  const now = ctx.now();
  if (instant(Number(until)) <= now) return null;
  const scope = openScope(ctx.shards, knownId<WorkspaceId>(workspaceId));
  const bearer =
    kind === "m"
      ? openMember(scope, knownId<MemberId>(id), Number(epoch))
      : openKey(scope, knownId<ApiKeyId>(id), now);
  const [found, workspace] = await Promise.all([bearer, findWorkspace(scope)]);
  if (!found || !workspace) return null;
  const { scopes, ...rest } = found;
  const actor = { kind: "console", id, scopes, team: rest.team } as const;
  return { ...scopedTo(ctx, workspace, actor), ...rest, sessionId };
}

type Scope = Caller["scope"];

async function openMember(scope: Scope, id: MemberId, epoch: number) {
  const member = await findMember(scope, id);
  if (member?.epoch !== epoch) return null;
  const { name, role, team } = member;
  return { name, role, team, scopes: scopesOf[role] };
}

async function openKey(scope: Scope, id: ApiKeyId, now: Instant) {
  const key = await findApiKeyById(scope, id);
  if (!key || key.revokedAt !== null || (key.expiresAt ?? now) < now) return null;
  return { name: null, role: "head-office" as const, team: null, scopes: key.scopes };
}

/** A form's proof that this session's own page showed it. @param action - where the form goes */
export function formToken(holder: ConsoleHolder, action: string): Promise<string> {
  return holder.keys.sign("console-form", `${holder.sessionId}:${action}`);
}

/** True where a form came from a page of this session, and goes where that page said. */
export async function isOwnForm(
  holder: ConsoleHolder,
  action: string,
  token: string,
): Promise<boolean> {
  const payload = await holder.keys.verify("console-form", token);
  return payload === `${holder.sessionId}:${action}`;
}
