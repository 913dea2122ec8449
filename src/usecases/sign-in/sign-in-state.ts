/**
 * A sign-in under way. What it is of – visit, workspace, viewer, account – stands signed in a cookie of the browser
 * that began it; WeChat carries no more than a MAC over that cookie, and the link that leads back. So a state is
 * worth nothing in another browser, for another visit or workspace, or after some minutes.
 */
import { toHex } from "../../domain/encoding.ts";
import {
  knownId,
  type LinkCode,
  type ViewerId,
  type VisitId,
  type WorkspaceId,
} from "../../domain/ids.ts";
import { between, instant, minute, times } from "../../domain/units.ts";
import type { OutsideSystem } from "../../domain/vocabulary.ts";
import type { Context } from "../kernel/context.ts";
import { sameText } from "../keyring.ts";

export const signInCookie = "sign-in";
/** As long as somebody may look at WeChat's question. */
export const signInLife = times(10, minute);

export type SignIn = {
  visitId: VisitId;
  code: LinkCode;
  workspaceId: WorkspaceId;
  viewerId: ViewerId;
  system: OutsideSystem;
};

/** The cookie's value and WeChat's state of a sign-in that begins now. */
export async function beginState(
  ctx: Context,
  { visitId, code, workspaceId, viewerId, system }: SignIn,
): Promise<{ cookie: string; state: string }> {
  const once = crypto.randomUUID();
  const parts = [visitId, code, workspaceId, viewerId, system, ctx.now().toString(36), once];
  const cookie = await ctx.keys.sign("sign-in", parts.join("."));
  return { cookie, state: `${await macOf(ctx, cookie)}${code}` };
}

/** The sign-in that came back; null where this browser began none like it, or too long ago. */
export async function readState(
  ctx: Context,
  { cookie, state }: { cookie: string | undefined; state: string },
): Promise<SignIn | null> {
  const payload = cookie ? await ctx.keys.verify("sign-in", cookie) : null;
  if (!cookie || payload === null) return null;
  const [visitId = "", code = "", workspaceId = "", viewerId = "", system, at = ""] =
    payload.split(".");
  if (!sameText(`${await macOf(ctx, cookie)}${code}`, state)) return null;
  const age = between(instant(Number.parseInt(at, 36)), ctx.now());
  if (!(age < signInLife) || (system !== "wechat" && system !== "wecom")) return null;
  return {
    visitId: knownId<VisitId>(visitId),
    code: knownId<LinkCode>(code),
    workspaceId: knownId<WorkspaceId>(workspaceId),
    viewerId: knownId<ViewerId>(viewerId),
    system,
  };
}

/** The link that a state leads back to, whoever brings it; it is looked up before it is believed. */
export function codeOfState(state: string): string {
  return state.slice(macDigits);
}

/** 128 bits. WeChat takes 128 letters and digits at most. */
const macDigits = 32;

async function macOf({ keys }: Context, cookie: string): Promise<string> {
  const mac = await keys.lastingMac("sign-in-state", cookie);
  return toHex(mac.subarray(0, macDigits / 2));
}
