/** `/s/CODE` and `/s/CODE.REF`: what a shared link opens. */

import { type Context, Hono } from "hono";
import { coreScriptHash } from "../../generated/page-script.ts";
import { renderReader } from "../../pages/reader/page.tsx";
import { keepCookie } from "../../pages/shell/cookies.ts";
import { respond } from "../../pages/shell/respond.ts";
import { type OpenedPage, openLink } from "../../usecases/open/open-link.ts";
import type { PublicEnv } from "../services.ts";
import { readShareAddress } from "./address.ts";
import { faceError, languageOf, messagePage } from "./html.ts";
import { agentOf, isBurst, signsOf } from "./reading.ts";

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
    isHead: c.req.method === "HEAD",
    isBurst: () => isBurst(c, "visit", code, "one"),
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

function readerPage(c: Context<PublicEnv>, { view, cookies }: OpenedPage): Response {
  for (const { name, value } of cookies) keepCookie(c, name, value);
  const frame = {
    language: languageOf(c, view.textLanguage),
    privacyUrl: `/privacy?link=${view.code}`,
    scriptSrc: `/t/${coreScriptHash}.js`,
  };
  return respond(c, (nonce) => renderReader({ ...view, ...frame, nonce }));
}
