import { hasSignIn, signInWithin } from "../../domain/account.ts";
import type { Landing } from "../../domain/landing.ts";
import type { Notice } from "../../domain/notice.ts";
import type { VisitClaims } from "../../domain/visit.ts";
import type { App } from "../../domain/vocabulary.ts";
import { authorizeUrl } from "../../integrations/wechat/sign-in.ts";
import { findAccount } from "../../storage/accounts.ts";
import { openScope } from "../../storage/scope.ts";
import type { Context } from "../kernel/context.ts";
import { hasAgreedOn } from "../open/named-visit.ts";
import { refuse } from "../open/open-link.ts";
import { type ReaderSigns, refusalCookie } from "../open/reader-identity.ts";
import { rememberedAs } from "../open/remembered.ts";
import { readVisit } from "../open/visit-token.ts";
import { beginState } from "./sign-in-state.ts";
import type { SignInResult } from "./sign-in-view.ts";

/** Where WeChat brings readers back to. */
export const backPath = "/t/wechat/back";

export type BeginInput = ReaderSigns & {
  /** Of the visit in progress. */
  token: string;
  app: App;
  /** They came from a page of this house, by a tap: not by a link that somebody sent them. */
  isTapped: boolean;
  /** From the page that says that their yes is kept. */
  hasAgreed: boolean;
};

export type Begun =
  /** On to WeChat, with a cookie for the way back. */
  | { kind: "away"; url: string; cookie: string }
  /** Their yes did not cover it, or they gave none: these words are asked first. */
  | {
      kind: "ask";
      code: string;
      senderName: string;
      workspaceName: string;
      addedNotice: Notice | null;
      retentionDays: number;
    }
  | Extract<SignInResult, { kind: "not-kept" }>;

/**
 * Sends a reader to WeChat who wants to say who they are. Only whoever has agreed to be remembered, by words that told of
 * this, gets there. Reads, never writes. Null for a token that is not ours or too old.
 */
export async function beginSignIn(ctx: Context, input: BeginInput): Promise<Begun | null> {
  const claims = await readVisit(ctx, input.token);
  const landing = claims && (await ctx.links.landing(claims.code));
  if (!claims || !landing) return null;
  const { workspaceId, code, senderName, workspaceName } = landing;
  const page = { code, senderName, workspaceName };
  if (!mayAsk(ctx, landing, claims)) return { kind: "not-kept", why: "off", ...page };
  const end = endOf(landing, input);
  if (end) return { kind: "not-kept", why: end, ...page };
  const system = signInWithin(input.app, landing.accounts);
  const account = system && (await findAccount(openScope(ctx.shards, workspaceId), system));
  if (!account || account.signIn === "off") return { kind: "not-kept", why: "off", ...page };
  // The token in a link that is passed on is of somebody else's page: whoever agreed there would be one with them.
  if (!input.isTapped) return { kind: "not-kept", why: "stale", ...page };
  const viewer = await rememberedAs(ctx, workspaceId, input);
  if (!viewer && input.hasAgreed) return { kind: "not-kept", why: "forgotten", ...page };
  if (!viewer?.coversSignIn) {
    const { addedNotice, retentionDays } = landing;
    return { kind: "ask", ...page, addedNotice, retentionDays };
  }
  const { visitId } = claims;
  // Whoever sends a page's link to somebody else sends them to WeChat without a tap of their own.
  const isOwn = claims.viewerId === viewer.id || (await hasAgreedOn(ctx, visitId, viewer.id));
  if (!isOwn) return { kind: "not-kept", why: "stale", ...page };
  const signIn = { visitId, code, workspaceId, viewerId: viewer.id, system: account.system };
  const { cookie, state } = await beginState(ctx, signIn);
  const url = authorizeUrl(ctx.outside, {
    appId: account.appId,
    agentId: account.agentId,
    back: `${landing.shareOrigin ?? ctx.origin}${backPath}`,
    scope: account.signIn === "userinfo" ? "snsapi_userinfo" : "snsapi_base",
    state,
  });
  return { kind: "away", url, cookie };
}

/** False of a page that leads nowhere now, of machines and of who looks at their own. */
function mayAsk({ now }: Context, landing: Landing, claims: VisitClaims): boolean {
  const isReader = !(claims.isOwn || claims.isPreview || claims.isBot);
  return isReader && hasSignIn(landing.accounts ?? {}) && refuse(landing, now()) === null;
}

/** What a browser says that nobody may be remembered by it; null where it says nothing of the kind. */
export function endOf(
  { workspaceId }: Pick<Landing, "workspaceId">,
  { cookie, gpc }: ReaderSigns,
): "gpc" | "refused" | null {
  if (gpc) return "gpc";
  return cookie(refusalCookie(workspaceId)) === undefined ? null : "refused";
}
