/** `/s/CODE` and `/s/CODE.REF`: what a shared link opens. */

import { type Context, Hono } from "hono";
import { coreScriptHash } from "../../generated/page-script.ts";
import type { NoticeState } from "../../pages/reader/consent-words.ts";
import { renderReader } from "../../pages/reader/page.tsx";
import { keepCookie } from "../../pages/shell/cookies.ts";
import { respond } from "../../pages/shell/respond.ts";
import { imageUrl } from "../../usecases/images/image-url.ts";
import { type OpenedPage, openLink } from "../../usecases/open/open-link.ts";
import {
  refCookie,
  signOwn,
  signViewer,
  viewerCookie,
} from "../../usecases/open/reader-identity.ts";
import { rfc3339 } from "../../usecases/time.ts";
import type { PublicEnv } from "../services.ts";
import { readShareAddress } from "./address.ts";
import { faceError, languageOf, messagePage } from "./html.ts";
import { agentOf, signsOf } from "./reading.ts";

export const share = new Hono<PublicEnv>();

share.get("/s/*", async (c) => {
  const { code, ref, isGlued } = readShareAddress(c.req.path.slice("/s/".length));
  // The address without what is glued to it is the one to pass on, and keeps the ref's parent.
  if (ref && isGlued) return redirect(`/s/${code}.${ref}${new URL(c.req.url).search}`);
  const agent = agentOf(c);
  const opened = await openLink(c.env.ctx, {
    ...signsOf(c),
    code,
    ref,
    isBot: agent.bot,
    query: new URL(c.req.url).search,
    isAhead: c.req.method === "HEAD" || agent.prefetch,
  });
  switch (opened.kind) {
    case "redirect":
      return redirect(opened.path);
    case "leave":
      return redirect(opened.url);
    case "page":
      return readerPage(c, opened);
    case "missing":
      return messagePage(c, "unknown-link", 404);
    default:
      return messagePage(c, opened.kind, 410);
  }
});

share.onError((error, c) => faceError(error, c));

/** Never 301: a browser would keep it for ever, and with it one reader's ref. */
function redirect(location: string): Response {
  return new Response(null, {
    status: 302,
    headers: { Location: location, "Cache-Control": "no-store", "Referrer-Policy": "origin" },
  });
}

async function readerPage(c: Context<PublicEnv>, opened: OpenedPage): Promise<Response> {
  const { ctx } = c.env;
  const { landing, page, reader, token, ownRef, own } = opened;
  if (reader.isNewViewer && reader.viewerId) {
    const { workspaceId, code } = landing;
    keepCookie(c, viewerCookie(workspaceId), await signViewer(ctx, workspaceId, reader.viewerId));
    keepCookie(c, refCookie(code), await signOwn(ctx, code, own));
  }
  const [cover] = page.images;
  const facts = {
    language: languageOf(c, page.language),
    textLanguage: page.language,
    title: page.title,
    url: `${ctx.origin}${c.req.path}`,
    workspaceName: landing.workspaceName,
    sender: {
      name: landing.senderName,
      title: landing.senderTitle ?? undefined,
      phone: landing.senderPhone ?? undefined,
    },
    cover: cover && {
      url: await imageUrl({ keys: ctx.keys, shareOrigin: ctx.origin }, cover),
      width: cover.width,
      height: cover.height,
      alt: page.title,
    },
    publishedAt: rfc3339(page.publishedAt),
    timeZone: landing.timezone,
    sections: page.sections,
    notice: noticeOf(opened),
    privacyUrl: `/privacy?link=${landing.code}`,
    scriptSrc: `/t/${coreScriptHash}.js`,
    token,
    ownRef: ownRef ?? undefined,
  };
  return respond(c, (nonce) => renderReader({ ...facts, nonce }));
}

function noticeOf({ reader, landing }: OpenedPage): NoticeState {
  if (reader.gpc) return "gpc";
  if (reader.refused) return "refused";
  if (reader.rung === "aggregate") return "ask";
  return landing.consentMode === "notice" ? "noticed" : "agreed";
}
