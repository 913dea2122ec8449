import { coversSignIn } from "../../domain/consent-version.ts";
import {
  type LinkCode,
  type RefId,
  shardOf,
  type ViewerId,
  type VisitId,
  type WorkspaceId,
} from "../../domain/ids.ts";
import { findViewer } from "../../storage/viewers.ts";
import { consentMessage } from "../../tracking/queue-messages.ts";
import { AppError } from "../errors.ts";
import { type Context, enterWorkspace } from "../kernel/context.ts";
import { mostAnew, nameAnswer } from "../open/named-visit.ts";
import { refuse } from "../open/open-link.ts";
import type { KeptCookie } from "../open/page-view.ts";
import {
  type ReaderSigns,
  readViewerCookie,
  refCookie,
  refusalCookie,
  signOwn,
  signViewer,
  viewerCookie,
} from "../open/reader-identity.ts";
import { readVisit } from "../open/visit-token.ts";
import { signReceipt } from "../viewers/receipt.ts";
import { isBuried, isOver } from "../viewers/standing.ts";
import { withdrawOwn } from "../viewers/withdraw-viewer.ts";

export type ConsentInput = {
  token: string;
  choice: boolean;
  textVersion: string;
  language: string;
  /** Of the words that were shown; "" where they were not the pages' own. */
  textHash: string;
} & ReaderSigns;

/** What the reader's browser keeps of the answer, and what it forgets. */
type CookieChange = { keep: readonly KeptCookie[]; drop: readonly string[] };

/** What a reader gets for an answer: besides the cookies a receipt, which anybody can check. */
export type Taken = CookieChange & { receipt: string; viewerId: ViewerId | null };

/**
 * Takes a reader's answer. It covers the visit in progress and later ones: a yes gives the visit a viewer, a no takes
 * back what the visit had, and the consent of whom the browser knows. One answer counts per visit, the latest: however
 * many come for a token there is one proof and at most one new viewer. Null for a yes from a browser that asks by
 * `Sec-GPC` not to be tracked: nothing is kept of it. Throws `forbidden` for a token that is not ours, and for a yes on
 * a page that was deleted or taken back: a browser would keep a yes of which no proof is kept. A no is heard there too.
 */
export async function recordConsent(ctx: Context, input: ConsentInput): Promise<Taken | null> {
  const claims = await readVisit(ctx, input.token);
  const landing = claims && (await ctx.links.landing(claims.code));
  if (!claims || !landing) {
    throw new AppError(
      "forbidden",
      "The visit token is not ours or older than a day. Open the page again.",
    );
  }
  if (input.choice && input.gpc) return null;
  if (input.choice && refuse(landing, ctx.now()) === "withdrawn") throw notTakenHere();
  const { workspaceId, code } = landing;
  const byCookie = await readViewerCookie(
    ctx,
    workspaceId,
    input.cookie(viewerCookie(workspaceId)),
  );
  const known = byCookie?.id ?? claims.viewerId;
  const names = await nameAnswer(ctx, claims.visitId);
  const viewerId = input.choice ? await viewerWhoAgrees(ctx, claims.visitId, known) : null;
  const { choice, textVersion, language, textHash } = input;
  const at = ctx.now();
  const message = consentMessage({
    claims,
    id: names.proofId,
    answeredAt: at,
    choice,
    viewerId,
    textVersion,
    language,
    textHash,
  });
  try {
    await ctx.queues.send("beats", message);
  } catch {
    throw new AppError("unavailable", "The answer could not be taken. Please try again.");
  }
  if (!choice && known !== null) await takeBack(ctx, workspaceId, known);
  const said = { kind: "consent", at, choice, textVersion, language, textHash } as const;
  return {
    ...(await cookiesOf(ctx, {
      ...{ workspaceId, code, viewerId, own: claims.own, refCookies: input.refCookies },
      // Words that are not the pages' own say what they say.
      coversSignIn: textHash !== "" && coversSignIn(textVersion),
    })),
    receipt: await signReceipt(ctx, workspaceId, said),
    viewerId,
  };
}

/** A no of somebody who is remembered is what their own page calls taking back. */
async function takeBack(ctx: Context, workspaceId: WorkspaceId, id: ViewerId): Promise<void> {
  const caller = await enterWorkspace(ctx, workspaceId, { kind: "reader" });
  const viewer = await findViewer(caller.scope, id);
  if (viewer && viewer.withdrawnAt === null) await withdrawOwn({ ...caller, viewer });
}

/**
 * Who agrees: whom the browser knows, or somebody new where that one was erased or withdrew, on this very visit too.
 * Throws `forbidden` where the visit went with whoever was erased: what its page says is dropped.
 */
async function viewerWhoAgrees(
  ctx: Context,
  visitId: VisitId,
  known: ViewerId | null,
): Promise<ViewerId> {
  const d1 = ctx.shards.get(shardOf(visitId));
  if (d1 && !(await isBuried(ctx, d1, visitId))) {
    if (known !== null && !(await isOver(ctx, d1, known))) return known;
    for (let round = 0; round < mostAnew; round++) {
      const { viewerId } = await nameAnswer(ctx, visitId, round);
      if (!(await isOver(ctx, d1, viewerId))) return viewerId;
    }
  }
  throw notTakenHere();
}

const notTakenHere = () =>
  new AppError("forbidden", "This page is not taken from any more. Open it again.");

/** A yes is remembered by who the reader is now; a no without an identifier, by the same value for everybody. */
async function cookiesOf(
  ctx: Context,
  taken: {
    workspaceId: WorkspaceId;
    code: LinkCode;
    viewerId: ViewerId | null;
    own: RefId | null;
    coversSignIn: boolean;
    refCookies: readonly string[];
  },
): Promise<CookieChange> {
  const { workspaceId, code, viewerId, own, coversSignIn: covered, refCookies } = taken;
  const names = {
    viewer: viewerCookie(workspaceId),
    refusal: refusalCookie(workspaceId),
    ref: refCookie(code),
  };
  if (!viewerId) {
    return { keep: [{ name: names.refusal, value: "1" }], drop: [names.viewer, ...refCookies] };
  }
  const cookie = { id: viewerId, coversSignIn: covered, isOnlyNoticed: false };
  const viewer = { name: names.viewer, value: await signViewer(ctx, workspaceId, cookie) };
  const ref = own ? [{ name: names.ref, value: await signOwn(ctx, code, own) }] : [];
  return { keep: [viewer, ...ref], drop: [names.refusal] };
}
