/** Who a reader is to us before anything is recorded: what their cookies and headers say. */

import {
  knownId,
  type LinkCode,
  type RefId,
  type SenderId,
  shardOf,
  type ViewerId,
  type WorkspaceId,
} from "../../domain/ids.ts";
import type { Landing } from "../../domain/landing.ts";
import type { Rung } from "../../domain/vocabulary.ts";
import type { Context } from "../kernel/context.ts";
import { kitSenderId } from "../sessions/kit-token.ts";
import { ownLooker } from "../sessions/own-look.ts";
import { isOver } from "../viewers/standing.ts";

/** What came with the request, as text. */
export type ReaderSigns = {
  cookie: (name: string) => string | undefined;
  /** Names of the cookies that keep refs, of whatever link. */
  refCookies: readonly string[];
  /** `Sec-GPC: 1`. */
  gpc: boolean;
};

export type ReaderIdentity = {
  rung: Rung;
  viewerId: ViewerId | null;
  /** The viewer was made just now (mode `notice`), so a cookie has to be set. */
  isNewViewer: boolean;
  refused: boolean;
  gpc: boolean;
  /** The reader's own ref for this link, from a cookie they agreed to. */
  cookieOwn: RefId | null;
  isOwn: boolean;
  /** Cookies that are of nobody any more: who they named was erased or withdrew elsewhere. */
  forgets: readonly string[];
};

export const viewerCookie = (workspaceId: WorkspaceId) => `sv_${workspaceId}`;
export const refusalCookie = (workspaceId: WorkspaceId) => `sn_${workspaceId}`;
export const refCookie = (code: LinkCode) => `sr_${code}`;
export const isRefCookie = (name: string) => name.startsWith("sr_");
export const kitCookie = "kit";
/** Of a browser in which a sender looked at their own page by the kit's address for that. */
export const ownLooksCookie = "own";

/**
 * Below the first rung nobody is anybody: `Sec-GPC` or an earlier refusal decide that. Otherwise a
 * viewer's cookie names them, and mode `notice` makes a viewer, named `newViewerId`, of who has none. A cookie of whoever
 * was erased or withdrew elsewhere names nobody, and in no mode somebody new: they are asked again. So are, in mode
 * `opt-in`, those who read under a notice before and have said nothing.
 */
export async function identifyReader(
  ctx: Context,
  landing: Landing,
  { cookie, refCookies, gpc }: ReaderSigns,
  newViewerId: ViewerId,
): Promise<ReaderIdentity> {
  const { workspaceId, code, consentMode, senderId } = landing;
  const isOwn = await isSender(ctx, senderId, cookie);
  const refused = cookie(refusalCookie(workspaceId)) !== undefined;
  const nobody: ReaderIdentity = {
    rung: "aggregate",
    viewerId: null,
    isNewViewer: false,
    refused,
    gpc,
    cookieOwn: null,
    isOwn,
    forgets: [],
  };
  if (gpc || refused) return nobody;

  const known = await readViewerCookie(ctx, workspaceId, cookie(viewerCookie(workspaceId)));
  if (known && (await isForgotten(ctx, known.id))) {
    // Of which workspace a link's is cannot be seen: all of them go.
    return { ...nobody, forgets: [viewerCookie(workspaceId), ...refCookies] };
  }
  if (known && !mayBeRemembered(known, consentMode)) return nobody;
  if (known) {
    const cookieOwn = await readOwn(ctx, code, cookie(refCookie(code)));
    return { ...nobody, rung: "anonymous", viewerId: known.id, cookieOwn };
  }
  if (consentMode === "opt-in") return nobody;
  return { ...nobody, rung: "anonymous", viewerId: newViewerId, isNewViewer: true };
}

/** Where nobody can tell, the page is served as its cookie says: whatever it tells is looked at again before it is written. */
async function isForgotten(ctx: Context, id: ViewerId): Promise<boolean> {
  const d1 = ctx.shards.get(shardOf(id));
  try {
    return d1 !== undefined && (await isOver(ctx, d1, id));
  } catch (error) {
    ctx.log.error("viewer-not-looked-up", error);
    return false;
  }
}

/** Does the browser know its reader as this sender, by their kit or by a look at a page of theirs? */
async function isSender(ctx: Context, senderId: SenderId, cookie: ReaderSigns["cookie"]) {
  const kit = cookie(kitCookie);
  const looks = cookie(ownLooksCookie);
  return (
    (kit !== undefined && (await kitSenderId(ctx, kit)) === senderId) ||
    (looks !== undefined && (await ownLooker(ctx, looks)) === senderId)
  );
}

/** The value of the cookie that keeps a reader's own ref for a link; signed, so nobody claims another's. */
export function signOwn(ctx: Context, code: LinkCode, own: RefId): Promise<string> {
  return ctx.keys.sign("own-ref", `${own}.${code}`);
}

async function readOwn(
  ctx: Context,
  code: LinkCode,
  value: string | undefined,
): Promise<RefId | null> {
  const payload = value ? await ctx.keys.verify("own-ref", value) : null;
  const [own, bound] = payload?.split(".") ?? [];
  return own && bound === code ? knownId<RefId>(own) : null;
}

/** What a viewer's cookie says of them beside who they are. */
const marks = {
  /** Their yes was to words that told of their WeChat account, too. */
  signInCovered: "wechat",
  /** They read on under a notice and have said nothing. */
  onlyNoticed: "noticed",
};

/** Whom a cookie names, whether their yes covers saying who they are, and whether they have said yes at all. */
export type CookieViewer = { id: ViewerId; coversSignIn: boolean; isOnlyNoticed: boolean };

/** Where a yes is asked for, silence under a notice is none. */
const mayBeRemembered = ({ isOnlyNoticed }: CookieViewer, mode: Landing["consentMode"]): boolean =>
  mode === "notice" || !isOnlyNoticed;

/** The value of a viewer's cookie: signed, and bound to the workspace that may remember them. */
export function signViewer(
  ctx: Context,
  workspaceId: WorkspaceId,
  { id, coversSignIn, isOnlyNoticed }: CookieViewer,
): Promise<string> {
  const mark = coversSignIn ? marks.signInCovered : isOnlyNoticed ? marks.onlyNoticed : null;
  return ctx.keys.sign("viewer", [id, workspaceId, ...(mark ? [mark] : [])].join("."));
}

/** The viewer a cookie names, or null where it is missing, forged or another workspace's. */
export async function readViewerCookie(
  ctx: Context,
  workspaceId: WorkspaceId,
  value: string | undefined,
): Promise<CookieViewer | null> {
  const payload = value ? await ctx.keys.verify("viewer", value) : null;
  const [id, bound, mark] = payload?.split(".") ?? [];
  if (!id || bound !== workspaceId) return null;
  return {
    id: knownId<ViewerId>(id),
    coversSignIn: mark === marks.signInCovered,
    isOnlyNoticed: mark === marks.onlyNoticed,
  };
}
