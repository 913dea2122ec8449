import type { LinkCode, RefId, ViewerId, WorkspaceId } from "../../domain/ids.ts";
import { consentMessage } from "../../tracking/queue-messages.ts";
import { AppError } from "../errors.ts";
import type { Context } from "../kernel/context.ts";
import { nameAnswer } from "../open/named-visit.ts";
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

export type ConsentInput = {
  token: string;
  choice: boolean;
  textVersion: string;
  language: string;
} & ReaderSigns;

/** What the reader's browser keeps of the answer, and what it forgets. */
export type CookieChange = { keep: readonly KeptCookie[]; drop: readonly string[] };

/**
 * Takes a reader's answer. It covers the visit in progress and later ones: a yes gives the visit a
 * viewer, a no takes back what the visit had. One answer counts per visit, the latest: however many come for a
 * token there is one proof and at most one new viewer. Null for a yes from a browser that asks by `Sec-GPC` not
 * to be tracked: nothing is kept of it. Throws `forbidden` for a token that is not ours.
 */
export async function recordConsent(
  ctx: Context,
  input: ConsentInput,
): Promise<CookieChange | null> {
  const claims = await readVisit(ctx, input.token);
  const landing = claims && (await ctx.links.landing(claims.code));
  if (!claims || !landing) {
    throw new AppError(
      "forbidden",
      "The visit token is not ours or older than a day. Open the page again.",
    );
  }
  if (input.choice && input.gpc) return null;
  const { workspaceId, code } = landing;
  const known =
    (await readViewerCookie(ctx, workspaceId, input.cookie(viewerCookie(workspaceId)))) ??
    claims.viewerId;
  const names = await nameAnswer(ctx, claims.visitId);
  const viewerId = input.choice ? (known ?? names.viewerId) : null;
  const message = consentMessage({
    claims,
    id: names.proofId,
    answeredAt: ctx.now(),
    choice: input.choice,
    viewerId,
    textVersion: input.textVersion,
    language: input.language,
  });
  try {
    await ctx.queues.send("beats", message);
  } catch {
    throw new AppError("unavailable", "The answer could not be taken. Please try again.");
  }
  return await rememberedAs(ctx, { workspaceId, code, viewerId, own: claims.own });
}

/** A yes is remembered by who the reader is now; a no without an identifier, by the same value for everybody. */
async function rememberedAs(
  ctx: Context,
  taken: { workspaceId: WorkspaceId; code: LinkCode; viewerId: ViewerId | null; own: RefId | null },
): Promise<CookieChange> {
  const { workspaceId, code, viewerId, own } = taken;
  const names = {
    viewer: viewerCookie(workspaceId),
    refusal: refusalCookie(workspaceId),
    ref: refCookie(code),
  };
  if (!viewerId) {
    return { keep: [{ name: names.refusal, value: "1" }], drop: [names.viewer, names.ref] };
  }
  const viewer = { name: names.viewer, value: await signViewer(ctx, workspaceId, viewerId) };
  const ref = own ? [{ name: names.ref, value: await signOwn(ctx, code, own) }] : [];
  return { keep: [viewer, ...ref], drop: [names.refusal] };
}
